using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>301: 2 s for the contact after our "on", 5 s for 550 W of the motor's 11 kW.</summary>
[TestClass]
public class PumpDidNotStartCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(4999, NotTested)]
    [DataRow(5000, Fail)]
    public void ContactStaysOpen_FailsOncePowerWouldTell(int ms, int expected)
    {
        Assert.AreEqual(expected, Commanded(ms).Judge(301));
    }

    [TestMethod]
    public void ContactCloses_Passes()
    {
        var bench = Commanded(2000);
        bench.Set(Signal.PumpContact, 1);
        bench.Miss(Signal.Power, NoDataReason.NotFitted);
        bench.Update(bench.NowMs);
        Assert.AreEqual(Pass, bench.Judge(301));
    }

    /// <summary>A motor's fuse or cable: the contactor is closed, and nothing turns.</summary>
    [TestMethod]
    [DataRow(4999, 0, NotTested)]
    [DataRow(5000, 0, Fail)]
    [DataRow(5000, 549, Fail)]
    [DataRow(5000, 550, Pass)]
    [DataRow(2000, 550, Pass)]
    public void ContactClosesAndPowerTells_FailsAfterFiveSecondsBelowATwentieth(int ms, int watts, int expected)
    {
        var bench = Commanded(ms);
        bench.Set(Signal.PumpContact, 1);
        bench.Set(Signal.Power, watts);
        Assert.AreEqual(expected, bench.Judge(301));
    }

    [TestMethod]
    [DataRow(4999, 0, NotTested)]
    [DataRow(5000, 0, Fail)]
    [DataRow(5000, 2200, Pass)]
    public void NoContactIsFitted_ThePowerTells(int ms, int watts, int expected)
    {
        var bench = new SiteBench();
        bench.Miss(Signal.PumpContact, NoDataReason.NotFitted);
        bench.Set(Signal.PumpCommand, 1);
        bench.Set(Signal.Power, watts);
        bench.Update(1000);
        bench.Update(1000 + ms);
        Assert.AreEqual(expected, bench.Judge(301));
    }

    /// <summary>The power meter's fuse is gone, or it is wrong: water says that the pump did start.</summary>
    [TestMethod]
    public void NoPowerAndWaterFlows_Passes()
    {
        var bench = Commanded(5000);
        bench.Set(Signal.PumpContact, 1);
        bench.Set(Signal.BusFlow, 11111);
        bench.Update(bench.NowMs + 1000);
        Assert.AreEqual(Pass, bench.Judge(301));
    }

    /// <summary>The contact's wire is cut: the pump did start.</summary>
    [TestMethod]
    public void ContactStaysOpenAndWaterFlows_Passes()
    {
        var bench = Commanded(2000);
        bench.Set(Signal.BusFlow, 11111);
        bench.Update(bench.NowMs + 1000);
        Assert.AreEqual(Pass, bench.Judge(301));
        Assert.AreEqual(NotTested, bench.Judge(401));
    }

    [TestMethod]
    public void NotCommanded_IsNotJudged()
    {
        var bench = new SiteBench();
        bench.Update(60000);
        Assert.AreEqual(NotTested, bench.Judge(301));
    }

    [TestMethod]
    [DataRow(1, NotTested)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    [DataRow(6, 4)]
    public void NoContact_IsNeitherPassNorFail(int reason, int expected)
    {
        var bench = Commanded(2000);
        bench.Miss(Signal.PumpContact, (NoDataReason)reason);
        bench.Miss(Signal.Power, NoDataReason.NotFitted);
        bench.Update(bench.NowMs + 1000);
        Assert.AreEqual(expected, bench.Judge(301));
    }

    private static SiteBench Commanded(int ms)
    {
        var bench = new SiteBench();
        bench.Set(Signal.PumpCommand, 1);
        bench.Update(1000);
        bench.Update(1000 + ms);
        return bench;
    }
}
