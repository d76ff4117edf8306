using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Core.Contracts;
using Tools.SiteSimulator;

namespace Tools.Accuracy;

/// <summary>
/// Days at a sound site, as people and the grid make them: two to five waterings of 20 min to 3 h, now and then a start that is taken back,
/// a hand run, a door opened for some minutes, and half an hour in which a neighbour's motor makes dips of up to 15 %.
/// </summary>
public static class CleanRun
{
    private const double DaySeconds = 86_400;
    private const double DoorSeconds = 600;
    private const double DipSeconds = 1800;

    /// <summary>Plays so many days at the site of a seed; the alarms of all of them.</summary>
    public static IReadOnlyList<Alarm> Play(ulong seed, double days, Action<double, string> timeline = null, Action<Settings> spoil = null)
    {
        ParameterSet site = RandomSites.Draw(seed);
        Settings settings = Commissioning.For(site);
        spoil?.Invoke(settings);
        var bench = new Bench(site, seed, settings);
        bench.Told = alarm => timeline?.Invoke(bench.NowMs / 1000.0, $"{alarm.Event.ToString().ToLowerInvariant()} {alarm.Code}, level {alarm.Level}");
        foreach ((double at, string what, Action<Site> act) in Script(new NoiseSource(seed, "clean-days"), days))
        {
            bench.RunUntil(Math.Min(at, days * DaySeconds));
            timeline?.Invoke(at, what);
            act(bench.Site);
        }

        bench.RunUntil(days * DaySeconds);
        return bench.Alarms;
    }

    private static IEnumerable<(double At, string What, Action<Site> Act)> Script(NoiseSource noise, double days)
    {
        List<(double At, string What, Action<Site> Act)> script = [];
        for (int day = 0; day < days; day++)
        {
            AddDay(script, noise, day * DaySeconds);
        }

        return script.Where(line => line.At < days * DaySeconds).OrderBy(line => line.At);
    }

    private static void AddDay(List<(double At, string What, Action<Site> Act)> script, NoiseSource noise, double begin)
    {
        // Waterings from 8 o'clock, one after the other; the last ends before the hand run in the evening.
        double at = begin + 600;
        int waterings = 2 + (int)(4 * noise.NextUnit());
        for (int i = 0; i < waterings; i++)
        {
            at += 300 + (3600 * noise.NextUnit());
            double ends = at + (noise.Happens(0.2) ? 5 + (25 * noise.NextUnit()) : 1200 + (9600 * noise.NextUnit()));
            Add(script, at, ends, "run-request on", site => site.Do("run-request", "on"), "run-request off", site => site.Do("run-request", "off"));
            at = ends;
        }

        double hand = begin + 72_000 + (3600 * noise.NextUnit());
        Add(script, hand, hand + 600 + (1200 * noise.NextUnit()), "hand run", HandOn, "hand run ends", HandOff);
        double door = begin + (30_000 * noise.NextUnit());
        Add(script, door, door + 60 + (DoorSeconds * noise.NextUnit()), "door opened", site => site.Do("door", "open"), "door shut", site => site.Do("door", "shut"));
        double dips = begin + (30_000 * noise.NextUnit());
        double depth = 0.05 + (0.1 * noise.NextUnit());
        Add(script, dips, dips + DipSeconds, "dips begin", site => site.Inject("mains-dips", depth), "dips end", site => site.Clear("mains-dips"));
    }

    private static void Add(
        List<(double At, string What, Action<Site> Act)> script, double from, double to, string begins, Action<Site> begin, string ends, Action<Site> end)
    {
        script.Add((from, begins, begin));
        script.Add((to, ends, end));
    }

    private static void HandOn(Site site)
    {
        site.Do("selector", "hand");
        site.Do("manual-start", "on");
    }

    private static void HandOff(Site site)
    {
        site.Do("manual-start", "off");
        site.Do("selector", "auto");
    }
}
