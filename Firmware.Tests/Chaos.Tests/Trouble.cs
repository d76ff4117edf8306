using System.Collections.Generic;

namespace Chaos.Tests;

/// <summary>Something that is done to a site and undone again, and the fault of level 1 or 2 that the unit raises and clears by it.</summary>
/// <param name="Code">The fault.</param>
/// <param name="Begin">What is told to the simulated site to bring it about.</param>
/// <param name="End">What is told to it to end it; each line takes effect before the next.</param>
/// <param name="LeastSeconds">Unit time for which it stays as it is before it is turned again, s.</param>
internal sealed record Trouble(int Code, IReadOnlyList<string> Begin, IReadOnlyList<string> End, int LeastSeconds)
{
    /// <summary>Raised in 5 s and cleared in 30, at level 1, where nothing is held back: it turns with every blow.</summary>
    public static readonly Trouble Supply = new(103, ["inject supply-low"], ["clear supply-low"], 0);

    /// <summary>Two raises of a level-2 fault are at least so far apart, s: more of them in ten minutes would be chatter, and held back (Squelch).</summary>
    private const int Calm = 310;

    private static readonly Trouble s_chamber = new(406, ["inject chamber-flooded"], ["clear chamber-flooded"], Calm);
    private static readonly Trouble s_leak = new(401, ["inject leak-at-rest"], ["clear leak-at-rest"], Calm);
    private static readonly Trouble s_well = new(305, ["run-request on", "inject dry-well"], ["clear dry-well", "run-request off", "run-request on"], Calm);

    /// <summary>What else is wrong at the site of a pair, and the two exclude each other: the pump runs at one half of the sites, and rests at the other.</summary>
    public static IReadOnlyList<Trouble> OfPair(int number) => number % 2 == 0 ? [s_chamber, s_well] : [s_chamber, s_leak];
}
