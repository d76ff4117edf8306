using System.Collections.Generic;
using System.Linq;

namespace Tools.NanoReferences;

/// <summary>Answers what one type must know of another to be declared: its kind, its constructors, its namespace members.</summary>
public sealed class TypeIndex
{
    private readonly Dictionary<string, ApiType> _byName = new();

    public TypeIndex(IEnumerable<ApiAssembly> assemblies)
    {
        foreach (var type in assemblies.SelectMany(a => a.Types))
        {
            _byName[type.Name] = type;
        }
    }

    public bool IsEnum(string name) => _byName.TryGetValue(name, out var type) && type.Kind == "enum";

    /// <summary>The parameters that a derived constructor must hand to its base, or null when the base needs none.</summary>
    public string BaseConstructorParameters(string name)
    {
        if (!_byName.TryGetValue(name, out var type))
        {
            return null;
        }

        var constructors = type.Members.Where(m => m.Kind == 'M' && m.Name == ".ctor").ToList();
        return constructors.Count == 0 || constructors.Any(c => c.Detail == "") ? null : constructors[0].Detail;
    }
}
