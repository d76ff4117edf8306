using System;
using System.Threading;
using Environment = Board.Native.Environment;
using Timer = Board.Native.Timer;

namespace Iot.Device.Button;

/// <summary>How far a hold got.</summary>
public enum ButtonHoldingState
{
    Started = 0,
    Completed = 1,
    Canceled = 2,
}

/// <summary>See <see cref="ButtonBase.Holding"/>.</summary>
public class ButtonHoldingEventArgs : EventArgs
{
    public ButtonHoldingState HoldingState { get; set; }
}

/// <summary>A button: presses, double presses and holds out of two edges. Events come on the event thread, the start of a hold too.</summary>
public class ButtonBase : IDisposable
{
    private static readonly TimeSpan s_doublePress = TimeSpan.FromMilliseconds(1500);
    private static readonly TimeSpan s_holding = TimeSpan.FromMilliseconds(2000);

    private readonly long _doublePressMilliseconds;
    private readonly int _holdingMilliseconds;
    private readonly long _debounceMilliseconds;
    private Timer _holdTimer;
    private bool _holds;
    private long _lastPress = long.MinValue;
    private long _lastRelease = long.MinValue;

    public ButtonBase()
        : this(s_doublePress, s_holding)
    {
    }

    /// <param name="doublePress">Longest time between two presses that count as one double press.</param>
    /// <param name="holding">Time after which a press is a hold.</param>
    /// <param name="debounceTime">Presses within this time after a release are ignored.</param>
    public ButtonBase(TimeSpan doublePress, TimeSpan holding, TimeSpan debounceTime = default)
    {
        _doublePressMilliseconds = (long)doublePress.TotalMilliseconds;
        _holdingMilliseconds = (int)holding.TotalMilliseconds;
        _debounceMilliseconds = (long)debounceTime.TotalMilliseconds;
    }

    /// <summary>Handler of the plain events.</summary>
    public delegate void ButtonPressedDelegate(object sender, EventArgs e);

    /// <summary>Handler of <see cref="Holding"/>.</summary>
    public delegate void ButtonHoldingDelegate(object sender, ButtonHoldingEventArgs e);

    public event ButtonPressedDelegate ButtonUp;

    public event ButtonPressedDelegate ButtonDown;

    /// <summary>Down and up again.</summary>
    public event ButtonPressedDelegate Press;

    public event ButtonPressedDelegate DoublePress;

    /// <summary>Held long enough (started), and then let go (completed).</summary>
    public event ButtonHoldingDelegate Holding;

    public bool IsHoldingEnabled { get; set; }

    public bool IsDoublePressEnabled { get; set; }

    public bool IsPressed { get; set; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected void HandleButtonPressed()
    {
        long now = Environment.TickCount64;
        if (IsPressed || (_lastRelease != long.MinValue && now - _lastRelease < _debounceMilliseconds))
        {
            return;
        }

        IsPressed = true;
        ButtonDown?.Invoke(this, EventArgs.Empty);
        if (IsHoldingEnabled)
        {
            _holdTimer = new Timer(_ => StartHold(), null, _holdingMilliseconds, Timeout.Infinite);
        }
    }

    protected void HandleButtonReleased()
    {
        if (!IsPressed)
        {
            return;
        }

        IsPressed = false;
        _lastRelease = Environment.TickCount64;
        _holdTimer?.Dispose();
        ButtonUp?.Invoke(this, EventArgs.Empty);
        Press?.Invoke(this, EventArgs.Empty);
        EndHold();
        CountPress();
    }

    protected virtual void Dispose(bool disposing) => _holdTimer?.Dispose();

    private void StartHold()
    {
        if (IsPressed)
        {
            _holds = true;
            Holding?.Invoke(this, new ButtonHoldingEventArgs { HoldingState = ButtonHoldingState.Started });
        }
    }

    private void EndHold()
    {
        if (_holds)
        {
            _holds = false;
            Holding?.Invoke(this, new ButtonHoldingEventArgs { HoldingState = ButtonHoldingState.Completed });
        }
    }

    private void CountPress()
    {
        long now = Environment.TickCount64;
        bool second = _lastPress != long.MinValue && now - _lastPress <= _doublePressMilliseconds;
        _lastPress = second ? long.MinValue : now;
        if (second && IsDoublePressEnabled)
        {
            DoublePress?.Invoke(this, EventArgs.Empty);
        }
    }
}
