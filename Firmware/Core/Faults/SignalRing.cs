using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>
/// The last minute before an alarm: eight signals, sampled each second as 16 bits in the unit of the signal, power and current in tens of it (<see cref="ScaleOf"/>), held at ± 32,000; below −32,700 stands the reason why
/// there is none. A level-1 or level-2 raise freezes it until the copy is stored; the alarm carries the copy's number. Faults that come within a minute share a copy:
/// it shows the first of them and what followed is its consequence. 960 B.
/// </summary>
public sealed class SignalRing
{
    /// <summary>Signals.</summary>
    public const int Columns = 8;

    /// <summary>Samples of each, one a second.</summary>
    public const int Samples = 60;

    /// <summary>A sample that is missing is this plus its <see cref="NoDataReason"/>.</summary>
    public const short MissingBase = -32768;

    /// <summary>Faults within this time share a copy, ms.</summary>
    public const int SharedMs = 60000;

    /// <summary>A frozen ring that storage does not take goes on after this time, ms.</summary>
    public const int GivenUpMs = 30000;

    private const int Largest = 32000;
    private const int SampleMs = 1000;

    private readonly short[] _samples = new short[Samples * Columns];
    private int _next;
    private long _sampledMs = -SampleMs;
    private long _frozenMs = -SharedMs;

    /// <summary>Number of the last copy; 0 before the first. Continues over restarts: see <see cref="ContinueAfter"/>.</summary>
    public int Frame { get; private set; }

    /// <summary>Frozen, and the copy is not stored yet.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>Samples there are.</summary>
    public int Count { get; private set; }

    /// <summary>Row of the fault that froze it.</summary>
    public int Row { get; private set; }

    /// <summary>Occurrence of that fault.</summary>
    public int Occurrence { get; private set; }

    /// <summary>Onset of that fault, ms of uptime.</summary>
    public long OnsetMs { get; private set; }

    /// <summary>When it was confirmed, the time of the last sample, ms of uptime.</summary>
    public long ConfirmedMs { get; private set; }

    /// <summary>The signal of a column.</summary>
    public static int SignalOf(int column)
    {
        return column switch
        {
            0 => Signal.Supply,
            1 => Signal.Pressure,
            2 => Signal.PulseFlow,
            3 => Signal.BusFlow,
            4 => Signal.PumpContact,
            5 => Signal.PumpCommand,
            6 => Signal.Power,
            _ => Signal.Current1,
        };
    }

    /// <summary>Units of the signal that one of a column's samples stands for: 10 W and 10 mA, so that motors up to 320 kW and 320 A are not cut off.</summary>
    public static int ScaleOf(int column)
    {
        int signal = SignalOf(column);
        return signal == Signal.Power || signal == Signal.Current1 ? 10 : 1;
    }

    /// <summary>A sample in units of <see cref="ScaleOf"/>, 0 the oldest.</summary>
    public short Sample(int index, int column)
    {
        int first = Count < Samples ? 0 : _next;
        return _samples[((first + index) % Samples * Columns) + column];
    }

    /// <summary>Numbers up to this one have been used before the restart.</summary>
    public void ContinueAfter(int frame)
    {
        Frame = frame > Frame ? frame : Frame;
    }

    /// <summary>Takes a sample where a second has passed.</summary>
    public void Step(long nowMs, Readings readings)
    {
        if (IsFrozen && nowMs - _frozenMs >= GivenUpMs)
        {
            IsFrozen = false;
        }

        if (IsFrozen || nowMs - _sampledMs < SampleMs)
        {
            return;
        }

        _sampledMs = nowMs;
        for (int column = 0; column < Columns; column++)
        {
            int signal = SignalOf(column);
            _samples[(_next * Columns) + column] = readings.Has(signal)
                ? (short)Bound.Clamp(Bound.Scale(readings.ValueOf(signal), 1, ScaleOf(column)), -Largest, Largest)
                : (short)(MissingBase + (int)readings.ReasonOf(signal));
        }

        _next = (_next + 1) % Samples;
        Count = Count < Samples ? Count + 1 : Samples;
    }

    /// <summary>A fault is raised: freezes the ring, or shares the copy of a minute ago; returns the copy's number.</summary>
    public int Freeze(int row, int occurrence, long onsetMs, long nowMs)
    {
        if (nowMs - _frozenMs < SharedMs && Frame > 0)
        {
            return Frame;
        }

        _frozenMs = nowMs;
        IsFrozen = true;
        Frame++;
        Row = row;
        Occurrence = occurrence;
        OnsetMs = onsetMs;
        ConfirmedMs = nowMs;
        return Frame;
    }

    /// <summary>The copy is stored.</summary>
    public void Thaw()
    {
        IsFrozen = false;
    }
}
