using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Records;

namespace Tools.Simulation;

/// <summary>One thing that the product must not do, put in at a port, and what the simulator says to it.</summary>
/// <param name="Name">What is other than in the product.</param>
/// <param name="Rule">The invariant that it must break, by its short name.</param>
/// <param name="Caught">What broke first; null: the simulator did not see it.</param>
public sealed record ControlResult(string Name, string Rule, Broken Caught)
{
    /// <summary>It was seen for what it is.</summary>
    public bool IsCaught => Caught?.Rule == Rule;
}

/// <summary>
/// The negative controls: a simulator that finds nothing is only worth something if it finds what is put in. The product's own code runs; the fault is in what it is given.
/// </summary>
public static class Controls
{
    private const int MostSeeds = 60;
    private const int Days = 2;

    private static readonly (string Name, string Rule, Func<Broken> Hunt)[] s_all =
    [
        ("records without a CRC", "accepted as valid", () => Sweep.FirstBrokenFlip(new Variant { Checksum = new NoChecksum() }, 0)),
        ("a length that nobody checks", "log", () => Sweep.FirstBrokenFlip(new Variant { BelievesLength = true }, Slots.EventLog)),
        ("flush in place of close", "id reused", () => Histories(new Variant { OnlyFlushes = true })),
        ("the broker's acknowledgement as storage", "cleared unstored", () => Histories(new Variant { PubackIsReceipt = true })),
        ("ids without a counter that survives", "id reused", () => Histories(new Variant { Checksum = new ForgottenCounter() })),
        ("a drill answered without the centre", "drill", () => Histories(new Variant { PubackEndsDrill = true })),
        ("with confirm=broker, what was given up as taken", "cleared unstored", () => Histories(new Variant { HidesGivenUp = true, Provisioning = Provisioning.ByBroker })),
        ("a configuration that keeps its first content", "setting", () => Histories(new Variant { FrozenSlot = Slots.Settings })),
        ("acknowledgements by a stranger", "acknowledged by nobody", () => Histories(new Variant { HasStranger = true })),
        ("a terminal that says what is not so", "no cause", () => Histories(new Variant { Wiring = site => new LyingTerminals(site) })),
    ];

    /// <summary>Plays them all.</summary>
    public static IEnumerable<ControlResult> Play() => s_all.Select(control => new ControlResult(control.Name, control.Rule, control.Hunt()));

    /// <summary>The first history that breaks, where the product's own holds.</summary>
    private static Broken Histories(Variant variant)
    {
        for (ulong seed = 1; seed <= MostSeeds; seed++)
        {
            List<SimEvent> events = PlanMaker.Make(seed, Days);
            Outcome outcome = Runs.Play(seed, events, Days, variant);
            if (outcome.Broken != null && Runs.Play(seed, events, Days, Variant.Product).Broken == null)
            {
                return new Broken(outcome.Broken.Rule, $"seed {seed}, {SimEvent.Time(outcome.World.NowMs)}: {outcome.Broken.Message}");
            }
        }

        return null;
    }
}
