using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Centre.Tests.Support;
using EndToEnd.Tests;
using Tools.Centre.Desk;
using Tools.Centre.Records;

namespace Chaos.Tests;

/// <summary>The judge of the chaos cycles finds what it is there to find.</summary>
[TestClass]
public class JudgeTests
{
    private readonly List<Lines> _screens = [];
    private readonly List<string> _stores = [];
    private string _folder;

    [TestInitialize]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("judge-").FullName;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void ARaiseAndItsClearingAreAsPromised()
    {
        Fill(Raised(1, 1), Cleared(2, 1));
        AssertFindings(turns: 2);
    }

    [TestMethod]
    public void AnIdThatIsMissingIsALoss()
    {
        Fill(Raised(1, 1), Cleared(3, 1));
        AssertFindings(turns: 2, "epoch 7: lost 2 of 3");
    }

    [TestMethod]
    public void ATransitionThatNoStoreHasIsALoss()
    {
        Fill(Raised(1, 1), Cleared(2, 1));
        AssertFindings(turns: 4, "103: the site was changed 4 times, and 2 transitions were told");
    }

    /// <summary>Each code has its own count, and levels that changed meanwhile count for none.</summary>
    [TestMethod]
    public void EveryCodeIsCountedForItself()
    {
        Fill(Raised(1, 1), Wire.Alarm(2, code: 305), Wire.Alarm(3, code: 305, @event: "level", level: 1), Cleared(4, 1));
        Judge judge = Judge.Of(_stores, _screens, new Dictionary<int, int> { [103] = 2, [305] = 2 });
        CollectionAssert.AreEqual(
            new[] { "store 0: 305 #1 is still open", "305: the site was changed 2 times, and 1 transitions were told" }, new List<string>(judge.Findings));
    }

    [TestMethod]
    public void OneOccurrenceUnderTwoIdsIsADouble()
    {
        Fill(Raised(1, 1), Raised(2, 1), Cleared(3, 1));
        AssertFindings(turns: 3, "(103, 1, raised) under 7-1 7-2");
    }

    [TestMethod]
    public void ALineThatIsShownTwiceIsADouble()
    {
        Fill(Raised(1, 1), Cleared(2, 1));
        _screens[0].Add("22:13:32  LEVEL 1  raised  x  since 22:13:20  delay 12 s");
        _screens[0].Add("22:13:33  LEVEL 1  raised  x  since 22:13:20  delay 13 s");
        AssertFindings(turns: 2, "store 0: shown 2 times: LEVEL 1  raised  x  since 22:13:20");
    }

    [TestMethod]
    public void AnAlarmThatStaysOpenIsAFinding()
    {
        Fill(Raised(1, 1));
        AssertFindings(turns: 1, "store 0: 103 #1 is still open");
    }

    [TestMethod]
    public void WhatThePreviousStoreHadIsNotLost()
    {
        Fill(Raised(1, 1), Cleared(2, 1));
        Fill(Cleared(2, 1), Raised(3, 2), Cleared(4, 2));
        Assert.AreEqual(1, AssertFindings(turns: 4).InTwoStores);
    }

    private static string Raised(int seq, int occurrence) => Wire.Alarm(seq, code: 103, level: 1, occurrence: occurrence);

    private static string Cleared(int seq, int occurrence) => Wire.Alarm(seq, code: 103, level: 1, occurrence: occurrence, @event: "cleared");

    private void Fill(params string[] alarms)
    {
        _stores.Add(Path.Combine(_folder, $"{_stores.Count}.db"));
        _screens.Add(new Lines());
        using Store store = Store.Open(_stores[^1]);
        var desk = new ServiceDesk(store, TimeProvider.System, (_, _, _) => true, _ => { }, Tools.Centre.Pages.Clocks.Contract("A"));
        foreach (string alarm in alarms)
        {
            desk.Receive("irrigation/v1/east/well-1/alarm", Encoding.UTF8.GetBytes(alarm), retained: false);
        }
    }

    private Judge AssertFindings(int turns, params string[] expected)
    {
        Judge judge = Judge.Of(_stores, _screens, new Dictionary<int, int> { [103] = turns });
        CollectionAssert.AreEqual(expected, new List<string>(judge.Findings));
        return judge;
    }
}
