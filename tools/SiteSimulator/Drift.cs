using System;

namespace Tools.SiteSimulator;

/// <summary>Something that creeps: it grows while it has a rate and is gone when the rate is taken away.</summary>
internal sealed class Drift
{
    private const double SecondsPerDay = 86_400;

    /// <summary>How far it has come.</summary>
    public double Value { get; private set; }

    /// <summary>Lets time pass.</summary>
    public void Step(double seconds, double perDay, double most) =>
        Value = perDay > 0 ? Math.Min(most, Value + (perDay * seconds / SecondsPerDay)) : 0;
}
