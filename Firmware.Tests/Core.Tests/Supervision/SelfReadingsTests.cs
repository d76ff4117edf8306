using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;

namespace Core.Tests.Supervision;

/// <summary>What the unit tells its own checks of link, store, clock and workers.</summary>
[TestClass]
public class SelfReadingsTests
{
    private static UnitBench s_unit;

    [TestMethod]
    public void FreshUnit_TellsThatAllIsWell()
    {
        s_unit = new UnitBench();
        s_unit.Run(2000);
        Is(Signal.Reach, 0);
        Is(Signal.Refused, 0);
        Is(Signal.Unstored, 0);
        Is(Signal.OutboxFill, 0);
        Is(Signal.StorageFailures, 0);
        Is(Signal.RecordsDamaged, 0);
        Is(Signal.SettingsRejected, 0);
        Is(Signal.ClockQuality, 1);
        Is(Signal.ClockJumps, 0);
        Is(Signal.Uptime, 1);
        Is(Signal.WorkerRestarts, 0);
    }

    [TestMethod]
    [DataRow(0, 0, 0)]
    [DataRow(1, 0, 0)]
    [DataRow(1, 4, 1)]
    [DataRow(1, 5, 0)]
    [DataRow(2, 4, 0)]
    public void Refused_IsOfTheLastAttemptWhileThereIsNoBroker(int reach, int trouble, int refused)
    {
        s_unit = new UnitBench();
        s_unit.Link.Reach = (LinkReach)reach;
        s_unit.Link.Trouble = (LinkTrouble)trouble;
        s_unit.Run(2000);
        Is(Signal.Reach, reach);
        Is(Signal.Refused, refused);
    }

    [TestMethod]
    public void Unstored_CountsWhileTheBrokerIsThereAndSomethingWaits()
    {
        s_unit = new UnitBench();
        s_unit.Link.Connect();
        s_unit.Run(100000);
        Is(Signal.Unstored, 0);
        s_unit.Io.Supply = 10000;
        s_unit.Run(106000);
        IsAbout(100, Signal.Unstored);
        Is(Signal.OutboxFill, 1);
        s_unit.Link.Reach = LinkReach.Network;
        s_unit.Run(60000);
        IsAbout(100, Signal.Unstored);
        s_unit.Link.Connect();
        s_unit.Run(50000);
        IsAbout(150, Signal.Unstored);
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000012}");
        s_unit.Run(2000);
        Is(Signal.Unstored, 0);
        Is(Signal.OutboxFill, 0);
    }

    [TestMethod]
    public void CentreStoresNothing_Raises602AfterHalfAnHour()
    {
        s_unit = new UnitBench();
        s_unit.Link.Connect();
        s_unit.Io.Supply = 10000;
        s_unit.Run(1780000);
        Assert.IsFalse(s_unit.IsRaised(602));
        s_unit.Run(40000);
        Assert.IsTrue(s_unit.IsRaised(602));
        Assert.IsFalse(s_unit.IsRaised(601));
    }

    /// <summary>A broker that drops is no centre that stores: 602 ends with a receipt alone, also over a restart.</summary>
    [TestMethod]
    public void LinkDropsOrUnitRestarts_602StaysUntilTheCentreStores()
    {
        s_unit = new UnitBench();
        s_unit.Link.Connect();
        s_unit.Io.Supply = 10000;
        s_unit.Run(1820000);
        Assert.IsTrue(s_unit.IsRaised(602));
        s_unit.Link.Reach = LinkReach.Network;
        s_unit.Run(60000);
        Assert.IsTrue(s_unit.IsRaised(602));
        s_unit = new UnitBench(s_unit.Storage, new Settings(), 1);
        s_unit.Link.Connect();
        s_unit.Io.Supply = 10000;
        s_unit.Run(60000);
        Assert.IsTrue(s_unit.IsRaised(602));
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":" + (s_unit.Unit.Delivery.Journal.NextSeq - 1).ToString() + ",\"at\":1790000012}");
        s_unit.Run(60000);
        Assert.IsFalse(s_unit.IsRaised(602));
    }

    /// <summary>Every 25 min the broker is gone for one: the waits together are half an hour.</summary>
    [TestMethod]
    public void BrokerDropsEvery25Minutes_602IsRaisedAllTheSame()
    {
        s_unit = new UnitBench();
        s_unit.Io.Supply = 10000;
        s_unit.Link.Connect();
        s_unit.Run(1500000);
        s_unit.Link.Reach = LinkReach.Network;
        s_unit.Run(60000);
        Assert.IsFalse(s_unit.IsRaised(602));
        s_unit.Link.Connect();
        s_unit.Run(320000);
        Assert.IsTrue(s_unit.IsRaised(602));
    }

    /// <summary>The first self-test is a minute after the start, the first write some scans: what was raised before stays until then.</summary>
    [TestMethod]
    public void Restart_NothingIsPassedBeforeItWasTested()
    {
        s_unit = new UnitBench();
        s_unit.Unit.Delivery.Tell(0, s_unit.Unit.Site.View.Readings);
        Assert.AreEqual(1, (int)s_unit.Unit.Site.View.Readings.ReasonOf(Signal.StorageFailures));
        s_unit.Run(59000);
        Assert.AreEqual(1, (int)s_unit.Unit.Site.View.Readings.ReasonOf(Signal.SelfTestFailures));
        s_unit.Run(60000);
        Is(Signal.SelfTestFailures, 0);
        Is(Signal.StorageFailures, 0);
    }

    [TestMethod]
    public void StorageRefuses_FailuresInARowAreCountedAndEndWithTheFirstWrite()
    {
        s_unit = new UnitBench();
        s_unit.Run(10000);
        s_unit.Storage.RefuseWrites = 2;
        s_unit.Io.Supply = 10000;
        s_unit.Run(3000);
        Is(Signal.StorageFailures, 1);
        s_unit.Run(4000);
        Is(Signal.StorageFailures, 2);
        s_unit.Run(10000);
        Is(Signal.StorageFailures, 0);
    }

    [TestMethod]
    public void SettingsAndWorkers_AreCounted()
    {
        var settings = new Settings();
        settings.Rejected = 3;
        s_unit = new UnitBench(new MemoryStorage(), settings, 1);
        s_unit.Link.Restarts = 2;
        s_unit.Run(10000);
        Is(Signal.SettingsRejected, 3);
        Is(Signal.WorkerRestarts, 2);
        Assert.IsTrue(s_unit.IsRaised(703));
        Assert.IsTrue(s_unit.IsRaised(904));
    }

    /// <summary>The contactor is held by the battery, the motor stands: 101 alone, and the pump is not stopped as dry.</summary>
    [TestMethod]
    public void MainsLostWhilePumping_Raises101AndThePumpIsNotStopped()
    {
        s_unit = new UnitBench();
        s_unit.Io.Request = true;
        s_unit.Run(60000);
        s_unit.Io.MainsLost = true;
        s_unit.Run(120000);
        Assert.IsTrue(s_unit.IsRaised(101));
        Assert.AreEqual(1, s_unit.Unit.Site.Monitors.RaisedCount);
        Assert.AreEqual(0, s_unit.Unit.Site.Pump.DryStops);
        s_unit.Io.MainsLost = false;
        s_unit.Run(120000);
        Assert.AreEqual(0, s_unit.Unit.Site.Monitors.RaisedCount);
    }

    /// <summary>Dry for nine seconds, mains gone for three, dry again: the pump stops in the tick that raises the fault, and not before.</summary>
    [TestMethod]
    public void MainsDipsDuringADryRun_PumpStopsWhenTheFaultIsRaised()
    {
        s_unit = new UnitBench();
        s_unit.Io.Dry = true;
        s_unit.Io.Request = true;
        s_unit.Run(24000);
        Assert.IsTrue(s_unit.Io.PumpDriven);
        s_unit.Io.MainsLost = true;
        s_unit.Run(3000);
        s_unit.Io.MainsLost = false;
        s_unit.UntilRaised(305, 60000);
        Assert.IsTrue(s_unit.IsRaised(305));
        Assert.IsFalse(s_unit.Io.PumpDriven);
        Assert.AreEqual(1, s_unit.Unit.Site.Pump.DryStops);
    }

    private static void Is(int signal, int value)
    {
        Assert.IsTrue(s_unit.Unit.Site.View.Readings.Has(signal));
        Assert.AreEqual(value, s_unit.Unit.Site.View.Readings.ValueOf(signal));
    }

    private static void IsAbout(int seconds, int signal)
    {
        int value = s_unit.Unit.Site.View.Readings.ValueOf(signal);
        Assert.IsTrue(value >= seconds - 2 && value <= seconds + 2, value.ToString());
    }
}
