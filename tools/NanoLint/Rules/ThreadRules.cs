using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tools.NanoLint.Rules;

/// <summary>Start-up, threads and waiting.</summary>
public static class ThreadRules
{
    /// <summary>
    /// Static initialisers may make arrays, fill them from data, and make delegates and plain objects to lock on. Classes that the
    /// compiler makes for lambdas are left alone.
    /// </summary>
    public static IEnumerable<Finding> StaticInitialisers(LintTarget target) => target.Sites
        .Where(s => s.Method.IsConstructor && s.Method.IsStatic && !IsCompilerMade(s.Method.DeclaringType) && IL.IsStatement(s.At) && !IsHarmless(s.Called))
        .Select(s => s.Finding(s.Called == null ? "throw in a static initialiser" : $"call of {s.Called.DeclaringType.Name}.{s.Called.Name} in a static initialiser"));

    /// <summary>Static fields that can be given another value, and static events.</summary>
    public static IEnumerable<Finding> MutableStatics(LintTarget target) => target.Types.Where(t => !IsCompilerMade(t)).SelectMany(t => t.Fields)
        .Where(f => f.IsStatic && !f.IsInitOnly && !f.IsLiteral && !f.Name.StartsWith("<>", StringComparison.Ordinal))
        .Select(f => new Finding($"mutable static {f.DeclaringType.Name}.{f.Name}", f));

    /// <summary>In a thread's method and in Main every call must stand in a try whose catch takes every exception, or in such a catch.</summary>
    public static IEnumerable<Finding> ThreadBodies(LintTarget target) => target.Calls
        .Where(s => s.At.OpCode == OpCodes.Newobj && IL.Is(s.Called, "System.Threading.ThreadStart"))
        .SelectMany(s => s.At.Previous?.Operand is MethodReference body
            ? Uncaught(IL.Resolve(body), target)
            : new[] { s.Finding("thread whose body cannot be seen") })
        .Concat(Uncaught(target.Module.EntryPoint, target));

    /// <summary>A sleep must be a constant or come straight from a method whose name begins with Clamp; a negative one never ends.</summary>
    public static IEnumerable<Finding> UnclampedSleeps(LintTarget target) => target.Calls
        .Where(s => IL.Is(s.Called, "System.Threading.Thread", "Sleep") && !IsBounded(target.InputsOf(s)[0], target, s.Method))
        .Select(s => s.Finding("Sleep for a computed time"));

    private static bool IsHarmless(MethodReference called) => called != null
        && (IL.Is(called, "System.Runtime.CompilerServices.RuntimeHelpers", "InitializeArray") || IL.Is(called, "System.Object", ".ctor") || IL.IsA(called.DeclaringType, "System.MulticastDelegate"));

    private static bool IsCompilerMade(TypeDefinition type) => type.Name.StartsWith('<');

    private static IEnumerable<Finding> Uncaught(MethodDefinition body, LintTarget target)
    {
        var first = body is { HasBody: true } && body.Module == target.Module
            ? body.Body.Instructions.FirstOrDefault(i => IL.IsStatement(i) && !body.Body.ExceptionHandlers.Any(h => Covers(h, i)))
            : null;
        return first == null ? Enumerable.Empty<Finding>() : new[] { new Finding($"{body.DeclaringType.Name}.{body.Name} is a thread's body and this may throw out of it", body, first) };
    }

    private static bool Covers(ExceptionHandler handler, Instruction i) => handler.HandlerType == ExceptionHandlerType.Catch
        && handler.CatchType.FullName is "System.Exception" or "System.Object"
        && (IsBetween(i, handler.TryStart, handler.TryEnd) || IsBetween(i, handler.HandlerStart, handler.HandlerEnd));

    private static bool IsBetween(Instruction i, Instruction start, Instruction end) => start.Offset <= i.Offset && (end == null || i.Offset < end.Offset);

    private static bool IsBounded(Value value, LintTarget target, MethodDefinition method) => value.Producers.Count > 0 && value.Producers.All(p => IsBounded(p, target, method));

    private static bool IsBounded(Instruction p, LintTarget target, MethodDefinition method)
    {
        if (IL.Constant(p) is not null || p.Operand is MethodReference { Name: var name } && name.StartsWith("Clamp", StringComparison.Ordinal))
        {
            return true;
        }

        var looksThrough = IL.IsConversion(p) || (p.Operand is MethodReference called && IL.Is(called, "System.TimeSpan") && called.Name.StartsWith("From", StringComparison.Ordinal));
        return looksThrough && IsBounded(target.FlowOf(method).InputsOf(p)[0], target, method);
    }
}
