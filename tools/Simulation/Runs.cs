using System;
using System.Collections.Generic;

namespace Tools.Simulation;

/// <summary>What one history came to.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="World">The world at its end.</param>
/// <param name="Broken">The invariant that does not hold; null where all do.</param>
public sealed record Outcome(ulong Seed, World World, Violation Broken);

/// <summary>Histories of many seeds.</summary>
public static class Runs
{
    private const long DayMs = 86_400_000;

    /// <summary>Plays a history.</summary>
    public static Outcome Play(ulong seed, IReadOnlyList<SimEvent> events, int days, Variant variant, Action<long, string> tell = null)
    {
        var world = new World(seed, events, variant) { Tell = tell };
        try
        {
            world.PowerOn();
            world.Run(days * DayMs);
            world.Heal();
            return new Outcome(seed, world, null);
        }
        catch (Violation broken)
        {
            return new Outcome(seed, world, broken);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new Outcome(seed, world, Defect(error));
        }
    }

    /// <summary>The unit threw: that is never allowed.</summary>
    public static Violation Defect(Exception error) => new("exception", $"{error.GetType().Name}: {error.Message} {error.StackTrace?.Split('\n')[0].Trim()}");
}
