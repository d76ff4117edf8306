using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>
/// Pulse volume against RS485 volume, one compared volume after the other. The result stands in <see cref="Signal.MeterDifference"/> until the next; it is missing
/// ("not yet") before the first one, and after a restart.
/// </summary>
public sealed class MeterComparison
{
    /// <summary>Volume that is compared, L: ± 1 pulse of 10 L is then 0.5 %, a tenth of the tolerance.</summary>
    public const int Litres = 2000;

    private bool _open;
    private long _pulseStart;
    private int _busStart;

    /// <summary>Takes both totals. A total that is missing or went back starts a new volume.</summary>
    public void Step(long pulseMillilitres, Readings readings)
    {
        if (!readings.Has(Signal.BusTotal) || !readings.Has(Signal.PulseTotal))
        {
            _open = false;
            return;
        }

        int bus = readings.ValueOf(Signal.BusTotal);

        // In 32 bits, so that a total that wraps runs on.
        int step = unchecked(bus - _busStart);
        if (!_open || step < 0)
        {
            Open(pulseMillilitres, bus);
        }
        else if (step >= Litres)
        {
            long pulses = pulseMillilitres - _pulseStart;
            long compared = step * 1000L;
            readings.Set(Signal.MeterDifference, Bound.Scale(pulses - compared, 1000, compared));
            Open(pulseMillilitres, bus);
        }
    }

    /// <summary>Begins a new volume with the next reading; the last result stands.</summary>
    public void Reopen()
    {
        _open = false;
    }

    /// <summary>Forgets the volume so far and the last result: something that explains a difference has just ended.</summary>
    public void Restart(Readings readings)
    {
        _open = false;
        readings.Miss(Signal.MeterDifference, NoDataReason.NotYet);
    }

    private void Open(long pulseMillilitres, int bus)
    {
        _open = true;
        _pulseStart = pulseMillilitres;
        _busStart = bus;
    }
}
