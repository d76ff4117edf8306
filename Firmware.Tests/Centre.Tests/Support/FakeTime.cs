using System;

namespace Centre.Tests.Support;

/// <summary>A clock on the wall that can be moved, and a timer that only goes on.</summary>
internal sealed class FakeTime : TimeProvider
{
    private long _ticks;

    /// <summary>What the clock shows.</summary>
    public DateTimeOffset Now { get; set; } = DateTimeOffset.FromUnixTimeSeconds(1790000012);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => _ticks;

    /// <summary>Time passes.</summary>
    public void Pass(double seconds)
    {
        _ticks += (long)(seconds * TimeSpan.TicksPerSecond);
        Now += TimeSpan.FromSeconds(seconds);
    }
}
