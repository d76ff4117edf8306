using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Metering;
using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Records.Tests;

/// <summary>Times and counts of the unit's services, and sizes that records and messages have: what tools/mutate found to be held by no other test.</summary>
[TestClass]
public class ServiceEdgeTests
{
    /// <summary>14 November 2026, 16:00 UTC: in Beijing the 15th begins, the day on which the season closes.</summary>
    private const int Closes = 1794672000;

    private const int NotTested = 0;
    private const int Pass = 1;

    /// <summary>What records, slots and messages have so many of, and numbers that never change once released.</summary>
    [TestMethod]
    [DataRow("signals of the last minute", SignalRing.Columns, 8)]
    [DataRow("numbers of unmetered water", UnmeteredWater.Fields, 13)]
    [DataRow("numbers of a card transaction", CardTransaction.Fields, 8)]
    [DataRow("items of the self-test", SelfTest.Items, 7)]
    [DataRow("cards of water users", Settings.MaxUserCards, 4)]
    [DataRow("bytes of the unit's key", Settings.UnitKeyBytes, 32)]
    [DataRow("no isolation test yet", (int)IsolationResult.None, 0)]
    public void SizesThatAreKeptAndSent(string what, int size, int expected)
    {
        Assert.AreEqual(expected, size, what);
    }

    /// <summary>The last minute has a sample a second, not one a decision.</summary>
    [TestMethod]
    [DataRow(999, 1)]
    [DataRow(1000, 2)]
    public void LastMinute_IsSampledASecondApart(int laterMs, int samples)
    {
        var ring = new SignalRing();
        ring.Step(5000, new Readings());
        ring.Step(5000 + laterMs, new Readings());
        Assert.AreEqual(samples, ring.Count);
    }

    /// <summary>A frame is dated to the tenth of a second.</summary>
    [TestMethod]
    public void Frame_IsDatedToTheTenth()
    {
        var bench = new SiteBench();
        bench.Monitors.Frames.Take(bench.Monitors, bench.Catalogue, bench.Row(104), bench.View.Readings, 12345, true);
        Assert.AreEqual(12300L, bench.Monitors.Frames.TakenMsOf(bench.Monitors.Frames.Find(bench.Row(104))));
    }

    /// <summary>Seven faults spoil the metering at once: six are followed.</summary>
    [TestMethod]
    public void UnmeteredWater_OfSixFaultsAtOnce()
    {
        var bench = new SiteBench();
        int followed = 0;
        foreach (int code in new[] { 201, 202, 204, 205, 206, 208, 210 })
        {
            bench.Monitors.RestoreRaised(bench.Row(code), 3);
        }

        bench.Lifecycle.Unmetered.Step(bench.Catalogue, bench.Monitors, bench.View, 1000);
        for (int row = 0; row < bench.Catalogue.Count; row++)
        {
            followed += bench.Lifecycle.Unmetered.Find(row) >= 0 ? 1 : 0;
        }

        Assert.AreEqual(6, followed);
    }

    /// <summary>What the work explains is counted once, while it goes on, below level 1: nothing else is hidden by it.</summary>
    [TestMethod]
    public void Work_HidesWhatItExplainsBelowLevelOne()
    {
        var catalogue = new FaultCatalogue();
        var gate = new AlarmGate(catalogue);
        gate.BeginMaintenance(12, 60);
        gate.Raised(catalogue.RowOf(305), 2);
        gate.Raised(catalogue.RowOf(202), 1);
        Assert.AreEqual(0, gate.Maintenance.HiddenFaults);
        gate.Raised(catalogue.RowOf(202), 2);
        gate.Raised(catalogue.RowOf(202), 2);
        Assert.AreEqual(1, gate.Maintenance.HiddenFaults);
        Assert.IsTrue(gate.IsHiddenByWork(catalogue.RowOf(202)));
        gate.Maintenance.End();
        gate.Raised(catalogue.RowOf(201), 2);
        Assert.AreEqual(1, gate.Maintenance.HiddenFaults);
    }

    /// <summary>Work may last a whole working day of eight hours.</summary>
    [TestMethod]
    [DataRow(480, 480)]
    [DataRow(481, 480)]
    public void Work_LastsEightHoursAtMost(int minutes, int left)
    {
        var work = new Maintenance();
        work.Begin(12, minutes);
        Assert.AreEqual(left, work.MinutesLeft);
    }

    /// <summary>A shutdown that was announced half an hour ago has not come: the unit is in service.</summary>
    [TestMethod]
    [DataRow(1799999, true)]
    [DataRow(1800000, false)]
    public void PlannedShutdown_HoldsForHalfAnHour(int ms, bool announced)
    {
        var shutdown = new PlannedShutdown();
        shutdown.Begin();
        shutdown.Step(ms);
        Assert.AreEqual(announced, shutdown.IsOn);
    }

    /// <summary>Other work has hidden nothing yet, of no row.</summary>
    [TestMethod]
    public void OtherWork_HasHiddenNothing()
    {
        var gate = new AlarmGate(new FaultCatalogue());
        gate.RestoreHidden(0);
        gate.RestoreHidden(1);
        gate.BeginMaintenance(12, 60);
        Assert.IsFalse(gate.IsHiddenByWork(0));
        Assert.IsFalse(gate.IsHiddenByWork(1));
    }

    /// <summary>The contactor has five seconds to let go, and the pump is kept off for five and a half minutes at most. What of the pump and the water, ms, result (−1 it goes on).</summary>
    [TestMethod]
    [DataRow(true, 4999, -1)]
    [DataRow(true, 5000, 3)]
    [DataRow(false, 329999, -1)]
    [DataRow(false, 330000, 2)]
    public void IsolationTest_EndsInItsTime(bool runs, int ms, int result)
    {
        var test = new IsolationTest();
        test.Step(700000, true, true, true, true, FlowEvidence.Flows, false);
        test.Step(730000, true, true, true, true, FlowEvidence.Flows, false);
        Assert.IsTrue(test.HoldsPump);
        test.Step(730000 + ms, false, true, true, runs, FlowEvidence.Flows, false);
        Assert.AreEqual(result < 0, test.HoldsPump);
        Assert.AreEqual(result < 0 ? 0 : result, (int)test.Result);
    }

    /// <summary>Three places, ten seconds: what happened ten seconds ago does not count, and the oldest place is written anew.</summary>
    [TestMethod]
    [DataRow(3, 10, 2)]
    [DataRow(3, 12, 2)]
    [DataRow(4, 12, 3)]
    [DataRow(4, 16, 2)]
    public void RecentCount_ByTheMomentsOfTheLast(int events, int atSecond, int count)
    {
        var recent = new RecentCount(3, 10);
        int[] seconds = { 0, 5, 9, 12 };
        for (int i = 0; i < events; i++)
        {
            recent.Add(seconds[i] * 1000L);
        }

        Assert.AreEqual(count, recent.At(atSecond * 1000L));
    }

    /// <summary>The calendar lays up at a day's rest, from the site's own midnight on; without a clock never. Uptime, Unix s, laid up.</summary>
    [TestMethod]
    [DataRow(86399999, Closes, false)]
    [DataRow(86400000, Closes, true)]
    [DataRow(86400000, Closes - 1, false)]
    [DataRow(86400000, 0, false)]
    public void Season_LaysUpADayAfterTheLastUse(int nowMs, int unix, bool laidUp)
    {
        SiteController site = Resting();
        new Season(new Settings()).Step(nowMs, unix, site);
        Assert.AreEqual(laidUp, site.Monitors.Gate.LayUp.IsOn);
    }

    /// <summary>A request is use although the pump does not run.</summary>
    [TestMethod]
    [DataRow(86400000, false)]
    [DataRow(172399999, false)]
    [DataRow(172400000, true)]
    public void Season_ARequestAloneIsUse(int nowMs, bool laidUp)
    {
        SiteController site = Resting();
        var season = new Season(new Settings());
        site.View.Readings.Set(Signal.RunRequest, 1);
        season.Step(86000000, Closes, site);
        site.View.Readings.Set(Signal.RunRequest, 0);
        season.Step(nowMs, Closes, site);
        Assert.AreEqual(laidUp, site.Monitors.Gate.LayUp.IsOn);
    }

    /// <summary>The nightly self-test begins within the hour from 03:00 on: 1,789,959,600 is 03:00.</summary>
    [TestMethod]
    [DataRow(1789959599, false)]
    [DataRow(1789959600, true)]
    [DataRow(1789963199, true)]
    [DataRow(1789963200, false)]
    public void SelfTest_BeginsBetweenThreeAndFour(int local, bool runs)
    {
        SelfTest test = AtTheClock();
        Step(test, 106000, local, 1005);
        Step(test, 107000, local, 1006);
        Step(test, 108000, local, 1007);
        Assert.AreEqual(1, test.Count);
        Step(test, 10000000, local, 10899);
        Assert.AreEqual(runs, test.Runs);
    }

    /// <summary>All lamps are lit for two seconds.</summary>
    [TestMethod]
    [DataRow(1999, true)]
    [DataRow(2000, false)]
    public void SelfTest_LightsTheLampsForTwoSeconds(int ms, bool lit)
    {
        SelfTest test = AtTheLamps();
        Step(test, 103000 + ms, 1790000000, 1004);
        Assert.AreEqual(lit, test.LampsOn);
    }

    /// <summary>The clocks are compared after five seconds, and may be two seconds apart. Uptime since the clock was noted, what the platform's clock went on by, outcome.</summary>
    [TestMethod]
    [DataRow(4999, 5, NotTested)]
    [DataRow(5000, 5, Pass)]
    [DataRow(5000, 7, Pass)]
    [DataRow(5700, 8, NotTested)]
    [DataRow(5000, 3, Pass)]
    [DataRow(5300, 3, NotTested)]
    public void SelfTest_ComparesTheClocksOverFiveSeconds(int ms, int seconds, int outcome)
    {
        SelfTest test = AtTheClock();
        Step(test, 101000 + ms, 1790000000, 1000 + seconds);
        Assert.AreEqual(outcome, (int)test.OutcomeOf(SelfTestItem.Clock));
    }

    /// <summary>A self-test begun at 100 s of uptime that lights the lamps since 103 s; the platform's clock was noted at 101 s, as 1,000.</summary>
    private static SelfTest AtTheLamps()
    {
        var test = new SelfTest(new Table());
        test.Start(100000);
        Step(test, 101000, 1790000000, 1000);
        Step(test, 102000, 1790000000, 1001);
        test.Wrote(test.Token);
        Step(test, 103000, 1790000000, 1002);
        Assert.IsTrue(test.LampsOn);
        return test;
    }

    /// <summary>The lamps are out since 105 s: the clock is next.</summary>
    private static SelfTest AtTheClock()
    {
        SelfTest test = AtTheLamps();
        Step(test, 105500, 1790000000, 1004);
        return test;
    }

    private static void Step(SelfTest test, long nowMs, long localUnix, long systemUnix)
    {
        test.Step(nowMs, localUnix, systemUnix, new Readings(), null);
    }

    /// <summary>The site of a unit that nobody has asked for anything.</summary>
    private static SiteController Resting()
    {
        var unit = new UnitBench();
        unit.Run(2000);
        return unit.Unit.Site;
    }

    private sealed class Table : IConstantTable
    {
        public int Sum() => 4711;
    }
}
