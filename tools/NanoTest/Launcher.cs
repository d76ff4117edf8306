using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace Tools.NanoTest;

/// <summary>Starts a nanoCLR host program on the .pe files of one folder.</summary>
public sealed class Launcher
{
    private static readonly string[] First = { "mscorlib.pe", "nanoFramework.UnitTestLauncher.pe", "nanoFramework.TestFramework.pe" };

    private readonly string _program;
    private readonly TimeSpan _limit;

    /// <param name="program">The tool <c>nanoclr</c>, or any program that takes .pe files as its arguments.</param>
    public Launcher(string program, TimeSpan limit)
    {
        _program = program;
        _limit = limit;
    }

    /// <summary>All .pe files of a folder in the order that the launcher needs: the core library first, the tests last.</summary>
    /// <exception cref="FileNotFoundException">One without which nothing can run is missing.</exception>
    public static string[] Order(IEnumerable<string> files)
    {
        var all = files.ToList();
        var fixedOrder = First.Select(f => Named(all, f)).ToList();
        var last = Named(all, "NFUnitTest.pe");
        return fixedOrder.Concat(all.Where(f => !fixedOrder.Contains(f) && f != last).OrderBy(f => f, StringComparer.Ordinal)).Append(last).ToArray();
    }

    /// <summary>The lines that the program prints; killed after the limit, when what came so far counts.</summary>
    public List<string> Run(string folder)
    {
        var start = new ProcessStartInfo(_program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        var isTool = Path.GetFileNameWithoutExtension(_program) == "nanoclr";
        foreach (var argument in (isTool ? new[] { "run", "--assemblies" } : Array.Empty<string>()).Concat(Order(Directory.GetFiles(folder, "*.pe"))))
        {
            start.ArgumentList.Add(argument);
        }

        var lines = new List<string>();
        using var process = Process.Start(start);
        process.OutputDataReceived += (_, e) => Keep(lines, e.Data);
        process.ErrorDataReceived += (_, e) => Keep(lines, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        if (!process.WaitForExit(_limit))
        {
            process.Kill(entireProcessTree: true);
            Keep(lines, $"stopped after {_limit.TotalSeconds} s");
        }

        process.WaitForExit();
        return lines;
    }

    private static void Keep(List<string> lines, string line)
    {
        lock (lines)
        {
            if (line != null)
            {
                lines.Add(line);
            }
        }
    }

    private static string Named(List<string> files, string name) =>
        files.FirstOrDefault(f => Path.GetFileName(f) == name) ?? throw new FileNotFoundException($"{name} is missing; build the tests with -p:NanoPackages=true");
}
