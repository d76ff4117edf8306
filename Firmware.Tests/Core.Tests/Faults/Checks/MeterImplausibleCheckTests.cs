using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>207: one and a half times 40 m³/h are 16,666 mL/s; a total that leaps counts for 30 s.</summary>
[TestClass]
public class MeterImplausibleCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(16666, 0, Pass)]
    [DataRow(16667, 0, Fail)]
    [DataRow(0, 16666, Pass)]
    [DataRow(0, 16667, Fail)]
    [DataRow(11111, -20000, Pass)]
    public void EitherFlow_IsJudged(int pulse, int bus, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.PulseFlow, pulse);
        bench.Set(Signal.BusFlow, bus);
        Assert.AreEqual(expected, bench.Judge(207));
    }

    [TestMethod]
    [DataRow(5000, Fail)]
    [DataRow(-5000, Fail)]
    [DataRow(900, Pass)]
    [DataRow(-900, Pass)]
    public void TotalLeaps_FailsForThirtySeconds(int litres, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.BusTotal, 10000);
        bench.Update(1000);
        bench.Run(100);
        bench.Set(Signal.BusTotal, 10000 + litres);
        bench.Step(1000);
        Assert.AreEqual(expected, bench.Judge(207));
        bench.Run(29);
        Assert.AreEqual(expected, bench.Judge(207));
        bench.Run(1);
        Assert.AreEqual(Pass, bench.Judge(207));
    }

    [TestMethod]
    public void OneMeterAlone_IsJudged()
    {
        var bench = new SiteBench();
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        Assert.AreEqual(Pass, bench.Judge(207));
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
        Assert.AreEqual(expected, bench.Judge(207));
    }
}
