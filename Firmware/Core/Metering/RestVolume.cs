using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>
/// What the pulses made of the water while the site rests, against the total of the RS485 meter. Totals, not flows: a line that drains passes both
/// meters, for minutes, at flows around the least that counts.
/// </summary>
public sealed class RestVolume
{
    private bool _open;
    private long _pulseStart;
    private int _busStart;
    private int _busLast;

    /// <summary>Pulse volume beyond half as much again as the RS485 meter counted, mL; at or below 0 where it is not, or where nothing is compared.</summary>
    public long ExtraMillilitres { get; private set; }

    /// <summary>Takes both totals. It begins anew with each rest, and where the RS485 total is missing or runs backwards.</summary>
    public void Step(bool rests, long pulseMillilitres, Readings readings)
    {
        ExtraMillilitres = 0;
        if (!rests || !readings.Has(Signal.BusTotal))
        {
            _open = false;
            return;
        }

        int bus = readings.ValueOf(Signal.BusTotal);

        // In 32 bits, so that a total that wraps runs on.
        if (!_open || unchecked(bus - _busLast) < 0)
        {
            _open = true;
            _pulseStart = pulseMillilitres;
            _busStart = bus;
        }

        // The meter shows whole litres: one more may have passed.
        _busLast = bus;
        long litres = unchecked(bus - _busStart) + 1L;
        ExtraMillilitres = pulseMillilitres - _pulseStart - (litres * 1500);
    }
}
