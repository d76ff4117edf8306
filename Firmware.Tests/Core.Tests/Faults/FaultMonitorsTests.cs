using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>Debounce, escalation and the queue, mostly by 103: raised after 5 s, cleared after 30 s.</summary>
[TestClass]
public class FaultMonitorsTests
{
    private const int Low = 10000;
    private const int Good = 12600;

    [TestMethod]
    [DataRow(4999, false)]
    [DataRow(5000, true)]
    public void SupplyLow_IsRaisedAfterFiveSecondsOfOneStep(int ms, bool raised)
    {
        var bench = new SiteBench();
        Fail(bench);
        bench.Step(ms);
        Assert.AreEqual(raised, IsRaised(bench));
    }

    [TestMethod]
    public void IrregularSteps_TimeCountsAndNotTheirNumber()
    {
        var bench = new SiteBench();
        Fail(bench);
        for (int i = 0; i < 49; i++)
        {
            bench.Step(1);
        }

        bench.Step(3000);
        bench.Step(1950);
        Assert.IsFalse(IsRaised(bench));
        bench.Step(1);
        Assert.IsTrue(IsRaised(bench));
    }

    [TestMethod]
    public void OnePassInBetween_StartsTheTimeAgain()
    {
        var bench = new SiteBench();
        Fail(bench);
        bench.Run(4);
        bench.Set(Signal.Supply, Good);
        bench.Step(1000);
        bench.Set(Signal.Supply, Low);
        bench.Run(5);
        Assert.IsFalse(IsRaised(bench));
        bench.Step(1000);
        Assert.IsTrue(IsRaised(bench));
        Assert.AreEqual(7000L, bench.Monitors.OnsetMsOf(bench.Row(103)));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    public void CheckCannotJudge_TimeStandsStillWhileRaising(int reason)
    {
        var bench = new SiteBench();
        Fail(bench);
        bench.Run(4);
        bench.Miss(Signal.Supply, (NoDataReason)reason);
        bench.Run(100);
        Assert.IsFalse(IsRaised(bench));
        bench.Set(Signal.Supply, Low);
        bench.Step(1000);
        Assert.IsTrue(IsRaised(bench));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    public void CheckCannotJudge_RaisedFaultStays(int reason)
    {
        var bench = Raised();
        bench.Miss(Signal.Supply, (NoDataReason)reason);
        bench.Run(1000);
        Assert.IsTrue(IsRaised(bench));
        Assert.AreEqual(1, bench.Queue.Count);
    }

    [TestMethod]
    public void SupplyBack_ClearsAfterThirtySeconds()
    {
        var bench = Raised();
        bench.Set(Signal.Supply, Good);
        bench.Run(30);
        Assert.IsTrue(IsRaised(bench));
        bench.Step(1000);
        Assert.IsFalse(IsRaised(bench));
        Assert.AreEqual(0, (int)bench.Monitors.WorstLevel);
        Assert.AreEqual(0, bench.Monitors.RaisedCount);
    }

    [TestMethod]
    public void SupplyWithinDeadband_DoesNotClear()
    {
        var bench = Raised();
        bench.Set(Signal.Supply, 11099);
        bench.Run(100);
        Assert.IsTrue(IsRaised(bench));
    }

    [TestMethod]
    public void FailsAgainWhileClearing_IsTheSameFault()
    {
        var bench = Raised();
        bench.Set(Signal.Supply, Good);
        bench.Run(25);
        bench.Set(Signal.Supply, Low);
        bench.Run(10);
        Assert.AreEqual(1, bench.Queue.Count);
        Assert.AreEqual(1, bench.Monitors.OccurrenceOf(bench.Row(103)));
        bench.Set(Signal.Supply, Good);
        bench.Run(30);
        Assert.IsTrue(IsRaised(bench));
    }

    [TestMethod]
    public void RaiseAndClear_TellOnsetConfirmationLevelAndOccurrence()
    {
        var bench = Raised();
        IsFirst(bench, FaultEvent.Raised, 1, 1, 1000, 6000);
        bench.Queue.DropFirst();
        bench.Set(Signal.Supply, Good);
        bench.Run(31);
        IsFirst(bench, FaultEvent.Cleared, 1, 1, 7000, 37000);
        bench.Queue.DropFirst();
        bench.Run(60);
        bench.Set(Signal.Supply, Low);
        bench.Run(6);
        IsFirst(bench, FaultEvent.Raised, 1, 2, 98000, 103000);
    }

    [TestMethod]
    public void Evidence_IsWhatWasReadAtConfirmation()
    {
        var bench = new SiteBench();
        Fail(bench);
        bench.Set(Signal.Supply, 10123);
        bench.Miss(Signal.PumpContact, NoDataReason.OutOfRange);
        bench.Step(5000);
        bench.Set(Signal.Supply, 9000);
        Assert.AreEqual(10123, bench.Queue.EvidenceValue(0));
        Assert.AreEqual(0, (int)bench.Queue.EvidenceReason(0));
        Assert.AreEqual(5, (int)bench.Queue.EvidenceReason(2));
        Assert.AreEqual(3, (int)bench.Queue.EvidenceReason(7));
    }

    [TestMethod]
    public void RestoredOccurrence_CountsOn()
    {
        var bench = new SiteBench();
        bench.Monitors.RestoreOccurrence(bench.Row(103), 41);
        Fail(bench);
        bench.Run(6);
        Assert.AreEqual(42, bench.Queue.Occurrence);
    }

    [TestMethod]
    public void BusMeterGoesWhilePulsesAreSilent_BecomesLevelOneOnceAndStays()
    {
        var bench = new SiteBench();
        int row = bench.Row(201);
        bench.RunWet();
        bench.Run(40);
        Assert.AreEqual(2, (int)bench.Monitors.LevelOf(row));
        Assert.AreEqual(2, (int)bench.Monitors.WorstLevel);
        bench.Queue.DropFirst();
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Run(10);
        Assert.AreEqual(1, (int)bench.Monitors.LevelOf(row));
        Assert.AreEqual(1, (int)bench.Monitors.WorstLevel);
        IsFirst(bench, FaultEvent.Level, 1, 1, 41000, 41000);
        bench.Queue.DropFirst();
        bench.Set(Signal.BusFlow, 11111);
        bench.Run(10);
        Assert.AreEqual(1, (int)bench.Monitors.LevelOf(row));
        Assert.AreEqual(0, bench.Queue.Count);
    }

    [TestMethod]
    public void NoBusMeterFromTheStart_IsRaisedAtLevelOne()
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Miss(Signal.BusFlow, NoDataReason.NotFitted);
        bench.Run(300);
        Assert.AreEqual(1, bench.Queue.Count);
        Assert.AreEqual(1, (int)bench.Queue.Level);
    }

    [TestMethod]
    public void PumpStaysOff_DryRunBecomesLevelOne()
    {
        var bench = new SiteBench();
        int row = bench.Row(305);
        bench.RunDry();
        bench.Run(30);
        Assert.AreEqual(2, (int)bench.Monitors.LevelOf(row));
        bench.View.PumpStaysOff = true;
        bench.Set(Signal.PumpContact, 0);
        bench.Run(2);
        Assert.AreEqual(1, (int)bench.Monitors.LevelOf(row));
        Assert.AreEqual(2, bench.Queue.Count);
    }

    [TestMethod]
    public void ClearedWhileAtWorseLevel_NextOccurrenceStartsAtItsOwnLevel()
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Run(300);
        bench.Set(Signal.BusFlow, 11111);
        for (int second = 0; second < 30; second++)
        {
            bench.PulseMs = bench.NowMs;
            bench.Step(1000);
        }

        Assert.IsFalse(bench.Monitors.IsRaised(bench.Row(201)));
        bench.Run(40);
        Assert.AreEqual(2, (int)bench.Monitors.LevelOf(bench.Row(201)));
        Assert.AreEqual(2, bench.Monitors.OccurrenceOf(bench.Row(201)));
    }

    [TestMethod]
    public void TwoFaults_WorstLevelAndCount()
    {
        var bench = new SiteBench();
        bench.RunDry();
        bench.Set(Signal.Supply, Low);
        bench.Run(40);
        Assert.AreEqual(1, (int)bench.Monitors.WorstLevel);
        Assert.AreEqual(2, bench.Monitors.RaisedCount);
        bench.Set(Signal.Supply, Good);
        bench.Run(31);
        Assert.AreEqual(2, (int)bench.Monitors.WorstLevel);
        Assert.AreEqual(1, bench.Monitors.RaisedCount);
    }

    [TestMethod]
    public void QueueFull_FaultIsRaisedAndToldLater()
    {
        var bench = FullQueue();
        bench.Set(Signal.Supply, Low);
        bench.Run(20);
        Assert.IsTrue(IsRaised(bench));
        Assert.AreEqual(16, bench.Queue.Count);
        Assert.AreEqual(1, bench.Monitors.OwedCount);
        bench.Queue.DropFirst();
        bench.Step(1000);
        Assert.AreEqual(16, bench.Queue.Count);
        Assert.AreEqual(0, bench.Monitors.OwedCount);
        Assert.AreEqual(9, bench.Monitors.OccurrenceOf(bench.Row(103)));
    }

    [TestMethod]
    public void QueueFullWhenThePumpRunsDry_IsToldThoughThePumpIsOffByThen()
    {
        var bench = FullQueue();
        bench.RunDry();
        bench.Run(30);
        bench.Set(Signal.PumpContact, 0);
        bench.Set(Signal.PumpCommand, 0);
        bench.Run(5);
        bench.Queue.DropFirst();
        bench.Step(1000);
        Assert.IsTrue(bench.Monitors.IsRaised(bench.Row(305)));
    }

    [TestMethod]
    public void QueueOrder_IsOrderOfEvents()
    {
        var bench = FullQueue();
        for (int i = 0; i < 16; i++)
        {
            Assert.AreEqual(i % 2 == 0 ? (int)FaultEvent.Raised : (int)FaultEvent.Cleared, (int)bench.Queue.Event);
            Assert.AreEqual(1 + (i / 2), bench.Queue.Occurrence);
            bench.Queue.DropFirst();
        }

        Assert.AreEqual(0, bench.Queue.Count);
        bench.Set(Signal.Supply, Low);
        bench.Run(6);
        IsFirst(bench, FaultEvent.Raised, 1, 9, 777000, 782000);
        Assert.AreEqual(Low, bench.Queue.EvidenceValue(0));
    }

    private static void Fail(SiteBench bench)
    {
        bench.Set(Signal.Supply, Low);
        bench.Step(1000);
    }

    private static SiteBench Raised()
    {
        var bench = new SiteBench();
        bench.Set(Signal.Supply, Low);
        bench.Run(6);
        Assert.IsTrue(IsRaised(bench));
        return bench;
    }

    private static SiteBench FullQueue()
    {
        var bench = new SiteBench();
        for (int i = 0; i < 8; i++)
        {
            bench.Set(Signal.Supply, Low);
            bench.Run(6);
            bench.Set(Signal.Supply, Good);
            bench.Run(91);
        }

        Assert.AreEqual(16, bench.Queue.Count);
        return bench;
    }

    private static bool IsRaised(SiteBench bench) => bench.Monitors.IsRaised(bench.Row(103));

    private static void IsFirst(SiteBench bench, FaultEvent what, int level, int occurrence, long onsetMs, long confirmedMs)
    {
        Assert.AreEqual((int)what, (int)bench.Queue.Event);
        Assert.AreEqual(level, (int)bench.Queue.Level);
        Assert.AreEqual(occurrence, bench.Queue.Occurrence);
        Assert.AreEqual(onsetMs, bench.Queue.OnsetMs);
        Assert.AreEqual(confirmedMs, bench.Queue.ConfirmedMs);
    }

    /// <summary>What the last record says stands beside what was said last, whichever level it was, until the next record.</summary>
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(4)]
    public void LevelOfTheLastRecord_OutlivesWhatIsSaidNext(int level)
    {
        var bench = new SiteBench();
        int row = bench.Row(104);
        bench.Set(Signal.Supply, 15500);
        bench.Run(12);
        Assert.AreEqual(0, (int)bench.Monitors.KeptLevelOf(row));
        bench.Monitors.NoteKept(row, FaultEvent.Raised, (byte)level);
        bench.Set(Signal.Supply, 13600);
        bench.Run(62);
        Assert.IsFalse(bench.Monitors.IsRaised(row));
        Assert.AreEqual(level, (int)bench.Monitors.KeptLevelOf(row));
        bench.Monitors.NoteKept(row, FaultEvent.Cleared, (byte)level);
        Assert.AreEqual(0, (int)bench.Monitors.KeptLevelOf(row));
    }
}
