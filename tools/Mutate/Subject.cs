using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Tools.Mutate;

/// <summary>What is changed and what has to notice: the sources and the built tests of a repository.</summary>
public sealed class Subject
{
    /// <summary>File or folder under Firmware/Core, and how it is changed: the rules in full, of what carries them the thresholds, counts and times.</summary>
    private static readonly (string Path, Func<SourceFile, IEnumerable<Mutation>> Mutations)[] Rules =
    [
        ("Faults/FaultCatalogue.cs", CatalogueMutations.In),
        ("Faults/Checks/", RuleMutations.In),
        ("Metering/Flow.cs", RuleMutations.In),
        ("Service/PumpControl.cs", RuleMutations.In),
        ("Faults/Lifecycle.cs", RuleMutations.Defaults),
        ("Faults/Squelch.cs", RuleMutations.Defaults),
        ("Faults/Repairs.cs", RuleMutations.Defaults),
        ("Faults/Shelves.cs", RuleMutations.Defaults),
        ("Faults/WorkModes.cs", RuleMutations.Defaults),
        ("Faults/FaultMonitors.cs", RuleMutations.Defaults),
        ("Faults/IntermittentCount.cs", RuleMutations.Defaults),
        ("Faults/LearnedBands.cs", RuleMutations.Defaults),
        ("Faults/SiteView.cs", RuleMutations.Defaults),
        ("Faults/LikelyCause.cs", RuleMutations.Defaults),
        ("Faults/FreezeFrames.cs", RuleMutations.Defaults),
        ("Faults/SignalRing.cs", RuleMutations.Defaults),
        ("Faults/UnmeteredWater.cs", RuleMutations.Defaults),
        ("Metering/AnswerWatch.cs", RuleMutations.Defaults),
        ("Metering/BusWatch.cs", RuleMutations.Defaults),
        ("Metering/ChargeWatch.cs", RuleMutations.In),
        ("Metering/MeterComparison.cs", RuleMutations.Defaults),
        ("Metering/PulseMeter.cs", RuleMutations.Defaults),
        ("Metering/RestVolume.cs", RuleMutations.In),
        ("Metering/RunMeans.cs", RuleMutations.Defaults),
        ("Metering/TotalWatch.cs", RuleMutations.Defaults),
        ("Service/Attendance.cs", RuleMutations.Defaults),
        ("Service/BootWatch.cs", RuleMutations.Defaults),
        ("Service/IsolationTest.cs", RuleMutations.In),
        ("Service/LateScans.cs", RuleMutations.In),
        ("Service/Liveness.cs", RuleMutations.Defaults),
        ("Service/PumpInterlock.cs", RuleMutations.In),
        ("Service/Season.cs", RuleMutations.In),
        ("Service/SelfTest.cs", RuleMutations.Defaults),
        ("Contracts/Settings.cs", RuleMutations.Defaults),
    ];

    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp10, DocumentationMode.None);

    private Subject(string root)
    {
        TestFolder = Path.Combine(root, "Firmware.Tests", "Core.Tests", "bin", "Debug", "net10.0");
        TestProgram = Path.Combine(TestFolder, "Core.Tests.dll");
        Core = Sources(root, "Firmware/Core");
        Tests = Sources(root, "Firmware.Tests/Core.Tests");
        Mutations = [.. Rules.SelectMany(rule => Core.Where(f => f.Path.StartsWith("Firmware/Core/" + rule.Path, StringComparison.Ordinal)).SelectMany(rule.Mutations))];
    }

    /// <summary>Folder of the built tests, with all that they load.</summary>
    public string TestFolder { get; }

    /// <summary>The built tests, a program.</summary>
    public string TestProgram { get; }

    /// <summary>Sources of Firmware.Core.</summary>
    public IReadOnlyList<SourceFile> Core { get; }

    /// <summary>Sources of Core.Tests.</summary>
    public IReadOnlyList<SourceFile> Tests { get; }

    /// <summary>Every change, always in the same order.</summary>
    public IReadOnlyList<Mutation> Mutations { get; }

    /// <summary>Reads a repository whose tests are built. Throws <see cref="DirectoryNotFoundException"/> where that is not so.</summary>
    public static Subject Of(string root)
    {
        var subject = new Subject(root);
        return File.Exists(subject.TestProgram) ? subject : throw new DirectoryNotFoundException($"{subject.TestProgram} is not built");
    }

    private static SourceFile[] Sources(string root, string project)
    {
        string folder = Path.Combine(root, project);
        string[] skipped = [Path.Combine(folder, "bin") + Path.DirectorySeparatorChar, Path.Combine(folder, "obj") + Path.DirectorySeparatorChar];
        var written = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => !skipped.Any(s => f.StartsWith(s, StringComparison.Ordinal)));
        string made = Path.Combine(folder, "obj", "Debug", "net10.0");
        var generated = Directory.GetFiles(made, "*.AssemblyInfo.cs").Concat(Directory.GetFiles(made, "*.GlobalUsings.g.cs"));
        return [.. written.Order(StringComparer.Ordinal).Concat(generated)
            .Select(f => new SourceFile(Path.GetRelativePath(root, f).Replace('\\', '/'), CSharpSyntaxTree.ParseText(File.ReadAllText(f), Language, f)))];
    }
}
