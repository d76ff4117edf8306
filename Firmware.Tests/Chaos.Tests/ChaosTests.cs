using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using EndToEnd.Tests;

namespace Chaos.Tests;

/// <summary>
/// Brokers and centres that are killed or stand still, connections that are torn or go dead, stores that are lost, under units that go on
/// reporting: no level-1 or level-2 transition is lost, and none is doubled. By default 50 cycles with stops of 5 s on 10 pairs; with FIRMWARE_TESTS_LONG 500
/// cycles with stops of a minute. The seed is printed; FIRMWARE_CHAOS_SEED repeats the order of what happens.
/// </summary>
[TestClass]
public class ChaosTests
{
    private const int Pairs = 10;

    private static readonly bool s_long = Environment.GetEnvironmentVariable("FIRMWARE_TESTS_LONG") == "1";
    private static readonly int s_rounds = s_long ? 50 : 5;
    private static readonly TimeSpan s_stop = TimeSpan.FromSeconds(s_long ? 60 : 5);

    [TestMethod]
    public async Task NoLevel1Or2TransitionIsLostAndNoneIsDoubled()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("FIRMWARE_CHAOS_SEED"), CultureInfo.InvariantCulture, out int wanted)
            ? wanted
            : Random.Shared.Next();
        Say($"seed {seed}");
        var watch = Stopwatch.StartNew();
        Judge[] judges = await Task.WhenAll(Enumerable.Range(1, Pairs).Select(number => Task.Factory.StartNew(
            () => Run(number, seed + number), TaskCreationOptions.LongRunning)));
        string said = $"seed {seed}: {Pairs * s_rounds} cycles on {Pairs} pairs in {watch.Elapsed.TotalSeconds:0} s; "
            + $"{judges.Sum(judge => judge.Transitions)} level-1 and level-2 transitions, {judges.Sum(judge => judge.InTwoStores)} of them in two stores";
        List<string> findings = [.. judges.SelectMany((judge, pair) => judge.Findings.Select(finding => $"well-{pair + 1}: {finding}"))];
        Say($"{said}; {findings.Count} finding(s)");
        Assert.IsEmpty(findings, said + "\n" + string.Join('\n', findings));
    }

    /// <summary>Past the test framework, which would keep it to itself.</summary>
    private static void Say(string what)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        output.WriteLine("chaos: " + what);
    }

    private static Judge Run(int number, int seed)
    {
        using var pair = new Pair(number, seed, s_stop);
        pair.WaitUntilKnown();
        foreach (Blow blow in Order(new Random(seed)))
        {
            pair.Suffer(blow);
        }

        return pair.Settle();
    }

    /// <summary>Every blow once before any comes again, in an order of its own for each pair.</summary>
    private static IEnumerable<Blow> Order(Random random)
    {
        Blow[] blows = Enum.GetValues<Blow>();
        for (int done = 0; done < s_rounds; done += blows.Length)
        {
            random.Shuffle(blows);
            foreach (Blow blow in blows.Take(s_rounds - done))
            {
                yield return blow;
            }
        }
    }
}
