using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Records;

namespace Records.Tests;

/// <summary>The fault memory: what a restart keeps of the lifecycle.</summary>
[TestClass]
public class FaultMemoryTests
{
    private static readonly byte[] s_buffer = new byte[1024];

    [TestMethod]
    public void StageAnswerAndCounts_SurviveARestart()
    {
        SiteBench before = Raised104();
        int row = before.Row(104);
        before.Lifecycle.Acknowledge(row, 42, 1);
        before.Set(Signal.Supply, 13600);
        before.Run(61);
        before.Lifecycle.DeclareRepaired(row, 42);
        SiteBench after = Restart(before);
        Assert.AreEqual(5, (int)after.Lifecycle.StageOf(row));
        Assert.IsTrue(after.Lifecycle.IsAcknowledged(row));
        Assert.AreEqual(42, after.Lifecycle.AcknowledgedBy(row));
        Assert.AreEqual(2, (int)after.Lifecycle.HighestLevelOf(row));
        Assert.AreEqual(1, after.Lifecycle.OccurrencesSinceClear(row));
        Assert.AreEqual(1, after.Lifecycle.Repairs.CountOf(row));
        Assert.AreEqual(0, (int)after.Lifecycle.StageOf(after.Row(103)));
    }

    [TestMethod]
    public void RaisedOverTheRestart_IsTheSameOccurrence()
    {
        SiteBench before = Raised104();
        int row = before.Row(104);
        before.Lifecycle.Acknowledge(row, 42, 1);
        SiteBench after = Restart(before);
        after.Monitors.RestoreRaised(row, 2);
        after.Set(Signal.Supply, 15500);
        after.Run(20);
        Assert.IsTrue(after.Lifecycle.IsAcknowledged(row));
        Assert.AreEqual(1, after.Lifecycle.OccurrencesSinceClear(row));
        Assert.AreEqual(0, after.Lifecycle.Repairs.CountOf(row));
    }

    [TestMethod]
    public void ReplacementDue_SurvivesRestartAndClearAll()
    {
        var before = new SiteBench();
        int row = before.Row(202);
        for (int i = 0; i < 3; i++)
        {
            before.Lifecycle.Repairs.Raised(row);
            before.Lifecycle.Repairs.Repaired(row);
        }

        before.Lifecycle.ClearMemory(1);
        SiteBench after = Restart(before);
        after.Run(3);
        Assert.IsTrue(after.IsRaised(803));
        Assert.AreEqual(202, after.View.Readings.ValueOf(Signal.ReplaceDue));
    }

    [TestMethod]
    public void ShelvesMaintenanceAndLayUp_SurviveARestart()
    {
        var before = new SiteBench();
        before.Step(1000);
        before.Lifecycle.Shelve(before.Row(104), 42, ShelveReason.PartOrdered, 4000);
        before.Lifecycle.Shelve(before.Row(205), 43, ShelveReason.Known, 10);
        before.Lifecycle.BeginMaintenance(44, 300);
        before.Lifecycle.LayUp(45);
        before.Run(90);
        SiteBench after = Restart(before);
        Shelves shelves = after.Lifecycle.Gate.Shelves;
        int place = shelves.Find(after.Row(104));
        Assert.AreEqual(42, shelves.WhoAt(place));
        Assert.AreEqual(1, (int)shelves.ReasonAt(place));
        Assert.AreEqual(3999, shelves.MinutesLeftAt(place));
        Assert.AreEqual(9, shelves.MinutesLeftAt(shelves.Find(after.Row(205))));
        Assert.AreEqual(299, after.Lifecycle.Gate.Maintenance.MinutesLeft);
        Assert.AreEqual(44, after.Lifecycle.Gate.Maintenance.Who);
        Assert.IsTrue(after.Lifecycle.Gate.LayUp.IsOn);
        Assert.AreEqual(45, after.Lifecycle.Gate.LayUp.Who);
    }

    /// <summary>What the work hid is counted once, over a restart, and a record of before this was kept says none; the highest level beside it stays what it was.</summary>
    [TestMethod]
    public void WhatTheWorkHid_SurvivesARestartAndIsCountedOnce()
    {
        var before = new SiteBench();
        before.Step(1000);
        before.Lifecycle.BeginMaintenance(44, 300);
        before.Set(Signal.Supply, 15500);
        before.SecondsUntil(104, true, 60);
        before.Set(Signal.Supply, 13600);
        before.SecondsUntil(104, false, 120);
        Assert.AreEqual(1, before.Lifecycle.Gate.Maintenance.HiddenFaults);
        SiteBench after = Restart(before);
        Assert.AreEqual(1, after.Lifecycle.Gate.Maintenance.HiddenFaults);
        Assert.AreEqual(2, (int)after.Lifecycle.HighestLevelOf(after.Row(104)));
        after.Set(Signal.Supply, 15500);
        after.SecondsUntil(104, true, 60);
        Assert.AreEqual(1, after.Lifecycle.Gate.Maintenance.HiddenFaults);
        after.Lifecycle.EndMaintenance(44);
        SiteBench later = Restart(after);
        later.Lifecycle.BeginMaintenance(44, 10);
        Assert.AreEqual(0, later.Lifecycle.Gate.Maintenance.HiddenFaults);
        Assert.IsFalse(later.Lifecycle.Gate.IsHiddenByWork(later.Row(104)));
    }

    [TestMethod]
    public void FullMemory_FitsTheSlot()
    {
        var bench = new SiteBench();
        for (int place = 0; place < 6; place++)
        {
            bench.Lifecycle.Gate.Shelves.Put(place, 1, ShelveReason.Known, 10);
        }

        for (int row = 0; row < bench.Catalogue.Count; row++)
        {
            bench.Lifecycle.Restore(row, 1, 4, 1, 1, 1, 1, 1);
        }

        int count = Write(bench);
        Assert.IsTrue(count <= 410);
        SiteBench after = Restart(bench);
        int kept = 0;
        for (int row = 0; row < after.Catalogue.Count; row++)
        {
            kept += after.Lifecycle.StageOf(row) == FaultStage.Cleared ? 1 : 0;
        }

        Assert.IsTrue(kept >= 28);
    }

    /// <summary>All of them are raised: the least important goes on, is noted, and stands last in the slot.</summary>
    [TestMethod]
    public void TwentyNinthRaisedFault_TheLeastImportantIsNotedAndWrittenLast()
    {
        var bench = new SiteBench();
        int least = bench.Row(106);
        for (int row = 0, kept = 0; kept < 28; row++)
        {
            if (row != bench.Row(104) && bench.Catalogue.ClearMs(row) >= 30000)
            {
                byte level = bench.Catalogue.Level(row);
                bench.Monitors.RestoreOccurrence(row, 1);
                bench.Monitors.RestoreRaised(row, level);
                bench.Lifecycle.Restore(row, 1, level, 1, 0, 1, 0, 0);
                kept++;
            }
        }

        bench.Set(Signal.Supply, 15500);
        bench.Run(12);
        Assert.AreEqual(29, bench.Monitors.RaisedCount);
        Assert.AreEqual(15, (int)bench.Lifecycle.Notes.What);
        Assert.AreEqual(least, bench.Lifecycle.Notes.Row);
        Assert.AreEqual(1, bench.Lifecycle.Notes.Count);
        Assert.AreEqual(2, (int)bench.Lifecycle.StageOf(least));
        Assert.AreEqual(4, (int)bench.Lifecycle.HighestLevelOf(least));
        Assert.IsTrue(bench.Lifecycle.IsDisplaced(least));
        int count = Write(bench);
        Assert.AreEqual(106, Bytes.Get16(s_buffer, count - 4 - 11));
    }

    /// <summary>Another firmware's table has other rows: what it knows by code is taken up, 803 with it, and the rest is passed over.</summary>
    [TestMethod]
    public void Upgrade_RowsAreFoundByTheirCode()
    {
        var before = new SiteBench();
        int row = before.Row(202);
        for (int i = 0; i < 3; i++)
        {
            before.Lifecycle.Repairs.Raised(row);
            before.Lifecycle.Repairs.Repaired(row);
        }

        before.Lifecycle.Restore(before.Row(907), 1, 3, 2, 0, 2, 0, 0);
        int count = Write(before);
        FaultCatalogue smaller = FaultCatalogue.OfSize(20);
        var monitors = new FaultMonitors(smaller, new TransitionQueue());
        var after = new Lifecycle(smaller, monitors, new SiteView(new Settings()));
        Assert.IsTrue(new FaultMemory(smaller, monitors, after).TryRead(s_buffer, count, new TableChecksum()));
        Assert.IsTrue(after.Repairs.NeedsReplacement(smaller.RowOf(202)));
        Assert.AreEqual(-1, smaller.RowOf(907));
    }

    [TestMethod]
    public void DamagedBytes_ChangeNothing()
    {
        SiteBench before = Raised104();
        int count = Write(before);
        for (int at = 0; at < count; at++)
        {
            s_buffer[at] ^= 0x10;
            var after = new SiteBench();
            Assert.IsFalse(Memory(after).TryRead(s_buffer, count, new TableChecksum()));
            Assert.AreEqual(0, (int)after.Lifecycle.StageOf(after.Row(104)));
            s_buffer[at] ^= 0x10;
        }

        Assert.IsFalse(Memory(new SiteBench()).TryRead(s_buffer, count - 1, new TableChecksum()));
        Assert.IsFalse(Memory(new SiteBench()).TryRead(s_buffer, 0, new TableChecksum()));
    }

    [TestMethod]
    public void Changes_AreWrittenThirtySecondsApart()
    {
        SiteBench bench = Raised104();
        FaultMemory memory = Memory(bench);
        Assert.IsTrue(memory.IsDue(0));
        memory.Saved(0);
        Assert.IsFalse(memory.IsDue(60000));
        bench.Lifecycle.Acknowledge(bench.Row(104), 1, 1);
        Assert.IsFalse(memory.IsDue(29999));
        Assert.IsTrue(memory.IsDue(30000));
        memory.Saved(30000);
        bench.Lifecycle.BeginMaintenance(1, 100);
        memory.Saved(40000);
        Assert.IsFalse(memory.IsDue(639999));
        Assert.IsTrue(memory.IsDue(640000));
    }

    [TestMethod]
    public void WholeUnit_KeepsItOverARestart()
    {
        var unit = new UnitBench();
        unit.Io.Supply = 15500;
        unit.Run(15000);
        int row = unit.Row(104);
        Assert.AreEqual(0, (int)unit.Unit.Site.Lifecycle.Acknowledge(row, 42, 1));
        unit.Run(60000);
        var next = new UnitBench(unit.Storage, new Settings(), 1);
        next.Io.Supply = 15500;
        next.Run(2000);
        Assert.AreEqual(42, next.Unit.Site.Lifecycle.AcknowledgedBy(row));
        Assert.IsTrue(next.IsRaised(104));
    }

    private static FaultMemory Memory(SiteBench bench) => new FaultMemory(bench.Catalogue, bench.Monitors, bench.Lifecycle);

    private static int Write(SiteBench bench) => Memory(bench).Write(s_buffer, 0, new TableChecksum());

    private static SiteBench Restart(SiteBench before)
    {
        int count = Write(before);
        var after = new SiteBench();
        for (int row = 0; row < after.Catalogue.Count; row++)
        {
            after.Monitors.RestoreOccurrence(row, before.Monitors.OccurrenceOf(row));
        }

        Assert.IsTrue(Memory(after).TryRead(s_buffer, count, new TableChecksum()));
        return after;
    }

    private static SiteBench Raised104()
    {
        var bench = new SiteBench();
        bench.Set(Signal.Supply, 15500);
        bench.Run(11);
        return bench;
    }
}
