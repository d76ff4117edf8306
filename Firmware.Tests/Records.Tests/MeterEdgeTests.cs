using Firmware.Core.Contracts;
using Firmware.Core.Metering;
using Firmware.Core.Service;

namespace Records.Tests;

/// <summary>Times and volumes of the meters at their very edge, one step to either side: what tools/mutate found to be held by no other test.</summary>
[TestClass]
public class MeterEdgeTests
{
    /// <summary>A flow is measured over two seconds at least: two pulses of 10 L.</summary>
    [TestMethod]
    [DataRow(1999, 0)]
    [DataRow(2000, 5000)]
    public void PulseFlow_IsMeasuredOverTwoSecondsAtLeast(int betweenMs, int flow)
    {
        PulseMeter meter = Pulsed(10000, 140);
        meter.Step(1000 + betweenMs, 2);
        Assert.AreEqual(flow, meter.Flow);
    }

    /// <summary>A pulse of 10 L every two seconds, and none any more: at four times that the flow is what one pulse in it would be, after it 0.</summary>
    [TestMethod]
    [DataRow(8000, 1250)]
    [DataRow(8001, 0)]
    public void PulseFlow_IsZeroAfterFourIntervals(int silentMs, int flow)
    {
        PulseMeter meter = Pulsed(10000, 140);
        meter.Step(3000, 2);
        meter.Step(3000 + silentMs, 2);
        Assert.AreEqual(flow, meter.Flow);
    }

    /// <summary>The second pulse of 1 m³ is waited for through four times ten minutes; one that comes later only begins a measurement.</summary>
    [TestMethod]
    [DataRow(2400000, 416)]
    [DataRow(2400001, 0)]
    public void SecondPulse_IsWaitedForThroughFortyMinutes(int silentMs, int flow)
    {
        PulseMeter meter = Pulsed(1000000, 1);
        meter.Step(1000 + silentMs, 1);
        meter.Step(1001 + silentMs, 2);
        Assert.AreEqual(flow, meter.Flow);
    }

    /// <summary>Forty pulses of 1 m³ would take an hour at the rated flow: the window ends after twenty minutes.</summary>
    [TestMethod]
    [DataRow(1199999, false)]
    [DataRow(1200000, true)]
    public void RunMeans_WindowOfPulsesEndsAfterTwentyMinutes(int ms, bool known)
    {
        var run = new RunMeans(new Settings { PulseMillilitres = 1000000 });
        var readings = new Readings();
        readings.Set(Signal.PulseFlow, 9000);
        readings.Miss(Signal.BusFlow, NoDataReason.NotFitted);
        run.Step(0, true, true, 0, readings);
        run.Step(ms, true, true, 10000000, readings);
        Assert.AreEqual(known, run.HasNow(RunMeans.Flow));
    }

    /// <summary>A unit that starts on battery counts from its first decision.</summary>
    [TestMethod]
    public void Battery_CarriesFromTheFirstDecisionOn()
    {
        var watch = new BatteryWatch();
        var readings = new Readings();
        readings.Set(Signal.MainsPresent, 0);
        readings.Set(Signal.Supply, 12600);
        watch.Step(5000, false, readings, new Settings());
        Assert.AreEqual(0L, watch.CarriedMs);
        watch.Step(7000, false, readings, new Settings());
        Assert.AreEqual(2000L, watch.CarriedMs);
    }

    /// <summary>A supply that cannot be read says nothing, however long: the battery is given no less time to rise.</summary>
    [TestMethod]
    public void SupplyMissing_TheBatteryMayStillRise()
    {
        var watch = new ChargeWatch();
        var readings = new Readings();
        readings.Set(Signal.MainsPresent, 1);
        readings.Set(Signal.Supply, 12200);
        watch.Step(1000, readings, new Settings());
        readings.Miss(Signal.Supply, NoDataReason.OutOfRange);
        watch.Step(10801000, readings, new Settings());
        Assert.IsTrue(watch.Rises);
    }

    /// <summary>A mains of which nothing is known is none that was lost: a battery that was charged is not charging.</summary>
    [TestMethod]
    public void MainsMissing_ChargesNoChargedBattery()
    {
        var watch = new ChargeWatch();
        var readings = new Readings();
        readings.Set(Signal.MainsPresent, 1);
        readings.Set(Signal.Supply, 13600);
        watch.Step(1000, readings, new Settings());
        Assert.IsFalse(watch.Rises);
        readings.Miss(Signal.MainsPresent, NoDataReason.Timeout);
        watch.Step(2000, readings, new Settings());
        Assert.IsFalse(watch.Rises);
    }

    /// <summary>A card opens a transaction up to a minute before the run starts; one that is shown at the very start of the unit, too.</summary>
    [TestMethod]
    [DataRow(0, 60000, true)]
    [DataRow(0, 60001, false)]
    [DataRow(7000, 67000, true)]
    [DataRow(7000, 67001, false)]
    public void Card_OpensATransactionForAMinute(int shownMs, int startMs, bool open)
    {
        var card = new CardTransaction();
        var readings = new Readings();
        readings.Set(Signal.RunRequest, 0);
        readings.Set(Signal.CardNumber, 305419896);
        readings.Set(Signal.CardPresent, 1);
        card.Step(shownMs, false, readings, null);
        readings.Set(Signal.CardPresent, 0);
        readings.Set(Signal.RunRequest, 1);
        card.Step(startMs, true, readings, null);
        Assert.AreEqual(open, card.IsOpen);
    }

    /// <summary>The first pulse came a second after the start.</summary>
    private static PulseMeter Pulsed(int pulseMillilitres, int noFlow)
    {
        var meter = new PulseMeter(pulseMillilitres, noFlow);
        meter.Step(0, 0);
        meter.Step(1000, 1);
        return meter;
    }
}
