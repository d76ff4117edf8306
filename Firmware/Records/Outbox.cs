using Firmware.Core.Contracts;

namespace Firmware.Records;

/// <summary>
/// The index of the records that the centre has not stored yet; the records themselves are in storage, one a slot. Pure: the caller
/// does the reading and writing. Order: level, then age.
/// </summary>
public sealed class Outbox
{
    /// <summary>Records kept: 32 slots of 384 B are 12 KB of the 128 KB budget.</summary>
    public const int Capacity = 32;

    /// <summary>Places for records that storage refused: they live in memory alone, so they are few.</summary>
    public const int MemoryPlaces = 4;

    /// <summary>First storage slot of a record.</summary>
    public const int FirstSlot = Slots.Outbox;

    /// <summary>First time to wait for the receipt before a record is sent again, ms. Doubles each time.</summary>
    public const int FirstRetryMs = 30000;

    /// <summary>Longest time between two copies, ms.</summary>
    public const int LongestRetryMs = 600000;

    private const int Places = Capacity + MemoryPlaces;
    private const byte Free = 0;
    private const byte Waiting = 1;
    private const byte Done = 2;
    private const int MaxDoublings = 5;
    private const int MaxUnreadable = 3;

    private readonly byte[] _state = new byte[Places];
    private readonly byte[] _level = new byte[Places];
    private readonly byte[] _tries = new byte[Places];
    private readonly int[] _epoch = new int[Places];
    private readonly int[] _seq = new int[Places];
    private readonly int[] _keptSession = new int[Places];
    private readonly int[] _sentSession = new int[Places];
    private readonly long[] _sentMs = new long[Places];

    /// <summary>Records that wait for their receipt.</summary>
    public int Count { get; private set; }

    /// <summary>Records whose receipt has come and whose slot is still to be cleared.</summary>
    public int DoneCount { get; private set; }

    /// <summary>Records displaced because all places were taken by ones not less important.</summary>
    public int Lost { get; private set; }

    /// <summary>The present epoch, of which <see cref="HighestSent"/> speaks.</summary>
    public int Epoch { get; set; }

    /// <summary>Highest seq that was ever handed to the link, or may have been before the restart.</summary>
    public int HighestSent { get; set; }

    /// <summary>Sequence number of a place.</summary>
    public int SeqOf(int place) => _seq[place];

    /// <summary>True where the record was kept before the present session was made.</summary>
    public bool IsHistorical(int place, int session) => _keptSession[place] != session;

    /// <summary>True where a place's record lives in memory alone.</summary>
    public static bool IsMemory(int place) => place >= Capacity;

    /// <summary>
    /// The place for a new record of a level, in storage or in memory: a free one, else that of the oldest record of the least important level that is not more
    /// important than it. −1 where there is none; while <see cref="DoneCount"/> is not 0 there may be one after the next clearing.
    /// </summary>
    public int PlaceFor(byte level, bool memory)
    {
        int first = memory ? Capacity : 0;
        int end = memory ? Places : Capacity;
        int victim = -1;
        for (int place = first; place < end; place++)
        {
            if (_state[place] == Free)
            {
                return place;
            }

            if (_state[place] == Waiting && _level[place] >= level && (victim < 0 || GoesBefore(place, victim)))
            {
                victim = place;
            }
        }

        // A place that is only to be cleared is worth waiting for; nothing has to give way then.
        return !memory && DoneCount > 0 ? -1 : victim;
    }

    /// <summary>Notes a record that now stands in a place. <paramref name="session"/> 0: kept before this start.</summary>
    public void Keep(int place, int epoch, int seq, byte level, int session)
    {
        if (_state[place] == Waiting)
        {
            Lost++;
            Count--;
        }

        _state[place] = Waiting;
        _epoch[place] = epoch;
        _seq[place] = seq;
        _level[place] = level;
        _tries[place] = 0;
        _keptSession[place] = session;
        _sentSession[place] = 0;
        Count++;
    }

    /// <summary>The place of the record to send now, −1 where none is due. A new session sends every record again.</summary>
    public int NextToSend(long nowMs, int session)
    {
        int best = -1;
        for (int place = 0; place < Places; place++)
        {
            if (_state[place] == Waiting && IsDue(place, nowMs, session) && (best < 0 || IsSentBefore(place, best)))
            {
                best = place;
            }
        }

        return best;
    }

    /// <summary>Notes that a copy was handed to the link.</summary>
    public void Sent(int place, long nowMs, int session)
    {
        _tries[place] = (byte)(_sentSession[place] == session ? Bound.Clamp(_tries[place] + 1, 0, MaxDoublings) : 0);
        _sentSession[place] = session;
        _sentMs[place] = nowMs;
        if (_epoch[place] == Epoch && _seq[place] > HighestSent)
        {
            HighestSent = _seq[place];
        }
    }

    /// <summary>Takes the receipt of every id up to one.</summary>
    public void StoredUpTo(int epoch, int seq)
    {
        for (int place = 0; place < Places; place++)
        {
            if (_state[place] == Waiting && _epoch[place] == epoch && _seq[place] <= seq)
            {
                Finish(place);
            }
        }
    }

    /// <summary>Takes the receipt of one id.</summary>
    public void StoredOne(int epoch, int seq)
    {
        for (int place = 0; place < Places; place++)
        {
            if (_state[place] == Waiting && _epoch[place] == epoch && _seq[place] == seq)
            {
                Finish(place);
            }
        }
    }

    /// <summary>A record that storage did not give back: tried again as after a copy, and given up as lost when that does not help.</summary>
    public void Unreadable(int place, long nowMs, int session)
    {
        if (_sentSession[place] == session && _tries[place] >= MaxUnreadable)
        {
            Lost++;
            Finish(place);
        }
        else
        {
            Sent(place, nowMs, session);
        }
    }

    /// <summary>A new record found no place: it is the loss.</summary>
    public void Displaced()
    {
        Lost++;
    }

    /// <summary>A place whose slot is to be cleared, −1 where there is none.</summary>
    public int NextDone()
    {
        for (int place = 0; DoneCount > 0 && place < Places; place++)
        {
            if (_state[place] == Done)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Notes that a slot is cleared.</summary>
    public void Cleared(int place)
    {
        _state[place] = Free;
        DoneCount--;
    }

    /// <summary>True where a record of an epoch waits: a receipt for it is ours, also when the unit has begun another epoch since.</summary>
    public bool HasEpoch(int epoch)
    {
        bool has = false;
        for (int place = 0; place < Places; place++)
        {
            has |= _state[place] == Waiting && _epoch[place] == epoch;
        }

        return has;
    }

    /// <summary>Lowest seq of an epoch that waits, or <paramref name="next"/> where none does.</summary>
    public int Oldest(int epoch, int next)
    {
        int oldest = next;
        for (int place = 0; place < Places; place++)
        {
            if (_state[place] == Waiting && _epoch[place] == epoch && _seq[place] < oldest)
            {
                oldest = _seq[place];
            }
        }

        return oldest;
    }

    /// <summary>Time to wait after a number of copies in one session, ms.</summary>
    public static int RetryMs(int tries)
    {
        return Bound.Clamp(FirstRetryMs << Bound.Clamp(tries, 0, MaxDoublings), FirstRetryMs, LongestRetryMs);
    }

    private void Finish(int place)
    {
        Count--;
        _state[place] = IsMemory(place) ? Free : Done;
        DoneCount += IsMemory(place) ? 0 : 1;
    }

    private bool IsDue(int place, long nowMs, int session)
    {
        return _sentSession[place] != session || nowMs - _sentMs[place] >= RetryMs(_tries[place]);
    }

    /// <summary>Displaced before the other: the less important one, and among equals the older one.</summary>
    private bool GoesBefore(int place, int other)
    {
        return _level[place] != _level[other] ? _level[place] > _level[other] : _seq[place] < _seq[other];
    }

    /// <summary>Sent before the other: the more important one, and among equals the older one.</summary>
    private bool IsSentBefore(int place, int other)
    {
        return _level[place] != _level[other] ? _level[place] < _level[other] : _seq[place] < _seq[other];
    }
}
