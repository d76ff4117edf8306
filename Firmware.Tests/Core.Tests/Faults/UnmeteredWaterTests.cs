using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;

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

        // 15 s until it was raised, and 60 s since.
        Assert.AreEqual(75, bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.RunSeconds));
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

    /// <summary>Totals are those of before the onset, not of the raise, and a meter that was silent then is not taken to have begun at 0.</summary>
    [TestMethod]
    public void SilentMeterComesBack_ItsTotalOfBeforeStands()
    {
        SiteBench bench = Running(true);
        int before = bench.View.Readings.ValueOf(Signal.BusTotal);
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.SecondsUntil(202, true, 100);
        int place = bench.Lifecycle.Unmetered.Find(bench.Row(202));
        bench.Set(Signal.PulseTotal, 900);
        bench.Set(Signal.BusFlow, 11111);
        bench.SecondsUntil(202, false, 100);
        Assert.AreEqual(400, bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.Litres));
        Assert.AreEqual(before, bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.BusFrom));
        Assert.IsTrue(bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.BusTo) - before < 1000);
        Assert.IsFalse(bench.Lifecycle.Unmetered.IsOpenAt(place));
        Assert.AreEqual(1, (int)bench.Lifecycle.Unmetered.BasisOf(place));
    }

    /// <summary>A meter never read before the fault begins where it is read first.</summary>
    [TestMethod]
    public void TotalThatWasNeverRead_BeginsWhereItIsReadFirst()
    {
        var bench = new SiteBench();
        var water = new UnmeteredWater();
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Miss(Signal.PulseTotal, NoDataReason.NotYet);
        while (!bench.IsRaised(202))
        {
            bench.Step(1000);
            water.Step(bench.Catalogue, bench.Monitors, bench.View, 1000);
        }

        int place = water.Find(bench.Row(202));
        Assert.IsFalse(water.IsKnown(place, Unmetered.PulseFrom));
        bench.Set(Signal.PulseTotal, 700000);
        water.Step(bench.Catalogue, bench.Monitors, bench.View, 1000);
        bench.Set(Signal.PulseTotal, 700010);
        water.Step(bench.Catalogue, bench.Monitors, bench.View, 1000);
        Assert.AreEqual(700000, water.ValueAt(place, Unmetered.PulseFrom));
        Assert.AreEqual(10, water.ValueAt(place, Unmetered.Litres));
    }

    /// <summary>Noise on the pulse input (208) makes pulses that are no water: they give no volume.</summary>
    [TestMethod]
    public void MeterThatTheFaultSpoils_GivesNoVolume()
    {
        SiteBench bench = Running(true);
        bench.PulsesPerStep = 30;
        Assert.IsTrue(bench.SecondsUntil(208, true, 300) > 0);
        int place = bench.Lifecycle.Unmetered.Find(bench.Row(208));
        bench.Run(60);
        int bus = bench.View.Readings.ValueOf(Signal.BusTotal) - bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.BusFrom);
        Assert.AreEqual(1, (int)bench.Lifecycle.Unmetered.BasisOf(place));
        Assert.AreEqual(bus, bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.Litres));
        Assert.IsTrue(bus > 500 && bus < 2000, bus.ToString());
    }

    /// <summary>
    /// Water that runs back (206) both meters count wrongly, two meters that disagree (205) are neither believed, and a meter that was exchanged (210) leaves the pulses: 750 Wh at 7,500 W are 360 s of
    /// 11,111 mL/s, or 360 pulses of 10 L and those since the onset. Both totals stand as they were before and as they are now.
    /// </summary>
    [TestMethod]
    [DataRow(205, 2, 3999)]
    [DataRow(206, 2, 3999)]
    [DataRow(210, 1, 3600)]
    public void MetersThatCountWrongly_AreFollowedAsTheSilentOnesAre(int code, int basis, int litres)
    {
        SiteBench bench = Running(true);
        bench.View.Settings.BusSerial = 4711;
        bench.BusLitresPerStep = code == 205 ? 12 : 10;
        bench.Set(Signal.BusFlow, code == 206 ? -11111 : 11111);
        bench.Set(Signal.BusSerial, code == 210 ? 4712 : 4711);
        Assert.IsTrue(bench.SecondsUntil(code, true, 1000) > 0);
        UnmeteredWater water = bench.Lifecycle.Unmetered;
        int place = water.Find(bench.Row(code));
        int from = water.ValueAt(place, Unmetered.PulseFrom);
        for (int second = 0; second < 360; second++)
        {
            bench.Set(Signal.PulseTotal, from + ((second + 1) * 10));
            bench.Set(Signal.Energy, 1000 + (750 * (second + 1) / 360));
            bench.Step(1000);
        }

        Assert.AreEqual(basis, (int)water.BasisOf(place));
        Assert.AreEqual(litres, water.ValueAt(place, Unmetered.Litres));
        Assert.AreEqual(from + 3600, water.ValueAt(place, Unmetered.PulseTo));
        Assert.AreEqual(750, water.ValueAt(place, Unmetered.Energy));
        Assert.IsTrue(water.ValueAt(place, Unmetered.RunSeconds) >= 360);
        Assert.IsTrue(water.IsKnown(place, Unmetered.BusFrom) && water.IsKnown(place, Unmetered.BusTo));
        Assert.IsTrue((bench.Catalogue.PolicyOf(bench.Row(code)) & Policy.StopsPump) == 0);
        bench.BusLitresPerStep = 10;
        bench.Set(Signal.BusFlow, 11111);
        bench.Set(Signal.BusSerial, 4711);
        Assert.IsTrue(bench.SecondsUntil(code, false, 2000) > 0);
        bench.Step(1000);
        Assert.IsFalse(water.IsOpenAt(place));
    }

    /// <summary>The water user's card, the run and its volume stand as they were at the onset; the pump goes on.</summary>
    [TestMethod]
    public void CardTransaction_IsFrozenAtTheOnset()
    {
        SiteBench bench = Drawing(305419896);
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.SecondsUntil(202, true, 100);
        int place = bench.Lifecycle.Unmetered.Find(bench.Row(202));
        Assert.AreEqual(305419896, bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.Card));
        int seconds = bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.CardRunSeconds);
        int litres = bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.CardBusLitres);
        Assert.IsTrue(seconds >= 120 && seconds <= 142, seconds.ToString());
        Assert.AreEqual(1200, litres);
        Assert.AreEqual(250, bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.CardEnergy));
        bench.Set(Signal.RunRequest, 0);
        bench.Run(60);
        Assert.AreEqual(seconds, bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.CardRunSeconds));
        Assert.IsFalse(bench.View.Card.IsOpen);
        Assert.IsTrue((bench.Catalogue.PolicyOf(bench.Row(202)) & Policy.StopsPump) == 0);
    }

    /// <summary>No card, a technician's, or one that was shown long before: no transaction.</summary>
    [TestMethod]
    [DataRow(0)]
    [DataRow(4711)]
    public void NoWaterUsersCard_NothingIsFrozen(int card)
    {
        SiteBench bench = Drawing(card);
        Assert.IsFalse(bench.View.Card.IsOpen);
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.SecondsUntil(202, true, 100);
        Assert.AreEqual(0, bench.Lifecycle.Unmetered.ValueAt(bench.Lifecycle.Unmetered.Find(bench.Row(202)), Unmetered.Card));
    }

    private static SiteBench Drawing(int card)
    {
        var bench = new SiteBench { PulsesPerStep = 1 };
        bench.View.Technicians = new TechniciansCard();
        bench.Set(Signal.CardPresent, card == 0 ? 0 : 1);
        bench.Set(Signal.CardNumber, card);
        bench.Run(1);
        bench.Set(Signal.CardPresent, 0);
        bench.Set(Signal.RunRequest, 1);
        bench.RunWet();
        bench.Set(Signal.PulseFlow, 10000);
        bench.Set(Signal.Energy, 1000);
        bench.Run(1);
        bench.Set(Signal.Energy, 1250);
        bench.Run(120);
        return bench;
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

        bench.Run(190);
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

    private sealed class TechniciansCard : ICardList
    {
        public bool IsTechnicians(int card) => card == 4711;
    }
}
