using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>
/// The one record that is written when the supply begins to fail: what the ledger would lose otherwise. Body: 0 pulse volume mL (64 bits), 8 dry stops (8),
/// 9 next seq (32). 46 bytes, so one small program of flash.
/// </summary>
public static class PartingRecord
{
    /// <summary>Its length, bytes: below the 128 that a failing supply is trusted for.</summary>
    public const int Length = Record.OverheadBytes + BodyBytes;

    private const int BodyBytes = 13;

    /// <summary>Writes it; returns its length.</summary>
    public static int Write(byte[] buffer, Ledger ledger, RecordStamp stamp, long nowMs, IChecksum checksum)
    {
        stamp.Put(buffer, ledger.NextSeq, nowMs);
        int at = Bytes.Put64(buffer, Record.BodyAt, ledger.PulseMillilitres);
        buffer[at++] = (byte)ledger.DryStops;
        at = Bytes.Put32(buffer, at, ledger.NextSeq);
        return Record.Seal(buffer, Record.Parting, at, checksum);
    }

    /// <summary>
    /// Puts into the ledger what was written after it, and which numbers were given. Of a record of another epoch nothing; where the ledger is lost, the volume and the dry stops of whichever there is.
    /// </summary>
    /// <param name="buffer">A sound record of this chip (<see cref="IsSound"/>).</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="known">The ledger was read; else it is as that of a new unit.</param>
    /// <returns>It tells how the last run ended.</returns>
    public static bool TakeInto(byte[] buffer, Ledger ledger, bool known)
    {
        bool ofThisEpoch = Record.EpochOf(buffer) == ledger.Epoch;
        bool later = Record.BootOf(buffer) > ledger.Boot || (Record.BootOf(buffer) == ledger.Boot && Record.UptimeOf(buffer) > ledger.SavedMs);
        if (!known || (ofThisEpoch && later))
        {
            ledger.PulseMillilitres = Bytes.Get64(buffer, Record.BodyAt);
            ledger.DryStops = buffer[Record.BodyAt + 8];
        }

        if (ofThisEpoch)
        {
            int next = Bytes.Get32(buffer, Record.BodyAt + 9);
            ledger.NextSeq = next > ledger.NextSeq ? next : ledger.NextSeq;
            ledger.TakeBoot(Record.BootOf(buffer));
        }

        return ofThisEpoch || !known;
    }

    /// <summary>The bytes are a whole, undamaged parting record, whichever chip's.</summary>
    public static bool IsSound(byte[] buffer, int count, IChecksum checksum) => Record.IsValid(buffer, count, Record.Parting, BodyBytes, checksum);
}
