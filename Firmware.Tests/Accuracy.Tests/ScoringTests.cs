using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Firmware.Core.Faults;
using Tools.Accuracy;
using Tools.SiteSimulator;

namespace Accuracy.Tests;

/// <summary>
/// What counts as right. The trials are written by hand: the change comes at 100 s and shows at 110 s, 30 s are declared. 402 at level 3 is expected, 408 at level 3 is as right, and 202 at
/// level 2 may follow.
/// </summary>
[TestClass]
public class ScoringTests
{
    private static readonly FaultCase s_case = new()
    {
        Name = "written by hand",
        Expected = [(402, 3)],
        Or = [(408, 3)],
        MayFollow = [(202, 2)],
        Changes = [],
        Within = _ => 30,
    };

    /// <summary>Alarms are "code:level@seconds".</summary>
    [TestMethod]
    [DataRow("402:3@110", true, false, 0)]
    [DataRow("402:3@140", true, false, 0)]
    [DataRow("402:3@141", false, false, 0)] // too late
    [DataRow("402:3@99", false, false, 0)] // before the change
    [DataRow("402:2@99", false, false, 1)]
    [DataRow("402:2@120", false, false, 1)] // worse than declared: somebody would be sent out
    [DataRow("402:4@120", false, false, 0)] // too mild
    [DataRow("402:4@115 402:3@120", true, false, 0)] // it grows to its level
    [DataRow("402:3@115 402:2@120", false, false, 1)] // and beyond it
    [DataRow("408:3@120", true, true, 0)] // as right, and counted apart
    [DataRow("402:3@115 408:3@120", true, false, 0)]
    [DataRow("408:2@120", false, false, 1)]
    [DataRow("402:3@115 202:2@200", true, false, 0)]
    [DataRow("402:3@115 202:3@200", true, false, 0)]
    [DataRow("402:3@115 202:1@200", false, false, 1)]
    [DataRow("402:3@115 405:2@200", false, false, 1)]
    [DataRow("402:3@115 404:3@200", false, false, 0)] // out of place, if nobody's journey
    [DataRow("202:2@120", false, false, 0)] // what follows does not stand for what is expected
    [DataRow("", false, false, 0)]
    public void Trial_IsRightByItsCodesAndLevels(string alarms, bool right, bool byAnother, int serious)
    {
        TrialResult result = Result(s_case, alarms);
        Assert.AreEqual(right, result.IsRight, result.Line());
        Assert.AreEqual(byAnother, result.IsByAnother, result.Line());
        Assert.AreEqual(serious, result.FalseSerious.Count(), result.Line());
    }

    /// <summary>Where two are expected one of them is not enough.</summary>
    [TestMethod]
    [DataRow("402:3@120", false)]
    [DataRow("101:1@120", false)]
    [DataRow("101:1@115 402:3@120", true)]
    public void Pair_IsRightByBoth(string alarms, bool right)
    {
        FaultCase pair = s_case with { Expected = [(402, 3), (101, 1)], Or = [] };
        Assert.AreEqual(right, Result(pair, alarms).IsRight);
    }

    /// <summary>A change that never showed is left out only where nothing was said.</summary>
    [TestMethod]
    public void ChangeThatNeverShowed_IsVoidOrWrong()
    {
        TrialResult silent = Result(s_case, "") with { ShownAtMs = -1 };
        TrialResult loud = Result(s_case, "402:3@120") with { ShownAtMs = -1 };
        Assert.IsTrue(silent.IsVoid);
        Assert.IsFalse(loud.IsVoid);
        Assert.IsFalse(loud.IsRight);
    }

    /// <summary>An alarm that is worse than its fault is counted where a reason stands, and has no place where none does.</summary>
    [TestMethod]
    public void WorseAlarmWithAReason_IsCounted()
    {
        FaultCase reasoned = s_case with { Because = "the reason" };
        Assert.IsTrue(s_case.AllowsWorse);
        Assert.AreEqual(0, Result(s_case, "402:3@115 202:2@120").Reasoned.Count());
        Assert.AreEqual(1, Result(reasoned, "402:3@115 202:2@120").Reasoned.Count());
        Assert.AreEqual(0, Result(reasoned, "402:3@115 202:1@120").Reasoned.Count());
    }

    /// <summary>Every case whose alarm may be worse than its fault says why, and every one that is not tried in each of the four conditions.</summary>
    [TestMethod]
    public void EveryCase_GivesItsReasons()
    {
        const Conditions Asked = Conditions.Steady | Conditions.Starting | Conditions.Stopping | Conditions.Noisy;
        var without = FaultCases.All.Where(row => row.AllowsWorse && row.Because == null).Select(row => row.Name).ToList();
        Assert.AreEqual("", string.Join("; ", without), "worse than the fault, without a reason");
        var elsewhere = FaultCases.All.Where(row => row.Conditions.HasFlag(Asked) != (row.Elsewhere == null)).Select(row => row.Name).ToList();
        Assert.AreEqual("", string.Join("; ", elsewhere), "left out, without a reason, or a reason for nothing");
        Assert.AreEqual(FaultCases.All.Count, FaultCases.All.Select(row => row.Name).Distinct().Count(), "two cases of one name");
    }

    /// <summary>Every fault that the simulator knows is a case: asked for, or with the reason why nothing is.</summary>
    [TestMethod]
    public void EveryFaultOfTheSite_IsACase()
    {
        var tried = FaultCases.All.SelectMany(row => row.Changes).Select(change => change.Name).ToHashSet();
        Assert.AreEqual("", string.Join(", ", SiteCatalogue.Faults.Select(row => row.Name).Where(name => !tried.Contains(name))));
    }

    /// <summary>The page says what was measured: a short campaign with a pair, a fault of which nothing is asked, and one that is right by another code.</summary>
    [TestMethod]
    public void Page_TellsPairsReasonsAndWhatStandsForAnother()
    {
        string[] names = ["battery-aged", "rs485-late", "mains-flicker", "mains-lost + rs485-cut"];
        var campaign = new Campaign();
        campaign.Try(FaultCases.All.Where(row => names.Contains(row.Name)), 1);
        using var page = new StringWriter();
        Report.Write(page, campaign, "tools/accuracy");
        string text = page.ToString();
        StringAssert.Contains(text, "\n| 105 | 5 | 5 | 5 | ");
        StringAssert.Contains(text, "| of these: by another code that is as right, listed below | 2 | |");
        StringAssert.Contains(text, "- rs485-late, steady, seed 1: 203 (level 3) after ");
        StringAssert.Contains(text, "| mains-lost + rs485-cut | 101 (level 1), 202 (level 2) | steady, starting, stopping, noisy | 4 | 4 | 101 + 202 × 4 | ");
        StringAssert.Contains(text, "| mains-flicker | 5 | none × 5 | 0 | interruptions of 0.3 s are no outage: the pump runs on |");
    }

    private static TrialResult Result(FaultCase fault, string alarms)
    {
        var list = new List<Alarm>();
        foreach (string alarm in alarms.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int[] parts = [.. alarm.Split(':', '@').Select(int.Parse)];
            list.Add(new Alarm(parts[0], parts[1], parts[2] * 1000L, FaultEvent.Raised));
        }

        return new TrialResult(fault, Conditions.Steady, 1, 100_000, 110_000, 30, list, 200_000);
    }
}
