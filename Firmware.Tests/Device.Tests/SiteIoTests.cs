using Board.Native;
using Boards.Esp32DevKitC;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Device;
using Firmware.Device.Drivers;
using Firmware.Device.Platform;

namespace Device.Tests;

/// <summary>What the terminals of the board become as readings.</summary>
[TestClass]
public class SiteIoTests : BoardTest
{
    private const int SupplyPin = 36;
    private const int StepMicroseconds = 500;
    private const int BounceMicroseconds = 2000;

    [TestMethod]
    [DataRow(12.0, 12000)]
    [DataRow(4.0, 4000)]
    [DataRow(3.2, 3200)]
    public void TheSupplyIsRead(double volts, int millivolts)
    {
        Readings readings = Scan(volts);
        Assert.IsTrue(readings.Has(Signal.Supply));
        Assert.AreEqual(millivolts, readings.ValueOf(Signal.Supply), 10.0);
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(2.8)]
    public void ASupplyThatCouldNotPowerTheUnitIsACutWire(double volts) =>
        Assert.AreEqual(NoDataReason.OutOfRange, Scan(volts).ReasonOf(Signal.Supply));

    [TestMethod]
    public void ASupplyAboveTheConverterStaysAValue() => Assert.AreEqual(18600, Scan(20).ValueOf(Signal.Supply));

    [TestMethod]
    public void OnlyPinsThatHaveOneGetThePullOfTheChip()
    {
        Readings readings = Scan(12); // nothing is connected: a pull-up reads as an open contact, a pin without one floats low
        Assert.IsFalse(readings.IsOn(Signal.PumpContact));
        Assert.IsFalse(readings.IsOn(Signal.RunRequest));
        Assert.IsTrue(readings.Has(Signal.DoorOpen));
    }

    /// <summary>Both ways, from the coil's output to the contact that stays: one that bounces counts from its last change.</summary>
    [TestMethod]
    [DataRow(true, 40_000, 40_000)]
    [DataRow(true, 120_000, 120_000)]
    [DataRow(false, 20_000, 20_000)]
    [DataRow(true, 40_000, 44_000)]
    public void TheContactorIsTimed(bool run, int firstMicroseconds, int lastMicroseconds)
    {
        int timed = Timed(run, firstMicroseconds, lastMicroseconds);
        Assert.AreEqual(lastMicroseconds, timed, 2.0 * StepMicroseconds, "the uncertainty that the report states is 1 ms");
        Assert.AreEqual(run, Hardware.ReadLevel(Wiring.Pins().PumpContactor));
    }

    [TestMethod]
    public void AContactThatDoesNotFollowIsGivenUpAfterItsLimit() =>
        Assert.AreEqual(PumpTiming.TooLong, Timed(true, int.MaxValue, int.MaxValue));

    [TestMethod]
    public void WithoutAContactThereIsNothingToTime()
    {
        var settings = new Settings();
        BoardPins pins = Wiring.Pins();
        pins.PumpContact = BoardPins.NotFitted;
        Assert.AreEqual(PumpTiming.NotFitted, new SiteIo(pins, settings, new BusPoller(settings, new PlatformClock(), new Readings(), new Troubles()), new PartsPoller(pins, settings, new PlatformClock(), new Readings(), new Troubles()), new Troubles()).SwitchPumpTimed(true));
        Assert.IsTrue(Hardware.ReadLevel(pins.PumpContactor), "it is switched all the same");
    }

    /// <summary>
    /// Switches the pump on a thread of its own while time goes on in steps: the contact changes at the first moment, changes back 2 ms later where the last one is another, and stays from the last one on.
    /// </summary>
    private static int Timed(bool run, int firstMicroseconds, int lastMicroseconds)
    {
        var settings = new Settings();
        BoardPins pins = Wiring.Pins();
        Hardware.SetInput(pins.PumpContact, run);
        var io = new SiteIo(pins, settings, new BusPoller(settings, new PlatformClock(), new Readings(), new Troubles()), new PartsPoller(pins, settings, new PlatformClock(), new Readings(), new Troubles()), new Troubles());
        io.DrivePump(!run);
        int timed = 0;
        long begun = Hardware.TimerReads;
        var call = new System.Threading.Thread(() => timed = io.SwitchPumpTimed(run));
        call.Start();
        AwaitReads(call, begun + 1);
        for (int passed = 0; call.IsAlive; passed += StepMicroseconds)
        {
            Assert.IsLessThan(1_000_000, passed, "the poll does not end");
            bool follows = passed >= lastMicroseconds || (passed >= firstMicroseconds && passed < firstMicroseconds + BounceMicroseconds);
            Hardware.SetInput(pins.PumpContact, follows != run);
            AwaitReads(call, Hardware.TimerReads + 2);
            UnitTime.Advance(StepMicroseconds);
        }

        return timed;
    }

    /// <summary>Waits until the poll has read the clock so often, or has ended: time moves on only once the poll has seen the contact as it stands now, however busy the machine is.</summary>
    private static void AwaitReads(System.Threading.Thread call, long reads)
    {
        while (call.IsAlive && Hardware.TimerReads < reads)
        {
            System.Threading.Thread.Yield();
        }
    }

    /// <summary>A channel of the second converter throws once the radio runs: that reading is missing, and the scan goes on.</summary>
    [TestMethod]
    public void AConverterThatThrowsCostsItsReadingOnly()
    {
        var troubles = new Troubles();
        BoardPins pins = Wiring.Pins();
        pins.PressureChannel = 10;
        var settings = new Settings { HasPressure = true };
        var io = new SiteIo(pins, settings, new BusPoller(settings, new PlatformClock(), new Readings(), troubles), new PartsPoller(pins, settings, new PlatformClock(), new Readings(), troubles), troubles);
        Hardware.SetVolts(SupplyPin, 12.5 / 6);
        var readings = new Readings();
        io.Scan(0, readings);
        Assert.AreEqual(0, troubles.Count);
        var limit = new System.Threading.CancellationTokenSource();
        var join = new System.Threading.Thread(() => nanoFramework.Networking.WifiNetworkHelper.ConnectDhcp("field", "key", token: limit.Token));
        join.Start();
        Until(() => !join.IsAlive, "the radio");
        io.Scan(50, readings);
        Assert.AreEqual(NoDataReason.BusError, readings.ReasonOf(Signal.Pressure));
        Assert.IsTrue(readings.Has(Signal.Supply));
        Assert.AreEqual(1, troubles.CountAt(TroublePlace.Converter));
        Assert.AreEqual("Exception", troubles.TypeAt(TroublePlace.Converter));
    }

    private static Readings Scan(double supplyVolts)
    {
        var settings = new Settings();
        BoardPins pins = Wiring.Pins();
        Hardware.SetVolts(SupplyPin, supplyVolts / 6);
        var readings = new Readings();
        new SiteIo(pins, settings, new BusPoller(settings, new PlatformClock(), new Readings(), new Troubles()), new PartsPoller(pins, settings, new PlatformClock(), new Readings(), new Troubles()), new Troubles()).Scan(0, readings);
        return readings;
    }
}
