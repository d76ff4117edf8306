using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>
/// What must survive every restart: who this store belongs to, and the counts that may never go back. The head's sequence number is the next seq. Body: 0 MAC
/// (6 bytes), 6 pulse volume mL (64 bits), 14 dry stops (8), 15 writes of each class (5 × 32), 35 number of rows (8), then for each row: the level that its
/// last record leaves it at, 0 when cleared, in the upper 3 bits and its code in the lower 13, and its occurrence (16); then the lowest seq that waited (32), when earlier starts began
/// (<see cref="BootDates"/>), and marks (8): 1 where 103 is owed to the grid, 2 where it was written while storage refused (<see cref="IsProvisional"/>). A ledger of an earlier firmware ends before one of these.
/// </summary>
public sealed class Ledger
{
    /// <summary>Slot of the ledger.</summary>
    public const int Slot = Slots.Ledger;

    /// <summary>Bytes of the longest ledger, 370: three more rows of the catalogue fit the 384 B of a small slot.</summary>
    public const int MaxBytes = Record.OverheadBytes + RowsAt + (RowBytes * FaultCatalogue.MaxRows) + OldestBytes + BootDates.FlashBytes + MarkBytes;

    private const int MacBytes = 6;
    private const int RowsAt = 36;
    private const int RowBytes = 4;
    private const int OldestBytes = 4;
    private const int MarkBytes = 1;
    private const int ExcusedMark = 1;
    private const int ProvisionalMark = 2;
    private const int CodeBits = 13;
    private const int CodeMask = (1 << CodeBits) - 1;

    /// <summary>Random number that names this store's life; compared for equality only.</summary>
    public int Epoch;

    /// <summary>Number of this start of the unit, from 1.</summary>
    public int Boot;

    /// <summary>Sequence number of the next durable message, from 1.</summary>
    public int NextSeq = 1;

    /// <summary>Lowest sequence number of the epoch that waited for its receipt: whatever waits later has none lower. 1 where nobody knows.</summary>
    public int OldestSeq = 1;

    /// <summary>Volume by the pulse meter since commissioning, mL.</summary>
    public long PulseMillilitres;

    /// <summary>Stops of the pump for want of flow since the water user's last request.</summary>
    public int DryStops;

    /// <summary>When earlier starts of the unit began: a start without a clock, whose ledger says nothing of the time, does not take that from the ones after it.</summary>
    public BootDates Dates { get; } = new BootDates();

    /// <summary>When it was written, ms of the start <see cref="Boot"/>.</summary>
    public long SavedMs { get; private set; }

    /// <summary>
    /// It was written in an epoch that storage knew nothing of: what was given from memory after it, numbers and occurrences, it does not know where storage said that this write failed and it stands. The start that
    /// finds it begins another epoch.
    /// </summary>
    public bool IsProvisional { get; set; }

    /// <summary>What was read is a sound ledger of another chip: the whole store is a clone.</summary>
    public bool IsForeign { get; private set; }

    /// <summary>Writes the ledger; returns its length.</summary>
    public int Write(byte[] buffer, byte[] mac, FaultCatalogue catalogue, FaultMonitors monitors, WriteBudget budget, RecordStamp stamp, long nowMs, IChecksum checksum)
    {
        stamp.Put(buffer, NextSeq, nowMs);
        int at = Record.BodyAt;
        for (int i = 0; i < MacBytes; i++)
        {
            buffer[at++] = mac[i];
        }

        at = Bytes.Put64(buffer, at, PulseMillilitres);
        buffer[at++] = (byte)DryStops;
        for (int of = 0; of < WriteBudget.Classes; of++)
        {
            at = Bytes.Put32(buffer, at, budget.Total(of));
        }

        buffer[at++] = (byte)catalogue.Count;
        for (int row = 0; row < catalogue.Count; row++)
        {
            at = Bytes.Put16(buffer, at, (monitors.KeptLevelOf(row) << CodeBits) | catalogue.Code(row));
            at = Bytes.Put16(buffer, at, monitors.OccurrenceOf(row));
        }

        at = Dates.Put(buffer, Bytes.Put32(buffer, at, OldestSeq));
        buffer[at++] = (byte)((monitors.IsSupplyExcused ? ExcusedMark : 0) | (IsProvisional ? ProvisionalMark : 0));
        return Record.Seal(buffer, Record.Ledger, at, checksum);
    }

    /// <summary>
    /// Reads the ledger; false where the bytes are none, or where it was written by another chip (a cloned store must not go on with
    /// the other unit's ids).
    /// </summary>
    public bool TryRead(byte[] buffer, int count, byte[] mac, FaultCatalogue catalogue, FaultMonitors monitors, WriteBudget budget, IChecksum checksum)
    {
        bool valid = Record.IsValid(buffer, count, Record.Ledger, RowsAt, checksum);
        IsForeign = valid && !Bytes.Same(buffer, Record.BodyAt, mac, 0, MacBytes);
        if (!valid || IsForeign)
        {
            return false;
        }

        int at = Record.BodyAt;
        Epoch = Record.EpochOf(buffer);
        Boot = Record.BootOf(buffer);
        NextSeq = Record.SeqOf(buffer);
        SavedMs = Record.UptimeOf(buffer);
        PulseMillilitres = Bytes.Get64(buffer, at + 6);
        DryStops = buffer[at + 14];
        for (int of = 0; of < WriteBudget.Classes; of++)
        {
            budget.Restore(of, Bytes.Get32(buffer, at + 15 + (4 * of)));
        }

        TakeRows(buffer, count, catalogue, monitors);
        return true;
    }

    /// <summary>A record of the present epoch was written in this start of the unit: the next one has a higher number, whether the ledger knew of it or not.</summary>
    public void TakeBoot(int boot)
    {
        Boot = boot > Boot ? boot : Boot;
    }

    private void TakeRows(byte[] buffer, int count, FaultCatalogue catalogue, FaultMonitors monitors)
    {
        int rows = buffer[Record.BodyAt + RowsAt - 1];
        for (int i = 0; i < rows && Record.OverheadBytes + RowsAt + (RowBytes * (i + 1)) <= count; i++)
        {
            int place = Record.BodyAt + RowsAt + (RowBytes * i);
            int levelAndCode = Bytes.Get16(buffer, place);
            int row = catalogue.RowOf(levelAndCode & CodeMask);
            if (row >= 0)
            {
                monitors.RestoreOccurrence(row, Bytes.Get16(buffer, place + 2));
                monitors.RestoreRaised(row, (byte)Bound.Clamp(levelAndCode >> CodeBits, 0, 4));
            }
        }

        TakeTail(buffer, RowsAt + (RowBytes * rows), monitors);
    }

    /// <summary>What stands after the rows, from this byte of the body on.</summary>
    private void TakeTail(byte[] buffer, int from, FaultMonitors monitors)
    {
        int bytes = Record.BodyBytes(buffer) - from;
        OldestSeq = bytes >= OldestBytes ? Bytes.Get32(buffer, Record.BodyAt + from) : 1;
        if (bytes >= OldestBytes + BootDates.FlashBytes)
        {
            Dates.Take(buffer, Record.BodyAt + from + OldestBytes);
        }

        int marks = bytes >= OldestBytes + BootDates.FlashBytes + MarkBytes ? buffer[Record.BodyAt + from + OldestBytes + BootDates.FlashBytes] : 0;
        monitors.RestoreExcused((marks & ExcusedMark) != 0);
        IsProvisional = (marks & ProvisionalMark) != 0;
        Dates.Learn(buffer);
    }
}
