using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Linq;
using Tools.Host;

namespace Tools.Simulation;

/// <summary>Runs the unit's production code in a world of virtual time, breaks that world, and judges whether the promise holds.</summary>
public static class Program
{
    private const int MostSeeds = 1_000_000;
    private const int MostDays = 3650;

    private static readonly Option<ulong> s_seed = new("--seed")
    {
        Description = "play this history alone, exactly as before; where an invariant breaks, find the shortest history that breaks it",
    };

    private static readonly Option<int> s_seeds = new("--seeds") { Description = "histories; 0 for none", DefaultValueFactory = _ => 200 };
    private static readonly Option<int> s_days = new("--days") { Description = "simulated days of a history", DefaultValueFactory = _ => 2 };
    private static readonly Option<int> s_cuts = new("--cuts") { Description = "power cuts at every write and every byte of it; 0 for no sweeps", DefaultValueFactory = _ => 30_000 };
    private static readonly Option<bool> s_controls = new("--controls") { Description = "play the negative controls: what the product must not do, each of which must be caught" };
    private static readonly Option<bool> s_trace = new("--trace") { Description = "with --seed: tell what happens in the history, or in the shortest one" };
    private static readonly Option<bool> s_whole = new("--whole") { Description = "with --seed: leave a broken history as long as it is" };
    private static readonly Option<bool> s_punctual = new("--punctual") { Description = "with --seed: scan every 50 ms also while nothing moves" };

    public static int Main(string[] arguments)
    {
        var command = new RootCommand("The unit's production code in virtual time, with everything around it failing, judged after every step.")
        {
            s_seed, s_seeds, s_days, s_cuts, s_controls, s_trace, s_whole, s_punctual,
        };
        command.SetAction(Run);
        return ToolMain.Run("sim", command, arguments);
    }

    private static int Run(ParseResult options)
    {
        int days = options.GetValue(s_days);
        int seeds = options.GetValue(s_seeds);
        Check(days is >= 1 and <= MostDays, $"--days takes 1 to {MostDays}");
        Check(seeds is >= 0 and <= MostSeeds, $"--seeds takes 0 to {MostSeeds}");
        if (options.GetValue(s_seed) is var seed and not 0)
        {
            return PlayOne(seed, days, options.GetValue(s_trace), options.GetValue(s_whole), Variant.Product with { EveryScan = options.GetValue(s_punctual) });
        }

        if (options.GetValue(s_controls))
        {
            return PlayControls();
        }

        bool swept = options.GetValue(s_cuts) == 0 || PlaySweeps(options.GetValue(s_cuts));
        bool held = seeds == 0 || PlayMany(seeds, days);
        return swept && held ? ExitCode.Done : ExitCode.Failed;
    }

    private static bool PlaySweeps(int cuts)
    {
        bool held = true;
        Func<SweepResult>[] sweeps = [() => Sweep.Cuts(cuts, Variant.Product), () => Sweep.Pairs(Variant.Product), () => Sweep.Flips(Variant.Product)];
        foreach (Func<SweepResult> sweep in sweeps)
        {
            SweepResult result = sweep();
            held &= result.Broken.Count == 0;
            ToolMain.Output.WriteLine(result.ToString());
            foreach (string line in result.Broken)
            {
                ToolMain.Output.WriteLine($"  {line}");
            }
        }

        return held;
    }

    private static bool PlayMany(int seeds, int days)
    {
        var campaign = new Campaign(days);
        campaign.Play(seeds);
        campaign.Report(ToolMain.Output);
        return campaign.Broken.Count == 0;
    }

    private static int PlayControls()
    {
        bool caught = true;
        foreach (ControlResult result in Controls.Play())
        {
            caught &= result.IsCaught;
            ToolMain.Output.WriteLine($"{(result.IsCaught ? "caught" : "MISSED")}: {result.Name}: {result.Caught?.Line}");
        }

        return caught ? ExitCode.Done : ExitCode.Failed;
    }

    private static int PlayOne(ulong seed, int days, bool trace, bool whole, Variant variant)
    {
        List<SimEvent> events = PlanMaker.Make(seed, days);
        Outcome outcome = Runs.Play(seed, events, days, variant, trace ? Note : null);
        if (outcome.Broken != null && !whole)
        {
            ToolMain.Output.WriteLine(Campaign.Line(outcome));
            events = Shrinker.Shrink(events, some => Runs.Play(seed, some, days, variant).Broken?.Rule, outcome.Broken.Rule);
            ToolMain.Output.WriteLine($"shortest history found, {events.Count} events:");
            events.ForEach(one => ToolMain.Output.WriteLine($"  {one}"));
            s_notes.Clear();
            outcome = Runs.Play(seed, events, days, variant, trace ? Note : null);
        }

        s_notes.ForEach(ToolMain.Output.WriteLine);
        ToolMain.Output.WriteLine(Campaign.Line(outcome));
        return outcome.Broken == null ? ExitCode.Done : ExitCode.Failed;
    }

    private static readonly List<string> s_notes = [];

    private static void Note(long ms, string what) => s_notes.Add($"  {SimEvent.Time(ms)}  {what}");

    private static void Check(bool holds, string complaint)
    {
        if (!holds)
        {
            throw new ToolException(complaint, ExitCode.WrongCall);
        }
    }
}
