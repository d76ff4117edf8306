using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Firmware.Core.Faults;
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

    /// <summary>Whoever runs many histories gets the shortest one of the first that breaks with it.</summary>
    [TestMethod]
    public void BrokenCampaign_TellsTheShortestHistoryOfItsFirstSeed()
    {
        var campaign = new Campaign(Days, new Variant { FrozenSlot = 0 });
        campaign.Play(2);
        var said = new StringWriter();
        campaign.Report(said);
        string[] lines = said.ToString().Split('\n');
        int at = Array.FindIndex(lines, line => line.StartsWith("shortest history found of seed 1, ", StringComparison.Ordinal));
        Assert.IsGreaterThan(0, at, said.ToString());
        int events = int.Parse(lines[at].Split(", ")[1].Split(' ')[0], CultureInfo.InvariantCulture);
        Assert.IsLessThanOrEqualTo(8, events, said.ToString());
        Assert.IsTrue(lines.Skip(at + 1).Take(events).All(line => line.StartsWith("  ", StringComparison.Ordinal)), said.ToString());
    }

    /// <summary>Over twenty seeds everything that is drawn occurs: both encodings, whose word counts, changed settings, answers of the desk, visits and inspection reports.</summary>
    [TestMethod]
    public void TheSeeds_DrawWhatTheProductCanBe()
    {
        string[] files = [.. Enumerable.Range(1, 40).Select(seed => System.Text.Encoding.ASCII.GetString(Provisioning.Drawn((ulong)seed)))];
        foreach (string line in new[] { "encoding=cbor", "encoding=json", "confirm=broker", "confirm=centre", "contract=A", "contract=B1", "contract=E" })
        {
            Assert.IsTrue(files.Any(file => file.Contains(line, StringComparison.Ordinal)), line);
        }

        World[] worlds = [.. Enumerable.Range(1, 20).Select(seed => Play((ulong)seed).World)];
        Assert.IsGreaterThan(10, worlds.Sum(world => world.SettingsStored));
        Assert.IsGreaterThan(10, worlds.Sum(world => world.Centre.Records.Values.Count(record => record.Event == "acknowledged" && record.By == "centre")));
        Assert.IsGreaterThan(10, worlds.Sum(world => world.Unit.Inspector.Visits.Records.LastNumber));
        Assert.IsGreaterThan(10, worlds.Sum(world => world.Unit.Inspector.Reports.LastNumber));
    }

    /// <summary>Every fault of level 1 or 2 has its causes, or none, at this site.</summary>
    [TestMethod]
    public void EveryFaultOfLevelOneOrTwo_IsHeldAgainstItsCauses()
    {
        var catalogue = new FaultCatalogue();
        for (int row = 0; row < catalogue.Count; row++)
        {
            Assert.IsTrue(catalogue.Level(row) > 2 || CauseJudge.Codes.Contains(catalogue.Code(row)), catalogue.Code(row).ToString(CultureInfo.InvariantCulture));
        }
    }

    private static Outcome Play(ulong seed) => Runs.Play(seed, PlanMaker.Make(seed, Days), Days, Variant.Product);
}
