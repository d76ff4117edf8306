using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Metering;
using Firmware.Core.Service;

namespace Contract.Tests;

/// <summary>Values of rules that no behaviour in another test goes to: what tools/mutate found to be held by none.</summary>
[TestClass]
public class RuleValueTests
{
    /// <summary>What a site has that configured nothing of its maintenance: two years of warranty, and what wears by use.</summary>
    [TestMethod]
    public void MaintenanceByDefault()
    {
        var settings = new Settings();
        Assert.AreEqual(730, settings.WarrantyDays, "days");
        Assert.AreEqual(1000, settings.MaintenanceRunHours, "h");
        Assert.AreEqual(5000, settings.MaintenanceStarts, "starts");
        Assert.AreEqual(100000, settings.MaintenanceCubicMetres, "m³");
        Assert.AreEqual(3, settings.QuietHour, "o'clock");
    }

    /// <summary>Least volumes of the two comparisons at a slow site, by the litres and by the pulses: pulse mL, fine mL, coarse mL.</summary>
    [TestMethod]
    [DataRow(10, 2000000, 100000)]
    [DataRow(100000, 4000000, 1000000)]
    public void LeastVolumes_AreThoseOfTheirChecks(int pulseMillilitres, int fine, int coarse)
    {
        var settings = new Settings { PulseMillilitres = pulseMillilitres, RatedFlowMillilitresPerSecond = 1000 };
        Assert.AreEqual((long)fine, new MeterComparison(settings, MeterComparison.FineLitres, MeterComparison.FinePulses).LeastMillilitres());
        Assert.AreEqual((long)coarse, new MeterComparison(settings, MeterComparison.CoarseLitres, MeterComparison.CoarsePulses).LeastMillilitres());
    }

    /// <summary>The first day of the season is in it, the first day after it is not; without both days, or with one day for both, there is none. Day, opens, closes.</summary>
    [TestMethod]
    [DataRow(331, 401, 1101, true)]
    [DataRow(401, 401, 1101, false)]
    [DataRow(1031, 401, 1101, false)]
    [DataRow(1101, 401, 1101, true)]
    [DataRow(301, 1001, 301, true)]
    [DataRow(228, 1001, 301, false)]
    [DataRow(930, 1001, 301, true)]
    [DataRow(1001, 1001, 301, false)]
    [DataRow(101, 0, 1101, false)]
    [DataRow(1201, 0, 1101, false)]
    [DataRow(301, 401, 0, false)]
    [DataRow(301, 401, 401, false)]
    public void Season_HasItsFirstDayAndNotTheDayAfter(int day, int opens, int closes, bool closed)
    {
        Assert.AreEqual(closed, Season.IsClosed(day, opens, closes));
    }

    /// <summary>A scan is late from a second after the one before; the first of a run has none before it. Moment of the first, time between, counted.</summary>
    [TestMethod]
    [DataRow(0, 999, 0)]
    [DataRow(0, 1000, 1)]
    [DataRow(5000, 1000, 1)]
    public void Scans_AreLateFromASecondOn(int firstMs, int betweenMs, int counted)
    {
        var scans = new LateScans();
        var readings = new Readings();
        scans.End(0, false);
        scans.Begin(firstMs);
        scans.End(0, false);
        scans.Begin(firstMs + betweenMs);
        scans.Tell(firstMs + betweenMs, readings);
        Assert.AreEqual(counted, readings.ValueOf(Signal.LateScans));
    }

    /// <summary>An overload and a lost phase lock the pump out until a person has been there; what stands beside them in the catalogue does not.</summary>
    [TestMethod]
    [DataRow(305, false)]
    [DataRow(306, true)]
    [DataRow(307, false)]
    [DataRow(308, true)]
    [DataRow(309, false)]
    public void WhatLocksThePumpOut(int code, bool locks)
    {
        Assert.AreEqual(locks, PumpInterlock.Locks(code));
    }

    /// <summary>The first failing decision counts as 0; the pump is locked out in the one that reaches the time.</summary>
    [TestMethod]
    [DataRow(9999, false)]
    [DataRow(10000, true)]
    public void Overload_LocksAtItsTime(int failsMs, bool locked)
    {
        var interlock = new PumpInterlock();
        var readings = new Readings();
        interlock.Step(50000, CheckOutcome.Fail, 10000, false, false, false, readings);
        interlock.Step(50000 + failsMs, CheckOutcome.Fail, 10000, false, false, false, readings);
        Assert.AreEqual(locked, interlock.LockedOut);
    }
}
