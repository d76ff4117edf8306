using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EndToEnd.Tests;

namespace Chaos.Tests;

/// <summary>
/// Brokers and centres that are killed or stand still, connections that are torn or go dead, stores that are lost, under units that go on
/// reporting: no level-1 or level-2 transition is lost, and none is doubled. By default 50 cycles with stops of 5 s on 10 pairs, at twelve times real time: a retry of 30 s comes after 2.5 s, the keep-alive of 60 s is
/// one of 5 s. With FIRMWARE_TESTS_LONG 500 cycles with stops of a minute and the keep-alive of 60 s, in real time. The seed is printed; FIRMWARE_CHAOS_SEED repeats the order of what happens.
/// </summary>
[TestClass]
public class ChaosTests
{
    private const int Pairs = 10;

    private static readonly bool s_long = Environment.GetEnvironmentVariable("FIRMWARE_TESTS_LONG") == "1";

    /// <summary>The longest time between two copies of a record, and between two attempts to connect, and as much again: 20 min of the unit's time.</summary>
    private static readonly Pace s_pace = s_long
        ? new Pace(50, 1, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(8), TimeSpan.FromMinutes(20))
        : new Pace(5, 12, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(100));

    private static readonly Stopwatch s_watch = Stopwatch.StartNew();
    private static int s_done;

    [TestMethod]
    public async Task NoLevel1Or2TransitionIsLostAndNoneIsDoubled()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("FIRMWARE_CHAOS_SEED"), CultureInfo.InvariantCulture, out int wanted)
            ? wanted
            : Random.Shared.Next();
        Say($"seed {seed}");
        Judge[] judges = await Task.WhenAll(Enumerable.Range(1, Pairs).Select(number => Task.Factory.StartNew(
            () => Run(number, seed + number), TaskCreationOptions.LongRunning)));
        string said = $"seed {seed}: {s_done} cycles on {Pairs} pairs in {s_watch.Elapsed.TotalSeconds:0} s; "
            + $"{judges.Sum(judge => judge.Transitions)} level-1 and level-2 transitions, {judges.Sum(judge => judge.InTwoStores)} of them in two stores";
        List<string> findings = [.. judges.SelectMany((judge, pair) => judge.Findings.Select(finding => $"well-{pair + 1}: {finding}"))];
        Say($"{said}; {findings.Count} finding(s)");
        Assert.AreEqual(Pairs * s_pace.Cycles, s_done);
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
        using var pair = new Pair(number, seed, s_pace);
        pair.WaitUntilKnown();
        foreach (Blow blow in Order(new Random(seed)))
        {
            pair.Suffer(blow);
            int done = Interlocked.Increment(ref s_done);
            if (done % 50 == 0)
            {
                Say($"{done} of {Pairs * s_pace.Cycles} cycles, {s_watch.Elapsed.TotalSeconds:0} s");
            }
        }

        return pair.Settle();
    }

    /// <summary>Every blow once before any comes again, in an order of its own for each pair.</summary>
    private static IEnumerable<Blow> Order(Random random)
    {
        Blow[] blows = Enum.GetValues<Blow>();
        for (int done = 0; done < s_pace.Cycles; done += blows.Length)
        {
            random.Shuffle(blows);
            foreach (Blow blow in blows.Take(s_pace.Cycles - done))
            {
                yield return blow;
            }
        }
    }
}
