using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Tools.Simulation;

namespace Simulation.Tests;

/// <summary>Histories repeat exactly, and a broken one is made short.</summary>
[TestClass]
public class HistoryTests
{
    private const int Days = 2;

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void SameSeed_GivesTheSameHistoryToTheBit(int seed)
    {
        Outcome first = Play((ulong)seed);
        Outcome second = Play((ulong)seed);
        Assert.AreEqual(first.World.Digest, second.World.Digest);
        Assert.AreEqual(first.World.NowMs, second.World.NowMs);
        Assert.AreEqual(first.World.Storage.Writes, second.World.Storage.Writes);
        Assert.AreNotEqual(first.World.Digest, Play((ulong)seed + 1000).World.Digest);
    }

    /// <summary>200 seeds of two days; with FIRMWARE_TESTS_LONG 10,000, and 300 of thirty days.</summary>
    [TestMethod]
    public void HistoriesOfTwoHundredSeeds_Hold()
    {
        bool whole = Environment.GetEnvironmentVariable("FIRMWARE_TESTS_LONG") == "1";
        foreach ((int seeds, int days) in whole ? new[] { (10_000, 2), (300, 30) } : [(200, 2)])
        {
            var campaign = new Campaign(days);
            campaign.Play(seeds);
            var said = new StringWriter();
            campaign.Report(said);
            using (var output = new StreamWriter(Console.OpenStandardOutput()))
            {
                output.Write(said);
            }

            Assert.IsEmpty(campaign.Broken, said.ToString());
        }
    }

    [TestMethod]
    public void BrokenHistory_IsMadeShort()
    {
        var variant = new Variant { FrozenSlot = 0 };
        List<SimEvent> events = PlanMaker.Make(1, Days);
        string rule = Runs.Play(1, events, Days, variant).Broken.Rule;
        List<SimEvent> least = Shrinker.Shrink(events, some => Runs.Play(1, some, Days, variant).Broken?.Rule, rule);
        Assert.IsLessThanOrEqualTo(4, least.Count, string.Join('\n', least));
        Assert.AreEqual(rule, Runs.Play(1, least, Days, variant).Broken?.Rule);
        foreach (SimEvent one in least)
        {
            Assert.AreNotEqual(rule, Runs.Play(1, least.Where(other => other != one).ToList(), Days, variant).Broken?.Rule, $"without {one}");
        }
    }

    private static Outcome Play(ulong seed) => Runs.Play(seed, PlanMaker.Make(seed, Days), Days, Variant.Product);
}
