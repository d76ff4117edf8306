using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>401: water flows a minute after the pump has stopped.</summary>
[TestClass]
public class FlowAtRestCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(59999, 600, NotTested)]
    [DataRow(60000, 600, Fail)]
    [DataRow(60000, 140, Fail)]
    [DataRow(60000, 139, Pass)]
    [DataRow(60000, -600, Pass)]
    public void Rest_IsJudgedAfterAMinute(int restMs, int bus, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.BusFlow, bus);
        bench.Update(restMs);
        Assert.AreEqual(expected, bench.Judge(401));
    }

    [TestMethod]
    public void LeakSeenByTheBusMeterAlone_Is401AndNot201()
    {
        var bench = SiteFaults.Healthy(401);
        SiteFaults.Begin(bench, 401);
        bench.Run(2000);
        Assert.IsTrue(bench.IsRaised(401));
        Assert.AreEqual(1, bench.Monitors.RaisedCount);
    }

    [TestMethod]
    public void PumpRuns_IsNotJudged()
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Update(1000);
        bench.Update(100000);
        Assert.AreEqual(NotTested, bench.Judge(401));
    }

    /// <summary>Noise of thirty pulses a second is no water: nothing flows where the RS485 meter is not fitted.</summary>
    [TestMethod]
    public void NoiseOnThePulseInput_IsNoLeak()
    {
        var bench = new SiteBench();
        bench.Miss(Signal.BusFlow, NoDataReason.NotFitted);
        bench.Set(Signal.PulseFlow, 300000);
        bench.Update(100000);
        Assert.AreEqual(Pass, bench.Judge(401));
    }

    [TestMethod]
    [DataRow(1, NotTested)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(6, 4)]
    public void NoMeterAtAll_IsNeitherPassNorFail(int reason, int expected)
    {
        var bench = new SiteBench();
        bench.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
        bench.Miss(Signal.BusFlow, (NoDataReason)reason);
        bench.Update(100000);
        Assert.AreEqual(expected, bench.Judge(401));
    }
}
