using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>Which moments of a fault a frame is of, as bits.</summary>
public static class FrameKind
{
    /// <summary>Of its first raise since it was last forgotten.</summary>
    public const byte First = 1;

    /// <summary>Of its last raise.</summary>
    public const byte Latest = 2;

    /// <summary>Of the raise, or the rise, to its highest level.</summary>
    public const byte Worst = 4;
}

/// <summary>
/// The evidence of the moments that matter of each fault (first, latest, worst), until it is forgotten: a pool for the rows that need one. One frame may be all
/// three. When the pool is full a frame gives way: of a cleared fault before a raised one, of a less important before a more important one, the oldest first; the
/// loss is counted. After a restart the records that wait for their receipt give theirs back; what is stored is at the centre (Decisions/0188).
/// </summary>
public sealed class FreezeFrames
{
    /// <summary>Frames: 16 × (8 values of 5 bytes and 9) are under a kilobyte; more faults at once are a flood.</summary>
    public const int Places = 16;

    private const byte Free = FaultCatalogue.NoRow;

    /// <summary>Beside its kinds: taken before a restart, and dated in Unix seconds.</summary>
    private const byte Former = 128;
    private const int TenthMs = 100;

    private readonly byte[] _row;
    private readonly byte[] _kinds;
    private readonly byte[] _level;
    private readonly ushort[] _order;
    private readonly uint[] _tenths;
    private readonly int[] _values;
    private readonly byte[] _reasons;
    private ushort _next;

    /// <summary>An empty pool.</summary>
    public FreezeFrames()
    {
        _row = new byte[Places];
        _kinds = new byte[Places];
        _level = new byte[Places];
        _order = new ushort[Places];
        _tenths = new uint[Places];
        _values = new int[Places * FaultCatalogue.EvidenceFields];
        _reasons = new byte[Places * FaultCatalogue.EvidenceFields];
        for (int place = 0; place < _row.Length; place++)
        {
            _row[place] = Free;
        }
    }

    /// <summary>Frames that gave way to others.</summary>
    public int Displaced { get; private set; }

    /// <summary>The latest frame of a row, −1 where there is none.</summary>
    public int Find(int row) => Find(row, FrameKind.Latest);

    /// <summary>The frame of a row of a kind, −1 where there is none.</summary>
    public int Find(int row, byte kind)
    {
        for (int place = 0; place < _row.Length; place++)
        {
            if (_row[place] == row && (_kinds[place] & kind) != 0)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Which moments of its fault a frame is of, as in <see cref="FrameKind"/>.</summary>
    public byte KindsOf(int frame) => (byte)(_kinds[frame] & ~Former);

    /// <summary>It was taken before a restart: <see cref="FormerUnixOf"/> dates it, and no uptime of this run.</summary>
    public bool IsFormer(int frame) => (_kinds[frame] & Former) != 0;

    /// <summary>When a frame from before a restart was taken, Unix s; 0 where its clock was unset.</summary>
    public long FormerUnixOf(int frame) => _tenths[frame];

    /// <summary>Level of the fault at a frame's moment.</summary>
    public byte LevelOf(int frame) => _level[frame];

    /// <summary>A frame's moment, ms of uptime, to a tenth of a second.</summary>
    public long TakenMsOf(int frame) => _tenths[frame] * (long)TenthMs;

    /// <summary>Value of a field of a frame.</summary>
    public int Value(int frame, int field) => _values[(frame * FaultCatalogue.EvidenceFields) + field];

    /// <summary>Why a field of a frame has no value.</summary>
    public NoDataReason Reason(int frame, int field) => (NoDataReason)_reasons[(frame * FaultCatalogue.EvidenceFields) + field];

    /// <summary>Keeps the row's evidence as it reads now: a raise, or, of no raise, a rise of its level.</summary>
    public void Take(FaultMonitors monitors, FaultCatalogue catalogue, int row, Readings readings, long nowMs, bool raise)
    {
        int worst = Find(row, FrameKind.Worst);
        bool isWorst = worst < 0 || monitors.LevelOf(row) < _level[worst];
        byte kinds = isWorst ? FrameKind.Worst : (byte)0;
        if (raise)
        {
            kinds |= Find(row, FrameKind.First) < 0 ? (byte)(FrameKind.First | FrameKind.Latest) : FrameKind.Latest;
        }

        if (kinds != 0)
        {
            Drop(row, kinds);
            Fill(PlaceFor(monitors), row, kinds, monitors.LevelOf(row), catalogue, readings, nowMs);
        }
    }

    /// <summary>
    /// Takes up the evidence of a record from before the restart, in whatever order they come: of the oldest raise the first moment, of the youngest the latest, of the worst level the worst.
    /// </summary>
    /// <param name="row">Row of the fault.</param>
    /// <param name="raise">A raise; else a rise of its level.</param>
    /// <param name="level">Level then.</param>
    /// <param name="seq">Number of the record.</param>
    /// <param name="unix">When, Unix s; 0 where the clock was unset.</param>
    /// <returns>The frame, whose values follow; −1 where it is none of the three moments, or every place is taken.</returns>
    public int Restore(int row, bool raise, byte level, int seq, long unix)
    {
        int worst = Find(row, FrameKind.Worst);
        byte kinds = worst < 0 || level < _level[worst] || (level == _level[worst] && IsOlder(seq, worst)) ? FrameKind.Worst : (byte)0;
        int first = Find(row, FrameKind.First);
        kinds |= raise && (first < 0 || IsOlder(seq, first)) ? FrameKind.First : (byte)0;
        int latest = Find(row, FrameKind.Latest);
        kinds |= raise && (latest < 0 || !IsOlder(seq, latest)) ? FrameKind.Latest : (byte)0;
        Drop(row, kinds);
        int place = kinds == 0 ? -1 : FreePlace();
        if (place < 0)
        {
            return -1;
        }

        _row[place] = (byte)row;
        _kinds[place] = (byte)(kinds | Former);
        _level[place] = level;
        _tenths[place] = (uint)unix;
        _order[place] = (ushort)seq;
        _next = IsBefore(seq, _next) ? _next : (ushort)(seq + 1);
        for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
        {
            _reasons[(place * FaultCatalogue.EvidenceFields) + field] = (byte)NoDataReason.NotYet;
        }

        return place;
    }

    /// <summary>Takes up a field of a restored frame; of a signal that is not the row's any more nothing.</summary>
    public void RestoreField(FaultCatalogue catalogue, int frame, int signal, NoDataReason reason, int value)
    {
        for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
        {
            if (signal != Signal.None && catalogue.EvidenceSignal(_row[frame], field) == signal)
            {
                _values[(frame * FaultCatalogue.EvidenceFields) + field] = value;
                _reasons[(frame * FaultCatalogue.EvidenceFields) + field] = (byte)reason;
            }
        }
    }

    /// <summary>The row is forgotten: its frames are free.</summary>
    public void Release(int row)
    {
        Drop(row, FrameKind.First | FrameKind.Latest | FrameKind.Worst);
    }

    private void Drop(int row, int kinds)
    {
        for (int place = 0; place < _row.Length; place++)
        {
            if (_row[place] == row)
            {
                _kinds[place] &= (byte)~kinds;
                _row[place] = KindsOf(place) == 0 ? Free : _row[place];
            }
        }
    }

    private void Fill(int place, int row, byte kinds, byte level, FaultCatalogue catalogue, Readings readings, long nowMs)
    {
        _row[place] = (byte)row;
        _kinds[place] = kinds;
        _level[place] = level;
        _order[place] = _next++;
        _tenths[place] = (uint)(nowMs / TenthMs);
        for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
        {
            int signal = catalogue.EvidenceSignal(row, field);
            int at = (place * FaultCatalogue.EvidenceFields) + field;
            _values[at] = signal == Signal.None ? 0 : readings.ValueOf(signal);
            _reasons[at] = signal == Signal.None ? (byte)NoDataReason.NotFitted : (byte)readings.ReasonOf(signal);
        }
    }

    private bool IsOlder(int seq, int place) => IsBefore(seq, _order[place]);

    /// <summary>In 16 bits, which numbers that wait together never use up.</summary>
    private static bool IsBefore(int seq, int other) => unchecked((short)(seq - other)) < 0;

    private int FreePlace()
    {
        int place = Places - 1;
        while (place >= 0 && _row[place] != Free)
        {
            place--;
        }

        return place;
    }

    private int PlaceFor(FaultMonitors monitors)
    {
        int free = FreePlace();
        if (free >= 0)
        {
            return free;
        }

        int victim = 0;
        for (int place = 0; place < _row.Length; place++)
        {
            victim = GoesBefore(monitors, place, victim) ? place : victim;
        }

        Displaced++;
        return victim;
    }

    /// <summary>Cleared before raised, level 4 before 1, old before young.</summary>
    private bool GoesBefore(FaultMonitors monitors, int place, int other)
    {
        int worth = (monitors.IsRaised(_row[place]) ? 8 : 0) - _level[place];
        int otherWorth = (monitors.IsRaised(_row[other]) ? 8 : 0) - _level[other];
        return worth == otherWorth ? (ushort)(_next - _order[place]) > (ushort)(_next - _order[other]) : worth < otherWorth;
    }
}
