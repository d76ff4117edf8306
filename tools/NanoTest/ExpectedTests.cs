using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Tools.NanoTest;

/// <summary>How many lines the launcher must print for each method of a test assembly.</summary>
public static class ExpectedTests
{
    private const string Framework = "nanoFramework.TestFramework.";

    /// <summary>One line a DataRow, or else one a TestMethod; one each for Setup and Cleanup.</summary>
    public static Dictionary<string, int> Count(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return module.GetTypes().Where(t => Attributes(t, "TestClassAttribute") > 0).SelectMany(t => t.Methods).Where(m => m.IsPublic)
            .Select(m => (Name: m.DeclaringType.FullName.Replace('/', '+') + "." + m.Name, Lines: Lines(m))).Where(m => m.Lines > 0)
            .GroupBy(m => m.Name).ToDictionary(g => g.Key, g => g.Sum(m => m.Lines));
    }

    private static int Lines(MethodDefinition method)
    {
        var rows = Attributes(method, "DataRowAttribute");
        return (rows > 0 ? rows : Attributes(method, "TestMethodAttribute")) + Attributes(method, "SetupAttribute") + Attributes(method, "CleanupAttribute");
    }

    private static int Attributes(ICustomAttributeProvider member, string name) => member.CustomAttributes.Count(a => a.AttributeType.FullName == Framework + name);
}
