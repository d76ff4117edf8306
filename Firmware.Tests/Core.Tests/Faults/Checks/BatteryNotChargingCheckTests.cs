using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>106: mains, and less than 13.0 V.</summary>
[TestClass]
public class BatteryNotChargingCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(1, 12999, Fail)]
    [DataRow(1, 13000, Pass)]
    [DataRow(0, 12999, NotTested)]
    [DataRow(0, 13600, NotTested)]
    public void Supply_IsJudgedOnMains(int mains, int supply, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.MainsPresent, mains);
        bench.Set(Signal.Supply, supply);
        Assert.AreEqual(expected, bench.Judge(106));
    }

    [TestMethod]
    [DataRow(1, NotTested)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    [DataRow(6, 4)]
    public void NoSupplyReading_IsNeitherPassNorFail(int reason, int expected)
    {
        var bench = new SiteBench();
        bench.Miss(Signal.Supply, (NoDataReason)reason);
        bench.Update(bench.NowMs + 1000);
        Assert.AreEqual(expected, bench.Judge(106));
    }

    [TestMethod]
    [DataRow(1, NotTested)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    [DataRow(6, 4)]
    public void NoMainsContact_IsNeitherPassNorFail(int reason, int expected)
    {
        var bench = new SiteBench();
        bench.Miss(Signal.MainsPresent, (NoDataReason)reason);
        bench.Update(bench.NowMs + 1000);
        Assert.AreEqual(expected, bench.Judge(106));
    }
}
