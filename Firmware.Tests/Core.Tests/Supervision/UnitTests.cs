using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;

namespace Core.Tests.Supervision;

/// <summary>A whole unit on a well of 40 m³/h: each fault alone, in its time, and nothing on a clean run.</summary>
[TestClass]
public class UnitTests
{
    private static UnitBench s_unit;

    [TestMethod]
    public void CleanRun_RaisesNothing()
    {
        s_unit = new UnitBench();
        s_unit.Run(30000);
        s_unit.Io.Request = true;
        s_unit.Run(300000);
        s_unit.Io.Request = false;
        s_unit.Run(60000);
        s_unit.Io.Request = true;
        s_unit.Run(120000);
        IsAlone(0);
        Assert.AreEqual(2, s_unit.Unit.Site.Pump.Starts);
        Assert.AreEqual(0, s_unit.Unit.Delivery.Counters.Waiting);
    }

    [TestMethod]
    public void CleanRunWithoutBusMeter_RaisesNothing()
    {
        s_unit = new UnitBench();
        s_unit.Io.NoBusMeter = true;
        s_unit.Io.Request = true;
        s_unit.Run(180000);
        s_unit.Io.Request = false;
        s_unit.Run(60000);
        IsAlone(0);
    }

    [TestMethod]
    public void CleanRunWithoutPulseMeter_RaisesNothing()
    {
        s_unit = new UnitBench();
        s_unit.Io.NoPulseMeter = true;
        s_unit.Io.Request = true;
        s_unit.Run(180000);
        IsAlone(0);
        Assert.AreEqual(3, (int)s_unit.Unit.Site.View.Readings.ReasonOf(Signal.PulseFlow));
        Assert.AreEqual(3, (int)s_unit.Unit.Site.View.Readings.ReasonOf(Signal.PulseTotal));
    }

    [TestMethod]
    public void SupplyLow_Raises103WithinSevenSeconds()
    {
        s_unit = Pumping();
        s_unit.Io.Supply = 10700;
        IsWithin(5000, 7000, s_unit.UntilRaised(103, 10000));
        IsAlone(103);
        Assert.AreEqual(1, s_unit.LevelOf(103));
        s_unit.Run(60000);
        IsAlone(103);
        Assert.IsTrue(s_unit.Io.PumpDriven);
    }

    /// <summary>The power meter may be wrong, and the well dry: the pump is stopped as a dry one is, and in the end stays off.</summary>
    [TestMethod]
    public void MotorWithoutPower_Raises301AndIsStoppedLikeADryPump()
    {
        s_unit = new UnitBench();
        s_unit.Io.MotorCut = true;
        s_unit.Io.Request = true;
        IsWithin(6000, 9000, s_unit.UntilRaised(301, 20000));
        s_unit.Run(15000);
        Assert.IsTrue(s_unit.Io.PumpDriven);
        s_unit.Run(7000);
        Assert.IsFalse(s_unit.Io.PumpDriven);
        s_unit.Run(1200000);
        Assert.IsTrue(s_unit.Unit.Site.Pump.StaysOff);
        IsAlone(301);
    }

    [TestMethod]
    public void SupplyLow_ForbidsTheNextStart()
    {
        s_unit = new UnitBench();
        s_unit.Io.Supply = 10700;
        s_unit.Run(10000);
        s_unit.Io.Request = true;
        s_unit.Run(30000);
        Assert.IsFalse(s_unit.Io.PumpDriven);
        s_unit.Io.Supply = 12600;
        s_unit.Run(33000);
        Assert.IsTrue(s_unit.Io.PumpDriven);
    }

    [TestMethod]
    public void SupplySagsForFourSeconds_RaisesNothing()
    {
        s_unit = Pumping();
        s_unit.Io.Supply = 9000;
        s_unit.Run(4000);
        s_unit.Io.Supply = 12600;
        s_unit.Run(20000);
        IsAlone(0);
    }

    [TestMethod]
    public void PulseMeterDies_Raises201AtLevelTwoWithinTwentyThreeSeconds()
    {
        s_unit = Pumping();
        s_unit.Io.PulseDead = true;
        IsWithin(15000, 23000, s_unit.UntilRaised(201, 40000));
        Assert.AreEqual(2, s_unit.LevelOf(201));
        s_unit.Run(60000);
        IsAlone(201);
        Assert.AreEqual(2, s_unit.LevelOf(201));
        Assert.IsTrue(s_unit.Io.PumpDriven);
    }

    [TestMethod]
    public void PulseMeterDiesWithoutBusMeter_Raises201AtLevelOneAfterThreePulsesOfTheLeastFlow()
    {
        s_unit = new UnitBench();
        s_unit.Io.NoBusMeter = true;
        s_unit.Io.Request = true;
        s_unit.Run(60000);
        s_unit.Io.PulseDead = true;
        IsWithin(230000, 236000, s_unit.UntilRaised(201, 300000));
        Assert.AreEqual(1, s_unit.LevelOf(201));
        IsAlone(201);
    }

    [TestMethod]
    public void BusWireIsCutWhilePulsesAreDead_BecomesLevelOne()
    {
        s_unit = Pumping();
        s_unit.Io.PulseDead = true;
        s_unit.Run(40000);
        s_unit.Io.BusCut = true;
        s_unit.Run(2000);
        Assert.AreEqual(1, s_unit.LevelOf(201));
        IsAlone(201);
    }

    [TestMethod]
    public void PulseMeterComesBack_Clears201()
    {
        s_unit = Pumping();
        s_unit.Io.PulseDead = true;
        s_unit.Run(40000);
        s_unit.Io.PulseDead = false;
        s_unit.Run(25000);
        IsAlone(0);
    }

    [TestMethod]
    public void WellIsDryFromTheStart_Raises305WithinTwentyEightSecondsAndStops()
    {
        s_unit = new UnitBench();
        s_unit.Io.Dry = true;
        s_unit.Io.Request = true;
        IsWithin(25000, 28000, s_unit.UntilRaised(305, 40000));
        Assert.AreEqual(2, s_unit.LevelOf(305));
        Assert.IsFalse(s_unit.Io.PumpDriven);
        IsAlone(305);
        s_unit.Run(60000);
        IsAlone(305);
        Assert.AreEqual(1, s_unit.Unit.Site.Pump.DryStops);
    }

    [TestMethod]
    public void WellRunsDryWhilePumping_Raises305WithinSixteenSeconds()
    {
        s_unit = Pumping();
        s_unit.Io.Dry = true;
        IsWithin(10000, 16000, s_unit.UntilRaised(305, 40000));
        IsAlone(305);
        Assert.IsFalse(s_unit.Io.PumpDriven);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.Waiting);
    }

    [TestMethod]
    public void WellStaysDry_PumpStaysOffAfterThreeTriesAndTheLevelRises()
    {
        s_unit = new UnitBench();
        s_unit.Io.Dry = true;
        s_unit.Io.Request = true;
        s_unit.Run(600000);
        Assert.AreEqual(2, s_unit.LevelOf(305));
        s_unit.Run(120000);
        Assert.AreEqual(1, s_unit.LevelOf(305));
        Assert.AreEqual(3, s_unit.Unit.Site.Pump.Starts);
        Assert.IsFalse(s_unit.Io.PumpDriven);
        IsAlone(305);
        Assert.AreEqual(2, s_unit.Unit.Delivery.Counters.Waiting);
    }

    [TestMethod]
    public void WaterComesBackAtTheNextTry_Clears305()
    {
        s_unit = new UnitBench();
        s_unit.Io.Dry = true;
        s_unit.Io.Request = true;
        s_unit.Run(60000);
        s_unit.Io.Dry = false;
        s_unit.Run(330000);
        IsAlone(0);
        Assert.IsTrue(s_unit.Io.PumpDriven);
    }

    [TestMethod]
    public void RequestEndsBeforeTheTime_RaisesNothing()
    {
        s_unit = new UnitBench();
        s_unit.Io.Dry = true;
        s_unit.Io.Request = true;
        s_unit.Run(23000);
        s_unit.Io.Request = false;
        s_unit.Run(60000);
        IsAlone(0);
    }

    [TestMethod]
    public void Alarm_IsAtTheBrokerInTheSecondOfItsConfirmation()
    {
        s_unit = new UnitBench();
        s_unit.Link.Connect();
        s_unit.Run(10000);
        s_unit.Io.Supply = 10000;
        int raisedAfter = s_unit.UntilRaised(103, 10000);
        s_unit.Run(300);
        Assert.IsTrue(raisedAfter > 0);
        Assert.AreEqual(1, s_unit.Link.CountOf("alarm"));
        Assert.IsTrue(Text.Has("\"evidence\":{\"supply_mv\":10000,\"mains_present\":1,\"pump_contact\":0,\"pump_command\":0}", s_unit.Link.PayloadOf("alarm", 0)));
    }

    [TestMethod]
    public void SnapshotAfterARaise_ShowsTheFault()
    {
        s_unit = new UnitBench();
        s_unit.Link.Connect();
        s_unit.Run(10000);
        s_unit.Io.Supply = 10000;
        s_unit.Run(10000);
        string last = s_unit.Link.PayloadOf("snapshot", s_unit.Link.CountOf("snapshot") - 1);
        Assert.IsTrue(Text.Has("\"level\":1,\"faults\":[{\"code\":103,", last), last);
        Assert.IsTrue(Text.Has("\"oldest\":1,\"next\":2,", last), last);
    }

    [TestMethod]
    public void SupplyLow_LevelLedTurnsFromSteadyToFast()
    {
        s_unit = new UnitBench();
        Assert.AreEqual(20, LedOn(20));
        s_unit.Io.Supply = 10000;
        s_unit.Run(8000);
        Assert.AreEqual(10, LedOn(20));
    }

    [TestMethod]
    public void WrongBroker_UnitGoesOn()
    {
        s_unit = new UnitBench();
        s_unit.Link.Reach = LinkReach.Network;
        s_unit.Link.Trouble = LinkTrouble.NoSuchHost;
        s_unit.Io.Dry = true;
        s_unit.Io.Request = true;
        Assert.IsTrue(s_unit.UntilRaised(305, 40000) > 0);
        Assert.IsFalse(s_unit.Io.PumpDriven);
        Assert.AreEqual(0, s_unit.Link.Count);
    }

    [TestMethod]
    public void ClockIsSetLater_OnsetIsDatedBack()
    {
        s_unit = new UnitBench();
        s_unit.Clock.UnixAtStart = 0;
        s_unit.Io.Supply = 10000;
        s_unit.Run(10000);
        s_unit.Clock.UnixAtStart = UnitBench.Unix;
        s_unit.Link.Connect();
        s_unit.Run(2000);
        Assert.IsTrue(Text.Has("\"onset\":{\"at\":1790000000,\"boot\":1,\"ms\":0}", s_unit.Link.PayloadOf("alarm", 0)), s_unit.Link.PayloadOf("alarm", 0));
        Assert.IsTrue(Text.Has("\"time\":\"synced\"", s_unit.Link.PayloadOf("alarm", 0)));
    }

    private static UnitBench Pumping()
    {
        var unit = new UnitBench();
        unit.Io.Request = true;
        unit.Run(60000);
        Assert.IsTrue(unit.Io.PumpDriven);
        return unit;
    }

    /// <summary>The code alone is raised; 0 for none.</summary>
    private static void IsAlone(int code)
    {
        Assert.AreEqual(code == 0 ? 0 : 1, s_unit.Unit.Site.Monitors.RaisedCount);
        Assert.IsTrue(code == 0 || s_unit.IsRaised(code));
    }

    private static void IsWithin(int low, int high, int actual)
    {
        Assert.IsTrue(actual >= low && actual <= high, actual.ToString());
    }

    private static int LedOn(int scans)
    {
        int on = 0;
        for (int i = 0; i < scans; i++)
        {
            s_unit.Scan();
            on += s_unit.Io.LevelLed ? 1 : 0;
        }

        return on;
    }
}
