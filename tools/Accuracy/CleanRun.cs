using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Tools.SiteSimulator;

namespace Tools.Accuracy;

/// <summary>
/// Sound sites, with every sensor that a board can have fitted, as people, grid and weather use them. Days: two to five waterings of 20 min to 3 h, now and then a start
/// that is taken back, a hand run, a visit by card, half an hour of dips of up to 15 %, air in the pipe, a storm on RS485, the link gone for a while. Years: three
/// hundred starts in the season, the same now and then, a water table that falls in summer, and a winter laid up.
/// </summary>
public sealed class CleanRun
{
    /// <summary>Starts that a year has at least.</summary>
    public const int StartsAYear = 300;

    private const double DaySeconds = 86_400;
    private const int SeasonDays = 245;
    private const int YearDays = 365;
    private const double HandHour = 20;
    private const long QuietMs = 600_000;

    private readonly Bench _bench;
    private readonly Action<double, string> _timeline;
    private readonly NoiseSource _noise;

    private CleanRun(ulong seed, Action<double, string> timeline, Action<Settings> spoil)
    {
        ParameterSet site = RandomSites.Draw(seed);
        if (seed % 2 == 0)
        {
            site.Set("valveFitted", 1);
        }

        Settings settings = Commissioning.For(site);
        spoil?.Invoke(settings);
        _bench = new Bench(site, seed, settings);
        _noise = new NoiseSource(seed, "clean-days");
        _timeline = timeline;
        _bench.Told = alarm => Say(FormattableString.Invariant($"{alarm.Event.ToString().ToLowerInvariant()} {alarm.Code}, level {alarm.Level}"));
        Seen = new CleanEvents(_bench);
    }

    /// <summary>What really happened at the site.</summary>
    public CleanEvents Seen { get; }

    /// <summary>Every alarm.</summary>
    public IReadOnlyList<Alarm> Alarms => _bench.Alarms;

    /// <summary>Plays so many busy days at the site of a seed.</summary>
    public static CleanRun Play(ulong seed, double days, Action<double, string> timeline = null, Action<Settings> spoil = null)
    {
        var run = new CleanRun(seed, timeline, spoil);
        List<Act> script = [];
        for (int day = 0; day < days; day++)
        {
            run.AddDay(script, day * DaySeconds);
        }

        run.PlayScript(script, days * DaySeconds);
        return run;
    }

    /// <summary>Plays a year at the site of a seed: 245 days of season, and the winter.</summary>
    public static CleanRun PlayYear(ulong seed, Action<double, string> timeline = null)
    {
        var run = new CleanRun(seed, timeline, null);
        List<Act> script = [];
        run.AddSeason(script);
        run.AddWinter(script, SeasonDays * DaySeconds);
        run.PlayScript(script, YearDays * DaySeconds);
        return run;
    }

    private void PlayScript(List<Act> script, double until)
    {
        foreach (Act act in script.Where(act => act.At < until).OrderBy(act => act.At))
        {
            Pass(act.At);
            Say(act.What);
            act.Do(this);
        }

        Pass(until);
    }

    /// <summary>Lets time pass: in full as long as anything moves, else second by second.</summary>
    private void Pass(double until)
    {
        while (_bench.NowMs < (long)until * 1000)
        {
            if (IsAsleep())
            {
                _bench.Doze(1);
            }
            else
            {
                _bench.RunUntil((_bench.NowMs / 1000) + 1);
            }

            Seen.Look();
        }
    }

    /// <summary>
    /// Nothing has moved for ten minutes, pump or valve: a valve that opens before the pump starts lets out what the line holds, and both meters count it.
    /// </summary>
    private bool IsAsleep()
    {
        SiteView view = _bench.Controller.View;
        bool still = !view.PumpRuns && !view.Readings.IsOn(Signal.RunRequest);
        return still && Math.Min(view.PumpSteadyMs, view.ValveSteadyMs) >= QuietMs && Seen.Quiet;
    }

    private void Say(string what) => _timeline?.Invoke(_bench.NowMs / 1000.0, what);

    private double Between(double low, double high) => low + ((high - low) * _noise.NextUnit());

    private void AddDay(List<Act> script, double begin)
    {
        // Waterings one after the other; the last ends before the hand run in the evening.
        double at = begin + 600;
        int waterings = 2 + (int)(4 * _noise.NextUnit());
        for (int i = 0; i < waterings; i++)
        {
            at += Between(300, 3900);
            double ends = at + (_noise.Happens(0.2) ? Between(5, 30) : Between(1200, 10_800));
            AddWatering(script, at, ends);
            at = ends;
        }

        AddHandRun(script, begin + (HandHour * 3600) + Between(0, 3600));
        AddVisit(script, begin + Between(0, 30_000));
        AddSpell(script, begin + Between(0, 30_000), 1800, "mains-dips", Between(0.05, 0.15));
        AddSpell(script, begin + Between(0, 30_000), 1200, "air-in-pipe", Between(8, 60));
        AddSpell(script, begin + Between(0, 60_000), 3600, "rs485-storm", Between(120, 900));
        AddLinkLoss(script, begin + Between(0, 60_000), Between(60, 3000));
    }

    /// <summary>A little more than one start a day; each fourth day something else, too.</summary>
    private void AddSeason(List<Act> script)
    {
        script.Add(new Act(3600, "the water table falls with the season", run => run._bench.Site.Inject("water-table-falls", run.Between(0.002, 0.012))));
        for (int day = 0; day < SeasonDays; day++)
        {
            double begin = day * DaySeconds;
            int waterings = ((day + 1) * (StartsAYear + 6) / SeasonDays) - (day * (StartsAYear + 6) / SeasonDays);
            double at = begin + Between(3600, 14_400);
            for (int i = 0; i < waterings; i++)
            {
                double ends = at + Between(1200, 7200);
                AddWatering(script, at, ends);
                at = ends + Between(1800, 14_400);
            }

            AddNowAndThen(script, day, begin);
        }
    }

    private void AddNowAndThen(List<Act> script, int day, double begin)
    {
        switch (day % 7)
        {
            case 0: AddLinkLoss(script, begin + Between(0, 60_000), Between(300, 6000)); break;
            case 1: AddSpell(script, begin + Between(3000, 15_000), 1800, "mains-dips", Between(0.05, 0.15)); break;
            case 2: AddSpell(script, begin + Between(3000, 15_000), 1200, "air-in-pipe", Between(8, 60)); break;
            case 3: AddSpell(script, begin + Between(0, 60_000), 1800, "rs485-storm", Between(120, 900)); break;
            case 4: AddHandRun(script, begin + (HandHour * 3600) + Between(0, 3600)); break;
            case 5 when day % 2 == 1: AddVisit(script, begin + Between(0, 60_000)); break;
        }
    }

    /// <summary>Laid up by a person; the grid is switched off now and then for half a day, and the line goes on without the unit's centre.</summary>
    private void AddWinter(List<Act> script, double begin)
    {
        script.Add(new Act(begin, "laid up", run => run._bench.Controller.Lifecycle.LayUp(Actor.Console)));
        for (int week = 1; week < (YearDays - SeasonDays) / 7; week++)
        {
            AddSpell(script, begin + (week * 7 * DaySeconds), Between(7200, 43_200), "mains-lost", null);
            AddLinkLoss(script, begin + (((week * 7) + 3) * DaySeconds), Between(3600, 86_400));
        }

        script.Add(new Act((YearDays - 1) * DaySeconds, "opened", run => run._bench.Controller.Lifecycle.Open(Actor.Console)));
    }

    private static void AddWatering(List<Act> script, double from, double to)
    {
        script.Add(new Act(from, "run-request on", run => run._bench.Site.Do("run-request", "on")));
        script.Add(new Act(to, "run-request off", run => run._bench.Site.Do("run-request", "off")));
    }

    private void AddHandRun(List<Act> script, double from)
    {
        // Whoever starts by hand waits until the motor valve is open.
        double ends = from + Between(660, 1860);
        script.Add(new Act(from, "selector on hand", run => run._bench.Site.Do("selector", "hand")));
        script.Add(new Act(from + 60, "hand run", run => run._bench.Site.Do("manual-start", "on")));
        if (_noise.Happens(0.5))
        {
            AddWatering(script, from - 600, ends); // a run by the start switch that is taken over by hand, and ends with it
        }

        script.Add(new Act(ends, "hand run ends", run => run._bench.Site.Do("manual-start", "off")));
        script.Add(new Act(ends + 5, "selector on auto", run => run._bench.Site.Do("selector", "auto")));
    }

    /// <summary>A technician opens the door, shows his card within a minute, works, and shuts the door.</summary>
    private void AddVisit(List<Act> script, double from)
    {
        double shows = from + Between(8, 50);
        script.Add(new Act(from, "door opened", run => run._bench.Site.Do("door", "open")));
        script.Add(new Act(shows, "technician's card", run => run._bench.Site.Do("technician-card", "held")));
        script.Add(new Act(shows + 2, "card away", run => run._bench.Site.Do("technician-card", "away")));
        script.Add(new Act(shows + Between(60, 1500), "door shut", run => run._bench.Site.Do("door", "shut")));
    }

    private static void AddSpell(List<Act> script, double from, double seconds, string fault, double? size)
    {
        script.Add(new Act(from, $"{fault} begins", run => run._bench.Site.Inject(fault, size)));
        script.Add(new Act(from + seconds, $"{fault} ends", run => run._bench.Site.Clear(fault)));
    }

    private static void AddLinkLoss(List<Act> script, double from, double seconds)
    {
        script.Add(new Act(from, "link lost", run => run._bench.Reach = LinkReach.None));
        script.Add(new Act(from + seconds, "link back", run => run._bench.Reach = LinkReach.Broker));
    }

    private sealed record Act(double At, string What, Action<CleanRun> Do);
}
