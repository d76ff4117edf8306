using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Tools.Mutate;

/// <summary>Compiles the firmware's core, and the tests where they hold copies of its constants, in memory.</summary>
public sealed class Compiler
{
    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release);

    private readonly Dictionary<string, SourceFile> _files;
    private readonly CSharpCompilation _core;
    private readonly List<CSharpCompilation> _suites;

    /// <summary>Reads what is compiled; <paramref name="libraries"/> are the files that the tests need besides .NET and the core.</summary>
    public Compiler(IReadOnlyList<SourceFile> core, IReadOnlyList<Suite> suites, IEnumerable<string> libraries)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(f => f.StartsWith(Path.GetDirectoryName(typeof(object).Assembly.Location)!, StringComparison.Ordinal))
            .Select(f => (MetadataReference)MetadataReference.CreateFromFile(f)).ToList();
        _files = core.ToDictionary(f => f.Path);
        _core = CSharpCompilation.Create(CoreName, core.Select(f => f.Tree), platform, Options);
        var needed = platform.Concat(libraries.Select(f => (MetadataReference)MetadataReference.CreateFromFile(f))).ToList();
        _suites = [.. suites.Select(s => CSharpCompilation.Create(s.Name, s.Sources.Select(f => f.Tree), needed, Options))];
    }

    /// <summary>Name of the assembly that is changed.</summary>
    public const string CoreName = "Firmware.Core";

    /// <summary>The core with a change in it, or as it is; null where it does not compile.</summary>
    public byte[]? Core(Mutation? mutation)
    {
        if (mutation == null)
        {
            return Emit(_core);
        }

        SourceFile file = _files[mutation.File];
        return Emit(_core.ReplaceSyntaxTree(file.Tree, file.With(mutation)));
    }

    /// <summary>The tests against a core, an image a suite; null where one does not compile.</summary>
    public IReadOnlyList<byte[]>? Tests(byte[] core)
    {
        PortableExecutableReference reference = MetadataReference.CreateFromImage(core);
        List<byte[]> images = [.. _suites.Select(s => Emit(s.AddReferences(reference))).OfType<byte[]>()];
        return images.Count == _suites.Count ? images : null;
    }

    private static byte[]? Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        return compilation.Emit(image).Success ? image.ToArray() : null;
    }
}
