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
        WriteFaults(into, "## Two at once", campaign.Trials.Where(trial => trial.Case.IsPair));
        WriteList(into, "## False alarms of level 1 and 2", campaign.Trials.Where(trial => trial.FalseSerious.Any()).Select(trial => trial.Line()));
        WriteList(into, "## Misses", campaign.Misses.Select(trial => trial.Line()));
        WriteLearned(into, campaign);
        WriteRowsWithoutCase(into);
        WriteClean(into, campaign);
        WriteWithoutRow(into, campaign);
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
            | alarms of level 1 or 2 that have no place in their trial | {serious} | 0 |
            | clean running, device-days | {campaign.Days:0.##} | 60 |
            | alarms of level 1 or 2 in it | {campaign.CleanSerious.Count()} | 0 |


            """));
    }

    private static void WriteFaults(TextWriter into, string title, IEnumerable<TrialResult> trials)
    {
        into.Write($"{title}\n\n| cause at the site | expected | conditions | trials | right | delay, median | longest | declared |\n|---|---|---|--:|--:|--:|--:|--:|\n");
        foreach (IGrouping<string, TrialResult> rows in trials.GroupBy(trial => trial.Case.Name))
        {
            FaultCase fault = rows.First().Case;
            string expected = fault.Expected.Count == 0 ? "nothing" : string.Join(", ", fault.Expected.Select(row => $"{row.Code} (level {row.Level})"));
            string conditions = string.Join(", ", rows.Select(trial => trial.Condition.ToString().ToLowerInvariant()).Distinct());
            List<double> delays = rows.Where(trial => trial.Delay != null).Select(trial => trial.Delay.Value).Order().ToList();
            into.Write(FormattableString.Invariant(
                $"| {fault.Name} | {expected} | {conditions} | {rows.Count()} | {rows.Count(trial => trial.IsRight)} | {Seconds(delays, delays.Count / 2)} | {Seconds(delays, delays.Count - 1)} | {Range(rows)} |\n"));
        }

        into.Write("\n");
    }

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

    private static void WriteClean(TextWriter into, Campaign campaign)
    {
        into.Write(FormattableString.Invariant($"## Clean running\n\n{campaign.Days:0.##} device-days at sound sites with every sensor fitted. What was seen to happen there:\n\n| seen | how often |\n|---|--:|\n"));
        foreach (string kind in CleanEvents.Kinds)
        {
            into.Write(FormattableString.Invariant($"| {kind} | {campaign.EventsOf(kind):#,0} |\n"));
        }

        into.Write("\nEvery alarm, by code:\n\n| code | level | alarms | sites (seeds) |\n|---|---|--:|---|\n");
        foreach (IGrouping<(int Code, int Level), (ulong Seed, Alarm Alarm)> rows in campaign.Clean
            .GroupBy(entry => (entry.Alarm.Code, entry.Alarm.Level)).OrderBy(rows => rows.Key))
        {
            into.Write($"| {rows.Key.Code} | {rows.Key.Level} | {rows.Count()} | {string.Join(", ", rows.Select(entry => entry.Seed).Distinct())} |\n");
        }

        into.Write("\n");
    }

    private static void WriteWithoutRow(TextWriter into, Campaign campaign)
    {
        if (campaign.WithoutRow.Count == 0)
        {
            return;
        }

        into.Write("## Faults of the site without a row of their own\n\nNothing is asked here; this is what is said instead, at five sites, for a quarter of an hour.\n\n| fault | alarms |\n|---|---|\n");
        foreach ((string fault, SortedSet<string> alarms) in campaign.WithoutRow)
        {
            into.Write($"| {fault} | {(alarms.Count == 0 ? "none" : string.Join(", ", alarms))} |\n");
        }
    }

    /// <summary>From what the trials were drawn: it stands in the source before anything is played.</summary>
    private static void WriteRanges(TextWriter into, IEnumerable<FaultCase> cases)
    {
        into.Write("\n## Ranges\n\nEvery size and every site is drawn evenly, by seed, from these ranges. Sizes of the faults (units: tools/SiteSimulator/README.md):\n\n| fault | size |\n|---|---|\n");
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
