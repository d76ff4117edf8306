using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults;

/// <summary>What the view derives from the readings: runs, rests, holds, rates.</summary>
[TestClass]
public class SiteViewTests
{
    [TestMethod]
    public void HeldSinceOff_LastsWhileTheContactHolds()
    {
        SiteBench bench = Off();
        Assert.IsTrue(bench.View.HeldSinceOff);
        bench.Update(60000);
        Assert.IsTrue(bench.View.HeldSinceOff);
    }

    [TestMethod]
    [DataRow(1999, true)]
    [DataRow(2000, false)]
    public void HeldSinceOff_EndsTwoSecondsAfterTheContactOpens(int openMs, bool held)
    {
        SiteBench bench = Off();
        bench.Set(Signal.PumpContact, 0);
        bench.Update(20000);
        bench.Update(20000 + openMs);
        Assert.AreEqual(held, bench.View.HeldSinceOff);
        bench.Set(Signal.PumpContact, 1);
        bench.Update(60000);
        Assert.AreEqual(held, bench.View.HeldSinceOff);
    }

    [TestMethod]
    public void HeldSinceOff_EndsWithTheNextCommandAndWithoutAnInstrument()
    {
        SiteBench bench = Off();
        bench.Set(Signal.PumpCommand, 1);
        bench.Update(20000);
        Assert.IsFalse(bench.View.HeldSinceOff);
        bench = Off();
        bench.Miss(Signal.PumpContact, NoDataReason.NotFitted);
        bench.Miss(Signal.Power, NoDataReason.NotFitted);
        bench.Update(20000);
        Assert.IsFalse(bench.View.HeldSinceOff);
    }

    /// <summary>No contact: a twentieth of 11 kW says that the motor turns, and goes on holding it since our "off".</summary>
    [TestMethod]
    [DataRow(550, true)]
    [DataRow(549, false)]
    public void NoContact_ThePowerSaysThatThePumpRuns(int watts, bool runs)
    {
        SiteBench bench = Off();
        bench.Miss(Signal.PumpContact, NoDataReason.NotFitted);
        bench.Set(Signal.Power, watts);
        bench.Update(20000);
        bench.Update(30000);
        Assert.AreEqual(runs, bench.View.PumpRuns);
        Assert.AreEqual(runs, bench.View.HeldSinceOff);
    }

    [TestMethod]
    public void StartedWithTheContactClosed_IsNotHeld()
    {
        var bench = new SiteBench();
        bench.Set(Signal.PumpContact, 1);
        bench.Update(60000);
        Assert.IsFalse(bench.View.HeldSinceOff);
    }

    [TestMethod]
    [DataRow(999, false)]
    [DataRow(1000, true)]
    public void SupplyAtRest_IsTakenAfterASecondWithoutLoad(int restMs, bool taken)
    {
        var bench = new SiteBench();
        bench.Update(restMs);
        Assert.AreEqual(taken, bench.View.Readings.Has(Signal.SupplyAtRest));
        Assert.AreEqual(taken ? 13600 : 0, bench.View.Readings.ValueOf(Signal.SupplyAtRest));
    }

    [TestMethod]
    public void SupplyAtRest_StandsWhileThePumpRunsAndWhereTheReadingIsMissing()
    {
        var bench = new SiteBench();
        bench.Update(1000);
        bench.RunWet();
        bench.Set(Signal.Supply, 12000);
        bench.Update(9000);
        Assert.AreEqual(13600, bench.View.Readings.ValueOf(Signal.SupplyAtRest));
        Assert.AreEqual(8000L, bench.View.SupplyAtRestMs);
        bench.Set(Signal.PumpContact, 0);
        bench.Miss(Signal.Supply, NoDataReason.OutOfRange);
        bench.Update(20000);
        bench.Update(60000);
        Assert.AreEqual(13600, bench.View.Readings.ValueOf(Signal.SupplyAtRest));
    }

    [TestMethod]
    public void RoseWithin_SeesARiseAndNoFallAndNoFirstZero()
    {
        var bench = new SiteBench();
        bench.Update(1000);
        Assert.IsFalse(bench.View.RoseWithin(Signal.ClockJumps, 30000));
        bench.Set(Signal.ClockJumps, 2);
        bench.Update(2000);
        Assert.IsTrue(bench.View.RoseWithin(Signal.ClockJumps, 30000));
        bench.Update(32000);
        Assert.IsFalse(bench.View.RoseWithin(Signal.ClockJumps, 30000));
        bench.Set(Signal.ClockJumps, 1);
        bench.Update(33000);
        Assert.IsFalse(bench.View.RoseWithin(Signal.ClockJumps, 30000));
        bench.Set(Signal.ClockJumps, 2);
        bench.Update(34000);
        Assert.IsTrue(bench.View.RoseWithin(Signal.ClockJumps, 30000));
        Assert.IsFalse(bench.View.RoseWithin(Signal.WorkerRestarts, 30000));
    }

    [TestMethod]
    public void VolumeFromBeforeTheStart_IsNoPulse()
    {
        var bench = new SiteBench();
        bench.View.BeginAt(5000000000L);
        bench.PulseMillilitres = 5000010000L;
        bench.Update(1000);
        Assert.AreEqual(1, bench.View.PulsesPerSecond);
    }

    [TestMethod]
    public void TotalLeaps_TheVolumeInComparisonIsLeftOut()
    {
        var bench = new SiteBench();
        bench.Update(1000);
        bench.Set(Signal.BusTotal, 100000);
        bench.Update(2000);
        Assert.IsFalse(bench.View.Readings.Has(Signal.MeterDifference));
        bench.Set(Signal.BusTotal, 102000);
        bench.PulseMillilitres = 2000000;
        bench.Update(200000);
        Assert.AreEqual(0, bench.View.Readings.ValueOf(Signal.MeterDifference));
        Assert.IsTrue(bench.View.Readings.Has(Signal.MeterDifference));
    }

    /// <summary>Pump on at 1 s, off at 10 s, contact still closed.</summary>
    private static SiteBench Off()
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Update(1000);
        bench.Set(Signal.PumpCommand, 0);
        bench.Update(10000);
        return bench;
    }
}
