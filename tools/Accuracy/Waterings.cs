using System;

namespace Tools.Accuracy;

/// <summary>Waterings twice a day, ten minutes each, as a unit learns its site from them. Between them nothing moves, and the site dozes.</summary>
public static class Waterings
{
    private const double RunSeconds = 600;
    private const double AfterSeconds = 400;
    private const int RestSeconds = 42_200;
    private const int LookSeconds = 60;
    private const int Lessons = 11;

    /// <summary>One watering and the rest after it.</summary>
    public static void One(Bench bench)
    {
        bench.Site.Do("run-request", "on");
        bench.RunUntil((bench.NowMs / 1000.0) + RunSeconds);
        bench.Site.Do("run-request", "off");
        bench.RunUntil((bench.NowMs / 1000.0) + AfterSeconds);
        bench.Doze(RestSeconds, LookSeconds);
    }

    /// <summary>As many as a unit needs to know its site, and one more.</summary>
    /// <exception cref="InvalidOperationException">A sound site raised something.</exception>
    public static void Teach(Bench bench)
    {
        for (int lesson = 0; lesson < Lessons; lesson++)
        {
            One(bench);
        }

        if (bench.Alarms.Count > 0)
        {
            throw new InvalidOperationException($"site {bench.Site.Seed} raised {bench.Alarms[0].Code} while it was learned");
        }
    }
}
