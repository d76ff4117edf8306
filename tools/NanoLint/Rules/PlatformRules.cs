using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tools.NanoLint.Rules;

/// <summary>Calls of the platform's libraries that do something else than their name says.</summary>
public static class PlatformRules
{
    private const string Token = "System.Threading.CancellationToken";

    private static readonly string[] Connecting = { "ConnectDhcp", "ConnectFixAddress", "ScanAndConnectDhcp", "Reconnect", "SetupAndConnectNetwork" };

    public static IEnumerable<Finding> CompactingGc(LintTarget target) => target.Calls
        .Where(s => IL.Is(s.Called, "nanoFramework.Runtime.Native.GC", "Run") && !target.InputsOf(s)[0].Producers.All(p => IL.Constant(p) == 0))
        .Select(s => s.Finding("GC.Run with compaction"));

    public static IEnumerable<Finding> Flush(LintTarget target) => target.Calls
        .Where(s => s.Called.Name == "Flush" && s.Called.DeclaringType.FullName is "System.IO.FileStream" or "System.IO.Stream" or "System.IO.StreamWriter")
        .Select(s => s.Finding($"{s.Called.DeclaringType.Name}.Flush"));

    public static IEnumerable<Finding> WirePort(LintTarget target) => target.Calls
        .Where(s => IL.Is(s.Called, "System.IO.Ports.SerialPort", ".ctor") && target.InputsOf(s)[0].Producers.Any(p => p.Operand is "COM1"))
        .Select(s => s.Finding("COM1 opened"));

    /// <summary>A connect whose token is missing or a default: a token that is only ever zeroed never cancels.</summary>
    public static IEnumerable<Finding> EndlessConnect(LintTarget target) => target.Calls
        .Where(s => s.Called.DeclaringType.Namespace == "nanoFramework.Networking" && Connecting.Contains(s.Called.Name) && IsEndless(s, target))
        .Select(s => s.Finding($"{s.Called.DeclaringType.Name}.{s.Called.Name} without a limit"));

    public static IEnumerable<Finding> SystemClock(LintTarget target)
    {
        var allowed = target.Settings.Of("clock").Select(s => s.Name).ToList();
        return target.Calls.Where(s => IL.Is(s.Called, "System.DateTime", "get_UtcNow", "get_Today", "get_Now"))
            .Where(s => !allowed.Any(f => LintTarget.FileOf(s.Method).EndsWith("/" + f, StringComparison.Ordinal)))
            .Select(s => s.Finding($"DateTime.{s.Called.Name[4..]}"));
    }

    public static IEnumerable<Finding> DateTimeOrigin(LintTarget target) => target.Sites
        .Where(s => s.At.Operand is FieldReference { Name: "MinValue", DeclaringType.FullName: "System.DateTime" }
            || (s.At.OpCode == OpCodes.Newobj && IL.Is(s.Called, "System.DateTime") && target.InputsOf(s) is [var ticks, ..] && ticks.Producers.Any(p => IsZero(p, target, s.Method))))
        .Select(s => s.Finding("origin of DateTime"));

    private static bool IsZero(Instruction p, LintTarget target, MethodDefinition method) => IL.Constant(p) == 0
        || (IL.IsConversion(p) && target.FlowOf(method).InputsOf(p)[0].Producers.Any(q => IL.Constant(q) == 0));

    /// <summary>Attribute arguments in an <c>object[]</c>: an enum or array among them ends the run, a null the metadata processor.</summary>
    public static IEnumerable<Finding> AttributeArguments(LintTarget target) => target.Types.SelectMany(t => t.Methods.Cast<IMemberDefinition>().Append(t).Concat(t.Fields).Concat(t.Properties))
        .SelectMany(m => m.CustomAttributes.Where(a => a.ConstructorArguments.Any(HasBadElement)).Select(a => new Finding($"{a.AttributeType.Name} with an enum, array, type or null", m)));

    /// <summary>Rows must give each parameter a value of exactly its type.</summary>
    public static IEnumerable<Finding> DataRows(LintTarget target) => target.Methods.SelectMany(m => m.CustomAttributes
        .Where(a => a.AttributeType.Name == "DataRowAttribute" && !Fits(a, m)).Select(_ => new Finding($"DataRow does not fit the parameters of {m.Name}", m)));

    private static bool IsEndless(Site call, LintTarget target)
    {
        var at = call.Called.Parameters.ToList().FindIndex(p => p.ParameterType.FullName == Token);
        return at < 0 || target.InputsOf(call)[at].Producers.Any(p => IL.LoadedLocal(p) is >= 0 and var local && !target.FlowOf(call.Method).StoresTo(local).Any());
    }

    private static bool HasBadElement(CustomAttributeArgument argument) => argument.Type.FullName == "System.Object[]"
        && (argument.Value is not CustomAttributeArgument[] elements || elements.Any(e => IsBad((CustomAttributeArgument)e.Value)));

    private static bool IsBad(CustomAttributeArgument element) => element.Value == null || element.Type is ArrayType || element.Type.FullName == "System.Type" || IL.IsEnum(element.Type);

    private static bool Fits(CustomAttribute row, MethodDefinition method)
    {
        if (row.ConstructorArguments.Count != 1 || row.ConstructorArguments[0].Value is not CustomAttributeArgument[] given)
        {
            return true;
        }

        var types = given.Select(g => ((CustomAttributeArgument)g.Value).Type.FullName);
        return types.SequenceEqual(method.Parameters.Select(p => p.ParameterType.FullName));
    }
}
