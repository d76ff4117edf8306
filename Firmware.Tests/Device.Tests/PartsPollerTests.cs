using System;
using Board.Native;
using Board.Native.Parts;
using Boards.Esp32DevKitC;
using Firmware.Core.Contracts;
using Firmware.Core.Service;
using Firmware.Device.Drivers;
using Firmware.Device.Platform;
using DateTime = System.DateTime;

namespace Device.Tests;

/// <summary>The parts on the board's I²C bus: what they say, and what becomes of the readings when they say nothing.</summary>
[TestClass]
public class PartsPollerTests : BoardTest
{
    private readonly Readings _readings = new();
    private readonly Troubles _troubles = new();
    private readonly I2cWires _wires = Hardware.I2c(21, 22);
    private readonly Pcf8575 _expander = new();
    private readonly Ds3231 _clockChip = new();
    private readonly Pn532 _reader = new();
    private PlatformClock _clock;
    private PartsPoller _parts;

    [TestInitialize]
    public void Fit()
    {
        _wires.IsStuck = false;
        _wires.Hangs = false;
        _wires.Attach(0x20, _expander);
        _wires.Attach(0x68, _clockChip);
        _wires.Attach(0x24, _reader);
        Make(new Settings { HasValve = true });
    }

    [TestCleanup]
    public void TakeOff()
    {
        _wires.IsStuck = false;
        _wires.Hangs = false;
        _wires.Attach(0x20, null);
        _wires.Attach(0x68, null);
        _wires.Attach(0x24, null);
    }

    /// <summary>Terminal, level that closes it, and what the reading is then: closed goes to ground.</summary>
    [TestMethod]
    [DataRow(0, Signal.PumpMirror, 1)]
    [DataRow(1, Signal.SelectorHand, 1)]
    [DataRow(2, Signal.ChamberFlooded, 0)]
    [DataRow(3, Signal.ValveIsOpen, 1)]
    [DataRow(4, Signal.ValveIsShut, 1)]
    public void AContactIsRead(int pin, int signal, int whenClosed)
    {
        Turn();
        Assert.AreEqual(1 - whenClosed, Value(signal));
        _expander.SetInput(pin, false);
        Turn();
        Assert.AreEqual(whenClosed, Value(signal));
    }

    [TestMethod]
    public void TheValvesDrivesPullLowAndNeverBoth()
    {
        Turn();
        Assert.IsTrue(_expander.Level(8) && _expander.Level(9));
        _parts.DriveValve(true, false);
        Turn();
        Assert.IsTrue(!_expander.Level(8) && _expander.Level(9));
        _parts.DriveValve(false, true);
        Turn();
        Assert.IsTrue(_expander.Level(8) && !_expander.Level(9));
        Make(new Settings { HasValve = true }); // a unit that starts anew lets go what the one before drove
        Turn();
        Assert.IsTrue(_expander.Level(8) && _expander.Level(9));
    }

    [TestMethod]
    public void ADeadExpanderIsMissingAfterThreeTurnsAndComesBack()
    {
        Turn();
        _expander.Answers = false;
        Turn();
        Turn();
        Assert.IsTrue(Has(Signal.SelectorHand));
        Turn();
        Assert.AreEqual(NoDataReason.Timeout, Reason(Signal.SelectorHand));
        Assert.AreEqual(NoDataReason.Timeout, Reason(Signal.ValveIsShut));
        Assert.IsTrue(Has(Signal.Temperature) && Has(Signal.CardPresent));
        _expander.Answers = true;
        Turn();
        Assert.IsTrue(Has(Signal.SelectorHand));
    }

    [TestMethod]
    public void WiresThatAreHeldLowAreABusErrorOfTheExpander()
    {
        Turn();
        _wires.IsStuck = true;
        for (int i = 0; i < 3; i++)
        {
            RunFor(_parts.Turn);
        }

        Assert.AreEqual(NoDataReason.BusError, Reason(Signal.PumpMirror));
        _wires.IsStuck = false;
        Turn();
        Assert.IsTrue(Has(Signal.PumpMirror));
    }

    /// <summary>Each try stops the whole chip for a second: a bus that is stuck is tried every ten seconds only, and the worker lives.</summary>
    [TestMethod]
    public void AStuckBusIsLeftAloneForTenSeconds()
    {
        _wires.IsStuck = true;
        _parts.Start();
        Pass(65_000, 500);
        _wires.IsStuck = false;
        Assert.AreEqual(NoDataReason.BusError, Reason(Signal.SelectorHand));
        Until(() => Has(Signal.SelectorHand), "a reading", stepMilliseconds: 200);
        Assert.AreEqual(0, _troubles.Count);
    }

    [TestMethod]
    [DataRow(21.25, 21250)]
    [DataRow(-10.5, -10500)]
    [DataRow(71.0, 71000)]
    public void TheTemperatureIsThatOfTheClockChip(double celsius, int millidegrees)
    {
        _clockChip.Celsius = celsius;
        Turn();
        Assert.AreEqual(millidegrees, Value(Signal.Temperature));
    }

    [TestMethod]
    public void ACardIsSeenAndItsNumberKept()
    {
        Turn();
        Assert.AreEqual(0, Value(Signal.CardPresent));
        _reader.Card = 4_000_000_001;
        Turn();
        Assert.AreEqual(1, Value(Signal.CardPresent));
        Assert.AreEqual(unchecked((int)4_000_000_001), Value(Signal.CardNumber));
        _reader.Card = 0;
        Turn();
        Assert.AreEqual(0, Value(Signal.CardPresent));
        Assert.AreEqual(unchecked((int)4_000_000_001), Value(Signal.CardNumber));
    }

    [TestMethod]
    public void ADeadReaderIsMissing()
    {
        Turn();
        _reader.Answers = false;
        Turn();
        Turn();
        Turn();
        Assert.AreEqual(NoDataReason.Timeout, Reason(Signal.CardPresent));
        Assert.AreEqual(NoDataReason.Timeout, Reason(Signal.CardNumber));
    }

    /// <summary>It answers and sees no card: only its own test knows. Asked once a minute.</summary>
    [TestMethod]
    public void AReaderWithABrokenAntennaIsOutOfRange()
    {
        Turn();
        _reader.AntennaBroken = true;
        UnitTime.Advance(61_000_000);
        for (int i = 0; i < 3; i++)
        {
            Turn();
        }

        Assert.AreEqual(NoDataReason.OutOfRange, Reason(Signal.CardPresent));
        _reader.AntennaBroken = false;
        UnitTime.Advance(61_000_000);
        Turn();
        Assert.IsTrue(Has(Signal.CardPresent));
    }

    [TestMethod]
    public void WhatIsNotFittedStaysSo()
    {
        Make(new Settings { HasMirrorContact = false, HasSelector = false, HasChamberFloat = false, HasCardReader = false });
        Turn();
        foreach (int signal in new[] { Signal.PumpMirror, Signal.SelectorHand, Signal.ChamberFlooded, Signal.ValveIsOpen, Signal.ValveIsShut, Signal.CardPresent })
        {
            Assert.AreEqual(NoDataReason.NotFitted, Reason(signal));
        }
    }

    [TestMethod]
    public void AWorkerThatStandsStillMakesItsReadingsTimeOut()
    {
        _parts.Start();
        Until(() => Has(Signal.SelectorHand), "a reading");
        Hardware.CutPower(); // no thread of the run before goes on
        UnitTime.Advance(31_000_000);
        Assert.AreEqual(NoDataReason.Timeout, Reason(Signal.SelectorHand));
        Assert.AreEqual(NoDataReason.Timeout, Reason(Signal.Temperature));
    }

    [TestMethod]
    public void AHungWorkerIsReplacedAndItsSuccessorReads()
    {
        _parts.Start();
        Until(() => Has(Signal.SelectorHand), "a reading");
        _wires.Hangs = true;
        Pass(55_000, 1000);
        _parts.Supervise(_clock.UptimeMs);
        Assert.AreEqual(0, _parts.Restarts);
        Assert.AreEqual(NoDataReason.Timeout, Reason(Signal.SelectorHand));
        Pass(10_000, 1000);
        _parts.Supervise(_clock.UptimeMs);
        Assert.AreEqual(1, _parts.Restarts);
        _wires.Hangs = false; // the old worker comes back, too, and ends
        Until(() => Has(Signal.SelectorHand) && Has(Signal.Temperature) && Has(Signal.CardPresent), "the successor's readings", stepMilliseconds: 200);
        for (int i = 0; i < 70; i++)
        {
            Pass(1000);
            _parts.Supervise(_clock.UptimeMs);
        }

        Assert.AreEqual(1, _parts.Restarts);
        Assert.AreEqual(0, _troubles.Count);
        Assert.IsFalse(_parts.IsDown);
    }

    [TestMethod]
    public void ABusThatHangsForGoodIsLeftAloneInTheEnd()
    {
        _parts.Start();
        _wires.Hangs = true;
        for (int minute = 0; minute < 20; minute++)
        {
            Pass(61_000, 1000);
            _parts.Supervise(_clock.UptimeMs);
        }

        Assert.AreEqual(3, _parts.Restarts);
        Assert.IsTrue(_parts.IsDown);
    }

    /// <summary>Wires that are held low are a fault of the wires: the worker lives, and is not replaced.</summary>
    [TestMethod]
    public void AStuckBusIsNoHungWorker()
    {
        _wires.IsStuck = true;
        _parts.Start();
        for (int i = 0; i < 120; i++)
        {
            Pass(1000, 500);
            _parts.Supervise(_clock.UptimeMs);
        }

        Assert.AreEqual(0, _parts.Restarts);
    }

    /// <summary>A bus that cannot be opened, because something holds its pin, is no hung worker either; it is opened once it can be.</summary>
    [TestMethod]
    public void ABusThatCannotBeOpenedIsNoHungWorker()
    {
        var gpio = new System.Device.Gpio.GpioController();
        gpio.OpenPin(21);
        Make(new Settings { HasValve = true });
        Assert.AreEqual(NoDataReason.BusError, Reason(Signal.PumpMirror));
        _parts.Start();
        for (int i = 0; i < 120; i++)
        {
            Pass(1000, 500);
            _parts.Supervise(_clock.UptimeMs);
        }

        Assert.AreEqual(0, _parts.Restarts);
        Assert.AreEqual(NoDataReason.BusError, Reason(Signal.PumpMirror));
        gpio.ClosePin(21);
        Until(() => Reason(Signal.PumpMirror) == NoDataReason.None, "the bus is opened");
    }

    /// <summary>The platform's clock begins in 1970 after a power cut; the chip's goes on. One that was never set is not asked.</summary>
    [TestMethod]
    public void TheTimeIsKnownAfterAPowerCut()
    {
        Assert.IsLessThan(1_000_000, _clock.UnixSeconds);
        _clockChip.Set(new DateTime(2026, 11, 21, 6, 30, 0, DateTimeKind.Utc));
        UnitTime.Advance(3_600_000_000);
        Hardware.CutPower();
        Make(new Settings());
        Assert.AreEqual(1_795_246_200, _clock.UnixSeconds, 1.0);
    }

    /// <summary>The chip's whole seconds are not a time server's: only when one has answered, a third of a second off or years, the clock was set.</summary>
    [TestMethod]
    [DataRow(-300L)]
    [DataRow(300L)]
    [DataRow(-86_400_000L)]
    public void TheChipsTimeIsNoTimeServers(long offMilliseconds)
    {
        _clockChip.Set(new DateTime(2026, 11, 21, 6, 30, 0, DateTimeKind.Utc));
        Hardware.CutPower();
        Make(new Settings());
        Assert.IsFalse(_clock.WasSet);
        UnitTime.Advance(7_200_000_000);
        Assert.IsFalse(_clock.WasSet);
        SystemClock.Step(SystemClock.UtcNow.AddMilliseconds(offMilliseconds));
        Assert.IsTrue(_clock.WasSet);
        UnitTime.Advance(1_000_000);
        Assert.IsTrue(_clock.WasSet);
    }

    /// <summary>A trusted time is handed over; a chip that agrees within two seconds is left alone.</summary>
    [TestMethod]
    public void ATrustedTimeSetsTheChip()
    {
        Turn();
        Assert.IsNull(_clockChip.Now);
        _parts.KeepTime(1_790_000_000);
        UnitTime.Advance(11_000_000);
        Turn();
        Assert.AreEqual(new DateTime(2026, 9, 21, 14, 13, 31, DateTimeKind.Utc), _clockChip.Now);
        _clockChip.Set(new DateTime(2026, 9, 21, 14, 13, 33, DateTimeKind.Utc));
        _parts.KeepTime(1_790_000_011);
        UnitTime.Advance(11_000_000);
        Turn();
        Assert.AreEqual(44, _clockChip.Now.Value.Second);
    }

    /// <summary>The twenty-ninth of February, new year's eve, and what is no date.</summary>
    [TestMethod]
    public void EveryDayOfTheChipIsADay()
    {
        foreach (DateTime time in new[] { new DateTime(2028, 2, 29, 23, 59, 59), new DateTime(2026, 12, 31, 0, 0, 1), new DateTime(2099, 1, 1, 12, 0, 0) })
        {
            Hardware.CutPower();
            _clockChip.Set(DateTime.SpecifyKind(time, DateTimeKind.Utc));
            Make(new Settings());
            Assert.AreEqual(new DateTimeOffset(time, TimeSpan.Zero).ToUnixTimeSeconds(), _clock.UnixSeconds, 1.0);
        }
    }

    [TestMethod]
    public void ABoardWithoutTheBusStillMakesAUnit()
    {
        nanoFramework.Hardware.Esp32.Configuration.SetPinFunction(5, nanoFramework.Hardware.Esp32.DeviceFunction.I2C1_DATA);
        new System.Device.Gpio.GpioController().OpenPin(5);
        _parts = new PartsPoller(Wiring.Pins(), new Settings(), _clock, new Readings(), _troubles);
        _parts.Open(); // the pin is in use: the platform throws
        Assert.AreEqual(NoDataReason.BusError, Reason(Signal.SelectorHand));
        Assert.AreEqual(NoDataReason.BusError, Reason(Signal.CardPresent));
        Turn();
    }

    private void Make(Settings settings)
    {
        Wiring.MapPorts();
        _clock = new PlatformClock();
        _parts = new PartsPoller(Wiring.Pins(), settings, _clock, new Readings(), _troubles);
        _parts.Open();
    }

    private void Turn() => _parts.Turn();

    private bool Has(int signal)
    {
        _parts.Read(_readings);
        return _readings.Has(signal);
    }

    private int Value(int signal)
    {
        Assert.IsTrue(Has(signal));
        return _readings.ValueOf(signal);
    }

    private NoDataReason Reason(int signal)
    {
        _parts.Read(_readings);
        return _readings.ReasonOf(signal);
    }
}
