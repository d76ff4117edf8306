namespace Firmware.Console;

/// <summary>The phrases of what persons do with faults: first the results, in the order of <see cref="Core.Faults.ActionResult"/>.</summary>
public static class ActionPhrase
{
    /// <summary>Done, and noted.</summary>
    public const int Done = 500;

    /// <summary>Not raised.</summary>
    public const int NotRaised = 501;

    /// <summary>Another occurrence.</summary>
    public const int OtherOccurrence = 502;

    /// <summary>It was so already.</summary>
    public const int Already = 503;

    /// <summary>The check still fails.</summary>
    public const int StillFails = 504;

    /// <summary>It clears by itself.</summary>
    public const int NotLatched = 505;

    /// <summary>Level 1 is never hidden.</summary>
    public const int LevelOne = 506;

    /// <summary>Bad time.</summary>
    public const int BadTime = 507;

    /// <summary>All places are taken.</summary>
    public const int NoPlace = 508;

    /// <summary>Ask again.</summary>
    public const int Busy = 509;

    /// <summary>The pump runs.</summary>
    public const int PumpRuns = 510;

    /// <summary>Unknown.</summary>
    public const int Unknown = 511;

    /// <summary>Nothing is shelved.</summary>
    public const int NothingShelved = 514;

    /// <summary>Before the time left on the shelf.</summary>
    public const int Left = 515;
}
