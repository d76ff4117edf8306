using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Tools.NanoReferences;

/// <summary>
/// <c>Tools.NanoReferences LISTING_FOLDER OUTPUT_FOLDER</c>: writes one metadata-only assembly for each listing. The output
/// folder appears whole or not at all: it is filled under another name and moved.
/// </summary>
public static class Program
{
    public static int Main(string[] arguments)
    {
        if (arguments.Length != 2 || !Directory.Exists(arguments[0]))
        {
            Console.Error.WriteLine("usage: Tools.NanoReferences LISTING_FOLDER OUTPUT_FOLDER");
            return 2;
        }

        try
        {
            return Generate(arguments[0], arguments[1]);
        }
        catch (InvalidDataException error)
        {
            Console.Error.WriteLine($"NanoReferences : error : {error.Message}");
            return 1;
        }
    }

    private static int Generate(string listingFolder, string outputFolder)
    {
        var listing = Listing.ReadFolder(listingFolder);
        var types = new TypeIndex(listing);
        var fresh = outputFolder + ".new";
        Replace(fresh, null);
        Directory.CreateDirectory(fresh);
        var references = new Dictionary<string, MetadataReference>();
        foreach (var assembly in listing)
        {
            var source = new DeclarationWriter(assembly, types).Write();
            File.WriteAllText(Path.Combine(fresh, assembly.Name + ".cs"), source);
            var path = Path.Combine(fresh, assembly.Name + ".dll");
            var errors = Compile(assembly, source, references, path);
            if (errors.Count > 0)
            {
                errors.ForEach(e => Console.Error.WriteLine($"NanoReferences : error : {assembly.Name}: {e}"));
                return 1;
            }

            references.Add(assembly.Name, MetadataReference.CreateFromFile(path));
        }

        Replace(outputFolder, fresh);
        Console.WriteLine($"{listing.Count} reference assemblies, {listing.Sum(a => a.Types.Count)} types");
        return 0;
    }

    private static void Replace(string folder, string replacement)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        if (replacement != null)
        {
            Directory.Move(replacement, folder);
        }
    }

    private static List<Diagnostic> Compile(ApiAssembly assembly, string source, Dictionary<string, MetadataReference> references, string path)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true, optimizationLevel: OptimizationLevel.Release);
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp10));
        var compilation = CSharpCompilation.Create(assembly.Name, new[] { tree }, references.Values, options);
        using var stream = File.Create(path);
        var result = compilation.Emit(stream, options: new EmitOptions(metadataOnly: true, includePrivateMembers: false, runtimeMetadataVersion: "v4.0.30319"));
        return result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
    }
}
