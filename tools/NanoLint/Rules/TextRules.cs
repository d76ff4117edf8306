using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tools.NanoLint.Rules;

/// <summary>Text and parsing that come out differently on the device.</summary>
public static partial class TextRules
{
    private static readonly string[] TextConsumers = { "System.String", "System.Text.StringBuilder", "System.Diagnostics.Debug", "System.Console" };

    public static IEnumerable<Finding> EnumNames(LintTarget target) => Texts(target, IL.IsEnum)
        .Concat(target.Calls.Where(s => IL.Is(s.Called, "System.Enum", "ToString")))
        .Select(s => s.Finding("name of an enum value as text"));

    public static IEnumerable<Finding> FloatingText(LintTarget target) => Texts(target, IsFloating)
        .Concat(target.Calls.Where(s => IsFloating(s.Called.DeclaringType) && s.Called.Name == "ToString" && s.Called.Parameters.Count == 0))
        .Where(s => !IsFormatArgumentWithDigits(s, target))
        .Select(s => s.Finding("floating point as text without a format"));

    /// <summary>Formats other than D, E, F, G, N, X with a precision; a format with date letters is left alone.</summary>
    public static IEnumerable<Finding> NumberFormats(LintTarget target) => target.Sites
        .Where(s => s.At.OpCode == OpCodes.Ldstr && FormatsIn(s, target).Any(f => !KnownFormat().IsMatch(f)))
        .Select(s => s.Finding($"format \"{s.At.Operand}\""));

    public static IEnumerable<Finding> DateParsing(LintTarget target) => target.Calls
        .Where(s => IL.Is(s.Called, "System.DateTime", "Parse", "TryParse")).Select(s => s.Finding($"DateTime.{s.Called.Name}"));

    public static IEnumerable<Finding> IgnoredTryParse(LintTarget target) => target.Calls
        .Where(s => s.Called.Name == "TryParse" && s.At.Next?.OpCode == OpCodes.Pop).Select(s => s.Finding($"result of {s.Called.DeclaringType.Name}.TryParse dropped"));

    public static IEnumerable<Finding> HashtableEnumeration(LintTarget target) => target.Calls
        .Where(s => IL.Is(s.Called, "System.Collections.Hashtable", "GetEnumerator", "get_Keys", "get_Values", "CopyTo"))
        .Select(s => s.Finding("walk over a Hashtable"));

    public static IEnumerable<Finding> HashtableKeys(LintTarget target) => target.Calls
        .Where(s => IL.Is(s.Called, "System.Collections.Hashtable", "Add", "set_Item", "get_Item", "Contains", "Remove"))
        .Where(s => target.InputsOf(s)[1].Producers.Any(p => IsBadKey(IL.PushedType(p, s.Method), target)))
        .Select(s => s.Finding("Hashtable key with its own Equals, own struct or Guid"));

    /// <summary>Boxes and constrained calls that turn a value of the wanted type into text.</summary>
    private static IEnumerable<Site> Texts(LintTarget target, Func<TypeReference, bool> isWanted) => target.Sites.Where(
        s => (s.At.OpCode == OpCodes.Box && isWanted((TypeReference)s.At.Operand) && BecomesText(s, target))
            || (s.At.OpCode == OpCodes.Constrained && isWanted((TypeReference)s.At.Operand) && s.At.Next.Operand is MethodReference { Name: "ToString" }));

    private static bool BecomesText(Site box, LintTarget target) => target.FlowOf(box.Method).ConsumersOf(box.At).Any(
        c => c.OpCode == OpCodes.Stelem_Ref || (c.Operand is MethodReference called && (called.Name == "ToString" || TextConsumers.Contains(called.DeclaringType.FullName))));

    private static bool IsFloating(TypeReference type) => type.FullName is "System.Single" or "System.Double";

    /// <summary>Whether a boxed value goes to string.Format and every placeholder there has a format.</summary>
    private static bool IsFormatArgumentWithDigits(Site box, LintTarget target)
    {
        var flow = target.FlowOf(box.Method);
        var call = flow.ConsumersOf(box.At).FirstOrDefault(c => IL.Is(c.Operand as MethodReference, "System.String", "Format"))
            ?? box.Method.Body.Instructions.FirstOrDefault(i => i.Offset > box.At.Offset && IL.Is(i.Operand as MethodReference, "System.String", "Format"));
        return box.At.OpCode == OpCodes.Box && call != null && flow.InputsOf(call)[0].Producer?.Operand is string format
            && Placeholder().Matches(format).All(m => m.Groups[1].Success);
    }

    private static IEnumerable<string> FormatsIn(Site literal, LintTarget target)
    {
        var text = (string)literal.At.Operand;
        foreach (var called in target.FlowOf(literal.Method).ConsumersOf(literal.At).Select(c => c.Operand as MethodReference))
        {
            if (IL.Is(called, "System.String", "Format"))
            {
                return Placeholder().Matches(text).Where(m => m.Groups[1].Success).Select(m => m.Groups[1].Value).Where(f => !DateFormat().IsMatch(f));
            }

            if (called is { Name: "ToString" } && called.Parameters.Count == 1 && called.DeclaringType.IsPrimitive)
            {
                return new[] { text };
            }
        }

        return Array.Empty<string>();
    }

    private static bool IsBadKey(TypeReference type, LintTarget target)
    {
        if (type?.FullName == "System.Guid")
        {
            return true;
        }

        var definition = type is null or ArrayType ? null : IL.Resolve(type);
        var isOurs = definition != null && (definition.Module == target.Module || target.Siblings.Contains(definition.Module));
        return isOurs && !definition.IsEnum && (definition.IsValueType || definition.Methods.Any(m => m.IsVirtual && m.Name is "Equals" or "GetHashCode"));
    }

    [GeneratedRegex(@"^[DEFGNXx]\d*$")]
    private static partial Regex KnownFormat();

    [GeneratedRegex(@"[yMdHhmst]")]
    private static partial Regex DateFormat();

    [GeneratedRegex(@"\{\d+(?:,-?\d+)?(?::([^}]+))?\}")]
    private static partial Regex Placeholder();
}
