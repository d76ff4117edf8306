using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>501: the door switch.</summary>
[TestClass]
public class DoorOpenCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(0, false, Pass)]
    [DataRow(1, false, Fail)]
    [DataRow(1, true, Fail)]
    [DataRow(0, true, Pass)]
    public void Value_IsJudged(int value, bool raised, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.DoorOpen, value);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(501, raised));
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
        bench.Miss(Signal.DoorOpen, (NoDataReason)reason);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(501));
        Assert.AreEqual(expected, bench.Judge(501, true));
    }
}
