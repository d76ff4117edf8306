using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>202: silence alone; damaged answers are 203's.</summary>
[TestClass]
public class BusNoReplyCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(0, Pass)]
    [DataRow(1, NotTested)]
    [DataRow(2, NotTested)]
    [DataRow(3, 5)]
    [DataRow(4, Fail)]
    [DataRow(5, NotTested)]
    [DataRow(6, NotTested)]
    public void Answer_IsJudgedByItsReason(int reason, int expected)
    {
        var bench = new SiteBench();
        if (reason != 0)
        {
            bench.Miss(Signal.BusFlow, (NoDataReason)reason);
        }

        Assert.AreEqual(expected, bench.Judge(202));
    }

    [TestMethod]
    public void PulsesCome_IsLevelTwo()
    {
        var bench = Silent();
        bench.Run(60);
        Assert.AreEqual(2, (int)bench.Monitors.LevelOf(bench.Row(202)));
    }

    [TestMethod]
    public void PulsesAreSilentFor29SecondsOfARun_IsLevelOne()
    {
        var bench = Silent();
        bench.PulsesPerStep = 0;
        bench.Run(29);
        Assert.AreEqual(2, (int)bench.Monitors.LevelOf(bench.Row(202)));
        bench.Run(1);
        Assert.AreEqual(1, (int)bench.Monitors.LevelOf(bench.Row(202)));
    }

    [TestMethod]
    public void NoPulseMeter_IsLevelOne()
    {
        var bench = SiteFaults.Healthy(202);
        bench.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
        SiteFaults.Begin(bench, 202);
        bench.Run(30);
        Assert.AreEqual(1, (int)bench.Monitors.LevelOf(bench.Row(202)));
    }

    [TestMethod]
    public void PumpOff_SilentPulsesAreRightAndItIsLevelTwo()
    {
        var bench = SiteFaults.Healthy(202);
        SiteFaults.Begin(bench, 202);
        bench.Run(600);
        Assert.AreEqual(2, (int)bench.Monitors.LevelOf(bench.Row(202)));
    }

    private static SiteBench Silent()
    {
        var bench = SiteFaults.Healthy(305);
        SiteFaults.Begin(bench, 202);
        bench.Run(21);
        Assert.IsTrue(bench.IsRaised(202));
        return bench;
    }
}
