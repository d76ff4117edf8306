namespace Firmware.Contract;

/// <summary>What a service clock promises (service contracts §2). The numbers are stored and go on the wire; they never change.</summary>
public enum ClockKind : byte
{
    /// <summary>Answered by telephone.</summary>
    Respond = 0,

    /// <summary>Somebody is sent, and the caller told so.</summary>
    Dispatch = 1,

    /// <summary>A technician at the enclosure.</summary>
    OnSite = 2,

    /// <summary>Solved from afar.</summary>
    RemoteSolved = 3,

    /// <summary>Repaired.</summary>
    Repaired = 4,

    /// <summary>Hours of repair after which a stand-in is owed.</summary>
    RepairWork = 5,

    /// <summary>A stand-in runs (备用机).</summary>
    StandIn = 6,

    /// <summary>The part is there.</summary>
    Parts = 7,
}
