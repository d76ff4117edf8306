using System;
using Firmware.Core.Ports;

namespace Firmware.Device.Platform;

/// <summary>The platform's clocks. The only place that reads the wall clock: the platform steps it from the network by itself.</summary>
public sealed class PlatformClock : ISystemClock
{
    private readonly long _startMs = Environment.TickCount64;

    /// <inheritdoc/>
    public long UptimeMs => Environment.TickCount64 - _startMs;

    /// <inheritdoc/>
    public long UnixSeconds => DateTime.UtcNow.ToUnixTimeSeconds();
}
