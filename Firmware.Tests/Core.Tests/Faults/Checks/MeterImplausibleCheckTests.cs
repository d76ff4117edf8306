using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>
/// 207: one and a half times 40 m³/h are 16,666 mL/s, three pulses of 10 L at which take 1.797 s, and 2 s; a total that leaps counts for 30 s.
/// </summary>
[TestClass]
public class MeterImplausibleCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(0, 16666, 9000, Pass)]
    [DataRow(0, 16667, 3797, Pass)]
    [DataRow(0, 16667, 3798, Fail)]
    [DataRow(8333, 16667, 9000, Fail)]
    [DataRow(8334, 16667, 9000, Pass)]
    [DataRow(25000, 24000, 9000, Pass)]
    [DataRow(11111, -20000, 9000, Pass)]
    public void BusFlowBeyondThePipe_MustBeConfirmedByThePulses(int pulse, int bus, int lastsMs, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.PulseFlow, pulse);
        bench.Update(1000);
        bench.Set(Signal.BusFlow, bus);
        bench.Update(2000);
        bench.Set(Signal.BusFlow, 0);
        bench.Update(3000);
        bench.Set(Signal.BusFlow, bus);
        bench.Update(3000 + lastsMs);
        Assert.AreEqual(expected, bench.Judge(207));
    }

    /// <summary>Beside a RS485 meter that counts, too many pulses are noise (208).</summary>
    [TestMethod]
    [DataRow(16666, 3, 0, Pass)]
    [DataRow(16667, 3, 0, Fail)]
    [DataRow(16667, 0, 1, Fail)]
    [DataRow(90000, 0, 0, Pass)]
    public void PulseFlowBeyondThePipe_IsJudgedWhereTheOtherMeterIsNoWitness(int pulse, int reason, int status, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.PulseFlow, pulse);
        bench.Set(Signal.BusStatus, status);
        if (reason != 0)
        {
            bench.Miss(Signal.BusFlow, (NoDataReason)reason);
        }

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
