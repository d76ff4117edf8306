using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Metering;
using Firmware.Core.Service;

namespace Core.Tests.Service;

/// <summary>The look before a burst is named: when it begins, what breaks it off, what it finds, and that it is taken once a day.</summary>
[TestClass]
public class IsolationTestTests
{
    private const int Minute = 60;

    /// <summary>Nothing in the first ten minutes; 30 s of too much flow; then the pump is off, and 90 s later on again where no water flowed.</summary>
    [TestMethod]
    public void NoFlowWithThePumpOff_IsToldAndThePumpStartsAgain()
    {
        var test = new IsolationTest();
        Run(test, 0, 599, true, true, FlowEvidence.Flows);
        Assert.IsFalse(test.HoldsPump);
        Run(test, 599, 630, true, true, FlowEvidence.Flows);
        Assert.IsFalse(test.HoldsPump);
        Step(test, 630, true, true, FlowEvidence.Flows, true);
        Assert.IsTrue(test.HoldsPump && test.BeganNow);
        Run(test, 631, 720, false, true, FlowEvidence.Still);
        Assert.IsTrue(test.HoldsPump);
        Step(test, 720, false, true, FlowEvidence.Still, false);
        Assert.IsFalse(test.HoldsPump);
        Assert.IsTrue(test.EndedNow);
        Assert.AreEqual(1, (int)test.Result);
    }

    /// <summary>The line drains for a minute: what flows in it is no leak; what flows through the whole look is.</summary>
    [TestMethod]
    [DataRow(60, 1)]
    [DataRow(75, 1)]
    [DataRow(1000, 2)]
    public void FlowThroughTheWholeLook_IsALeak(int flowsForSeconds, int result)
    {
        IsolationTest test = Begun(out int at);
        for (int second = 1; second <= 331 && test.HoldsPump; second++)
        {
            Step(test, at + second, false, true, second <= flowsForSeconds ? FlowEvidence.Flows : FlowEvidence.Still, false);
        }

        Assert.IsFalse(test.HoldsPump);
        Assert.AreEqual(result, (int)test.Result);
    }

    [TestMethod]
    public void LeakIsNamed_ThePumpMayRunAgain()
    {
        IsolationTest test = Begun(out int at);
        Run(test, at + 1, at + 300, false, true, FlowEvidence.Flows);
        Assert.IsTrue(test.HoldsPump);
        test.Step((at + 300) * 1000L, false, true, true, false, FlowEvidence.Flows, true);
        Assert.IsFalse(test.HoldsPump);
        Assert.AreEqual(2, (int)test.Result);
    }

    /// <summary>It is no longer safe, nobody asks for water any more, the contactor holds, or nothing can be seen.</summary>
    [TestMethod]
    [DataRow(false, true, false, 2, 10)]
    [DataRow(true, false, false, 2, 10)]
    [DataRow(true, true, true, 1, 10)]
    [DataRow(true, true, false, 0, 90)]
    public void WhatBreaksItOff(bool safe, bool requested, bool pumpRuns, int flow, int second)
    {
        IsolationTest test = Begun(out int at);
        Run(test, at + 1, at + second, false, true, (FlowEvidence)flow);
        Assert.IsTrue(test.HoldsPump);
        test.Step((at + second) * 1000L, false, safe, requested, pumpRuns, (FlowEvidence)flow, false);
        Assert.IsFalse(test.HoldsPump);
        Assert.AreEqual(3, (int)test.Result);
    }

    [TestMethod]
    public void OnceADayAtMost()
    {
        IsolationTest test = Begun(out int at);
        Run(test, at + 1, at + 100, false, true, FlowEvidence.Still);
        Run(test, at + 100, at + 86400, true, true, FlowEvidence.Flows);
        Assert.IsFalse(test.HoldsPump);
        Run(test, at + 86400, at + 86400 + 31, true, true, FlowEvidence.Flows);
        Assert.IsTrue(test.HoldsPump);
    }

    /// <summary>A whole unit whose site has taught 5,000 mL/s, running at 11,111: it is stopped once, starts again, and 403 is named then.</summary>
    [TestMethod]
    public void BurstInARun_IsLookedAtAndThenNamed()
    {
        UnitBench unit = TaughtLess();
        Assert.IsTrue(Until(unit, false, 1200), "stopped for the look");
        Assert.IsFalse(unit.IsRaised(403));
        Assert.IsTrue(Until(unit, true, 120), "started again");
        Assert.AreEqual(1, (int)unit.Unit.Site.Isolation.Result);
        Assert.IsTrue(unit.UntilRaised(403, 600000) > 0);
        Assert.IsTrue(unit.Io.PumpDriven);
        Assert.AreEqual(0, unit.Unit.Site.Pump.DryStops);
        string why = unit.Ask("why 403");
        Assert.IsTrue(Text.Has("Looked again with the pump off no water flowed: no leak at rest\r\n", why), why);
        string log = unit.Ask("log");
        Assert.IsTrue(Text.Has("pump stopped to look \r\n", log), log);
    }

    /// <summary>Water that goes on with the pump off is named as the leak that it is, and the pump stays off until then.</summary>
    [TestMethod]
    public void LeakInARun_IsFoundWithThePumpOff()
    {
        UnitBench unit = TaughtLess();
        unit.Io.Leaks = true;
        Assert.IsTrue(Until(unit, false, 1200));
        unit.Run(295000);
        Assert.IsFalse(unit.Io.PumpDriven || unit.IsRaised(401));
        Assert.IsTrue(unit.UntilRaised(401, 10000) > 0);
        unit.Run(3000);
        Assert.AreEqual(2, (int)unit.Unit.Site.Isolation.Result);
        Assert.IsTrue(unit.Io.PumpDriven);
    }

    /// <summary>A card transaction, an open door, work: the run is not stopped, and 403 is named after its minute.</summary>
    [TestMethod]
    [DataRow(Signal.CardPresent)]
    [DataRow(Signal.DoorOpen)]
    [DataRow(Signal.None)]
    public void NotSafe_TheRunGoesOnAndIsNamed(int signal)
    {
        UnitBench unit = TaughtLess(signal);
        if (signal == Signal.None)
        {
            unit.Unit.Site.Lifecycle.BeginMaintenance(1, 60);
        }

        Assert.IsTrue(unit.UntilRaised(403, 1500000) > 0);
        Assert.IsTrue(unit.Io.PumpDriven);
        Assert.AreEqual(0, (int)unit.Unit.Site.Isolation.Result);
        Assert.AreEqual(1, unit.Unit.Site.Pump.Starts);
    }

    private static UnitBench TaughtLess(int on = Signal.None)
    {
        var unit = new UnitBench();
        unit.Run(1000);
        var run = new RunMeans(unit.Settings);
        var readings = new Readings();
        readings.Set(Signal.BusFlow, 5000);
        for (int lesson = 0; lesson < 10; lesson++)
        {
            for (int minute = 0; minute <= 5; minute++)
            {
                run.Step(60000L * minute, true, true, 0, readings);
            }

            run.Step(360000, false, false, 0, readings);
            unit.Unit.Site.View.Bands.Learn(unit.Clock.UptimeMs, run, true);
        }

        unit.Io.Also = on;
        unit.Run(Minute * 10 * 1000);
        unit.Io.Request = true;
        unit.Run(2000);
        return unit;
    }

    private static bool Until(UnitBench unit, bool pump, int seconds)
    {
        for (int second = 0; second < seconds && unit.Io.PumpDriven != pump; second++)
        {
            unit.Run(1000);
        }

        return unit.Io.PumpDriven == pump;
    }

    private static IsolationTest Begun(out int at)
    {
        var test = new IsolationTest();
        at = 700;
        Run(test, at - 30, at + 1, true, true, FlowEvidence.Flows);
        Assert.IsTrue(test.HoldsPump);
        return test;
    }

    private static void Run(IsolationTest test, int from, int to, bool suspected, bool safe, FlowEvidence flow)
    {
        for (int second = from; second < to; second++)
        {
            Step(test, second, suspected, safe, flow, suspected);
        }
    }

    private static void Step(IsolationTest test, int second, bool suspected, bool safe, FlowEvidence flow, bool pumpRuns)
    {
        test.Step(second * 1000L, suspected, safe, true, pumpRuns, flow, false);
    }
}
