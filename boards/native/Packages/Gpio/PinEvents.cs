using nanoFramework.Runtime.Events;

namespace System.Device.Gpio;

/// <summary>A level change of a pin, as the interrupt saw it.</summary>
public class PinValueChangedEventArgs(PinEventTypes changeType, int pinNumber) : BaseEvent
{
    public PinEventTypes ChangeType { get; } = changeType;

    public int PinNumber { get; } = pinNumber;
}

/// <summary>Handler of <see cref="GpioPin.ValueChanged"/>; runs on the event thread.</summary>
public delegate void PinValueChangedEventHandler(object sender, PinValueChangedEventArgs e);

/// <summary>Handler of the controller's registration; runs on the event thread.</summary>
public delegate void PinChangeEventHandler(object sender, PinValueChangedEventArgs pinValueChangedEventArgs);
