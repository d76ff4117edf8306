using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Tools.NanoLint;

namespace Lint.Tests;

/// <summary>The firmware is several assemblies, and its tick starts in the last of them: what it reaches in the others is linted with it.</summary>
[TestClass]
public class SeveralAssembliesTests
{
    private const string Below = "namespace Below { public class Part { public object Last; public void Step() { Last = new object(); } } }";
    private const string Above = "namespace Above { public class Whole { private readonly Below.Part _part = new Below.Part(); public void Scan() { _part.Step(); } } }";

    [TestMethod]
    public void ATickIsFollowedIntoTheAssemblyThatItStandsOn() => Assert.AreEqual("NANO060", Lint("hot Above.Whole::Scan").Single().Rule);

    [TestMethod]
    public void WithoutATickInItAnAssemblyAnswersForItselfOnly() => Assert.IsEmpty(Lint("hot Below.Part::Step"));

    private static Message[] Lint(string setting)
    {
        var folder = Directory.CreateTempSubdirectory("lint-several-").FullName;
        try
        {
            var references = Directory.GetFiles(Folders.NanoReferences, "*.dll");
            var below = Compile(folder, "Below", Below, references);
            var above = Compile(folder, "Above", Above, references.Append(below).ToArray());
            using var target = new LintTarget(above, Layers.Core, Settings.Parse("lint.settings", new[] { setting }), new[] { below }, new[] { Folders.NanoReferences });
            return Linter.Run(target).Where(m => m.Rule.StartsWith("NANO06", StringComparison.Ordinal)).ToArray();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Compile(string folder, string name, string text, string[] references)
    {
        var path = Path.Combine(folder, name + ".dll");
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp10), $"/sample/{name}.cs", System.Text.Encoding.UTF8);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release);
        var compilation = CSharpCompilation.Create(name, new[] { tree }, references.Select(r => MetadataReference.CreateFromFile(r)), options);
        using var assembly = File.Create(path);
        using var symbols = File.Create(Path.ChangeExtension(path, ".pdb"));
        var emit = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, runtimeMetadataVersion: "v4.0.30319");
        Assert.IsTrue(compilation.Emit(assembly, symbols, options: emit).Success);
        return path;
    }
}
