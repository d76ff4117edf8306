using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Metering;
using Firmware.Core.Service;

namespace Contract.Tests;

/// <summary>Rules at their very edge, one step to either side: what tools/mutate found to be held by no other test.</summary>
[TestClass]
public class RuleEdgeTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    /// <summary>From half of its limit on a worker's silence is counted, once: until it is heard of again.</summary>
    [TestMethod]
    public void Worker_IsSlowFromHalfOfItsLimitOn_CountedOnceASilence()
    {
        var live = new Liveness(60000);
        live.MustRestart(30000, 0);
        Assert.AreEqual(0, live.Warnings);
        live.MustRestart(30001, 0);
        live.MustRestart(60001, 0);
        Assert.AreEqual(1, live.Warnings);
        live.MustRestart(61000, 60001);
        live.MustRestart(100000, 60001);
        Assert.AreEqual(2, live.Warnings);
        Assert.AreEqual(1, live.Restarts);
    }

    /// <summary>208 at rest: two pulses beyond half as much again as one litre. At 1.5 L a pulse the third is just that: 3 L.</summary>
    [TestMethod]
    public void PulsesAtRest_FailAtTwoPulsesBeyond()
    {
        var bench = new SiteBench();
        bench.View.Settings.PulseMillilitres = 1500;
        bench.Run(70);
        bench.Set(Signal.PulseFlow, 1500);
        for (int pulse = 1; pulse <= 3; pulse++)
        {
            bench.PulseMillilitres += 1500;
            bench.PulseMs = bench.NowMs + 1000;
            bench.Step(1000);
            Assert.AreEqual(pulse < 3 ? Pass : Fail, bench.Judge(208), pulse.ToString());
        }
    }

    /// <summary>301 by the contact from 2 s on; without a contact by the power from 5 s on.</summary>
    [TestMethod]
    [DataRow(true, 2000)]
    [DataRow(false, 5000)]
    public void NoStart_FailsInItsTime(bool contact, int startMs)
    {
        var bench = new SiteBench();
        bench.Run(10);
        bench.Miss(contact ? Signal.Power : Signal.PumpContact, NoDataReason.NotFitted);
        bench.Set(Signal.PumpCommand, 1);
        bench.Update(bench.NowMs + 1000);
        bench.Update(bench.NowMs + startMs - 1);
        Assert.AreEqual(NotTested, bench.Judge(301));
        bench.Update(bench.NowMs + 1);
        Assert.AreEqual(Fail, bench.Judge(301));
    }

    /// <summary>303 is worse while its command stands, its minute of travel is over, and no pump runs by the valve. Command, seconds, pump.</summary>
    [TestMethod]
    [DataRow(1, 62, false, true)]
    [DataRow(1, 62, true, false)]
    [DataRow(1, 30, false, false)]
    [DataRow(0, 62, false, false)]
    public void KeptFromOpening_WithAllThree(int command, int seconds, bool runs, bool worse)
    {
        SiteBench bench = WithValve(1 - command);
        bench.Set(Signal.ValveCommand, command);
        Move(bench, seconds, runs);
        Assert.AreEqual(worse, IsWorse(bench, 303));
    }

    /// <summary>
    /// 304 is worse where its command stands, its minute is over, and the valve never arrived, or the pump runs, or nobody says that nothing flows. Command (−1 cannot be read), seconds, arrived,
    /// pump, RS485 flow (−1 no answer).
    /// </summary>
    [TestMethod]
    [DataRow(0, 62, true, false, 0, false)]
    [DataRow(0, 62, false, false, 0, true)]
    [DataRow(0, 62, true, true, 0, true)]
    [DataRow(0, 62, true, false, 600, true)]
    [DataRow(0, 62, true, false, -1, true)]
    [DataRow(0, 30, false, true, 600, false)]
    [DataRow(1, 62, false, true, 600, false)]
    [DataRow(-1, 62, false, true, 600, false)]
    public void KeptFromShutting_WhereItHarms(int command, int seconds, bool arrived, bool runs, int flow, bool worse)
    {
        SiteBench bench = WithValve(command == 0 ? 1 : 0);
        bench.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
        bench.Set(Signal.ValveCommand, command == 1 ? 1 : 0);
        if (command < 0)
        {
            bench.Miss(Signal.ValveCommand, NoDataReason.Timeout);
        }

        if (arrived)
        {
            bench.Set(Signal.ValveIsOpen, 0);
            bench.Set(Signal.ValveIsShut, 1);
        }

        bench.Update(bench.NowMs + 1000);
        bench.Set(Signal.ValveIsShut, 0);
        Move(bench, seconds, runs);
        bench.Set(Signal.BusFlow, flow < 0 ? 0 : flow);
        if (flow < 0)
        {
            bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        }

        bench.Update(bench.NowMs + 1000);
        Assert.AreEqual(worse, IsWorse(bench, 304));
    }

    /// <summary>Pulses run ahead above half as much again as the other meter shows, either way, and 140 mL/s.</summary>
    [TestMethod]
    [DataRow(70, 0, false)]
    [DataRow(71, 0, true)]
    [DataRow(71, -1, false)]
    [DataRow(72, -1, true)]
    [DataRow(370, -200, false)]
    [DataRow(371, -200, true)]
    [DataRow(371, 200, true)]
    public void PulsesRunAhead_AboveHalfAsMuchAgain(int pulses, int bus, bool ahead)
    {
        var bench = new SiteBench();
        bench.Set(Signal.BusFlow, bus);
        Assert.AreEqual(ahead, Flow.IsAheadOfBus(pulses, bench.View.Readings, bench.View.Settings));
    }

    /// <summary>With no other witness up to twice the rated 11,111 mL/s are a burst, and water; more is noise, of which nobody knows.</summary>
    [TestMethod]
    [DataRow(22222, 1)]
    [DataRow(22223, 0)]
    public void PulsesAlone_AreABurstUpToTwiceTheRatedFlow(int pulses, int flow)
    {
        var bench = new SiteBench();
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Miss(Signal.Pressure, NoDataReason.NotFitted);
        bench.Miss(Signal.Power, NoDataReason.NotFitted);
        bench.Set(Signal.PulseFlow, pulses);
        Assert.AreEqual(flow, (int)Flow.Judge(bench.View.Readings, bench.View.Settings, true, 0));
    }

    /// <summary>Three outages of an hour, an hour apart: each has its three stops, and the pump starts as soon as 101 has cleared, a minute after it.</summary>
    [TestMethod]
    public void StopsOfAnOutage_AreForgottenWithIt()
    {
        UnitBench unit = Running();
        for (int outage = 0; outage < 3; outage++)
        {
            int before = unit.Unit.Site.Pump.Starts;
            unit.Io.MainsLost = true;
            unit.Run(3600000);
            unit.Io.MainsLost = false;
            Assert.AreEqual(before + 2, unit.Unit.Site.Pump.Starts);
            unit.Run(59000);
            Assert.IsFalse(unit.Io.PumpDriven);
            unit.Run(4000);
            Assert.IsTrue(unit.Io.PumpDriven);
            unit.Run(3600000);
        }

        Assert.AreEqual(0, unit.Unit.Site.Pump.DryStops);
    }

    /// <summary>One stop is forgotten as three are: the five minutes that it would wait after a short run are not waited for.</summary>
    [TestMethod]
    public void OneStopOfAnOutage_IsForgottenWithIt()
    {
        UnitBench unit = Running();
        unit.Io.MainsLost = true;
        unit.Run(60000);
        Assert.IsFalse(unit.Io.PumpDriven);
        unit.Io.MainsLost = false;
        unit.Run(59000);
        Assert.IsFalse(unit.Io.PumpDriven);
        unit.Run(4000);
        Assert.IsTrue(unit.Io.PumpDriven);
    }

    /// <summary>906: failures, clock chip (its temperature) silent, expander (mirror contact) silent. The clock chip alone is level 3.</summary>
    [TestMethod]
    [DataRow(1, true, false, 3)]
    [DataRow(2, true, false, 2)]
    [DataRow(1, true, true, 2)]
    [DataRow(1, false, true, 2)]
    [DataRow(1, false, false, 2)]
    public void SelfTest_OfTheClockChipAloneIsLevelThree(int failures, bool chip, bool expander, int level)
    {
        var bench = new SiteBench();
        bench.Set(Signal.PumpMirror, 1);
        bench.Run(10);
        if (chip)
        {
            bench.Miss(Signal.Temperature, NoDataReason.Timeout);
        }

        if (expander)
        {
            bench.Miss(Signal.PumpMirror, NoDataReason.Timeout);
        }

        bench.Set(Signal.SelfTestFailures, failures);
        Assert.IsTrue(bench.SecondsUntil(906, true, 10) > 0);
        Assert.AreEqual(level, (int)bench.Monitors.LevelOf(bench.Row(906)));
    }

    /// <summary>Behind ten seconds without mains, seen as ten, the motor starts anew; behind nine it has run on.</summary>
    [TestMethod]
    [DataRow(11, true)]
    [DataRow(10, false)]
    public void Motor_StartsAnewBehindTenSecondsWithoutMains(int decisions, bool anew)
    {
        SiteBench bench = Filled();
        Blink(bench, decisions);
        Assert.AreEqual(anew, bench.View.MotorSteadyMs == 0);
    }

    /// <summary>The line is filled anew once a minute at most: a second outage that ends 60 s behind the first one's end gives it time, one second before it does not.</summary>
    [TestMethod]
    [DataRow(48, true)]
    [DataRow(47, false)]
    public void Motor_StartsAnewOnceAMinute(int between, bool anew)
    {
        SiteBench bench = Filled();
        Blink(bench, 11);
        Assert.AreEqual(0, bench.View.MotorSteadyMs);
        bench.Run(between);
        Blink(bench, 11);
        Assert.AreEqual(anew, bench.View.MotorSteadyMs == 0);
    }

    /// <summary>A start counts for an hour, and a worker's restart for a day.</summary>
    [TestMethod]
    public void StartsAndRestarts_CountForTheirTime()
    {
        var bench = new SiteBench();
        bench.Run(10);
        bench.RunWet();
        bench.Set(Signal.WorkerRestarts, 1);
        bench.Update(bench.NowMs + 1000);
        long startMs = bench.NowMs;
        bench.Update(startMs + 3590000);
        Assert.AreEqual(1, bench.View.Readings.ValueOf(Signal.StartsPerHour));
        bench.Update(startMs + 3601000);
        Assert.AreEqual(0, bench.View.Readings.ValueOf(Signal.StartsPerHour));
        bench.Update(startMs + 86390000);
        Assert.AreEqual(1, bench.View.Readings.ValueOf(Signal.RestartsPerDay));
        bench.Update(startMs + 86401000);
        Assert.AreEqual(0, bench.View.Readings.ValueOf(Signal.RestartsPerDay));
    }

    /// <summary>Starts are counted up to one more than the largest limit that can be set, 60.</summary>
    [TestMethod]
    [DataRow(60, 60)]
    [DataRow(61, 61)]
    [DataRow(75, 61)]
    public void Starts_AreCountedBeyondTheLargestLimit(int starts, int counted)
    {
        var bench = new SiteBench();
        for (int start = 0; start < starts; start++)
        {
            bench.Set(Signal.PumpContact, 1);
            bench.Update(bench.NowMs + 1000);
            bench.Set(Signal.PumpContact, 0);
            bench.Update(bench.NowMs + 1000);
        }

        Assert.AreEqual(counted, bench.View.Readings.ValueOf(Signal.StartsPerHour));
    }

    /// <summary>A day's restarts of workers are counted up to 16, however many one decision finds.</summary>
    [TestMethod]
    [DataRow(15, 15)]
    [DataRow(20, 16)]
    public void RestartsOfWorkers_AreCountedUpToSixteen(int restarts, int counted)
    {
        var bench = new SiteBench();
        bench.Set(Signal.WorkerRestarts, restarts);
        bench.Update(1000);
        Assert.AreEqual(counted, bench.View.Readings.ValueOf(Signal.RestartsPerDay));
    }

    /// <summary>A shelf holds back 140 transitions; 127 are counted, the one that is told among them.</summary>
    [TestMethod]
    public void HeldBack_IsCountedUpTo127()
    {
        var bench = new SiteBench();
        bench.Run(10);
        bench.Lifecycle.Shelve(bench.Row(104), 12, ShelveReason.Known, 120);
        for (int cycle = 0; cycle < 70; cycle++)
        {
            bench.Set(Signal.Supply, 16500);
            bench.Run(12);
            bench.Set(Signal.Supply, 13600);
            bench.Run(62);
        }

        bench.Set(Signal.Supply, 16500);
        bench.Run(12);
        while (bench.Queue.Count > 0)
        {
            bench.Queue.DropFirst();
        }

        for (int second = 0; second < 7200 && bench.Queue.Count == 0; second++)
        {
            bench.Step(1000);
        }

        Assert.AreEqual(104, bench.Catalogue.Code(bench.Queue.Row));
        Assert.AreEqual(126, bench.Queue.Suppressed);
    }

    /// <summary>28 faults are kept at once; the next one displaces another.</summary>
    [TestMethod]
    [DataRow(28, 0)]
    [DataRow(29, 1)]
    public void FaultMemory_HoldsTwentyEight(int faults, int displaced)
    {
        var bench = new SiteBench();
        for (int row = 0; row < faults; row++)
        {
            bench.Monitors.RestoreRaised(row, 1);
        }

        bench.Step(1000);
        int found = 0;
        for (int row = 0; row < bench.Catalogue.Count; row++)
        {
            found += bench.Lifecycle.IsDisplaced(row) ? 1 : 0;
        }

        Assert.AreEqual(displaced, found);
    }

    /// <summary>The first decision of a unit, at whatever uptime, ends no idle day; the next one, a day later, does.</summary>
    [TestMethod]
    public void FirstDecision_EndsNoCycle()
    {
        var bench = new SiteBench();
        bench.Step(86400000);
        Assert.AreEqual(0, bench.Lifecycle.Cycles);
        bench.Step(86400000);
        Assert.AreEqual(1, bench.Lifecycle.Cycles);
    }

    /// <summary>Twenty clears by itself in 21 hours are of one day: a longer delay is proposed. In 25 they are of two.</summary>
    [TestMethod]
    [DataRow(4000000, true)]
    [DataRow(4600000, false)]
    public void DelayIsProposed_ByTheDay(int betweenMs, bool proposed)
    {
        var squelch = new Squelch(1);
        for (int clear = 0; clear < 20; clear++)
        {
            squelch.ClearedItself(0);
            squelch.Step(clear < 19 ? betweenMs : 0);
        }

        Assert.AreEqual(proposed, squelch.ProposesDelay(0));
    }

    /// <summary>A module's repairs are counted up to 63, and stand there.</summary>
    [TestMethod]
    [DataRow(62, 62)]
    [DataRow(63, 63)]
    [DataRow(70, 63)]
    public void Repairs_AreCountedUpTo63(int repairs, int counted)
    {
        var bench = new SiteBench();
        int row = bench.Row(104);
        for (int repair = 0; repair < repairs; repair++)
        {
            bench.Lifecycle.Repairs.Raised(row);
            bench.Lifecycle.Repairs.Repaired(row);
        }

        Assert.AreEqual(counted, bench.Lifecycle.Repairs.CountOf(row));
    }

    /// <summary>A pump that has run for a minute and a half.</summary>
    private static SiteBench Filled()
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.PulsesPerStep = 1;
        bench.Run(90);
        return bench;
    }

    /// <summary>No mains for so many decisions, and it is back.</summary>
    private static void Blink(SiteBench bench, int decisions)
    {
        bench.Set(Signal.MainsPresent, 0);
        bench.Run(decisions);
        bench.Set(Signal.MainsPresent, 1);
        bench.Run(1);
    }

    /// <summary>A unit whose pump has run for a minute.</summary>
    private static UnitBench Running()
    {
        var unit = new UnitBench();
        unit.Run(3000);
        unit.Io.Request = true;
        unit.Run(60000);
        return unit;
    }

    private static SiteBench WithValve(int open)
    {
        var bench = new SiteBench();
        bench.Set(Signal.ValveCommand, open);
        bench.Set(Signal.ValveIsOpen, open);
        bench.Set(Signal.ValveIsShut, 1 - open);
        bench.Run(120);
        return bench;
    }

    /// <summary>The end switches say nothing more, and time passes.</summary>
    private static void Move(SiteBench bench, int seconds, bool runs)
    {
        bench.Set(Signal.ValveIsOpen, 0);
        bench.Set(Signal.ValveIsShut, 0);
        bench.Set(Signal.PumpContact, runs ? 1 : 0);
        for (int second = 0; second < seconds; second++)
        {
            bench.Update(bench.NowMs + 1000);
        }
    }

    private static bool IsWorse(SiteBench bench, int code) => Check.IsWorse(bench.Catalogue.CheckOf(bench.Row(code)), bench.View);
}
