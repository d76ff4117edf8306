using System;
using System.Collections.Generic;
using Board.Native;

namespace nanoFramework.Hardware.Esp32;

/// <summary>Which pin serves which function: a table that a device reads when it is opened next.</summary>
public class Configuration
{
    private static readonly Dictionary<DeviceFunction, int> s_pins = new();

    /// <exception cref="ArgumentException">The chip has no such pin.</exception>
    public static void SetPinFunction(int pin, DeviceFunction value)
    {
        StallGate.Pass();
        if (!Pin.IsUsable(pin))
        {
            throw new ArgumentException($"GPIO{pin} is not usable");
        }

        lock (s_pins)
        {
            s_pins[value] = pin;
        }
    }

    /// <summary>The pin of a function, −1 when it has none.</summary>
    public static int GetFunctionPin(DeviceFunction function)
    {
        StallGate.Pass();
        lock (s_pins)
        {
            return s_pins.TryGetValue(function, out int pin) ? pin : -1;
        }
    }

    internal static void Reset()
    {
        lock (s_pins)
        {
            s_pins.Clear();
        }
    }
}
