using System.Reflection;
using System.Runtime.Loader;

namespace Tools.Mutate;

/// <summary>The assemblies beside the built tests: those of the project are loaded anew for each run, the test framework once.</summary>
public sealed class Libraries(string folder)
{
    private static readonly string[] Projects = ["Firmware.", "Board.", "Tools."];
    private readonly SharedContext _shared = new(folder);

    /// <summary>What the tests are compiled with, besides .NET and the core.</summary>
    public IEnumerable<string> ForCompiler
    {
        get
        {
            return Directory.GetFiles(folder, "*.dll").Where(f => Path.GetFileNameWithoutExtension(f) is string name && name != Compiler.CoreName && !name.EndsWith(".Tests", StringComparison.Ordinal));
        }
    }

    /// <summary>File of an assembly of the project, or null.</summary>
    public string? Ours(string name)
    {
        string file = Path.Combine(folder, name + ".dll");
        return Projects.Any(p => name.StartsWith(p, StringComparison.Ordinal)) && File.Exists(file) ? file : null;
    }

    /// <summary>The test framework's assembly of that name, or null.</summary>
    public Assembly? Shared(AssemblyName name) => File.Exists(Path.Combine(folder, name.Name + ".dll")) ? _shared.LoadFromAssemblyName(name) : null;

    private sealed class SharedContext(string folder) : AssemblyLoadContext("test framework")
    {
        protected override Assembly? Load(AssemblyName name)
        {
            string file = Path.Combine(folder, name.Name + ".dll");
            return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
}
