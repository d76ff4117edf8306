using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>408: the instrument, not the pressure.</summary>
[TestClass]
public class PressureSensorOutCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(0, Pass)]
    [DataRow(1, NotTested)]
    [DataRow(2, NotTested)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, Fail)]
    [DataRow(6, 4)]
    public void Reading_IsJudgedByItsReason(int reason, int expected)
    {
        var bench = new SiteBench();
        bench.Miss(Signal.WellLevel, NoDataReason.NotFitted);
        if (reason != 0)
        {
            bench.Miss(Signal.Pressure, (NoDataReason)reason);
        }

        Assert.AreEqual(expected, bench.Judge(408));
    }

    /// <summary>The transducer in the well alone: 0 not tested, 1 pass, 2 fail, 3 stale, 5 not fitted.</summary>
    [TestMethod]
    [DataRow(0, 1)]
    [DataRow(1, 0)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, 2)]
    public void WellTransducer_IsJudgedToo(int reason, int expected)
    {
        var bench = new SiteBench();
        bench.Miss(Signal.Pressure, NoDataReason.NotFitted);
        if (reason != 0)
        {
            bench.Miss(Signal.WellLevel, (NoDataReason)reason);
        }

        Assert.AreEqual(expected, bench.Judge(408));
    }

    [TestMethod]
    public void OneOfTwoTransducersOut_Fails()
    {
        var bench = new SiteBench();
        bench.Miss(Signal.WellLevel, NoDataReason.OutOfRange);
        Assert.AreEqual(2, bench.Judge(408));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(2147483647)]
    public void AnyPressure_Passes(int pressure)
    {
        var bench = new SiteBench();
        bench.Set(Signal.Pressure, pressure);
        Assert.AreEqual(Pass, bench.Judge(408));
    }
}
