using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Tools.NanoLint;

namespace Lint.Tests;

/// <summary>
/// A C# file of <c>Samples</c>, compiled and linted. Its first lines may say <c>// layer: Core</c>, <c>// c#: 11</c>, <c>// assembly: NAME</c>,
/// <c>// exe</c> and <c>// settings: LINE</c>. Lines between <c>//[repeat N</c> and <c>//]</c> stand N times, with <c>__N</c> counted up.
/// A line that a rule must name ends in <c>// refused</c>.
/// </summary>
internal sealed class Sample
{
    private const string Repeat = "//[repeat ";

    private readonly string _name;
    private readonly string[] _lines;

    public Sample(string name)
    {
        _name = name;
        _lines = Expand(File.ReadAllLines(Path.Combine(Folders.Repository, "Firmware.Tests", "Lint.Tests", "Samples", name + ".cs"))).ToArray();
    }

    /// <summary>Numbers of the lines that must be named, from 1.</summary>
    public int[] MarkedLines => Enumerable.Range(1, _lines.Length).Where(n => _lines[n - 1].EndsWith("// refused", StringComparison.Ordinal)).ToArray();

    public IReadOnlyList<Message> Lint()
    {
        var folder = Directory.CreateTempSubdirectory("lint-sample-").FullName;
        try
        {
            return LintIn(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private IReadOnlyList<Message> LintIn(string folder)
    {
        var layer = Enum.Parse<Layers>(Directive("layer").Single());
        var path = Path.Combine(folder, (Directive("assembly").SingleOrDefault() ?? "Sample") + ".dll");
        var references = layer == Layers.Host ? HostReferences() : Directory.GetFiles(Folders.NanoReferences, "*.dll");
        Compile(path, references);
        var settings = Settings.Parse("lint.settings", Directive("settings").ToArray());
        using var target = new LintTarget(path, layer, settings, Array.Empty<string>(), references.Select(Path.GetDirectoryName).Distinct());
        return Linter.Run(target);
    }

    private void Compile(string path, IEnumerable<string> references)
    {
        var version = Directive("c#").SingleOrDefault() == "11" ? LanguageVersion.CSharp11 : LanguageVersion.CSharp10;
        var text = SourceText.From(string.Join("\n", _lines), System.Text.Encoding.UTF8);
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(version), $"/sample/{_name}.cs");
        var kind = _lines.Contains("// exe") ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var options = new CSharpCompilationOptions(kind, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true);
        var compilation = CSharpCompilation.Create(Path.GetFileNameWithoutExtension(path), new[] { tree }, references.Select(r => MetadataReference.CreateFromFile(r)), options);
        using var assembly = File.Create(path);
        using var symbols = File.Create(Path.ChangeExtension(path, ".pdb"));
        var result = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, runtimeMetadataVersion: "v4.0.30319"));
        var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.IsEmpty(errors, $"{_name} does not compile: {string.Join("; ", errors)}");
    }

    private IEnumerable<string> Directive(string name) => _lines.Where(l => l.StartsWith($"// {name}: ", StringComparison.Ordinal)).Select(l => l[(name.Length + 5)..]);

    private static string[] HostReferences() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")).Split(Path.PathSeparator)
        .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal)).ToArray();

    private static IEnumerable<string> Expand(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].TrimStart().StartsWith(Repeat, StringComparison.Ordinal))
            {
                yield return lines[i];
                continue;
            }

            var block = lines.Skip(i + 1).TakeWhile(l => l.Trim() != "//]").ToList();
            foreach (var line in Enumerable.Range(0, int.Parse(lines[i].Trim()[Repeat.Length..])).SelectMany(n => block.Select(l => l.Replace("__N", n.ToString()))))
            {
                yield return line;
            }

            i += block.Count + 1;
        }
    }
}

/// <summary>Folders that the build wrote into this assembly.</summary>
internal static class Folders
{
    public static string Repository { get; } = Metadata("Repository");

    public static string NanoReferences { get; } = Metadata("NanoReferences");

    private static string Metadata(string key) => typeof(Folders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value;
}
