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
/// loss is counted.
/// </summary>
public sealed class FreezeFrames
{
    /// <summary>Frames: 16 × (8 values of 5 bytes and 9) are under a kilobyte; more faults at once are a flood.</summary>
    public const int Places = 16;

    private const byte Free = FaultCatalogue.NoRow;
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
    public byte KindsOf(int frame) => _kinds[frame];

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
                _row[place] = _kinds[place] == 0 ? Free : _row[place];
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

    private int PlaceFor(FaultMonitors monitors)
    {
        int victim = 0;
        for (int place = 0; place < _row.Length; place++)
        {
            if (_row[place] == Free)
            {
                return place;
            }

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
