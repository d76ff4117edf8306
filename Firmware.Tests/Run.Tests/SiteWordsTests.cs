using System.Linq;
using Tools.Run;
using Tools.SiteSimulator;

namespace Run.Tests;

/// <summary>The Chinese words of tools/run against the simulator's tables.</summary>
[TestClass]
public class SiteWordsTests
{
    [TestMethod]
    public void EveryFaultHasItsWords() => CollectionAssert.AreEquivalent(
        SiteCatalogue.Faults.Select(fault => fault.Name).ToArray(), SiteWords.Faults.Keys.ToArray());

    [TestMethod]
    public void EveryWordOfEveryActionHasItsWords() => CollectionAssert.AreEquivalent(
        SiteCatalogue.Actions.SelectMany(action => new[] { $"{action.Name} {action.On}", $"{action.Name} {action.Off}" }).ToArray(),
        SiteWords.Actions.Keys.ToArray());

    [TestMethod]
    [DataRow("inject dry-well", "出现故障：井水位下降，默认降到水泵吸水口以下（inject dry-well）")]
    [DataRow("inject dry-well 30", "出现故障：井水位下降，默认降到水泵吸水口以下（inject dry-well 30）")]
    [DataRow("clear dry-well", "排除故障：井水位下降，默认降到水泵吸水口以下（clear dry-well）")]
    [DataRow("run-request on", "用水户打开用水开关和出水口（run-request on）")]
    [DataRow("something else", "something else")]
    public void WhatHappensIsSaidInChinese(string line, string said) => Assert.AreEqual(said, SiteWords.Event(line));
}
