using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using Tools.Host;
using Tools.SiteSimulator;

namespace Tools.Accuracy;

/// <summary>Measures how often the firmware's decisions name the right fault, against simulated sites.</summary>
public static class Program
{
    private const int MostSeeds = 100_000;
    private const int LearnedSites = 5;
    private const int MostYears = 1000;
    private const double MostDays = 365_000;

    private static readonly Option<double> s_days = new("--days") { Description = "device-days of clean running, 0 for none", DefaultValueFactory = _ => 60 };
    private static readonly Option<int> s_years = new("--years") { Description = "device-years of clean running besides, each at a site of its own" };
    private static readonly Option<int> s_seeds = new("--seeds") { Description = "sites for each fault and condition", DefaultValueFactory = _ => 20 };
    private static readonly Option<string> s_fault = new("--fault") { Description = "only this cause, as named in the table; \"clean\" for clean running" };
    private static readonly Option<ulong> s_seed = new("--seed") { Description = "with --fault: only this site, with a timeline of what happens" };
    private static readonly Option<string> s_write = new("--write") { Description = "file into which the page is written, too" };

    public static int Main(string[] arguments)
    {
        var command = new RootCommand("How often the firmware's decisions name the right fault, in its declared time, at simulated sites.")
        {
            s_days, s_years, s_seeds, s_fault, s_seed, s_write,
        };
        command.SetAction(Run);
        return ToolMain.Run("accuracy", command, arguments);
    }

    private static int Run(ParseResult options)
    {
        Check(options.GetValue(s_days) is >= 0 and <= MostDays, $"--days takes 0 to {MostDays}");
        Check(options.GetValue(s_years) is >= 0 and <= MostYears, $"--years takes 0 to {MostYears}");
        Check(options.GetValue(s_seeds) is >= 1 and <= MostSeeds, $"--seeds takes 1 to {MostSeeds}");
        string fault = options.GetValue(s_fault);
        ulong seed = options.GetValue(s_seed);
        Check(seed == 0 || fault != null, "--seed needs --fault");
        return fault == null ? Measure(options) : seed == 0 ? MeasureOne(fault, options) : Repeat(fault, seed, options.GetValue(s_days));
    }

    private static int Measure(ParseResult options)
    {
        var campaign = new Campaign();
        return Timed(campaign, options, () =>
        {
            campaign.Try(FaultCases.All, options.GetValue(s_seeds));
            campaign.RunClean(options.GetValue(s_days));
            campaign.RunYears(options.GetValue(s_years), TellYear);
            campaign.TryLearned(Math.Min(options.GetValue(s_seeds), LearnedSites));
        });
    }

    private static int MeasureOne(string fault, ParseResult options)
    {
        var campaign = new Campaign();
        return Timed(campaign, options, () =>
        {
            if (fault == "clean")
            {
                campaign.RunClean(options.GetValue(s_days));
                campaign.RunYears(options.GetValue(s_years), TellYear);
            }
            else
            {
                campaign.Try([Find(fault)], options.GetValue(s_seeds));
            }
        });
    }

    private static int Timed(Campaign campaign, ParseResult options, Action play)
    {
        TimeSpan before = Processor();
        play();
        double seconds = (Processor() - before).TotalSeconds;
        string page = Page(campaign, Command(options));
        ToolMain.Output.Write(page);
        ToolMain.Output.WriteLine(FormattableString.Invariant(
            $"\n{campaign.DeviceSeconds / 86_400:0.0} device-days in {seconds:0} s of processor time: {campaign.DeviceSeconds / Math.Max(seconds, 0.001):0} times real time."));
        if (options.GetValue(s_write) is string file)
        {
            File.WriteAllText(file, page, new UTF8Encoding(false));
        }

        return campaign.Holds ? ExitCode.Done : ExitCode.Failed;
    }

    private static string Page(Campaign campaign, string command)
    {
        using var page = new StringWriter { NewLine = "\n" };
        Report.Write(page, campaign, command);
        return page.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The command without the file that it writes: the page does not depend on it.</summary>
    private static string Command(ParseResult options)
    {
        string years = options.GetValue(s_years) > 0 ? FormattableString.Invariant($" --years {options.GetValue(s_years)}") : "";
        string fault = options.GetValue(s_fault) is string name ? $" --fault \"{name}\"" : "";
        return FormattableString.Invariant($"tools/accuracy --seeds {options.GetValue(s_seeds)} --days {options.GetValue(s_days)}{years}{fault}");
    }

    private static int Repeat(string fault, ulong seed, double days)
    {
        if (fault == "clean")
        {
            IReadOnlyList<Alarm> alarms = CleanRun.Play(seed, Math.Min(days, Campaign.DaysASite), Tell).Alarms;
            return alarms.Any(alarm => alarm.Level <= 2) ? ExitCode.Failed : ExitCode.Done;
        }

        bool right = true;
        FaultCase found = Find(fault);
        foreach (Conditions condition in Campaign.ConditionsOf(found))
        {
            ToolMain.Output.WriteLine($"{condition.ToString().ToLowerInvariant()}:");
            TrialResult result = new Trial(found, condition, seed, Tell).Play();
            ToolMain.Output.WriteLine($"{(result.IsRight ? "right" : "MISS")}: {result.Line()}\n");
            right &= result.IsRight;
        }

        return right ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>A year takes minutes: each is told when it is over.</summary>
    private static void TellYear(ulong seed, CleanRun year)
    {
        string seen = string.Join(", ", CleanEvents.Kinds.Select(kind => $"{year.Seen[kind]} {kind}"));
        string codes = string.Join(", ", year.Alarms.GroupBy(alarm => (alarm.Code, alarm.Level)).OrderBy(rows => rows.Key).Select(rows => $"{rows.Count()} × {rows.Key.Code} (level {rows.Key.Level})"));
        ToolMain.Output.WriteLine($"year {seed}: {seen}; {(codes.Length == 0 ? "no alarm" : codes)}");
    }

    private static void Tell(double seconds, string what) => ToolMain.Output.WriteLine(FormattableString.Invariant($"{seconds,10:0.00} s  {what}"));

    private static FaultCase Find(string name) => FaultCases.All.FirstOrDefault(row => row.Name == name)
        ?? throw new ToolException($"no cause \"{name}\"; there are: clean, {string.Join(", ", FaultCases.All.Select(row => row.Name))}", ExitCode.WrongCall);

    private static TimeSpan Processor() => Process.GetCurrentProcess().TotalProcessorTime;

    private static void Check(bool holds, string complaint)
    {
        if (!holds)
        {
            throw new ToolException(complaint, ExitCode.WrongCall);
        }
    }
}
