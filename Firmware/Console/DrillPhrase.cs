namespace Firmware.Console;

/// <summary>Phrases of the weekly drill of the alarm path. Numbers 230–249.</summary>
public static class DrillPhrase
{
    /// <summary>Row head: the last drill.</summary>
    public const int Drill = 230;

    /// <summary>No drill has ended yet.</summary>
    public const int Never = 231;

    /// <summary>One goes on.</summary>
    public const int GoesOn = 232;

    /// <summary>First of the ends, in the order of <see cref="Records.DrillEnd"/>: stored.</summary>
    public const int Stored = 233;

    /// <summary>Not on flash.</summary>
    public const int NotKept = 234;

    /// <summary>Not sent.</summary>
    public const int NotSent = 235;

    /// <summary>Sent and not stored.</summary>
    public const int NotStored = 236;

    /// <summary>Lost.</summary>
    public const int Lost = 237;

    /// <summary>First of the answers to <c>drill start</c>, in the order of <see cref="Records.DrillStart"/>: it has begun.</summary>
    public const int Begun = 238;

    /// <summary>One goes on already.</summary>
    public const int Runs = 239;

    /// <summary>Irrigation, an inspection, or a failing supply.</summary>
    public const int NotNow = 240;

    /// <summary>Too soon after the last one.</summary>
    public const int TooSoon = 241;

    /// <summary>The last one still waits.</summary>
    public const int Waits = 242;

    /// <summary>Between the end and how long it took.</summary>
    public const int After = 243;
}
