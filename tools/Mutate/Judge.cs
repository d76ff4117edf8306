using System.Diagnostics;

namespace Tools.Mutate;

/// <summary>What became of a change.</summary>
public enum Verdict
{
    /// <summary>Every test passes: nothing holds the rule.</summary>
    Survived,

    /// <summary>A test fails.</summary>
    Killed,

    /// <summary>The tests do not come to an end, or the process dies of it.</summary>
    Hung,

    /// <summary>The compiler refuses it.</summary>
    DoesNotCompile,
}

/// <summary>Compiles a change and runs the tests until one fails.</summary>
public sealed class Judge(Compiler compiler, IReadOnlyList<byte[]> tests, Libraries libraries, TimeSpan limit)
{
    /// <summary>The limit is one of processor time, so that a busy machine kills nothing; what waits for ever uses none, and ends after so many times the limit.</summary>
    private const int LongestWait = 20;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private readonly List<string> _killers = [];
    private readonly Dictionary<string, double> _seconds = [];

    /// <summary>How many tests there are, and the first that fails with nothing changed; null where all pass.</summary>
    public (int Count, string? Failure) Baseline()
    {
        byte[] core = compiler.Core(null) ?? throw new InvalidDataException("Firmware.Core does not compile");
        using var run = new TestRun(core, compiler.Tests(core) ?? throw new InvalidDataException("the tests do not compile"), libraries);
        return (run.Count, run.FirstFailure("", [], _seconds));
    }

    /// <summary>Judges a change. After <see cref="Verdict.Hung"/> a thread is left behind that cannot be stopped.</summary>
    public Verdict Try(Mutation mutation)
    {
        byte[]? core = compiler.Core(mutation);
        IReadOnlyList<byte[]>? noticing = core == null ? null : mutation.IsInlined ? compiler.Tests(core) : tests;
        if (core == null || noticing == null)
        {
            return Verdict.DoesNotCompile;
        }

        string? failure = null;
        var thread = new Thread(() => failure = FirstFailure(core, noticing, mutation.Subject)) { IsBackground = true };
        TimeSpan before = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        thread.Start();
        bool ended = false;
        while (!ended && Environment.CpuUsage.TotalTime - before < limit && clock.Elapsed < LongestWait * limit)
        {
            ended = thread.Join(Look);
        }

        return !ended ? Verdict.Hung : failure == null ? Verdict.Survived : Verdict.Killed;
    }

    private string? FirstFailure(byte[] core, IReadOnlyList<byte[]> images, string subject)
    {
        using var run = new TestRun(core, images, libraries);
        string? failure = run.FirstFailure(subject, _killers, _seconds);
        if (failure != null)
        {
            // What killed the last change is likely to kill the next one.
            _killers.Remove(failure);
            _killers.Add(failure);
        }

        return failure;
    }
}
