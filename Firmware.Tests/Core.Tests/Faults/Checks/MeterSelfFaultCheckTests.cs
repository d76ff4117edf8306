using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>204: bit 0 of the status word, and no other.</summary>
[TestClass]
public class MeterSelfFaultCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(0, false, Pass)]
    [DataRow(1, false, Fail)]
    [DataRow(65534, false, Pass)]
    [DataRow(65535, false, Fail)]
    [DataRow(2, true, Pass)]
    public void Value_IsJudged(int value, bool raised, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.BusStatus, value);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(204, raised));
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
        bench.Miss(Signal.BusStatus, (NoDataReason)reason);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(204));
        Assert.AreEqual(expected, bench.Judge(204, true));
    }
}
