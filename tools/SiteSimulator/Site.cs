using System;
using System.Collections.Generic;
using Tools.SiteSimulator.Parts;

namespace Tools.SiteSimulator;

/// <summary>
/// A well pump site: parts stepped together at 10 ms, terminals for the unit, faults by name. Deterministic from its seed,
/// knows no wall clock and no thread; use it from one thread at a time. A step allocates nothing.
/// </summary>
public sealed class Site
{
    /// <summary>The inner step; whatever <see cref="Step(TimeSpan)"/> is given is cut into these.</summary>
    public static readonly TimeSpan InnerStep = TimeSpan.FromMilliseconds(10);

    private readonly List<SitePart> _parts = [];
    private readonly List<Terminal> _terminals = [];
    private readonly List<(SiteFault Fault, double Size)> _active = [];
    private long _owedTicks;
    private long _steps;

    /// <summary>Builds the site at rest.</summary>
    /// <exception cref="ScenarioException">The parameters contradict each other.</exception>
    public Site(ParameterSet parameters, ulong seed)
    {
        Seed = seed;
        Farmer = Add(new Farmer());
        Grid = Add(new Grid(parameters, Noise("grid")));
        Supply = Add(new Supply(parameters, Grid, Noise("supply")));
        Panel = Add(new PumpPanel(Supply));
        Contactor = Add(new Contactor(parameters, Panel, Supply));
        MotorFeed = Add(new MotorFeed(Grid, Contactor));
        Well = Add(new Well(parameters));
        Pump = Add(new Pump(parameters, Well, MotorFeed));
        Valve = Add(new Valve(parameters, Supply));
        Pipeline = Add(new Pipeline(parameters, Well, Pump, Valve));
        Air = Add(new AirPockets(Pipeline, Noise("air")));
        Energy = Add(new EnergyTally(Pump, MotorFeed));
        PulseMeter = Add(new PulseMeter(parameters, Pipeline, Noise("pulse-meter")));
        Rs485 = Add(new Rs485Line(parameters, Noise("rs485")));
        BusMeter = Add(new BusMeter(parameters, Pipeline, Air, Rs485, Noise("bus-meter")));
        PowerMeter = Add(new PowerMeter(parameters, MotorFeed, Energy, Rs485, Noise("power-meter")));
        Pressure = Add(new PressureTransducer(parameters, Pipeline, Air, Noise("pressure")));
        Level = Add(new LevelTransducer(parameters, Well));
        Enclosure = Add(new Enclosure());
        Chamber = Add(new Chamber(parameters));
        Climate = Add(new Climate(parameters, Noise("climate")));
        Radio = Add(new Radio(parameters, Noise("radio")));
        Cards = Add(new CardReader(parameters));
    }

    /// <summary>A site drawn from the ranges of <see cref="RandomSites"/>.</summary>
    public static Site Random(ulong seed) => new(RandomSites.Draw(seed), seed);

    /// <summary>The seed that repeats this site's history.</summary>
    public ulong Seed { get; }

    /// <summary>Time since the beginning, whole inner steps.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(_steps * InnerStep.Ticks);

    /// <summary>All terminals.</summary>
    public IReadOnlyList<Terminal> Terminals => _terminals;

    /// <summary>The farmer's start switch.</summary>
    public Farmer Farmer { get; }

    /// <summary>The three-phase grid.</summary>
    public Grid Grid { get; }

    /// <summary>Charger, battery and the 12 V bus.</summary>
    public Supply Supply { get; }

    /// <summary>The pump's panel.</summary>
    public PumpPanel Panel { get; }

    /// <summary>The pump's contactor.</summary>
    public Contactor Contactor { get; }

    /// <summary>Fuses and cable between grid and motor.</summary>
    public MotorFeed MotorFeed { get; }

    /// <summary>The well.</summary>
    public Well Well { get; }

    /// <summary>The pump.</summary>
    public Pump Pump { get; }

    /// <summary>The motor valve.</summary>
    public Valve Valve { get; }

    /// <summary>Riser, manifold, hand valve, strainer, pipe and outlet.</summary>
    public Pipeline Pipeline { get; }

    /// <summary>Air in the pipe.</summary>
    public AirPockets Air { get; }

    /// <summary>The grid company's energy meter.</summary>
    public EnergyTally Energy { get; }

    /// <summary>The pulse meter.</summary>
    public PulseMeter PulseMeter { get; }

    /// <summary>The RS485 line.</summary>
    public Rs485Line Rs485 { get; }

    /// <summary>The water meter on the RS485 line.</summary>
    public BusMeter BusMeter { get; }

    /// <summary>The power meter on the RS485 line.</summary>
    public PowerMeter PowerMeter { get; }

    /// <summary>The pressure transducer.</summary>
    public PressureTransducer Pressure { get; }

    /// <summary>The transducer in the well.</summary>
    public LevelTransducer Level { get; }

    /// <summary>The unit's enclosure.</summary>
    public Enclosure Enclosure { get; }

    /// <summary>The meter chamber.</summary>
    public Chamber Chamber { get; }

    /// <summary>Temperature in the enclosure.</summary>
    public Climate Climate { get; }

    /// <summary>What the unit's modem receives.</summary>
    public Radio Radio { get; }

    /// <summary>The card reader and the cards.</summary>
    public CardReader Cards { get; }

    /// <summary>Names of the faults that are in now, in the order they came.</summary>
    public IEnumerable<string> ActiveFaults
    {
        get
        {
            foreach ((SiteFault fault, _) in _active)
            {
                yield return fault.Name;
            }
        }
    }

    /// <summary>Lets time pass. What is less than an inner step is kept for the next call.</summary>
    public void Step(TimeSpan time)
    {
        for (_owedTicks += time.Ticks; _owedTicks >= InnerStep.Ticks; _owedTicks -= InnerStep.Ticks)
        {
            StepOnce();
        }
    }

    /// <summary>Lets time pass, in seconds.</summary>
    public void Step(double seconds) => Step(TimeSpan.FromSeconds(seconds));

    /// <summary>
    /// Lets whole seconds pass, each in one step while nothing moves at the site: for nights and months. What the unit drives and
    /// what it asks must stand still within a second; where something moves it is <see cref="Step(TimeSpan)"/>.
    /// </summary>
    public void Doze(int seconds)
    {
        for (; seconds > 0; seconds--)
        {
            if (Quiet())
            {
                StepAll(1);
                _steps += TimeSpan.TicksPerSecond / InnerStep.Ticks;
            }
            else
            {
                Step(TimeSpan.FromSeconds(1));
            }
        }
    }

    /// <summary>The terminal of that name and kind.</summary>
    /// <exception cref="ScenarioException">There is none of that name, or it is of another kind.</exception>
    public T Terminal<T>(string name)
        where T : Terminal
    {
        Terminal found = Names.Find(_terminals, terminal => terminal.Name, name, "terminal");
        return found as T ?? throw new ScenarioException($"terminal \"{name}\" is a {found.GetType().Name}, not a {typeof(T).Name}");
    }

    /// <summary>Brings a fault in, or changes the size of one that is in. Without a size it takes its default.</summary>
    /// <exception cref="ScenarioException">Unknown fault, or a size that it does not take.</exception>
    public void Inject(string fault, double? size = null)
    {
        SiteFault row = FaultOf(fault);
        double chosen = SizeOf(row, size);
        _active.RemoveAll(active => active.Fault == row);
        _active.Add((row, chosen));
        ApplyFaults();
    }

    /// <summary>Takes a fault away; nothing happens when it is not in.</summary>
    /// <exception cref="ScenarioException">Unknown fault.</exception>
    public void Clear(string fault)
    {
        SiteFault row = FaultOf(fault);
        _active.RemoveAll(active => active.Fault == row);
        ApplyFaults();
    }

    /// <summary>A person does something: <c>Do("run-request", "on")</c>.</summary>
    /// <exception cref="ScenarioException">Unknown action or word.</exception>
    public void Do(string action, string word)
    {
        SiteAction row = Names.Find(SiteCatalogue.Actions, known => known.Name, action, "action");
        row.Do(this, WordOf(row, word));
    }

    /// <summary>The fault of that name.</summary>
    internal static SiteFault FaultOf(string name) => Names.Find(SiteCatalogue.Faults, fault => fault.Name, name, "fault");

    /// <summary>The size that a fault gets.</summary>
    internal static double SizeOf(SiteFault fault, double? size)
    {
        if (fault.Size == null)
        {
            return size == null ? 0 : throw new ScenarioException($"fault \"{fault.Name}\" has no size to choose", $"故障“{fault.Name}”不能指定大小");
        }

        double chosen = size ?? fault.Size.Default;
        ParameterSet.Check(fault.Size, chosen);
        return chosen;
    }

    /// <summary>Whether the word is the action's first one.</summary>
    internal static bool WordOf(SiteAction action, string word) =>
        word == action.On || (word == action.Off
            ? false
            : throw new ScenarioException(
                $"{action.Name} takes \"{action.On}\" or \"{action.Off}\", not \"{Names.Printable(word)}\"",
                $"{action.Name} 之后应为“{action.On}”或“{action.Off}”，不能是“{Names.Printable(word)}”"));

    private NoiseSource Noise(string part) => new(Seed, part);

    private T Add<T>(T part)
        where T : SitePart
    {
        _parts.Add(part);
        _terminals.AddRange(part.Terminals);
        return part;
    }

    private void StepOnce()
    {
        StepAll(InnerStep.TotalSeconds);
        _steps++;
    }

    private void StepAll(double seconds)
    {
        for (int i = 0; i < _parts.Count; i++)
        {
            _parts[i].Step(seconds);
        }
    }

    private bool Quiet()
    {
        for (int i = 0; i < _parts.Count; i++)
        {
            if (!_parts[i].Quiet)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Faults share wires and contacts, so each change starts from a sound site.</summary>
    private void ApplyFaults()
    {
        _parts.ForEach(part => part.Heal());
        _terminals.ForEach(terminal => terminal.Heal());
        _active.ForEach(active => active.Fault.Apply(this, active.Size));
    }
}
