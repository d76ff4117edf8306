using System;
using System.Device.Gpio;
using System.Threading;

namespace Board.Native;

/// <summary>Who pulls a terminal from outside the unit, and where to.</summary>
internal enum Drive
{
    None,
    Low,
    High,
}

/// <summary>
/// One GPIO of the chip, with the manners of the ESP32 target of nanoFramework (cpu_gpio.cpp): output latch, pulls, interrupt on
/// both edges, debounce timer.
/// </summary>
internal sealed class Pin
{
    private const int TimerTickMilliseconds = 10;
    private static readonly Pin[] s_pins = Make(64);

    private readonly object _sync = new();
    private Drive _external;
    private bool _latch;
    private PinMode _mode;
    private bool _open;
    private bool _waitingDebounce;
    private bool _expected;
    private int _timerMilliseconds;
    private TimedCall _debounce;
    private GpioPulseCounter[] _counters = [];
    private Action<bool> _interrupt;

    private Pin(int number) => Number = number;

    internal int Number { get; }

    /// <summary>Voltage for the ADC.</summary>
    internal int Millivolts { get; set; }

    /// <summary>Debounce time as the interrupt routine has it, 0 = off.</summary>
    internal int DebounceMilliseconds { get; private set; }

    internal bool IsOpen => _open;

    internal PinMode Mode => _mode;

    internal bool IsOutput => _open && _mode >= PinMode.Output;

    internal bool IsDriven => IsOutput && (_mode == PinMode.Output || !_latch);

    internal bool Latch => _latch;

    internal bool Level
    {
        get
        {
            if (IsDriven)
            {
                return _latch;
            }

            return _external == Drive.None ? PulledHigh : _external == Drive.High;
        }
    }

    /// <summary>What <c>Read()</c> gives: the input buffer of an output is off, so an output always reads low.</summary>
    internal bool InputBuffer => !IsOutput && Level;

    private bool PulledHigh =>
        _open && (_mode is PinMode.InputPullUp or PinMode.OutputOpenDrainPullUp) && !IsInputOnly(Number);

    internal static Pin At(int gpio)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gpio);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(gpio, s_pins.Length);
        return s_pins[gpio];
    }

    internal static void ResetAll()
    {
        foreach (Pin pin in s_pins)
        {
            pin.Close();
            pin._counters = [];
        }
    }

    internal static bool IsInputOnly(int gpio) => Contains(Hardware.Profile.InputOnlyPins, gpio);

    internal static bool IsUsable(int gpio) =>
        gpio >= 0 && gpio < Hardware.Profile.PinCount && !Contains(Hardware.Profile.UnusablePins, gpio);

    /// <summary>Input-only pins take any input mode, the pulls just have no effect (CPU_GPIO_DriveModeSupported).</summary>
    internal static bool Supports(int gpio, PinMode mode) =>
        mode >= PinMode.Input && mode <= (IsInputOnly(gpio) ? PinMode.InputPullUp : PinMode.OutputOpenSourcePullDown);

    /// <summary>Takes the pin for the firmware; false when it is taken or not usable.</summary>
    internal bool TryOpen()
    {
        lock (_sync)
        {
            if (_open || !IsUsable(Number))
            {
                return false;
            }

            _open = true;
            _mode = PinMode.Input;
            return true;
        }
    }

    internal void Close()
    {
        bool before = Level;
        lock (_sync)
        {
            _interrupt = null;
            ForgetInput();
            _open = false;
            _mode = PinMode.Input;
            _latch = false;
        }

        LevelMayHaveChanged(before);
    }

    /// <summary>Sets the mode; an output is driven low first, whatever it was before.</summary>
    internal void SetMode(PinMode mode, int debounceMilliseconds)
    {
        bool before = Level;
        lock (_sync)
        {
            _mode = mode;
            _latch = false;
            if (mode >= PinMode.Output)
            {
                ForgetInput();
            }
        }

        LevelMayHaveChanged(before);
        if (IsOutput)
        {
            Hardware.RaiseOutputChanged(Number, Level);
        }
        else
        {
            SetDebounce(debounceMilliseconds);
        }
    }

    internal void Write(bool high)
    {
        bool before = Level;
        _latch = high;
        bool after = Level;
        LevelMayHaveChanged(before);
        if (before != after)
        {
            Hardware.RaiseOutputChanged(Number, after);
        }
    }

    internal void SetExternal(Drive drive)
    {
        bool before = Level;
        _external = drive;
        LevelMayHaveChanged(before);
    }

    /// <summary>Sets the debounce time of an input. From one non-zero value to another nothing happens at all.</summary>
    internal void SetDebounce(int milliseconds)
    {
        lock (_sync)
        {
            if (IsOutput || !_open || (DebounceMilliseconds > 0 && milliseconds > 0))
            {
                return;
            }

            if (milliseconds > 0)
            {
                _timerMilliseconds = Math.Max(1, milliseconds / TimerTickMilliseconds) * TimerTickMilliseconds;
            }

            DebounceMilliseconds = milliseconds;
        }
    }

    /// <summary>Arms the interrupt on both edges; null disarms it.</summary>
    internal void SetInterrupt(Action<bool> handler) => _interrupt = handler;

    internal void Attach(GpioPulseCounter counter)
    {
        lock (_sync)
        {
            _counters = [.. _counters, counter];
        }
    }

    private void LevelMayHaveChanged(bool before)
    {
        bool now = Level;
        if (now == before)
        {
            return;
        }

        foreach (GpioPulseCounter counter in _counters)
        {
            counter.OnEdge(Number, now);
        }

        if (_interrupt != null && !IsOutput)
        {
            OnEdge(now);
        }
    }

    /// <summary>The interrupt routine.</summary>
    private void OnEdge(bool level)
    {
        Action<bool> handler;
        lock (_sync)
        {
            if (_waitingDebounce)
            {
                return;
            }

            handler = _interrupt;
            if (DebounceMilliseconds > 0)
            {
                _waitingDebounce = true;
                _expected = level;
                _debounce = UnitTime.Schedule(UnitTime.Microseconds + (_timerMilliseconds * 1000L), OnDebounced);
                return;
            }
        }

        handler?.Invoke(level);
    }

    private void OnDebounced()
    {
        bool level = Level;
        Action<bool> handler;
        lock (_sync)
        {
            _waitingDebounce = false;
            handler = level == _expected ? _interrupt : null;
        }

        handler?.Invoke(level);
    }

    private void ForgetInput()
    {
        _debounce?.Cancel();
        _waitingDebounce = false;
        DebounceMilliseconds = 0;
    }

    private static bool Contains(System.Collections.Generic.IReadOnlyList<int> pins, int gpio)
    {
        for (int i = 0; i < pins.Count; i++)
        {
            if (pins[i] == gpio)
            {
                return true;
            }
        }

        return false;
    }

    private static Pin[] Make(int count)
    {
        var pins = new Pin[count];
        for (int i = 0; i < count; i++)
        {
            pins[i] = new Pin(i);
        }

        return pins;
    }
}
