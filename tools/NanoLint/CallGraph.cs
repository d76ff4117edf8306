using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tools.NanoLint;

/// <summary>
/// All methods of ours that the steady tick may reach from the <c>hot</c> settings. A virtual or interface call reaches every
/// implementation in our assemblies, a delegate's Invoke every method that a delegate of that type is made from.
/// </summary>
public sealed class CallGraph
{
    private readonly Dictionary<string, List<MethodDefinition>> _implementations = new();
    private readonly Dictionary<string, List<MethodDefinition>> _delegateTargets = new();
    private readonly HashSet<string> _cold;
    private readonly HashSet<MethodDefinition> _hot = new();
    private readonly List<ModuleDefinition> _ours;
    private readonly List<MethodDefinition> _roots;

    public CallGraph(LintTarget target)
    {
        _ours = target.Siblings.Append(target.Module).ToList();
        _cold = target.Settings.Of("cold").Select(s => s.Name).ToHashSet();
        var types = _ours.SelectMany(m => m.GetTypes()).ToList();
        types.ForEach(IndexImplementations);
        types.SelectMany(t => t.Methods).Where(m => m.HasBody).ToList().ForEach(IndexDelegates);
        var roots = target.Settings.Of("hot").Select(s => s.Name).ToHashSet();
        _roots = types.SelectMany(t => t.Methods).Where(m => roots.Contains(NameOf(m))).ToList();
        Walk(_roots);
    }

    public IReadOnlyCollection<MethodDefinition> Hot => _hot;

    /// <summary>A hot setting names a method of this assembly.</summary>
    public bool StartsIn(ModuleDefinition module) => _roots.Any(m => m.Module == module);

    /// <summary><c>Namespace.Type::Method</c>, as settings name it; overloads share a name.</summary>
    public static string NameOf(IMemberDefinition member) => member is TypeDefinition type ? type.FullName : $"{member.DeclaringType.FullName}::{member.Name}";

    private void Walk(IEnumerable<MethodDefinition> roots)
    {
        var open = new Stack<MethodDefinition>(roots);
        while (open.TryPop(out var method))
        {
            if (method.HasBody && !_cold.Contains(NameOf(method)) && _hot.Add(method))
            {
                foreach (var reached in method.Body.Instructions.SelectMany(Reached))
                {
                    open.Push(reached);
                }
            }
        }
    }

    private IEnumerable<MethodDefinition> Reached(Instruction i)
    {
        if (i.Operand is not MethodReference called)
        {
            return Enumerable.Empty<MethodDefinition>();
        }

        var direct = IL.Resolve(called);
        var isOurs = direct != null && _ours.Contains(direct.Module);
        var own = isOurs ? new[] { direct } : Array.Empty<MethodDefinition>();
        var virtuals = i.OpCode.Code is Code.Callvirt or Code.Ldvirtftn ? Listed(_implementations, Key(called.DeclaringType, called)) : own;
        var throughDelegate = called.Name == "Invoke" ? Listed(_delegateTargets, called.DeclaringType.FullName) : own;
        return own.Concat(virtuals).Concat(throughDelegate);
    }

    private void IndexImplementations(TypeDefinition type)
    {
        var methods = Ancestors(type).SelectMany(t => t.Methods).Where(m => m.HasBody && !m.IsStatic && !m.IsConstructor).ToList();
        foreach (var abstraction in Ancestors(type).SelectMany(Interfaces).Concat(Ancestors(type)))
        {
            foreach (var method in methods)
            {
                Add(_implementations, Key(abstraction, method), method);
            }
        }

        foreach (var method in type.Methods.Where(m => m.HasOverrides))
        {
            method.Overrides.ToList().ForEach(o => Add(_implementations, Key(o.DeclaringType, o), method));
        }
    }

    private void IndexDelegates(MethodDefinition method)
    {
        foreach (var made in method.Body.Instructions.Where(i => i.OpCode == OpCodes.Newobj && i.Previous?.OpCode.Code is Code.Ldftn or Code.Ldvirtftn))
        {
            var target = IL.Resolve((MethodReference)made.Previous.Operand);
            if (target != null)
            {
                Add(_delegateTargets, ((MethodReference)made.Operand).DeclaringType.FullName, target);
            }
        }
    }

    private static IEnumerable<TypeDefinition> Ancestors(TypeDefinition type)
    {
        for (var t = type; t != null && t.FullName != "System.Object"; t = t.BaseType == null ? null : IL.Resolve(t.BaseType))
        {
            yield return t;
        }
    }

    private static IEnumerable<TypeDefinition> Interfaces(TypeDefinition type) => type.Interfaces.Select(i => IL.Resolve(i.InterfaceType))
        .Where(i => i != null).SelectMany(i => Interfaces(i).Append(i));

    private static string Key(TypeReference type, MethodReference method) =>
        $"{type.FullName}::{method.Name}({string.Join(",", method.Parameters.Select(p => p.ParameterType.FullName))})";

    private static IEnumerable<MethodDefinition> Listed(Dictionary<string, List<MethodDefinition>> map, string key) =>
        map.TryGetValue(key, out var found) ? found : Enumerable.Empty<MethodDefinition>();

    private static void Add(Dictionary<string, List<MethodDefinition>> map, string key, MethodDefinition method)
    {
        if (!map.TryGetValue(key, out var list))
        {
            map[key] = list = new();
        }

        list.Add(method);
    }
}
