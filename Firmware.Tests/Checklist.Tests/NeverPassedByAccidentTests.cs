using System;
using System.Linq;
using Firmware.Core.Contracts;
using Firmware.Inspection;
using Firmware.Inspection.Items;

namespace Checklist.Tests;

/// <summary>Whatever cuts an item off, at whatever moment, it is not passed by it, and the pump stops.</summary>
[TestClass]
public class NeverPassedByAccidentTests
{
    private const int Cases = 80;
    private const int StopSeconds = 3;

    private enum Cut
    {
        Power,
        Abort,
        Skip,
        Key,
        Door,
        Fault,
        NobodyAnswers,
    }

    /// <summary>An item of the checklist is begun at a sound site and cut off at a random moment of its course.</summary>
    [TestMethod]
    public void ItemThatIsCutOff_IsNotPassed()
    {
        int seed = Environment.GetEnvironmentVariable("FIRMWARE_TESTS_SEED") is string given ? int.Parse(given) : 20261121;
        int cases = Environment.GetEnvironmentVariable("FIRMWARE_TESTS_LONG") == "1" ? 20 * Cases : Cases;
        int cutOff = 0;
        for (int i = 0; i < cases; i++)
        {
            var dice = new Random(seed + i);
            cutOff += CutsOff(dice, $"seed {seed + i}") ? 1 : 0;
        }

        Console.WriteLine($"{cutOff} of {cases} items were cut off under way (first seed {seed})");
        Assert.IsTrue(cutOff > cases / 2, $"{cutOff} of {cases}");
    }

    /// <summary>True where the item was still under way at the moment of the cut.</summary>
    private static bool CutsOff(Random dice, string seed)
    {
        var unit = new SiteUnit(seed: (ulong)dice.Next(1, 1000));
        unit.Settle();
        InspectionRun run = unit.Run;
        var cut = (Cut)dice.Next(Enum.GetValues<Cut>().Length);
        int[] fit = Enumerable.Range(0, run.Checklist.Count).Where(each => CanCut(run.Checklist, each, cut)).ToArray();
        int number = run.Checklist.Number(fit[dice.Next(fit.Length)]);
        int row = unit.Begin(number);
        int scans = dice.Next(4, 120);
        for (int i = 0; i < scans && run.ResultOf(row) == ItemResult.Open; i++)
        {
            Person.GoesAway(unit);
            unit.Scan();
        }

        bool stopsAtOnce = cut is Cut.Key or Cut.Door or Cut.Fault;
        if (run.Row != row || run.ResultOf(row) != ItemResult.Open || (stopsAtOnce && !run.WantsPump))
        {
            return false;
        }

        string what = $"{seed}: item {number} {ItemName.Of(number)}, {cut} after {scans} scans";
        InspectionRun after = Apply(cut, ref unit, row);
        if (after == null)
        {
            return false;
        }

        unit.Seconds(StopSeconds);
        Assert.IsFalse(unit.Unit.Site.Pump.Run, what + ": the pump stops");
        Assert.AreNotEqual(ItemResult.Pass, after.ResultOf(row), what);
        return true;
    }

    /// <summary>A key, the door and a fault stop what moves; what the unit alone measures needs no answer.</summary>
    private static bool CanCut(Firmware.Inspection.Checklist checklist, int row, Cut cut)
    {
        return cut switch
        {
            Cut.Power or Cut.Abort or Cut.Skip => true,
            Cut.NobodyAnswers => checklist.Who(row) != ItemWho.Unit,
            _ => Procedure.Moves(checklist.ProcedureOf(row)),
        };
    }

    /// <summary>The grid fails; true where the unit knows it before the item has come to its honest end.</summary>
    private static bool RaisesWhile(SiteUnit unit, int row)
    {
        unit.Site.Inject("mains-lost");
        while (unit.Run.ResultOf(row) == ItemResult.Open)
        {
            unit.Scan();
        }

        return unit.Unit.Site.Monitors.IsRaised(unit.Unit.Site.Catalogue.RowOf(101));
    }

    /// <summary>Makes the cut; returns the run as it is known afterwards, null where the item had ended before.</summary>
    private static InspectionRun Apply(Cut cut, ref SiteUnit unit, int row)
    {
        InspectionRun run = unit.Run;
        switch (cut)
        {
            case Cut.Power:
                unit = new SiteUnit(storage: unit.Storage);
                return unit.Run;
            case Cut.Abort:
                run.Abort();
                break;
            case Cut.Skip:
                run.Skip();
                break;
            case Cut.Key:
                run.Key();
                break;
            case Cut.Door:
                unit.Site.Do("door", "open");
                break;
            case Cut.Fault:
                return RaisesWhile(unit, row) ? run : null;
            default:
                unit.Seconds((InspectionRun.AnswerMs / 1000) + 700);
                break;
        }

        return run;
    }
}
