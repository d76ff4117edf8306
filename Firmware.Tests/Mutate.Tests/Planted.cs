using Microsoft.CodeAnalysis.CSharp;
using Tools.Mutate;

namespace Mutate.Tests;

/// <summary>A core of one file and tests of it, compiled in memory as the real ones are.</summary>
public static class Planted
{
    /// <summary>A file of the core.</summary>
    public static SourceFile File(string path, string source) => new(path, CSharpSyntaxTree.ParseText(source));

    /// <summary>A judge of changes in <paramref name="core"/> by the tests in <paramref name="tests"/>.</summary>
    public static Judge Judge(SourceFile core, string tests)
    {
        var libraries = new Libraries(AppContext.BaseDirectory.TrimEnd('/'));
        var compiler = new Compiler([core], [new Suite("Core.Tests", "", [File("Firmware.Tests/Core.Tests/Tests.cs", tests)])], libraries.ForCompiler);
        return new Judge(compiler, compiler.Tests(compiler.Core(null)!)!, libraries, TimeSpan.FromMilliseconds(500));
    }
}
