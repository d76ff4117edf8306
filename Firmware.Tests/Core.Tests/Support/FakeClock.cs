using Firmware.Core.Ports;

namespace Core.Tests.Support;

/// <summary>Both clocks in the test's hand.</summary>
public sealed class FakeClock : ISystemClock
{
    private long _standsAt = -1;

    /// <inheritdoc/>
    public long UptimeMs { get; set; }

    /// <summary>What the platform believes at uptime 0; 0 is 1970.</summary>
    public long UnixAtStart { get; set; }

    /// <summary>The platform's clock stands, while the tick counter goes on.</summary>
    public bool Stands
    {
        get => _standsAt >= 0;
        set => _standsAt = value ? UnixSeconds : -1;
    }

    /// <inheritdoc/>
    public long UnixSeconds => _standsAt >= 0 ? _standsAt : UnixAtStart + (UptimeMs / 1000);

    /// <summary>The power was cut before this start, and the time is that of the board's own clock chip.</summary>
    public bool PowerWasOff;

    /// <inheritdoc/>
    public bool RanOn => UnixAtStart > 0 && !PowerWasOff;

    /// <inheritdoc/>
    public bool WasSet { get; set; } = true;
}
