using System.Collections.Generic;
using Board.Native;

namespace System.Device.Gpio;

/// <summary>The chip's pins. One callback a pin; registering again replaces it, and then it is called once for each registration.</summary>
public sealed class GpioController : IDisposable
{
    private readonly Dictionary<int, GpioPin> _pins = new();
    private readonly Dictionary<int, Registration> _registrations = new();

    public GpioController()
        : this(PinNumberingScheme.Logical)
    {
    }

    public GpioController(PinNumberingScheme numberingScheme) => NumberingScheme = numberingScheme;

    public PinNumberingScheme NumberingScheme { get; }

    public int PinCount => Hardware.Profile.PinCount;

    /// <exception cref="InvalidOperationException">The pin is open already, or the chip cannot give it.</exception>
    public GpioPin OpenPin(int pinNumber)
    {
        StallGate.Pass();
        if (!Pin.IsUsable(pinNumber) || !Pin.At(pinNumber).TryOpen())
        {
            throw new InvalidOperationException($"GPIO{pinNumber} is in use or not usable");
        }

        var pin = new GpioPin(Pin.At(pinNumber));
        _pins[pinNumber] = pin;
        return pin;
    }

    /// <inheritdoc cref="OpenPin(int)"/>
    public GpioPin OpenPin(int pinNumber, PinMode mode)
    {
        GpioPin pin = OpenPin(pinNumber);
        pin.SetPinMode(mode);
        return pin;
    }

    public void ClosePin(int pinNumber)
    {
        Open(pinNumber).Dispose();
        _pins.Remove(pinNumber);
        _registrations.Remove(pinNumber);
    }

    public void Dispose()
    {
        foreach (GpioPin pin in _pins.Values)
        {
            pin.Dispose();
        }

        _pins.Clear();
    }

    public PinMode GetPinMode(int pinNumber) => Open(pinNumber).GetPinMode();

    public bool IsPinModeSupported(int pinNumber, PinMode mode) => Pin.Supports(pinNumber, mode);

    public bool IsPinOpen(int pinNumber) => _pins.ContainsKey(pinNumber);

    public PinValue Read(int pinNumber) => Open(pinNumber).Read();

    public void RegisterCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
    {
        GpioPin pin = Open(pinNumber);
        if (!_registrations.TryGetValue(pinNumber, out Registration registration))
        {
            registration = new Registration();
            _registrations.Add(pinNumber, registration);
        }

        registration.EventTypes = eventTypes;
        registration.Callback = callback;
        pin.ValueChanged += registration.OnValueChanged;
    }

    public void SetPinMode(int pinNumber, PinMode mode) => Open(pinNumber).SetPinMode(mode);

    public void UnregisterCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
        if (_registrations.TryGetValue(pinNumber, out Registration registration))
        {
            Open(pinNumber).ValueChanged -= registration.OnValueChanged;
            registration.Callback = null;
        }
    }

    public void Write(int pinNumber, PinValue value) => Open(pinNumber).Write(value);

    private GpioPin Open(int pinNumber) => _pins.TryGetValue(pinNumber, out GpioPin pin)
        ? pin
        : throw new InvalidOperationException($"GPIO{pinNumber} is not open");

    private sealed class Registration
    {
        internal PinEventTypes EventTypes { get; set; }

        internal PinChangeEventHandler Callback { get; set; }

        internal void OnValueChanged(object sender, PinValueChangedEventArgs e)
        {
            if ((EventTypes & e.ChangeType) != 0)
            {
                Callback?.Invoke(sender, e);
            }
        }
    }
}
