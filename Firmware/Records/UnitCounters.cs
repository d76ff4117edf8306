namespace Firmware.Records;

/// <summary>Numbers about the unit itself, gathered for the snapshot and the console.</summary>
public sealed class UnitCounters
{
    /// <summary>Epoch of the ids.</summary>
    public int Epoch;

    /// <summary>Number of this start.</summary>
    public int Boot;

    /// <summary>Lowest seq not known to be stored.</summary>
    public int OldestSeq;

    /// <summary>Next seq.</summary>
    public int NextSeq;

    /// <summary>Attempts to connect since the start.</summary>
    public int LinkAttempts;

    /// <summary>Connects since the start whose subscriptions were confirmed.</summary>
    public int LinkSessions;

    /// <summary>Records that wait for their receipt.</summary>
    public int Waiting;

    /// <summary>Records displaced or damaged.</summary>
    public int Lost;

    /// <summary>Inbound messages refused: retained, too long, or not of the contract's form.</summary>
    public int Refused;

    /// <summary>Times since the start that a worker was silent for more than half of its limit, told by whoever supervises them.</summary>
    public int WorkerWarnings;

    /// <summary>Writes and clears that storage did not do.</summary>
    public int StorageErrors;
}
