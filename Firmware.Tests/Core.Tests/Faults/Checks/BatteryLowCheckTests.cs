using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>105: 12.0 V on the battery alone; 13.0 V with mains to come back.</summary>
[TestClass]
public class BatteryLowCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(0, 11999, Fail)]
    [DataRow(0, 12000, Pass)]
    [DataRow(1, 11999, NotTested)]
    [DataRow(1, 12999, NotTested)]
    [DataRow(1, 13000, Pass)]
    public void Supply_IsJudgedOnTheBatteryAlone(int mains, int supply, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.MainsPresent, mains);
        bench.Set(Signal.Supply, supply);
        Assert.AreEqual(expected, bench.Judge(105));
    }

    /// <summary>
    /// Four hours are declared unless somebody sets another time. A fall of 0.3 V in an hour from 12.7 V ends after four hours and ten minutes, one of 0.32 V before; and whatever is left
    /// then, a battery that has carried the unit for four hours has bridged them.
    /// </summary>
    [TestMethod]
    [DataRow(240, 60, 300, Pass)]
    [DataRow(240, 60, 320, Fail)]
    [DataRow(250, 60, 300, Pass)]
    [DataRow(251, 60, 300, Fail)]
    [DataRow(240, 229, 1151, Fail)]
    [DataRow(240, 230, 1151, Pass)]
    public void Fall_IsHeldAgainstTheDeclaredTime(int declared, int minutes, int fall, int expected)
    {
        var bench = new SiteBench();
        bench.View.Settings.BridgingMinutes = declared;
        bench.View.Settings.BatteryLowMillivolts = 11550;
        bench.Set(Signal.MainsPresent, 0);
        bench.Set(Signal.Supply, 12700);
        long lostMs = bench.NowMs + 1000;
        bench.Update(lostMs);
        bench.Update(lostMs + 600000);
        bench.Set(Signal.Supply, 12700 - fall);
        bench.Update(lostMs + 600000 + (minutes * 60000L));
        Assert.AreEqual(expected, bench.Judge(105));
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
        Assert.AreEqual(expected, bench.Judge(105));
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
        Assert.AreEqual(expected, bench.Judge(105));
    }
}
