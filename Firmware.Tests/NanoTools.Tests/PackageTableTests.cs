using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Tools.NanoReferences;

namespace NanoTools.Tests;

/// <summary>tools/nano/Packages.props against the references in the listing.</summary>
[TestClass]
public class PackageTableTests
{
    private static readonly Dictionary<string, ApiAssembly> Listed = Listing.ReadFolder(Folders.Listing).ToDictionary(a => a.Name);
    private static readonly List<XElement> Rows = XDocument.Load(Path.Combine(Folders.Repository, "tools", "nano", "Packages.props")).Descendants("NanoPackage").ToList();

    public static IEnumerable<object[]> Packages => Rows.Select(r => new object[] { r.Attribute("Include").Value });

    [TestMethod]
    [DynamicData(nameof(Packages))]
    public void NeedsIsAllThatItsAssembliesReference(string package)
    {
        var row = Rows.Single(r => r.Attribute("Include").Value == package);
        var own = Split(row, "Assemblies");

        var needed = own.SelectMany(Closure).Except(own).Except(new[] { "mscorlib" }).Distinct().Order(StringComparer.Ordinal).ToArray();
        var stated = Split(row, "Needs").SelectMany(n => Split(Rows.Single(r => r.Attribute("Include").Value == n), "Assemblies")).ToList();

        Assert.AreEqual("", string.Join(";", needed.Except(stated)), "needed, not stated");
    }

    [TestMethod]
    public void EveryVersionIsExact() => Assert.IsTrue(Rows.All(r => Version.TryParse(r.Attribute("Version").Value, out _)));

    private static IEnumerable<string> Closure(string assembly) => Listed[assembly].References.SelectMany(r => Closure(r).Append(r));

    private static string[] Split(XElement row, string column) => row.Attribute(column)?.Value.Split(';') ?? Array.Empty<string>();
}
