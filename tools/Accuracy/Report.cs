using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Firmware.Core.Faults;
using Tools.SiteSimulator;

namespace Tools.Accuracy;

/// <summary>A campaign as a page of Markdown. The same campaign gives the same page.</summary>
public static class Report
{
    /// <summary>Writes the page.</summary>
    /// <param name="command">The command that makes it.</param>
    public static void Write(TextWriter into, Campaign campaign, string command)
    {
        into.Write($"# Diagnosis accuracy\n\nMade by `{command}`; not edited by hand. How it is measured: [tools/Accuracy](../tools/Accuracy/README.md).\n\n");
        WriteResult(into, campaign);
        WriteFaults(into, "## Fault by fault", campaign.Trials.Where(trial => !trial.Case.IsPair));
        WriteMatrix(into, campaign.Trials.Where(trial => !trial.Case.IsPair).ToList());
        WritePairs(into, campaign.Trials.Where(trial => trial.Case.IsPair));
        WriteReasons(into, campaign.Trials);
        WriteList(into, "## Right by another code", campaign.Trials.Where(trial => trial.IsByAnother).Select(trial => trial.Line()));
        WriteList(into, "## False alarms of level 1 and 2", campaign.Trials.Where(trial => trial.FalseSerious.Any()).Select(trial => trial.Line()));
        WriteList(into, "## Misses", campaign.Misses.Select(trial => trial.Line()));
        WriteLearned(into, campaign);
        WriteRowsWithoutCase(into);
        into.Write("## Clean running\n\n");
        WriteClean(into, "device-days, busy ones without a winter,", campaign.Days, CleanEvents.Kinds.Except(CleanEvents.OfYears));
        WriteClean(into, "device-days in whole years, each with its winter laid up,", campaign.Years, CleanEvents.Kinds);
        WriteRanges(into, campaign.Trials.Select(trial => trial.Case).Distinct());
    }

    private static void WriteResult(TextWriter into, Campaign campaign)
    {
        int right = campaign.Trials.Count(trial => trial.IsRight);
        int serious = campaign.Trials.Sum(trial => trial.FalseSerious.Count());
        into.Write(FormattableString.Invariant(
            $"""
            | measured | result | asked for |
            |---|---|---|
            | trials: faults × conditions × {campaign.Seeds} sites | {campaign.Trials.Count} | |
            | trials left out, in which the change never showed at the site | {campaign.NotShown} | |
            | right code and level within the declared time, and no other alarm | {right} ({Percent(right, campaign.Trials.Count)}) | ≥ 99 % |
            | of these: by another code that is as right, listed below | {campaign.Trials.Count(trial => trial.IsByAnother)} | |
            | alarms of level 1 or 2 that have no place in their trial | {serious} | 0 |
            | alarms of level 1 or 2 that a lesser fault, or one without a row, brings about, with the reason below | {campaign.Trials.Sum(trial => trial.Reasoned.Count())} | |
            | clean running, device-days | {campaign.Days.Days:0.##} | 60 |
            | alarms of level 1 or 2 in it | {campaign.Days.Serious.Count()} | 0 |
            | clean years (`--years`), device-days | {campaign.Years.Days:0.##} | |
            | alarms of level 1 or 2 in them | {campaign.Years.Serious.Count()} | 0 |


            """));
    }

    private static void WriteFaults(TextWriter into, string title, IEnumerable<TrialResult> trials)
    {
        into.Write($"{title}\n\n| cause at the site | expected | conditions | trials | right | delay, median | longest | declared | why not in the other conditions |\n|---|---|---|--:|--:|--:|--:|--:|---|\n");
        foreach (IGrouping<string, TrialResult> rows in trials.GroupBy(trial => trial.Case.Name))
        {
            FaultCase fault = rows.First().Case;
            List<double> delays = rows.Where(trial => trial.Delay != null).Select(trial => trial.Delay.Value).Order().ToList();
            into.Write(FormattableString.Invariant(
                $"| {fault.Name} | {Expected(fault)} | {Names(rows)} | {rows.Count()} | {rows.Count(trial => trial.IsRight)} | {Seconds(delays, delays.Count / 2)} | {Seconds(delays, delays.Count - 1)} | {Range(rows)} | {fault.Elsewhere} |\n"));
        }

        into.Write("\n");
    }

    /// <summary>Two at once: the codes expected together, and which came together, with the number of trials.</summary>
    private static void WritePairs(TextWriter into, IEnumerable<TrialResult> trials)
    {
        into.Write("## Two at once\n\nWhat came: the codes of a trial, and in how many trials they came together.\n\n| causes at the site | expected | conditions | trials | right | what came | longest delay | declared | why not in the other conditions |\n|---|---|---|--:|--:|---|--:|--:|---|\n");
        foreach (IGrouping<string, TrialResult> rows in trials.GroupBy(trial => trial.Case.Name))
        {
            FaultCase fault = rows.First().Case;
            List<double> delays = rows.Where(trial => trial.Delay != null).Select(trial => trial.Delay.Value).Order().ToList();
            into.Write(FormattableString.Invariant(
                $"| {fault.Name} | {Expected(fault)} | {Names(rows)} | {rows.Count()} | {rows.Count(trial => trial.IsRight)} | {Came(rows)} | {Seconds(delays, delays.Count - 1)} | {Range(rows)} | {fault.Elsewhere} |\n"));
        }

        into.Write("\n");
    }

    /// <summary>What the unit cannot know better, in plain words: faults of which nothing is asked, and alarms of level 1 and 2 that are worse than their fault.</summary>
    private static void WriteReasons(TextWriter into, IEnumerable<TrialResult> trials)
    {
        into.Write("## What the fitted instruments cannot tell\n\nFaults of which nothing is asked, and faults less than the alarm of level 1 or 2 that they bring about. They are counted above (decision 0213).\n\n");
        into.Write("| cause at the site | trials | what came | alarms of level 1 or 2 for it | why this is right |\n|---|--:|---|--:|---|\n");
        foreach (IGrouping<string, TrialResult> rows in trials.Where(trial => trial.Case.Because != null).GroupBy(trial => trial.Case.Name))
        {
            into.Write($"| {rows.Key} | {rows.Count()} | {Came(rows)} | {rows.Sum(trial => trial.Reasoned.Count())} | {rows.First().Case.Because} |\n");
        }

        into.Write("\n");
    }

    private static string Expected(FaultCase fault) => fault.Expected.Count == 0 ? "nothing" : string.Join(", ", fault.Expected.Select(row => $"{row.Code} (level {row.Level})"));

    private static string Names(IEnumerable<TrialResult> rows) => string.Join(", ", rows.Select(trial => trial.Condition.ToString().ToLowerInvariant()).Distinct());

    private static string Came(IEnumerable<TrialResult> rows) => string.Join("; ", rows
        .GroupBy(trial => trial.Alarms.Count == 0 ? "none" : string.Join(" + ", trial.Alarms.Select(alarm => alarm.Code).Distinct().Order()))
        .OrderByDescending(set => set.Count()).ThenBy(set => set.Key, StringComparer.Ordinal).Select(set => $"{set.Key} × {set.Count()}"));

    /// <summary>Trials in which a code was raised, by the code that was expected.</summary>
    private static void WriteMatrix(TextWriter into, IReadOnlyList<TrialResult> trials)
    {
        List<int> expected = trials.Select(trial => trial.Code).Distinct().Order().ToList();
        List<int> raised = trials.SelectMany(trial => trial.Alarms).Select(alarm => alarm.Code).Union(expected).Where(code => code != 0).Order().ToList();
        into.Write("## Confusion matrix\n\nRows: the code expected; columns: trials in which a code was raised, one trial may raise several.\n\n");
        into.Write($"| expected | trials | {string.Join(" | ", raised)} | none |\n|---|--:|{string.Concat(raised.Select(_ => "--:|"))}--:|\n");
        foreach (int code in expected)
        {
            List<TrialResult> rows = trials.Where(trial => trial.Code == code).ToList();
            IEnumerable<string> cells = raised.Select(column => rows.Count(trial => trial.Alarms.Any(alarm => alarm.Code == column)))
                .Append(rows.Count(trial => trial.Alarms.Count == 0)).Select(count => count == 0 ? "·" : count.ToString(CultureInfo.InvariantCulture));
            into.Write($"| {(code == 0 ? "nothing" : code)} | {rows.Count} | {string.Join(" | ", cells)} |\n");
        }

        into.Write("\n");
    }

    private static void WriteLearned(TextWriter into, Campaign campaign)
    {
        if (campaign.Learned.Count == 0)
        {
            return;
        }

        into.Write("## Learned bands\n\nTwo waterings a day at sites that the unit has learned in six days; the same firmware everywhere.\n\n| at the site | seed | asked for | came | right |\n|---|--:|---|---|---|\n");
        foreach ((string what, ulong seed, string asked, string came, bool right) in campaign.Learned.OrderBy(line => line.What, StringComparer.Ordinal).ThenBy(line => line.Seed))
        {
            into.Write($"| {what} | {seed} | {asked} | {came} | {(right ? "yes" : "no")} |\n");
        }

        into.Write("\n");
    }

    /// <summary>The rows of the catalogue for which no case stands.</summary>
    private static void WriteRowsWithoutCase(TextWriter into)
    {
        var catalogue = new FaultCatalogue();
        into.Write("## Rows without a trial\n\nEvery other row of the catalogue has a cause above.\n\n| code | name | why, and where it is proven |\n|---|---|---|\n");
        foreach ((int code, string why) in FaultCases.NotTried.Where(row => catalogue.RowOf(row.Key) >= 0))
        {
            into.Write($"| {code} | {catalogue.Name(catalogue.RowOf(code))} | {why} |\n");
        }

        into.Write("\n");
    }

    private static void WriteClean(TextWriter into, string what, CleanTotal total, IEnumerable<string> kinds)
    {
        into.Write(FormattableString.Invariant($"{total.Days:0.##} {what} at sound sites with every sensor fitted.\n\n"));
        if (total.Days == 0)
        {
            return;
        }

        into.Write("| seen to happen there | how often |\n|---|--:|\n");
        foreach (string kind in kinds)
        {
            into.Write(FormattableString.Invariant($"| {kind} | {total.EventsOf(kind):#,0} |\n"));
        }

        into.Write("\n| every alarm: code | level | alarms | sites (seeds) |\n|---|---|--:|---|\n");
        foreach (IGrouping<(int Code, int Level), (ulong Seed, Alarm Alarm)> rows in total.Alarms
            .GroupBy(entry => (entry.Alarm.Code, entry.Alarm.Level)).OrderBy(rows => rows.Key))
        {
            into.Write($"| {rows.Key.Code} | {rows.Key.Level} | {rows.Count()} | {string.Join(", ", rows.Select(entry => entry.Seed).Distinct())} |\n");
        }

        into.Write("\n");
    }

    /// <summary>From what the trials were drawn: it stands in the source before anything is played.</summary>
    private static void WriteRanges(TextWriter into, IEnumerable<FaultCase> cases)
    {
        into.Write("## Ranges\n\nEvery size and every site is drawn evenly, by seed, from these ranges. Sizes of the faults (units: tools/SiteSimulator/README.md):\n\n| fault | size |\n|---|---|\n");
        foreach ((string name, string range) in cases.SelectMany(row => row.Changes).Where(change => change.Size != null)
            .Select(change => (change.Name, change.Size.Range)).Distinct().Order())
        {
            into.Write($"| {name} | {range} |\n");
        }

        into.Write("\nSites:\n\n| parameter | from | to | what it is |\n|---|--:|--:|---|\n");
        foreach (DrawnRange range in RandomSites.Ranges)
        {
            into.Write(FormattableString.Invariant($"| {range.Name} | {range.Low:#,0.####} | {range.High:#,0.####} | {range.Meaning} |\n"));
        }
    }

    private static void WriteList(TextWriter into, string title, IEnumerable<string> lines)
    {
        string text = string.Concat(lines.Select(line => $"- {line}\n"));
        into.Write($"{title}\n\n{(text.Length == 0 ? "None.\n" : text)}\n");
    }

    private static string Percent(int part, int whole) => whole == 0 ? "–" : FormattableString.Invariant($"{Math.Floor(10_000.0 * part / whole) / 100:0.00} %");

    private static string Seconds(List<double> delays, int place) => delays.Count == 0 ? "–" : FormattableString.Invariant($"{delays[place]:0} s");

    private static string Range(IEnumerable<TrialResult> rows)
    {
        double low = rows.Min(trial => trial.Within);
        double high = rows.Max(trial => trial.Within);
        return high - low < 0.5 ? FormattableString.Invariant($"{low:0} s") : FormattableString.Invariant($"{low:0}–{high:0} s");
    }
}
