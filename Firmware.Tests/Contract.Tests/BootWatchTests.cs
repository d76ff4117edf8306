using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Service;

namespace Contract.Tests;

/// <summary>How the last run ended, and what stops a loop of bad starts.</summary>
[TestClass]
public class BootWatchTests
{
    private const long Now = 1790000000;

    [TestMethod]
    [DataRow(0, true, 0)]
    [DataRow(1, false, 1)]
    [DataRow(2, false, 1)]
    [DataRow(1, true, 4)]
    [DataRow(2, true, 4)]
    [DataRow(3, true, 1)]
    [DataRow(3, false, 1)]
    [DataRow(4, true, 2)]
    [DataRow(5, true, 3)]
    public void Cause_FollowsFromMarkAndPlatformClock(int mark, bool ranOn, int cause)
    {
        var boots = new BootWatch();
        boots.Restore((RunMark)mark, 0);
        boots.Begin(ranOn, Now);
        Assert.AreEqual(cause, (int)boots.Cause);
        Assert.AreEqual(1, (int)boots.Mark);
    }

    [TestMethod]
    public void FourCrashesInTheirFirstMinute_AreSafeMode_UntilAPersonEndsIt()
    {
        var boots = new BootWatch();
        for (int i = 1; i <= 4; i++)
        {
            boots.Restore(RunMark.Starting, boots.BadBoots);
            boots.Begin(true, Now);
            Assert.AreEqual(i, boots.BadBoots);
            Assert.AreEqual(i == 4, boots.IsSafeMode);
        }

        boots.Step(60000, false);
        boots.Step(3600000, false);
        Assert.AreEqual(4, boots.BadBoots);
        boots.Restore(RunMark.Good, boots.BadBoots);
        boots.Begin(false, 0);
        Assert.IsTrue(boots.IsSafeMode);
        boots.EndSafeMode();
        Assert.IsFalse(boots.IsSafeMode);
        Assert.AreEqual(0, boots.BadBoots);
    }

    [TestMethod]
    public void GoodStart_ForgetsTheBadOnesBeforeIt()
    {
        var boots = new BootWatch();
        boots.Restore(RunMark.Starting, 2);
        boots.Begin(true, Now);
        boots.Step(59999, false);
        Assert.AreEqual(3, boots.BadBoots);
        Assert.AreEqual(1, (int)boots.Mark);
        boots.Step(60000, false);
        Assert.AreEqual(0, boots.BadBoots);
        Assert.AreEqual(2, (int)boots.Mark);
    }

    [TestMethod]
    public void CrashAfterAGoodStart_IsNoBadBoot()
    {
        var boots = new BootWatch();
        boots.Restore(RunMark.Good, 0);
        boots.Begin(true, Now);
        Assert.AreEqual(0, boots.BadBoots);
        Assert.AreEqual(1, boots.CrashesWithinDay(0, Now));
    }

    [TestMethod]
    public void Crashes_CountForADay()
    {
        var boots = new BootWatch();
        for (int i = 0; i < 4; i++)
        {
            boots.Restore(RunMark.Good, 0);
            boots.Begin(true, Now + (i * 3600));
        }

        Assert.AreEqual(3, boots.CrashesWithinDay(0, Now + 10800));
        Assert.AreEqual(3, boots.CrashesWithinDay(0, Now + 3600 + 86400));
        Assert.AreEqual(2, boots.CrashesWithinDay(0, Now + 3600 + 86401));
        Assert.AreEqual(0, boots.CrashesWithinDay(0, Now + 200000));
    }

    [TestMethod]
    public void SupplyFailsAndComesBack_MarkFollows_ALeaveStays()
    {
        var boots = new BootWatch();
        boots.Begin(false, 0);
        boots.Step(1000, true);
        Assert.AreEqual(3, (int)boots.Mark);
        boots.Step(2000, false);
        Assert.AreEqual(1, (int)boots.Mark);
        boots.Leave(true);
        boots.Step(70000, true);
        Assert.AreEqual(5, (int)boots.Mark);
    }

    /// <summary>100 cuts, 5 to 55 s after the start, the system clock lost each time: never safe mode, never 901.</summary>
    [TestMethod]
    public void HundredPowerCuts_AreNoLoop()
    {
        var unit = new UnitBench();
        uint noise = 11;
        for (int cut = 0; cut < 100; cut++)
        {
            noise = Text.Noise(noise);
            unit.Clock.UnixAtStart = 0;
            unit.Run(5000 + (int)((noise >> 8) % 50000));
            Assert.IsFalse(unit.IsRaised(902));
            Assert.IsFalse(unit.IsRaised(901));
            unit = new UnitBench(unit.Storage, new Settings(), 1);
        }

        unit.Clock.UnixAtStart = 0;
        unit.Run(3000);
        Assert.AreEqual(1, (int)unit.Unit.Life.Boots.Cause);
        Assert.AreEqual(101, unit.Unit.Life.Starts);
        Assert.AreEqual(0, unit.Unit.Life.Crashes);
    }

    [TestMethod]
    public void FourCrashesSoonAfterTheStart_Raise902AndThePumpStaysOff_DiagnosisAndLinkGoOn()
    {
        var unit = new UnitBench();
        unit.Run(70000);
        for (int crash = 0; crash < 5; crash++)
        {
            unit = new UnitBench(unit.Storage, new Settings(), 1);
            unit.Run(crash == 4 ? 10000 : crash == 0 ? 5000 : 100);
        }

        Assert.AreEqual(4, (int)unit.Unit.Life.Boots.Cause);
        Assert.IsTrue(unit.IsRaised(902));
        Assert.AreEqual(1, unit.LevelOf(902));
        Assert.IsFalse(unit.IsRaised(901));
        unit.Io.Request = true;
        unit.Io.Supply = 15500;
        unit.Link.Connect();
        unit.Run(20000);
        Assert.IsFalse(unit.Io.PumpDriven);
        Assert.IsTrue(unit.IsRaised(104));
        Assert.IsTrue(unit.Link.CountOf("alarm") >= 2);
        unit.Unit.Life.Boots.EndSafeMode();
        unit.Run(5000);
        Assert.IsFalse(unit.IsRaised(902));
        Assert.IsTrue(unit.Io.PumpDriven);
        Assert.IsTrue(unit.IsRaised(901));
    }

    [TestMethod]
    public void CrashWithinTheFirstScan_Counts()
    {
        var unit = new UnitBench();
        unit.Run(70000);
        for (int crash = 0; crash < 5; crash++)
        {
            unit = new UnitBench(unit.Storage, new Settings(), 1);
            unit.Scan();
        }

        Assert.AreEqual(4, unit.Unit.Life.Boots.BadBoots);
        Assert.IsTrue(unit.Unit.Life.Boots.IsSafeMode);
    }

    [TestMethod]
    public void LifetimeCounters_CountAndSurvive()
    {
        var unit = new UnitBench();
        unit.Io.Request = true;
        unit.Run(130000);
        Assert.AreEqual(1, unit.Unit.Life.PumpStarts);
        Assert.IsTrue(unit.Unit.Life.RunSeconds >= 125 && unit.Unit.Life.RunSeconds <= 130);
        unit.Io.Request = false;
        unit.Io.Supply = 10000;
        unit.Run(3000);
        unit.Io.Supply = 13600;
        unit.Run(3600000);
        Assert.AreEqual(1, unit.Unit.Life.BrownOuts);
        int seconds = unit.Unit.Life.RunSeconds;
        long litres = unit.Unit.Life.Litres;
        Assert.IsTrue(litres > 1200);
        unit = new UnitBench(unit.Storage, new Settings(), 1);
        unit.Scan();
        Assert.AreEqual(1, unit.Unit.Life.PumpStarts);
        Assert.AreEqual(seconds, unit.Unit.Life.RunSeconds);
        Assert.AreEqual(litres, unit.Unit.Life.Litres);
        Assert.AreEqual(2, unit.Unit.Life.Starts);
        Assert.AreEqual(1, unit.Unit.Life.BrownOuts);
    }
}
