using System.Collections.Generic;
using System.Linq;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tools.NanoLint.Rules;

/// <summary>Limits of the image format, which no compiler shows. The metadata processor throws beyond some and cuts counts off at others.</summary>
public static class LimitRules
{
    /// <summary>Offsets into the string and byte code tables are 16 bits wide.</summary>
    public const int TableBytes = 65_535;

    /// <summary>Where a pure assembly is to be split, with room left for what is being written.</summary>
    public const int SplitBytes = 48 * 1024;

    /// <summary>Counts are stored in one byte.</summary>
    public const int Count = 255;

    public static IEnumerable<Finding> Strings(LintTarget target) => Over(StringBytes(target), TableBytes, "bytes of strings", target);

    public static IEnumerable<Finding> ByteCode(LintTarget target) => Over(CodeBytes(target), TableBytes, "bytes of byte code", target);

    public static IEnumerable<Finding> CoreByteCode(LintTarget target) => Over(CodeBytes(target), SplitBytes, "bytes of byte code", target);

    public static IEnumerable<Finding> Counts(LintTarget target)
    {
        var ofTypes = target.Types.SelectMany(t => new (int Count, string What, IMemberDefinition At)[]
        {
            (t.Methods.Count(m => m.IsStatic), "static methods", t),
            (t.Methods.Count(m => !m.IsStatic && !m.IsVirtual), "instance methods", t),
            (t.Methods.Count(m => m.IsVirtual), "virtual methods", t),
            (t.Fields.Count(f => f.IsStatic && !f.IsLiteral), "static fields", t),
            (t.Fields.Count(f => !f.IsStatic), "instance fields", t),
        });
        var ofMethods = target.Bodies.SelectMany(m => new (int Count, string What, IMemberDefinition At)[]
        {
            (m.Parameters.Count, "parameters", m),
            (m.Body.Variables.Count, "locals", m),
            (LargestSwitch(m), "cases in a row in one switch", m),
        });
        return ofTypes.Concat(ofMethods).Where(c => c.Count > Count).Select(c => new Finding($"{c.Count} {c.What} of {c.At.Name}", c.At));
    }

    /// <summary>UTF-8 bytes of all distinct strings, each with its end mark: names of types, namespaces, methods and fields (constants leave none), and literals.</summary>
    public static int StringBytes(LintTarget target)
    {
        var names = target.Types.SelectMany(t => new[] { t.Name, t.Namespace }.Concat(t.Methods.Select(m => m.Name)).Concat(t.Fields.Where(f => !f.IsLiteral).Select(f => f.Name)));
        var used = target.Module.GetMemberReferences().Select(r => r.Name).Concat(target.Module.GetTypeReferences().SelectMany(r => new[] { r.Name, r.Namespace }));
        var literals = target.Sites.Where(s => s.At.OpCode == OpCodes.Ldstr).Select(s => (string)s.At.Operand);
        return names.Concat(used).Concat(literals).Distinct().Sum(s => Encoding.UTF8.GetByteCount(s) + 1);
    }

    /// <summary>Byte code as the metadata processor packs it: tokens and branch offsets take two bytes instead of four.</summary>
    public static int CodeBytes(LintTarget target) => target.Bodies.Sum(m => m.Body.Instructions.Sum(Size) + HandlerBytes(m));

    private static int Size(Instruction i) => i.GetSize() - i.OpCode.OperandType switch
    {
        OperandType.InlineString or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineBrTarget => 2,
        OperandType.InlineSwitch => 3 + (2 * ((Instruction[])i.Operand).Length),
        _ => 0,
    };

    /// <summary>One byte of count and twelve for each handler.</summary>
    private static int HandlerBytes(MethodDefinition method) => method.Body.HasExceptionHandlers ? 1 + (12 * method.Body.ExceptionHandlers.Count) : 0;

    private static int LargestSwitch(MethodDefinition method) => method.Body.Instructions.Where(i => i.OpCode == OpCodes.Switch)
        .Select(i => ((Instruction[])i.Operand).Length).DefaultIfEmpty(0).Max();

    private static IEnumerable<Finding> Over(int bytes, int limit, string what, LintTarget target) => bytes <= limit
        ? Enumerable.Empty<Finding>()
        : new[] { new Finding($"{target.Module.Assembly.Name.Name} has {bytes} {what} (limit {limit})") };
}
