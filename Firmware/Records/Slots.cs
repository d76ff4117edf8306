namespace Firmware.Records;

/// <summary>
/// Which place of storage holds what: the one list. A slot is a file of its own and is replaced as a whole (<see cref="Core.Ports.IStorage"/>).
/// </summary>
public static class Slots
{
    /// <summary>The ledger: next number, occurrences, volume.</summary>
    public const int Ledger = 0;

    /// <summary>First place of the outbox.</summary>
    public const int Outbox = 8;
}
