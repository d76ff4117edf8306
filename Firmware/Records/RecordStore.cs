using Firmware.Core.Contracts;
using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>Storage as the records use it: every write is counted, and what storage refuses is asked again after 1 s, doubling to a minute.</summary>
public sealed class RecordStore
{
    private const int ReadAttempts = 3;
    private const int FirstWaitMs = 1000;
    private const int LongestWaitMs = 60000;

    private readonly IStorage _storage;
    private long _waitUntilMs;
    private int _waitMs;

    /// <summary>A store over a storage.</summary>
    public RecordStore(IStorage storage)
    {
        _storage = storage;
    }

    /// <summary>What has been written, against what may be.</summary>
    public WriteBudget Budget { get; } = new WriteBudget();

    /// <summary>Reads, writes and clears that storage did not do.</summary>
    public int Errors { get; private set; }

    /// <summary>Writes that failed one after the other.</summary>
    public int FailuresInRow { get; private set; }

    /// <summary>Writes that had failed before the last one that worked; 0 once taken.</summary>
    public int Recovered { get; set; }

    /// <summary>Storage may be asked to write.</summary>
    public bool IsReady(long nowMs) => nowMs >= _waitUntilMs;

    /// <summary>Replaces a slot's content, and counts.</summary>
    public bool Replace(int slot, byte[] from, int count, WriteClass of, long nowMs)
    {
        Budget.Note(of, nowMs);
        return Did(_storage.Replace(slot, from, count), nowMs);
    }

    /// <summary>Clears a slot, and counts.</summary>
    public bool Delete(int slot, WriteClass of, long nowMs)
    {
        Budget.Note(of, nowMs);
        return Did(_storage.Delete(slot), nowMs);
    }

    /// <summary>Reads a slot: its length, 0 where there is nothing, −1 where it cannot be read now.</summary>
    public int Read(int slot, byte[] into)
    {
        int count = _storage.Read(slot, into);
        Errors += count < 0 ? 1 : 0;
        return count;
    }

    /// <summary>Reads a slot, asked again where storage could not read it at first. For the start only.</summary>
    public int ReadPatiently(int slot, byte[] into)
    {
        int count = -1;
        for (int attempt = 0; attempt < ReadAttempts && count < 0; attempt++)
        {
            count = Read(slot, into);
        }

        return count;
    }

    private bool Did(bool done, long nowMs)
    {
        if (done)
        {
            Recovered = FailuresInRow > 0 ? FailuresInRow : Recovered;
            FailuresInRow = 0;
            _waitMs = 0;
            return true;
        }

        Errors++;
        FailuresInRow++;
        _waitMs = Bound.Clamp(_waitMs * 2, FirstWaitMs, LongestWaitMs);
        _waitUntilMs = nowMs + _waitMs;
        return false;
    }
}
