using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Planning;
using Firmware.Records;
using Inspection.Tests.Support;

namespace Inspection.Tests;

/// <summary>The course of a run: who is asked, what stops it, and what a power cut leaves.</summary>
[TestClass]
public class InspectionRunTests
{
    private const int Moving = 27;

    [TestMethod]
    public void WhatMovesThePump_AsksFirst()
    {
        var bench = new ItemBench();
        bench.Begin(Moving);
        bench.Step();
        bench.Step();
        Assert.AreEqual((int)Prompt.MayMove, (int)bench.Run.Prompt);
        Assert.IsFalse(bench.Run.WantsPump);
        bench.Run.Answer(true);
        bench.Step();
        Assert.IsTrue(bench.Run.WantsPump);
    }

    [TestMethod]
    public void Declined_IsNotTested()
    {
        var bench = new ItemBench { Allows = false };
        int row = bench.Inspect(Moving);
        Assert.AreEqual((int)ItemReason.Declined, (int)bench.Run.ReasonOf(row));
    }

    [TestMethod]
    public void Key_StopsThePump()
    {
        ItemBench bench = Underway(out int row);
        bench.Run.Key();
        bench.Step();
        Stopped(bench, row, ItemReason.StoppedByKey);
    }

    [TestMethod]
    public void Door_StopsThePump()
    {
        ItemBench bench = Underway(out int row);
        bench.Both(Signal.DoorOpen, 1, 1);
        bench.Step();
        Stopped(bench, row, ItemReason.StoppedByDoor);
    }

    [TestMethod]
    [DataRow(101, 1, true)]
    [DataRow(104, 2, true)]
    [DataRow(105, 3, true)]
    [DataRow(310, 3, true)]
    [DataRow(402, 3, true)]
    [DataRow(408, 3, true)]
    [DataRow(404, 3, false)]
    [DataRow(205, 3, false)]
    [DataRow(601, 3, false)]
    [DataRow(407, 4, false)]
    public void AbnormalReading_StopsThePump(int code, int level, bool stops)
    {
        ItemBench bench = Underway(out int row);
        bench.Run.Item.Monitors.RestoreRaised(new FaultCatalogue().RowOf(code), (byte)level);
        bench.Run.Item.Monitors.Step(bench.View);
        bench.Step();
        if (stops)
        {
            Stopped(bench, row, ItemReason.StoppedByFault);
        }
        else
        {
            Assert.AreEqual((int)ItemReason.None, (int)bench.Run.ReasonOf(row));
            Assert.AreEqual((int)ItemResult.Open, (int)bench.Run.ResultOf(row));
        }
    }

    [TestMethod]
    public void Irrigation_KeepsThePumpFromTheInspection()
    {
        var bench = new ItemBench();
        bench.Both(Signal.RunRequest, 1, 1);
        int row = bench.Inspect(Moving);
        Assert.AreEqual((int)ItemReason.Irrigating, (int)bench.Run.ReasonOf(row));
    }

    [TestMethod]
    public void QuestionThatNobodyAnswers_EndsAfterTenMinutesAndNobodyIsAskedAgain()
    {
        var bench = new ItemBench { Answers = -1 };
        int row = bench.Begin(57);
        for (int steps = 0; steps < 6005; steps++)
        {
            bench.Step();
        }

        Assert.AreEqual((int)ItemReason.TimedOut, (int)bench.Run.ReasonOf(row));
        Assert.AreEqual((int)ItemReason.NobodyThere, (int)bench.Run.ReasonOf(bench.Run.Checklist.RowOf(58)));
    }

    [TestMethod]
    public void Skipped_IsNotTested()
    {
        var bench = new ItemBench();
        int row = bench.Begin(57);
        bench.Run.Skip();
        bench.Step();
        Assert.AreEqual((int)ItemReason.Skipped, (int)bench.Run.ReasonOf(row));
    }

    [TestMethod]
    public void Aborted_LeavesTheRestNotTestedAndNoPlanDone()
    {
        var bench = new ItemBench();
        int row = bench.Begin(57);
        bench.Run.Abort();
        bench.Step();
        Assert.IsFalse(bench.Run.Runs);
        Assert.IsTrue(bench.Run.Ended);
        Assert.AreEqual((int)ItemReason.Aborted, (int)bench.Run.ReasonOf(row));
        Assert.AreEqual(0, bench.Run.PlansDone());
    }

    [TestMethod]
    public void Technician_CarriesOutTheWholeOpening()
    {
        var bench = new ItemBench { Enters = 900, DryStopMs = 25000 };
        bench.Run.Start(Plan.Bit(Plan.Opening), Starter.Console, 12, 0);
        for (int steps = 0; bench.Run.Runs && steps < 100000; steps++)
        {
            bench.Step();
            bool gauge = bench.Run.Row >= 0 && bench.Run.Checklist.Number(bench.Run.Row) == 28;
            bench.Enters = gauge ? bench.View.Readings.ValueOf(Signal.Pressure) : 900;
            bench.Respond();
        }

        Assert.AreEqual(Plan.Bit(Plan.Opening), bench.Run.PlansDone());
        for (int row = 0; row < bench.Run.Checklist.Count; row++)
        {
            bool takes = Plan.IsIn(Plan.Opening, bench.Run.Checklist.Plans(row));
            Assert.AreEqual(takes, bench.Run.ResultOf(row) != ItemResult.Open);
        }
    }

    /// <summary>What is left out is not carried out; and what begins the warranty or frees the pump has nothing that failed, its protections tried and its acceptance given.</summary>
    [TestMethod]
    [DataRow(Plan.Patrol, 0, 0, true)]
    [DataRow(Plan.Patrol, 60, 0, true)]
    [DataRow(Plan.Patrol, 0, 60, true)]
    [DataRow(Plan.Patrol, -1, 0, false)]
    [DataRow(Plan.Opening, 0, 0, true)]
    [DataRow(Plan.Opening, 60, 0, true)]
    [DataRow(Plan.Opening, 0, 60, false)]
    [DataRow(Plan.Opening, 19, 0, false)]
    [DataRow(Plan.Commissioning, 0, 0, true)]
    [DataRow(Plan.Commissioning, 41, 0, true)]
    [DataRow(Plan.Commissioning, 0, 41, false)]
    [DataRow(Plan.Commissioning, 69, 0, false)]
    [DataRow(Plan.Commissioning, 0, 69, false)]
    [DataRow(Plan.Commissioning, -1, 0, false)]
    public void Plan_IsCarriedOutByItsItems(int plan, int skipped, int refused, bool carriedOut)
    {
        var bench = new ItemBench();
        bench.Run.Start(Plan.Bit(plan), Starter.Console, 12, 0);
        for (int row = 0; row < bench.Run.Checklist.Count; row++)
        {
            int number = bench.Run.Checklist.Number(row);
            bool skips = skipped < 0 || number == skipped;
            bench.Run.Set(row, skips ? ItemResult.NotTested : number == refused ? ItemResult.Fail : ItemResult.Pass, skips ? ItemReason.Skipped : ItemReason.None, false, 0, 0);
        }

        Assert.AreEqual(carriedOut ? Plan.Bit(plan) : 0, bench.Run.PlansDone());
    }

    [TestMethod]
    public void Schedule_TakesTheUnitsItemsMovesNothingAndCarriesOutNoPlan()
    {
        var bench = new ItemBench();
        bench.Step();
        Assert.IsTrue(bench.Run.Start(Plan.Bit(Plan.Patrol), Starter.Schedule, 0, 0));
        for (int steps = 0; bench.Run.Runs && steps < 100000; steps++)
        {
            bench.Step();
            Assert.IsFalse(bench.Run.WantsPump);
        }

        Assert.AreEqual((int)ItemResult.Pass, (int)bench.Run.ResultOf(bench.Run.Checklist.RowOf(1)));
        Assert.AreEqual((int)ItemReason.NobodyThere, (int)bench.Run.ReasonOf(bench.Run.Checklist.RowOf(Moving)));
        Assert.IsFalse(bench.Run.Takes(bench.Run.Checklist.RowOf(57)));
        Assert.AreEqual(0, bench.Run.PlansDone());
    }

    [TestMethod]
    public void Schedule_DoesNotStartWhileWaterIsAskedFor()
    {
        var bench = new ItemBench();
        bench.Both(Signal.RunRequest, 1, 1);
        bench.Step();
        Assert.IsFalse(bench.Run.Start(Plan.Bit(Plan.Patrol), Starter.Schedule, 0, 0));
    }

    /// <summary>A cut at every item of a run: what was found stands, the item under way says that it was interrupted, the rest is carried out.</summary>
    [TestMethod]
    public void PowerCut_CostsTheItemUnderWayAlone()
    {
        var buffer = new byte[1056];
        var checklist = new Checklist(new Settings());
        for (int cut = 0; cut < checklist.Count; cut++)
        {
            var before = new ItemBench();
            int row = before.Begin(checklist.Number(cut));
            int count = new KeptRun(before.Run).Write(buffer, 0, new TableChecksum());
            var after = new ItemBench();
            Assert.IsTrue(new KeptRun(after.Run).TryRead(buffer, count, new TableChecksum()));
            Assert.IsTrue(after.Run.Runs);
            Assert.AreEqual(checklist.Number(cut), (int)buffer[32]);
            Assert.AreEqual((int)ItemResult.NotTested, (int)after.Run.ResultOf(row));
            Assert.AreEqual((int)ItemReason.Interrupted, (int)after.Run.ReasonOf(row));
            Assert.AreEqual(12, after.Run.Person);
            Assert.IsTrue(after.Run.WasInterrupted);
            for (int other = 0; other < row; other++)
            {
                Assert.AreEqual((int)ItemReason.Skipped, (int)after.Run.ReasonOf(other));
            }

            after.Step();
            Assert.AreEqual(row + 1 == checklist.Count ? -1 : row + 1, after.Run.Row);
        }
    }

    [TestMethod]
    public void ValuesComeBackFromStorage_AndTheNextRunKnowsThem()
    {
        var buffer = new byte[1056];
        var before = new ItemBench();
        before.Both(Signal.Supply, 13500, 13000);
        int row = before.Inspect(1);
        int count = new KeptRun(before.Run).Write(buffer, 0, new TableChecksum());
        var after = new ItemBench();
        new KeptRun(after.Run).TryRead(buffer, count, new TableChecksum());
        Assert.AreEqual(13500, after.Run.ValueOf(row));
        Assert.AreEqual(Plan.All, after.Run.Plans);
        Assert.AreEqual(100, after.Run.UncertaintyOf(row));
        after.Run.Abort();
        after.Step();
        after.Inspect(1);
        Assert.AreEqual(13600, after.Run.ValueOf(row));
        Assert.AreEqual(13500, after.Run.BeforeOf(row));
    }

    /// <summary>Eight more items can be added: a run of the fullest checklist, every row with a value and one before, and a full history of the meters fit their slot.</summary>
    [TestMethod]
    public void FullestRun_FitsItsSlotWithEightItemsMore()
    {
        var items = new ItemBench();
        int rows = items.Run.Checklist.Count;
        int mostRows = Checklist.MaxRows;
        int most = RunRecord.MaxBytes;
        int slot = Slots.LargeBytes;
        Assert.IsTrue(rows + 8 <= mostRows, rows + " items of " + mostRows);
        Assert.IsTrue(most <= slot, most + " bytes of " + slot);
        items.Run.Start(Plan.All, Starter.Console, 12, 1790000000);
        for (int row = 0; row < rows; row++)
        {
            items.Run.SetBefore(row, true, -8388607);
            items.Run.Set(row, ItemResult.NotTested, ItemReason.NothingToCompare, true, int.MaxValue, int.MaxValue);
        }

        var buffer = new byte[1056];
        int count = new KeptRun(items.Run).Write(buffer, 0, new TableChecksum());
        Assert.AreEqual(most, count + ((mostRows - rows) * 10));
        var after = new ItemBench();
        Assert.IsTrue(new KeptRun(after.Run).TryRead(buffer, count, new TableChecksum()));
        for (int row = 0; row < rows; row++)
        {
            Assert.AreEqual((int)ItemReason.NothingToCompare, (int)after.Run.ReasonOf(row));
            Assert.AreEqual(8388607, after.Run.ValueOf(row));
            Assert.AreEqual(-8388607, after.Run.BeforeOf(row));
            Assert.AreEqual(16383, after.Run.UncertaintyOf(row));
            Assert.IsTrue(after.Run.HasValue(row) && after.Run.HadValue(row));
        }
    }

    /// <summary>A run that an earlier firmware kept, with values of 32 bits: the meters and the values go on. An item took 12 bytes there, in the order of today.</summary>
    [TestMethod]
    public void ARunOfAnEarlierFirmware_IsTakenUp()
    {
        var items = new ItemBench();
        items.Run.Meters.Fit(1, Text.Utf8("26010118"), 0, 8, 250, 12, 1790000000);
        items.Run.Start(Plan.All, Starter.Console, 12, 1790000000);
        items.Run.SetBefore(0, true, -5);
        items.Run.Set(0, ItemResult.Pass, ItemReason.None, true, 12900, 100);
        items.Run.Set(1, ItemResult.Fail, ItemReason.None, true, 77, 1);
        var buffer = new byte[1056];
        int count = Wide(buffer, new KeptRun(items.Run).Write(buffer, 0, new TableChecksum()));
        var after = new ItemBench();
        Assert.IsTrue(new KeptRun(after.Run).TryRead(buffer, count, new TableChecksum()));
        Assert.AreEqual(12900, after.Run.ValueOf(0));
        Assert.AreEqual(-5, after.Run.BeforeOf(0));
        Assert.AreEqual(100, after.Run.UncertaintyOf(0));
        Assert.AreEqual(8388607, after.Run.ValueOf(1));
        Assert.AreEqual((int)ItemResult.Fail, (int)after.Run.ResultOf(1));
        Assert.AreEqual(250, Bytes.Get32(after.Run.Meters.SwapRecords, 56 + 36));
        buffer[40] ^= 1;
        Assert.IsFalse(new KeptRun(after.Run).TryRead(buffer, count, new TableChecksum()));
    }

    /// <summary>Makes a run what the earlier firmware wrote: type 17, items of 12 bytes; the second one's value does not fit 24 bits.</summary>
    private static int Wide(byte[] buffer, int count)
    {
        var narrow = new byte[1056];
        System.Array.Copy(buffer, narrow, count);
        int items = buffer[29 + 47];
        int from = 29 + 48;
        int to = from;
        for (int item = 0; item < items; item++)
        {
            buffer[to] = narrow[from];
            buffer[to + 1] = narrow[from + 1];
            Bytes.Put32(buffer, to + 2, item == 1 ? int.MaxValue : Bytes.Get24(narrow, from + 2));
            Bytes.Put16(buffer, to + 6, Bytes.Get16(narrow, from + 5));
            Bytes.Put32(buffer, to + 8, Bytes.Get24(narrow, from + 7));
            from += 10;
            to += 12;
        }

        int rest = count - 4 - from;
        System.Array.Copy(narrow, from, buffer, to, rest);
        return Record.Seal(buffer, 17, to + rest, new TableChecksum());
    }

    private static ItemBench Underway(out int row)
    {
        var bench = new ItemBench();
        row = bench.Begin(Moving);
        bench.Step();
        bench.Step();
        bench.Run.Answer(true);
        for (int steps = 0; steps < 20; steps++)
        {
            bench.Step();
        }

        Assert.IsTrue(bench.Run.WantsPump);
        return bench;
    }

    private static void Stopped(ItemBench bench, int row, ItemReason reason)
    {
        Assert.AreEqual((int)ItemResult.NotTested, (int)bench.Run.ResultOf(row));
        Assert.AreEqual((int)reason, (int)bench.Run.ReasonOf(row));
        Assert.IsFalse(bench.Run.WantsPump);
    }
}
