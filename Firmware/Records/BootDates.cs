using Firmware.Core.Contracts;

namespace Firmware.Records;

/// <summary>
/// When earlier starts of the unit began, by the wall clock: so that what a start recorded before its clock was set is dated also where only a later start can send it. Every record's head has both clocks, so
/// that one which was written with the clock set dates its whole start; the ledger is, as soon as the clock is set, and hands on what it knew of the starts before. The youngest <see cref="Starts"/> that the store tells of; on
/// flash, the oldest first, for each epoch, boot and begin (32 bits each; begin 0: none).
/// </summary>
public sealed class BootDates
{
    /// <summary>Starts that are known.</summary>
    public const int Starts = 3;

    /// <summary>Bytes on flash.</summary>
    public const int FlashBytes = Starts * StartBytes;

    private const int StartBytes = 12;

    private readonly int[] _epoch = new int[Starts];
    private readonly int[] _boot = new int[Starts];
    private readonly uint[] _began = new uint[Starts];
    private int _next;

    /// <summary>Takes the moment in a record's head, which is valid.</summary>
    public void Learn(byte[] record)
    {
        long unix = Record.UnixOf(record);
        int epoch = Record.EpochOf(record);
        int boot = Record.BootOf(record);
        if (unix != 0 && Find(epoch, boot) < 0)
        {
            Add(epoch, boot, (uint)Bound.Clamp(unix - (Record.UptimeOf(record) / 1000), 0, uint.MaxValue));
        }
    }

    /// <summary>Writes what is known; returns the place after it.</summary>
    public int Put(byte[] into, int at)
    {
        for (int i = 0; i < Starts; i++)
        {
            int start = (_next + i) % Starts;
            at = Bytes.Put32(into, at, _epoch[start]);
            at = Bytes.Put32(into, at, _boot[start]);
            at = Bytes.Put32(into, at, (int)_began[start]);
        }

        return at;
    }

    /// <summary>Takes up what <see cref="Put"/> wrote.</summary>
    public void Take(byte[] from, int at)
    {
        for (int i = 0; i < Starts; i++)
        {
            Add(Bytes.Get32(from, at), Bytes.Get32(from, at + 4), (uint)Bytes.Get32(from, at + 8));
            at += StartBytes;
        }
    }

    /// <summary>Dates what a record of a known start could not date itself.</summary>
    public void Date(AlarmRecord record)
    {
        int start = Find(record.Epoch, record.Boot);
        if (start >= 0)
        {
            record.OnsetUnix = record.OnsetUnix == 0 ? _began[start] + (record.OnsetMs / 1000) : record.OnsetUnix;
            record.ConfirmedUnix = record.ConfirmedUnix == 0 ? _began[start] + (record.ConfirmedMs / 1000) : record.ConfirmedUnix;
        }
    }

    private void Add(int epoch, int boot, uint began)
    {
        _epoch[_next] = epoch;
        _boot[_next] = boot;
        _began[_next] = began;
        _next = (_next + 1) % Starts;
    }

    private int Find(int epoch, int boot)
    {
        for (int start = 0; start < Starts; start++)
        {
            if (_began[start] != 0 && _epoch[start] == epoch && _boot[start] == boot)
            {
                return start;
            }
        }

        return -1;
    }
}
