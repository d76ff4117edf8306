using System;
using System.Device.Gpio;

namespace Iot.Device.Button;

/// <summary>A button at a pin: with a pull-up it is pressed while low, with a pull-down while high.</summary>
public class GpioButton : ButtonBase
{
    private readonly GpioController _gpio;
    private readonly int _pin;
    private readonly bool _ownsController;
    private readonly PinEventTypes _pressed;

    public GpioButton(int buttonPin, GpioController gpio = null, bool shouldDispose = true, PinMode pinMode = PinMode.InputPullUp, TimeSpan debounceTime = default)
        : this(buttonPin, TimeSpan.FromMilliseconds(1500), TimeSpan.FromMilliseconds(2000), gpio, shouldDispose, pinMode, debounceTime)
    {
    }

    /// <exception cref="ArgumentException">The mode is no input.</exception>
    public GpioButton(int buttonPin, TimeSpan doublePress, TimeSpan holding, GpioController gpio = null, bool shouldDispose = true, PinMode pinMode = PinMode.InputPullUp, TimeSpan debounceTime = default)
        : base(doublePress, holding, debounceTime)
    {
        if (pinMode > PinMode.InputPullUp)
        {
            throw new ArgumentException("a button needs an input");
        }

        _ownsController = gpio == null || shouldDispose;
        _gpio = gpio ?? new GpioController();
        _pin = buttonPin;
        _pressed = pinMode == PinMode.InputPullUp ? PinEventTypes.Falling : PinEventTypes.Rising;
        _gpio.OpenPin(buttonPin, pinMode);
        _gpio.RegisterCallbackForPinValueChangedEvent(buttonPin, PinEventTypes.Falling | PinEventTypes.Rising, OnEdge);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            base.Dispose(true);
            _gpio.UnregisterCallbackForPinValueChangedEvent(_pin, OnEdge);
            _gpio.ClosePin(_pin);
            if (_ownsController)
            {
                _gpio.Dispose();
            }
        }
    }

    private void OnEdge(object sender, PinValueChangedEventArgs e)
    {
        if (e.ChangeType == _pressed)
        {
            HandleButtonPressed();
        }
        else
        {
            HandleButtonReleased();
        }
    }
}
