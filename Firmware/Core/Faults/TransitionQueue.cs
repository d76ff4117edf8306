using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>What a transition tells. The names on the wire are in AlarmMessage.</summary>
public enum FaultEvent : byte
{
    /// <summary>Unused place.</summary>
    None = 0,

    /// <summary>The fault was raised.</summary>
    Raised = 1,

    /// <summary>Its level changed while it was raised.</summary>
    Level = 2,

    /// <summary>The fault was cleared.</summary>
    Cleared = 3,

    /// <summary>It is still raised, and nobody has acknowledged it.</summary>
    Repeated = 4,

    /// <summary>A person has acknowledged this occurrence (受理).</summary>
    Acknowledged = 5,

    /// <summary>Records will never reach the centre; not a transition of its fault.</summary>
    Lost = 6,
}

/// <summary>
/// Transitions between the decision that made them and the record that keeps them: a ring of columns, made once. When it is full the
/// monitors hold transitions back and tell afterwards what is true then; it drains one a scan. What must not wait can be brought forward; the transitions of one
/// row keep their order.
/// </summary>
public sealed class TransitionQueue
{
    /// <summary>Places: more than the transitions that all the raised faults of a site can make in the second between two decisions' drains.</summary>
    public const int Capacity = 16;

    private readonly int _places;
    private readonly byte[] _order;
    private readonly byte[] _row;
    private readonly byte[] _event;
    private readonly byte[] _level;
    private readonly byte[] _suppressed;
    private readonly byte[] _by;
    private readonly short[] _cause;
    private readonly int[] _frame;
    private readonly ushort[] _occurrence;
    private readonly long[] _onsetMs;
    private readonly long[] _confirmedMs;
    private readonly int[] _values;
    private readonly byte[] _reasons;
    private int _next;

    /// <summary>An empty queue.</summary>
    /// <param name="places">Places, 1 to 255.</param>
    public TransitionQueue(int places = Capacity)
    {
        _places = places;
        _order = new byte[places];
        _row = new byte[places];
        _event = new byte[places];
        _level = new byte[places];
        _suppressed = new byte[places];
        _by = new byte[places];
        _cause = new short[places];
        _frame = new int[places];
        _occurrence = new ushort[places];
        _onsetMs = new long[places];
        _confirmedMs = new long[places];
        _values = new int[places * FaultCatalogue.EvidenceFields];
        _reasons = new byte[places * FaultCatalogue.EvidenceFields];
        for (int place = 0; place < places; place++)
        {
            _order[place] = (byte)place;
        }
    }

    /// <summary>Transitions waiting.</summary>
    public int Count { get; private set; }

    /// <summary>No place left.</summary>
    public bool IsFull => Count == _places;

    private int First => _order[_next];

    /// <summary>Row of the first.</summary>
    public int Row => _row[First];

    /// <summary>Event of the first.</summary>
    public FaultEvent Event => (FaultEvent)_event[First];

    /// <summary>Level of the first.</summary>
    public byte Level => _level[First];

    /// <summary>Occurrence of the first.</summary>
    public int Occurrence => _occurrence[First];

    /// <summary>Transitions of the row that were held back before the first.</summary>
    public int Suppressed => _suppressed[First];

    /// <summary>
    /// Who caused the first, as in <see cref="Actor"/>: who acknowledged or reset; else the unit. Of a repeat the contract's step of escalation.
    /// </summary>
    public int By => _by[First];

    /// <summary>Code of the root cause that explained the first's fault then, 0 for none.</summary>
    public int Cause => _cause[First];

    /// <summary>Number of the copy of the last minute that belongs to the first (<see cref="SignalRing"/>), 0 for none.</summary>
    public int Frame => _frame[First];

    /// <summary>Onset of the first, ms of uptime.</summary>
    public long OnsetMs => _onsetMs[First];

    /// <summary>Confirmation of the first, ms of uptime.</summary>
    public long ConfirmedMs => _confirmedMs[First];

    /// <summary>Evidence value of the first.</summary>
    public int EvidenceValue(int field) => _values[(First * FaultCatalogue.EvidenceFields) + field];

    /// <summary>Why an evidence value of the first is missing.</summary>
    public byte EvidenceReason(int field) => _reasons[(First * FaultCatalogue.EvidenceFields) + field];

    /// <summary>Adds a transition with the evidence of its row, as read now. The caller has asked <see cref="IsFull"/>.</summary>
    public void Add(FaultCatalogue catalogue, int row, FaultEvent what, byte level, int occurrence, int suppressed, long onsetMs, long confirmedMs, Readings readings, int by = Actor.Unit, int frame = 0, int cause = 0)
    {
        int at = Place(Count);
        _row[at] = (byte)row;
        _event[at] = (byte)what;
        _level[at] = level;
        _occurrence[at] = (ushort)occurrence;
        _suppressed[at] = (byte)suppressed;
        _by[at] = (byte)by;
        _cause[at] = (short)cause;
        _frame[at] = frame;
        _onsetMs[at] = onsetMs;
        _confirmedMs[at] = confirmedMs;
        for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
        {
            int signal = catalogue.EvidenceSignal(row, field);
            int place = (at * FaultCatalogue.EvidenceFields) + field;
            bool used = signal != Signal.None;
            _values[place] = used ? readings.ValueOf(signal) : 0;
            _reasons[place] = used ? (byte)readings.ReasonOf(signal) : (byte)NoDataReason.NotFitted;
        }

        Count++;
    }

    /// <summary>The transition that was added last was confirmed before it could be told.</summary>
    public void DateLast(long confirmedMs)
    {
        _confirmedMs[Place(Count - 1)] = confirmedMs;
    }

    /// <summary>Its evidence is that of a frame; below 0 it stays as it is.</summary>
    public void TakeLast(FreezeFrames frames, int frame)
    {
        int at = Place(Count - 1) * FaultCatalogue.EvidenceFields;
        for (int field = 0; frame >= 0 && field < FaultCatalogue.EvidenceFields; field++)
        {
            _values[at + field] = frames.Value(frame, field);
            _reasons[at + field] = (byte)frames.Reason(frame, field);
        }
    }

    /// <summary>A transition of this row waits here.</summary>
    public bool Holds(int row)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_row[Place(i)] == row)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The oldest transition of a level up to <paramref name="lastLevel"/> becomes the first, or what its own row has to say before it. False where there is none.
    /// </summary>
    public bool TryBringForward(byte lastLevel)
    {
        int index = 0;
        while (index < Count && _level[Place(index)] > lastLevel)
        {
            index++;
        }

        if (index == Count)
        {
            return false;
        }

        BringForward(FirstOf(_row[Place(index)]));
        return true;
    }

    /// <summary>Drops the first, once it is recorded.</summary>
    public void DropFirst()
    {
        _next = (_next + 1) % _places;
        Count--;
    }

    private int Place(int index) => _order[(_next + index) % _places];

    private int FirstOf(byte row)
    {
        int index = 0;
        while (_row[Place(index)] != row)
        {
            index++;
        }

        return index;
    }

    private void BringForward(int index)
    {
        byte place = (byte)Place(index);
        for (; index > 0; index--)
        {
            _order[(_next + index) % _places] = (byte)Place(index - 1);
        }

        _order[_next] = place;
    }
}
