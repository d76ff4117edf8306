using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Tools.Simulation;

/// <summary>Histories of many seeds, and what they came to in sum.</summary>
public sealed class Campaign
{
    private const int MostShown = 20;

    /// <summary>Plays for the shortest history of the first broken seed: some 20 s for one of two days.</summary>
    private const int MostPlays = 120;

    private readonly Lock _gate = new();
    private readonly int _days;
    private readonly Variant _variant;
    private double _simulatedMs;
    private double _seconds;
    private long _scans;
    private long _cuts;
    private long _kept;
    private long _arrived;
    private long _again;
    private long _transitions;
    private long _writes;
    private long _steadyScans;
    private long _steadyBytes;
    private int _played;

    /// <summary>Histories of so many days.</summary>
    /// <param name="days">Simulated days of each.</param>
    /// <param name="variant">What is other than in the product; null for nothing.</param>
    public Campaign(int days, Variant variant = null)
    {
        (_days, _variant) = (days, variant ?? Variant.Product);
    }

    /// <summary>Histories in which an invariant broke, by seed.</summary>
    public SortedDictionary<ulong, Outcome> Broken { get; } = [];

    /// <summary>Simulated time over processor time.</summary>
    public double Speed => _simulatedMs / 1000 / Math.Max(_seconds, 0.001);

    /// <summary>Plays the seeds 1 to <paramref name="seeds"/>, on all processors.</summary>
    public void Play(int seeds)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        Parallel.For(1, seeds + 1, seed => Take(Runs.Play((ulong)seed, PlanMaker.Make((ulong)seed, _days), _days, _variant)));
        _seconds += (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    }

    /// <summary>One line for a history.</summary>
    public static string Line(Outcome outcome) =>
        $"seed {outcome.Seed}: {(outcome.Broken == null ? "holds" : $"BROKEN at {SimEvent.Time(outcome.World.NowMs)}: {outcome.Broken.Message}")} ({outcome.World.Digest:x16})";

    /// <summary>Says what was done.</summary>
    public void Report(TextWriter output)
    {
        foreach (Outcome outcome in Broken.Values.Take(MostShown))
        {
            output.WriteLine(Line(outcome));
            output.WriteLine($"  repeat and shorten: tools/sim --seed {outcome.Seed} --days {_days}");
        }

        if (Broken.Count > 0)
        {
            TellShortest(Broken.Values.First(), output);
        }

        output.WriteLine(FormattableString.Invariant(
            $"{_played} histories of {_days} days: {Broken.Count} broken; {_transitions} transitions of faults, {_kept} records kept, {_arrived} arrived, {_again} repeated, {_cuts} power cuts, {_writes} writes, {_scans} scans, {_steadyBytes} B allocated in {_steadyScans} of them that neither read, wrote nor published"));
        output.WriteLine(FormattableString.Invariant($"{_simulatedMs / 86_400_000:0.0} simulated days in {_seconds:0.0} s of processor time: {Speed:0} times real time"));
    }

    /// <summary>The first broken history, as short as some plays of it can make it.</summary>
    private void TellShortest(Outcome outcome, TextWriter output)
    {
        List<SimEvent> events = Shrinker.Shrink(PlanMaker.Make(outcome.Seed, _days), some => Runs.Play(outcome.Seed, some, _days, _variant).Broken?.Rule, outcome.Broken.Rule, MostPlays);
        output.WriteLine($"shortest history found of seed {outcome.Seed}, {events.Count} events:");
        events.ForEach(one => output.WriteLine($"  {one}"));
    }

    private void Take(Outcome outcome)
    {
        World world = outcome.World;
        lock (_gate)
        {
            _played++;
            _simulatedMs += world.NowMs;
            _scans += world.Scans;
            _cuts += world.Cuts;
            _kept += world.Delivery.KeptCount;
            _arrived += world.Delivery.Arrived;
            _again += world.Delivery.ArrivedAgain;
            _transitions += world.Truth.Transitions;
            _writes += world.Storage.Writes;
            _steadyScans += world.SteadyScans;
            _steadyBytes += world.SteadyBytes;
            if (outcome.Broken != null)
            {
                Broken.Add(outcome.Seed, outcome);
            }
        }
    }
}
