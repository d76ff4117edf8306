using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>
/// What the site delivers, averaged over windows of a run, and over the run: flow, what the line lets through, energy per volume. A window needs a
/// delivering pump that has settled and one witness of the flow throughout: the RS485 meter, or else the volume of the pulses, forty at least at the rated flow.
/// A mean is of now only while its witnesses have answered ever since: what a meter showed before it fell silent is no evidence of the present run. About 150 B.
/// </summary>
public sealed class RunMeans
{
    /// <summary>Flow, mL/s.</summary>
    public const int Flow = 0;

    /// <summary>
    /// What the line behind the transducer lets through: square of the flow over the pressure, (mL/s)²/kPa. A line that clogs by 10 % has 19 % less; a well
    /// whose level falls lowers flow and pressure together and leaves it as it is.
    /// </summary>
    public const int Passing = 1;

    /// <summary>Energy per volume by the power meter (以电折水), mWh/m³.</summary>
    public const int Energy = 2;

    /// <summary>How many there are.</summary>
    public const int Quantities = 3;

    /// <summary>Time of a starting pump until the line has filled and the well's level has come down, ms.</summary>
    public const int SettleMs = 120000;

    /// <summary>Length of a window, ms: waves of pressure and noise of the meters average out.</summary>
    public const int WindowMs = 60000;

    /// <summary>Windows that make a run worth learning from: five minutes.</summary>
    public const int RunWindows = 5;

    private const int Pulses = 40;
    private const int LongestWindowMs = 1200000;
    private const int LeastKilopascal = 10;
    private const int MilliwattHours = 277778; // mWh/m³ of 1 W at 1 mL/s

    private readonly Settings _settings;
    private readonly int[] _now = new int[Quantities];
    private readonly int[] _windows = new int[Quantities];
    private readonly long[] _sum = new long[Quantities];
    private bool _open;
    private bool _byBus;
    private bool _inRun;
    private long _startMs;
    private long _pulseStart;
    private long _flowSum;
    private long _pressureSum;
    private long _powerSum;
    private int _samples;
    private int _pressureSamples;
    private int _powerSamples;

    /// <summary>The means of a site's runs.</summary>
    public RunMeans(Settings settings)
    {
        _settings = settings;
    }

    /// <summary>A run has ended with this step; its means stand until the next one begins.</summary>
    public bool Ended { get; private set; }

    /// <summary>Nothing has spoilt this run, or the last.</summary>
    public bool IsClean { get; private set; }

    /// <summary>A window of the present run has been measured, and what it was measured with has answered since.</summary>
    public bool HasNow(int quantity) => _inRun && _now[quantity] > 0;

    /// <summary>Mean of the last window; 0 where there is none of now.</summary>
    public int Now(int quantity) => _now[quantity];

    /// <summary>Mean power of the last window, W; 0 where it was not told throughout.</summary>
    public int PowerNow { get; private set; }

    /// <summary>The run, or the last one, has enough windows of a quantity.</summary>
    public bool HasRun(int quantity) => _windows[quantity] >= RunWindows;

    /// <summary>Mean of the run, or of the last one.</summary>
    public int OfRun(int quantity) => Bound.Scale(_sum[quantity], 1, _windows[quantity]);

    /// <summary>Takes the present readings.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="runs">The pump runs.</param>
    /// <param name="delivers">It has run for <see cref="SettleMs"/> and water flows.</param>
    /// <param name="pulseMillilitres">Volume by the pulses.</param>
    /// <param name="readings">The readings.</param>
    public void Step(long nowMs, bool runs, bool delivers, long pulseMillilitres, Readings readings)
    {
        Ended = _inRun && !runs;
        if (runs && !_inRun)
        {
            BeginRun();
        }

        _inRun = runs;
        bool bus = Metering.Flow.BusCounts(readings, _settings);
        if (!delivers || (_open && _byBus != bus) || !HasWitness(readings, _settings))
        {
            _open = false;
            ForgetNow();
            return;
        }

        if (!_open)
        {
            Open(nowMs, bus, pulseMillilitres);
            return;
        }

        Sample(readings);
        if (nowMs - _startMs >= Length())
        {
            Close(nowMs, pulseMillilitres);
            Open(nowMs, bus, pulseMillilitres);
        }
    }

    /// <summary>A meter tells how much flows: the RS485 meter counts, or pulses come.</summary>
    public static bool HasWitness(Readings readings, Settings settings)
    {
        return Metering.Flow.BusCounts(readings, settings) || Metering.Flow.IsFlow(readings.ValueOf(Signal.PulseFlow), settings);
    }

    /// <summary>A fault of flow, meter or supply shows: the run teaches nothing.</summary>
    public void Spoil()
    {
        IsClean = false;
    }

    private void BeginRun()
    {
        IsClean = true;
        for (int quantity = 0; quantity < Quantities; quantity++)
        {
            _windows[quantity] = 0;
            _sum[quantity] = 0;
        }

        ForgetNow();
    }

    private void ForgetNow()
    {
        for (int quantity = 0; quantity < Quantities; quantity++)
        {
            _now[quantity] = 0;
        }
    }

    private void Open(long nowMs, bool byBus, long pulseMillilitres)
    {
        _open = true;
        _byBus = byBus;
        _startMs = nowMs;
        _pulseStart = pulseMillilitres;
        _flowSum = 0;
        _pressureSum = 0;
        _powerSum = 0;
        _samples = 0;
        _pressureSamples = 0;
        _powerSamples = 0;
    }

    private void Sample(Readings readings)
    {
        _samples++;
        _flowSum += readings.ValueOf(Signal.BusFlow);
        if (readings.Has(Signal.Pressure))
        {
            _pressureSamples++;
            _pressureSum += readings.ValueOf(Signal.Pressure);
        }
        else
        {
            _now[Passing] = 0;
        }

        if (readings.Has(Signal.Power))
        {
            _powerSamples++;
            _powerSum += readings.ValueOf(Signal.Power);
        }
        else
        {
            _now[Energy] = 0;
        }
    }

    private int Length()
    {
        long pulses = Bound.Scale((long)Pulses * _settings.PulseMillilitres, 1000, _settings.RatedFlowMillilitresPerSecond);
        return (int)Bound.Clamp(_byBus ? WindowMs : pulses, WindowMs, LongestWindowMs);
    }

    private void Close(long nowMs, long pulseMillilitres)
    {
        int flow = _byBus ? Bound.Scale(_flowSum, 1, _samples) : Bound.Scale(pulseMillilitres - _pulseStart, 1000, nowMs - _startMs);
        if (flow < _settings.NoFlowMillilitresPerSecond)
        {
            ForgetNow();
            return;
        }

        Take(Flow, flow);
        int pressure = Bound.Scale(_pressureSum, 1, _pressureSamples);
        if (_pressureSamples == _samples && pressure >= LeastKilopascal)
        {
            Take(Passing, Bound.Scale(flow, flow, pressure));
        }

        PowerNow = _powerSamples == _samples ? Bound.Scale(_powerSum, 1, _powerSamples) : 0;
        if (PowerNow > 0)
        {
            Take(Energy, Bound.Scale(PowerNow, MilliwattHours, flow));
        }
    }

    private void Take(int quantity, int mean)
    {
        _now[quantity] = mean;
        _sum[quantity] += mean;
        _windows[quantity]++;
    }
}
