using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>Watches the RS485 meter's own total and serial number: a jump, a step back, another meter.</summary>
public sealed class TotalWatch
{
    /// <summary>Litres that a total may run ahead of the flow between two readings: one display step of the coarsest meter.</summary>
    public const int SlackLitres = 1000;

    private bool _seen;
    private int _total;
    private int _serial;
    private long _totalMs;
    private long _leapMs = -1;

    /// <summary>The serial number is not the one that was commissioned (or, where none was noted, seen first).</summary>
    public bool OtherMeter { get; private set; }

    /// <summary>The total ran backwards, or ahead of any possible flow, within the last <paramref name="ms"/>.</summary>
    public bool LeaptWithin(long nowMs, int ms)
    {
        return _leapMs >= 0 && nowMs - _leapMs < ms;
    }

    /// <summary>Takes the present readings.</summary>
    public void Step(long nowMs, Readings readings, Settings settings)
    {
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
        // In 32 bits, so that a total that wraps runs on.
        int step = unchecked(total - _total);
        long possible = (settings.RatedFlowMillilitresPerSecond * 3L / 2 * (nowMs - _totalMs) / 1000000) + SlackLitres;
        if (_seen && (step < 0 || step > possible))
        {
            _leapMs = nowMs;
        }

        _seen = true;
        _total = total;
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
