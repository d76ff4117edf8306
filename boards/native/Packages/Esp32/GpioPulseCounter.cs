using System.Threading;
using Board.Native;

namespace System.Device.Gpio;

/// <summary>Which edges of pin A count.</summary>
public enum GpioPulsePolarity
{
    Both = 0,
    Falling = 1,
    Rising = 2,
}

/// <summary>A count and when it was taken.</summary>
public struct GpioPulseCount
{
    /// <summary>Counted edges.</summary>
    public long Count;

    /// <summary>Time since boot.</summary>
    public TimeSpan RelativeTime;
}

/// <summary>
/// The chip's pulse counter: counts edges without the CPU, also while everything else stalls. Sets no pull. With two pins it counts
/// quadrature: A's edges, up or down by the level of B.
/// </summary>
public sealed class GpioPulseCounter : IDisposable
{
    private static int s_unitsInUse;

    private readonly int _pinA;
    private readonly Pin _pinB;
    private long _count;
    private bool _started;
    private bool _disposed;
    private GpioPulsePolarity _polarity = GpioPulsePolarity.Falling;
    private ushort _filterPulses;

    /// <exception cref="NotImplementedException">The chip has no pulse counter (C3).</exception>
    /// <exception cref="NotSupportedException">All units are used; <see cref="Dispose"/> does not give one back.</exception>
    public GpioPulseCounter(int pinNumberA, int pinNumberB = -1)
    {
        StallGate.Pass();
        if (Hardware.Profile.PulseCounterUnits == 0)
        {
            throw new NotImplementedException("this chip has no pulse counter");
        }

        if (Interlocked.Increment(ref s_unitsInUse) > Hardware.Profile.PulseCounterUnits)
        {
            throw new NotSupportedException("all pulse counter units are used");
        }

        _pinA = pinNumberA;
        Pin.At(pinNumberA).Attach(this);
        _pinB = pinNumberB < 0 ? null : Pin.At(pinNumberB);
    }

    public bool IsStarted => _started;

    /// <exception cref="InvalidOperationException">The counter runs.</exception>
    public GpioPulsePolarity Polarity
    {
        get => _polarity;
        set
        {
            Check();
            if (_started)
            {
                throw new InvalidOperationException("stop the counter first");
            }

            _polarity = value;
        }
    }

    /// <summary>0–1023. The driver takes it as nanoseconds: at most 1 µs, so it debounces no contact; here it has no effect.</summary>
    public ushort FilterPulses
    {
        get => _filterPulses;
        set
        {
            Check();
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, (ushort)1023);
            _filterPulses = value;
        }
    }

    public GpioPulseCount Read()
    {
        Check();
        return Taken(Interlocked.Read(ref _count));
    }

    /// <summary>Reads and zeroes in one step; no edge is lost between.</summary>
    public GpioPulseCount Reset()
    {
        Check();
        return Taken(Interlocked.Exchange(ref _count, 0));
    }

    /// <summary>Counts from zero, also after <see cref="Stop"/>.</summary>
    public void Start()
    {
        Check();
        Interlocked.Exchange(ref _count, 0);
        _started = true;
    }

    public void Stop()
    {
        Check();
        _started = false;
    }

    /// <summary>Stops for good. The unit leaks, as the driver refuses to delete it before its channels.</summary>
    public void Dispose()
    {
        _started = false;
        _disposed = true;
    }

    internal static void ResetAll() => s_unitsInUse = 0;

    internal void OnEdge(int gpio, bool level)
    {
        if (!_started || gpio != _pinA || !Counts(level))
        {
            return;
        }

        bool up = _pinB == null || _pinB.Level != level;
        Interlocked.Add(ref _count, up ? 1 : -1);
    }

    private static GpioPulseCount Taken(long count) =>
        new() { Count = count, RelativeTime = new TimeSpan(Hardware.MicrosecondsSinceBoot * TimeSpan.TicksPerMicrosecond) };

    private bool Counts(bool level) => _polarity switch
    {
        GpioPulsePolarity.Falling => !level,
        GpioPulsePolarity.Rising => level,
        _ => true,
    };

    private void Check()
    {
        StallGate.Pass();
        ObjectDisposedException.ThrowIf(_disposed, this);
    }
}
