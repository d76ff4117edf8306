using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Inspection.Items;
using Firmware.Inspection.Meters;
using Firmware.Records;

namespace Firmware.Inspection;

/// <summary>
/// A run as it is kept, while it goes on and as a report. Body: 0 plans, 1 starter, 2 flags (1 goes on, 2 was interrupted), 3 number of the item under way (0 none), 4 person (32), 8 began, 16 ended (Unix s,
/// 64 each), 24 number of the report (16), 26 reports lost until then (16), 28 epoch, 32 first seq (32 each, 0 where it has none), 36 worst faults (5 codes of 16, 0 none), 46 1 where the centre has the report (8), 47 items,
/// then for each row that was ever inspected: number, result and reason (4 bits each), value (24), uncertainty (14, above it: has a value, had one before), value before
/// (24); then the reference volume (32, L, 0 where no meter was verified) and flow (32, mL/s) of a verification, the number of exchanged meters that the report tells of (8; 128 of it: the verified meter is that of the RS485 bus), and these
/// (<see cref="MeterBook.SwapBytes"/> each), or, after the run that is kept, the history of the meters. At most <see cref="MaxBytes"/>.
/// </summary>
public static class RunRecord
{
    /// <summary>Bytes before the first item.</summary>
    public const int HeadBytes = 48;

    /// <summary>Bytes of an item.</summary>
    public const int ItemBytes = 10;

    /// <summary>Longest record, with a full checklist and the history of the meters: a slot holds it.</summary>
    public const int MaxBytes = Record.OverheadBytes + HeadBytes + (ItemBytes * Checklist.MaxRows) + MeterBytes + MeterBook.Length;

    /// <summary>Faults that are named.</summary>
    public const int Faults = 5;

    /// <summary>Greatest value that is kept, and below 0 the least but one.</summary>
    public const int MaxValue = 0x7FFFFF;

    /// <summary>Greatest uncertainty that is kept.</summary>
    public const int MaxUncertainty = 0x3FFF;

    /// <summary>Place of the value in an item.</summary>
    public const int ValueAt = 2;

    /// <summary>Place of the uncertainty, with the bits above it.</summary>
    public const int UncertaintyAt = 5;

    /// <summary>Place of the value before.</summary>
    public const int BeforeAt = 7;

    /// <summary>Bit in the uncertainty: there is a value.</summary>
    public const int HasValueBit = 0x8000;

    /// <summary>Bit in the uncertainty: there is a value from before.</summary>
    public const int HadValueBit = 0x4000;

    private const int FlagsAt = Record.BodyAt + 2;
    private const int FaultsAt = 36;
    private const int MeterBytes = 9;
    private const int SwapsAt = 8;
    private const int VerifiedBus = 0x80;
    private const int VerificationItem = 38;
    private const int WideItemBytes = 12;
    private const int GoesOn = 1;
    private const int Interrupted = 2;

    /// <summary>Writes a run; returns its length.</summary>
    /// <param name="buffer">At least <see cref="MaxBytes"/> bytes.</param>
    /// <param name="run">The run.</param>
    /// <param name="number">Number of the report.</param>
    /// <param name="epoch">Epoch of its ids.</param>
    /// <param name="firstSeq">First of its ids, 0 where it has none.</param>
    /// <param name="checksum">The checksum.</param>
    public static int Write(byte[] buffer, InspectionRun run, int number, int epoch, int firstSeq, IChecksum checksum)
    {
        int at = WriteBody(buffer, run, number, epoch, firstSeq);
        return Record.Seal(buffer, Record.Run, WriteSwaps(buffer, at, run.Meters), checksum);
    }

    /// <summary>Writes a run with the history of the meters after it, in which its exchanges stand; returns its length.</summary>
    public static int WriteWithMeters(byte[] buffer, InspectionRun run, IChecksum checksum)
    {
        int at = WriteBody(buffer, run, 0, 0, 0);
        return Record.Seal(buffer, Record.Run, run.Meters.Put(buffer, at), checksum);
    }

    private static int WriteBody(byte[] buffer, InspectionRun run, int number, int epoch, int firstSeq)
    {
        int at = Record.BodyAt;
        buffer[at++] = (byte)run.Plans;
        buffer[at++] = (byte)run.StartedBy;
        buffer[at++] = (byte)((run.Runs ? GoesOn : 0) | (run.WasInterrupted ? Interrupted : 0));
        buffer[at++] = (byte)(run.Row < 0 ? 0 : run.Checklist.Number(run.Row));
        at = Bytes.Put32(buffer, at, run.Person);
        at = Bytes.Put64(buffer, at, run.BeganUnix);
        at = Bytes.Put64(buffer, at, run.EndedUnix);
        at = Bytes.Put16(buffer, at, number);
        at = Bytes.Put16(buffer, at, 0);
        at = Bytes.Put32(buffer, at, epoch);
        at = Bytes.Put32(buffer, at, firstSeq);
        for (int i = 0; i < Faults; i++)
        {
            at = Bytes.Put16(buffer, at, run.Faults[i]);
        }

        buffer[at++] = 0;
        int countAt = at++;
        buffer[countAt] = 0;
        for (int row = 0; row < run.Checklist.Count; row++)
        {
            if (run.Takes(row) || run.HasValue(row) || run.HadValue(row))
            {
                at = WriteItem(buffer, at, run, row);
                buffer[countAt]++;
            }
        }

        return WriteVerification(buffer, at, run);
    }

    /// <summary>The run goes on no more: what is still open in it is taken up as interrupted. The record is to be sealed anew.</summary>
    public static void LeaveOff(byte[] buffer) => buffer[FlagsAt] &= unchecked((byte)~GoesOn);

    /// <summary>Takes up a run: goes on with one that went on, and knows the values of one that had ended. False where the bytes are none.</summary>
    public static bool TryRead(byte[] buffer, int count, InspectionRun run, IChecksum checksum)
    {
        count = Renew(buffer, count, checksum);
        if (count == 0)
        {
            return false;
        }

        int at = Record.BodyAt;
        for (int i = 0; i < CountOf(buffer, count); i++)
        {
            ReadItem(buffer, ItemAt(i), run);
        }

        int metersAt = SwapAt(buffer, count, 0);
        if (count - metersAt >= MeterBook.Length)
        {
            run.Meters.Take(buffer, metersAt);
        }

        for (int i = 0; i < Faults; i++)
        {
            run.Faults[i] = (short)Bytes.Get16(buffer, at + FaultsAt + (2 * i));
        }

        if ((buffer[FlagsAt] & GoesOn) == 0)
        {
            run.TakeUp(buffer[at], (Starter)buffer[at + 1], Bytes.Get32(buffer, at + 4), Bytes.Get64(buffer, at + 8), Bytes.Get64(buffer, at + 16));
            InterruptOpen(run);
        }
        else
        {
            run.Resume(buffer[at], (Starter)buffer[at + 1], Bytes.Get32(buffer, at + 4), Bytes.Get64(buffer, at + 8), run.Checklist.RowOf(buffer[at + 3]));
        }

        return true;
    }

    /// <summary>Length of the run that the bytes are, 0 where they are none. One that an earlier firmware kept (<see cref="Record.WideRun"/>) is made into one of this, in its place.</summary>
    public static int Renew(byte[] buffer, int count, IChecksum checksum)
    {
        if (Record.IsValid(buffer, count, Record.WideRun, HeadBytes + MeterBytes, checksum))
        {
            return Narrow(buffer, count, checksum);
        }

        return Record.IsValid(buffer, count, Record.Run, HeadBytes + MeterBytes, checksum) ? count : 0;
    }

    /// <summary>An item of the earlier firmware: number, result and reason, value (32), uncertainty (16), value before (32).</summary>
    private static int Narrow(byte[] buffer, int count, IChecksum checksum)
    {
        int items = Bound.Clamp(buffer[Record.BodyAt + 47], 0, (count - Record.OverheadBytes - HeadBytes - MeterBytes) / WideItemBytes);
        int from = ItemAt(0);
        int to = from;
        for (int i = 0; i < items; i++)
        {
            int value = Bytes.Get32(buffer, from + 2);
            int uncertainty = Bytes.Get16(buffer, from + 6);
            int before = Bytes.Get32(buffer, from + 8);
            to = Bytes.Put16(buffer, to, Bytes.Get16(buffer, from));
            to = Bytes.Put24(buffer, to, Bound.Clamp(value, -MaxValue, MaxValue));
            to = Bytes.Put24(buffer, Bytes.Put16(buffer, to, uncertainty), Bound.Clamp(before, -MaxValue, MaxValue));
            from += WideItemBytes;
        }

        int rest = count - Record.CrcBytes - from;
        System.Array.Copy(buffer, from, buffer, to, rest);
        return Record.Seal(buffer, Record.Run, to + rest, checksum);
    }

    /// <summary>Items of a valid record.</summary>
    public static int CountOf(byte[] buffer, int count)
    {
        return Bound.Clamp(buffer[Record.BodyAt + 47], 0, (count - Record.OverheadBytes - HeadBytes - MeterBytes) / ItemBytes);
    }

    /// <summary>Place of an item of a valid record.</summary>
    public static int ItemAt(int index) => Record.BodyAt + HeadBytes + (index * ItemBytes);

    /// <summary>Reference volume of the verification that the run made, L; 0 where it made none.</summary>
    public static int VerifiedLitres(byte[] buffer, int count) => Bytes.Get32(buffer, ItemAt(CountOf(buffer, count)));

    /// <summary>Flow in that verification, mL/s.</summary>
    public static int VerifiedFlow(byte[] buffer, int count) => Bytes.Get32(buffer, ItemAt(CountOf(buffer, count)) + 4);

    /// <summary>The meter that was verified, <see cref="MeterBook.Pulse"/> or <see cref="MeterBook.Bus"/>.</summary>
    public static int VerifiedMeter(byte[] buffer, int count) => (buffer[ItemAt(CountOf(buffer, count)) + SwapsAt] & VerifiedBus) != 0 ? MeterBook.Bus : MeterBook.Pulse;

    /// <summary>Exchanged meters that the report tells of.</summary>
    public static int SwapsOf(byte[] buffer, int count)
    {
        return Bound.Clamp(buffer[ItemAt(CountOf(buffer, count)) + SwapsAt] & ~VerifiedBus, 0, MeterBook.Kinds);
    }

    /// <summary>Place of one of them.</summary>
    public static int SwapAt(byte[] buffer, int count, int index) => ItemAt(CountOf(buffer, count)) + MeterBytes + (index * MeterBook.SwapBytes);

    private static void InterruptOpen(InspectionRun run)
    {
        for (int row = 0; row < run.Checklist.Count; row++)
        {
            if (run.Takes(row) && run.ResultOf(row) == ItemResult.Open)
            {
                run.Set(row, ItemResult.NotTested, ItemReason.Interrupted, false, 0, 0);
            }
        }
    }

    private static int WriteVerification(byte[] buffer, int at, InspectionRun run)
    {
        int row = run.Checklist.RowOf(VerificationItem);
        bool verified = run.Takes(row) && run.HasValue(row) && run.Meters.Verifications > 0;
        at = Bytes.Put32(buffer, at, verified ? Bytes.Get32(run.Meters.VerificationRecords, MeterBook.VolumeAt) : 0);
        at = Bytes.Put32(buffer, at, verified ? Bytes.Get32(run.Meters.VerificationRecords, MeterBook.FlowAt) : 0);
        buffer[at] = (byte)(verified && run.Meters.VerificationRecords[MeterBook.MeterAt] == MeterBook.Bus ? VerifiedBus : 0);
        return at + 1;
    }

    private static int WriteSwaps(byte[] buffer, int at, MeterBook meters)
    {
        int countAt = at - 1;
        for (int meter = 0; meter < MeterBook.Kinds; meter++)
        {
            if (meters.IsOwed(meter))
            {
                System.Array.Copy(meters.SwapRecords, MeterBook.SwapAt(meter), buffer, at, MeterBook.SwapBytes);
                at += MeterBook.SwapBytes;
                buffer[countAt]++;
            }
        }

        return at;
    }

    private static int WriteItem(byte[] buffer, int at, InspectionRun run, int row)
    {
        buffer[at++] = (byte)run.Checklist.Number(row);
        buffer[at++] = (byte)(((int)run.ResultOf(row) << 4) | (int)run.ReasonOf(row));
        at = Bytes.Put24(buffer, at, run.ValueOf(row));
        int flags = (run.HasValue(row) ? HasValueBit : 0) | (run.HadValue(row) ? HadValueBit : 0);
        at = Bytes.Put16(buffer, at, flags | run.UncertaintyOf(row));
        return Bytes.Put24(buffer, at, run.BeforeOf(row));
    }

    private static void ReadItem(byte[] buffer, int at, InspectionRun run)
    {
        int row = run.Checklist.RowOf(buffer[at]);
        if (row < 0)
        {
            return;
        }

        int flags = Bytes.Get16(buffer, at + UncertaintyAt);
        run.SetBefore(row, (flags & HadValueBit) != 0, Bytes.Get24(buffer, at + BeforeAt));
        run.Set(
            row,
            (ItemResult)(buffer[at + 1] >> 4),
            (ItemReason)(buffer[at + 1] & 15),
            (flags & HasValueBit) != 0,
            Bytes.Get24(buffer, at + ValueAt),
            flags & MaxUncertainty);
    }
}
