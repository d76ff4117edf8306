using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;
using Firmware.Records;

namespace Records.Tests;

/// <summary>Slot 6: what goes on at the site while the unit restarts, and the lock of the pump that a person has released.</summary>
[TestClass]
public class UnitLifeTests
{
    private static readonly byte[] s_buffer = new byte[512];

    /// <summary>306 is raised until a run has proven the repair: the next start locks the pump only where nobody has released it.</summary>
    [TestMethod]
    [DataRow(306, true)]
    [DataRow(306, false)]
    [DataRow(308, true)]
    [DataRow(308, false)]
    public void ReleasedLock_IsNotPutOnAgainByARestart(int code, bool released)
    {
        SiteController site = Locked(code);
        Assert.IsTrue(site.Interlock.LockedOut && !site.Pump.Run);
        var life = new UnitLife(site);
        life.Saved(0);
        if (released)
        {
            Assert.AreEqual((int)ActionResult.Done, (int)site.Reset(site.Catalogue.RowOf(code), 12));
            site.Decide(11000);
        }

        Assert.AreEqual(released, life.IsDue(12000));
        int count = life.Write(s_buffer, 12000, new TableChecksum());
        SiteController next = Raised(code);
        Assert.IsTrue(new UnitLife(next).TryRead(s_buffer, count, new TableChecksum()));
        var kept = new UnitLife(next);
        kept.Saved(0);
        Assert.AreEqual(count, kept.Write(s_buffer, 0, new TableChecksum()));
        SiteController third = Raised(code);
        Assert.IsTrue(new UnitLife(third).TryRead(s_buffer, count, new TableChecksum()));
        Decide(next, 0, 3);
        Decide(third, 0, 3);
        Assert.AreEqual(!released, next.Interlock.LockedOut);
        Assert.AreEqual(!released, third.Interlock.LockedOut);
    }

    /// <summary>Released, and locked again by the next overload: that lock holds through a restart.</summary>
    [TestMethod]
    public void SecondOverload_LocksThroughARestart()
    {
        SiteController site = Locked(306);
        site.Reset(site.Catalogue.RowOf(306), 12);
        Decide(site, 11, 13);
        Assert.IsTrue(site.Pump.Run && site.Interlock.OverloadReleased);
        Overload(site, 13, 50);
        Assert.IsTrue(site.Interlock.LockedOut && !site.Interlock.OverloadReleased);
        int count = new UnitLife(site).Write(s_buffer, 50000, new TableChecksum());
        SiteController next = Raised(306);
        Assert.IsTrue(new UnitLife(next).TryRead(s_buffer, count, new TableChecksum()));
        Decide(next, 0, 3);
        Assert.IsTrue(next.Interlock.LockedOut);
    }

    /// <summary>
    /// The selector stood on hand when the console released the lock, and was turned back after it: that turn releases no later lock.
    /// </summary>
    [TestMethod]
    public void HandPositionOfAnEarlierRepair_ReleasesNoLaterLock()
    {
        SiteController site = Locked(306);
        Readings readings = site.View.Readings;
        readings.Set(Signal.SelectorHand, 1);
        Decide(site, 11, 13);
        site.Reset(site.Catalogue.RowOf(306), 12);
        readings.Set(Signal.SelectorHand, 0);
        Decide(site, 13, 16);
        Assert.IsTrue(site.Pump.Run);
        Overload(site, 16, 40);
        Assert.IsTrue(site.Interlock.LockedOut && !site.Pump.Run);
        readings.Set(Signal.SelectorHand, 1);
        Decide(site, 40, 42);
        readings.Set(Signal.SelectorHand, 0);
        Decide(site, 42, 44);
        Assert.IsFalse(site.Interlock.LockedOut);
    }

    /// <summary>The selector comes back from hand in the very second that locks the pump: it was no answer to this lock.</summary>
    [TestMethod]
    public void TurnInTheSecondOfTheLock_ReleasesNothing()
    {
        var interlock = new PumpInterlock();
        var readings = new Readings();
        readings.Set(Signal.SelectorHand, 1);
        interlock.Step(0, CheckOutcome.Fail, 10000, false, false, false, readings);
        readings.Set(Signal.SelectorHand, 0);
        interlock.Step(10000, CheckOutcome.Fail, 10000, true, false, false, readings);
        interlock.Step(11000, CheckOutcome.NotTested, 10000, true, false, false, readings);
        Assert.IsTrue(interlock.LockedOut);
    }

    /// <summary>A record of a firmware that did not keep it yet: the counters hold, and nothing goes on.</summary>
    [TestMethod]
    [DataRow(59, true)]
    [DataRow(50, false)]
    public void RecordOfAnEarlierFirmware_IsRead(int bodyBytes, bool hasBusTotal)
    {
        var site = new SiteController(new Settings(), new FaultCatalogue());
        site.Attendance.Arrive(0, true);
        site.View.Card.Restore(0, 4711);
        site.Boots.Restore(RunMark.Good, 2);
        var life = new UnitLife(site);
        life.NoteTotal(123456, 1790000000);
        Assert.AreEqual(127, life.Write(s_buffer, 0, new TableChecksum()));
        int count = Record.Seal(s_buffer, Record.UnitLife, Record.BodyAt + bodyBytes, new TableChecksum());
        var later = new SiteController(new Settings(), new FaultCatalogue());
        var read = new UnitLife(later);
        Assert.IsTrue(read.TryRead(s_buffer, count, new TableChecksum()));
        Assert.AreEqual(2, later.Boots.BadBoots);
        Assert.AreEqual(hasBusTotal, read.HasBusTotal);
        Assert.IsFalse(later.Attendance.IsHere || later.View.Card.IsOpen);
    }

    /// <summary>What goes on is due at once when it changes, and every ten minutes while a transaction counts.</summary>
    [TestMethod]
    public void WhatGoesOn_IsDueWhenItChanges()
    {
        var site = new SiteController(new Settings(), new FaultCatalogue());
        var life = new UnitLife(site);
        life.Saved(0);
        Assert.IsFalse(life.IsDue(3599999));
        site.Attendance.Arrive(1000, false);
        Assert.IsTrue(life.IsDue(1000));
        life.Saved(1000);
        Assert.IsFalse(life.IsDue(600999));
        site.View.Card.Restore(0, 4711);
        Assert.IsTrue(life.IsDue(2000));
        life.Saved(2000);
        Assert.IsFalse(life.IsDue(601999));
        Assert.IsTrue(life.IsDue(602000));
        life.Saved(602000);
        site.View.Card.Restore(0, 4712);
        Assert.IsTrue(life.IsDue(603000));
    }

    /// <summary>A site at rest whose water user asks, after a start that found a fault raised.</summary>
    private static SiteController Raised(int code)
    {
        var site = new SiteController(new Settings(), new FaultCatalogue());
        site.Monitors.RestoreRaised(site.Catalogue.RowOf(code), 1);
        Readings readings = site.View.Readings;
        readings.Set(Signal.SelectorHand, 0);
        readings.Set(Signal.PumpContact, 0);
        readings.Set(Signal.MainsPresent, 1);
        readings.Set(Signal.Supply, 13600);
        readings.Set(Signal.BusFlow, 0);
        readings.Set(Signal.Pressure, 10);
        readings.Set(Signal.Power, 0);
        for (int phase = 0; phase < 3; phase++)
        {
            readings.Set(Signal.Voltage1 + phase, 230000);
            readings.Set(Signal.Current1 + phase, 0);
        }

        readings.Set(Signal.RunRequest, 1);
        return site;
    }

    private static SiteController Locked(int code)
    {
        SiteController site = Raised(code);
        Decide(site, 0, 11);
        return site;
    }

    private static void Overload(SiteController site, int fromSeconds, int toSeconds)
    {
        site.View.Readings.Set(Signal.BusFlow, 11111);
        site.View.Readings.Set(Signal.Power, 14000);
        for (int second = fromSeconds; second < toSeconds; second++)
        {
            site.View.Readings.Set(Signal.PumpContact, site.Pump.Run ? 1 : 0);
            site.Decide(second * 1000L);
        }
    }

    private static void Decide(SiteController site, int fromSeconds, int toSeconds)
    {
        for (int second = fromSeconds; second < toSeconds; second++)
        {
            site.Decide(second * 1000L);
        }
    }
}
