using System;
using System.Collections.Generic;
using System.Linq;

namespace Tools.Simulation;

/// <summary>
/// Makes a history that breaks an invariant shorter: leaves out halves, quarters … single events as long as the same invariant still breaks (delta debugging after Zeller).
/// </summary>
public static class Shrinker
{
    /// <summary>The shortest history found.</summary>
    /// <param name="events">All events of the history.</param>
    /// <param name="breaks">Plays some of them; the invariant that breaks, and when, or null.</param>
    /// <param name="rule">The invariant that it is about.</param>
    /// <param name="mostPlays">Plays after which it is left as it is.</param>
    public static List<SimEvent> Shrink(IReadOnlyList<SimEvent> events, Func<List<SimEvent>, string> breaks, string rule, int mostPlays = 600)
    {
        var kept = events.ToList();
        int plays = 0;
        for (int size = Math.Max(kept.Count / 2, 1); size >= 1; size = size == 1 ? 0 : size / 2)
        {
            for (int at = 0; at < kept.Count && plays < mostPlays;)
            {
                List<SimEvent> without = [.. kept.Take(at), .. kept.Skip(at + size)];
                plays++;
                if (breaks(without) == rule)
                {
                    kept = without;
                }
                else
                {
                    at += size;
                }
            }
        }

        return kept;
    }
}
