using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Tools.SiteSimulator;

namespace Tools.Accuracy;

/// <summary>Many trials, and days of clean running, one after the other; what came of them, and how much device time they took.</summary>
public sealed class Campaign
{
    /// <summary>Days that each site of the clean running lasts; the sites follow one another by seed.</summary>
    public const double DaysASite = 5;

    /// <summary>Share of right trials that is asked for.</summary>
    public const double RightShare = 0.99;

    private const double StrainerADay = 0.005;
    private const int StrainerDays = 45;
    private const double SeasonMetresADay = 0.05;
    private const int SeasonDays = 60;
    private const double DaysAYear = 365;

    private static readonly Conditions[] _conditions = [Conditions.Steady, Conditions.Starting, Conditions.Stopping, Conditions.Rest, Conditions.Noisy];

    private readonly List<TrialResult> _trials = [];
    private readonly List<(string What, ulong Seed, string Asked, string Came, bool Right)> _learned = [];

    /// <summary>Seeds of the trials, from 1.</summary>
    public int Seeds { get; private set; }

    /// <summary>Busy days at sound sites.</summary>
    public CleanTotal Days { get; } = new();

    /// <summary>Whole years at sound sites, each with its winter laid up.</summary>
    public CleanTotal Years { get; } = new();

    /// <summary>Device time that was played, s.</summary>
    public double DeviceSeconds { get; private set; }

    /// <summary>Trials in which the change never showed (a reed that rests closed picks up no spikes): neither right nor wrong.</summary>
    public int NotShown { get; private set; }

    /// <summary>Every trial in which there was something to find.</summary>
    public IReadOnlyList<TrialResult> Trials => _trials;

    /// <summary>Misses among the trials.</summary>
    public IEnumerable<TrialResult> Misses => _trials.Where(trial => !trial.IsRight);

    /// <summary>Alarms of level 1 and 2 at a sound site, in days and in years.</summary>
    public IEnumerable<(ulong Seed, Alarm Alarm)> CleanSerious => Days.Serious.Concat(Years.Serious);

    /// <summary>All that is asked for holds.</summary>
    public bool Holds =>
        _trials.Count(trial => trial.IsRight) >= RightShare * _trials.Count && !_trials.Any(trial => trial.FalseSerious.Any()) && !CleanSerious.Any() && _learned.All(line => line.Right);

    /// <summary>The conditions of a case, one by one.</summary>
    public static IEnumerable<Conditions> ConditionsOf(FaultCase fault) => _conditions.Where(condition => fault.Conditions.HasFlag(condition));

    /// <summary>Plays cases at so many sites under each of their conditions.</summary>
    public void Try(IEnumerable<FaultCase> cases, int seeds)
    {
        Seeds = seeds;
        List<(FaultCase Fault, Conditions Condition, ulong Seed)> plan =
            [.. cases.SelectMany(fault => ConditionsOf(fault).SelectMany(condition => Enumerable.Range(1, seeds).Select(seed => (fault, condition, (ulong)seed))))];
        var results = new TrialResult[plan.Count];
        Parallel.For(0, plan.Count, place => results[place] = new Trial(plan[place].Fault, plan[place].Condition, plan[place].Seed).Play());
        foreach (TrialResult result in results)
        {
            Keep(result);
        }
    }

    /// <summary>Plays so many busy days at sound sites.</summary>
    public void RunClean(double days)
    {
        ulong seed = 1;
        for (double left = days; left > 0; left -= DaysASite, seed++)
        {
            double here = Math.Min(left, DaysASite);
            KeepClean(Days, seed, CleanRun.Play(seed, here), here);
        }
    }

    /// <summary>Plays so many years, each at a sound site of its own.</summary>
    /// <param name="done">Hears of each year when it is over; may be null.</param>
    public void RunYears(int years, Action<ulong, CleanRun> done = null)
    {
        for (ulong seed = 1; seed <= (ulong)years; seed++)
        {
            CleanRun year = CleanRun.PlayYear(seed);
            KeepClean(Years, seed, year, DaysAYear);
            done?.Invoke(seed, year);
        }
    }

    private void KeepClean(CleanTotal total, ulong seed, CleanRun run, double days)
    {
        total.Add(seed, run, days);
        DeviceSeconds += days * 86_400;
    }

    /// <summary>Lines of the page about weeks at sites that the unit has learned: what was changed, what was asked, what came.</summary>
    public IReadOnlyList<(string What, ulong Seed, string Asked, string Came, bool Right)> Learned => _learned;

    /// <summary>What a unit says of 40 m³/h at a small and at a large site, of a strainer that clogs, and of a water table that falls, at so many sites.</summary>
    public void TryLearned(int sites)
    {
        for (ulong seed = 1; seed <= (ulong)sites; seed++)
        {
            TryFlow(seed, 12, 403);
            TryFlow(seed, 80, 402);
            LearnedRun strainer = LearnedRun.OfSize(seed, 40);
            strainer.Inject("strainer-clogging", StrainerADay);
            double days = strainer.DaysUntil(407, StrainerDays);
            KeepLearned("strainer clogs by 0.5 % a day", seed, $"407 within {StrainerDays} days", days < 0 ? "nothing" : FormattableString.Invariant($"407 after {days:0.0} days"), days >= 0 && strainer.Alarms.All(alarm => alarm.Code == 407));
            LearnedRun season = LearnedRun.OfSize(seed, 40);
            season.Inject("water-table-falls", SeasonMetresADay);
            season.DaysUntil(407, SeasonDays);
            KeepLearned("water table falls by 3 m in 60 days", seed, "nothing, or the low well (409)", Codes(season.Alarms), season.Alarms.All(alarm => alarm.Code == 409));
        }
    }

    private void TryFlow(ulong seed, double rated, int code)
    {
        LearnedRun site = LearnedRun.OfSize(seed, rated);
        site.Inject("pump-exchanged", 40 / rated);
        if (rated < 40)
        {
            // The small site's pipe lets 40 m³/h out only where it is broken.
            site.Inject("pipe-burst", 1);
        }

        double days = site.DaysUntil(code, 1);
        bool wrong = site.Alarms.Any(alarm => alarm.Code == (code == 402 ? 403 : 402));
        KeepLearned(FormattableString.Invariant($"40 m³/h where {rated:0} are usual"), seed, FormattableString.Invariant($"{code}"), Codes(site.Alarms), days >= 0 && !wrong);
    }

    private void KeepLearned(string what, ulong seed, string asked, string came, bool right) => _learned.Add((what, seed, asked, came, right));

    private static string Codes(IEnumerable<Alarm> alarms)
    {
        string codes = string.Join(", ", alarms.Select(alarm => alarm.Code).Distinct().Order());
        return codes.Length == 0 ? "nothing" : codes;
    }

    private void Keep(TrialResult result)
    {
        if (result.IsVoid)
        {
            NotShown++;
        }
        else
        {
            _trials.Add(result);
        }

        DeviceSeconds += result.EndMs / 1000.0;
    }
}
