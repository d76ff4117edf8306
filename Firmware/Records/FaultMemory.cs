using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>
/// The lifecycle of every fault over a restart and an upgrade, in one small slot. Body: 0 bit 0 laid up, bit 1 laid up before in this closed season, 1 who laid it up, 2 maintenance minutes left (16), 4 who
/// works, 5 shelves, 6 rows, 7 faults that the work has hidden so far, at most 255; each shelf code (16), who, reason, minutes left (16); each row code (16), stage + 8 × highest level + 64 where the work has hidden it, occurrences since clear,
/// clean cycles, occurrence known (16), occurrence acknowledged (16), by whom, repairs of its module. What has to be replaced comes first, then raised faults, then
/// level; what does not fit was displaced by <see cref="Lifecycle"/> before.
/// </summary>
public sealed class FaultMemory : IKept
{
    /// <summary>Shortest time between two writes, ms: a power cut costs at most so much of it.</summary>
    public const int BetweenMs = 30000;

    /// <summary>Time left on shelves and of maintenance is saved at least this often, ms.</summary>
    public const int TimedMs = 600000;

    private const int HeadBytes = 8;
    private const int ShelfBytes = 6;
    private const int RowBytes = 11;
    private const int CrcBytes = 4;
    private const int LastRank = 13;
    private const int StageMask = 7;
    private const int HighestShift = 3;
    private const int HiddenByWork = 64;

    private readonly FaultCatalogue _catalogue;
    private readonly FaultMonitors _monitors;
    private readonly Lifecycle _lifecycle;
    private long _savedMs = -BetweenMs;

    /// <summary>The memory of a lifecycle.</summary>
    public FaultMemory(FaultCatalogue catalogue, FaultMonitors monitors, Lifecycle lifecycle)
    {
        _catalogue = catalogue;
        _monitors = monitors;
        _lifecycle = lifecycle;
    }

    /// <inheritdoc/>
    public int Slot => Slots.FaultMemory;

    /// <inheritdoc/>
    public bool IsDue(long nowMs)
    {
        long since = nowMs - _savedMs;
        return (_lifecycle.IsUnsaved && since >= BetweenMs) || (_lifecycle.Gate.HasTimed && since >= TimedMs);
    }

    /// <inheritdoc/>
    public void Saved(long nowMs)
    {
        _savedMs = nowMs;
        _lifecycle.MarkSaved();
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, long nowMs, IChecksum checksum)
    {
        AlarmGate gate = _lifecycle.Gate;
        int head = Record.BodyAt;
        buffer[head] = (byte)((gate.LayUp.IsOn ? 1 : 0) | (gate.LayUp.IsSpent ? 2 : 0));
        buffer[head + 1] = (byte)gate.LayUp.Who;
        Bytes.Put16(buffer, head + 2, gate.Maintenance.MinutesLeft);
        buffer[head + 4] = (byte)gate.Maintenance.Who;
        buffer[head + 7] = (byte)Bound.Clamp(gate.Maintenance.IsOn ? gate.Maintenance.HiddenFaults : 0, 0, byte.MaxValue);
        int at = WriteShelves(buffer, head + HeadBytes, gate.Shelves);
        buffer[head + 5] = (byte)((at - head - HeadBytes) / ShelfBytes);
        int rows = at;
        for (int rank = 0; rank <= LastRank; rank++)
        {
            at = WriteRows(buffer, at, rank);
        }

        buffer[head + 6] = (byte)((at - rows) / RowBytes);
        return Record.Seal(buffer, Record.FaultMemory, at, checksum);
    }

    /// <inheritdoc/>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        int head = Record.BodyAt;
        if (!Record.IsValid(buffer, count, Record.FaultMemory, HeadBytes, checksum)
            || head + HeadBytes + (buffer[head + 5] * ShelfBytes) + (buffer[head + 6] * RowBytes) + CrcBytes != count)
        {
            return false;
        }

        if ((buffer[head] & 1) != 0)
        {
            _lifecycle.Gate.LayUp.Begin(buffer[head + 1]);
        }

        _lifecycle.Gate.LayUp.IsSpent = (buffer[head] & 2) != 0;
        int minutes = Bytes.Get16(buffer, head + 2);
        if (minutes > 0)
        {
            _lifecycle.Gate.BeginMaintenance(buffer[head + 4], minutes);
            _lifecycle.Gate.Maintenance.RestoreHidden(buffer[head + 7]);
        }

        int at = ReadShelves(buffer, head + HeadBytes, buffer[head + 5]);
        ReadRows(buffer, at, buffer[head + 6]);
        return true;
    }

    private int WriteShelves(byte[] buffer, int at, Shelves shelves)
    {
        for (int place = 0; place < Shelves.Places; place++)
        {
            if (shelves.RowAt(place) >= 0)
            {
                at = Bytes.Put16(buffer, at, _catalogue.Code(shelves.RowAt(place)));
                buffer[at++] = (byte)shelves.WhoAt(place);
                buffer[at++] = (byte)shelves.ReasonAt(place);
                at = Bytes.Put16(buffer, at, shelves.MinutesLeftAt(place));
            }
        }

        return at;
    }

    private int ReadShelves(byte[] buffer, int at, int count)
    {
        for (int end = at + (count * ShelfBytes); at < end; at += ShelfBytes)
        {
            int row = _catalogue.RowOf(Bytes.Get16(buffer, at));
            if (row >= 0)
            {
                _lifecycle.Gate.Shelves.Put(row, buffer[at + 2], (ShelveReason)buffer[at + 3], Bytes.Get16(buffer, at + 4));
            }
        }

        return at;
    }

    /// <summary>Rows of a rank, as long as there is room.</summary>
    private int WriteRows(byte[] buffer, int at, int rank)
    {
        for (int row = 0; row < _catalogue.Count && at + RowBytes + CrcBytes <= Slots.StateBytes; row++)
        {
            if (RankOf(row) == rank)
            {
                at = WriteRow(buffer, at, row);
            }
        }

        return at;
    }

    /// <summary>0 what has to be replaced, 1–4 raised by level, 6–9 cleared by highest level, 10 repairs alone, 13 what gave way while it was raised; −1 where there is nothing to keep.</summary>
    private int RankOf(int row)
    {
        byte repairs = _lifecycle.Repairs.SavedOf(row);
        if (repairs != 0 && _lifecycle.Repairs.NeedsReplacement(row))
        {
            return 0;
        }

        if (_lifecycle.SavedStageOf(row) == 0)
        {
            return repairs == 0 ? -1 : 10;
        }

        if (_lifecycle.IsDisplaced(row))
        {
            return LastRank;
        }

        return _monitors.IsRaised(row) ? _monitors.LevelOf(row) : 5 + _lifecycle.HighestLevelOf(row);
    }

    private int WriteRow(byte[] buffer, int at, int row)
    {
        at = Bytes.Put16(buffer, at, _catalogue.Code(row));
        int hidden = _lifecycle.Gate.IsHiddenByWork(row) ? HiddenByWork : 0;
        buffer[at++] = (byte)(_lifecycle.SavedStageOf(row) | (_lifecycle.HighestLevelOf(row) << HighestShift) | hidden);
        buffer[at++] = (byte)_lifecycle.OccurrencesSinceClear(row);
        buffer[at++] = (byte)_lifecycle.CleanCyclesOf(row);
        at = Bytes.Put16(buffer, at, _lifecycle.SavedOccurrenceOf(row));
        at = Bytes.Put16(buffer, at, _lifecycle.SavedAnswerOf(row));
        buffer[at++] = _lifecycle.SavedAnswererOf(row);
        buffer[at++] = _lifecycle.Repairs.SavedOf(row);
        return at;
    }

    private void ReadRows(byte[] buffer, int at, int count)
    {
        for (int end = at + (count * RowBytes); at < end; at += RowBytes)
        {
            int row = _catalogue.RowOf(Bytes.Get16(buffer, at));
            if (row >= 0)
            {
                byte stage = buffer[at + 2];
                int seen = Bytes.Get16(buffer, at + 5);
                _monitors.GoOnAfter(row, seen);
                _lifecycle.Restore(row, (byte)(stage & StageMask), (byte)((stage >> HighestShift) & StageMask), buffer[at + 3], buffer[at + 4], seen, Bytes.Get16(buffer, at + 7), buffer[at + 9]);
                _lifecycle.Repairs.Restore(row, buffer[at + 10]);
                if ((stage & HiddenByWork) != 0)
                {
                    _lifecycle.Gate.RestoreHidden(row);
                }
            }
        }
    }
}
