using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults.Checks;

namespace Core.Tests.Faults.Checks;

/// <summary>305: pump on, no water, 15 s after the start.</summary>
[TestClass]
public class DryRunCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(14999, NotTested)]
    [DataRow(15000, Fail)]
    [DataRow(60000, Fail)]
    public void PumpRunsDry_FailsOnceItHasSettled(int ranMs, int expected)
    {
        var bench = new SiteBench();
        bench.RunDry();
        bench.Update(1000);
        bench.Update(1000 + ranMs);
        Assert.AreEqual(expected, (int)DryRunCheck.Judge(bench.View));
    }

    [TestMethod]
    [DataRow(139, Fail)]
    [DataRow(140, Pass)]
    public void LeastFlow_IsTheNearMiss(int flow, int expected)
    {
        var bench = new SiteBench();
        bench.RunDry();
        bench.Set(Signal.BusFlow, flow);
        bench.Update(1000);
        bench.Update(16000);
        Assert.AreEqual(expected, (int)DryRunCheck.Judge(bench.View));
    }

    [TestMethod]
    public void PumpOff_IsNotJudged()
    {
        var bench = new SiteBench();
        bench.Update(100000);
        Assert.AreEqual(NotTested, (int)DryRunCheck.Judge(bench.View));
    }

    [TestMethod]
    public void CommandedButContactOpen_IsNotJudged()
    {
        var bench = new SiteBench();
        bench.Set(Signal.PumpCommand, 1);
        bench.Update(1000);
        bench.Update(100000);
        Assert.AreEqual(NotTested, (int)DryRunCheck.Judge(bench.View));
    }

    [TestMethod]
    public void ContactSaysNothing_CommandCounts()
    {
        var bench = new SiteBench();
        bench.RunDry();
        bench.Miss(Signal.PumpContact, NoDataReason.NotFitted);
        bench.Update(1000);
        bench.Update(16000);
        Assert.AreEqual(Fail, (int)DryRunCheck.Judge(bench.View));
    }

    /// <summary>The contact sticks, or the contactor is welded (302): the pump is off as far as we can tell it.</summary>
    [TestMethod]
    public void ContactHeldSinceOurOff_IsNotJudged()
    {
        var bench = new SiteBench();
        bench.RunDry();
        bench.Update(1000);
        bench.Set(Signal.PumpCommand, 0);
        bench.Update(2000);
        bench.Update(100000);
        Assert.AreEqual(NotTested, (int)DryRunCheck.Judge(bench.View));
    }

    [TestMethod]
    public void NothingMeasuresWater_IsNotJudged()
    {
        var bench = new SiteBench();
        bench.RunDry();
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
        bench.Miss(Signal.Pressure, NoDataReason.NotFitted);
        bench.Update(1000);
        bench.Update(100000);
        Assert.AreEqual(NotTested, (int)DryRunCheck.Judge(bench.View));
    }

    [TestMethod]
    public void RestartedPump_SettlesAgain()
    {
        var bench = new SiteBench();
        bench.RunDry();
        bench.Update(1000);
        bench.Set(Signal.PumpContact, 0);
        bench.Set(Signal.Power, 0);
        bench.Update(50000);
        bench.Set(Signal.PumpContact, 1);
        bench.Update(51000);
        bench.Update(65999);
        Assert.AreEqual(NotTested, (int)DryRunCheck.Judge(bench.View));
        bench.Update(66000);
        Assert.AreEqual(Fail, (int)DryRunCheck.Judge(bench.View));
    }

    [TestMethod]
    public void PumpStaysOff_IsWorse()
    {
        var bench = new SiteBench();
        Assert.IsFalse(DryRunCheck.IsWorse(bench.View));
        bench.View.PumpStaysOff = true;
        Assert.IsTrue(DryRunCheck.IsWorse(bench.View));
    }
}
