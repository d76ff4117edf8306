using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tools.NanoLint;

/// <summary>An instruction in its method.</summary>
public readonly record struct Site(MethodDefinition Method, Instruction At)
{
    /// <summary>The method called here, or null.</summary>
    public MethodReference Called => At.Operand as MethodReference;

    public Finding Finding(string what) => new(what, Method, At);
}

/// <summary>The assembly under lint, with those of ours that it stands on.</summary>
public sealed class LintTarget : IDisposable
{
    private readonly Dictionary<MethodDefinition, Flow> _flows = new();
    private readonly DefaultAssemblyResolver _resolver = new();
    private List<Site> _sites;

    /// <param name="path">The assembly; its symbols lie beside it.</param>
    /// <param name="layer">Exactly one layer.</param>
    /// <param name="ours">Other assemblies of this repository that it references.</param>
    /// <param name="folders">Where the platform's assemblies are found.</param>
    public LintTarget(string path, Layers layer, Settings settings, IEnumerable<string> ours, IEnumerable<string> folders)
    {
        Layer = layer;
        Settings = settings;
        foreach (var folder in folders.Append(Path.GetDirectoryName(Path.GetFullPath(path))))
        {
            _resolver.AddSearchDirectory(folder);
        }

        Module = Read(path);
        Siblings = ours.Select(Read).ToList();
    }

    public Layers Layer { get; }

    public Settings Settings { get; }

    public ModuleDefinition Module { get; }

    /// <summary>The other assemblies of ours that the call graph runs through.</summary>
    public IReadOnlyList<ModuleDefinition> Siblings { get; }

    public IEnumerable<TypeDefinition> Types => Module.GetTypes().Where(t => t.Name != "<Module>");

    public IEnumerable<MethodDefinition> Methods => Types.SelectMany(t => t.Methods);

    public IEnumerable<MethodDefinition> Bodies => Methods.Where(m => m.HasBody);

    /// <summary>All instructions of the assembly under lint.</summary>
    public IReadOnlyList<Site> Sites => _sites ??= Bodies.SelectMany(m => m.Body.Instructions.Select(i => new Site(m, i))).ToList();

    /// <summary>All places that call, construct or take the address of a method.</summary>
    public IEnumerable<Site> Calls => Sites.Where(s => s.At.Operand is MethodReference);

    public Flow FlowOf(MethodDefinition method)
    {
        if (!_flows.TryGetValue(method, out var flow))
        {
            _flows[method] = flow = new Flow(method);
        }

        return flow;
    }

    public Value[] InputsOf(Site site) => FlowOf(site.Method).InputsOf(site.At);

    /// <summary>The source file that a method stands in, with forward slashes, or "" when unknown.</summary>
    public static string FileOf(MethodDefinition method) => FirstPoint(method)?.Document.Url.Replace('\\', '/') ?? "";

    public static SequencePoint FirstPoint(MethodDefinition method) => method.DebugInformation.SequencePoints.FirstOrDefault(p => !p.IsHidden);

    public void Dispose()
    {
        Module.Dispose();
        foreach (var sibling in Siblings)
        {
            sibling.Dispose();
        }

        _resolver.Dispose();
    }

    private ModuleDefinition Read(string path)
    {
        var hasSymbols = File.Exists(Path.ChangeExtension(path, ".pdb"));
        return ModuleDefinition.ReadModule(path, new ReaderParameters { AssemblyResolver = _resolver, ReadSymbols = hasSymbols, InMemory = true });
    }
}
