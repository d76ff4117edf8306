using System;
using System.IO;
using System.Linq;
using Tools.Simulation;

namespace Simulation.Tests;

/// <summary>A power cut at every write, twice in a row, and damage of every bit: the counts that the promise rests on.</summary>
[TestClass]
public class SweepTests
{
    [TestMethod]
    public void PowerCut_AtThirtyThousandPoints_LosesNothing()
    {
        SweepResult result = Said(Sweep.Cuts(30_000, Variant.Product));
        Assert.AreEqual(0, result.BrokenCount, string.Join('\n', result.Broken));
        Assert.AreEqual(30_000, result.Points);
    }

    /// <summary>The cuts lie in the writes of every part that writes: ledger, fault memory, clocks, persons, plan, counters, visit, answers, drill apart; configuration, event log, run, reports, visits, outbox.</summary>
    [TestMethod]
    public void TheWorkload_HasEveryWriter()
    {
        int[] slots = [.. Workload.Record(1, 30_000 / 80, new Variant { Provisioning = Provisioning.Usual }).Select(moment => moment.Slot).Distinct().Order()];
        foreach (int slot in new[] { 0, 1, 2, 3, 5, 6, 7, 40, 42, 43, 44, 60, 61, 63, 64 })
        {
            CollectionAssert.Contains(slots, slot, string.Join(' ', slots));
        }
    }

    [TestMethod]
    public void TwoCuts_AtEveryPairOfFortyWrites_LoseNothing()
    {
        SweepResult result = Said(Sweep.Pairs(Variant.Product));
        Assert.AreEqual(0, result.BrokenCount, string.Join('\n', result.Broken));
        Assert.AreEqual(40 * 40 * 4, result.Points);
    }

    [TestMethod]
    public void EveryBitOfAFullStoreFlipped_LosesAtMostItsRecord()
    {
        SweepResult result = Said(Sweep.Flips(Variant.Product));
        Assert.AreEqual(0, result.BrokenCount, string.Join('\n', result.Broken));
        Assert.IsGreaterThanOrEqualTo(80_000, result.Points);
    }

    /// <summary>Past the test framework, which would keep it to itself.</summary>
    private static SweepResult Said(SweepResult result)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        output.WriteLine($"simulation: {result}");
        return result;
    }
}
