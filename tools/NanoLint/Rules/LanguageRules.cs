using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tools.NanoLint.Rules;

/// <summary>Parts of the language that compile and pass the metadata processor, and then stop the device at load or at run time.</summary>
public static class LanguageRules
{
    private static readonly string[] EmbeddedAttributes =
    {
        "Microsoft.CodeAnalysis.EmbeddedAttribute", "System.Runtime.CompilerServices.RefSafetyRulesAttribute",
        "System.Runtime.CompilerServices.NullableAttribute", "System.Runtime.CompilerServices.NullableContextAttribute",
        "System.Runtime.CompilerServices.NativeIntegerAttribute", "System.Runtime.CompilerServices.IsUnmanagedAttribute",
        "System.Runtime.CompilerServices.ScopedRefAttribute", "System.Runtime.CompilerServices.RequiresLocationAttribute",
    };

    public static IEnumerable<Finding> GenericTypes(LintTarget target) =>
        target.Types.Where(t => t.HasGenericParameters).Select(t => new Finding($"generic type {t.Name}", t))
            .Concat(UsedTypes(target).Where(u => Contains(u.Type, t => t is GenericInstanceType))
                .Select(u => new Finding($"use of {u.Type.Name}", u.Member, u.At)));

    public static IEnumerable<Finding> GenericCalls(LintTarget target) =>
        target.Calls.Where(s => s.Called is GenericInstanceMethod).Select(s => s.Finding($"call of generic method {s.Called.Name}"));

    public static IEnumerable<Finding> MultiDimensionalArrays(LintTarget target) =>
        UsedTypes(target).Where(u => Contains(u.Type, t => t is ArrayType { Rank: > 1 })).Select(u => new Finding($"array {u.Type.Name}", u.Member, u.At));

    public static IEnumerable<Finding> Pointers(LintTarget target) =>
        UsedTypes(target).Where(u => Contains(u.Type, t => t is PointerType or PinnedType or FunctionPointerType)).Select(u => new Finding($"pointer {u.Type.Name}", u.Member, u.At))
            .Concat(target.Sites.Where(s => s.At.OpCode == OpCodes.Localloc).Select(s => s.Finding("stackalloc")));

    public static IEnumerable<Finding> DefaultInterfaceMethods(LintTarget target) =>
        target.Types.Where(t => t.IsInterface).SelectMany(t => t.Methods).Where(m => m.HasBody && !m.IsStatic)
            .Select(m => new Finding($"default body of {m.DeclaringType.Name}.{m.Name}", m));

    public static IEnumerable<Finding> Finalizers(LintTarget target) =>
        target.Methods.Where(m => m.Name == "Finalize" && m.IsVirtual && m.Parameters.Count == 0).Select(m => new Finding($"finalizer of {m.DeclaringType.Name}", m));

    public static IEnumerable<Finding> Reflection(LintTarget target) =>
        target.Calls.Where(s => IsReflection(s.Called)).Select(s => s.Finding($"call of {s.Called.DeclaringType.Name}.{s.Called.Name}"));

    /// <summary>Fields of the object in a test class, and methods that use <c>this</c>, which is null there.</summary>
    public static IEnumerable<Finding> TestState(LintTarget target)
    {
        var classes = target.Types.Where(t => t.CustomAttributes.Any(a => a.AttributeType.Name == "TestClassAttribute")).ToList();
        return classes.SelectMany(t => t.Fields).Where(f => !f.IsStatic).Select(f => new Finding($"field {f.Name} of a test class", f))
            .Concat(target.Sites.Where(s => classes.Contains(s.Method.DeclaringType) && !s.Method.IsStatic && !s.Method.IsConstructor && s.At.OpCode == OpCodes.Ldarg_0)
                .Select(s => s.Finding("use of this in a test class")));
    }

    /// <summary>Attributes that the C# compiler embeds into the assembly: from C# 11 on always, before only for certain features.</summary>
    public static IEnumerable<Finding> EmbeddedCompilerAttributes(LintTarget target) =>
        target.Types.Where(t => EmbeddedAttributes.Contains(t.FullName)).Select(t => new Finding($"embedded {t.Name}"))
            .Concat(target.Module.CustomAttributes.Where(a => EmbeddedAttributes.Contains(a.AttributeType.FullName)).Select(a => new Finding($"{a.AttributeType.Name} on the module")));

    public static IEnumerable<Finding> EmptyCatches(LintTarget target) => target.Bodies.SelectMany(
        m => m.Body.ExceptionHandlers.Where(h => h.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter && IsEmpty(h))
            .Select(h => new Finding("empty catch", m, h.HandlerStart)));

    private static bool IsEmpty(ExceptionHandler handler)
    {
        for (var i = handler.HandlerStart; i != null && i != handler.HandlerEnd; i = i.Next)
        {
            if (i.OpCode.Code is not (Code.Pop or Code.Nop or Code.Leave or Code.Leave_S))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsReflection(MethodReference method) => (method.DeclaringType.Namespace == "System.Reflection" && method.Name != "get_Name")
        || IL.Is(method, "System.Activator")
        || IL.Is(method, "System.Type", "GetType", "InvokeMember", "GetConstructor", "GetConstructors", "GetMethod", "GetMethods", "GetField", "GetFields", "GetInterfaces", "GetElementType");

    private static bool Contains(TypeReference type, System.Func<TypeReference, bool> isWanted) => type != null && (isWanted(type)
        || (type is GenericInstanceType generic && generic.GenericArguments.Any(a => Contains(a, isWanted)))
        || (type is TypeSpecification specification && Contains(specification.ElementType, isWanted)));

    /// <summary>Every type that bases, fields, signatures, locals and instructions name, with the place.</summary>
    internal static IEnumerable<(TypeReference Type, IMemberDefinition Member, Instruction At)> UsedTypes(LintTarget target)
    {
        foreach (var type in target.Types)
        {
            yield return (type.BaseType, type, null);
            foreach (var used in type.Interfaces.Select(i => i.InterfaceType).Concat(type.Fields.Where(f => !IsCache(f)).Select(f => f.FieldType)))
            {
                yield return (used, type, null);
            }
        }

        foreach (var method in target.Methods)
        {
            foreach (var used in method.Parameters.Select(p => p.ParameterType).Append(method.ReturnType).Concat(method.HasBody ? method.Body.Variables.Select(v => v.VariableType) : Enumerable.Empty<TypeReference>()))
            {
                yield return (used, method, null);
            }
        }

        foreach (var handler in target.Bodies.SelectMany(m => m.Body.ExceptionHandlers.Select(h => (Method: m, Handler: h))))
        {
            yield return (handler.Handler.CatchType, handler.Method, handler.Handler.HandlerStart);
        }

        foreach (var site in target.Sites)
        {
            yield return (site.At.Operand is MemberReference { DeclaringType: not null } member ? member.DeclaringType : site.At.Operand as TypeReference, site.Method, site.At);
        }
    }

    /// <summary>A field in which the compiler keeps a lambda; the lambda's own creation is what gets reported.</summary>
    private static bool IsCache(FieldDefinition field) => field.Name.StartsWith("<>9", System.StringComparison.Ordinal);
}
