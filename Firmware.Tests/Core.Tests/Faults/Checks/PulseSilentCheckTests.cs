using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults.Checks;

namespace Core.Tests.Faults.Checks;

/// <summary>201: at 11,111 mL/s and 10 L a pulse comes every 900 ms; three of them and 2 s are 4,700 ms.</summary>
[TestClass]
public class PulseSilentCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(11111, 4700, Pass)]
    [DataRow(11111, 4701, Fail)]
    [DataRow(-11111, 4700, Pass)]
    [DataRow(-11111, 4701, Fail)]
    [DataRow(1000, 32000, Pass)]
    [DataRow(1000, 32001, Fail)]
    public void WaterFlowsByTheBusMeter_ThreePulsesMayBeMissing(int flow, int silentMs, int expected)
    {
        var bench = Flowing(flow, 100000, silentMs);
        Assert.AreEqual(expected, (int)PulseSilentCheck.Judge(bench.View));
        Assert.IsFalse(PulseSilentCheck.IsWorse(bench.View));
    }

    [TestMethod]
    [DataRow(14999, NotTested)]
    [DataRow(15000, Fail)]
    public void FlowSetsIn_IsNotJudgedBeforeItSettles(int steadyMs, int expected)
    {
        Assert.AreEqual(expected, (int)PulseSilentCheck.Judge(Flowing(11111, steadyMs, 50000).View));
    }

    /// <summary>A RS485 meter that hangs shows a flow from before the start: the silence of the rest is none of the run's.</summary>
    [TestMethod]
    [DataRow(14999, NotTested)]
    [DataRow(15000, Fail)]
    public void PumpStarts_IsNotJudgedBeforeItSettles(int runsMs, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.BusFlow, 11111);
        bench.Update(1000);
        bench.Update(300000);
        bench.Set(Signal.PumpCommand, 1);
        bench.Set(Signal.PumpContact, 1);
        bench.Update(301000);
        bench.Set(Signal.BusFlow, 11111);
        bench.Set(Signal.BusTotal, 900000);
        bench.Update(301000 + runsMs);
        Assert.AreEqual(expected, (int)PulseSilentCheck.Judge(bench.View));
    }

    [TestMethod]
    public void NoWater_SilenceIsRight()
    {
        Assert.AreEqual(NotTested, (int)PulseSilentCheck.Judge(Flowing(139, 100000, 100000).View));
    }

    [TestMethod]
    [DataRow(216284, Pass)]
    [DataRow(216285, Fail)]
    public void NoBusMeter_PressureOfTheRunningPumpDecides(int silentMs, int expected)
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Miss(Signal.BusFlow, NoDataReason.NotFitted);
        bench.Update(1000);
        bench.PulseMs = 401000 - silentMs;
        bench.Update(401000);
        Assert.AreEqual(expected, (int)PulseSilentCheck.Judge(bench.View));
        Assert.IsTrue(PulseSilentCheck.IsWorse(bench.View));
    }

    [TestMethod]
    public void NoPulseMeter_IsNotFitted()
    {
        var bench = Flowing(11111, 100000, 50000);
        bench.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
        Assert.AreEqual(5, (int)PulseSilentCheck.Judge(bench.View));
    }

    private static SiteBench Flowing(int busFlow, int steadyMs, int silentMs)
    {
        var bench = new SiteBench();
        bench.RunDry();
        bench.Set(Signal.BusFlow, busFlow);
        bench.Update(1000);
        bench.PulseMs = 1000 + steadyMs - silentMs;
        bench.Update(1000 + steadyMs);
        return bench;
    }
}
