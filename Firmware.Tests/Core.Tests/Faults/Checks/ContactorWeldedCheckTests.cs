using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>302: contact held and water flowing since our "off", after 3 s.</summary>
[TestClass]
public class ContactorWeldedCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(2999, NotTested)]
    [DataRow(3000, Fail)]
    public void HeldAndFlowing_FailsAfterThreeSeconds(int ms, int expected)
    {
        Assert.AreEqual(expected, CommandedOff(ms).Judge(302));
    }

    /// <summary>The mirror contact alone is witness enough.</summary>
    [TestMethod]
    [DataRow(0, Fail)]
    [DataRow(1, Pass)]
    public void MirrorContactAlone_Judges(int closed, int expected)
    {
        var bench = CommandedOff(3000);
        bench.Miss(Signal.Power, NoDataReason.NotFitted);
        bench.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
        bench.Miss(Signal.BusFlow, NoDataReason.NotFitted);
        Assert.AreEqual(5, bench.Judge(302));
        bench.Set(Signal.PumpMirror, closed);
        Assert.AreEqual(expected, bench.Judge(302));
    }

    [TestMethod]
    public void LetsGo_Passes()
    {
        var bench = CommandedOff(1);
        bench.Set(Signal.PumpContact, 0);
        bench.Update(bench.NowMs + 1000);
        bench.Update(bench.NowMs + 2000);
        Assert.AreEqual(Pass, bench.Judge(302));
    }

    /// <summary>The contact flickers open for a second: the contactor has not let go.</summary>
    [TestMethod]
    public void ContactFlickers_StaysWelded()
    {
        var bench = CommandedOff(1);
        bench.Run(10);
        Assert.IsTrue(bench.IsRaised(302));
        for (int second = 0; second < 300; second++)
        {
            bench.Set(Signal.PumpContact, second % 3 == 0 ? 0 : 1);
            bench.Step(1000);
        }

        Assert.IsTrue(bench.IsRaised(302));
        Assert.IsFalse(bench.IsRaised(309));
    }

    [TestMethod]
    public void HeldWithoutWater_IsNotJudged()
    {
        var bench = CommandedOff(1);
        bench.Set(Signal.BusFlow, 0);
        bench.Set(Signal.Power, 0);
        bench.Run(100);
        Assert.AreEqual(NotTested, bench.Judge(302));
        Assert.IsTrue(bench.IsRaised(311));
        Assert.AreEqual(1, bench.Monitors.RaisedCount);
    }

    [TestMethod]
    public void ClosedAfterwardsByHand_IsNotWelded()
    {
        var bench = CommandedOff(1);
        bench.Set(Signal.PumpContact, 0);
        bench.Run(10);
        bench.Set(Signal.PumpContact, 1);
        bench.Run(20);
        Assert.AreEqual(Pass, bench.Judge(302));
        Assert.IsTrue(bench.IsRaised(309));
    }

    [TestMethod]
    public void StillCommanded_IsNotJudged()
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Update(1000);
        bench.Update(60000);
        Assert.AreEqual(NotTested, bench.Judge(302));
    }

    [TestMethod]
    [DataRow(1, NotTested)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    [DataRow(6, 4)]
    public void NoContact_IsNeitherPassNorFail(int reason, int expected)
    {
        var bench = CommandedOff(5000);
        bench.Miss(Signal.PumpContact, (NoDataReason)reason);
        bench.Miss(Signal.Power, NoDataReason.NotFitted);
        bench.Update(bench.NowMs + 1000);
        Assert.AreEqual(expected, bench.Judge(302));
    }

    [TestMethod]
    public void NoMeterAtAll_IsNotFitted()
    {
        var bench = CommandedOff(5000);
        bench.Miss(Signal.BusFlow, NoDataReason.NotFitted);
        bench.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
        bench.Miss(Signal.Power, NoDataReason.NotFitted);
        Assert.AreEqual(5, bench.Judge(302));
    }

    /// <summary>With the mirror contact no water is needed: open while the other one is still closed means that a main contact holds.</summary>
    [TestMethod]
    [DataRow(0, 2)]
    [DataRow(1, 1)]
    public void MirrorContact_DecidesWithoutWater(int closed, int expected)
    {
        var bench = CommandedOff(5000);
        bench.Set(Signal.BusFlow, 0);
        bench.Set(Signal.PulseFlow, 0);
        bench.Set(Signal.Pressure, 10);
        bench.Set(Signal.PumpMirror, closed);
        bench.Update(16000);
        Assert.AreEqual(expected, bench.Judge(302));
    }

    [TestMethod]
    [DataRow(549, 0)]
    [DataRow(550, 2)]
    public void WithoutMirrorContact_PowerDecidesToo(int watts, int expected)
    {
        var bench = CommandedOff(5000);
        bench.Set(Signal.BusFlow, 0);
        bench.Set(Signal.PulseFlow, 0);
        bench.Set(Signal.Pressure, 10);
        bench.Set(Signal.Power, watts);
        bench.Update(16000);
        Assert.AreEqual(expected, bench.Judge(302));
    }

    [TestMethod]
    public void MirrorContactThatCannotBeRead_LeavesItToTheWater()
    {
        var bench = CommandedOff(5000);
        bench.Miss(Signal.PumpMirror, NoDataReason.Timeout);
        Assert.AreEqual(2, bench.Judge(302));
    }

    private static SiteBench CommandedOff(int ms)
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Update(1000);
        bench.Set(Signal.PumpCommand, 0);
        bench.Update(10000);
        bench.Update(10000 + ms);
        return bench;
    }
}
