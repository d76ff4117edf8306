using System.Diagnostics;

namespace Tools.Mutate;

/// <summary>See <see cref="Options.Usage"/>. Ends with 0, with 1 for a survivor that nobody explained, with 2 when it could not do its work.</summary>
public static class Program
{
    /// <summary>Processor time that a run of the tests may take; a run of all of them takes a quarter of a minute, half a one on a busy machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);

    public static int Main(string[] arguments)
    {
        if (arguments is ["--help"] or ["-h"])
        {
            Console.WriteLine(Options.Usage);
            return 0;
        }

        try
        {
            return Run(Options.Parse(arguments));
        }
        catch (Exception error) when (error is ArgumentException or IOException or InvalidDataException)
        {
            Console.Error.WriteLine($"tools/mutate: {error.Message} (see --help)");
            return 2;
        }
    }

    private static int Run(Options options)
    {
        Subject subject = Subject.Of(options.Root);
        var numbers = Sample(Enumerable.Range(0, subject.Mutations.Count).Where(i => options.Takes(subject.Mutations[i])).ToList(), options.Max);
        if (options.List)
        {
            numbers.ForEach(i => Console.WriteLine(subject.Mutations[i]));
            return 0;
        }

        var libraries = new Libraries(subject.Folder);
        var judge = new Judge(new Compiler(subject.Core, subject.Suites, libraries.ForCompiler), [.. subject.Suites.Select(s => File.ReadAllBytes(s.Program))], libraries, Limit);
        if (options.Worker)
        {
            Pool.Work(subject, judge);
            return 0;
        }

        if (numbers.Count == 0)
        {
            throw new ArgumentException($"no change has {string.Join(" or ", options.Only)} in it");
        }

        var equivalents = new Equivalents(File.ReadLines(Path.Combine(options.Root, "tools", "Mutate", "equivalents.txt")));
        CheckBaseline(subject, judge);
        bool whole = numbers.Count == subject.Mutations.Count;
        return Report(subject, numbers, options, equivalents, whole);
    }

    /// <summary>Every k-th, so that a sample has something of each file.</summary>
    private static List<int> Sample(List<int> all, int most)
    {
        int count = Math.Min(all.Count, most);
        return [.. Enumerable.Range(0, count).Select(i => all[(int)((long)i * all.Count / count)])];
    }

    /// <summary>Nothing that follows means anything unless the tests pass here as they do in their own program, and as many of them.</summary>
    private static void CheckBaseline(Subject subject, Judge judge)
    {
        int expected = subject.Suites.Sum(s => PassedInTheirProgram(s.Program));
        (int count, string? failure) = judge.Baseline();
        if (failure != null || count != expected)
        {
            throw new InvalidDataException(failure != null ? $"{failure} fails with nothing changed" : $"{count} tests run here, {expected} pass in their own program");
        }

        Console.WriteLine($"{count} tests pass with nothing changed.");
    }

    private static int PassedInTheirProgram(string program)
    {
        var start = new ProcessStartInfo("dotnet", [program, "--progress", "off", "--no-ansi"]) { RedirectStandardOutput = true };
        using Process tests = Process.Start(start)!;
        string[] lines = tests.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        tests.WaitForExit();
        string passed = lines.LastOrDefault(l => l.StartsWith("succeeded:", StringComparison.Ordinal)) ?? "";
        return tests.ExitCode == 0 && int.TryParse(passed["succeeded:".Length..], out int count)
            ? count
            : throw new InvalidDataException("the tests do not pass in their own program");
    }

    private static int Report(Subject subject, List<int> numbers, Options options, Equivalents equivalents, bool whole)
    {
        var clock = Stopwatch.StartNew();
        var verdicts = new SortedDictionary<int, Verdict>();
        Pool.Run(options.Root, numbers, options.Jobs, (number, verdict) =>
        {
            verdicts.Add(number, verdict);
            Say(subject.Mutations[number], verdict, equivalents);
        });

        var survivors = With(verdicts, Verdict.Survived).Select(i => subject.Mutations[i]).ToList();
        var gaps = survivors.Where(m => !equivalents.Has(m)).ToList();
        var stale = whole ? equivalents.Stale(survivors).ToList() : [];
        stale.ForEach(e => Console.WriteLine($"equivalents.txt explains what does not survive: {e}"));

        int refused = With(verdicts, Verdict.DoesNotCompile).Count;
        Console.WriteLine($"{verdicts.Count - refused - survivors.Count} of {verdicts.Count - refused} changes killed, {gaps.Count} survive unexplained, "
            + $"{survivors.Count - gaps.Count} are equivalent, {refused} more do not compile; {clock.Elapsed.TotalSeconds:0} s");
        return gaps.Count + stale.Count == 0 ? 0 : 1;
    }

    /// <summary>What somebody has to look at, as soon as it is known.</summary>
    private static void Say(Mutation mutation, Verdict verdict, Equivalents equivalents)
    {
        if (verdict == Verdict.Survived && !equivalents.Has(mutation))
        {
            Console.WriteLine($"survives: {mutation}");
        }
        else if (verdict is Verdict.Hung or Verdict.DoesNotCompile)
        {
            Console.WriteLine($"{(verdict == Verdict.Hung ? "killed by the time limit" : "does not compile")}: {mutation}");
        }
    }

    private static List<int> With(SortedDictionary<int, Verdict> verdicts, Verdict verdict)
    {
        return [.. verdicts.Where(v => v.Value == verdict).Select(v => v.Key)];
    }
}
