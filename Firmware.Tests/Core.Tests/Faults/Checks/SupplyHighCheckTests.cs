using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>104: 15.0 V, and 14.8 V to come back.</summary>
[TestClass]
public class SupplyHighCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(15000, false, Pass)]
    [DataRow(15001, false, Fail)]
    [DataRow(14801, true, Fail)]
    [DataRow(14800, true, Pass)]
    [DataRow(0, false, Pass)]
    [DataRow(2147483647, false, Fail)]
    public void Value_IsJudged(int value, bool raised, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.Supply, value);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(104, raised));
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
        bench.Miss(Signal.Supply, (NoDataReason)reason);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(104));
        Assert.AreEqual(expected, bench.Judge(104, true));
    }
}
