using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>
/// Pulse volume against RS485 volume, one compared volume after the other: once the RS485 meter has counted it, or the pulses twice of it while the
/// other has not. The result stands until the next; there is none before the first one, and after a restart.
/// </summary>
public sealed class MeterComparison
{
    /// <summary>Least volume for a difference of some per cent (205), L: what both meters' flows do within some seconds of a start is then below 1 % of it.</summary>
    public const int FineLitres = 2000;

    /// <summary>Fewest pulses for it: ± 1 pulse is then 2.5 %, half the tolerance.</summary>
    public const int FinePulses = 40;

    /// <summary>Least volume for a difference of half and more (208), L.</summary>
    public const int CoarseLitres = 100;

    /// <summary>Fewest pulses for it: ± 1 pulse is then 10 %.</summary>
    public const int CoarsePulses = 10;

    /// <summary>
    /// Shortest time for either at the rated flow, s: a RS485 meter smooths over a second and is asked once a second, so that after a start its total lags two seconds'
    /// flow behind the pulses; that is then a tenth.
    /// </summary>
    public const int LeastSeconds = 20;

    /// <summary>Largest difference that is told, ‰: a meter that stands still makes an endless one.</summary>
    public const int MostPermille = 9999;

    private readonly Settings _settings;
    private readonly int _litres;
    private readonly int _pulses;
    private bool _open;
    private long _pulseStart;
    private int _busStart;

    /// <summary>A comparison at a site, over so many litres and pulses at least.</summary>
    public MeterComparison(Settings settings, int litres, int pulses)
    {
        _settings = settings;
        _litres = litres;
        _pulses = pulses;
    }

    /// <summary>A volume has been compared.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Pulse volume less RS485 volume, ‰ of the latter, of the last compared volume.</summary>
    public int Permille { get; private set; }

    /// <summary>
    /// Takes both totals. A total that is missing or went back starts a new volume, and so does water that runs back: the pulses count it, the total does not.
    /// </summary>
    public void Step(long pulseMillilitres, Readings readings)
    {
        bool back = readings.ValueOf(Signal.BusFlow) <= -_settings.NoFlowMillilitresPerSecond;
        if (back || !readings.Has(Signal.BusTotal) || !readings.Has(Signal.PulseTotal))
        {
            _open = false;
            return;
        }

        int bus = readings.ValueOf(Signal.BusTotal);
        long pulses = pulseMillilitres - _pulseStart;
        long least = LeastMillilitres();

        // In 32 bits, so that a total that wraps runs on.
        int step = unchecked(bus - _busStart);
        if (!_open || step < 0)
        {
            Open(pulseMillilitres, bus);
        }
        else if (step * 1000L >= least || pulses >= 2 * least)
        {
            int difference = Bound.Scale(pulses - (step * 1000L), 1000, step * 1000L);
            Permille = Bound.Clamp(difference, -MostPermille, MostPermille);
            IsKnown = true;
            Open(pulseMillilitres, bus);
        }
    }

    /// <summary>Begins a new volume with the next reading; the last result stands.</summary>
    public void Reopen()
    {
        _open = false;
    }

    /// <summary>Forgets the volume so far and the last result: something that explains a difference has just ended.</summary>
    public void Restart()
    {
        _open = false;
        IsKnown = false;
    }

    /// <summary>Volume of one comparison, mL.</summary>
    public long LeastMillilitres()
    {
        long pulses = (long)_pulses * _settings.PulseMillilitres;
        long litres = _litres * 1000L;
        long lag = (long)LeastSeconds * _settings.RatedFlowMillilitresPerSecond;
        long least = pulses > litres ? pulses : litres;
        return lag > least ? lag : least;
    }

    private void Open(long pulseMillilitres, int bus)
    {
        _open = true;
        _pulseStart = pulseMillilitres;
        _busStart = bus;
    }
}
