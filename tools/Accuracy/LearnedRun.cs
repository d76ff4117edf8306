using System;
using System.Collections.Generic;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Tools.SiteSimulator;

namespace Tools.Accuracy;

/// <summary>
/// Weeks at a site, two waterings of ten minutes a day, so that the unit learns the site and sees it change. Between them nothing moves: the site dozes, and the unit's time
/// goes on with it.
/// </summary>
public sealed class LearnedRun
{
    private const int LearningDays = 6;

    private readonly Bench _bench;

    /// <summary>A unit that has learned nothing, at the site of a seed.</summary>
    /// <param name="seed">The site.</param>
    /// <param name="change">Changes the site's parameters; may be null.</param>
    public LearnedRun(ulong seed, Action<ParameterSet> change = null)
    {
        ParameterSet site = RandomSites.Draw(seed);
        change?.Invoke(site);
        // Without a power meter: it would name the larger pump's overload (306) first, and stop it.
        Settings settings = Commissioning.For(site);
        settings.HasPowerMeter = false;
        _bench = new Bench(site, seed, settings);
    }

    /// <summary>A site of another size, as drawn but for its rated flow, m³/h, and what goes with it; the unit has learned it in six days.</summary>
    public static LearnedRun OfSize(ulong seed, double rated)
    {
        var run = new LearnedRun(seed, parameters =>
        {
            double ratio = rated / parameters["ratedFlowCubicMetresPerHour"];
            parameters.Set("ratedFlowCubicMetresPerHour", rated);
            parameters.Set("pipeDiameterMillimetres", parameters["pipeDiameterMillimetres"] * Math.Sqrt(ratio));
            parameters.Set("pumpNoLoadWatts", parameters["pumpNoLoadWatts"] * ratio);
        });
        for (int lesson = 0; lesson < LearningDays * 2; lesson++)
        {
            run.Water();
        }

        return run;
    }

    /// <summary>Every alarm so far.</summary>
    public IReadOnlyList<Alarm> Alarms => _bench.Alarms;

    /// <summary>What the unit has learned.</summary>
    public LearnedBands Bands => _bench.Bands;

    /// <summary>Days since the beginning.</summary>
    public double Day => _bench.NowMs / 86_400_000.0;

    /// <summary>Lets days pass until a code is raised; the days that it took, −1 where it was not.</summary>
    public double DaysUntil(int code, int days)
    {
        double begin = Day;
        int seen = Alarms.Count;
        for (int run = 0; run < 2 * days; run++)
        {
            Water();
            for (; seen < Alarms.Count; seen++)
            {
                if (Alarms[seen].Code == code)
                {
                    return Day - begin;
                }
            }
        }

        return -1;
    }

    /// <summary>A fault of the site comes.</summary>
    public void Inject(string fault, double size) => _bench.Site.Inject(fault, size);

    /// <summary>One watering and the rest after it.</summary>
    public void Water() => Waterings.One(_bench);
}
