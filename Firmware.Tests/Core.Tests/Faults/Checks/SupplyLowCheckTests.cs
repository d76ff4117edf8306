using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults.Checks;

namespace Core.Tests.Faults.Checks;

/// <summary>103: 10.8 V, and 11.1 V to come back.</summary>
[TestClass]
public class SupplyLowCheckTests
{
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(10800, false, Pass)]
    [DataRow(10799, false, Fail)]
    [DataRow(0, false, Fail)]
    [DataRow(12600, false, Pass)]
    [DataRow(11099, true, Fail)]
    [DataRow(11100, true, Pass)]
    public void Supply_IsJudgedWithDeadband(int millivolts, bool raised, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.Supply, millivolts);
        Assert.AreEqual(expected, (int)SupplyLowCheck.Judge(bench.View, raised));
    }

    [TestMethod]
    [DataRow(1, 0)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    public void NoReading_IsNotAPass(int reason, int expected)
    {
        var bench = new SiteBench();
        bench.Miss(Signal.Supply, (NoDataReason)reason);
        Assert.AreEqual(expected, (int)SupplyLowCheck.Judge(bench.View, false));
    }

    [TestMethod]
    public void LimitOfTheSite_IsUsed()
    {
        var bench = new SiteBench();
        bench.View.Settings.SupplyActMillivolts = 23000;
        bench.Set(Signal.Supply, 22999);
        Assert.AreEqual(Fail, (int)SupplyLowCheck.Judge(bench.View, false));
    }
}
