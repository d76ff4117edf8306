namespace Firmware.Records;

/// <summary>Is told which incidents the centre knows of: only a receipt says so. What is displaced, damaged or discarded leaves the outbox without one.</summary>
public interface IReceiptSink
{
    /// <summary>The centre has stored a record of an incident: its raise, or a later one of it, which names it as well. Called in the scan: it must not wait.</summary>
    /// <param name="code">Code of the fault.</param>
    /// <param name="occurrence">Its occurrence.</param>
    /// <param name="level">Level that the record gives it, 1 to 4.</param>
    /// <param name="storedUnix">When it was stored, by the centre's clock, Unix seconds; 0 where nobody said so.</param>
    /// <param name="agoSeconds">How long before this receipt that was, s; <see cref="Messaging.StoredReceipt.UnknownAgo"/> where nobody knows.</param>
    /// <param name="nowMs">Uptime, ms.</param>
    void Stored(int code, int occurrence, byte level, long storedUnix, int agoSeconds, long nowMs);
}
