using System;
using System.Diagnostics;
using Tools.Host;

namespace Tools.Centre;

/// <summary>The world's clock as a <see cref="TimeProvider"/>: with units that run faster than real, time has to run as fast here.</summary>
internal sealed class WorldTime(WorldClock world) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => world.Now;

    /// <inheritdoc/>
    public override long GetTimestamp() => (long)(Stopwatch.GetTimestamp() * world.Speed);
}
