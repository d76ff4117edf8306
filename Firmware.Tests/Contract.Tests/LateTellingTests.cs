using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Metering;

namespace Contract.Tests;

/// <summary>What is told late, is owed to the grid, proves nothing, or is reckoned afterwards: dates, evidence, repairs and estimates.</summary>
[TestClass]
public class LateTellingTests
{
    private const int Li = 7;

    /// <summary>A shelf holds the alarm for an hour: it is confirmed when it was, with what was read then, and so is its end.</summary>
    [TestMethod]
    public void HeldRaise_HasTheDateAndEvidenceOfItsConfirmation()
    {
        var bench = new SiteBench();
        bench.Run(10);
        bench.Lifecycle.Shelve(bench.Row(104), Li, ShelveReason.Known, 60);
        bench.Set(Signal.Supply, 16500);
        bench.SecondsUntil(104, true, 60);
        long confirmedMs = bench.NowMs;
        bench.Set(Signal.Supply, 15900);
        bench.Run(3700);
        Assert.IsTrue(Next(bench, 104));
        Assert.AreEqual(1, (int)bench.Queue.Event);
        Assert.AreEqual(confirmedMs, bench.Queue.ConfirmedMs);
        Assert.AreEqual(confirmedMs - 10000, bench.Queue.OnsetMs);
        Assert.AreEqual(16500, bench.Queue.EvidenceValue(0));
    }

    [TestMethod]
    public void HeldClear_HasTheDateOfItsConfirmation()
    {
        var bench = new SiteBench();
        bench.Run(10);
        bench.Set(Signal.Supply, 16500);
        bench.SecondsUntil(104, true, 60);
        Assert.IsTrue(Next(bench, 104));
        bench.Queue.DropFirst();
        bench.Lifecycle.Shelve(bench.Row(104), Li, ShelveReason.Known, 60);
        bench.Set(Signal.Supply, 13600);
        bench.SecondsUntil(104, false, 120);
        long confirmedMs = bench.NowMs;
        bench.Run(3700);
        Assert.IsTrue(Next(bench, 104));
        Assert.AreEqual(3, (int)bench.Queue.Event);
        Assert.AreEqual(confirmedMs, bench.Queue.ConfirmedMs);
    }

    /// <summary>The battery has bridged the declared six hours: that it ends then is the grid's. One that ends before is the supplier's, and so is a low supply with the mains there.</summary>
    [TestMethod]
    [DataRow(0, 21600, true)]
    [DataRow(0, 3600, false)]
    [DataRow(1, 21600, false)]
    public void SupplyEndsAfterAnOutage_IsExcusedOnceBridged(int mains, int seconds, bool excused)
    {
        var bench = new SiteBench();
        bench.View.Settings.BridgingMinutes = 360;
        int row = bench.Row(103);
        bench.Run(10);
        bench.Set(Signal.MainsPresent, mains);
        bench.Set(Signal.Supply, mains == 1 ? 13600 : 12600);
        bench.Run(seconds);
        while (bench.Queue.Count > 0)
        {
            bench.Queue.DropFirst();
        }

        bench.Set(Signal.Supply, 10500);
        Assert.IsTrue(bench.SecondsUntil(103, true, 60) > 0);
        Assert.AreEqual(excused, bench.Monitors.IsExcused(row));
        Assert.IsTrue(Next(bench, 103));
        Assert.AreEqual(excused ? 101 : 0, bench.Queue.Cause);
        bench.Lifecycle.DeclareRepaired(row, Li);
        Assert.AreEqual(excused ? 0 : 1, bench.Lifecycle.Repairs.CountOf(row));
    }

    /// <summary>No clock of a contract runs for it.</summary>
    [TestMethod]
    [DataRow(1, -1)]
    [DataRow(400, 0)]
    public void SupplyEndsAfterAnOutage_HasNoClockOnceBridged(int bridgingMinutes, int place)
    {
        var unit = new UnitBench(new MemoryStorage(), new Settings { BridgingMinutes = bridgingMinutes }, 1);
        unit.Run(5000);
        unit.Io.MainsLost = true;
        unit.Run(90000);
        unit.Io.Supply = 10500;
        Assert.IsTrue(unit.UntilRaised(103, 20000) > 0);
        unit.Run(1000);
        Assert.AreEqual(place, unit.Unit.Contract.Clocks.PlaceOf(103));
    }

    /// <summary>Three days without a run prove no repair of contactor and valve; of the power meter they do. Three runs prove the contactor.</summary>
    [TestMethod]
    [DataRow(302, 4)]
    [DataRow(304, 4)]
    [DataRow(310, 6)]
    public void DaysWithoutARun_ProveNothingOfWhatMoves(int code, int stage)
    {
        SiteBench bench = SiteFaults.Healthy(code);
        SiteFaults.Begin(bench, code);
        Assert.IsTrue(bench.SecondsUntil(code, true, 200) > 0);
        SiteFaults.End(bench, code);
        bench.Set(Signal.BusFlow, 0);
        bench.Set(Signal.PulseFlow, 0);
        bench.Set(Signal.Power, 0);
        bench.Set(Signal.Pressure, 10);
        bench.PulsesPerStep = 0;
        bench.Run(100);
        bench.Lifecycle.Reset(bench.Row(code), Li);
        bench.Lifecycle.DeclareRepaired(bench.Row(code), Li);
        Quarters(bench, 4 * 96);
        Assert.AreEqual(stage == 6 ? 6 : 5, (int)bench.Lifecycle.StageOf(bench.Row(code)));
        for (int run = 0; run < 4; run++)
        {
            bench.RunWet();
            bench.PulsesPerStep = 1;
            bench.Run(150);
            bench.Set(Signal.PumpCommand, 0);
            bench.Set(Signal.PumpContact, 0);
            bench.Set(Signal.Power, 0);
            bench.Set(Signal.BusFlow, 0);
            bench.PulsesPerStep = 0;
            bench.Run(30);
        }

        Assert.AreEqual(6, (int)bench.Lifecycle.StageOf(bench.Row(code)));
    }

    /// <summary>
    /// The reference of an estimate is the last minute of a good run, not its last second: the flow goes down in steps to just above nothing within 20 s before the run ends.
    /// </summary>
    [TestMethod]
    public void WellRunsDryBeforeTheFault_TheReferenceIsTheGoodMinutes()
    {
        var bench = new SiteBench { PulsesPerStep = 1 };
        bench.RunWet();
        bench.Set(Signal.PulseFlow, 10000);
        bench.Run(310);
        for (int step = 1; step <= 20; step++)
        {
            bench.Set(Signal.BusFlow, 11111 - (540 * step));
            bench.Set(Signal.Power, 9000 - (200 * step));
            bench.Run(1);
        }

        bench.PulsesPerStep = 0;
        bench.Set(Signal.PumpCommand, 0);
        bench.Set(Signal.PumpContact, 0);
        bench.Run(60);
        Assert.AreEqual(11111, bench.Lifecycle.Unmetered.GoodFlow);
        Assert.AreEqual(9000, bench.Lifecycle.Unmetered.GoodPower);
    }

    /// <summary>207 by a RS485 meter that hangs: the pulses measured what flowed.</summary>
    [TestMethod]
    public void BusMeterHangs_ThePulsesGiveTheVolume()
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Set(Signal.PulseFlow, 10000);
        bench.PulsesPerStep = 1;
        bench.Run(200);
        bench.BusHangs = true;
        for (int second = 0; second < 600; second++)
        {
            bench.Set(Signal.BusFlow, 11111);
            bench.Set(Signal.PulseTotal, 500 + (10 * second));
            bench.Step(1000);
        }

        Assert.IsTrue(bench.IsRaised(207));
        int place = bench.Lifecycle.Unmetered.Find(bench.Row(207));
        Assert.AreEqual(1, (int)bench.Lifecycle.Unmetered.BasisOf(place));
        Assert.IsTrue(bench.Lifecycle.Unmetered.ValueAt(place, Unmetered.Litres) > 4000);
    }

    /// <summary>45 A of a motor of 22 kW stand in the last minute as 45 A, in units of 10 mA; its power in units of 10 W.</summary>
    [TestMethod]
    public void LastMinute_HoldsALargeMotorsCurrent()
    {
        var ring = new SignalRing();
        var readings = new Readings();
        readings.Set(Signal.Current1, 45000);
        readings.Set(Signal.Power, 45000);
        readings.Set(Signal.Supply, 13600);
        ring.Step(0, readings);
        Assert.AreEqual(4500, (int)ring.Sample(0, 7));
        Assert.AreEqual(4500, (int)ring.Sample(0, 6));
        Assert.AreEqual(13600, (int)ring.Sample(0, 0));
    }

    /// <summary>Transformers that sit the wrong way round: the motor takes what it takes.</summary>
    [TestMethod]
    public void PowerMeterTurnedRound_IsReadAsItsMagnitude()
    {
        var reply = new byte[3 + (2 * PowerMeter.Registers) + 2];
        for (int at = 33; at < 37; at++)
        {
            reply[at] = 255;
        }

        reply[35] = 200; // −14,336 = 0xFFFFC800 in registers 15 and 16
        reply[36] = 0;
        var readings = new Readings();
        PowerMeter.Take(reply, readings);
        Assert.AreEqual(14336, readings.ValueOf(Signal.Power));
    }

    /// <summary>What a person takes long: quarters of an hour in which nothing happens, a decision each.</summary>
    private static void Quarters(SiteBench bench, int quarters)
    {
        for (; quarters > 0; quarters--)
        {
            bench.Step(900000);
        }
    }

    private static bool Next(SiteBench bench, int code)
    {
        while (bench.Queue.Count > 0 && bench.Catalogue.Code(bench.Queue.Row) != code)
        {
            bench.Queue.DropFirst();
        }

        return bench.Queue.Count > 0;
    }
}
