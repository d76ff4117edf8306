using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;

namespace Tools.NanoTest;

/// <summary>
/// <c>Tools.NanoTest --nanoclr PROGRAM --pe FOLDER [--limit SECONDS]</c> runs every NFUnitTest.pe below the folder, one after the other,
/// each with the .pe files beside it. Ends with 0 when all tests passed or were skipped, 1 when one failed or is missing, 2 when nothing could be run.
/// </summary>
public static class Program
{
    private const string Usage = "usage: Tools.NanoTest --nanoclr PROGRAM --pe FOLDER [--limit SECONDS]";
    private const int DefaultLimitSeconds = 120;
    private const int LinesShown = 5;

    public static int Main(string[] arguments)
    {
        try
        {
            return RunAll(Options(arguments));
        }
        catch (Exception error) when (error is ArgumentException or IOException or Win32Exception or UnauthorizedAccessException or BadImageFormatException)
        {
            Console.Error.WriteLine($"nanoclr tests: {error.Message}");
            return 2;
        }
    }

    private static int RunAll(Dictionary<string, string> options)
    {
        var limit = options.TryGetValue("--limit", out var text) ? int.TryParse(text, out var seconds) && seconds > 0 ? seconds : throw new ArgumentException(Usage) : DefaultLimitSeconds;
        var launcher = new Launcher(options["--nanoclr"], TimeSpan.FromSeconds(limit));
        var assemblies = Find(options["--pe"]);
        var runs = assemblies.Select(a => Run(launcher, a)).ToList();
        int Sum(Outcome outcome) => runs.Sum(r => r.CountOf(outcome));
        var missing = runs.Sum(r => r.Missing.Count);
        Console.WriteLine($"{Sum(Outcome.Passed)} passed, {Sum(Outcome.Failed)} failed, {Sum(Outcome.Skipped)} skipped{(missing == 0 ? "" : $", {missing} missing")}");
        return runs.All(r => r.Passed) ? 0 : 1;
    }

    private static List<string> Find(string folder)
    {
        var found = Directory.GetFiles(folder, "NFUnitTest.pe", SearchOption.AllDirectories).OrderBy(f => f, StringComparer.Ordinal).ToList();
        return found.Count > 0 ? found : throw new FileNotFoundException($"no NFUnitTest.pe below {folder}; build the tests with -p:NanoPackages=true");
    }

    private static LauncherRun Run(Launcher launcher, string pe)
    {
        var assembly = Path.ChangeExtension(pe, ".dll");
        if (!File.Exists(assembly))
        {
            throw new FileNotFoundException($"{assembly} is missing; the number of tests is counted in it");
        }

        if (File.GetLastWriteTimeUtc(pe) < File.GetLastWriteTimeUtc(assembly))
        {
            throw new IOException($"{pe} is older than its .dll; build the tests with -p:NanoPackages=true");
        }

        var output = launcher.Run(Path.GetDirectoryName(Path.GetFullPath(pe)));
        var run = new LauncherRun(ExpectedTests.Count(assembly), output);
        Report(run, pe, output);
        return run;
    }

    private static void Report(LauncherRun run, string pe, List<string> output)
    {
        foreach (var line in run.Failures.Select(f => $"failed {f.Method}: {f.Detail}").Concat(run.Missing.Select(m => "missing " + m)).Concat(run.Unexpected.Select(u => "unexpected " + u)))
        {
            Console.WriteLine(line);
        }

        if (!run.HasTests)
        {
            Console.WriteLine($"no test in {pe}: a run that finds no test is a failure");
        }

        if (run.Missing.Count > 0)
        {
            Console.WriteLine("the run ended with:");
            output.TakeLast(LinesShown).ToList().ForEach(l => Console.WriteLine("  " + l));
        }
    }

    private static Dictionary<string, string> Options(string[] arguments)
    {
        var options = new Dictionary<string, string>();
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            options[arguments[i]] = arguments[i + 1];
        }

        var isComplete = arguments.Length % 2 == 0 && options.ContainsKey("--nanoclr") && options.ContainsKey("--pe");
        return isComplete && options.Keys.All(k => k is "--nanoclr" or "--pe" or "--limit") ? options : throw new ArgumentException(Usage);
    }
}
