using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Tools.NanoLint;

namespace Lint.Tests;

/// <summary>Each rule refuses one sample, at the marked lines and nowhere else, and lets one pass that no other rule refuses either.</summary>
[TestClass]
public class RuleTests
{
    public static IEnumerable<object[]> Rules => RuleTable.All.Select(r => new object[] { r.Id });

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void RefusesItsSample(string id)
    {
        var sample = new Sample(id + ".refused");

        var messages = sample.Lint();

        var rule = RuleTable.All.Single(r => r.Id == id);
        Assert.IsNotEmpty(messages);
        Assert.IsTrue(messages.All(m => m.Rule == id), string.Join("\n", messages));
        Assert.IsTrue(messages.All(m => m.Text.EndsWith(rule.Instead, StringComparison.Ordinal)), "a message says what to write instead");
        var named = messages.Where(m => m.Line > 0).Select(m => m.Line).Distinct().Order().ToArray();
        if (sample.MarkedLines.Length > 0)
        {
            CollectionAssert.AreEqual(sample.MarkedLines, named, string.Join("\n", messages));
        }
    }

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void LetsItsSamplePass(string id)
    {
        var messages = new Sample(id + ".allowed").Lint();

        Assert.IsEmpty(messages, string.Join("\n", messages));
    }

    [TestMethod]
    public void EverySampleBelongsToARule()
    {
        var expected = RuleTable.All.SelectMany(r => new[] { r.Id + ".allowed", r.Id + ".refused" }).Order().ToArray();

        var found = Directory.GetFiles(Path.Combine(Folders.Repository, "Firmware.Tests", "Lint.Tests", "Samples")).Select(Path.GetFileNameWithoutExtension).Order().ToArray();

        CollectionAssert.AreEqual(expected, found);
    }

    [TestMethod]
    public void KnowsEveryNameThatIsBoundToTheNativeBoard()
    {
        var aliases = XDocument.Load(Path.Combine(Folders.Repository, "tools", "nano", "NativeAliases.props"))
            .Descendants("Using").Select(u => u.Attribute("Alias").Value).Order().ToArray();

        var refused = Tools.NanoLint.Rules.HostRules.Emulated.Select(n => n.Split('.').Last()).Order().ToArray();

        CollectionAssert.AreEqual(aliases, refused);
    }

    [TestMethod]
    public void RuleNumbersAreUsedOnce() => CollectionAssert.AllItemsAreUnique(RuleTable.All.Select(r => r.Id).ToArray());
}
