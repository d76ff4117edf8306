namespace Firmware.Core.Faults;

/// <summary>
/// Who acted, as one byte that fits a record: 1–250 is a person of the unit's access list, the others are these. 0 is nobody: the unit itself.
/// </summary>
public static class Actor
{
    /// <summary>The unit itself.</summary>
    public const int Unit = 0;

    /// <summary>Last number of the access list.</summary>
    public const int LastPerson = 250;

    /// <summary>Somebody who pressed the button on the unit.</summary>
    public const int Button = 253;

    /// <summary>Somebody at the console who has not said who.</summary>
    public const int Console = 254;

    /// <summary>The service centre.</summary>
    public const int Centre = 255;
}

/// <summary>What became of something that a person asked of the lifecycle.</summary>
public enum ActionResult : byte
{
    /// <summary>Done, and noted with who and when.</summary>
    Done = 0,

    /// <summary>The fault is not raised.</summary>
    NotRaised = 1,

    /// <summary>Another occurrence is raised now: the one that was meant is over.</summary>
    OtherOccurrence = 2,

    /// <summary>It was so already; nothing changed.</summary>
    Already = 3,

    /// <summary>The check still fails: the cause has to go first.</summary>
    StillFails = 4,

    /// <summary>The row is not latched: it clears by itself.</summary>
    NotLatched = 5,

    /// <summary>Level 1 is never hidden.</summary>
    LevelOne = 6,

    /// <summary>The time is 0 or longer than the limit.</summary>
    BadTime = 7,

    /// <summary>All places are taken.</summary>
    NoPlace = 8,

    /// <summary>Records are waiting to be written: ask again in a second.</summary>
    Busy = 9,

    /// <summary>The pump runs, or its water user asks for water.</summary>
    PumpRuns = 10,

    /// <summary>There is no such row, person or reason.</summary>
    Unknown = 11,

    /// <summary>The alarm of this occurrence is held back (shelved, work, lay-up, chatter): nobody was told yet what would be acknowledged.</summary>
    Held = 12,
}
