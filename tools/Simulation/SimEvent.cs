using System;

namespace Tools.Simulation;

/// <summary>What the world does to a unit.</summary>
public enum What : byte
{
    /// <summary>The water user asks for water.</summary>
    Request,

    /// <summary>A condition of the site; size: <see cref="SiteCondition"/>.</summary>
    Site,

    /// <summary>The unit's power fails between two scans.</summary>
    PowerCut,

    /// <summary>The unit's power fails inside a write to storage; size: how many writes from now, times two, plus one when the new content stands.</summary>
    CutInWrite,

    /// <summary>The firmware starts anew; the platform's clock is kept.</summary>
    Restart,

    /// <summary>The network is not as it should be; size: <see cref="NetworkTrouble"/>.</summary>
    Network,

    /// <summary>The connection breaks, both ends know it.</summary>
    Reset,

    /// <summary>Messages take longer; size: ms.</summary>
    Delay,

    /// <summary>The broker stops; size 1: it comes back with an empty store.</summary>
    BrokerStop,

    /// <summary>The centre stops, the broker runs.</summary>
    CentreStop,

    /// <summary>Storage is not as it should be; size: <see cref="StorageTrouble"/>.</summary>
    Storage,

    /// <summary>The firmware starts anew, and slots cannot be read for so long; size: which (<see cref="StorageModel.Unreadable"/>).</summary>
    Unreadable,

    /// <summary>The platform's clock steps; size: seconds, as it is set until the next correction.</summary>
    ClockStep,

    /// <summary>No time server answers.</summary>
    NoTime,

    /// <summary>The loop stands still: a name lookup, a handshake, a flash erase.</summary>
    Stall,

    /// <summary>The link's worker hangs in a call.</summary>
    WorkerHang,

    /// <summary>The client's queue is full: the mailbox stays taken.</summary>
    MailboxFull,

    /// <summary>Somebody sends what is no receipt of ours, one in each scan; size: which.</summary>
    BadInbound,

    /// <summary>A bit of the flash flips.</summary>
    Decay,

    /// <summary>A person changes a setting at the console, which waits for storage; size: which (<see cref="SettingsJudge"/>).</summary>
    Config,

    /// <summary>The unit's button is held.</summary>
    Button,

    /// <summary>A technician opens the door and shows the card.</summary>
    Visit,
}

/// <summary>One event of a history: what happens, when, for how long. Leaving one out leaves the others as they are.</summary>
/// <param name="AtMs">Beginning, ms of simulated time.</param>
/// <param name="What">What happens.</param>
/// <param name="ForMs">How long it lasts, ms; the power stays off so long after a cut.</param>
/// <param name="Size">How much, or which.</param>
public readonly record struct SimEvent(long AtMs, What What, long ForMs, int Size)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Time(AtMs)}  {Words()}{(ForMs > 0 ? $", {Seconds(ForMs)}" : "")}";

    /// <summary>Days, hours, minutes, seconds and milliseconds.</summary>
    public static string Time(long ms) => FormattableString.Invariant($"{ms / 86_400_000}d {ms / 3_600_000 % 24:00}:{ms / 60_000 % 60:00}:{ms / 1000 % 60:00}.{ms % 1000:000}");

    private static string Seconds(long ms) => FormattableString.Invariant($"{ms / 1000.0:0.###} s");

    private string Words() => What switch
    {
        What.Site => $"site: {(SiteCondition)Size}",
        What.Network => $"network: {(NetworkTrouble)Size}",
        What.Storage => $"storage: {(StorageTrouble)Size}",
        What.Unreadable => $"the unit starts, and of the slots one in {1 << (Size % 6)} cannot be read",
        What.CutInWrite => $"power fails in the {(Size / 2) + 1}. write from now, {(Size % 2 == 0 ? "old content stands" : "new content stands")}",
        What.BrokerStop => Size == 1 ? "broker stops and loses its store" : "broker stops",
        What.Delay => $"messages take {Size} ms longer",
        What.ClockStep => $"platform's clock steps by {Size} s",
        What.BadInbound => $"bad inbound message {Size}",
        What.Config => $"change {Size} of a setting",
        _ => What.ToString(),
    };
}
