using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Inspection;
using Firmware.Inspection.Items;

namespace Checklist.Tests;

/// <summary>Three changes of the physical site, at least, turn the verdict of every item of the checklist: just inside, just outside, no answer.</summary>
[TestClass]
public class SiteTurnsTheVerdictTests
{
    /// <summary>Protections that are never tried: no change of the site may let them pass (or fail).</summary>
    private static readonly int[] _neverTried = [20, 21, 22];

    /// <summary>The unit compares, and the technician adjusts afterwards.</summary>
    private static readonly int[] _asksNothing = [36];

    public static IEnumerable<object[]> Rows => SiteRows.All.Select(row => new object[] { row.Item, row.Side.ToString(), row.Change });

    [TestMethod]
    [DynamicData(nameof(Rows))]
    public void Change_GivesTheVerdict(int item, string side, string change)
    {
        Row row = SiteRows.All.Single(each => each.Item == item && each.Side.ToString() == side && each.Change == change);
        var unit = new SiteUnit(row.Built, row.Told, row.Stored?.Invoke()) { NoContactFitted = row.NoContact, ClockUnset = row.ClockUnset };
        unit.Settle(!row.NeverAccepted);
        row.Happens?.Invoke(unit);
        int at = unit.Inspect(item, row.Technician ?? Person.Diligent);
        string raised = string.Join(" ", Enumerable.Range(0, unit.Unit.Site.Catalogue.Count).Where(unit.Unit.Site.Monitors.IsRaised).Select(unit.Unit.Site.Catalogue.Code));
        string found = $"{row}: value {(unit.Run.HasValue(at) ? unit.Run.ValueOf(at) : null)} ± {unit.Run.UncertaintyOf(at)}, {unit.Run.ResultOf(at)} {unit.Run.ReasonOf(at)}; raised {raised}; {unit.NowMs / 1000} s";
        Console.WriteLine(found);
        Assert.AreEqual(row.Expected, unit.Run.ResultOf(at), found);
        Assert.AreEqual(row.Reason, unit.Run.ReasonOf(at), found);
        unit.Seconds(3);
        Assert.IsFalse(unit.Unit.Site.Pump.Run, "the pump is off behind the item");
    }

    /// <summary>An item without its rows is not proven.</summary>
    [TestMethod]
    public void EveryItemHasItsRows()
    {
        var checklist = new Firmware.Inspection.Checklist(new Firmware.Core.Contracts.Settings());
        for (int row = 0; row < checklist.Count; row++)
        {
            int number = checklist.Number(row);
            Row[] rows = SiteRows.All.Where(each => each.Item == number).ToArray();
            string name = $"{number} {ItemName.Of(number)}";
            if (_neverTried.Contains(number))
            {
                Assert.IsTrue(rows.Length >= 3 && rows.All(each => each.Expected == ItemResult.NotTested && each.Reason == ItemReason.NotSafe), name);
                continue;
            }

            Assert.IsTrue(rows.Any(each => each.Side == Side.Inside) && rows.Where(each => each.Side == Side.Inside).All(each => each.Expected == ItemResult.Pass), name + " inside");
            Assert.IsTrue(rows.Any(each => each.Side == Side.Outside) && rows.Where(each => each.Side == Side.Outside).All(each => each.Expected == ItemResult.Fail), name + " outside");
            Assert.IsTrue(rows.Any(each => each.Side == Side.Silent) && rows.Where(each => each.Side == Side.Silent).All(each => each.Expected != ItemResult.Pass), name + " silent");
            Assert.IsTrue(checklist.Who(row) == ItemWho.Unit || _asksNothing.Contains(number) || rows.Any(each => each.Reason == ItemReason.TimedOut), name + " nobody answers");
        }
    }
}
