using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Tools.NanoReferences;

/// <summary>One line of a listing below its type: kind letter and columns, exactly as <c>listing/README.md</c> says.</summary>
public sealed record ApiMember(char Kind, string Name, string Type, string Modifiers, string Detail, string Attributes)
{
    public bool Has(string modifier) => Modifiers.Split(' ').Contains(modifier);
}

/// <summary>A public type: full name with <c>/</c> before a nested type and <c>`n</c> for generic ones.</summary>
public sealed record ApiType(string Name, string Kind, string Modifiers, string Base, string[] Interfaces, string[] Attributes, List<ApiMember> Members)
{
    public string Namespace => Name.Contains('.') ? Name[..Name.Split('/')[0].LastIndexOf('.')] : "";

    public string SimpleName => Name.Split('/').Last().Split('.').Last().Split('`')[0];

    public bool HasAttribute(string name) => Attributes.Any(a => a.StartsWith(name + "(", StringComparison.Ordinal));
}

/// <summary>The public surface of one assembly of the platform.</summary>
public sealed record ApiAssembly(string Name, List<string> References, List<ApiType> Types);

/// <summary>Reads <c>listing/*.tsv</c>.</summary>
public static class Listing
{
    /// <summary>All assemblies of a folder, each after those that it references.</summary>
    /// <exception cref="InvalidDataException">A line is not of the documented form; the message names file and line.</exception>
    public static List<ApiAssembly> ReadFolder(string folder)
    {
        var all = Directory.GetFiles(folder, "*.tsv").OrderBy(f => f, StringComparer.Ordinal).Select(ReadFile).ToDictionary(a => a.Name);
        var sorted = new List<ApiAssembly>();
        foreach (var assembly in all.Values)
        {
            Append(assembly, all, sorted);
        }

        return sorted;
    }

    private static void Append(ApiAssembly assembly, Dictionary<string, ApiAssembly> all, List<ApiAssembly> sorted)
    {
        if (sorted.Contains(assembly))
        {
            return;
        }

        foreach (var reference in assembly.References)
        {
            Append(all[reference], all, sorted);
        }

        sorted.Add(assembly);
    }

    public static ApiAssembly ReadFile(string path)
    {
        var assembly = new ApiAssembly(Path.GetFileNameWithoutExtension(path), new(), new());
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0 && !TryAdd(assembly, line.Split('\t')))
            {
                throw new InvalidDataException($"{path}({number}): not a line of an API listing: {line}");
            }
        }

        return assembly;
    }

    private static bool TryAdd(ApiAssembly assembly, string[] cell)
    {
        string At(int i) => i < cell.Length ? cell[i] : "";
        switch (cell[0])
        {
            case "A":
                return At(1) == assembly.Name;
            case "R":
                assembly.References.Add(At(1));
                return true;
            case "T":
                assembly.Types.Add(new ApiType(At(1), At(2), At(3), At(4), List(At(5), ','), List(At(6), ';'), new()));
                return true;
            case "U" or "f" or "F" or "M" or "X" or "P" or "E" when assembly.Types.Count > 0:
                assembly.Types[^1].Members.Add(Member(cell[0][0], At));
                return true;
            default:
                return false;
        }
    }

    private static ApiMember Member(char kind, Func<int, string> at) => kind == 'U'
        ? new ApiMember(kind, "", at(1), "", "", "")
        : new ApiMember(kind, at(1), at(2), at(3), at(4), at(5));

    private static string[] List(string text, char separator) => text.Split(separator, StringSplitOptions.RemoveEmptyEntries);
}
