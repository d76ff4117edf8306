namespace Firmware.Core.Faults;

/// <summary>What happened to a fault apart from its own transitions, for the event log. Numbers never change once released.</summary>
public enum LifecycleEvent : byte
{
    /// <summary>Unused place.</summary>
    None = 0,

    /// <summary>A person acknowledged the occurrence (detail).</summary>
    Acknowledged = 1,

    /// <summary>A person reset a latched fault.</summary>
    Reset = 2,

    /// <summary>A person shelved it; detail: <see cref="ShelveReason"/> × 8,192 + minutes.</summary>
    Shelved = 3,

    /// <summary>A person took it back from the shelf.</summary>
    Unshelved = 4,

    /// <summary>Its time on the shelf was up.</summary>
    Returned = 5,

    /// <summary>A person declared it repaired; detail: repairs of the module that did not last before this one.</summary>
    Repaired = 6,

    /// <summary>A person replaced its module.</summary>
    Replaced = 7,

    /// <summary>The proving cycles passed.</summary>
    Verified = 8,

    /// <summary>Aged out of the fault memory after its clean cycles.</summary>
    AgedOut = 9,

    /// <summary>Maintenance began, for detail minutes. The row is <see cref="FaultCatalogue.NoRow"/>.</summary>
    MaintenanceBegun = 10,

    /// <summary>Maintenance ended; detail: faults that it had hidden.</summary>
    MaintenanceEnded = 11,

    /// <summary>The unit was laid up.</summary>
    LaidUp = 12,

    /// <summary>The opening inspection ended the lay-up.</summary>
    Opened = 13,

    /// <summary>A person cleared the fault memory; detail: faults forgotten.</summary>
    MemoryCleared = 14,

    /// <summary>What was kept of this fault was displaced from the full fault memory by a more important or younger one.</summary>
    Displaced = 15,

    /// <summary>It cleared by itself so often in a day that a longer delay is proposed; detail: seconds proposed.</summary>
    DelayProposed = 16,

    /// <summary>A person let the learned bands stand still.</summary>
    BandsFrozen = 17,

    /// <summary>A person let the learned bands follow again.</summary>
    BandsFollow = 18,

    /// <summary>A person had the site learn anew.</summary>
    BandsReset = 19,

    /// <summary>A person released the pump that an overload (306) had locked out.</summary>
    PumpReleased = 20,

    /// <summary>The pump was stopped to look for a leak; detail: <see cref="Service.IsolationResult"/>.</summary>
    Isolated = 21,

    /// <summary>A person has announced that the unit will be switched off; detail: minutes that the announcement holds.</summary>
    ShutdownAnnounced = 22,

    /// <summary>The announced time is up, and the unit still has power: it is in service.</summary>
    ShutdownOver = 23,
}

/// <summary>
/// Lifecycle events on their way to the event log: a ring of 12 × 14 B that whoever writes the log drains. When it is full the oldest is overwritten and
/// counted.
/// </summary>
public sealed class LifecycleNotes
{
    /// <summary>Events that there are, besides none.</summary>
    public const int Kinds = (int)LifecycleEvent.ShutdownOver;

    /// <summary>Places: a technician's visit makes a handful, and the log takes one a scan.</summary>
    public const int Capacity = 12;

    private readonly byte[] _what = new byte[Capacity];
    private readonly byte[] _row = new byte[Capacity];
    private readonly byte[] _who = new byte[Capacity];
    private readonly ushort[] _detail = new ushort[Capacity];
    private readonly long[] _ms = new long[Capacity];
    private int _first;

    /// <summary>Events waiting.</summary>
    public int Count { get; private set; }

    /// <summary>Events overwritten before anybody took them.</summary>
    public int Lost { get; private set; }

    /// <summary>What the oldest says.</summary>
    public LifecycleEvent What => (LifecycleEvent)_what[_first];

    /// <summary>Row of the oldest; <see cref="FaultCatalogue.NoRow"/> where it is about the unit.</summary>
    public int Row => _row[_first];

    /// <summary>Who caused the oldest, as in <see cref="Actor"/>.</summary>
    public int Who => _who[_first];

    /// <summary>Its number; what it means is said at <see cref="LifecycleEvent"/>.</summary>
    public int Detail => _detail[_first];

    /// <summary>When it was, ms of uptime.</summary>
    public long Ms => _ms[_first];

    /// <summary>Adds an event.</summary>
    public void Add(LifecycleEvent what, int row, int who, int detail, long nowMs)
    {
        if (Count == Capacity)
        {
            DropFirst();
            Lost++;
        }

        int at = (_first + Count) % Capacity;
        _what[at] = (byte)what;
        _row[at] = (byte)row;
        _who[at] = (byte)who;
        _detail[at] = (ushort)(detail > ushort.MaxValue ? ushort.MaxValue : detail);
        _ms[at] = nowMs;
        Count++;
    }

    /// <summary>Drops the oldest, once it is logged.</summary>
    public void DropFirst()
    {
        _first = (_first + 1) % Capacity;
        Count--;
    }
}
