using Board.Native;

namespace System.Device.Gpio;

/// <summary>
/// An open pin. Setting it to any output drives it low first; reading an output gives low; an interrupt fires on both edges.
/// </summary>
public sealed class GpioPin : IDisposable
{
    private readonly Pin _pin;
    private TimeSpan _debounceTimeout;
    private PinValueChangedEventHandler _handlers;
    private bool _disposed;

    internal GpioPin(Pin pin) => _pin = pin;

    /// <summary>A level changed; both edges, whatever one wants to know.</summary>
    public event PinValueChangedEventHandler ValueChanged
    {
        add
        {
            Check();
            _handlers += value;
            _pin.SetDebounce(DebounceMilliseconds);
            _pin.SetInterrupt(OnInterrupt);
        }

        remove
        {
            Check();
            _handlers -= value;
            if (_handlers == null)
            {
                _pin.SetInterrupt(null);
            }
        }
    }

    /// <summary>
    /// Edges within this time after the first are ignored; granularity 10 ms, at least 10 ms. Once it runs, only switching it off
    /// (zero) and on again changes it.
    /// </summary>
    public TimeSpan DebounceTimeout
    {
        get => _debounceTimeout;
        set
        {
            Check();
            _debounceTimeout = value;
            _pin.SetDebounce(DebounceMilliseconds);
        }
    }

    public int PinNumber => _pin.Number;

    private int DebounceMilliseconds => (int)(_debounceTimeout.Ticks / TimeSpan.TicksPerMillisecond);

    public PinMode GetPinMode()
    {
        Check();
        return _pin.Mode;
    }

    public bool IsPinModeSupported(PinMode pinMode) => Pin.Supports(_pin.Number, pinMode);

    /// <exception cref="ArgumentException">The chip cannot do this on this pin.</exception>
    public void SetPinMode(PinMode value)
    {
        Check();
        if (!Pin.Supports(_pin.Number, value))
        {
            throw new ArgumentException($"GPIO{_pin.Number} cannot be {value}");
        }

        _pin.SetMode(value, DebounceMilliseconds);
    }

    /// <summary>Level of an input. Low for every output: keep the state yourself.</summary>
    public PinValue Read()
    {
        Check();
        return _pin.InputBuffer;
    }

    /// <exception cref="ArgumentException">The pin is an input.</exception>
    public void Write(PinValue value)
    {
        Check();
        if (!_pin.IsOutput)
        {
            throw new ArgumentException($"GPIO{_pin.Number} is an input");
        }

        _pin.Write((bool)value);
        RaiseOwnWrite();
    }

    /// <summary>Inverts an output; does nothing to an input.</summary>
    public void Toggle()
    {
        Check();
        if (_pin.IsOutput)
        {
            _pin.Write(!_pin.Latch);
            RaiseOwnWrite();
        }
    }

    /// <summary>Makes the pin an input without pull and gives it back.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _handlers = null;
            _pin.Close();
        }
    }

    private void Check()
    {
        StallGate.Pass();
        ObjectDisposedException.ThrowIf(_disposed, this);
    }

    /// <summary>A write to an output with handlers raises them too.</summary>
    private void RaiseOwnWrite()
    {
        if (_handlers != null)
        {
            OnInterrupt(_pin.Latch);
        }
    }

    private void OnInterrupt(bool level)
    {
        PinEventTypes edge = level ? PinEventTypes.Rising : PinEventTypes.Falling;
        EventThread.Post(() => _handlers?.Invoke(this, new PinValueChangedEventArgs(edge, _pin.Number)));
    }
}
