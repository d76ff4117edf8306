using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>
/// What must survive every restart: who this store belongs to, and the counts that may never go back. Body: 0 epoch, 4 boot, 8 next
/// seq, 12 MAC (6 bytes), 18 pulse volume mL (64 bits), 26 dry stops (8), 27 number of rows (8), then for each row code (16), occurrence (16) and, while it is raised, its
/// level, else 0 (8).
/// </summary>
public sealed class Ledger
{
    /// <summary>Slot of the ledger.</summary>
    public const int Slot = Slots.Ledger;

    /// <summary>Bytes of the longest ledger, with its envelope: below the 384 B of a slot.</summary>
    public const int MaxBytes = Record.BodyAt + RowsAt + (RowBytes * FaultCatalogue.MaxRows) + 4;

    private const int MacBytes = 6;
    private const int RowsAt = 28;
    private const int RowBytes = 5;

    /// <summary>Random number that names this store's life; compared for equality only.</summary>
    public int Epoch;

    /// <summary>Number of this start of the unit, from 1.</summary>
    public int Boot;

    /// <summary>Sequence number of the next durable message, from 1.</summary>
    public int NextSeq = 1;

    /// <summary>Volume by the pulse meter since commissioning, mL.</summary>
    public long PulseMillilitres;

    /// <summary>Stops of the pump for want of flow since the water user's last request.</summary>
    public int DryStops;

    /// <summary>What was read is a sound ledger of another chip: the whole store is a clone.</summary>
    public bool IsForeign { get; private set; }

    /// <summary>Writes the ledger; returns its length.</summary>
    public int Write(byte[] buffer, byte[] mac, FaultCatalogue catalogue, FaultMonitors monitors, IChecksum checksum)
    {
        int at = Bytes.Put32(buffer, Record.BodyAt, Epoch);
        at = Bytes.Put32(buffer, at, Boot);
        at = Bytes.Put32(buffer, at, NextSeq);
        for (int i = 0; i < MacBytes; i++)
        {
            buffer[at++] = mac[i];
        }

        at = Bytes.Put64(buffer, at, PulseMillilitres);
        buffer[at++] = (byte)DryStops;
        buffer[at++] = (byte)catalogue.Count;
        for (int row = 0; row < catalogue.Count; row++)
        {
            at = Bytes.Put16(buffer, at, catalogue.Code(row));
            at = Bytes.Put16(buffer, at, monitors.OccurrenceOf(row));
            buffer[at++] = monitors.IsRaised(row) ? monitors.LevelOf(row) : FaultCatalogue.NoLevel;
        }

        return Record.Seal(buffer, Record.Ledger, at, checksum);
    }

    /// <summary>
    /// Reads the ledger; false where the bytes are none, or where it was written by another chip (a cloned store must not go on with
    /// the other unit's ids).
    /// </summary>
    public bool TryRead(byte[] buffer, int count, byte[] mac, FaultCatalogue catalogue, FaultMonitors monitors, IChecksum checksum)
    {
        bool valid = Record.IsValid(buffer, count, Record.Ledger, RowsAt, checksum);
        IsForeign = valid && !IsOurs(buffer, mac);
        if (!valid || IsForeign)
        {
            return false;
        }

        int at = Record.BodyAt;
        Epoch = Bytes.Get32(buffer, at);
        Boot = Bytes.Get32(buffer, at + 4);
        NextSeq = Bytes.Get32(buffer, at + 8);
        PulseMillilitres = Bytes.Get64(buffer, at + 18);
        DryStops = buffer[at + 26];
        int rows = buffer[at + 27];
        for (int i = 0; i < rows && at + RowsAt + (RowBytes * (i + 1)) <= count; i++)
        {
            int place = at + RowsAt + (RowBytes * i);
            int row = catalogue.RowOf(Bytes.Get16(buffer, place));
            if (row >= 0)
            {
                monitors.RestoreOccurrence(row, Bytes.Get16(buffer, place + 2));
                monitors.RestoreRaised(row, (byte)Bound.Clamp(buffer[place + 4], 0, 4));
            }
        }

        return true;
    }

    private static bool IsOurs(byte[] buffer, byte[] mac)
    {
        for (int i = 0; i < MacBytes; i++)
        {
            if (buffer[Record.BodyAt + 12 + i] != mac[i])
            {
                return false;
            }
        }

        return true;
    }
}
