using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>From what the water that no meter counted was estimated.</summary>
public enum EstimateBasis : byte
{
    /// <summary>Nothing to estimate from.</summary>
    None = 0,

    /// <summary>The other meter counted it: no estimate, a measurement.</summary>
    OtherMeter = 1,

    /// <summary>Energy of the pump and its energy per volume before the fault (以电折水).</summary>
    Energy = 2,

    /// <summary>Last good flow and run time.</summary>
    LastFlow = 3,
}

/// <summary>
/// What flowed while a fault spoiled the metering (<see cref="Policy.SpoilsMetering"/>): both totals and the energy at the onset, the pump's run time since, and an
/// estimate that is always marked as one. The reference before the fault is the last minute of a run in which both flow and power were good. 6 faults at once × 33 B.
/// </summary>
public sealed class UnmeteredWater
{
    /// <summary>Faults that are followed at once: every row that spoils metering.</summary>
    public const int Places = 6;

    /// <summary>A run must have lasted this long before its flow is a reference, ms: the line is full then.</summary>
    public const int SteadyMs = 60000;

    private const int SecondMs = 1000;
    private const int HourSeconds = 3600;
    private const byte Free = FaultCatalogue.NoRow;

    private readonly byte[] _row = new byte[Places];
    private readonly bool[] _open = new bool[Places];
    private readonly int[] _pulseLitres = new int[Places];
    private readonly int[] _busLitres = new int[Places];
    private readonly int[] _energyWh = new int[Places];
    private readonly int[] _usedWh = new int[Places];
    private readonly int[] _runMs = new int[Places];
    private readonly int[] _runSeconds = new int[Places];
    private readonly int[] _litres = new int[Places];
    private readonly byte[] _basis = new byte[Places];
    private int _goodFlow;
    private int _goodPower;

    /// <summary>Nothing unmetered.</summary>
    public UnmeteredWater()
    {
        for (int place = 0; place < Places; place++)
        {
            _row[place] = Free;
        }
    }

    /// <summary>The place of a row that spoils metering now, or did last; −1 where there is none.</summary>
    public int Find(int row)
    {
        for (int place = 0; place < Places; place++)
        {
            if (_row[place] == row)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Total of the pulse meter at the onset, L.</summary>
    public int PulseLitresAtOnset(int place) => _pulseLitres[place];

    /// <summary>Total of the RS485 meter at the onset, L.</summary>
    public int BusLitresAtOnset(int place) => _busLitres[place];

    /// <summary>Run time of the pump since the onset, to its end, s.</summary>
    public int RunSeconds(int place) => _runSeconds[place];

    /// <summary>Energy since the onset, Wh; 0 where no power meter is fitted.</summary>
    public int EnergyWh(int place) => _usedWh[place];

    /// <summary>Water since the onset, L, from <see cref="BasisOf"/>.</summary>
    public int Litres(int place) => _litres[place];

    /// <summary>What the volume is from: everything but the other meter is an estimate.</summary>
    public EstimateBasis BasisOf(int place) => (EstimateBasis)_basis[place];

    /// <summary>
    /// Whether a meter still counts: at level 1 none does. The pump may go on either way, on the estimate (platform decision 27): a farmer's water is not cut off for a
    /// meter's fault.
    /// </summary>
    public static bool IsMetered(FaultMonitors monitors, int row) => !monitors.IsRaised(row) || monitors.LevelOf(row) > 1;

    /// <summary>Once a decision, after the monitors.</summary>
    public void Step(FaultCatalogue catalogue, FaultMonitors monitors, SiteView site, int elapsedMs)
    {
        bool spoiled = false;
        for (int row = 0; row < catalogue.Count; row++)
        {
            if ((catalogue.PolicyOf(row) & Policy.SpoilsMetering) == 0)
            {
                continue;
            }

            bool raised = monitors.IsRaised(row);
            spoiled |= raised || monitors.IsPending(row);
            Follow(row, raised, site, elapsedMs);
        }

        if (!spoiled)
        {
            Learn(site);
        }
    }

    private void Follow(int row, bool raised, SiteView site, int elapsedMs)
    {
        int place = Find(row);
        if (raised && (place < 0 || !_open[place]))
        {
            Open(place < 0 ? PlaceFor() : place, row, site.Readings);
        }
        else if (raised)
        {
            Count(place, site, elapsedMs);
        }
        else if (place >= 0)
        {
            _open[place] = false;
        }
    }

    /// <summary>A free place, else one that is closed, else the first.</summary>
    private int PlaceFor()
    {
        int best = 0;
        for (int place = 0; place < Places; place++)
        {
            if (_row[place] == Free)
            {
                return place;
            }

            best = _open[best] && !_open[place] ? place : best;
        }

        return best;
    }

    private void Open(int place, int row, Readings readings)
    {
        _row[place] = (byte)row;
        _open[place] = true;
        _pulseLitres[place] = readings.ValueOf(Signal.PulseTotal);
        _busLitres[place] = readings.ValueOf(Signal.BusTotal);
        _energyWh[place] = readings.ValueOf(Signal.Energy);
        _usedWh[place] = 0;
        _runMs[place] = 0;
        _runSeconds[place] = 0;
        _litres[place] = 0;
        _basis[place] = (byte)EstimateBasis.None;
    }

    private void Count(int place, SiteView site, int elapsedMs)
    {
        _runMs[place] += site.PumpRuns ? elapsedMs : 0;
        _runSeconds[place] += _runMs[place] / SecondMs;
        _runMs[place] %= SecondMs;
        Readings readings = site.Readings;
        _usedWh[place] = readings.Has(Signal.Energy) ? Bound.Clamp(readings.ValueOf(Signal.Energy) - _energyWh[place], 0, int.MaxValue) : _usedWh[place];
        int pulse = readings.Has(Signal.PulseTotal) ? readings.ValueOf(Signal.PulseTotal) - _pulseLitres[place] : 0;
        int bus = readings.Has(Signal.BusTotal) ? readings.ValueOf(Signal.BusTotal) - _busLitres[place] : 0;
        int counted = pulse > bus ? pulse : bus;
        if (counted > 0)
        {
            _litres[place] = counted;
            _basis[place] = (byte)EstimateBasis.OtherMeter;
        }
        else if (_usedWh[place] > 0 && _goodPower > 0)
        {
            // Wh at the reference power give the seconds that the pump worked as it did then.
            _litres[place] = Bound.Scale((long)_usedWh[place] * HourSeconds, _goodFlow, (long)_goodPower * SecondMs);
            _basis[place] = (byte)EstimateBasis.Energy;
        }
        else if (_goodFlow > 0)
        {
            _litres[place] = Bound.Scale(_runSeconds[place], _goodFlow, SecondMs);
            _basis[place] = (byte)EstimateBasis.LastFlow;
        }
    }

    /// <summary>The flow of a steady run without such a fault is the reference for the next one.</summary>
    private void Learn(SiteView site)
    {
        Readings readings = site.Readings;
        int flow = readings.ValueOf(Signal.BusFlow) > readings.ValueOf(Signal.PulseFlow) ? readings.ValueOf(Signal.BusFlow) : readings.ValueOf(Signal.PulseFlow);
        if (site.PumpRuns && site.PumpSteadyMs >= SteadyMs && flow > site.Settings.NoFlowMillilitresPerSecond)
        {
            _goodFlow = flow;
            _goodPower = readings.ValueOf(Signal.Power);
        }
    }
}
