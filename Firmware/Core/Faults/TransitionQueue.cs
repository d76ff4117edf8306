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
/// monitors hold transitions back and tell afterwards what is true then; it drains one a scan.
/// </summary>
public sealed class TransitionQueue
{
    /// <summary>Places: more than the transitions that all the raised faults of a site can make in the second between two decisions' drains.</summary>
    public const int Capacity = 16;

    private readonly byte[] _row = new byte[Capacity];
    private readonly byte[] _event = new byte[Capacity];
    private readonly byte[] _level = new byte[Capacity];
    private readonly byte[] _suppressed = new byte[Capacity];
    private readonly byte[] _by = new byte[Capacity];
    private readonly short[] _cause = new short[Capacity];
    private readonly int[] _frame = new int[Capacity];
    private readonly ushort[] _occurrence = new ushort[Capacity];
    private readonly long[] _onsetMs = new long[Capacity];
    private readonly long[] _confirmedMs = new long[Capacity];
    private readonly int[] _values = new int[Capacity * FaultCatalogue.EvidenceFields];
    private readonly byte[] _reasons = new byte[Capacity * FaultCatalogue.EvidenceFields];
    private int _first;

    /// <summary>Transitions waiting.</summary>
    public int Count { get; private set; }

    /// <summary>No place left.</summary>
    public bool IsFull => Count == Capacity;

    /// <summary>Row of the oldest.</summary>
    public int Row => _row[_first];

    /// <summary>Event of the oldest.</summary>
    public FaultEvent Event => (FaultEvent)_event[_first];

    /// <summary>Level of the oldest.</summary>
    public byte Level => _level[_first];

    /// <summary>Occurrence of the oldest.</summary>
    public int Occurrence => _occurrence[_first];

    /// <summary>Transitions of the row that were held back before the oldest.</summary>
    public int Suppressed => _suppressed[_first];

    /// <summary>
    /// Who caused the oldest, as in <see cref="Actor"/>: who acknowledged or reset; else the unit. Of a repeat the contract's step of escalation.
    /// </summary>
    public int By => _by[_first];

    /// <summary>Code of the root cause that explained the oldest's fault then, 0 for none.</summary>
    public int Cause => _cause[_first];

    /// <summary>Number of the copy of the last minute that belongs to the oldest (<see cref="SignalRing"/>), 0 for none.</summary>
    public int Frame => _frame[_first];

    /// <summary>Onset of the oldest, ms of uptime.</summary>
    public long OnsetMs => _onsetMs[_first];

    /// <summary>Confirmation of the oldest, ms of uptime.</summary>
    public long ConfirmedMs => _confirmedMs[_first];

    /// <summary>Evidence value of the oldest.</summary>
    public int EvidenceValue(int field) => _values[(_first * FaultCatalogue.EvidenceFields) + field];

    /// <summary>Why an evidence value of the oldest is missing.</summary>
    public byte EvidenceReason(int field) => _reasons[(_first * FaultCatalogue.EvidenceFields) + field];

    /// <summary>Adds a transition with the evidence of its row, as read now. The caller has asked <see cref="IsFull"/>.</summary>
    public void Add(FaultCatalogue catalogue, int row, FaultEvent what, byte level, int occurrence, int suppressed, long onsetMs, long confirmedMs, Readings readings, int by = Actor.Unit, int frame = 0, int cause = 0)
    {
        int at = (_first + Count) % Capacity;
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

    /// <summary>A transition of this row waits here.</summary>
    public bool Holds(int row)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_row[(_first + i) % Capacity] == row)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Drops the oldest, once it is recorded.</summary>
    public void DropFirst()
    {
        _first = (_first + 1) % Capacity;
        Count--;
    }
}
