using System;
using System.Device.Gpio;
using System.Threading;
using Firmware.Device.Drivers;

namespace Firmware.Device.Platform;

/// <summary>What is left to show where the unit could not be composed: the level LED as with a fault of level 1.</summary>
public static class Distress
{
    private const int HalfPeriodMs = 250;
    private const int HalfPeriods = 40;

    /// <summary>Blinks at 2 Hz for ten seconds, or stays dark so long where not even that works.</summary>
    public static void Show(int ledPin)
    {
        GpioPin led = Open(ledPin);
        for (int i = 0; i < HalfPeriods; i++)
        {
            led?.Write(i % 2 == 0 ? PinValue.High : PinValue.Low);
            Thread.Sleep(HalfPeriodMs);
        }
    }

    private static GpioPin Open(int pin)
    {
        try
        {
            var gpio = new GpioController();
            if (gpio.IsPinOpen(pin))
            {
                gpio.ClosePin(pin);
            }

            return gpio.OpenPin(pin, PinMode.Output);
        }
        catch (Exception)
        {
            return null;
        }
    }
}
