using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace Tools.Mutate;

/// <summary>Runs the tests of some assemblies by reflection, each on a fresh instance, everything of ours loaded anew: static state is never shared.</summary>
public sealed class TestRun : IDisposable
{
    private readonly FreshContext _context;
    private readonly List<(MethodInfo Method, object?[] Arguments)> _tests = [];

    /// <summary>Loads the tests.</summary>
    /// <param name="core">Image of the core.</param>
    /// <param name="tests">Images of the tests.</param>
    /// <param name="libraries">Where all else lies that the tests load.</param>
    public TestRun(byte[] core, IReadOnlyList<byte[]> tests, Libraries libraries)
    {
        _context = new FreshContext(core, libraries);
        foreach (MethodInfo method in tests.SelectMany(t => _context.LoadFromStream(new MemoryStream(t)).GetTypes()).SelectMany(t => t.GetMethods()))
        {
            var attributes = method.GetCustomAttributes().ToList();
            if (attributes.Any(a => a.GetType().Name == "TestMethodAttribute") && !attributes.Any(a => a.GetType().Name == "IgnoreAttribute"))
            {
                var rows = attributes.Where(a => a.GetType().Name == "DataRowAttribute").Select(Data).ToList();
                _tests.AddRange((rows.Count > 0 ? rows : [[]]).Select(row => (method, row)));
            }
        }
    }

    /// <summary>Tests, each data row counted.</summary>
    public int Count => _tests.Count;

    /// <summary>
    /// Name of the first test that fails, or null. Tests of the class named after the <paramref name="subject"/> run first, then those named in <paramref name="first"/>, the last
    /// one before the others, then the quick before the slow, as far as <paramref name="seconds"/> knows them from earlier runs.
    /// </summary>
    public string? FirstFailure(string subject, IReadOnlyList<string> first, IDictionary<string, double> seconds)
    {
        foreach ((MethodInfo method, object?[] arguments) in _tests.OrderByDescending(t => t.Method.DeclaringType!.Name == subject + "Tests")
            .ThenByDescending(t => IndexOf(first, Name(t.Method))).ThenBy(t => seconds.TryGetValue(Name(t.Method), out double took) ? took : 0).ToList())
        {
            var clock = Stopwatch.StartNew();
            bool passes = Passes(method, arguments);
            seconds[Name(method)] = Math.Max(clock.Elapsed.TotalSeconds, seconds.TryGetValue(Name(method), out double before) ? before : 0);
            if (!passes)
            {
                return Name(method);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (int i = names.Count - 1; i >= 0; i--)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static object?[] Data(Attribute row) => (object?[])row.GetType().GetProperty("Data")!.GetValue(row)!;

    private static bool Passes(MethodInfo method, object?[] arguments)
    {
        object? instance = null;
        try
        {
            instance = method.IsStatic ? null : Activator.CreateInstance(method.DeclaringType!);
            (method.Invoke(instance, arguments) as Task)?.GetAwaiter().GetResult();
            return true;
        }
        catch (Exception)
        {
            return false; // whatever a test throws, it has failed
        }
        finally
        {
            (instance as IDisposable)?.Dispose();
        }
    }

    /// <summary>Loads what is ours into itself; the test framework is shared.</summary>
    private sealed class FreshContext(byte[] core, Libraries libraries) : AssemblyLoadContext(isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName name)
        {
            return name.Name == Compiler.CoreName ? LoadFromStream(new MemoryStream(core))
                : libraries.Ours(name.Name!) is string file ? LoadFromAssemblyPath(file)
                : libraries.Shared(name);
        }
    }
}
