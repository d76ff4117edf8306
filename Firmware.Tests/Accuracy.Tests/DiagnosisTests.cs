using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Firmware.Core.Faults;
using Tools.Accuracy;

namespace Accuracy.Tests;

/// <summary>Faults at simulated sites, through Core: each is named in its time. The whole table is behind FIRMWARE_TESTS_LONG=1.</summary>
[TestClass]
public class DiagnosisTests
{
    private const int FewSeeds = 2;

    public TestContext TestContext { get; set; }

    public static IEnumerable<object[]> Causes => FaultCases.All.Select(row => new object[] { row.Name });

    [TestMethod]
    [DynamicData(nameof(Causes))]
    public void Cause_IsNamedInItsTimeAndNothingElseIs(string name)
    {
        FaultCase fault = FaultCases.All.Single(row => row.Name == name);
        Conditions condition = Campaign.ConditionsOf(fault).First();
        for (ulong seed = 1; seed <= FewSeeds; seed++)
        {
            TrialResult result = new Trial(fault, condition, seed).Play();
            Assert.IsTrue(result.IsRight || result.IsVoid, result.Line());
        }
    }

    /// <summary>A row is brought about by a site, or it is said why not; never both.</summary>
    [TestMethod]
    public void EveryRowOfTheCatalogue_HasACaseOrAReason()
    {
        var catalogue = new FaultCatalogue();
        var caused = FaultCases.All.SelectMany(row => row.Expected).Select(row => row.Code).ToHashSet();
        for (int row = 0; row < catalogue.Count; row++)
        {
            int code = catalogue.Code(row);
            Assert.AreNotEqual(caused.Contains(code), FaultCases.NotTried.ContainsKey(code), $"{code} {catalogue.Name(row)}");
        }
    }

    /// <summary>Site 2 has a motor valve. The hand run is told, nothing worse than level 3, and everything that a busy day holds was really there.</summary>
    [TestMethod]
    public void OneCleanDay_SendsNobodyOut()
    {
        CleanRun day = CleanRun.Play(2, 1);
        Assert.IsFalse(day.Alarms.Any(alarm => alarm.Level <= 2), string.Join(", ", day.Alarms));
        Assert.AreEqual(1, day.Alarms.Count(alarm => alarm.Code == 309));
        foreach (string kind in CleanEvents.Kinds.Except(CleanEvents.OfYears))
        {
            Assert.IsGreaterThan(0, day.Seen[kind], kind);
        }
    }

    /// <summary>Sixty device-days, three at each of twenty sites: a second of processor time a day. Everything that a busy day holds was there, and no alarm of level 1 or 2.</summary>
    [TestMethod]
    public void SixtyCleanDays_SendNobodyOut()
    {
        const int Sites = 20;
        const int Days = 3;
        var runs = new CleanRun[Sites];
        Parallel.For(0, Sites, site => runs[site] = CleanRun.Play((ulong)site + 1, Days));
        Assert.AreEqual("", string.Join("; ", runs.SelectMany((run, site) => run.Alarms.Where(alarm => alarm.Level <= 2).Select(alarm => $"seed {site + 1}: {alarm}"))));
        foreach (string kind in CleanEvents.Kinds.Except(CleanEvents.OfYears))
        {
            Assert.IsGreaterThan(Days, runs.Sum(run => run.Seen[kind]), kind);
        }

        TestContext.WriteLine($"{Sites * Days} device-days, seeds 1 to {Sites}, {runs.Sum(run => run.Alarms.Count)} alarms of level 3 and 4");
    }

    /// <summary>A year with three hundred starts and a winter laid up: long.</summary>
    [TestMethod]
    public void OneCleanYear_SendsNobodyOut()
    {
        NeedsLong();
        CleanRun year = CleanRun.PlayYear(2);
        Assert.IsFalse(year.Alarms.Any(alarm => alarm.Level <= 2), string.Join(", ", year.Alarms.Where(alarm => alarm.Level <= 2)));
        Assert.IsGreaterThanOrEqualTo(CleanRun.StartsAYear, year.Seen["starts"]);
        Assert.IsGreaterThanOrEqualTo(118, year.Seen["days laid up"]);
        Assert.IsGreaterThanOrEqualTo(50, year.Seen["links lost"]);
        foreach (string kind in CleanEvents.Kinds)
        {
            Assert.IsGreaterThan(0, year.Seen[kind], kind);
            TestContext.WriteLine($"{kind}: {year.Seen[kind]}");
        }
    }

    /// <summary>The control: a rule whose time is four times too long is seen as a miss.</summary>
    [TestMethod]
    public void RuleThatIsTooSlow_IsSeen()
    {
        FaultCase fault = FaultCases.Single.Single(row => row.Name == "supply-high");
        var catalogue = new FaultCatalogue();
        var seconds = (ushort[])typeof(FaultCatalogue).GetField("_raiseSeconds", BindingFlags.Instance | BindingFlags.NonPublic).GetValue(catalogue);
        seconds[catalogue.RowOf(104)] *= 4;
        Assert.IsTrue(new Trial(fault, Conditions.Steady, 1).Play().IsRight);
        Assert.IsFalse(new Trial(fault, Conditions.Steady, 1, null, catalogue).Play().IsRight);
    }

    /// <summary>The control: a limit that nothing reaches is seen as a miss.</summary>
    [TestMethod]
    public void RuleThatNeverFails_IsSeen()
    {
        FaultCase fault = FaultCases.Single.Single(row => row.Name == "supply-low");
        TrialResult result = new Trial(fault, Conditions.Steady, 1, null, null, settings => settings.SupplyActMillivolts = 5000).Play();
        Assert.IsFalse(result.IsRight, result.Line());
    }

    /// <summary>The control: a limit inside the sound range is seen in the clean running.</summary>
    [TestMethod]
    public void RuleThatAlwaysFails_IsSeenInTheCleanRunning()
    {
        IReadOnlyList<Alarm> alarms = CleanRun.Play(1, 0.05, null, settings => settings.SupplyActMillivolts = 14000).Alarms;
        Assert.IsTrue(alarms.Any(alarm => alarm.Code == 103 && alarm.Level == 1));
    }

    [TestMethod]
    public void SameSeed_GivesTheSameTrial()
    {
        FaultCase fault = FaultCases.Single.Single(row => row.Name == "rs485-noise");
        Assert.AreEqual(new Trial(fault, Conditions.Noisy, 7).Play().Line(), new Trial(fault, Conditions.Noisy, 7).Play().Line());
    }

    /// <summary>Every cause, condition and seed, and sixty clean days; the page goes into the log.</summary>
    [TestMethod]
    public void Whole_IsRightInNinetyNineOfAHundred()
    {
        NeedsLong();
        var campaign = new Campaign();
        campaign.Try(FaultCases.All, 20);
        campaign.RunClean(60);
        using var page = new StringWriter();
        Report.Write(page, campaign, "tools/accuracy");
        TestContext.WriteLine(page.ToString());
        Assert.IsTrue(campaign.Holds, $"{campaign.Misses.Count()} of {campaign.Trials.Count} trials missed, {campaign.CleanSerious.Count()} false alarms in clean running");
    }

    private static void NeedsLong()
    {
        if (Environment.GetEnvironmentVariable("FIRMWARE_TESTS_LONG") != "1")
        {
            Assert.Inconclusive("long: needs FIRMWARE_TESTS_LONG=1");
        }
    }
}
