using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>Watches the RS485 meter's own total and serial number: a jump, a step back, another meter.</summary>
public sealed class TotalWatch
{
    /// <summary>Litres that a total may run ahead of any flow, or fall back: one display step of the coarsest meter.</summary>
    public const int SlackLitres = 1000;

    private bool _seen;
    private int _highest;
    private int _serial;
    private long _totalMs;
    private long _leapMs = -1;

    /// <summary>The serial number is not the one that was commissioned (or, where none was noted, seen first).</summary>
    public bool OtherMeter { get; private set; }

    /// <summary>The total leapt with the last reading.</summary>
    public bool LeaptNow { get; private set; }

    /// <summary>The total ran backwards, or ahead of any possible flow, within the last <paramref name="ms"/>.</summary>
    public bool LeaptWithin(long nowMs, int ms)
    {
        return _leapMs >= 0 && nowMs - _leapMs < ms;
    }

    /// <summary>Takes the present readings.</summary>
    public void Step(long nowMs, Readings readings, Settings settings)
    {
        LeaptNow = false;
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
        _seen = true;
        _totalMs = nowMs;
    }

    private void TakeSerial(int serial, Settings settings)
    {
        if (_serial == 0)
        {
            _serial = settings.BusSerial == 0 ? serial : settings.BusSerial;
        }

        OtherMeter = serial != _serial;
    }
}
