using System;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using nanoFramework.Runtime.Native;

namespace Firmware.Device.Platform;

/// <summary>The platform's clocks. The only place that reads the wall clock: the platform steps it from the network by itself.</summary>
public sealed class PlatformClock : ISystemClock
{
    /// <summary>
    /// Both clocks run on one oscillator: their difference only moves when somebody sets the wall clock. A time server moves it by more than this, ms, at its first answer (a
    /// clock chip gives whole seconds) or at an hourly one (20 ppm are 72 ms an hour); reading the two one after the other, by less.
    /// </summary>
    private const int StepMs = 20;

    /// <summary>Readings of both clocks that lie further apart, ms, say nothing: another thread ran in between.</summary>
    private const int ApartMs = 5;

    /// <summary>The platform's clock begins in 1970 with the power, the count of ticks a moment later: no further ahead of it than this, s, it has just begun.</summary>
    private const int PowerOnSeconds = 3;

    private readonly long _startMs = Environment.TickCount64;
    private long _offsetMs;
    private bool _isKnown;
    private bool _wasSet;

    /// <summary>The clocks of this start; to be made before anything can set one.</summary>
    public PlatformClock()
    {
        RanOn = UnixSeconds > (_startMs / 1000) + PowerOnSeconds;
    }

    /// <inheritdoc/>
    public bool RanOn { get; }

    /// <inheritdoc/>
    public long UptimeMs => Environment.TickCount64 - _startMs;

    /// <inheritdoc/>
    public long UnixSeconds => DateTime.UtcNow.ToUnixTimeSeconds();

    /// <inheritdoc/>
    public bool WasSet
    {
        get
        {
            Compare();
            return _wasSet;
        }
    }

    /// <summary>
    /// Sets the platform's clock from the board's own clock chip, where it shows no sensible time: after a power cut it begins in 1970, and the network may
    /// be hours away. A time from the network steps it again; until then the time is only kept (<see cref="WasSet"/>).
    /// </summary>
    public void Adopt(long unixSeconds)
    {
        if (UnixSeconds < UnitClock.Earliest && unixSeconds >= UnitClock.Earliest)
        {
            Rtc.SetSystemTime(DateTime.FromUnixTimeSeconds(unixSeconds));
            _isKnown = false;
            Compare();
        }
    }

    private void Compare()
    {
        long beforeMs = Environment.TickCount64;
        long offsetMs = (DateTime.UtcNow.Ticks / TimeSpan.TicksPerMillisecond) - beforeMs;
        if (Environment.TickCount64 - beforeMs <= ApartMs)
        {
            long moved = offsetMs - _offsetMs;
            _wasSet |= _isKnown && (moved > StepMs || moved < -StepMs);
            _offsetMs = _isKnown ? _offsetMs : offsetMs;
            _isKnown = true;
        }
    }
}
