using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>
/// Watches the RS485 meter's own total and serial number: a jump, a step back, a total that stands while its flow does not, one that does not go on after a restart, another meter.
/// </summary>
public sealed class TotalWatch
{
    /// <summary>Litres that a total may run ahead of any flow, or fall back: one display step of the coarsest meter.</summary>
    public const int SlackLitres = 1000;

    /// <summary>Litres that the meter's own flow may make while its total stands; the register counts single ones.</summary>
    public const int HangLitres = 500;

    /// <summary>Longest time that one reading stands for, ms: a decision that comes late has not watched the meter meanwhile.</summary>
    private const int MostStepMs = 2000;

    private bool _seen;
    private int _last;
    private long _steppedMs;
    private int _highest;
    private int _firstSerial;
    private long _totalMs;
    private long _leapMs = -1;
    private int _first;
    private bool _isKept;
    private int _kept;
    private long _keptUnix;
    private long _brokeMs = -1;

    /// <summary>The serial number is not the one that was commissioned (or, where none was noted, seen first).</summary>
    public bool OtherMeter { get; private set; }

    /// <summary>The total leapt with the last reading.</summary>
    public bool LeaptNow { get; private set; }

    /// <summary>The total ran backwards, or ahead of any possible flow, within the last <paramref name="ms"/>.</summary>
    public bool LeaptWithin(long nowMs, int ms)
    {
        return _leapMs >= 0 && nowMs - _leapMs < ms;
    }

    /// <summary>Within the last <paramref name="ms"/> it was found that the total does not go on where it was before the restart.</summary>
    public bool BrokeWithin(long nowMs, int ms)
    {
        return _brokeMs >= 0 && nowMs - _brokeMs < ms;
    }

    /// <summary>The highest total seen, L, in 32 bits.</summary>
    public int Highest => _highest;

    /// <summary>A total has been seen since the start.</summary>
    public bool IsSeen => _seen;

    /// <summary>Takes up the total from before the restart, and when it was kept: Unix s, 0 where no clock was set.</summary>
    public void Restore(int total, long unix)
    {
        _isKept = true;
        _kept = total;
        _keptUnix = unix;
    }

    /// <summary>
    /// Judges once after a restart whether the first total goes on where the kept one was: not back, and not further than the pipe could bring meanwhile. How long that was
    /// is known only once the clock is; a clock that went back judges nothing.
    /// </summary>
    public void Continue(long nowMs, long unix, Settings settings)
    {
        int step = unchecked(_first - _kept);
        bool ahead = step > SlackLitres;
        if (!_isKept || !_seen || (ahead && unix == 0))
        {
            return;
        }

        long seconds = unix - _keptUnix;
        bool far = ahead && _keptUnix > 0 && seconds >= 0 && step > (Flow.Most(settings) * seconds / 1000) + SlackLitres;
        _brokeMs = far || step < -SlackLitres ? nowMs : _brokeMs;
        _isKept = false;
    }

    /// <summary>What the meter's own flow should have made since its total last moved, mL.</summary>
    public int StoodMillilitres { get; private set; }

    /// <summary>The meter hangs: it goes on answering with a flow, and its total stands.</summary>
    public bool Hangs => StoodMillilitres > HangLitres * 1000;

    /// <summary>Takes the present readings.</summary>
    public void Step(long nowMs, Readings readings, Settings settings)
    {
        LeaptNow = false;
        TakeStand(nowMs, readings, settings);
        if (readings.Has(Signal.BusTotal))
        {
            TakeTotal(nowMs, readings.ValueOf(Signal.BusTotal), settings);
        }

        if (readings.Has(Signal.BusSerial))
        {
            TakeSerial(readings.ValueOf(Signal.BusSerial), settings);
        }
    }

    private void TakeTotal(long nowMs, int total, Settings settings)
    {
        // In 32 bits, so that a total that wraps runs on; from the highest, so that one that creeps backwards is seen in the end.
        int step = unchecked(total - _highest);
        long possible = (settings.RatedFlowMillilitresPerSecond * 3L / 2 * (nowMs - _totalMs) / 1000000) + SlackLitres;
        LeaptNow = _seen && (step < -SlackLitres || step > possible);
        if (LeaptNow)
        {
            _leapMs = nowMs;
        }

        _highest = LeaptNow || step > 0 || !_seen ? total : _highest;
        _first = _seen ? _first : total;
        _seen = true;
        _totalMs = nowMs;
    }

    private void TakeStand(long nowMs, Readings readings, Settings settings)
    {
        int total = readings.ValueOf(Signal.BusTotal);
        int flow = readings.ValueOf(Signal.BusFlow);
        bool stands = _seen && readings.Has(Signal.BusTotal) && readings.Has(Signal.BusFlow) && total == _last && flow >= settings.NoFlowMillilitresPerSecond;
        long elapsed = Bound.Clamp(nowMs - _steppedMs, 0, MostStepMs);
        StoodMillilitres = stands ? (int)Bound.Clamp(StoodMillilitres + (flow * elapsed / 1000), 0, int.MaxValue) : 0;
        _last = total;
        _steppedMs = nowMs;
    }

    private void TakeSerial(int serial, Settings settings)
    {
        _firstSerial = _firstSerial == 0 ? serial : _firstSerial;
        OtherMeter = serial != (settings.BusSerial == 0 ? _firstSerial : settings.BusSerial);
    }
}
