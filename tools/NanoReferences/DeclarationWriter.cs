using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Tools.NanoReferences;

/// <summary>Writes an assembly's listing as C# declarations whose bodies throw.</summary>
public sealed class DeclarationWriter
{
    private const string Body = " { throw null; }";

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_UnaryNegation"] = "-",
        ["op_UnaryPlus"] = "+",
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_GreaterThan"] = ">",
        ["op_GreaterThanOrEqual"] = ">=",
        ["op_LessThan"] = "<",
        ["op_LessThanOrEqual"] = "<=",
    };

    /// <summary>Constants that C# has no literal for.</summary>
    private static readonly Dictionary<string, string> NotFinite = new()
    {
        ["Infinityd"] = "1d / 0d",
        ["-Infinityd"] = "-1d / 0d",
        ["NaNd"] = "0d / 0d",
        ["Infinityf"] = "1f / 0f",
        ["-Infinityf"] = "-1f / 0f",
        ["NaNf"] = "0f / 0f",
    };

    /// <summary>Attributes that the compiler writes itself from C# syntax.</summary>
    private static readonly string[] SyntaxAttributes =
    {
        "System.Reflection.DefaultMemberAttribute", "System.Runtime.CompilerServices.ExtensionAttribute",
        "System.Runtime.CompilerServices.IsReadOnlyAttribute",
    };

    private readonly ApiAssembly _assembly;
    private readonly TypeIndex _types;
    private readonly StringBuilder _text = new();

    public DeclarationWriter(ApiAssembly assembly, TypeIndex types)
    {
        _assembly = assembly;
        _types = types;
    }

    public string Write()
    {
        foreach (var type in _assembly.Types.Where(t => !t.Name.Contains('/')))
        {
            _text.Append("namespace ").Append(type.Namespace).AppendLine("{");
            WriteType(type);
            _text.AppendLine("}");
        }

        return _text.ToString();
    }

    private void WriteType(ApiType type)
    {
        WriteAttributes(type.Attributes.Where(a => !(IsByRefLike(type) && a.StartsWith("System.Obsolete", StringComparison.Ordinal))));
        switch (type.Kind)
        {
            case "delegate":
                WriteDelegate(type);
                break;
            case "enum":
                WriteEnum(type);
                break;
            default:
                WriteMembers(type);
                break;
        }
    }

    private static bool IsByRefLike(ApiType type) => type.Attributes.Any(a => a.Contains("Types with embedded references"));

    private void WriteDelegate(ApiType type)
    {
        var invoke = type.Members.Single(m => m.Name == "Invoke");
        var generic = type.Name.Contains('`') ? "<" + string.Join(", ", GenericParameters(invoke)) + ">" : "";
        _text.AppendLine($"{type.Modifiers} delegate {Name(invoke.Type)} {type.SimpleName}{generic}({Parameters(invoke)});");
    }

    /// <summary>In a listing the names of type parameters are the only type names without a namespace.</summary>
    private static IEnumerable<string> GenericParameters(ApiMember invoke) => invoke.Detail.Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split(' ')[0]).Append(invoke.Type).Where(t => !t.Contains('.')).Distinct();

    private void WriteEnum(ApiType type)
    {
        var underlying = type.Members.Single(m => m.Kind == 'U').Type;
        _text.AppendLine($"{type.Modifiers} enum {type.SimpleName} : {CSharpKeyword(underlying)} {{");
        foreach (var member in type.Members.Where(m => m.Kind == 'F'))
        {
            _text.AppendLine($"{Identifier(member.Name)} = {member.Detail},");
        }

        _text.AppendLine("}");
    }

    private static string CSharpKeyword(string integer) => integer switch
    {
        "System.Byte" => "byte",
        "System.SByte" => "sbyte",
        "System.Int16" => "short",
        "System.UInt16" => "ushort",
        "System.UInt32" => "uint",
        "System.Int64" => "long",
        "System.UInt64" => "ulong",
        _ => "int",
    };

    private void WriteMembers(ApiType type)
    {
        _text.AppendLine($"{TypeModifiers(type)}{type.Kind} {type.SimpleName}{Bases(type)} {{");
        foreach (var nested in _assembly.Types.Where(t => IsNestedIn(t, type)))
        {
            WriteType(nested);
        }

        foreach (var member in type.Members)
        {
            WriteMember(type, member);
        }

        if (type.Kind == "class" && !type.Modifiers.Contains("static") && !type.Members.Any(m => m.Name == ".ctor"))
        {
            _text.AppendLine($"internal {type.SimpleName}(){BaseCall(type)}{Body}");
        }

        _text.AppendLine("}");
    }

    private static bool IsNestedIn(ApiType inner, ApiType outer) =>
        inner.Name.StartsWith(outer.Name + "/", StringComparison.Ordinal) && !inner.Name[(outer.Name.Length + 1)..].Contains('/');

    private static string TypeModifiers(ApiType type) => type.Modifiers + " "
        + (type.Kind == "struct" && type.HasAttribute("System.Runtime.CompilerServices.IsReadOnlyAttribute") ? "readonly " : "")
        + (IsByRefLike(type) ? "ref " : "");

    private static string Bases(ApiType type)
    {
        var implied = type.Kind != "class" || type.Modifiers.Contains("static") || type.Base is "" or "System.Object";
        var bases = (implied ? Array.Empty<string>() : new[] { type.Base }).Concat(type.Interfaces).Select(Name);
        return bases.Any() ? " : " + string.Join(", ", bases) : "";
    }

    private void WriteMember(ApiType type, ApiMember member)
    {
        switch (member.Kind)
        {
            case 'f':
                var modifier = type.HasAttribute("System.Runtime.CompilerServices.IsReadOnlyAttribute") ? "readonly " : "";
                _text.AppendLine($"private {modifier}{Name(member.Type)} {Identifier(member.Name.Replace('<', '_').Replace('>', '_'))};");
                break;
            case 'F':
                WriteField(member);
                break;
            case 'M' when !member.Has("special"):
                WriteMethod(type, member);
                break;
            case 'M' when member.Name == ".ctor":
                _text.AppendLine($"{Visibility(member)} {type.SimpleName}({Parameters(member)}){BaseCall(type)}{Body}");
                break;
            case 'M' when member.Name.StartsWith("op_", StringComparison.Ordinal):
                WriteOperator(member);
                break;
            case 'X':
                WriteExplicit(type, member);
                break;
            case 'P':
                WriteProperty(type, member);
                break;
            case 'E':
                WriteEvent(type, member);
                break;
        }
    }

    private void WriteField(ApiMember member)
    {
        var value = member.Has("const") ? " = " + Literal(member.Type, member.Detail) : "";
        _text.AppendLine($"{member.Modifiers} {Name(member.Type)} {Identifier(member.Name)}{value};");
    }

    private void WriteMethod(ApiType type, ApiMember member)
    {
        if (member.Name == "Finalize")
        {
            _text.AppendLine($"~{type.SimpleName}(){Body}");
            return;
        }

        WriteAttributes(member.Attributes.Split(';', StringSplitOptions.RemoveEmptyEntries));
        _text.AppendLine($"{Modifiers(type, member)} {Name(member.Type)} {Identifier(member.Name)}({Parameters(member)}){BodyOf(type, member)}");
    }

    private void WriteOperator(ApiMember member)
    {
        var signature = member.Name switch
        {
            "op_Implicit" => "implicit operator " + Name(member.Type),
            "op_Explicit" => "explicit operator " + Name(member.Type),
            _ => Name(member.Type) + " operator " + Operators[member.Name],
        };
        _text.AppendLine($"public static {signature}({Parameters(member)}){Body}");
    }

    private void WriteExplicit(ApiType type, ApiMember member)
    {
        var target = member.Modifiers.Split("::");
        var (owner, name) = (Name(target[0]), target[1]);
        var isAccessor = name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal);
        if (!isAccessor)
        {
            _text.AppendLine($"{Name(member.Type)} {owner}.{name}({Parameters(member)}){Body}");
        }
        else if (name.StartsWith("get_", StringComparison.Ordinal))
        {
            var hasSetter = type.Members.Any(m => m.Kind == 'X' && m.Modifiers == target[0] + "::set_" + name[4..]);
            var property = member.Detail == "" ? name[4..] : $"this[{Parameters(member)}]";
            _text.AppendLine($"{Name(member.Type)} {owner}.{property} {{ get{Body} {(hasSetter ? "set" + Body : "")} }}");
        }
    }

    private void WriteProperty(ApiType type, ApiMember member)
    {
        var accessors = member.Modifiers.Split(' ').Select(a => Accessor(type, member, a)).Where(a => a != null).ToList();
        var widest = accessors.FirstOrDefault(a => a.Has("public")) ?? accessors[0];
        var isIndexer = member.Detail != "";
        if (isIndexer && member.Name != "Item")
        {
            _text.AppendLine($"[System.Runtime.CompilerServices.IndexerName(\"{member.Name}\")]");
        }

        _text.Append($"{Modifiers(type, widest)} {Name(member.Type)} {(isIndexer ? $"this[{Parameters(member)}]" : Identifier(member.Name))} {{ ");
        foreach (var accessor in accessors)
        {
            var visibility = Visibility(accessor) == Visibility(widest) ? "" : Visibility(accessor) + " ";
            _text.Append(visibility).Append(accessor.Name.AsSpan(0, 3)).Append(BodyOf(type, accessor)).Append(' ');
        }

        _text.AppendLine("}");
    }

    private static ApiMember Accessor(ApiType type, ApiMember property, string kind) => type.Members.FirstOrDefault(
        m => m.Kind == 'M' && m.Name == kind + "_" + property.Name);

    private void WriteEvent(ApiType type, ApiMember member)
    {
        var add = type.Members.First(m => m.Kind == 'M' && m.Name == "add_" + member.Name);
        var accessors = type.Kind == "interface" || add.Has("abstract") ? ";" : $" {{ add{Body} remove{Body} }}";
        _text.AppendLine($"{Modifiers(type, add)} event {Name(member.Type)} {Identifier(member.Name)}{accessors}");
    }

    private static string BodyOf(ApiType type, ApiMember member) => type.Kind == "interface" || member.Has("abstract") ? ";" : Body;

    private static string Visibility(ApiMember member) => member.Modifiers.Split(' ')[0];

    private static string Modifiers(ApiType type, ApiMember member)
    {
        if (type.Kind == "interface")
        {
            return "";
        }

        var kept = member.Modifiers.Split(' ').Where(m => m is not ("special" or "final")).ToList();
        if (kept.Contains("override"))
        {
            kept.Remove("virtual");
        }

        return string.Join(' ', kept);
    }

    private string BaseCall(ApiType type)
    {
        var parameters = type.Kind == "class" ? _types.BaseConstructorParameters(type.Base) : null;
        return parameters == null ? "" : " : base(" + string.Join(", ", parameters.Split(", ").Select(DefaultArgument)) + ")";
    }

    private static string DefaultArgument(string parameter) => $"default({Name(parameter.Replace("params ", "").Split(' ')[0])})";

    private string Parameters(ApiMember member)
    {
        if (member.Detail == "")
        {
            return "";
        }

        var isExtension = member.Attributes.Contains("ExtensionAttribute");
        return (isExtension ? "this " : "") + string.Join(", ", SplitParameters(member.Detail).Select(Parameter));
    }

    /// <summary>Splits at ", " but not inside a default value's quotes.</summary>
    private static IEnumerable<string> SplitParameters(string text) => text.Split(", ");

    private string Parameter(string text)
    {
        var (declaration, value) = text.Split(" = ") is { Length: 2 } parts ? (parts[0], parts[1]) : (text, null);
        var words = declaration.Split(' ');
        var type = words[^2];
        var prefix = words.Length == 3 ? words[0] + " " : "";
        var assigned = value == null ? "" : " = " + Literal(type, value);
        return $"{prefix}{Name(type)} {Identifier(words[^1])}{assigned}";
    }

    private string Literal(string type, string value)
    {
        if (value.StartsWith('\''))
        {
            return $"(char){value.Trim('\'')}";
        }

        if (NotFinite.TryGetValue(value, out var quotient))
        {
            return quotient;
        }

        return value == "null" ? "default" : _types.IsEnum(type) ? $"({Name(type)})({value})" : value;
    }

    private void WriteAttributes(IEnumerable<string> attributes)
    {
        foreach (var attribute in attributes.Where(a => !SyntaxAttributes.Contains(a.Split('(')[0])))
        {
            _text.AppendLine($"[global::{attribute.Replace("AttributeUsageAttribute(", "AttributeUsageAttribute((global::System.AttributeTargets)")}]");
        }
    }

    private static string Name(string type) => type == "System.Void" ? "void" : (type.Contains('.') ? "global::" : "") + type.Replace('/', '.');

    private static string Identifier(string name) => "@" + name;
}
