using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;

namespace Contract.Tests;

/// <summary>A restart in the middle of something: a whole unit ends, and another one starts on its storage.</summary>
[TestClass]
public class RestartTests
{
    private const long Unix = UnitBench.Unix;
    private const int UsersCard = 305419896;

    /// <summary>After a power cut the board's own clock chip gives the time at once: that is no clock that ran on, and the cut no crash.</summary>
    [TestMethod]
    public void PowerCutOfAUnitWithAClockChip_IsNoCrash()
    {
        var unit = new UnitBench();
        for (int cut = 1; cut <= 6; cut++)
        {
            unit.Run(cut * 8000);
            Assert.IsFalse(unit.IsRaised(901) || unit.IsRaised(902));
            unit = Started(unit, Unix + (cut * 100));
            unit.Clock.PowerWasOff = true;
        }

        unit.Run(5000);
        Assert.AreEqual(1, (int)unit.Unit.Life.Boots.Cause);
        Assert.AreEqual(0, unit.Unit.Life.Crashes);
        Assert.AreEqual(0, unit.Unit.Site.View.Readings.ValueOf(Signal.CrashesPerDay));
    }

    /// <summary>No clock chip and no time server: the platform's clock shows some seconds of 1970, and has run on all the same. The loop is stopped, and its crashes are counted.</summary>
    [TestMethod]
    public void CrashesBeforeTheFirstTime_AreStoppedAndCounted()
    {
        var unit = new UnitBench();
        unit.Clock.UnixAtStart = 0;
        unit.Run(5000);
        for (int crash = 1; crash <= 4; crash++)
        {
            Assert.IsFalse(unit.IsRaised(902));
            unit = Started(unit, crash * 5);
            unit.Clock.WasSet = false;
            unit.Run(5000);
        }

        Assert.IsTrue(unit.IsRaised(902));
        Assert.AreEqual(3, unit.Unit.Site.View.Readings.ValueOf(Signal.CrashesPerDay));
        unit.Clock.UnixAtStart = Unix;
        unit.Clock.WasSet = true;
        unit.Run(5000);
        Assert.AreEqual(3, unit.Unit.Site.View.Readings.ValueOf(Signal.CrashesPerDay));
        Assert.AreEqual(Unix, unit.Unit.Life.Boots.CrashUnix(0));
        Assert.AreEqual(Unix - 5, unit.Unit.Life.Boots.CrashUnix(1));
        unit = Started(unit, 0);
        unit.Run(5000);
        Assert.IsTrue(unit.IsRaised(902));
    }

    /// <summary>Three crashes, a year between any two. After a power cut without a clock nobody knows how old they are: 901 is not judged, until the time comes and says.</summary>
    [TestMethod]
    [DataRow(31536000, false)]
    [DataRow(3600, true)]
    public void OldCrashesAndAClockThatIsUnset_AreNo901(int betweenSeconds, bool raised)
    {
        var unit = new UnitBench();
        for (int crash = 1; crash <= 3; crash++)
        {
            unit.Run(70000);
            unit = Started(unit, Unix + ((long)crash * betweenSeconds));
        }

        unit.Run(1000);
        unit = Started(unit, 0);
        unit.Clock.WasSet = false;
        unit.Run(70000);
        Assert.IsFalse(unit.IsRaised(901));
        Assert.AreEqual(1, (int)unit.Unit.Site.View.Readings.ReasonOf(Signal.CrashesPerDay));
        unit.Clock.UnixAtStart = Unix + ((long)3 * betweenSeconds) + 100;
        unit.Clock.WasSet = true;
        unit.Run(5000);
        Assert.AreEqual(raised, unit.IsRaised(901));
    }

    /// <summary>Power that is gone takes a clock of 1970 with it: what crashed by it is forgotten.</summary>
    [TestMethod]
    public void CrashOnAClockThatNothingHadSet_EndsWithThePower()
    {
        var boots = new BootWatch();
        boots.Restore(RunMark.Good, 0);
        boots.Begin(true, 5000);
        Assert.AreEqual(1, boots.CrashesWithinDay(1000, 0));
        Assert.AreEqual(1, boots.CrashesWithinDay(86400000, 0));
        Assert.AreEqual(0, boots.CrashesWithinDay(86401000, 0));
        boots.Begin(false, 0);
        Assert.AreEqual(0, boots.CrashesWithinDay(1000, 0));
        Assert.AreEqual(0, boots.CrashUnix(0));
    }

    /// <summary>The unit that restarts itself for the third time in a day comes back in safe mode, and a person ends it; a day apart it goes on.</summary>
    [TestMethod]
    [DataRow(3600, true)]
    [DataRow(50000, false)]
    public void ThirdRestartOfItselfInADay_IsSafeMode(int betweenSeconds, bool stays)
    {
        var unit = new UnitBench();
        for (int stall = 1; stall <= 3; stall++)
        {
            unit.Run(70000);
            Assert.IsFalse(unit.IsRaised(902));
            unit.Unit.LeaveStalled(unit.Clock.UptimeMs);
            unit = Started(unit, Unix + ((long)stall * betweenSeconds));
            unit.Run(5000);
            Assert.AreEqual(3, (int)unit.Unit.Life.Boots.Cause);
        }

        Assert.AreEqual(stays, unit.IsRaised(902));
        unit.Io.Request = true;
        unit.Run(70000);
        Assert.AreEqual(!stays, unit.Io.PumpDriven);
        unit = Started(unit, 0);
        unit.Run(5000);
        Assert.AreEqual(stays, unit.IsRaised(902));
    }

    /// <summary>A switch-off that was announced is no crash, whatever the clock shows; one that does not come, within its half hour, is over.</summary>
    [TestMethod]
    [DataRow(5000, 2)]
    [DataRow(1900000, 4)]
    public void AnnouncedSwitchOff_IsNoCrash(int afterMs, int cause)
    {
        var unit = new UnitBench();
        unit.Run(70000);
        unit.Unit.Site.Lifecycle.AnnounceShutdown(1);
        unit.Run(afterMs);
        unit = Started(unit, Unix + 5000);
        unit.Run(1000);
        Assert.AreEqual(cause, (int)unit.Unit.Life.Boots.Cause);
    }

    /// <summary>A contactor that was welded before the restart still is: no reset and no other name for it until it was seen open.</summary>
    [TestMethod]
    public void WeldedContactor_IsNotCuredByARestart()
    {
        var unit = new UnitBench();
        unit.Io.Request = true;
        unit.Run(60000);
        unit.Io.Request = false;
        Weld(unit);
        Assert.IsTrue(unit.UntilRaised(302, 20000) > 0);
        unit.Run(1000);
        unit = Started(unit, Unix + 100);
        Weld(unit);
        unit.Run(60000);
        Assert.IsTrue(unit.IsRaised(302));
        Assert.AreEqual((int)ActionResult.StillFails, (int)unit.Unit.Site.Reset(unit.Row(302), 1));
        Assert.IsFalse(unit.IsRaised(309));
        unit.Io.Also = Signal.None;
        unit.Io.Leaks = false;
        unit.Run(20000);
        Assert.AreEqual((int)ActionResult.Done, (int)unit.Unit.Site.Reset(unit.Row(302), 1));
        unit.Run(2000);
        Assert.IsFalse(unit.IsRaised(302));
        unit = Started(unit, Unix + 300);
        Weld(unit);
        unit.Run(60000);
        Assert.IsTrue(unit.IsRaised(309));
    }

    /// <summary>Restarted in the middle of a visit, with the door open, the unit knows its technician still; an open door without one is tampering.</summary>
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void RestartWithTheDoorOpen_IsTamperingOnlyWhereNobodyWasThere(bool technician)
    {
        var unit = new UnitBench();
        unit.Io.Card = 0;
        unit.Io.DoorOpen = technician;
        unit.Run(1000);
        if (technician)
        {
            unit.Unit.Site.Attendance.Arrive(unit.Clock.UptimeMs, true);
        }

        unit.Run(3000);
        unit = Started(unit, 0);
        unit.Io.Card = 0;
        unit.Io.DoorOpen = true;
        unit.Run(200000);
        Assert.AreEqual(!technician, unit.IsRaised(502));
        Assert.AreEqual(technician, unit.Unit.Site.Attendance.IsByCard);
        unit.Io.DoorOpen = false;
        unit.Run(305000);
        Assert.IsFalse(unit.Unit.Site.Attendance.IsHere);
    }

    /// <summary>His eight hours, and that he had logged out, go on over the restart.</summary>
    [TestMethod]
    public void Attendance_GoesOnWhereItStood()
    {
        var readings = new Readings();
        readings.SetContact(Signal.DoorOpen, true);
        var attendance = new Attendance();
        attendance.Restore(true, false, 479);
        attendance.Step(59000, readings, null);
        Assert.IsTrue(attendance.IsHere);
        attendance.Step(60000, readings, null);
        Assert.IsFalse(attendance.IsHere);
        attendance = new Attendance();
        attendance.Restore(false, true, 3);
        attendance.Step(1000, readings, null);
        Assert.IsTrue(attendance.IsHere && attendance.IsLeaving && !attendance.IsByCard);
        Assert.AreEqual(3, attendance.MinutesSinceSign(1000));
        readings.SetContact(Signal.DoorOpen, false);
        attendance.Step(2000, readings, null);
        Assert.IsFalse(attendance.IsHere);
    }

    /// <summary>The water user's transaction goes on after a power cut, with what it had counted, until his request ends.</summary>
    [TestMethod]
    public void CardTransaction_GoesOnBehindAPowerCut()
    {
        var unit = new UnitBench();
        unit.Io.Card = UsersCard;
        unit.Io.Request = true;
        unit.Run(3000);
        unit.Io.Card = 0;
        unit.Run(700000);
        CardTransaction before = unit.Unit.Site.View.Card;
        int litres = before.BusLitres;
        Assert.IsTrue(before.IsOpen && litres > 7000, litres.ToString());
        unit = Started(unit, 0);
        unit.Io.Card = 0;
        unit.Io.Request = true;
        unit.Io.BusCut = true;
        unit.Run(5000);
        CardTransaction card = unit.Unit.Site.View.Card;
        Assert.IsTrue(card.IsOpen);
        Assert.AreEqual(UsersCard, card.Number);
        Assert.IsTrue(card.RunSeconds >= 600 && card.BusLitres > 6000, card.BusLitres.ToString());
        unit.Io.BusCut = false;
        unit.Io.BusLitresBefore = litres;
        unit.Run(60000);
        Assert.IsTrue(card.BusLitres > litres + 400 && card.BusLitres < litres + 700, card.BusLitres.ToString());
        Assert.IsTrue(card.PulseLitres > 400, card.PulseLitres.ToString());
        unit.Io.Request = false;
        unit.Run(3000);
        Assert.IsFalse(card.IsOpen);
        unit = Started(unit, 0);
        unit.Io.Request = true;
        unit.Run(5000);
        Assert.IsFalse(unit.Unit.Site.View.Card.IsOpen);
    }

    /// <summary>
    /// The platform's uptime begins anew after 497 days: at 400 the unit restarts on purpose as soon as it is calm, at 480 whatever goes on, and the next start knows that it was no crash.
    /// </summary>
    [TestMethod]
    [DataRow(399, false, false)]
    [DataRow(400, false, true)]
    [DataRow(400, true, false)]
    [DataRow(479, true, false)]
    [DataRow(480, true, true)]
    public void UptimeThatIsOld_EndsInARestartOnPurpose(int days, bool irrigates, bool restarts)
    {
        var unit = new UnitBench();
        unit.Clock.UptimeMs = days * 86400000L;
        unit.Clock.UnixAtStart -= days * 86400L;
        unit.Io.Request = irrigates;
        unit.Link.Connect();
        unit.Run(10000);
        Assert.AreEqual(restarts, unit.Unit.WantsRestart);
        unit = Started(unit, Unix + 100);
        unit.Run(1000);
        Assert.AreEqual(restarts ? 2 : 4, (int)unit.Unit.Life.Boots.Cause);
    }

    /// <summary>The unit has irrigated for eight minutes and restarts itself, as its uptime is old; meters that go on counting, or a storage that refuses, hold the restart up by five seconds.</summary>
    [TestMethod]
    [DataRow(false, 4000)]
    [DataRow(true, 9000)]
    public void RestartOnPurpose_KeepsTheWaterOfTheRun(bool refuses, int latestMs)
    {
        var unit = new UnitBench();
        unit.Clock.UptimeMs = (480 * 86400000L) - 480000;
        unit.Io.Request = true;
        unit.Run(480000);
        unit.Storage.RefuseWrites = refuses ? 1000 : 0;
        int waited = 0;
        for (; !unit.Unit.WantsRestart && waited < 20000; waited += 50)
        {
            unit.Scan();
        }

        Assert.IsTrue(waited >= latestMs - 1050 && waited <= latestMs, waited.ToString());
        long volume = unit.Unit.Site.Meter.TotalMillilitres;
        Assert.IsTrue(volume > 4000000, volume.ToString());
        unit = Started(unit, Unix + 480);
        Assert.AreEqual(refuses, unit.Unit.Site.Meter.TotalMillilitres != volume);
    }

    /// <summary>The loop fails again and again: whoever restarts the unit has it leave its volume.</summary>
    [TestMethod]
    public void RestartOfAStalledUnit_KeepsTheWaterOfTheRun()
    {
        var unit = new UnitBench();
        unit.Io.Request = true;
        unit.Run(480000);
        unit.Unit.LeaveStalled(unit.Clock.UptimeMs);
        long volume = unit.Unit.Site.Meter.TotalMillilitres;
        Assert.IsTrue(volume > 4000000, volume.ToString());
        Assert.AreEqual(volume, Started(unit, Unix + 480).Unit.Site.Meter.TotalMillilitres);
    }

    /// <summary>The clock of an incident has run for nine minutes since it was kept last.</summary>
    [TestMethod]
    public void RestartOnPurpose_KeepsTheClocks()
    {
        var unit = new UnitBench();
        unit.Clock.UptimeMs = (480 * 86400000L) - 600000;
        unit.Io.Request = true;
        unit.Run(1000);
        unit.Io.Supply = 10000;
        unit.Run(59000);
        Assert.IsTrue(unit.IsRaised(103));
        unit.Run(539000);
        for (int scans = 0; !unit.Unit.WantsRestart && scans < 400; scans++)
        {
            unit.Scan();
        }

        int elapsed = Elapsed(unit);
        Assert.IsTrue(elapsed > 580, elapsed.ToString());
        Assert.IsTrue(elapsed - Elapsed(Started(unit, 0)) <= 5);
    }

    private static int Elapsed(UnitBench unit) => unit.Unit.Contract.Clocks.ElapsedSeconds(unit.Unit.Contract.Clocks.PlaceOf(103), unit.Clock.UptimeMs);

    /// <summary>
    /// The battery has ended in an outage: after its declared time that is owed to the grid, before it is not; and so it stays over restarts in that outage, by the alarm's own record first, by the ledger once that is written
    /// after it.
    /// </summary>
    [TestMethod]
    [DataRow(1, true)]
    [DataRow(400, false)]
    public void SupplyThatEndedInAnOutage_StaysOwedToItOrNot(int bridgingMinutes, bool excused)
    {
        var unit = new UnitBench(new MemoryStorage(), new Settings { BridgingMinutes = bridgingMinutes }, 1);
        unit.Run(5000);
        unit.Io.MainsLost = true;
        unit.Run(90000);
        unit.Io.Supply = 10500;
        Assert.IsTrue(unit.UntilRaised(103, 20000) > 0);
        unit.Run(2000);
        for (int start = 0; start < 3; start++)
        {
            unit = Started(unit, Unix + 1000);
            unit.Io.MainsLost = true;
            unit.Io.Supply = 10500;
            unit.Run(1000);
            Assert.IsTrue(unit.IsRaised(103));
            Assert.IsTrue(unit.IsRaised(101));
            Assert.AreEqual(excused, unit.Unit.Site.Monitors.IsExcused(unit.Row(103)));
            unit.Io.Supply = 10900;
            unit.Run(700000);
        }
    }

    private static UnitBench Started(UnitBench before, long unix)
    {
        var unit = new UnitBench(before.Storage, before.Settings, 1);
        unit.Clock.UnixAtStart = unix;
        return unit;
    }

    private static void Weld(UnitBench unit)
    {
        unit.Io.Also = Signal.PumpContact;
        unit.Io.Leaks = true;
    }
}
