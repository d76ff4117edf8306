using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Tools.SiteSimulator;

namespace Tools.Accuracy;

/// <summary>What came of one fault at one site.</summary>
/// <param name="Case">The fault.</param>
/// <param name="Condition">The condition in which it came.</param>
/// <param name="Seed">The site.</param>
/// <param name="InjectedAtMs">When the change was made.</param>
/// <param name="ShownAtMs">When it began to show, −1 where it never did.</param>
/// <param name="Within">The declared time, s.</param>
/// <param name="Alarms">Every alarm of the trial.</param>
/// <param name="EndMs">Length of the trial.</param>
public sealed record TrialResult(FaultCase Case, Conditions Condition, ulong Seed, long InjectedAtMs, long ShownAtMs, double Within, IReadOnlyList<Alarm> Alarms, long EndMs)
{
    /// <summary>Every expected code came in time and at its level, or one that is as right, and nothing that has no place there.</summary>
    public bool IsRight => ShownAtMs >= 0 && (Case.Expected.All(CameInTime) || Case.Or.Any(CameInTime)) && !Strange.Any();

    /// <summary>Right by a code that is as right as the expected one (<see cref="FaultCase.Or"/>), and not by that.</summary>
    public bool IsByAnother => IsRight && !Case.Expected.All(CameInTime);

    /// <summary>The change never showed at this site and nothing was said: there was nothing to find.</summary>
    public bool IsVoid => ShownAtMs < 0 && Alarms.Count == 0;

    /// <summary>Alarms that are neither expected nor follow, those of a worse level than is declared, and whatever was said before anything was wrong.</summary>
    public IEnumerable<Alarm> Strange => Alarms.Where(alarm => alarm.AtMs < InjectedAtMs || !HasPlace(alarm));

    /// <summary>Strange ones of level 1 and 2: somebody would be sent out for nothing.</summary>
    public IEnumerable<Alarm> FalseSerious => Strange.Where(alarm => alarm.Level <= 2);

    /// <summary>Those of level 1 and 2 that have a place though the fault is a lesser one, or has no row: the case says why (<see cref="FaultCase.Because"/>).</summary>
    public IEnumerable<Alarm> Reasoned => Case.Because == null ? [] : Alarms.Where(alarm => alarm.Level <= 2 && HasPlace(alarm) && (Case.OfInstrument || Case.Expected.All(row => alarm.Level < row.Level)));

    /// <summary>The first code expected, 0 where nothing is.</summary>
    public int Code => Case.Expected.Count == 0 ? 0 : Case.Expected[0].Code;

    /// <summary>Delay of the first expected code, s; null where it did not come.</summary>
    public double? Delay => Alarms.Where(alarm => alarm.Code == Code).Select(alarm => (double?)Math.Max(0, alarm.AtMs - ShownAtMs) / 1000).FirstOrDefault();

    /// <summary>The trial in one line.</summary>
    public string Line()
    {
        string raised = Alarms.Count == 0 ? "nothing" : string.Join(", ", Alarms.Select(alarm => FormattableString.Invariant(
            $"{alarm.Code} (level {alarm.Level}) after {(alarm.AtMs - ShownAtMs) / 1000.0:0} s")));
        string shown = ShownAtMs < 0 ? "it never showed" : FormattableString.Invariant($"declared {Within:0} s");
        return FormattableString.Invariant($"{Case.Name}, {Condition.ToString().ToLowerInvariant()}, seed {Seed}: {raised}; {shown}");
    }

    private bool HasPlace(Alarm alarm) => Case.Expected.Concat(Case.Or).Concat(Case.MayFollow).Any(row => row.Code == alarm.Code && row.Level <= alarm.Level);

    private bool CameInTime((int Code, int Level) row) =>
        Alarms.Any(alarm => alarm.Code == row.Code && alarm.Level == row.Level && alarm.AtMs >= InjectedAtMs && alarm.AtMs <= ShownAtMs + (Within * 1000));
}

/// <summary>One fault at one site under one condition, played to its end.</summary>
public sealed class Trial
{
    private readonly FaultCase _case;
    private readonly Conditions _condition;
    private readonly ulong _seed;
    private readonly NoiseSource _noise;
    private readonly IStage _stage;
    private readonly Bench _bench;
    private readonly UnitStage _unit;
    private readonly Queue<(double At, string What, Action Do)> _script = new();
    private readonly Action<double, string> _timeline;
    private readonly double _beginSeconds;
    private double _injectedAt;

    /// <summary>Sets the stage.</summary>
    /// <param name="timeline">Hears what happens, with its time in seconds; may be null.</param>
    /// <param name="catalogue">Another catalogue than the firmware's; may be null.</param>
    /// <param name="spoil">Changes the settings of the commissioner; may be null.</param>
    public Trial(
        FaultCase fault, Conditions condition, ulong seed, Action<double, string> timeline = null, FaultCatalogue catalogue = null, Action<Settings> spoil = null)
    {
        (_case, _condition, _seed, _timeline) = (fault, condition, seed, timeline);
        _noise = new NoiseSource(seed, fault.Name + condition);
        if (fault.OfUnit)
        {
            _stage = _unit = new UnitStage(fault, condition == Conditions.Noisy, seed, timeline);
        }
        else
        {
            _stage = _bench = SetStage(catalogue, spoil);
            _beginSeconds = fault.Learned ? _bench.NowMs / 1000.0 : 0;
            _bench.Told = alarm => Say($"{alarm.Event.ToString().ToLowerInvariant()} {alarm.Code}, level {alarm.Level} ({Truth()})");
        }

        WriteScript();
    }

    private Bench SetStage(FaultCatalogue catalogue, Action<Settings> spoil)
    {
        ParameterSet site = RandomSites.Draw(_seed);
        _case.Prepare?.Invoke(site, _noise);
        if (_condition == Conditions.Noisy)
        {
            MakeNoisy(site);
        }

        Settings settings = Commissioning.For(site);
        _case.Commission?.Invoke(settings);
        spoil?.Invoke(settings);
        var bench = new Bench(site, _seed, settings, catalogue) { StartUnix = _case.StartUnix };
        if (_case.Learned)
        {
            Waterings.Teach(bench);
        }

        if (_condition == Conditions.Noisy)
        {
            bench.Site.Inject("rs485-noise", NoisyByteShare);
        }

        return bench;
    }

    /// <summary>Bytes spoilt on the line of a noisy site: one answer in a hundred, a fifth of what is a fault.</summary>
    public const double NoisyByteShare = 0.0003;

    /// <summary>Plays it. What shows for a moment only (no flow yet while a pump starts) begins anew with the next time.</summary>
    public TrialResult Play()
    {
        long shownAt = -1;
        double until = _beginSeconds + _injectedAt + _case.WaitSeconds;
        double within = _case.Within(_bench);
        while (_stage.NowMs < until * 1000)
        {
            if (_script.Count > 0 && _stage.NowMs >= (_beginSeconds + _script.Peek().At) * 1000)
            {
                Act();
            }

            _stage.Step();
            bool told = Told();
            bool shows = Shows() || (told && _script.Count == 0); // what is told already has shown, if only a little
            if (shows && shownAt < 0)
            {
                shownAt = _stage.NowMs;
                Say("it shows");
                until = (shownAt / 1000.0) + within + _case.WatchSeconds;
            }
            else if (!shows && shownAt >= 0 && !told && _stage.NowMs < shownAt + (within * 1000))
            {
                Say("it shows no longer");
                (shownAt, until) = (-1, _beginSeconds + _injectedAt + _case.WaitSeconds);
            }
        }

        return new TrialResult(_case, _condition, _seed, (long)((_beginSeconds + _injectedAt) * 1000), shownAt, within, _stage.Alarms, _stage.NowMs);
    }

    /// <summary>Noise of a site at which nothing has failed yet: several times that of the ranges, all of it below what any row allows.</summary>
    private static void MakeNoisy(ParameterSet site)
    {
        site.Set("busMeterNoiseFraction", 0.02);
        site.Set("pressureTurbulenceBar", 0.1);
        site.Set("supplyRippleVolts", 0.06);
        site.Set("mainsNoiseFraction", 0.02);
    }

    /// <summary>Everything that is expected has been said.</summary>
    private bool Told()
    {
        bool all = _case.Expected.Count > 0;
        foreach ((int code, _) in _case.Expected)
        {
            all = all && Said(code);
        }

        foreach ((int code, _) in _case.Or)
        {
            all = all || Said(code);
        }

        return all;
    }

    private bool Said(int code)
    {
        foreach (Alarm alarm in _stage.Alarms)
        {
            if (alarm.Code == code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>From the last change on: a fault that needs a running pump does not show in the second before it stops.</summary>
    private bool Shows()
    {
        bool? shows = _unit == null ? _case.Shows?.Invoke(_bench) : _case.ShowsAround?.Invoke(_unit);
        bool changed = _case.ShowsFromStart ? _stage.NowMs >= (_beginSeconds + _injectedAt) * 1000 : _script.Count == 0;
        return changed && (shows ?? true);
    }

    /// <summary>What flows at the site, and what the unit reads of it.</summary>
    private string Truth() => FormattableString.Invariant(
        $"truly {_bench.Site.Pipeline.MeteredFlow * 3600:0.0} m³/h, {_bench.Site.Pipeline.PressureBar:0.0} bar; read {_bench.Readings.ValueOf(Signal.BusFlow)} and {_bench.Readings.ValueOf(Signal.PulseFlow)} mL/s, {_bench.Readings.ValueOf(Signal.Pressure)} kPa");

    private void Act()
    {
        (_, string what, Action act) = _script.Dequeue();
        Say(what);
        act();
    }

    private void Say(string what) => _timeline?.Invoke((_stage.NowMs / 1000.0) - _beginSeconds, what);

    /// <summary>When water is asked for, and when the fault comes.</summary>
    private void WriteScript()
    {
        bool rest = _case.Shown == Shown.AtRest;
        List<(double At, string What, Action Do)> script = [];
        switch (_condition)
        {
            case Conditions.Starting:
                script.AddRange([Ask(20, true), Inject(19, 4)]);
                script.AddRange(rest ? [Ask(140, false)] : []);
                break;
            case Conditions.Stopping:
                script.AddRange([Ask(20, true), Ask(200, false), Inject(198, 4)]);
                script.AddRange(rest ? [] : [Ask(290, true)]);
                break;
            case Conditions.Rest:
            case Conditions.Noisy when !_case.Conditions.HasFlag(Conditions.Steady):
                script.AddRange(rest ? [Ask(20, true), Ask(140, false), Inject(300, 10)] : [Inject(100, 10)]);
                script.AddRange(_case.Shown == Shown.Running ? [Ask(160, true)] : []);
                break;
            default:
                script.AddRange([Ask(20, true), Inject(200, 10)]);
                script.AddRange(rest ? [Ask(260, false)] : []);
                break;
        }

        script.AddRange(_case.Acts.Select(act => (_injectedAt + act.After, $"{act.Action} {act.Word}", (Action)(() => _stage.Do(act.Action, act.Word)))));
        foreach ((double, string, Action) line in script.OrderBy(line => line.At))
        {
            _script.Enqueue(line);
        }
    }

    private (double At, string What, Action Do) Ask(double at, bool on) => (at, on ? "water is asked for" : "water is no longer asked for", () =>
        _stage.Do("run-request", on ? "on" : "off"));

    /// <summary>The change comes within some seconds; what is wrong from the start on is there already.</summary>
    private (double At, string What, Action Do) Inject(double from, double spread)
    {
        _injectedAt = _case.BeforeStart.Count > 0 || _case.Configuration != null ? 0 : from + (spread * _noise.NextUnit());
        return (_injectedAt, $"the fault comes: {_case.Name}", () =>
        {
            foreach (Change change in _case.Changes)
            {
                change.Make(_stage, _noise);
            }
        }
        );
    }
}
