using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>What flowed while 201 (pulse meter silent) or 202 spoiled the metering: 11,111 mL/s and 7,500 W before it.</summary>
[TestClass]
public class UnmeteredWaterTests
{
    [TestMethod]
    public void OtherMeterCounts_ItsVolumeIsTheAnswer()
    {
        SiteBench bench = Running(true);
        bench.PulsesPerStep = 0;
        bench.Set(Signal.PulseFlow, 0);
        bench.SecondsUntil(201, true, 300);
        int place = bench.Lifecycle.Unmetered.Find(bench.Row(201));
        int onset = bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.BusFrom);
        bench.Run(60);
        Assert.AreEqual(1, (int)bench.Lifecycle.Unmetered.BasisOf(place));
        Assert.AreEqual(bench.View.Readings.ValueOf(Signal.BusTotal) - onset, bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.Litres));
        Assert.IsTrue(bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.Litres) > 600);
        Assert.AreEqual(60, bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.RunSeconds));
    }

    [TestMethod]
    public void NothingCounts_EnergyGivesAnEstimate()
    {
        SiteBench bench = BothSilent(true);
        int place = bench.Lifecycle.Unmetered.Find(bench.Row(202));
        bench.Set(Signal.Energy, bench.View.Readings.ValueOf(Signal.Energy) + 750);
        bench.Run(360);

        // 750 Wh at 7,500 W are 360 s, at 11,111 mL/s.
        Assert.AreEqual(2, (int)bench.Lifecycle.Unmetered.BasisOf(place));
        Assert.AreEqual(750, bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.Energy));
        Assert.AreEqual(3999, bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.Litres));
    }

    [TestMethod]
    public void NoPowerMeter_LastFlowAndRunTimeGiveAnEstimate()
    {
        SiteBench bench = BothSilent(false);
        int place = bench.Lifecycle.Unmetered.Find(bench.Row(202));
        int before = bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.RunSeconds);
        bench.Run(90 - before);
        Assert.AreEqual(3, (int)bench.Lifecycle.Unmetered.BasisOf(place));
        Assert.AreEqual(999, bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.Litres));
        Assert.AreEqual(0, bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.Energy));
    }

    [TestMethod]
    public void AtRest_NothingFlows()
    {
        SiteBench bench = BothSilent(false);
        int place = bench.Lifecycle.Unmetered.Find(bench.Row(202));
        bench.Set(Signal.PumpContact, 0);
        bench.Set(Signal.PumpCommand, 0);
        bench.Run(2);
        int litres = bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.Litres);
        bench.Run(600);
        Assert.AreEqual(litres, bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.Litres));
    }

    [TestMethod]
    public void FaultThatDoesNotSpoilMetering_IsNotFollowed()
    {
        var bench = new SiteBench();
        bench.Set(Signal.Supply, 15500);
        bench.Run(20);
        Assert.AreEqual(-1, bench.Lifecycle.Unmetered.Find(bench.Row(104)));
    }

    private static SiteBench Running(bool powerMeter)
    {
        var bench = new SiteBench { PulsesPerStep = 1 };
        bench.RunWet();
        bench.Set(Signal.PulseFlow, 10000);
        if (powerMeter)
        {
            bench.Set(Signal.Power, 7500);
            bench.Set(Signal.Energy, 1000);
        }

        bench.Run(120);
        Assert.AreEqual(0, bench.Monitors.RaisedCount);
        return bench;
    }

    /// <summary>No pulse meter is fitted, and the RS485 meter falls silent while the pump runs.</summary>
    private static SiteBench BothSilent(bool powerMeter)
    {
        SiteBench bench = Running(powerMeter);
        bench.PulsesPerStep = 0;
        bench.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
        bench.Miss(Signal.PulseTotal, NoDataReason.NotFitted);
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Miss(Signal.BusTotal, NoDataReason.Timeout);
        bench.SecondsUntil(202, true, 100);
        return bench;
    }
}
