using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Metering;
using Firmware.Core.Service;

namespace Contract.Tests;

/// <summary>Whether the pump runs, and what the unit does where one witness of it fails: a cut wire of the auxiliary contact or of the mains relay, a hand at the panel. 11 kW are rated.</summary>
[TestClass]
public class PumpWitnessTests
{
    /// <summary>Contact and mirror contact: −1 not fitted. Power: −1 none. 550 W are a twentieth.</summary>
    [TestMethod]
    [DataRow(1, 1, 0, false, 0, true)]
    [DataRow(0, 1, 9000, true, 60000, false)]
    [DataRow(0, 1, 9000, false, 60000, false)]
    [DataRow(0, -1, 550, true, 60000, true)]
    [DataRow(0, -1, 549, true, 60000, false)]
    [DataRow(0, 0, 549, true, 60000, false)]
    [DataRow(0, -1, 9000, false, 60000, false)]
    [DataRow(0, 0, 9000, false, 5000, true)]
    [DataRow(0, 0, 9000, false, 4999, false)]
    [DataRow(0, 0, 549, false, 60000, false)]
    [DataRow(0, 0, -1, true, 60000, true)]
    [DataRow(0, 0, -1, false, 60000, false)]
    [DataRow(0, -1, -1, true, 60000, false)]
    [DataRow(-1, -1, -1, true, 0, true)]
    [DataRow(-1, -1, -1, false, 0, false)]
    [DataRow(-1, -1, 549, true, 0, false)]
    [DataRow(-1, -1, 550, false, 0, true)]
    [DataRow(-1, 1, 550, true, 0, true)]
    [DataRow(1, 1, 0, true, 0, true)]
    public void PumpRuns_ByAllItsWitnesses(int contact, int mirror, int watts, bool commanded, int openMs, bool expected)
    {
        var readings = new Readings();
        Put(readings, Signal.PumpContact, contact);
        Put(readings, Signal.PumpMirror, mirror);
        Put(readings, Signal.Power, watts);
        Assert.AreEqual(expected, PumpEvidence.Runs(readings, new Settings(), commanded, openMs));
    }

    /// <summary>The contact's wire is cut, and the well is dry: the pump is stopped once, as behind a sound contact, whatever is fitted besides; 301 is told only where nothing but the contact tells.</summary>
    [TestMethod]
    [DataRow(true, false, 305)]
    [DataRow(true, true, 305)]
    [DataRow(false, true, 305)]
    [DataRow(false, false, 301)]
    public void ContactCutAndWellDry_ThePumpIsStopped(bool power, bool mirror, int code)
    {
        UnitBench unit = Dry(power, mirror);
        unit.Io.ContactCut = true;
        unit.Run(35000);
        Assert.IsFalse(unit.Io.PumpDriven);
        Assert.AreEqual(1, unit.Unit.Site.Pump.DryStops);
        Assert.AreEqual(code == 305, unit.IsRaised(305));
        Assert.AreEqual(code == 301, unit.IsRaised(301));
    }

    /// <summary>With both contacts sound nothing turns: the unit goes on asking (301), and counts no dry stop.</summary>
    [TestMethod]
    public void ContactorDoesNotClose_ItIsAskedOn()
    {
        UnitBench unit = Dry(false, true);
        unit.Io.CoilCut = true;
        unit.Run(120000);
        Assert.IsTrue(unit.Io.PumpDriven);
        Assert.IsTrue(unit.IsRaised(301));
        Assert.AreEqual(0, unit.Unit.Site.Pump.DryStops);
    }

    /// <summary>The relay's wire is cut, nothing else tells the grid, and the well is dry: three tries, uncounted, and no more until the mains has shown for the minute in which 101 clears.</summary>
    [TestMethod]
    public void RelayCutAndWellDry_ThePumpIsStopped()
    {
        UnitBench unit = Dry(false, false);
        unit.Io.RelayCut = true;
        unit.Run(45000);
        Assert.IsTrue(unit.IsRaised(101));
        Assert.IsFalse(unit.Io.PumpDriven);
        Assert.IsFalse(unit.Unit.Site.Pump.WaitsForMains);
        unit.Run(3600000);
        Assert.IsFalse(unit.Io.PumpDriven);
        Assert.AreEqual(3, unit.Unit.Site.Pump.Starts);
        Assert.AreEqual(0, unit.Unit.Site.Pump.DryStops);
        Assert.IsFalse(unit.Unit.Site.Pump.StaysOff);
        Assert.IsTrue(unit.Unit.Site.Pump.WaitsForMains);
        unit.Io.RelayCut = false;
        unit.Run(58000);
        Assert.IsFalse(unit.Io.PumpDriven);
        unit.Run(4000);
        Assert.IsTrue(unit.Io.PumpDriven);
        Assert.IsFalse(unit.Unit.Site.Pump.WaitsForMains);
    }

    /// <summary>
    /// A loose wire at the relay that closes for a moment every half minute or more, and a dry well: the pump is stopped for good after three tries whatever the rhythm; a stop in a run that began with the mains there is
    /// a dry one, and told once it is the third.
    /// </summary>
    [TestMethod]
    [DataRow(29000, 1000)]
    [DataRow(12000, 1000)]
    [DataRow(48000, 12000)]
    [DataRow(15000, 65000)]
    [DataRow(20000, 80000)]
    public void RelayFlickersAndWellDry_ThePumpIsStoppedForGood(int openMs, int closedMs)
    {
        UnitBench unit = Dry(false, false);
        for (int elapsed = 0; elapsed < 7200000; elapsed += openMs + closedMs)
        {
            unit.Io.RelayCut = true;
            unit.Run(openMs);
            unit.Io.RelayCut = false;
            unit.Run(closedMs);
        }

        int starts = unit.Unit.Site.Pump.Starts;
        Assert.IsTrue(starts <= 6, starts.ToString());
        Assert.IsTrue(unit.Unit.Site.Pump.StaysOff || unit.Unit.Site.Pump.WaitsForMains);
    }

    /// <summary>The grid is truly gone for an hour: nothing is counted against the well, and the water is back with the grid, once it has held for a minute: neighbours' pumps and reclosers have done then.</summary>
    [TestMethod]
    public void MainsComesBack_ThePumpRunsAMinuteLater()
    {
        UnitBench unit = Dry(false, false);
        unit.Io.Dry = false;
        unit.Run(60000);
        unit.Io.MainsLost = true;
        unit.Run(3600000);
        Assert.IsFalse(unit.Io.PumpDriven);
        unit.Io.MainsLost = false;
        unit.Run(62000);
        Assert.IsTrue(unit.Io.PumpDriven);
        unit.Run(120000);
        Assert.IsTrue(unit.Io.PumpDriven);
        Assert.AreEqual(0, unit.Unit.Site.Pump.DryStops);
        Assert.IsFalse(unit.IsRaised(305));
    }

    /// <summary>A grid whose reclosers try three times, each for some seconds, costs the water user nothing.</summary>
    [TestMethod]
    public void MainsTriesThreeTimes_NothingIsCounted()
    {
        UnitBench unit = Dry(false, false);
        unit.Io.Dry = false;
        unit.Run(60000);
        for (int attempt = 0; attempt < 3; attempt++)
        {
            unit.Io.MainsLost = true;
            unit.Run(40000);
            unit.Io.MainsLost = false;
            unit.Run(5000);
        }

        unit.Io.MainsLost = true;
        unit.Run(600000);
        unit.Io.MainsLost = false;
        unit.Run(62000);
        Assert.IsTrue(unit.Io.PumpDriven);
        Assert.AreEqual(0, unit.Unit.Site.Pump.DryStops);
    }

    /// <summary>A short outage with the contactor held: the line has 15 s to fill again. A well that is dry after it is found before 101 has cleared.</summary>
    [TestMethod]
    [DataRow(false, true)]
    [DataRow(true, false)]
    public void ShortOutage_TheLineFillsAgain(bool dry, bool runs)
    {
        UnitBench unit = Dry(false, false);
        unit.Io.Dry = false;
        unit.Run(60000);
        unit.Io.MainsLost = true;
        unit.Run(15000);
        Assert.IsTrue(unit.Io.PumpDriven);
        unit.Io.MainsLost = false;
        unit.Io.Dry = dry;
        unit.Run(30000);
        Assert.AreEqual(runs, unit.Io.PumpDriven);
        Assert.AreEqual(dry ? 1 : 0, unit.Unit.Site.Pump.DryStops);
    }

    /// <summary>The selector is on hand and somebody asks for water: the panel has the say. No start, and nobody is called.</summary>
    [TestMethod]
    public void RequestWithTheSelectorOnHand_IsNoFault()
    {
        UnitBench unit = Dry(true, true);
        unit.Io.Request = false;
        unit.Run(2000);
        unit.Io.Also = Signal.SelectorHand;
        unit.Run(2000);
        unit.Io.Request = true;
        unit.Run(120000);
        Assert.IsFalse(unit.Io.PumpDriven);
        Assert.AreEqual(0, unit.Unit.Site.Monitors.RaisedCount);
    }

    /// <summary>In a run the selector is turned to hand, and the panel lets the contactor go: no pump is stopped dry that nobody runs. Back on auto it has its 15 s to fill, and 10 s more.</summary>
    [TestMethod]
    public void HandInARun_IsNoDryRun()
    {
        UnitBench unit = Dry(false, false);
        unit.Io.Dry = false;
        unit.Run(60000);
        unit.Io.Also = Signal.SelectorHand;
        unit.Io.ContactCut = true;
        unit.Io.Dry = true;
        unit.Run(120000);
        Assert.AreEqual(0, unit.Unit.Site.Monitors.RaisedCount);
        Assert.AreEqual(0, unit.Unit.Site.Pump.DryStops);
        unit.Io.Also = Signal.None;
        unit.Unit.Site.View.Readings.SetContact(Signal.SelectorHand, false);
        unit.Run(20000);
        Assert.IsTrue(unit.Io.PumpDriven);
        unit.Run(10000);
        Assert.IsFalse(unit.Io.PumpDriven);
        Assert.AreEqual(1, unit.Unit.Site.Pump.DryStops);
    }

    /// <summary>302 is for a contactor that our command closed: not for one that a hand had closed before, or took over, whether the selector tells it or not.</summary>
    [TestMethod]
    [DataRow(false, 0, true)]
    [DataRow(true, -1, false)]
    [DataRow(true, 1, false)]
    [DataRow(false, 1, false)]
    public void HeldSinceOff_OnlyOfOurOwnRun(bool byHand, int selector, bool held)
    {
        var bench = new SiteBench();
        bench.Set(Signal.PumpMirror, 1);
        bench.Run(60);
        if (byHand)
        {
            bench.RunWet();
            bench.Set(Signal.PumpCommand, 0);
            bench.Set(Signal.PumpMirror, 0);
            bench.Run(30);
        }

        bench.RunWet();
        bench.Set(Signal.PumpMirror, 0);
        bench.Run(30);
        Put(bench.View.Readings, Signal.SelectorHand, selector);
        bench.Run(5);
        bench.Set(Signal.PumpCommand, 0);
        bench.Run(60);
        Assert.AreEqual(held, bench.IsRaised(302));
    }

    /// <summary>An end switch whose wire is cut: level 1 where it keeps the pump from starting, or the valve never arrived, or water flows.</summary>
    [TestMethod]
    [DataRow(303, 1, true, 3)]
    [DataRow(303, 0, true, 1)]
    [DataRow(304, 0, true, 3)]
    [DataRow(304, 0, false, 1)]
    [DataRow(304, 1, true, 1)]
    public void EndSwitchIsLost_IsOfLevelOneOnlyWhereItHarms(int code, int runs, bool arrived, int level)
    {
        var bench = new SiteBench();
        int toOpen = code == 303 ? 1 : 0;
        bench.Set(Signal.ValveCommand, 1 - toOpen);
        bench.Set(Signal.ValveIsOpen, 1 - toOpen);
        bench.Set(Signal.ValveIsShut, toOpen);
        bench.Run(90);
        bench.Set(Signal.ValveCommand, toOpen);
        bench.Set(Signal.ValveIsOpen, arrived ? toOpen : 0);
        bench.Set(Signal.ValveIsShut, arrived ? 1 - toOpen : 0);
        bench.Run(5);
        bench.Set(Signal.ValveIsOpen, 0);
        bench.Set(Signal.ValveIsShut, 0);
        if (runs == 1)
        {
            bench.RunWet();
            bench.PulsesPerStep = 1;
        }

        Assert.IsTrue(bench.SecondsUntil(code, true, 300) > 0);
        Assert.AreEqual(level, (int)bench.Monitors.LevelOf(bench.Row(code)));
    }

    /// <summary>
    /// The contact's wire is cut, and nothing else tells of the pump but a pulse of 100 L every half minute: between two of them the meter is not silent yet. Low pressure says at once that no
    /// water comes; pressure alone does not say that the pump did start.
    /// </summary>
    [TestMethod]
    [DataRow(-1, true, 0, 1)]
    [DataRow(310, true, 0, 1)]
    [DataRow(10, false, 1, 1)]
    [DataRow(-1, false, 0, 1)]
    [DataRow(310, false, 0, 1)]
    public void ContactCutAndPulsesSlow_ThePumpGoesOn(int pressure, bool pulses, int dryStops, int starts)
    {
        var site = new SiteController(new Settings { PulseMillilitres = 100000 }, new FaultCatalogue());
        Readings readings = site.View.Readings;
        readings.Set(Signal.PumpContact, 0);
        readings.Set(Signal.MainsPresent, 1);
        readings.Set(Signal.Supply, 13600);
        readings.Set(Signal.RunRequest, 1);
        Put(readings, Signal.Pressure, pressure);
        Put(readings, Signal.BusFlow, -1);
        Put(readings, Signal.Power, -1);
        for (int second = 0; second < 250; second++)
        {
            site.Scan(1000L * second, pulses ? second / 30 : 0);
            site.Decide(1000L * second);
        }

        Assert.AreEqual(dryStops == 0, site.Pump.Run);
        Assert.AreEqual(dryStops, site.Pump.DryStops);
        Assert.AreEqual(starts, site.Pump.Starts);
        Assert.AreEqual(!pulses, site.Monitors.IsRaised(site.Catalogue.RowOf(301)));
        for (int second = 250; second < 300; second++)
        {
            site.Scan(1000L * second, pulses ? second / 30 : 0);
            site.Decide(1000L * second);
        }

        Assert.AreEqual(pulses || pressure == 310, site.Pump.Run);
    }

    private static UnitBench Dry(bool power, bool mirror)
    {
        var unit = new UnitBench();
        unit.Io.HasPower = power;
        unit.Io.HasMirror = mirror;
        unit.Io.Dry = true;
        unit.Run(3000);
        unit.Io.Request = true;
        return unit;
    }

    private static void Put(Readings into, int signal, int value)
    {
        if (value >= 0)
        {
            into.Set(signal, value);
        }
        else
        {
            into.Miss(signal, NoDataReason.NotFitted);
        }
    }
}
