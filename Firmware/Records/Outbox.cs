using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Firmware.Records;

/// <summary>
/// The index of the records that the centre has not stored yet; the records themselves are in storage, one a slot. Pure: the caller does the reading and
/// writing. 1.5 KB. When all places are taken, room is made in this order (Decisions/0026): a stored record's place is cleared; a record that is neither the
/// first raise nor the last transition of its fault is taken into that last one; a record of level 3 or 4 is displaced, and its loss is a record. Levels 1 and 2
/// are never displaced: with at most two records a fault they all fit.
/// </summary>
public sealed class Outbox
{
    /// <summary>Records kept on flash.</summary>
    public const int Capacity = Slots.OutboxCount;

    /// <summary>The place of the one record that tells of losses; no other record is put there.</summary>
    public const int LossPlace = Capacity - 1;

    /// <summary>Places for records that storage refused: they live in memory alone, so they are few.</summary>
    public const int MemoryPlaces = 4;

    /// <summary>All places, those in memory after those on flash.</summary>
    public const int Places = Capacity + MemoryPlaces;

    /// <summary>First time to wait for the receipt before a record is sent again, ms. Doubles each time.</summary>
    public const int FirstRetryMs = 30000;

    /// <summary>Longest time between two copies, ms.</summary>
    public const int LongestRetryMs = 600000;

    /// <summary>Levels up to this are never displaced.</summary>
    public const byte LastSafeLevel = 2;

    private const byte Free = 0;
    private const byte Waiting = 1;
    private const byte Done = 2;
    private const byte Reserved = 3;
    private const byte Unread = 4;
    private const byte Historical = 1;
    private const byte SentNow = 2;
    private const byte SentEver = 4;
    private const byte Composed = 8;
    private const byte Old = 16;
    private const byte SentBefore = 32;
    private const byte Coalesced = 64;
    private const byte Grown = 128;
    private const int MaxDoublings = 5;
    private const int MaxUnreadable = 4;
    private const byte NotReadableNow = 128;

    private readonly byte[] _state = new byte[Places];
    private readonly byte[] _level = new byte[Places];
    private readonly byte[] _event = new byte[Places];
    private readonly byte[] _tries = new byte[Places];
    private readonly byte[] _flags = new byte[Places];
    private readonly byte[] _damaged = new byte[Places];
    private readonly short[] _code = new short[Places];
    private readonly ushort[] _occurrence = new ushort[Places];
    private readonly int[] _epoch = new int[Places];
    private readonly int[] _seq = new int[Places];
    private readonly int[] _sentMs = new int[Places];

    /// <summary>Records that wait for their receipt.</summary>
    public int Count { get; private set; }

    /// <summary>Records whose receipt has come and whose slot is still to be cleared.</summary>
    public int DoneCount { get; private set; }

    /// <summary>Records that will never come: displaced, or not readable any more.</summary>
    public int Lost { get; private set; }

    /// <summary>The present epoch: its records are younger than those of any other.</summary>
    public int Epoch { get; set; }

    /// <summary>Sequence number of a place.</summary>
    public int SeqOf(int place) => _seq[place];

    /// <summary>Epoch of a place.</summary>
    public int EpochOf(int place) => _epoch[place];

    /// <summary>Code of a place.</summary>
    public int CodeOf(int place) => _code[place];

    /// <summary>Occurrence of the fault of a place.</summary>
    public int OccurrenceOf(int place) => _occurrence[place];

    /// <summary>Level of a place's record.</summary>
    public byte LevelOf(int place) => _level[place];

    /// <summary>A place's record was kept before this start: where it is of another epoch than the present one, its occurrences may have been counted anew since.</summary>
    public bool IsOld(int place) => (_flags[place] & Old) != 0;

    /// <summary>One copy of a place's record has left, in this session and in none before: who answers it now has just stored it.</summary>
    public bool WasSentOnce(int place) => (_flags[place] & (SentBefore | SentNow)) == SentNow && _tries[place] == 0;

    /// <summary>A record waits in a place.</summary>
    public bool IsWaiting(int place) => _state[place] == Waiting;

    /// <summary>True where the record was kept before the present session was made.</summary>
    public bool IsHistorical(int place) => (_flags[place] & Historical) != 0;

    /// <summary>True where a place's record lives in memory alone.</summary>
    public static bool IsMemory(int place) => place >= Capacity;

    /// <summary>A free place for a record on flash, −1 where there is none.</summary>
    public int FreePlace()
    {
        int place = First(Free, 0, LossPlace);
        return place >= 0 ? place : First(Reserved, 0, LossPlace);
    }

    /// <summary>A place in memory for a record of a level: a free one, else that of the least important and oldest that is less important; −1 where there is none.</summary>
    public int MemoryPlaceFor(byte level)
    {
        int place = First(Free, Capacity, Places);
        return place >= 0 ? place : LeastImportant(Capacity, Places, (byte)(level + 1));
    }

    /// <summary>A record in memory that waits to be moved to flash, −1 where there is none.</summary>
    public int WaitingInMemory() => First(Waiting, Capacity, Places);

    /// <summary>
    /// The record to be taken into the last one of its code: neither the first raise nor the last transition of it, counting a new transition of
    /// <paramref name="newCode"/> (0 for none) as the last of that code. Of several the least important and oldest; −1 where there is none. What storage did not give back when it was last asked
    /// for it is passed over.
    /// </summary>
    public int Coalescible(int newCode)
    {
        int best = -1;
        for (int place = 0; place < LossPlace; place++)
        {
            if (_state[place] == Waiting && _code[place] != 0 && IsBetween(place, newCode) && CanJoin(place, newCode) && (best < 0 || GoesBefore(place, best)))
            {
                best = place;
            }
        }

        return best;
    }

    /// <summary>
    /// The place of the last waiting record of a code that says whether its fault is raised; where there is none, of its last one; −1 where nothing of it waits.
    /// </summary>
    public int LastOf(int code)
    {
        int last = -1;
        for (int place = 0; place < LossPlace; place++)
        {
            if (_state[place] == Waiting && _code[place] == code && (last < 0 || IsLaterWord(place, last)))
            {
                last = place;
            }
        }

        return last;
    }

    /// <summary>The event says whether its fault is raised: an acknowledgement does not.</summary>
    public static bool IsState(FaultEvent what) => what != FaultEvent.Acknowledged && what != FaultEvent.Lost;

    /// <summary>The record that a new one of a level displaces: of level 3 or 4, not more important than it; −1 where there is none.</summary>
    public int Displaceable(byte newLevel)
    {
        return LeastImportant(0, LossPlace, newLevel > LastSafeLevel ? newLevel : (byte)(LastSafeLevel + 1));
    }

    /// <summary>Notes a record that now stands in a place. <paramref name="historical"/>: kept before the present session, or before this start.</summary>
    public void Keep(int place, AlarmRecord record, bool historical)
    {
        Release(place);
        _state[place] = Waiting;
        _epoch[place] = record.Epoch;
        _seq[place] = record.Seq;
        _level[place] = record.Level;
        _event[place] = (byte)record.Event;
        _code[place] = (short)(record.IsDrill || record.Event == FaultEvent.Lost ? 0 : record.Code);
        _occurrence[place] = (ushort)record.Occurrence;
        _tries[place] = 0;
        _damaged[place] = 0;
        _flags[place] = (byte)((historical ? Historical : 0) | (record.OtherCount > 0 ? Coalesced | Grown : 0));
        Count++;
    }

    /// <summary>What a place holds was kept before this start: it may have been sent then.</summary>
    public void NoteOld(int place)
    {
        _flags[place] |= SentEver | SentBefore | Old;
    }

    /// <summary>
    /// A record stands for more than it did. Where a copy of it was sent, the receipt of that copy is for the record as it was: none counts until a copy of what it is now was sent in the same session, and that
    /// waits until those of the earlier copies have come.
    /// </summary>
    public void Grow(int place)
    {
        _flags[place] |= Coalesced | Grown;
        _tries[place] = 0;
    }

    /// <summary>A record gives way: its place is free, and the slot may be written over.</summary>
    public void Release(int place)
    {
        if (_state[place] == Waiting)
        {
            Count--;
        }

        if (_state[place] == Done)
        {
            DoneCount--;
        }

        _state[place] = Free;
    }

    /// <summary>A slot holds what a later firmware wrote: it is used last.</summary>
    public void Reserve(int place)
    {
        _state[place] = Reserved;
    }

    /// <summary>A slot could not be read at the start: what it holds is for the next start. No receipt is meant for it, and nothing is put there.</summary>
    public void KeepUnread(int place)
    {
        _state[place] = Unread;
    }

    /// <summary>A record of this id waits, or stands in a slot that could not be read at the start, for all that is known.</summary>
    public bool MayHold(int epoch, int seq) => Find(epoch, seq) >= 0 || First(Unread, 0, Capacity) >= 0;

    /// <summary>A record moves from memory to flash, under its id.</summary>
    public void Move(int from, int to)
    {
        Release(to);
        _state[to] = Waiting;
        _epoch[to] = _epoch[from];
        _seq[to] = _seq[from];
        _level[to] = _level[from];
        _event[to] = _event[from];
        _code[to] = _code[from];
        _occurrence[to] = _occurrence[from];
        _tries[to] = _tries[from];
        _damaged[to] = 0;
        _flags[to] = _flags[from];
        _sentMs[to] = _sentMs[from];
        Count++;
        Release(from);
    }

    /// <summary>A slot that holds nothing of use is to be cleared.</summary>
    public void Discard(int place)
    {
        _state[place] = Done;
        _seq[place] = 0;
        DoneCount++;
    }

    /// <summary>A new session: everything that waits is historical, and is sent again.</summary>
    public void BeginSession()
    {
        for (int place = 0; place < Places; place++)
        {
            int sentBefore = (_flags[place] & SentEver) != 0 ? SentBefore : 0;
            int grown = (_flags[place] & Coalesced) != 0 ? Grown : 0;
            _flags[place] = (byte)(((_flags[place] | Historical) & ~(SentNow | Composed)) | sentBefore | grown);
            _tries[place] = 0;
        }
    }

    /// <summary>The place of the record to send now, −1 where none is due: level, then age.</summary>
    public int NextToSend(long nowMs)
    {
        int best = -1;
        for (int place = 0; place < Places; place++)
        {
            if (_state[place] == Waiting && IsDue(place, nowMs) && (best < 0 || IsSentBefore(place, best)))
            {
                best = place;
            }
        }

        return best;
    }

    /// <summary>A copy waits for the link's mailbox: it is not due again before it is handed over, or the session ends.</summary>
    public void Compose(int place)
    {
        _flags[place] = (byte)((_flags[place] | Composed) & ~Grown);
    }

    /// <summary>Notes that a copy was handed to the link.</summary>
    public void Sent(int place, long nowMs)
    {
        _tries[place] = (byte)((_flags[place] & SentNow) != 0 ? Bound.Clamp(_tries[place] + 1, 0, MaxDoublings) : 0);
        _flags[place] = (byte)((_flags[place] | SentNow | SentEver) & ~Composed);
        _sentMs[place] = (int)nowMs;
    }

    /// <summary>A copy of a place's record was handed to the link, in this start or, for all that is known, in an earlier one.</summary>
    public bool WasSent(int place) => (_flags[place] & SentEver) != 0;

    /// <summary>
    /// True where a receipt up to an id can be meant for us: no record that it covers was never sent. What it covers besides that is stored already or will
    /// never come, and the unit said so itself by <c>oldest</c>.
    /// </summary>
    public bool MayBeStoredUpTo(int epoch, int seq)
    {
        for (int place = 0; place < Places; place++)
        {
            if (Is(place, epoch) && _seq[place] <= seq && (_flags[place] & SentEver) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where a receipt for one id can be meant for us: see <see cref="MayBeStoredUpTo"/>.</summary>
    public bool MayBeStored(int epoch, int seq)
    {
        int place = Find(epoch, seq);
        return place < 0 || (_flags[place] & SentEver) != 0;
    }

    /// <summary>Highest seq of an epoch that waits; 0 where none does.</summary>
    public int Highest(int epoch)
    {
        int highest = 0;
        for (int place = 0; place < Places; place++)
        {
            highest = Is(place, epoch) && _seq[place] > highest ? _seq[place] : highest;
        }

        return highest;
    }

    /// <summary>Takes the receipt of every id up to one.</summary>
    public void StoredUpTo(int epoch, int seq)
    {
        for (int place = 0; place < Places; place++)
        {
            if (Is(place, epoch) && _seq[place] <= seq && IsKnownAsItIs(place))
            {
                Finish(place);
            }
        }
    }

    /// <summary>Takes the receipt of one id.</summary>
    public void StoredOne(int epoch, int seq)
    {
        int place = Find(epoch, seq);
        if (place >= 0 && IsKnownAsItIs(place))
        {
            Finish(place);
        }
    }

    /// <summary>The broker's word on the last copy of a place's record counts as its receipt: it is for that copy alone.</summary>
    public void StoredAsSent(int place)
    {
        if ((_flags[place] & Grown) == 0)
        {
            Finish(place);
        }
    }

    /// <summary>The place where a record of this id waits, −1 where none does.</summary>
    public int Find(int epoch, int seq)
    {
        for (int place = 0; place < Places; place++)
        {
            if (Is(place, epoch) && _seq[place] == seq)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>
    /// A record that storage did not give back: tried again as after a copy. True where it was <paramref name="damaged"/> again and again: it is given up as lost, and
    /// its slot is to be cleared. One that can only not be read now is never given up.
    /// </summary>
    public bool Unreadable(int place, bool damaged, long nowMs)
    {
        int times = (_damaged[place] & ~NotReadableNow) + (damaged ? 1 : 0);
        _damaged[place] = (byte)(times | NotReadableNow);
        if (times > MaxUnreadable)
        {
            Finish(place);
            return true;
        }

        // Not a copy: the centre cannot have it by this.
        byte before = _flags[place];
        Sent(place, nowMs);
        _flags[place] = (byte)(before | SentNow);
        return false;
    }

    /// <summary>Storage gave a place's record back.</summary>
    public void NoteReadable(int place)
    {
        _damaged[place] = (byte)(_damaged[place] & ~NotReadableNow);
    }

    /// <summary>A record waits that storage did not give back when it was last asked for it.</summary>
    public bool HasUnreadable
    {
        get
        {
            bool has = false;
            for (int place = 0; place < LossPlace; place++)
            {
                has |= _state[place] == Waiting && !IsReadable(place);
            }

            return has;
        }
    }

    /// <summary>One of these that is due to be asked for again, −1 where none is.</summary>
    public int UnreadableToAsk(long nowMs)
    {
        for (int place = 0; place < LossPlace; place++)
        {
            if (_state[place] == Waiting && !IsReadable(place) && IsDue(place, nowMs))
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Storage gave a place's record back when it was last asked for it, or is due to be asked again.</summary>
    public bool MayBeAsked(int place, long nowMs) => _state[place] != Waiting || IsReadable(place) || IsDue(place, nowMs);

    /// <summary>A record will never come.</summary>
    public void NoteLost()
    {
        Lost++;
    }

    /// <summary>A place whose slot is to be cleared, −1 where there is none.</summary>
    public int NextDone() => First(Done, 0, Capacity);

    /// <summary>True where a record of an epoch waits: a receipt for it is ours, also when the unit has begun another epoch since.</summary>
    public bool HasEpoch(int epoch)
    {
        bool has = false;
        for (int place = 0; place < Places; place++)
        {
            has |= Is(place, epoch);
        }

        return has;
    }

    /// <summary>Lowest seq of an epoch that waits, or <paramref name="next"/> where none does.</summary>
    public int Oldest(int epoch, int next)
    {
        int oldest = next;
        for (int place = 0; place < Places; place++)
        {
            if (Is(place, epoch) && _seq[place] < oldest)
            {
                oldest = _seq[place];
            }
        }

        return oldest;
    }

    /// <summary>The first number from one on under which nothing of an epoch waits.</summary>
    public int FirstGap(int epoch, int from)
    {
        while (Find(epoch, from) >= 0)
        {
            from++;
        }

        return from;
    }

    /// <summary>Time to wait after a number of copies in one session, ms.</summary>
    public static int RetryMs(int tries)
    {
        return Bound.Clamp(FirstRetryMs << Bound.Clamp(tries, 0, MaxDoublings), FirstRetryMs, LongestRetryMs);
    }

    /// <summary>
    /// A receipt can be for the record as it is: one that stands for others was sent so in this session. Where it was sent in an earlier one the centre may know it as it was, and an answer to what went before this copy
    /// covers it: only one after a second copy, <see cref="FirstRetryMs"/> later, is surely for it.
    /// </summary>
    private bool IsKnownAsItIs(int place)
    {
        bool sentSo = (_flags[place] & (Grown | Composed)) == 0;
        return (_flags[place] & Coalesced) == 0 || (sentSo && ((_flags[place] & SentBefore) == 0 || _tries[place] > 0));
    }

    /// <summary>The record, and the one that is to take it in, can be read, for all that is known.</summary>
    private bool CanJoin(int place, int newCode) => IsReadable(place) && (_code[place] == newCode || IsReadable(LastOf(_code[place])));

    private bool IsReadable(int place) => (_damaged[place] & NotReadableNow) == 0;

    private bool Is(int place, int epoch) => _state[place] == Waiting && _epoch[place] == epoch;

    private int First(byte state, int first, int end)
    {
        for (int place = first; place < end; place++)
        {
            if (_state[place] == state)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>The least important and oldest record of a level not more important than one.</summary>
    private int LeastImportant(int first, int end, byte level)
    {
        int victim = -1;
        for (int place = first; place < end; place++)
        {
            if (_state[place] == Waiting && _level[place] >= level && (victim < 0 || GoesBefore(place, victim)))
            {
                victim = place;
            }
        }

        return victim;
    }

    /// <summary>There is a later word on the record's code, and the record is not the oldest raise of it that waits.</summary>
    private bool IsBetween(int place, int newCode)
    {
        bool isLast = _code[place] != newCode;
        bool isFirstRaise = _event[place] == (byte)FaultEvent.Raised;
        for (int other = 0; other < LossPlace; other++)
        {
            if (other != place && _state[other] == Waiting && _code[other] == _code[place])
            {
                isLast &= !IsLaterWord(other, place);
                isFirstRaise &= _event[other] != (byte)FaultEvent.Raised || IsOlder(place, other);
            }
        }

        return !isLast && !isFirstRaise;
    }

    /// <summary>A record that says whether its fault is raised counts before one that does not, and then the younger one.</summary>
    private bool IsLaterWord(int place, int other)
    {
        bool state = IsState((FaultEvent)_event[place]);
        return state == IsState((FaultEvent)_event[other]) ? IsOlder(other, place) : state;
    }

    private bool IsOlder(int place, int other)
    {
        return _epoch[place] == _epoch[other] ? _seq[place] < _seq[other] : _epoch[other] == Epoch;
    }

    private void Finish(int place)
    {
        Count--;
        _state[place] = IsMemory(place) ? Free : Done;

        if (!IsMemory(place))
        {
            DoneCount++;
        }
    }

    private bool IsDue(int place, long nowMs)
    {
        // 32 bits of milliseconds: the difference is right for 24 days, and a record that waits in a session is sent every 10 min.
        bool composed = (_flags[place] & Composed) != 0;
        bool fresh = (_flags[place] & SentNow) == 0;
        return !composed && (fresh || unchecked((int)nowMs - _sentMs[place]) >= RetryMs(_tries[place]));
    }

    /// <summary>Gives way before the other: the less important one, and among equals the older one.</summary>
    private bool GoesBefore(int place, int other)
    {
        return _level[place] != _level[other] ? _level[place] > _level[other] : IsOlder(place, other);
    }

    /// <summary>Sent before the other: the more important one, and among equals the older one.</summary>
    private bool IsSentBefore(int place, int other)
    {
        return _level[place] != _level[other] ? _level[place] < _level[other] : IsOlder(place, other);
    }
}
