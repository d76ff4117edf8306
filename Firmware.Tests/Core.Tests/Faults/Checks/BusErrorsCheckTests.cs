using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>203: more than 5 %, and 3 % to come back.</summary>
[TestClass]
public class BusErrorsCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(50, false, Pass)]
    [DataRow(51, false, Fail)]
    [DataRow(31, true, Fail)]
    [DataRow(30, true, Pass)]
    [DataRow(0, false, Pass)]
    [DataRow(1000, true, Fail)]
    public void Value_IsJudged(int value, bool raised, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.BusErrors, value);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(203, raised));
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
        bench.Miss(Signal.BusErrors, (NoDataReason)reason);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(203));
        Assert.AreEqual(expected, bench.Judge(203, true));
    }
}
