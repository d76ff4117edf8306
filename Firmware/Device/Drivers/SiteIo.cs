using System;
using System.Device.Adc;
using System.Device.Gpio;
using Firmware.Core.Contracts;
using Firmware.Core.Metering;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using nanoFramework.Hardware.Esp32;

namespace Firmware.Device.Drivers;

/// <summary>
/// The board's pins as the site's signals. Outputs are opened first and once: opening drives them low, which is "off" everywhere because the drivers are
/// active high. What was driven is kept here, since reading an output gives low on the ESP32.
/// </summary>
public sealed class SiteIo : ISiteIo, IOutputTest
{
    private const int FullCounts = 4095;
    private const int SteadyMicroseconds = 5000;
    private const int SamplesPerScan = 4;
    private const int NoCounts = -1;

    private readonly BoardPins _pins;
    private readonly Settings _settings;
    private readonly BusPoller _bus;
    private readonly PartsPoller _parts;
    private readonly Troubles _troubles;
    private readonly GpioPin _contactor;
    private readonly GpioPin _levelLed;
    private readonly GpioPin _linkLed;
    private readonly GpioPin _powerLed;
    private readonly GpioPin _button;
    private readonly GpioPin _pumpContact;
    private readonly GpioPin _runRequest;
    private readonly GpioPin _mains;
    private readonly GpioPin _door;
    private readonly GpioPulseCounter _pulses;
    private readonly AdcChannel _supply;
    private readonly AdcChannel _pressure;
    private readonly AdcChannel _battery;
    private readonly AdcChannel _wellLevel;

    /// <summary>Opens every pin of the board.</summary>
    public SiteIo(BoardPins pins, Settings settings, BusPoller bus, PartsPoller parts, Troubles troubles)
    {
        _pins = pins;
        _settings = settings;
        _bus = bus;
        _parts = parts;
        _troubles = troubles;
        var gpio = new GpioController();
        _contactor = Open(gpio, pins.PumpContactor, PinMode.Output);
        _levelLed = Open(gpio, pins.LevelLed, PinMode.Output);
        _linkLed = Open(gpio, pins.LinkLed, PinMode.Output);
        _powerLed = Open(gpio, pins.PowerLed, PinMode.Output);
        _button = OpenContact(gpio, pins.Button);
        _pumpContact = OpenContact(gpio, pins.PumpContact);
        _runRequest = OpenContact(gpio, pins.RunRequest);
        _mains = OpenContact(gpio, pins.MainsPresent);
        _door = OpenContact(gpio, pins.Door);
        _pulses = settings.HasPulseMeter ? StartCounter(pins.Pulse) : null;
        var adc = new AdcController();
        _supply = Open(adc, pins.SupplyChannel, true);
        _pressure = Open(adc, pins.PressureChannel, settings.HasPressure);
        _battery = Open(adc, pins.BatteryChannel, settings.HasBatterySense);
        _wellLevel = Open(adc, pins.WellLevelChannel, settings.HasWellLevel);
    }

    /// <inheritdoc/>
    public long PulseCount => _pulses == null ? -1 : _pulses.Read().Count;

    /// <inheritdoc/>
    public bool ButtonPressed => _button != null && _button.Read() == PinValue.Low;

    /// <summary>The expander's drives; the chip's own outputs read low, whatever they drive.</summary>
    public CheckOutcome OutputsReadBack() => _parts.OutputsReadBack();

    /// <inheritdoc/>
    public void Scan(long nowMs, Readings into)
    {
        ScanContact(_pumpContact, Signal.PumpContact, true, into);
        ScanContact(_runRequest, Signal.RunRequest, true, into);
        ScanContact(_mains, Signal.MainsPresent, true, into);
        ScanContact(_door, Signal.DoorOpen, false, into);
        ScanVolts(_supply, Signal.Supply, into);
        ScanVolts(_battery, Signal.Battery, into);
        ScanTransducer(_pressure, Signal.Pressure, _pins.PressureFullKilopascal, into);
        ScanTransducer(_wellLevel, Signal.WellLevel, _settings.WellLevelFullCentimetres, into);
        _bus.Read(into);
        _parts.Read(into);
    }

    /// <inheritdoc/>
    public void DrivePump(bool run)
    {
        Drive(_contactor, run);
    }

    /// <inheritdoc/>
    public int SwitchPumpTimed(bool run)
    {
        Drive(_contactor, run);
        return _pumpContact == null ? PumpTiming.NotFitted : AwaitContact(run);
    }

    /// <inheritdoc/>
    public void DriveValve(bool open, bool shut)
    {
        _parts.DriveValve(open, shut);
    }

    /// <inheritdoc/>
    public void DriveLed(int led, bool on)
    {
        GpioPin pin = led switch
        {
            StatusLeds.Level => _levelLed,
            StatusLeds.Link => _linkLed,
            _ => _powerLed,
        };
        Drive(pin, on);
    }

    /// <summary>Polls the contact until it has followed for <see cref="SteadyMicroseconds"/>: a contact that bounces counts from its last closing.</summary>
    private int AwaitContact(bool closed)
    {
        ulong start = HighResTimer.GetCurrent();
        ulong since = start;
        bool followed = false;
        for (ulong now = start; now - start < PumpTiming.LimitMicroseconds; now = HighResTimer.GetCurrent())
        {
            bool follows = (_pumpContact.Read() == PinValue.Low) == closed;
            since = follows && !followed ? now : since;
            followed = follows;
            if (follows && now - since >= SteadyMicroseconds)
            {
                return (int)(since - start);
            }
        }

        return PumpTiming.TooLong;
    }

    private static GpioPin Open(GpioController gpio, int pin, PinMode mode)
    {
        return pin == BoardPins.NotFitted ? null : gpio.OpenPin(pin, mode);
    }

    private static AdcChannel Open(AdcController adc, int channel, bool fitted)
    {
        return fitted && channel != BoardPins.NotFitted ? adc.OpenChannel(channel) : null;
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

    /// <summary>Mean of some samples, counts. Where the converter throws, <see cref="NoCounts"/>: that costs a reading, not the scan.</summary>
    private int Average(AdcChannel channel)
    {
        try
        {
            int sum = 0;
            for (int i = 0; i < SamplesPerScan; i++)
            {
                sum += channel.ReadValue();
            }

            return sum / SamplesPerScan;
        }
        catch (Exception e)
        {
            _troubles.Note(TroublePlace.Converter, e);
            return NoCounts;
        }
    }

    /// <summary>A contact closes to ground: with the chip's pull-up, or where it has none, with the board's.</summary>
    private GpioPin OpenContact(GpioController gpio, int pin)
    {
        bool pull = pin != BoardPins.NotFitted && pin < _pins.FirstWithoutPull && gpio.IsPinModeSupported(pin, PinMode.InputPullUp);
        return Open(gpio, pin, pull ? PinMode.InputPullUp : PinMode.Input);
    }

    /// <summary>Supply or battery, behind a divider of the same kind.</summary>
    private void ScanVolts(AdcChannel channel, int signal, Readings into)
    {
        if (!Sampled(channel, signal, into, out int counts))
        {
            return;
        }

        int span = _pins.SupplyFullMillivolts - _pins.SupplyZeroMillivolts;
        int millivolts = _pins.SupplyZeroMillivolts + Transducer.Linear(counts, 0, FullCounts, span);
        Transducer.Take(into, signal, counts, _pins.SupplyMinCounts, FullCounts, millivolts);
    }

    /// <summary>A transducer of 0.5–4.5 V, behind a divider of the same kind.</summary>
    private void ScanTransducer(AdcChannel channel, int signal, int fullScale, Readings into)
    {
        if (!Sampled(channel, signal, into, out int counts))
        {
            return;
        }

        int value = Transducer.Linear(counts, _pins.PressureZeroCounts, _pins.PressureFullCounts, fullScale);
        Transducer.Take(into, signal, counts, _pins.PressureMinCounts, _pins.PressureMaxCounts, value);
    }

    /// <summary>Samples a channel; where it is not fitted or does not answer, the signal is missing for that reason.</summary>
    private bool Sampled(AdcChannel channel, int signal, Readings into, out int counts)
    {
        counts = channel == null ? NoCounts : Average(channel);
        if (counts == NoCounts)
        {
            into.Miss(signal, channel == null ? NoDataReason.NotFitted : NoDataReason.BusError);
        }

        return counts != NoCounts;
    }
}
