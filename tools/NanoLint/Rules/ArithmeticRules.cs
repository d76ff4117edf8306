using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tools.NanoLint.Rules;

/// <summary>Arithmetic that means something else on the device than on .NET.</summary>
public static class ArithmeticRules
{
    private const int DeepestLook = 6;

    public static IEnumerable<Finding> Checked(LintTarget target) => target.Sites
        .Where(s => s.At.OpCode.Name.Contains(".ovf", StringComparison.Ordinal)).Select(s => s.Finding($"checked arithmetic ({s.At.OpCode.Name})"));

    public static IEnumerable<Finding> MathOnLong(LintTarget target) => target.Calls
        .Where(s => IL.Is(s.Called, "System.Math", "Max", "Min", "Abs", "Sign") && target.InputsOf(s).Any(v => IsConvertedLong(v, target, s.Method)))
        .Select(s => s.Finding($"Math.{s.Called.Name} of a long goes through {s.Called.Parameters[0].ParameterType.Name}"));

    public static IEnumerable<Finding> FloatingPoint(LintTarget target)
    {
        var allowed = target.Settings.Of("float").Select(s => s.Name).ToList();
        bool IsChecked(MethodDefinition m) => !allowed.Any(f => LintTarget.FileOf(m).EndsWith("/" + f, StringComparison.Ordinal));
        return target.Sites.Where(s => IsFloating(s) && IsChecked(s.Method)).Select(s => s.Finding("floating point"));
    }

    /// <summary>
    /// A divisor counts as tested when it is a constant other than zero; the same variable, field, element or call stands in a comparison
    /// anywhere in the same method; it is a product of such; it is <c>x + constant</c>, <c>x | constant</c>, <c>1 &lt;&lt; n</c>, or Max or
    /// Clamp with a positive constant; or a local or readonly field that is only ever given such values.
    /// </summary>
    public static IEnumerable<Finding> UntestedDivisors(LintTarget target) => target.Sites
        .Where(s => s.At.OpCode.Code is Code.Div or Code.Div_Un or Code.Rem or Code.Rem_Un)
        .Where(s => !IsSafeDivisor(target.InputsOf(s)[1], target, s.Method, DeepestLook))
        .Select(s => s.Finding("division by what may be zero"));

    private static bool IsConvertedLong(Value value, LintTarget target, MethodDefinition method) => value.Producers.Any(
        p => p.OpCode.Code is Code.Conv_R4 or Code.Conv_R8 or Code.Conv_R_Un && IsLong(target.FlowOf(method).InputsOf(p)[0], target, method));

    /// <summary>Looks through a second conversion: an unsigned value is converted twice.</summary>
    private static bool IsLong(Value value, LintTarget target, MethodDefinition method) => IL.IsInt64(value, target.FlowOf(method), method)
        || IsConvertedLong(value, target, method);

    private static bool IsFloating(Site site) => site.At.OpCode.Code is Code.Ldc_R4 or Code.Ldc_R8 or Code.Conv_R4 or Code.Conv_R8 or Code.Conv_R_Un
        or Code.Ldelem_R4 or Code.Ldelem_R8 or Code.Ldind_R4 or Code.Ldind_R8
        || IL.PushedType(site.At, site.Method)?.FullName is "System.Single" or "System.Double";

    private static bool IsSafeDivisor(Value value, LintTarget target, MethodDefinition method, int look) =>
        look > 0 && value.Producers.Count > 0 && value.Producers.All(p => IsSafe(p, target, method, look - 1));

    private static bool IsSafe(Instruction p, LintTarget target, MethodDefinition method, int look)
    {
        if (IL.Constant(p) is { } constant)
        {
            return constant != 0;
        }

        var inputs = target.FlowOf(method).InputsOf(p);
        bool Safe(int i) => IsSafeDivisor(inputs[i], target, method, look);
        bool Positive(int i) => IL.Constant(inputs[i].Producer) > 0;
        return IsTested(p, target, method) || p.OpCode.Code switch
        {
            Code.Add or Code.Or => Positive(0) || Positive(1),
            Code.Mul => Safe(0) && Safe(1),
            Code.Shl => Positive(0),
            Code.Call => p.Operand is MethodReference { Name: "Max" or "Clamp" } && (Positive(0) || Positive(1)),
            Code.Ldfld or Code.Ldsfld => IsSafeField(((FieldReference)p.Operand).Resolve(), target, look),
            _ when IL.IsConversion(p) => Safe(0),
            _ when IL.LoadedLocal(p) is >= 0 and var local => target.FlowOf(method).StoresTo(local).All(v => IsSafeDivisor(v, target, method, look)),
            _ => false,
        };
    }

    private static bool IsSafeField(FieldDefinition field, LintTarget target, int look) => field is { IsInitOnly: true } && field.Module == target.Module
        && field.DeclaringType.Methods.Where(m => m.HasBody && m.IsConstructor).SelectMany(m => m.Body.Instructions.Select(i => new Site(m, i)))
            .Where(s => s.At.OpCode.Code is Code.Stfld or Code.Stsfld && ((FieldReference)s.At.Operand).FullName == field.FullName)
            .All(s => IsSafeDivisor(target.InputsOf(s)[^1], target, s.Method, look));

    private static bool IsTested(Instruction p, LintTarget target, MethodDefinition method)
    {
        var name = NameOf(p, target, method);
        return name != null && method.Body.Instructions.Where(IL.IsTest)
            .Any(t => target.FlowOf(method).InputsOf(t).SelectMany(v => v.Producers).Any(q => NameOf(q, target, method) == name));
    }

    /// <summary>A name that two loads of the same thing share, or null.</summary>
    private static string NameOf(Instruction p, LintTarget target, MethodDefinition method)
    {
        var inputs = target.FlowOf(method).InputsOf(p);
        string Input() => inputs[0].Producer == null ? "?" : NameOf(inputs[0].Producer, target, method) ?? "?";
        return p.OpCode.Code switch
        {
            _ when IL.LoadedLocal(p) is >= 0 and var local => "local " + local,
            _ when IL.LoadedParameter(p, method) is >= 0 and var parameter => "parameter " + parameter,
            Code.Ldarg_0 => "this",
            Code.Ldfld or Code.Ldsfld or Code.Call or Code.Callvirt => p.Operand.ToString(),
            Code.Ldlen => "length of " + Input(),
            _ when p.OpCode.Name.StartsWith("ldelem", StringComparison.Ordinal) => "element of " + Input(),
            _ when p.OpCode.Name.StartsWith("ldind", StringComparison.Ordinal) => "target of " + Input(),
            _ when IL.IsConversion(p) => Input(),
            _ => null,
        };
    }
}
