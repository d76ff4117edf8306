using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>405: 600 kPa, and 550 kPa to come back.</summary>
[TestClass]
public class PressureHighCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(600, false, Pass)]
    [DataRow(601, false, Fail)]
    [DataRow(551, true, Fail)]
    [DataRow(550, true, Pass)]
    [DataRow(0, false, Pass)]
    public void Value_IsJudged(int value, bool raised, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.Pressure, value);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(405, raised));
    }

    [TestMethod]
    [DataRow(1, NotTested)]
    [DataRow(2, NotTested)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    [DataRow(6, 4)]
    public void NoReading_IsNeitherPassNorFail(int reason, int expected)
    {
        var bench = new SiteBench();
        bench.Miss(Signal.Pressure, (NoDataReason)reason);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(405));
        Assert.AreEqual(expected, bench.Judge(405, true));
    }
}
