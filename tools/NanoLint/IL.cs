using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tools.NanoLint;

/// <summary>Questions about single instructions and types that Cecil does not answer itself.</summary>
public static class IL
{
    private static readonly HashSet<string> Int64Types = new() { "System.Int64", "System.UInt64" };

    public static int PopCount(Instruction i, MethodDefinition method, int depth) => i.OpCode.StackBehaviourPop switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8 or StackBehaviour.Popi_popr4
            or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
        StackBehaviour.PopAll => depth,
        StackBehaviour.Varpop => VariablePop(i, method),
        _ => 3,
    };

    public static int PushCount(Instruction i) => i.OpCode.StackBehaviourPush switch
    {
        StackBehaviour.Push0 => 0,
        StackBehaviour.Push1_push1 => 2,
        StackBehaviour.Varpush => ((IMethodSignature)i.Operand).ReturnType.FullName == "System.Void" ? 0 : 1,
        _ => 1,
    };

    public static IEnumerable<Instruction> Targets(Instruction i) => i.Operand switch
    {
        Instruction one => new[] { one },
        Instruction[] many => many,
        _ => Array.Empty<Instruction>(),
    };

    /// <summary>The local stored to, or -1.</summary>
    public static int StoredLocal(Instruction i) => i.OpCode.Code switch
    {
        Code.Stloc_0 => 0,
        Code.Stloc_1 => 1,
        Code.Stloc_2 => 2,
        Code.Stloc_3 => 3,
        Code.Stloc or Code.Stloc_S => ((VariableDefinition)i.Operand).Index,
        _ => -1,
    };

    /// <summary>The local loaded, or -1.</summary>
    public static int LoadedLocal(Instruction i) => i.OpCode.Code switch
    {
        Code.Ldloc_0 => 0,
        Code.Ldloc_1 => 1,
        Code.Ldloc_2 => 2,
        Code.Ldloc_3 => 3,
        Code.Ldloc or Code.Ldloc_S => ((VariableDefinition)i.Operand).Index,
        _ => -1,
    };

    /// <summary>The parameter loaded (0 is the first declared one), or -1; -1 for <c>this</c> too.</summary>
    public static int LoadedParameter(Instruction i, MethodDefinition method)
    {
        var slot = i.OpCode.Code switch
        {
            Code.Ldarg_0 => 0,
            Code.Ldarg_1 => 1,
            Code.Ldarg_2 => 2,
            Code.Ldarg_3 => 3,
            _ => -1,
        };
        return i.Operand is ParameterDefinition parameter ? parameter.Index : slot < 0 ? -1 : slot - (method.HasThis ? 1 : 0);
    }

    /// <summary>The constant that an instruction loads, or null.</summary>
    public static double? Constant(Instruction i) => i?.OpCode.Code switch
    {
        Code.Ldc_I4_M1 => -1,
        >= Code.Ldc_I4_0 and <= Code.Ldc_I4_8 => i.OpCode.Code - Code.Ldc_I4_0,
        Code.Ldc_I4_S or Code.Ldc_I4 or Code.Ldc_I8 or Code.Ldc_R4 or Code.Ldc_R8 => Convert.ToDouble(i.Operand, System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    public static bool IsConversion(Instruction i) => i.OpCode.Name.StartsWith("conv.", StringComparison.Ordinal);

    public static bool IsStatement(Instruction i) => i.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj or Code.Throw;

    /// <summary>Whether an instruction compares or branches on what it pops.</summary>
    public static bool IsTest(Instruction i) => i.OpCode.FlowControl == FlowControl.Cond_Branch
        || i.OpCode.Code is Code.Ceq or Code.Cgt or Code.Cgt_Un or Code.Clt or Code.Clt_Un;

    /// <summary>Whether a value is a 64-bit integer, as far as one look at its producers tells.</summary>
    public static bool IsInt64(Value value, Flow flow, MethodDefinition method) => value.Producers.Any(p => IsInt64(p, flow, method));

    public static bool Is(MethodReference method, string type, params string[] names) =>
        method != null && method.DeclaringType.FullName == type && (names.Length == 0 || names.Contains(method.Name));

    /// <summary>The type that an instruction pushes, or null when one look does not tell.</summary>
    public static TypeReference PushedType(Instruction i, MethodDefinition method)
    {
        var local = LoadedLocal(i);
        var parameter = LoadedParameter(i, method);
        return (i.OpCode.Code, i.Operand) switch
        {
            _ when local >= 0 => method.Body.Variables[local].VariableType,
            _ when parameter >= 0 => method.Parameters[parameter].ParameterType,
            (Code.Ldarg_0, _) => method.DeclaringType,
            (Code.Newobj, MethodReference called) => called.DeclaringType,
            (_, MethodReference called) => called.ReturnType,
            (Code.Ldfld or Code.Ldsfld, FieldReference field) => field.FieldType,
            (Code.Castclass or Code.Isinst or Code.Box or Code.Unbox_Any or Code.Ldelem_Any or Code.Ldobj, TypeReference type) => type,
            _ => null,
        };
    }

    public static bool IsEnum(TypeReference type) => type is not (null or ArrayType or GenericParameter) && (Resolve(type)?.IsEnum ?? false);

    public static TypeDefinition Resolve(TypeReference type)
    {
        try
        {
            return type.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }

    public static MethodDefinition Resolve(MethodReference method)
    {
        try
        {
            return method.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }

    /// <summary>Whether a type derives from another, itself included.</summary>
    public static bool IsA(TypeReference type, string ancestor)
    {
        for (var t = type; t != null; t = Resolve(t)?.BaseType)
        {
            if (t.FullName == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInt64(Instruction p, Flow flow, MethodDefinition method) => p.OpCode.Code switch
    {
        Code.Conv_I8 or Code.Conv_U8 or Code.Ldc_I8 or Code.Ldelem_I8 or Code.Ldind_I8 => true,
        Code.Add or Code.Sub or Code.Mul or Code.Div or Code.Rem or Code.Neg or Code.And or Code.Or or Code.Xor or Code.Shl or Code.Shr =>
            IsInt64(flow.InputsOf(p)[0], flow, method),
        _ => PushedType(p, method) is { } type && Int64Types.Contains(type.FullName),
    };

    private static int VariablePop(Instruction i, MethodDefinition method)
    {
        if (i.OpCode == OpCodes.Ret)
        {
            return method.ReturnType.FullName == "System.Void" ? 0 : 1;
        }

        var signature = (IMethodSignature)i.Operand;
        var implicitThis = signature.HasThis && i.OpCode != OpCodes.Newobj ? 1 : 0;
        return signature.Parameters.Count + implicitThis + (i.OpCode == OpCodes.Calli ? 1 : 0);
    }
}
