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
        ("Metering/PumpEvidence.cs", RuleMutations.In),
        ("Service/PumpControl.cs", RuleMutations.In),
        ("Faults/Lifecycle.cs", RuleMutations.Defaults),
        ("Faults/Squelch.cs", RuleMutations.Defaults),
        ("Faults/Repairs.cs", RuleMutations.Defaults),
        ("Faults/Shelves.cs", RuleMutations.Defaults),
        ("Faults/WorkModes.cs", RuleMutations.Defaults),
        ("Faults/FaultMonitors.cs", RuleMutations.Defaults),
        ("Faults/IntermittentCount.cs", RuleMutations.Defaults),
        ("Faults/AlarmGate.cs", RuleMutations.In),
        ("Faults/LearnedBands.cs", RuleMutations.Defaults),
        ("Faults/SiteView.cs", RuleMutations.Defaults),
        ("Faults/LikelyCause.cs", RuleMutations.Defaults),
        ("Faults/FreezeFrames.cs", RuleMutations.Defaults),
        ("Faults/SignalRing.cs", RuleMutations.Defaults),
        ("Faults/UnmeteredWater.cs", RuleMutations.Defaults),
        ("Metering/AnswerWatch.cs", RuleMutations.Defaults),
        ("Metering/BatteryWatch.cs", RuleMutations.Defaults),
        ("Metering/BusWatch.cs", RuleMutations.Defaults),
        ("Metering/ChargeWatch.cs", RuleMutations.In),
        ("Metering/ContactWatch.cs", RuleMutations.In),
        ("Metering/MeterComparison.cs", RuleMutations.Defaults),
        ("Metering/PowerWatch.cs", RuleMutations.In),
        ("Metering/PulseMeter.cs", RuleMutations.Defaults),
        ("Metering/RestVolume.cs", RuleMutations.In),
        ("Metering/RunMeans.cs", RuleMutations.Defaults),
        ("Metering/TotalWatch.cs", RuleMutations.Defaults),
        ("Service/Attendance.cs", RuleMutations.Defaults),
        ("Service/BootWatch.cs", RuleMutations.Defaults),
        ("Service/CardTransaction.cs", RuleMutations.Defaults),
        ("Service/Credential.cs", RuleMutations.Defaults),
        ("Service/IsolationTest.cs", RuleMutations.In),
        ("Service/LateScans.cs", RuleMutations.In),
        ("Service/Liveness.cs", RuleMutations.Defaults),
        ("Service/PumpInterlock.cs", RuleMutations.In),
        ("Service/RecentCount.cs", RuleMutations.In),
        ("Service/Season.cs", RuleMutations.In),
        ("Service/SelfTest.cs", RuleMutations.Defaults),
        ("Service/UnitClock.cs", RuleMutations.Defaults),
        ("Service/ValveControl.cs", RuleMutations.In),
        ("Contracts/Settings.cs", RuleMutations.Defaults),
    ];

    /// <summary>Projects whose tests are asked, the one that tests the core alone first.</summary>
    private static readonly string[] Projects = ["Core.Tests", "Contract.Tests", "Records.Tests"];

    /// <summary>The whole unit on fake ports that each of them compiles.</summary>
    private const string Shared = "Firmware.Tests/Core.Tests/Support";

    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp10, DocumentationMode.None);

    private Subject(string root)
    {
        Core = [.. Sources(root, "Firmware/Core")];
        Suites = [.. Projects.Select(p => new Suite(p, Program(root, p), [.. Sources(root, "Firmware.Tests/" + p), .. p == Projects[0] ? [] : Written(root, Shared)]))];
        Mutations = [.. Rules.SelectMany(rule => Core.Where(f => f.Path.StartsWith("Firmware/Core/" + rule.Path, StringComparison.Ordinal)).SelectMany(rule.Mutations))];
    }

    /// <summary>Folder of built tests with all that any of them loads: the projects refer to the same ones.</summary>
    public string Folder => Path.GetDirectoryName(Suites[0].Program)!;

    /// <summary>Sources of Firmware.Core.</summary>
    public IReadOnlyList<SourceFile> Core { get; }

    /// <summary>The tests that are asked.</summary>
    public IReadOnlyList<Suite> Suites { get; }

    /// <summary>Every change, always in the same order.</summary>
    public IReadOnlyList<Mutation> Mutations { get; }

    /// <summary>Reads a repository whose tests are built. Throws <see cref="DirectoryNotFoundException"/> where that is not so.</summary>
    public static Subject Of(string root)
    {
        var subject = new Subject(root);
        Suite? missing = subject.Suites.FirstOrDefault(s => !File.Exists(s.Program));
        return missing == null ? subject : throw new DirectoryNotFoundException($"{missing.Program} is not built");
    }

    private static string Program(string root, string project) => Path.Combine(root, "Firmware.Tests", project, "bin", "Debug", "net10.0", project + ".dll");

    private static IEnumerable<SourceFile> Sources(string root, string project)
    {
        string made = Path.Combine(root, project, "obj", "Debug", "net10.0");
        var generated = Directory.GetFiles(made, "*.AssemblyInfo.cs").Concat(Directory.GetFiles(made, "*.GlobalUsings.g.cs"));
        return Written(root, project).Concat(generated.Select(f => Parsed(root, f)));
    }

    private static IEnumerable<SourceFile> Written(string root, string directory)
    {
        string folder = Path.Combine(root, directory);
        string[] skipped = [Path.Combine(folder, "bin") + Path.DirectorySeparatorChar, Path.Combine(folder, "obj") + Path.DirectorySeparatorChar];
        return Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => !skipped.Any(s => f.StartsWith(s, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal).Select(f => Parsed(root, f));
    }

    private static SourceFile Parsed(string root, string file)
    {
        return new SourceFile(Path.GetRelativePath(root, file).Replace('\\', '/'), CSharpSyntaxTree.ParseText(File.ReadAllText(file), Language, file));
    }
}
