using System;
using System.Collections.Generic;
using System.Linq;
using Core.Tests.Support;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using static Firmware.Inspection.Items.ItemReason;

namespace Checklist.Tests;

/// <summary>Every item of the checklist, cut off under way in each way that can cut it off: it is not tested, says why, and the pump stops. Times that run out stand in <see cref="SiteRows"/>.</summary>
[TestClass]
public class EveryItemIsCutOffTests
{
    /// <summary>Judged in the scan in which they begin: there is nothing to cut off.</summary>
    private static readonly int[] _atOnce = [3, 4, 20, 21, 22, 29, 30, 31, 32, 34, 36, 37, 42];

    /// <summary>The valve travels for a quarter of a minute, and the motor rests between two starts.</summary>
    private const int UnderWaySeconds = 90;

    /// <summary>So long an item has gone on before it is cut off: the run that knows of it is on flash.</summary>
    private const int Scans = 10;

    private const int CalmSeconds = 5;
    private const int DrawSeconds = 30;

    public enum Cut
    {
        Power,
        Abort,
        Skip,
        Key,
        Door,
    }

    [TestMethod]
    [DataRow(Cut.Power, Interrupted)]
    [DataRow(Cut.Abort, Aborted)]
    [DataRow(Cut.Skip, Skipped)]
    [DataRow(Cut.Key, StoppedByKey)]
    [DataRow(Cut.Door, StoppedByDoor)]
    public void Item_IsNotTestedAndSaysWhy(Cut cut, ItemReason reason)
    {
        bool stopsWhatMoves = cut is Cut.Key or Cut.Door;
        SiteUnit unit = Fresh(null).Settle();
        List<int> ended = [];
        int cuts = 0;
        for (int row = 0; row < unit.Run.Checklist.Count; row++)
        {
            int number = unit.Run.Checklist.Number(row);
            bool fills = cut == Cut.Key && number == 38; // a key is the regular end of its filling
            if (fills || (stopsWhatMoves && !Procedure.Moves(unit.Run.Checklist.ProcedureOf(row))))
            {
                continue;
            }

            Prepare(unit, number);
            unit.Begin(number);
            if (!IsUnderWay(unit, row, stopsWhatMoves))
            {
                ended.Add(number);
                unit.Seconds(CalmSeconds);
                continue;
            }

            unit = Apply(cut, unit);
            string what = $"item {number} {ItemName.Of(number)}, {cut}: {unit.Run.ResultOf(row)} {unit.Run.ReasonOf(row)}";
            Assert.AreEqual(ItemResult.NotTested, unit.Run.ResultOf(row), what);
            Assert.AreEqual(reason, unit.Run.ReasonOf(row), what);
            unit.Site.Do("door", "shut");
            unit.Seconds(CalmSeconds);
            Assert.IsFalse(unit.Unit.Site.Pump.Run, what + ": the pump stops");
            cuts++;
        }

        Console.WriteLine($"{cut}: {cuts} items cut off; ended before: {string.Join(" ", ended)}");
        CollectionAssert.AreEquivalent(stopsWhatMoves ? [] : _atOnce, ended);
    }

    /// <summary>What makes an item wait: water has just been drawn before what is measured at rest, and the centre is silent.</summary>
    private static void Prepare(SiteUnit unit, int number)
    {
        unit.CentreAnswers = number != 33;
        if (number is 1 or 26)
        {
            unit.Site.Do("run-request", "on");
            unit.Seconds(DrawSeconds);
            unit.Site.Do("run-request", "off");
            unit.Seconds(1);
        }
    }

    /// <summary>The technician allows what is asked, and the unit is at it; false where the item has ended before.</summary>
    private static bool IsUnderWay(SiteUnit unit, int row, bool moving)
    {
        int scans = 0;
        for (long until = unit.NowMs + (UnderWaySeconds * 1000); unit.Run.ResultOf(row) == ItemResult.Open && unit.NowMs < until;)
        {
            Act(unit, moving);
            unit.Scan();
            scans += unit.Run.Row == row ? 1 : 0;
            if (moving ? unit.Run.StopsOnKey && unit.Run.WantsPump : scans > Scans)
            {
                return unit.Run.ResultOf(row) == ItemResult.Open;
            }
        }

        return false;
    }

    private static void Act(SiteUnit unit, bool moving)
    {
        if (unit.Run.Prompt == Prompt.MayMove || (moving && unit.Run.Prompt == Prompt.Attest))
        {
            Person.Diligent(unit);
        }
    }

    /// <summary>A unit at a site with a motor valve; after a power cut with what its flash holds.</summary>
    private static SiteUnit Fresh(MemoryStorage storage) => new(
        site =>
        {
            site.Set("valveFitted", 1);
            site.Set("valveTravelSeconds", 15);
        },
        storage: storage);

    private static SiteUnit Apply(Cut cut, SiteUnit unit)
    {
        switch (cut)
        {
            case Cut.Power:
                unit = Fresh(unit.Storage);
                break;
            case Cut.Abort:
                unit.Run.Abort();
                break;
            case Cut.Skip:
                unit.Run.Skip();
                break;
            case Cut.Key:
                unit.Run.Key();
                break;
            default:
                unit.Site.Do("door", "open");
                break;
        }

        unit.Seconds(1);
        return unit;
    }
}
