using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Inspection.Items;
using Firmware.Records;

namespace Firmware.Inspection;

/// <summary>
/// A run as it is kept, while it goes on and as a report. Body: 0 plans, 1 starter, 2 flags (1 goes on, 2 was interrupted), 3 number of the item under way (0 none), 4 person (32), 8 began, 16 ended (Unix s,
/// 64 each), 24 epoch, 28 first seq of the report (32 each, 0 where it has none), 32 items, then for each item that the run takes: number, result and reason (4 bits each),
/// value (32), uncertainty (16, its highest bit: has a value). 33 + 8 a row: at most 545 bytes.
/// </summary>
public static class RunRecord
{
    private const int HeadBytes = 33;
    private const int ItemBytes = 8;
    private const int HasValueBit = 0x8000;

    /// <summary>Writes a run; returns its length.</summary>
    public static int Write(byte[] buffer, InspectionRun run, int epoch, int firstSeq, IChecksum checksum)
    {
        int at = Record.BodyAt;
        buffer[at++] = (byte)run.Plans;
        buffer[at++] = (byte)run.StartedBy;
        buffer[at++] = (byte)((run.Runs ? 1 : 0) | (run.WasInterrupted ? 2 : 0));
        buffer[at++] = (byte)(run.Row < 0 ? 0 : run.Checklist.Number(run.Row));
        at = Bytes.Put32(buffer, at, run.Person);
        at = Bytes.Put64(buffer, at, run.BeganUnix);
        at = Bytes.Put64(buffer, at, run.EndedUnix);
        at = Bytes.Put32(buffer, at, epoch);
        at = Bytes.Put32(buffer, at, firstSeq);
        int countAt = at++;
        buffer[countAt] = 0;
        for (int row = 0; row < run.Checklist.Count; row++)
        {
            if (run.Takes(row))
            {
                at = WriteItem(buffer, at, run, row);
                buffer[countAt]++;
            }
        }

        return Record.Seal(buffer, Record.Run, at, checksum);
    }

    /// <summary>Takes up a run that was going on; false where the bytes are none, or are of one that had ended.</summary>
    public static bool TryResume(byte[] buffer, int count, InspectionRun run, IChecksum checksum)
    {
        if (!Record.IsValid(buffer, count, Record.Run, HeadBytes, checksum))
        {
            return false;
        }

        int at = Record.BodyAt;
        if ((buffer[at + 2] & 1) == 0)
        {
            return true;
        }

        for (int i = 0; i < buffer[at + 32] && at + HeadBytes + ((i + 1) * ItemBytes) <= count; i++)
        {
            ReadItem(buffer, at + HeadBytes + (i * ItemBytes), run);
        }

        run.Resume(buffer[at], (Starter)buffer[at + 1], Bytes.Get32(buffer, at + 4), Bytes.Get64(buffer, at + 8), run.Checklist.RowOf(buffer[at + 3]));
        return true;
    }

    private static int WriteItem(byte[] buffer, int at, InspectionRun run, int row)
    {
        buffer[at++] = (byte)run.Checklist.Number(row);
        buffer[at++] = (byte)(((int)run.ResultOf(row) << 4) | (int)run.ReasonOf(row));
        at = Bytes.Put32(buffer, at, run.ValueOf(row));
        int uncertainty = Bound.Clamp(run.UncertaintyOf(row), 0, HasValueBit - 1);
        return Bytes.Put16(buffer, at, uncertainty | (run.HasValue(row) ? HasValueBit : 0));
    }

    private static void ReadItem(byte[] buffer, int at, InspectionRun run)
    {
        int row = run.Checklist.RowOf(buffer[at]);
        if (row >= 0)
        {
            int uncertainty = Bytes.Get16(buffer, at + 6);
            run.Set(
                row,
                (ItemResult)(buffer[at + 1] >> 4),
                (NotTestedReason)(buffer[at + 1] & 15),
                (uncertainty & HasValueBit) != 0,
                Bytes.Get32(buffer, at + 2),
                uncertainty & (HasValueBit - 1));
        }
    }
}
