using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Planning;

namespace Checklist.Tests;

/// <summary>A whole plan at a sound site, item after item as a technician makes it: no item spoils the one after it.</summary>
[TestClass]
public class WholePlanTests
{
    /// <summary>Battery on its charger, a clock that nothing has set since, and meters whose seals nobody noted.</summary>
    private static readonly int[] _notToBeJudged = [4, 31, 42];

    [TestMethod]
    [DataRow(Plan.AfterRepair)]
    [DataRow(Plan.Maintenance)]
    public void OnASoundSite_EveryItemOfTheUnitPasses(int plan)
    {
        SiteUnit unit = new SiteUnit().Settle();
        Assert.IsTrue(unit.Unit.Inspector.Start(Plan.Bit(plan), Starter.Console, SiteUnit.Technician, unit.NowMs));
        Action<SiteUnit> technician = Person.Fills(150);
        for (int scans = 0; unit.Run.Runs && scans < 200000; scans++)
        {
            unit.Scan();
            technician(unit);
        }

        Assert.IsFalse(unit.Run.Runs);
        List<string> others = [];
        for (int row = 0; row < unit.Run.Checklist.Count; row++)
        {
            int number = unit.Run.Checklist.Number(row);
            bool isSound = unit.Run.ResultOf(row) is ItemResult.Pass or ItemResult.NotFitted;
            if (unit.Run.Takes(row) && unit.Run.Checklist.Who(row) == ItemWho.Unit && !isSound && !_notToBeJudged.Contains(number))
            {
                others.Add($"{number} {ItemName.Of(number)}: {unit.Run.ResultOf(row)} {unit.Run.ReasonOf(row)} {unit.Run.ValueOf(row)} ± {unit.Run.UncertaintyOf(row)}");
            }
        }

        Assert.AreEqual("", string.Join('\n', others));
        Assert.AreEqual(Plan.Bit(plan), unit.Run.PlansDone());
    }
}
