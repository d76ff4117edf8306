using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>101: the mains relay's contact.</summary>
[TestClass]
public class MainsLostCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(1, false, Pass)]
    [DataRow(0, false, Fail)]
    [DataRow(0, true, Fail)]
    [DataRow(1, true, Pass)]
    public void Value_IsJudged(int value, bool raised, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.MainsPresent, value);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(101, raised));
    }

    /// <summary>78 % of 230 V are 179.4 V, behind one fuse at least; 13 V is what a charger holds the bus at.</summary>
    [TestMethod]
    [DataRow(179400, 13000, Pass)]
    [DataRow(179399, 13000, Fail)]
    [DataRow(179400, 12999, Fail)]
    public void PowerMeterShowsTheGridAndTheBusIsCharged_TheRelayFails(int millivolts, int supply, int expected)
    {
        var bench = new SiteBench(supply);
        bench.Set(Signal.MainsPresent, 0);
        bench.Set(Signal.Voltage3, millivolts);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(101));
        bench.Miss(Signal.Voltage1, NoDataReason.NotFitted);
        Assert.AreEqual(Fail, bench.Judge(101));
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
        bench.Miss(Signal.MainsPresent, (NoDataReason)reason);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(101));
        Assert.AreEqual(expected, bench.Judge(101, true));
    }
}
