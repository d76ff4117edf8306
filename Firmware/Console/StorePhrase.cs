namespace Firmware.Console;

/// <summary>The phrases of the store: how much is written, how long the flash lasts, and what the unit has counted over its life.</summary>
public static class StorePhrase
{
    /// <summary>Row head: whether storage takes what it is given.</summary>
    public const int State = 590;

    /// <summary>It does.</summary>
    public const int Writable = 591;

    /// <summary>A file could not be read at the start: nothing is written until a restart can read all (Decisions/0100).</summary>
    public const int Unreadable = 592;

    /// <summary>It refused the last write.</summary>
    public const int Refuses = 593;

    /// <summary>Row head: reports of inspections.</summary>
    public const int Reports = 594;

    /// <summary>Row head: reports that gave way, or could not be read back, before the centre had stored them.</summary>
    public const int ReportsLost = 595;

    /// <summary>Row head: records of visits.</summary>
    public const int Visits = 596;

    /// <summary>Row head: those that gave way before the centre had stored them.</summary>
    public const int VisitsLost = 597;

    /// <summary>After the number of records of the outbox that wait for the centre: alarms, a drill, losses.</summary>
    public const int RecordsWait = 588;

    /// <summary>After the number of inspection reports that wait for the centre.</summary>
    public const int ReportsWait = 589;

    /// <summary>After the number of visits that wait for the centre.</summary>
    public const int VisitsWait = 598;

    /// <summary>First of the classes of writes, in the order of <see cref="Records.WriteClass"/>: records of the outbox.</summary>
    public const int ClassOutbox = 600;

    /// <summary>The ledger.</summary>
    public const int ClassLedger = 601;

    /// <summary>The event log.</summary>
    public const int ClassLog = 602;

    /// <summary>States of the unit's parts.</summary>
    public const int ClassState = 603;

    /// <summary>Files of a flash block of their own.</summary>
    public const int ClassLarge = 604;

    /// <summary>Section head: writes of the last 24 h, and the budget of a day.</summary>
    public const int WritesHead = 605;

    /// <summary>Between writes and budget.</summary>
    public const int OfBudget = 606;

    /// <summary>Row head: share of the store's life that is used up.</summary>
    public const int LifeUsed = 607;

    /// <summary>Row head: how long it still lasts.</summary>
    public const int Lasts = 608;

    /// <summary>"years", after a number: when every day is like the last one.</summary>
    public const int Years = 609;

    /// <summary>Not known before the unit has run for a day.</summary>
    public const int AfterADay = 610;

    /// <summary>Row head: writes to storage since commissioning.</summary>
    public const int Writes = 611;

    /// <summary>Row head: starts of the pump.</summary>
    public const int PumpStarts = 612;

    /// <summary>Row head: hours that the pump has run.</summary>
    public const int RunHours = 613;

    /// <summary>Row head: volume that the pulse meter has counted.</summary>
    public const int Volume = 619;

    /// <summary>Row head: energy that the pump has used.</summary>
    public const int Energy = 671;

    /// <summary>Row head: times that the supply failed.</summary>
    public const int BrownOuts = 614;

    /// <summary>Row head: crashes.</summary>
    public const int Crashes = 615;

    /// <summary>Row head: incidents of which the contract's answer came late, or never.</summary>
    public const int LateAnswers = 616;

    /// <summary>Row head: incidents that the contract's firm repair time did not hold.</summary>
    public const int LateRepairs = 617;

    /// <summary>Row head: incidents whose clocks did not run, because too many did.</summary>
    public const int Untracked = 618;

    /// <summary>Row head: times since the start that a worker was silent for more than half of its limit.</summary>
    public const int SlowWorkers = 653;

    /// <summary>Section head: program errors that were caught since the start.</summary>
    public const int CaughtHead = 660;

    /// <summary>First of the places where one is caught, in the order of <see cref="Core.Service.TroublePlace"/>: the loop.</summary>
    public const int CaughtAt = 661;

    /// <summary>In the event log: a program error was caught, before its place.</summary>
    public const int LogCaught = 670;
}
