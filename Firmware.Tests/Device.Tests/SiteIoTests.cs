using Board.Native;
using Boards.Esp32DevKitC;
using Firmware.Core.Contracts;
using Firmware.Device;
using Firmware.Device.Drivers;
using Firmware.Device.Platform;

namespace Device.Tests;

/// <summary>What the terminals of the board become as readings.</summary>
[TestClass]
public class SiteIoTests : BoardTest
{
    private const int SupplyPin = 36;

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

    private static Readings Scan(double supplyVolts)
    {
        var settings = new Settings();
        BoardPins pins = Wiring.Pins();
        Hardware.SetVolts(SupplyPin, supplyVolts / 6);
        var readings = new Readings();
        new SiteIo(pins, settings, new BusPoller(settings, new PlatformClock()), new PartsPoller(pins, settings, new PlatformClock())).Scan(0, readings);
        return readings;
    }
}
