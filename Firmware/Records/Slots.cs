namespace Firmware.Records;

/// <summary>
/// Which place of storage holds what: the one list. A slot is a file of its own and is replaced as a whole (<see cref="Core.Ports.IStorage"/>).
/// Sizes and what they cost on flash: FORMAT.md, "Budget".
/// </summary>
public static class Slots
{
    /// <summary>The ledger: next number, occurrences, volume.</summary>
    public const int Ledger = 0;

    /// <summary>The fault memory: the lifecycle of every row.</summary>
    public const int FaultMemory = 1;

    /// <summary>The contract's clocks.</summary>
    public const int ContractClocks = 2;

    /// <summary>Persons and their access.</summary>
    public const int Persons = 3;

    /// <summary>What the site has taught: learned bands.</summary>
    public const int LearnedBands = 4;

    /// <summary>State of the inspection plan.</summary>
    public const int Inspection = 5;

    /// <summary>Counters over the unit's life.</summary>
    public const int LifetimeCounters = 6;

    /// <summary>The visit that is going on.</summary>
    public const int Visit = 7;

    /// <summary>The one record that is written when the supply begins to fail.</summary>
    public const int Parting = 8;

    /// <summary>Who has taken on which incident.</summary>
    public const int Acknowledgements = 9;

    /// <summary>What the self-test writes and reads back.</summary>
    public const int SelfTest = 10;

    /// <summary>What flowed while a fault spoiled the metering.</summary>
    public const int Unmetered = 11;

    /// <summary>The weekly drill of the alarm path.</summary>
    public const int Drill = 12;

    /// <summary>First of two evidence rings, about 1 KB each.</summary>
    public const int Evidence = 40;

    /// <summary>First of the two copies of the configuration, about 1 KB each.</summary>
    public const int Settings = 42;

    /// <summary>Copies of the configuration.</summary>
    public const int SettingsCount = 2;

    /// <summary>First page of the event log.</summary>
    public const int EventLog = 44;

    /// <summary>Pages of the event log.</summary>
    public const int EventLogCount = 6;

    /// <summary>The inspection run (60) and after it the reports (61–62), about 1 KB each.</summary>
    public const int InspectionReports = 60;

    /// <summary>The visits that are over, about 0.8 KB.</summary>
    public const int VisitRecords = 63;

    /// <summary>First place of the outbox, one record a slot.</summary>
    public const int Outbox = 64;

    /// <summary>Places of the outbox.</summary>
    public const int OutboxCount = 60;

    /// <summary>Slots in all, used or not.</summary>
    public const int Count = Outbox + OutboxCount;

    /// <summary>Bytes of the longest small slot: littlefs keeps such a file inside its metadata.</summary>
    public const int SmallBytes = 384;

    /// <summary>Bytes of the longest state of a part in slots 1–9, with its head: still inside the metadata.</summary>
    public const int StateBytes = 410;

    /// <summary>Bytes of the longest slot of all (evidence, settings, reports): each takes a flash block of its own.</summary>
    public const int LargeBytes = 1056;

    /// <summary>What a write of a part's state to a slot counts as.</summary>
    public static WriteClass ClassOf(int slot)
    {
        bool large = (slot >= Evidence && slot < EventLog) || (slot >= InspectionReports && slot < Outbox);
        return large ? WriteClass.Large : WriteClass.State;
    }
}
