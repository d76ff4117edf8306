using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>206: 1 m³/h backwards.</summary>
[TestClass]
public class ReverseFlowCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(-278, false, Pass)]
    [DataRow(-279, false, Fail)]
    [DataRow(0, false, Pass)]
    [DataRow(11111, false, Pass)]
    [DataRow(-2147483648, false, Fail)]
    public void Value_IsJudged(int value, bool raised, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.BusFlow, value);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(206, raised));
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
        bench.Miss(Signal.BusFlow, (NoDataReason)reason);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(206));
        Assert.AreEqual(expected, bench.Judge(206, true));
    }
}
