using Firmware.Core.Contracts;
using Firmware.Core.Faults.Checks;
using Firmware.Core.Metering;
using Firmware.Core.Service;

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

/// <summary>What is kept of the time in which a fault spoiled the metering. L, Wh and s; numbers never change once released.</summary>
public enum Unmetered : byte
{
    /// <summary>Total of the pulse meter, last read before the onset, L.</summary>
    PulseFrom = 0,

    /// <summary>The same at the end, or latest, L.</summary>
    PulseTo = 1,

    /// <summary>Total of the RS485 meter, last read before the onset, L.</summary>
    BusFrom = 2,

    /// <summary>The same at the end, or latest, L.</summary>
    BusTo = 3,

    /// <summary>What the power meter showed, last read before the onset, Wh.</summary>
    EnergyFrom = 4,

    /// <summary>Energy since then, Wh; 0 where no power meter is fitted.</summary>
    Energy = 5,

    /// <summary>Run time of the pump since the onset, s.</summary>
    RunSeconds = 6,

    /// <summary>Water since the onset, L, from its <see cref="EstimateBasis"/>.</summary>
    Litres = 7,

    /// <summary>Card of the transaction that ran at the onset, 0 for none.</summary>
    Card = 8,

    /// <summary>Run time of that transaction until then, s.</summary>
    CardRunSeconds = 9,

    /// <summary>Its volume by the pulse meter until then, L.</summary>
    CardPulseLitres = 10,

    /// <summary>Its volume by the RS485 meter until then, L.</summary>
    CardBusLitres = 11,

    /// <summary>Its energy until then, Wh.</summary>
    CardEnergy = 12,
}

/// <summary>
/// What flowed while a fault spoiled the metering (<see cref="Policy.SpoilsMetering"/>): both totals and the energy from the onset to the end, the pump's run time, an
/// estimate that is always marked as one, and the card transaction that ran, frozen as it stood. The reference before the fault is the last window of a run (<see cref="RunMeans"/>: a minute or more after the settling) in which
/// both flow and power were good. Only a meter that the fault does not spoil gives a volume. 6 faults at once × 56 B.
/// </summary>
public sealed class UnmeteredWater
{
    /// <summary>Faults that are followed at once, of the eight rows that spoil metering: most of them explain each other, and one that is over gives way first.</summary>
    public const int Places = 6;

    /// <summary>Numbers of a place.</summary>
    public const int Fields = 13;

    private const int SecondMs = 1000;
    private const int HourSeconds = 3600;
    private const byte Free = FaultCatalogue.NoRow;
    private const byte Open = 128;
    private const byte Known = 31;
    private const int BasisShift = 5;
    private const int BasisMask = 3;

    private readonly byte[] _row = new byte[Places];
    private readonly byte[] _flags = new byte[Places];
    private readonly byte[] _spoils = new byte[Places];
    private readonly ushort[] _runMs = new ushort[Places];
    private readonly int[] _values = new int[Places * Fields];

    /// <summary>Both totals and the energy as they were read last, in the places of the fields before <see cref="Unmetered.Energy"/>.</summary>
    private readonly int[] _last = new int[(int)Unmetered.Energy];
    private byte _lastKnown;

    /// <summary>Nothing unmetered.</summary>
    public UnmeteredWater()
    {
        for (int place = 0; place < Places; place++)
        {
            _row[place] = Free;
        }
    }

    /// <summary>Grows with every onset and end: that is worth keeping at once.</summary>
    public int Changes { get; private set; }

    /// <summary>One goes on: what it has counted is worth keeping now and then.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Flow of the last good run, mL/s; 0 where none is known.</summary>
    public int GoodFlow { get; private set; }

    /// <summary>Power of the last good run, W; 0 where none is known.</summary>
    public int GoodPower { get; private set; }

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

    /// <summary>Row of a place, <see cref="FaultCatalogue.NoRow"/> where it is free.</summary>
    public int RowAt(int place) => _row[place];

    /// <summary>It goes on.</summary>
    public bool IsOpenAt(int place) => (_flags[place] & Open) != 0;

    /// <summary>A number of a place.</summary>
    public int ValueAt(int place, Unmetered field) => _values[(place * Fields) + (int)field];

    /// <summary>A total or the energy has been read: those that were missing at the onset are none.</summary>
    public bool IsKnown(int place, Unmetered field) => (_flags[place] & Known & (1 << (int)field)) != 0;

    /// <summary>What the volume is from: everything but the other meter is an estimate.</summary>
    public EstimateBasis BasisOf(int place) => BasisIn(_flags[place]);

    /// <summary>The basis in flags.</summary>
    public static EstimateBasis BasisIn(byte flags) => (EstimateBasis)((flags >> BasisShift) & BasisMask);

    /// <summary>All that is no number of a place: bits 0–4 which totals are known (<see cref="Unmetered"/>), 5–6 the basis, 7 open.</summary>
    public byte FlagsAt(int place) => _flags[place];

    /// <summary>Takes up the head of what was kept of a place; its numbers follow.</summary>
    public void Restore(int place, int row, byte flags)
    {
        _row[place] = (byte)row;
        _flags[place] = flags;
        _spoils[place] = 0; // as the row says, once it is followed
        IsOpen |= IsOpenAt(place);
    }

    /// <summary>Takes up a number of a place.</summary>
    public void RestoreValue(int place, Unmetered field, int value)
    {
        _values[(place * Fields) + (int)field] = value;
    }

    /// <summary>Takes up the reference of the last good run.</summary>
    public void RestoreGood(int flow, int power)
    {
        GoodFlow = flow;
        GoodPower = power;
    }

    /// <summary>Once a decision, after the monitors.</summary>
    public void Step(FaultCatalogue catalogue, FaultMonitors monitors, SiteView site, int elapsedMs)
    {
        bool spoiled = false;
        bool pending = false;
        IsOpen = false;
        for (int row = 0; row < catalogue.Count; row++)
        {
            byte spoils = (byte)(catalogue.PolicyOf(row) & Policy.SpoilsMetering);
            spoils = catalogue.CheckOf(row) == Check.MeterImplausible ? MeterImplausibleCheck.Spoils(site) : spoils;
            if (spoils == 0)
            {
                continue;
            }

            bool raised = monitors.IsRaised(row);
            spoiled |= raised;
            pending |= monitors.IsPending(row);
            IsOpen |= raised;
            Follow(row, spoils, raised, monitors, site, elapsedMs);
        }

        if (!pending)
        {
            // From the onset on, not from the raise: while a fault is being confirmed the totals of before stand still.
            Remember(Unmetered.PulseFrom, Signal.PulseTotal, site.Readings);
            Remember(Unmetered.BusFrom, Signal.BusTotal, site.Readings);
            Remember(Unmetered.EnergyFrom, Signal.Energy, site.Readings);
        }

        if (!spoiled && !pending)
        {
            Learn(site);
        }
    }

    private void Follow(int row, byte spoils, bool raised, FaultMonitors monitors, SiteView site, int elapsedMs)
    {
        int place = Find(row);
        if (raised && (place < 0 || !IsOpenAt(place)))
        {
            place = place < 0 ? PlaceFor() : place;
            Begin(place, row, site);
            _spoils[place] = spoils;
            long since = site.NowMs - monitors.OnsetMsOf(row);
            _runMs[place] = 0;
            Count(place, site, (int)Bound.Clamp(since < site.PumpSteadyMs ? since : site.PumpSteadyMs, 0, int.MaxValue));
        }
        else if (raised)
        {
            _spoils[place] = _spoils[place] == 0 ? spoils : _spoils[place];
            Count(place, site, elapsedMs);
        }
        else if (place >= 0 && IsOpenAt(place))
        {
            _flags[place] &= byte.MaxValue ^ Open;
            Changes++;
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

            best = IsOpenAt(best) && !IsOpenAt(place) ? place : best;
        }

        return best;
    }

    /// <summary>The totals are those that were read last: a meter that is silent shows none at the onset.</summary>
    private void Begin(int place, int row, SiteView site)
    {
        _row[place] = (byte)row;
        _flags[place] = (byte)(Open | _lastKnown);
        for (int field = 0; field < Fields; field++)
        {
            Set(place, (Unmetered)field, field < _last.Length ? _last[field] : 0);
        }

        Freeze(place, site.Card);
        Changes++;
    }

    private void Freeze(int place, CardTransaction card)
    {
        if (card.IsOpen)
        {
            Set(place, Unmetered.Card, card.Number);
            Set(place, Unmetered.CardRunSeconds, card.RunSeconds);
            Set(place, Unmetered.CardPulseLitres, card.PulseLitres);
            Set(place, Unmetered.CardBusLitres, card.BusLitres);
            Set(place, Unmetered.CardEnergy, card.EnergyWh);
        }
    }

    private void Count(int place, SiteView site, int elapsedMs)
    {
        int runMs = _runMs[place] + (site.PumpRuns ? elapsedMs : 0);
        Set(place, Unmetered.RunSeconds, ValueAt(place, Unmetered.RunSeconds) + (runMs / SecondMs));
        _runMs[place] = (ushort)(runMs % SecondMs);
        Readings readings = site.Readings;
        TakeTotal(place, Unmetered.PulseTo, Unmetered.PulseFrom, Signal.PulseTotal, readings);
        TakeTotal(place, Unmetered.BusTo, Unmetered.BusFrom, Signal.BusTotal, readings);
        if (readings.Has(Signal.Energy) && IsKnown(place, Unmetered.EnergyFrom))
        {
            Set(place, Unmetered.Energy, Bound.Clamp(unchecked(readings.ValueOf(Signal.Energy) - ValueAt(place, Unmetered.EnergyFrom)), 0, int.MaxValue));
        }

        int pulse = (_spoils[place] & Policy.SpoilsPulse) == 0 ? Between(place, Unmetered.PulseFrom, Unmetered.PulseTo) : 0;
        int bus = (_spoils[place] & Policy.SpoilsBus) == 0 ? Between(place, Unmetered.BusFrom, Unmetered.BusTo) : 0;
        Estimate(place, pulse > bus ? pulse : bus);
    }

    /// <summary>A total that was never read before the onset begins where it is read first.</summary>
    private void TakeTotal(int place, Unmetered to, Unmetered from, int signal, Readings readings)
    {
        if (!readings.Has(signal))
        {
            return;
        }

        if (!IsKnown(place, from))
        {
            Set(place, from, readings.ValueOf(signal));
            _flags[place] |= (byte)(1 << (int)from);
        }

        Set(place, to, readings.ValueOf(signal));
        _flags[place] |= (byte)(1 << (int)to);
    }

    /// <summary>In 32 bits, so that a total that wraps runs on; one that runs back counts nothing.</summary>
    private int Between(int place, Unmetered from, Unmetered to)
    {
        int counted = unchecked(ValueAt(place, to) - ValueAt(place, from));
        return IsKnown(place, to) && counted > 0 ? counted : 0;
    }

    private void Estimate(int place, int counted)
    {
        int energy = ValueAt(place, Unmetered.Energy);
        if (counted > 0)
        {
            Set(place, Unmetered.Litres, counted);
            Base(place, EstimateBasis.OtherMeter);
        }
        else if (energy > 0 && GoodPower > 0)
        {
            // Wh at the reference power give the seconds that the pump worked as it did then.
            Set(place, Unmetered.Litres, Bound.Scale((long)energy * HourSeconds, GoodFlow, (long)GoodPower * SecondMs));
            Base(place, EstimateBasis.Energy);
        }
        else if (GoodFlow > 0)
        {
            Set(place, Unmetered.Litres, Bound.Scale(ValueAt(place, Unmetered.RunSeconds), GoodFlow, SecondMs));
            Base(place, EstimateBasis.LastFlow);
        }
    }

    private void Base(int place, EstimateBasis basis)
    {
        _flags[place] = (byte)((_flags[place] & (Open | Known)) | ((int)basis << BasisShift));
    }

    private void Set(int place, Unmetered field, int value)
    {
        _values[(place * Fields) + (int)field] = value;
    }

    private void Remember(Unmetered field, int signal, Readings readings)
    {
        if (readings.Has(signal))
        {
            _last[(int)field] = readings.ValueOf(signal);
            _lastKnown |= (byte)(1 << (int)field);
        }
    }

    /// <summary>The last window of a run that nothing has spoilt is the reference for the next fault: a well that falls dry, or an outlet that is being closed, ends no window.</summary>
    private void Learn(SiteView site)
    {
        if (site.Run.HasNow(RunMeans.Flow) && site.Run.IsClean)
        {
            GoodFlow = site.Run.Now(RunMeans.Flow);
            GoodPower = site.Run.PowerNow;
        }
    }
}
