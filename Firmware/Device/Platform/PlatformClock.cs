using System;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using nanoFramework.Runtime.Native;

namespace Firmware.Device.Platform;

/// <summary>The platform's clocks. The only place that reads the wall clock: the platform steps it from the network by itself.</summary>
public sealed class PlatformClock : ISystemClock
{
    private readonly long _startMs = Environment.TickCount64;

    /// <inheritdoc/>
    public long UptimeMs => Environment.TickCount64 - _startMs;

    /// <inheritdoc/>
    public long UnixSeconds => DateTime.UtcNow.ToUnixTimeSeconds();

    /// <summary>
    /// Sets the platform's clock from the board's own clock chip, where it shows no sensible time: after a power cut it begins in 1970, and the network may
    /// be hours away. A time from the network steps it again.
    /// </summary>
    public void Adopt(long unixSeconds)
    {
        if (UnixSeconds < UnitClock.Earliest && unixSeconds >= UnitClock.Earliest)
        {
            Rtc.SetSystemTime(DateTime.FromUnixTimeSeconds(unixSeconds));
        }
    }
}
