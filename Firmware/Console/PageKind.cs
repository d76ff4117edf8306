namespace Firmware.Console;

/// <summary>The pages, by number: which one answers a command stands in <see cref="CommandTable"/>, who makes it is the unit's <see cref="IPageMaker"/>.</summary>
public static class PageKind
{
    /// <summary>No page: the number is no command's.</summary>
    public const int None = 0;

    /// <summary>Help.</summary>
    public const int Help = 1;

    /// <summary>The unit at a glance.</summary>
    public const int Status = 2;

    /// <summary>What is raised.</summary>
    public const int Faults = 3;

    /// <summary>One fault.</summary>
    public const int Why = 4;

    /// <summary>Readings.</summary>
    public const int Readings = 5;

    /// <summary>Language and width of the terminal.</summary>
    public const int Terminal = 6;

    /// <summary>Who runs here.</summary>
    public const int Unit = 7;

    /// <summary>Who is logged in.</summary>
    public const int Login = 8;

    /// <summary>Switching off on purpose.</summary>
    public const int Shutdown = 9;

    /// <summary>The list of persons.</summary>
    public const int Persons = 10;

    /// <summary>The lamps.</summary>
    public const int Lamp = 11;

    /// <summary>What is done with a fault or the unit.</summary>
    public const int Actions = 12;

    /// <summary>Link and store.</summary>
    public const int Link = 13;

    /// <summary>Counters and parts.</summary>
    public const int Counters = 14;

    /// <summary>The time.</summary>
    public const int Clock = 15;

    /// <summary>Settings.</summary>
    public const int Config = 16;

    /// <summary>Everything as text.</summary>
    public const int Export = 17;

    /// <summary>The self-test.</summary>
    public const int SelfTest = 18;

    /// <summary>Inspections.</summary>
    public const int Inspect = 19;

    /// <summary>The event log.</summary>
    public const int Log = 20;

    /// <summary>Learned bands.</summary>
    public const int Bands = 21;

    /// <summary>The weekly drill.</summary>
    public const int Drill = 22;

    /// <summary>A visit.</summary>
    public const int Visit = 23;

    /// <summary>Meters.</summary>
    public const int Meter = 24;

    /// <summary>The site of another unit.</summary>
    public const int Swap = 25;
}
