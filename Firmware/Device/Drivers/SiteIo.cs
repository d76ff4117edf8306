using System.Device.Adc;
using System.Device.Gpio;
using Firmware.Core.Contracts;
using Firmware.Core.Metering;
using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Firmware.Device.Drivers;

/// <summary>
/// The board's pins as the site's signals. Outputs are opened first and once: opening drives them low, which is "off" everywhere because the drivers are
/// active high. What was driven is kept here, since reading an output gives low on the ESP32.
/// </summary>
public sealed class SiteIo : ISiteIo
{
    private const int FullCounts = 4095;
    private const int SamplesPerScan = 4;

    private readonly BoardPins _pins;
    private readonly Settings _settings;
    private readonly BusPoller _bus;
    private readonly GpioPin _contactor;
    private readonly GpioPin _levelLed;
    private readonly GpioPin _linkLed;
    private readonly GpioPin _pumpContact;
    private readonly GpioPin _runRequest;
    private readonly GpioPin _mains;
    private readonly GpioPin _door;
    private readonly GpioPulseCounter _pulses;
    private readonly AdcChannel _supply;
    private readonly AdcChannel _pressure;

    /// <summary>Opens every pin of the board.</summary>
    public SiteIo(BoardPins pins, Settings settings, BusPoller bus)
    {
        _pins = pins;
        _settings = settings;
        _bus = bus;
        var gpio = new GpioController();
        _contactor = Open(gpio, pins.PumpContactor, PinMode.Output);
        _levelLed = Open(gpio, pins.LevelLed, PinMode.Output);
        _linkLed = Open(gpio, pins.LinkLed, PinMode.Output);
        _pumpContact = OpenContact(gpio, pins.PumpContact);
        _runRequest = OpenContact(gpio, pins.RunRequest);
        _mains = OpenContact(gpio, pins.MainsPresent);
        _door = OpenContact(gpio, pins.Door);
        _pulses = settings.HasPulseMeter ? StartCounter(pins.Pulse) : null;
        var adc = new AdcController();
        _supply = pins.SupplyChannel == BoardPins.NotFitted ? null : adc.OpenChannel(pins.SupplyChannel);
        _pressure = settings.HasPressure && pins.PressureChannel != BoardPins.NotFitted ? adc.OpenChannel(pins.PressureChannel) : null;
    }

    /// <inheritdoc/>
    public long PulseCount => _pulses == null ? -1 : _pulses.Read().Count;

    /// <inheritdoc/>
    public void Scan(long nowMs, Readings into)
    {
        ScanContact(_pumpContact, Signal.PumpContact, true, into);
        ScanContact(_runRequest, Signal.RunRequest, true, into);
        ScanContact(_mains, Signal.MainsPresent, true, into);
        ScanContact(_door, Signal.DoorOpen, false, into);
        ScanSupply(into);
        ScanPressure(into);
        _bus.Read(into);
    }

    /// <inheritdoc/>
    public void DrivePump(bool run)
    {
        Drive(_contactor, run);
    }

    /// <inheritdoc/>
    public void DriveLed(int led, bool on)
    {
        Drive(led == StatusLeds.Level ? _levelLed : _linkLed, on);
    }

    private static GpioPin Open(GpioController gpio, int pin, PinMode mode)
    {
        return pin == BoardPins.NotFitted ? null : gpio.OpenPin(pin, mode);
    }

    private static GpioPulseCounter StartCounter(int pin)
    {
        if (pin == BoardPins.NotFitted)
        {
            return null;
        }

        var counter = new GpioPulseCounter(pin);
        counter.Polarity = GpioPulsePolarity.Falling;
        counter.Start();
        return counter;
    }

    private static void ScanContact(GpioPin pin, int signal, bool onWhenClosed, Readings into)
    {
        if (pin == null)
        {
            into.Miss(signal, NoDataReason.NotFitted);
            return;
        }

        bool closed = pin.Read() == PinValue.Low;
        into.SetContact(signal, closed == onWhenClosed);
    }

    private static void Drive(GpioPin pin, bool on)
    {
        if (pin != null)
        {
            pin.Write(on ? PinValue.High : PinValue.Low);
        }
    }

    private static int Average(AdcChannel channel)
    {
        int sum = 0;
        for (int i = 0; i < SamplesPerScan; i++)
        {
            sum += channel.ReadValue();
        }

        return sum / SamplesPerScan;
    }

    /// <summary>A contact closes to ground: with the chip's pull-up, or where it has none, with the board's.</summary>
    private GpioPin OpenContact(GpioController gpio, int pin)
    {
        bool pull = pin != BoardPins.NotFitted && pin < _pins.FirstWithoutPull && gpio.IsPinModeSupported(pin, PinMode.InputPullUp);
        return Open(gpio, pin, pull ? PinMode.InputPullUp : PinMode.Input);
    }

    private void ScanSupply(Readings into)
    {
        if (_supply == null)
        {
            into.Miss(Signal.Supply, NoDataReason.NotFitted);
            return;
        }

        int counts = Average(_supply);
        int span = _pins.SupplyFullMillivolts - _pins.SupplyZeroMillivolts;
        int millivolts = _pins.SupplyZeroMillivolts + Transducer.Linear(counts, 0, FullCounts, span);
        Transducer.Take(into, Signal.Supply, counts, _pins.SupplyMinCounts, FullCounts, millivolts);
    }

    private void ScanPressure(Readings into)
    {
        if (_pressure == null)
        {
            into.Miss(Signal.Pressure, NoDataReason.NotFitted);
            return;
        }

        int counts = Average(_pressure);
        int kilopascal = Transducer.Linear(counts, _pins.PressureZeroCounts, _pins.PressureFullCounts, _pins.PressureFullKilopascal);
        Transducer.Take(into, Signal.Pressure, counts, _pins.PressureMinCounts, _pins.PressureMaxCounts, kilopascal);
    }
}
