using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Contract.Tests;

/// <summary>Evidence of first, latest and worst moments, over a restart: from the records that wait for their receipt.</summary>
[TestClass]
public class EvidenceOverARestartTests
{
    private const int First = 1;
    private const int Latest = 2;
    private const int Worst = 4;
    private const int Row = 5;

    /// <summary>104 has the supply as its first reading. Raised at 16.5 V, cleared, raised at 17 V: the first and the latest moment come back, with what was read and when.</summary>
    [TestMethod]
    public void RaisesThatWait_ShowTheirEvidenceBehindTheRestart()
    {
        var unit = new UnitBench();
        unit.Run(5000);
        RaiseAt(unit, 16500);
        unit.Io.Supply = 13600;
        unit.Run(70000);
        Assert.IsFalse(unit.IsRaised(104));
        RaiseAt(unit, 17000);
        var next = new UnitBench(unit.Storage, unit.Settings, 1);
        next.Clock.UnixAtStart = UnitBench.Unix + 1000;
        next.Io.Supply = 17000;
        next.Run(2000);
        FreezeFrames frames = next.Unit.Site.Monitors.Frames;
        int first = frames.Find(next.Row(104), First);
        int latest = frames.Find(next.Row(104), Latest);
        Assert.IsTrue(next.IsRaised(104));
        Assert.AreEqual(16500, frames.Value(first, 0));
        Assert.AreEqual(17000, frames.Value(latest, 0));
        Assert.IsTrue(frames.IsFormer(first));
        Assert.AreEqual(First | Worst, (int)frames.KindsOf(first));
        Assert.AreEqual(UnitBench.Unix + 15, frames.FormerUnixOf(first));
        Assert.AreEqual(2, (int)frames.LevelOf(latest));
    }

    /// <summary>Records come in the order of their slots, not of their numbers. Each: number, raise, level. The moments are the same in any order.</summary>
    [TestMethod]
    [DataRow(0, 1, 2)]
    [DataRow(0, 2, 1)]
    [DataRow(1, 0, 2)]
    [DataRow(1, 2, 0)]
    [DataRow(2, 0, 1)]
    [DataRow(2, 1, 0)]
    public void Restore_InAnyOrder(int one, int two, int three)
    {
        var frames = new FreezeFrames();
        Restore(frames, one);
        Restore(frames, two);
        Restore(frames, three);
        Assert.AreEqual(100, (int)frames.FormerUnixOf(frames.Find(Row, First)));
        Assert.AreEqual(120, (int)frames.FormerUnixOf(frames.Find(Row, Latest)));
        Assert.AreEqual(110, (int)frames.FormerUnixOf(frames.Find(Row, Worst)));
        Assert.AreEqual(1, (int)frames.LevelOf(frames.Find(Row, Worst)));
    }

    /// <summary>Of two that are as bad the older is the worst moment, as in a run; a rise of the level is no first and no latest one.</summary>
    [TestMethod]
    public void Restore_OfOneLevelTheOlderIsTheWorst()
    {
        var frames = new FreezeFrames();
        frames.Restore(Row, true, 2, 8, 80);
        Assert.AreEqual(-1, frames.Restore(Row, false, 2, 9, 90));
        frames.Restore(Row, true, 2, 7, 70);
        Assert.AreEqual(70, (int)frames.FormerUnixOf(frames.Find(Row, Worst)));
        Assert.AreEqual(70, (int)frames.FormerUnixOf(frames.Find(Row, First)));
        Assert.AreEqual(80, (int)frames.FormerUnixOf(frames.Find(Row, Latest)));
    }

    /// <summary>Numbers go on beyond 16 bits.</summary>
    [TestMethod]
    public void Restore_GoesByTheNumberBeyondSixteenBits()
    {
        var frames = new FreezeFrames();
        frames.Restore(Row, true, 2, 65530, 10);
        frames.Restore(Row, true, 2, 65540, 20);
        Assert.AreEqual(10, (int)frames.FormerUnixOf(frames.Find(Row, First)));
        Assert.AreEqual(20, (int)frames.FormerUnixOf(frames.Find(Row, Latest)));
    }

    /// <summary>With every place taken the seventeenth finds none. A raise of the new run takes the place of a former one, and is dated by its uptime.</summary>
    [TestMethod]
    public void Restore_WhereEveryPlaceIsTaken()
    {
        var bench = new SiteBench();
        FreezeFrames frames = bench.Monitors.Frames;
        for (int row = 20; row < 36; row++)
        {
            Assert.IsTrue(frames.Restore(row, true, 3, row, 10) >= 0);
        }

        Assert.AreEqual(-1, frames.Restore(36, true, 1, 36, 10));
        bench.Set(Signal.Supply, 16500);
        Assert.IsTrue(bench.SecondsUntil(104, true, 60) > 0);
        int frame = frames.Find(bench.Row(104));
        Assert.IsFalse(frames.IsFormer(frame));
        Assert.AreEqual(bench.NowMs, frames.TakenMsOf(frame));
        Assert.AreEqual(-1, frames.Find(20));
    }

    /// <summary>A signal that is not the row's is left out, and a field of which the record says nothing is not known.</summary>
    [TestMethod]
    public void RestoreField_TakesTheRowsOwnSignalsOnly()
    {
        var catalogue = new FaultCatalogue();
        var frames = new FreezeFrames();
        int frame = frames.Restore(catalogue.RowOf(104), true, 2, 1, 10);
        frames.RestoreField(catalogue, frame, Signal.WellLevel, NoDataReason.None, 5);
        frames.RestoreField(catalogue, frame, Signal.MainsPresent, NoDataReason.None, 1);
        Assert.AreEqual((int)NoDataReason.NotYet, (int)frames.Reason(frame, 0));
        Assert.AreEqual((int)NoDataReason.None, (int)frames.Reason(frame, 1));
        Assert.AreEqual(1, frames.Value(frame, 1));
    }

    private static void RaiseAt(UnitBench unit, int millivolts)
    {
        unit.Io.Supply = millivolts;
        Assert.IsTrue(unit.UntilRaised(104, 30000) > 0);
        unit.Run(2000);
    }

    /// <summary>0: raise of level 2; 1: rise to level 1; 2: a later raise of level 2.</summary>
    private static void Restore(FreezeFrames frames, int record)
    {
        frames.Restore(Row, record != 1, (byte)(record == 1 ? 1 : 2), 40 + record, 100 + (10 * record));
    }
}
