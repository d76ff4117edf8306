using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Tools.NanoReferences;

namespace NanoTools.Tests;

/// <summary>The reference assemblies say what the listing says, no more and no less.</summary>
[TestClass]
public class ReferenceTests
{
    public static IEnumerable<object[]> Assemblies => Listing.ReadFolder(Folders.Listing).Select(a => new object[] { a.Name });

    [TestMethod]
    [DynamicData(nameof(Assemblies))]
    public void HoldsExactlyWhatIsListed(string name)
    {
        var listed = Listing.ReadFile(Path.Combine(Folders.Listing, name + ".tsv"));
        using var module = ModuleDefinition.ReadModule(Path.Combine(Folders.NanoReferences, name + ".dll"));

        var expected = listed.Types.SelectMany(Lines).Distinct().Order(StringComparer.Ordinal).ToArray();
        var found = module.GetTypes().Where(IsListed).SelectMany(Lines).Distinct().Order(StringComparer.Ordinal).ToArray();

        Assert.AreEqual("", string.Join("\n", expected.Except(found)), "listed, not generated");
        Assert.AreEqual("", string.Join("\n", found.Except(expected)), "generated, not listed");
    }

    [TestMethod]
    public void AListingIsAllOrNothing()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("listing-").FullName, "Broken.tsv");
        File.WriteAllText(path, "A\tBroken\nM\tWithoutType\tSystem.Void\tpublic\t\t\n");

        var error = Assert.ThrowsExactly<InvalidDataException>(() => Listing.ReadFile(path));

        StringAssert.Contains(error.Message, "Broken.tsv(2)");
        Directory.Delete(Path.GetDirectoryName(path), recursive: true);
    }

    private static bool IsListed(TypeDefinition type) => type.IsPublic || type.IsNestedPublic || type.IsNestedFamily;

    private static IEnumerable<string> Lines(ApiType type) => type.Members.Where(m => m.Kind is 'M' or 'F' or 'P' or 'E').Select(m => m.Kind switch
    {
        'M' => $"{type.Name}: {m.Type} {m.Name}({string.Join(",", Types(m.Detail))})",
        _ => $"{type.Name}: {m.Kind} {m.Type} {m.Name}",
    }).Append($"{type.Name}: {(type.Base == "" ? "-" : type.Base)} {string.Join(",", type.Interfaces.Order(StringComparer.Ordinal))}");

    private static IEnumerable<string> Types(string parameters) => parameters.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(" = ")[0].Split(' '))
        .Select(words => words.Length == 3 && words[0] is "out" or "ref" or "in" ? words[1] + "&" : words[^2]);

    private static IEnumerable<string> Lines(TypeDefinition type) => type.Methods.Where(m => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly)
        .Select(m => $"{type.FullName}: {Plain(m.ReturnType)} {m.Name}({string.Join(",", m.Parameters.Select(p => Plain(p.ParameterType)))})")
        .Concat(type.Fields.Where(f => (f.IsPublic || f.IsFamily) && f.Name != "value__").Select(f => $"{type.FullName}: F {Plain(f.FieldType)} {f.Name}"))
        .Concat(type.Properties.Select(p => $"{type.FullName}: P {Plain(p.PropertyType)} {p.Name}").Where(p => !p.Split(' ')[^1].Contains('.')))
        .Concat(type.Events.Select(e => $"{type.FullName}: E {Plain(e.EventType)} {e.Name}"))
        .Append($"{type.FullName}: {type.BaseType?.FullName ?? "-"} {string.Join(",", type.Interfaces.Select(i => i.InterfaceType.FullName).Order(StringComparer.Ordinal))}");

    private static string Plain(TypeReference type) => type.FullName.Split(" modreq")[0];
}
