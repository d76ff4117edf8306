using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tools.NanoLint.Rules;

/// <summary>What a steady tick may not do: every object costs, and a collection stops all threads.</summary>
public static class HotPathRules
{
    private static readonly string[] TextTypes = { "System.String", "System.Text.StringBuilder" };

    /// <summary>An exception made and thrown at once is left alone, with the text that it carries: no steady tick gets there.</summary>
    public static IEnumerable<Finding> Allocations(LintTarget target) => HotSites(target)
        .Where(s => s.At.OpCode.Code is Code.Newarr or Code.Box || (s.At.OpCode.Code == Code.Newobj && !IsThrown(s.At) && !IsStructMade(s.At)))
        .Select(s => s.Finding($"{s.At.OpCode.Name} of {NameOf(s.At)}"));

    public static IEnumerable<Finding> Text(LintTarget target) => HotSites(target)
        .Where(s => (s.At.OpCode == OpCodes.Ldstr && !CarriedByThrow(s, target)) || (s.Called != null && TextTypes.Contains(s.Called.DeclaringType.FullName)))
        .Select(s => s.Finding(s.Called == null ? $"literal \"{s.At.Operand}\"" : $"call of {s.Called.DeclaringType.Name}.{s.Called.Name}"));

    /// <summary>Calls into the platform that hand out a new string or array; what our own methods make is seen in themselves.</summary>
    public static IEnumerable<Finding> PlatformAllocations(LintTarget target) => HotSites(target)
        .Where(s => s.At.OpCode.Code is Code.Call or Code.Callvirt && !TextTypes.Contains(s.Called.DeclaringType.FullName) && !IsOurs(s.Called, target))
        .Where(s => s.Called.ReturnType is ArrayType || s.Called.ReturnType.FullName == "System.String")
        .Select(s => s.Finding($"call of {s.Called.DeclaringType.Name}.{s.Called.Name}, which returns a new {s.Called.ReturnType.Name},"));

    /// <summary>A struct of three integers costs four allocations a call on the device and none on .NET.</summary>
    public static IEnumerable<Finding> OwnStructs(LintTarget target) => HotMethods(target).SelectMany(
        m => m.Body.Variables.Select(v => v.VariableType).Concat(m.Parameters.Select(p => p.ParameterType)).Append(m.ReturnType)
            .Where(t => IsOwnStruct(t, target)).Distinct().Select(t => new Finding($"struct {t.Name} by value in {m.DeclaringType.Name}.{m.Name}", m)));

    /// <summary>Settings that name a method which is not there, so that nothing would be checked.</summary>
    public static IEnumerable<Finding> MissingRoots(LintTarget target)
    {
        var names = target.Siblings.Append(target.Module).SelectMany(m => m.GetTypes()).SelectMany(t => t.Methods).Select(CallGraph.NameOf).ToHashSet();
        var prefix = target.Module.Assembly.Name.Name + ".";
        return target.Settings.All.Where(s => s.Word is "hot" or "cold" && s.Name.StartsWith(prefix, System.StringComparison.Ordinal) && !names.Contains(s.Name))
            .Select(s => new Finding($"{s.Word} {s.Name} in {System.IO.Path.GetFileName(target.Settings.Path)} names no method"));
    }

    /// <summary>Of the assembly under lint; where a tick starts in it, of all that it stands on too: they were linted before that start was known.</summary>
    private static IEnumerable<MethodDefinition> HotMethods(LintTarget target)
    {
        var graph = new CallGraph(target);
        return graph.StartsIn(target.Module) ? graph.Hot : graph.Hot.Where(m => m.Module == target.Module);
    }

    private static IEnumerable<Site> HotSites(LintTarget target) => HotMethods(target).SelectMany(m => m.Body.Instructions.Select(i => new Site(m, i)));

    private static bool IsThrown(Instruction made) => made.Next?.OpCode == OpCodes.Throw;

    private static bool IsStructMade(Instruction made) => ((MethodReference)made.Operand).DeclaringType.IsValueType;

    private static bool CarriedByThrow(Site literal, LintTarget target) => target.FlowOf(literal.Method).ConsumersOf(literal.At).Any(c => c.OpCode == OpCodes.Newobj && IsThrown(c));

    private static bool IsOurs(MethodReference method, LintTarget target) => IL.Resolve(method) is { } m && (m.Module == target.Module || target.Siblings.Contains(m.Module));

    private static bool IsOwnStruct(TypeReference type, LintTarget target) => type is not (ArrayType or ByReferenceType) && type.IsValueType && !type.IsPrimitive
        && IL.Resolve(type) is { IsEnum: false } definition && (definition.Module == target.Module || target.Siblings.Contains(definition.Module));

    private static string NameOf(Instruction i) => i.Operand is MethodReference method ? method.DeclaringType.Name : ((TypeReference)i.Operand).Name;
}
