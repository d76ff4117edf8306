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
        if (reason != 0)
        {
            bench.Miss(Signal.Pressure, (NoDataReason)reason);
        }

        Assert.AreEqual(expected, bench.Judge(408));
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
