using System;
using System.Linq;
using Firmware.Core.Metering;
using Tools.Accuracy;

namespace Accuracy.Tests;

/// <summary>What the unit learns of simulated sites, and what it says when they change: two waterings a day.</summary>
[TestClass]
public class LearnedBandsTests
{
    /// <summary>The same firmware at a small and a large site: 40 m³/h are a burst at one and a weak flow at the other.</summary>
    [TestMethod]
    [DataRow(12.0, 403)]
    [DataRow(80.0, 402)]
    public void FortyCubicMetres_AreMuchAtOneSiteAndLittleAtAnother(double rated, int code)
    {
        LearnedRun site = Learned(3, rated);
        Assert.AreEqual(rated / 3.6 * 1000, site.Bands.ReferenceOf(RunMeans.Flow), rated * 15, "the site delivers what it is made for");
        site.Inject("pump-exchanged", 40 / rated);
        Assert.AreNotEqual(-1, site.DaysUntil(code, 1), string.Join(", ", site.Alarms));
        Assert.IsFalse(site.Alarms.Any(alarm => alarm.Code == (code == 402 ? 403 : 402)));
    }

    /// <summary>0.5 % a day: told when a tenth is gone, before the reference has followed.</summary>
    [TestMethod]
    [DataRow(1UL)]
    [DataRow(5UL)]
    public void StrainerThatClogs_IsToldBeforeTheBandFollows(ulong seed)
    {
        LearnedRun site = Learned(seed, 40);
        site.Inject("strainer-clogging", 0.005);
        double days = site.DaysUntil(407, 45);
        Assert.IsTrue(days is > 15 and < 45, $"seed {seed}: {days:0.0} days; {string.Join(", ", site.Alarms)}");
        Assert.IsFalse(site.Alarms.Any(alarm => alarm.Code != 407), $"seed {seed}: {string.Join(", ", site.Alarms)}");
    }

    /// <summary>The water table falls by 3 m in two months, which takes flow and pressure together.</summary>
    [TestMethod]
    [DataRow(1UL)]
    [DataRow(5UL)]
    public void SeasonThatLowersTheWell_IsFollowed(ulong seed)
    {
        LearnedRun site = Learned(seed, 40);
        site.Inject("water-table-falls", 0.05);
        Assert.AreEqual(-1, site.DaysUntil(407, 60), $"seed {seed}");
        Assert.AreEqual(0, site.Alarms.Count, $"seed {seed}: {string.Join(", ", site.Alarms)}");
    }

    private static LearnedRun Learned(ulong seed, double rated)
    {
        if (seed > 3 && Environment.GetEnvironmentVariable("FIRMWARE_TESTS_LONG") != "1")
        {
            Assert.Inconclusive("long: needs FIRMWARE_TESTS_LONG=1");
        }

        LearnedRun site = LearnedRun.OfSize(seed, rated);
        Assert.IsTrue(site.Bands.IsLearned(RunMeans.Flow), $"seed {seed}");
        Assert.AreEqual(0, site.Alarms.Count, $"seed {seed}: {string.Join(", ", site.Alarms)}");
        return site;
    }
}
