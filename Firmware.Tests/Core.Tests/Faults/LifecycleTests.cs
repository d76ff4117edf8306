using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>What persons and time do with a fault, by 104 (2: raised after 10 s, cleared after 60 s), 103 (1) and 302 (latched).</summary>
[TestClass]
public class LifecycleTests
{
    private const int High = 15500;
    private const int Good = 13600;
    private const int Li = 7;

    [TestMethod]
    public void Stages_FromPendingToForgotten()
    {
        var bench = new SiteBench();
        IsStage(bench, 104, 0);
        bench.Set(Signal.Supply, High);
        bench.Run(5);
        IsStage(bench, 104, 1);
        bench.Run(6);
        IsStage(bench, 104, 2);
        bench.Set(Signal.Supply, Good);
        bench.Run(61);
        IsStage(bench, 104, 4);
        Is(0, bench.Lifecycle.DeclareRepaired(bench.Row(104), Li));
        IsStage(bench, 104, 5);
        Cycle(bench, 3);
        IsStage(bench, 104, 5);
        Cycle(bench, 1);
        IsStage(bench, 104, 6);
        Cycle(bench, 36);
        IsStage(bench, 104, 6);
        Cycle(bench, 1);
        IsStage(bench, 104, 0);
        Assert.AreEqual(0, (int)bench.Lifecycle.HighestLevelOf(bench.Row(104)));
    }

    [TestMethod]
    public void Acknowledge_BelongsToOneOccurrence()
    {
        SiteBench bench = Raised104();
        int row = bench.Row(104);
        Is(2, bench.Lifecycle.Acknowledge(row, Li, 2));
        Is(0, bench.Lifecycle.Acknowledge(row, Li, 1));
        Is(3, bench.Lifecycle.Acknowledge(row, 8, 1));
        Assert.IsTrue(bench.Monitors.IsRaised(row));
        Assert.AreEqual(7, bench.Lifecycle.AcknowledgedBy(row));
        Clear104(bench);
        Assert.IsTrue(bench.Lifecycle.IsAcknowledged(row));
        bench.Set(Signal.Supply, High);
        bench.Run(11);
        Assert.IsFalse(bench.Lifecycle.IsAcknowledged(row));
        Assert.AreEqual(0, bench.Lifecycle.AcknowledgedBy(row));
        Is(2, bench.Lifecycle.Acknowledge(row, Li, 1));
        Is(0, bench.Lifecycle.Acknowledge(row, Li, 2));
    }

    [TestMethod]
    public void Acknowledge_IsAMessageWithWho()
    {
        SiteBench bench = Raised104();
        bench.Take(104, FaultEvent.Raised);
        bench.Lifecycle.Acknowledge(bench.Row(104), 200, 1);
        Assert.AreEqual(5, (int)bench.Queue.Event);
        Assert.AreEqual(200, bench.Queue.By);
        Assert.AreEqual(2, (int)bench.Queue.Level);
        Assert.AreEqual(1, bench.Queue.Occurrence);
    }

    [TestMethod]
    public void Acknowledge_WithoutFaultOrPlaceOrRow()
    {
        SiteBench bench = Raised104();
        Is(1, bench.Lifecycle.Acknowledge(bench.Row(103), Li, 0));
        Is(11, bench.Lifecycle.Acknowledge(-1, Li, 0));
        Is(11, bench.Lifecycle.Acknowledge(bench.Catalogue.Count, Li, 0));
        FillQueue(bench);
        Is(9, bench.Lifecycle.Acknowledge(bench.Row(104), Li, 1));
        Assert.IsFalse(bench.Lifecycle.IsAcknowledged(bench.Row(104)));
    }

    [TestMethod]
    public void Acknowledge_ClearedOneBeforeAnybodyAnswered()
    {
        SiteBench bench = Raised104();
        Clear104(bench);
        Is(0, bench.Lifecycle.Acknowledge(bench.Row(104), Li, 1));
        Assert.IsTrue(bench.Lifecycle.IsAcknowledged(bench.Row(104)));
    }

    [TestMethod]
    public void Latched_WaitsForAPerson()
    {
        SiteBench bench = SiteFaults.Healthy(302);
        int row = bench.Row(302);
        SiteFaults.Begin(bench, 302);
        bench.SecondsUntil(302, true, 100);
        Is(4, bench.Lifecycle.Reset(row, Li));
        SiteFaults.End(bench, 302);
        bench.Run(12);
        IsStage(bench, 302, 2);
        bench.Step(1000);
        IsStage(bench, 302, 3);
        Assert.AreEqual(1, (int)bench.Monitors.WorstLevel);
        bench.Run(1000);
        IsStage(bench, 302, 3);
        bench.Take(302, FaultEvent.None);
        Is(0, bench.Lifecycle.Reset(row, Li));
        IsStage(bench, 302, 4);
        Assert.AreEqual(3, (int)bench.Queue.Event);
        Assert.AreEqual(7, bench.Queue.By);
        Is(1, bench.Lifecycle.Reset(row, Li));
    }

    [TestMethod]
    public void Latched_FailsAgainBeforeTheReset_IsTheSameOccurrenceAndNotReset()
    {
        SiteBench bench = SiteFaults.Healthy(302);
        SiteFaults.Begin(bench, 302);
        bench.SecondsUntil(302, true, 100);
        SiteFaults.End(bench, 302);
        bench.Run(20);
        IsStage(bench, 302, 3);
        bench.RunWet();
        bench.Run(20);
        bench.Set(Signal.PumpCommand, 0);
        bench.Run(20);
        Is(4, bench.Lifecycle.Reset(bench.Row(302), Li));
        Assert.AreEqual(1, bench.Monitors.OccurrenceOf(bench.Row(302)));
    }

    [TestMethod]
    public void Reset_OfWhatClearsByItself_IsRefused()
    {
        SiteBench bench = Raised104();
        Is(5, bench.Lifecycle.Reset(bench.Row(104), Li));
        Is(11, bench.Lifecycle.Reset(99, Li));
    }

    [TestMethod]
    public void HighestLevel_IsKeptOverOccurrencesUntilForgotten()
    {
        var bench = new SiteBench();
        int row = bench.Row(201);
        bench.RunWet();
        bench.Run(40);
        Assert.AreEqual(2, (int)bench.Lifecycle.HighestLevelOf(row));
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Run(10);
        Assert.AreEqual(1, (int)bench.Lifecycle.HighestLevelOf(row));
        bench.Set(Signal.BusFlow, 11111);
        bench.PulsesPerStep = 1;
        bench.Run(40);
        Assert.IsFalse(bench.IsRaised(201));
        Assert.AreEqual(1, (int)bench.Lifecycle.HighestLevelOf(row));
        bench.PulsesPerStep = 0;
        bench.Run(60);
        Assert.AreEqual(2, (int)bench.Monitors.LevelOf(row));
        Assert.AreEqual(1, (int)bench.Lifecycle.HighestLevelOf(row));
        Assert.AreEqual(2, bench.Lifecycle.OccurrencesSinceClear(row));
    }

    [TestMethod]
    public void FailureInACycle_TheProvingBeginsAgain()
    {
        SiteBench bench = Raised104();
        Clear104(bench);
        bench.Lifecycle.DeclareRepaired(bench.Row(104), Li);
        Cycle(bench, 3);
        Assert.AreEqual(2, bench.Lifecycle.CleanCyclesOf(bench.Row(104)));
        bench.Set(Signal.Supply, High);
        bench.Run(3);
        bench.Set(Signal.Supply, Good);
        Cycle(bench, 1);
        Assert.AreEqual(0, bench.Lifecycle.CleanCyclesOf(bench.Row(104)));
        Cycle(bench, 2);
        IsStage(bench, 104, 5);
        Cycle(bench, 1);
        IsStage(bench, 104, 6);
    }

    [TestMethod]
    public void CheckThatDidNotRun_ProvesNothing()
    {
        SiteBench bench = Raised104();
        Clear104(bench);
        bench.Lifecycle.DeclareRepaired(bench.Row(104), Li);
        Cycle(bench, 1);
        bench.Miss(Signal.Supply, NoDataReason.OutOfRange);
        Cycle(bench, 50);
        IsStage(bench, 104, 5);
        Assert.AreEqual(0, bench.Lifecycle.CleanCyclesOf(bench.Row(104)));
    }

    [TestMethod]
    public void ShortRun_IsNoCycle_ADayWithoutOneIs()
    {
        var bench = new SiteBench();
        bench.Set(Signal.PumpContact, 1);
        bench.Step(1000);
        bench.Step(119000);
        bench.Set(Signal.PumpContact, 0);
        bench.Step(1000);
        Assert.AreEqual(0, bench.Lifecycle.Cycles);
        bench.Set(Signal.PumpContact, 1);
        bench.Step(1000);
        bench.Step(120000);
        bench.Set(Signal.PumpContact, 0);
        bench.Step(1000);
        Assert.AreEqual(1, bench.Lifecycle.Cycles);
        for (int hour = 0; hour < 23; hour++)
        {
            bench.Step(3600000);
        }

        bench.Step(3599000);
        Assert.AreEqual(1, bench.Lifecycle.Cycles);
        bench.Step(1000);
        Assert.AreEqual(2, bench.Lifecycle.Cycles);
    }

    [TestMethod]
    public void Shelved_SaysNothingUntilItsTimeIsUp_ThenWhatIsTrueWithTheCount()
    {
        var bench = new SiteBench();
        int row = bench.Row(104);
        bench.Step(1000);
        Is(0, bench.Lifecycle.Shelve(row, Li, ShelveReason.PartOrdered, 10));
        bench.Set(Signal.Supply, High);
        bench.Run(11);
        Assert.IsTrue(bench.Monitors.IsRaised(row));
        Assert.AreEqual(0, (int)bench.Monitors.WorstLevel);
        Clear104(bench);
        bench.Set(Signal.Supply, High);
        bench.Run(600 - 11 - 61 - 1);
        Assert.AreEqual(0, bench.Queue.Count);
        Assert.AreEqual(1, bench.Lifecycle.Gate.Shelves.MinutesLeftAt(0));
        bench.Step(1000);
        Assert.AreEqual(1, bench.Queue.Count);
        Assert.AreEqual(1, (int)bench.Queue.Event);
        Assert.AreEqual(2, bench.Queue.Occurrence);
        Assert.AreEqual(2, bench.Queue.Suppressed);
        Assert.AreEqual(2, (int)bench.Monitors.WorstLevel);
        Assert.AreEqual(-1, bench.Lifecycle.Gate.Shelves.Find(row));
        bench.Lifecycle.Notes.DropFirst();
        Assert.AreEqual(5, (int)bench.Lifecycle.Notes.What);
        Assert.AreEqual(row, bench.Lifecycle.Notes.Row);
    }

    [TestMethod]
    public void Shelve_LimitsAndReasons()
    {
        var bench = new SiteBench();
        int row = bench.Row(104);
        Is(6, bench.Lifecycle.Shelve(bench.Row(103), Li, ShelveReason.Known, 10));
        Is(7, bench.Lifecycle.Shelve(row, Li, ShelveReason.Known, 0));
        Is(7, bench.Lifecycle.Shelve(row, Li, ShelveReason.Known, 4321));
        Is(11, bench.Lifecycle.Shelve(row, Li, ShelveReason.None, 10));
        Is(11, bench.Lifecycle.Shelve(row, Li, (ShelveReason)5, 10));
        Is(11, bench.Lifecycle.Shelve(-1, Li, ShelveReason.Known, 10));
        Is(0, bench.Lifecycle.Shelve(row, 9, ShelveReason.WorkPlanned, 4320));
        int place = bench.Lifecycle.Gate.Shelves.Find(row);
        Assert.AreEqual(9, bench.Lifecycle.Gate.Shelves.WhoAt(place));
        Assert.AreEqual(2, (int)bench.Lifecycle.Gate.Shelves.ReasonAt(place));
        Assert.AreEqual(4320, bench.Lifecycle.Gate.Shelves.MinutesLeftAt(place));
        Is(0, bench.Lifecycle.Unshelve(row, Li));
        Is(3, bench.Lifecycle.Unshelve(row, Li));
        int[] codes = { 102, 104, 106, 202, 203, 204, 205 };
        for (int i = 0; i < 6; i++)
        {
            Is(0, bench.Lifecycle.Shelve(bench.Row(codes[i]), Li, ShelveReason.Known, 10));
        }

        Is(8, bench.Lifecycle.Shelve(bench.Row(205), Li, ShelveReason.Known, 10));
    }

    [TestMethod]
    public void Shelved_BecomesLevelOne_IsTold()
    {
        var bench = new SiteBench();
        Is(0, bench.Lifecycle.Shelve(bench.Row(201), Li, ShelveReason.InstrumentDoubted, 600));
        bench.RunWet();
        bench.Run(40);
        Assert.IsTrue(bench.IsRaised(201));
        Assert.AreEqual(0, bench.Queue.Count);
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Run(2);
        Assert.AreEqual(1, bench.Queue.Count);
        Assert.AreEqual(1, (int)bench.Queue.Event);
        Assert.AreEqual(1, (int)bench.Queue.Level);
        Assert.AreEqual(1, (int)bench.Monitors.WorstLevel);
        Is(6, bench.Lifecycle.Shelve(bench.Row(201), Li, ShelveReason.InstrumentDoubted, 600));
    }

    [TestMethod]
    public void Maintenance_HidesWhatTheWorkExplainsAndReportsIt()
    {
        var bench = new SiteBench();
        bench.Step(1000);
        Is(7, bench.Lifecycle.BeginMaintenance(Li, 0));
        Is(7, bench.Lifecycle.BeginMaintenance(Li, 481));
        Is(0, bench.Lifecycle.BeginMaintenance(Li, 60));
        bench.Set(Signal.Supply, High);
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Run(30);
        Assert.IsTrue(bench.IsRaised(104));
        Assert.IsTrue(bench.IsRaised(202));
        Assert.AreEqual(0, bench.Queue.Count);
        Assert.AreEqual(0, (int)bench.Monitors.WorstLevel);
        bench.Set(Signal.BusFlow, 0);
        bench.Run(30);
        Assert.IsFalse(bench.IsRaised(202));
        Assert.AreEqual(2, bench.Lifecycle.Gate.Maintenance.HiddenFaults);
        bench.Run(3600 - 61);
        Assert.AreEqual(0, bench.Queue.Count);
        Assert.AreEqual(1, bench.Lifecycle.Gate.Maintenance.MinutesLeft);
        bench.Step(1000);
        Assert.IsFalse(bench.Lifecycle.Gate.Maintenance.IsOn);
        Assert.AreEqual(2, bench.Queue.Count);
        IsNext(bench, 104, FaultEvent.Raised, 0);
        IsNext(bench, 202, FaultEvent.Cleared, 1);
        Assert.AreEqual(2, bench.Lifecycle.Gate.Maintenance.HiddenFaults);
        bench.Lifecycle.Notes.DropFirst();
        Assert.AreEqual(11, (int)bench.Lifecycle.Notes.What);
        Assert.AreEqual(2, bench.Lifecycle.Notes.Detail);
        Assert.AreEqual(0, bench.Lifecycle.Notes.Who);
    }

    [TestMethod]
    public void Maintenance_LevelOneAndWhatTheWorkDoesNotExplain_AreLive()
    {
        var bench = new SiteBench();
        bench.Lifecycle.BeginMaintenance(Li, 60);
        bench.Set(Signal.Supply, 10000);
        bench.Run(10);
        IsNext(bench, 103, FaultEvent.Raised, 0);
        Assert.AreEqual(1, (int)bench.Monitors.WorstLevel);
        bench.Set(Signal.MainsPresent, 0);
        bench.Run(15);
        IsNext(bench, 101, FaultEvent.Raised, 0);
        Is(0, bench.Lifecycle.EndMaintenance(Li));
        Is(3, bench.Lifecycle.EndMaintenance(Li));
    }

    [TestMethod]
    public void LaidUp_MissingSupplyAndSilenceAreExpected_ALeakIsNot()
    {
        var bench = new SiteBench();
        Is(0, bench.Lifecycle.LayUp(Li));
        Is(3, bench.Lifecycle.LayUp(Li));
        bench.Set(Signal.MainsPresent, 0);
        bench.Set(Signal.Supply, 9000);
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Set(Signal.Reach, 0);
        bench.Run(4000);
        Assert.AreEqual(0, bench.Monitors.RaisedCount);
        Assert.AreEqual(1, (int)bench.Monitors.SuspendedBy(bench.Row(101)));
        Assert.AreEqual(0, (int)bench.Monitors.OutcomeOf(bench.Row(103)));
        Assert.IsTrue(bench.Monitors.FailsNow(bench.Row(103)));
        bench.Set(Signal.PulseFlow, 2000);
        bench.PulsesPerStep = 1;
        bench.Run(400);
        Assert.IsTrue(bench.IsRaised(401));
        Assert.AreEqual(1, bench.Queue.Count);
        Is(0, bench.Lifecycle.Open(Li));
        Is(3, bench.Lifecycle.Open(Li));
        Assert.AreEqual(6, bench.SecondsUntil(103, true, 100));
    }

    [TestMethod]
    public void LayUp_WhileWaterIsAskedFor_IsRefused()
    {
        var bench = new SiteBench();
        bench.Set(Signal.RunRequest, 1);
        bench.Step(1000);
        Is(10, bench.Lifecycle.LayUp(Li));
        bench.Set(Signal.RunRequest, 0);
        bench.Set(Signal.PumpContact, 1);
        bench.Step(1000);
        Is(10, bench.Lifecycle.LayUp(Li));
        Assert.IsFalse(bench.Lifecycle.Gate.LayUp.IsOn);
    }

    [TestMethod]
    public void RaisedBeforeTheLayUp_ShowsNoLevelAndStays()
    {
        var bench = new SiteBench();
        bench.Set(Signal.MainsPresent, 0);
        bench.Run(15);
        Assert.AreEqual(1, (int)bench.Monitors.WorstLevel);
        bench.Lifecycle.LayUp(Actor.Unit);
        bench.Set(Signal.MainsPresent, 1);
        bench.Run(100);
        Assert.IsTrue(bench.IsRaised(101));
        Assert.AreEqual(0, (int)bench.Monitors.WorstLevel);
        bench.Lifecycle.Open(Li);
        Assert.AreEqual(61, bench.SecondsUntil(101, false, 100));
    }

    [TestMethod]
    [DataRow(103, 10000, 1800)]
    [DataRow(104, 15500, 7200)]
    public void Unanswered_IsToldAgain_UntilAcknowledged(int code, int millivolts, int seconds)
    {
        var bench = new SiteBench();
        bench.Set(Signal.Supply, millivolts);
        bench.SecondsUntil(code, true, 100);
        bench.Run(seconds - 30);
        bench.Take(code, FaultEvent.Raised);
        bench.Run(seconds + 30);
        Assert.AreEqual(2, bench.Take(code, FaultEvent.Repeated));
        Is(0, bench.Lifecycle.Acknowledge(bench.Row(code), Li, 1));
        bench.Take(code, FaultEvent.Acknowledged);
        bench.Run(3 * seconds);
        Assert.AreEqual(0, bench.Take(code, FaultEvent.Repeated));
    }

    /// <summary>104 is judged also while the unit is laid up, and told once; nobody is asked for an answer.</summary>
    [TestMethod]
    public void LaidUp_NothingIsToldAgain()
    {
        var bench = new SiteBench();
        bench.Set(Signal.Supply, 15500);
        bench.SecondsUntil(104, true, 100);
        Is(0, bench.Lifecycle.LayUp(Li));
        bench.Run(8000);
        Assert.AreEqual(1, bench.Take(104, FaultEvent.Raised));
        Assert.AreEqual(0, bench.Take(104, FaultEvent.Repeated));
        Is(0, bench.Lifecycle.Open(Li));
        bench.Run(7300);
        Assert.AreEqual(1, bench.Take(104, FaultEvent.Repeated));
    }

    [TestMethod]
    public void LevelFour_IsNotToldAgain_LevelThreeOnceADay()
    {
        Assert.AreEqual(0, Lifecycle.RepeatMinutes(4));
        Assert.AreEqual(1440, Lifecycle.RepeatMinutes(3));
        var bench = new SiteBench();
        bench.Set(Signal.DoorOpen, 1);
        bench.Run(1900);
        Assert.AreEqual(1, bench.Take(501, FaultEvent.Raised));
        for (int hour = 0; hour < 100; hour++)
        {
            bench.Step(3600000);
        }

        Assert.AreEqual(0, bench.Take(501, FaultEvent.Repeated));
    }

    [TestMethod]
    public void ClearMemory_ForgetsWhatIsNotRaised()
    {
        SiteBench bench = Raised104();
        Clear104(bench);
        bench.Set(Signal.Supply, 10000);
        bench.Run(10);
        Is(0, bench.Lifecycle.ClearMemory(Li));
        IsStage(bench, 104, 0);
        IsStage(bench, 103, 2);
        Assert.AreEqual(0, bench.Lifecycle.OccurrencesSinceClear(bench.Row(104)));
        Assert.AreEqual(1, bench.Lifecycle.OccurrencesSinceClear(bench.Row(103)));
        Assert.AreEqual(1, bench.Monitors.OccurrenceOf(bench.Row(104)));
        Assert.AreEqual(14, (int)bench.Lifecycle.Notes.What);
        Assert.AreEqual(1, bench.Lifecycle.Notes.Detail);
    }

    [TestMethod]
    public void Notes_WhenFull_TheOldestIsOverwrittenAndCounted()
    {
        var notes = new LifecycleNotes();
        for (int i = 1; i <= 14; i++)
        {
            notes.Add(LifecycleEvent.Reset, i, 1, 70000, i);
        }

        Assert.AreEqual(12, notes.Count);
        Assert.AreEqual(2, notes.Lost);
        Assert.AreEqual(3, notes.Row);
        Assert.AreEqual(3L, notes.Ms);
        Assert.AreEqual(65535, notes.Detail);
    }

    [TestMethod]
    public void TwentyNinthFault_DisplacesTheLeastImportantAndOldest()
    {
        var bench = new SiteBench();
        int kept = 0;
        int least = -1;
        for (int row = 0; kept < 28; row++)
        {
            if (row != bench.Row(104))
            {
                bench.Lifecycle.Restore(row, 1, (byte)(kept == 5 ? 4 : 3), 1, 0, 0, 0, 0);
                least = kept == 5 ? row : least;
                kept++;
            }
        }

        bench.Set(Signal.Supply, 15500);
        bench.Run(12);
        Assert.AreEqual(2, (int)bench.Lifecycle.StageOf(bench.Row(104)));
        Assert.AreEqual(15, (int)bench.Lifecycle.Notes.What);
        int displaced = bench.Lifecycle.Notes.Row;
        Assert.AreEqual(least, displaced);
        Assert.AreEqual(0, (int)bench.Lifecycle.StageOf(displaced));
        Assert.AreEqual(1, bench.Lifecycle.Notes.Count);
    }

    /// <summary>Of two that are as important the older gives way, wherever it stands in the table.</summary>
    [TestMethod]
    public void FullMemory_OfOneLevelTheOldestGivesWay()
    {
        var bench = new SiteBench();
        bench.Set(Signal.Supply, 15500);
        bench.Run(20);
        bench.Set(Signal.Supply, 13600);
        bench.Run(120);
        Assert.AreEqual(4, (int)bench.Lifecycle.StageOf(bench.Row(104)));
        int kept = 1;
        for (int row = bench.Catalogue.Count - 1; kept < 28; row--)
        {
            if (row != bench.Row(104) && row != bench.Row(406))
            {
                bench.Lifecycle.Restore(row, 1, 2, 1, 0, 0, 0, 0);
                kept++;
            }
        }

        while (bench.Lifecycle.Notes.Count > 0)
        {
            bench.Lifecycle.Notes.DropFirst();
        }

        bench.Set(Signal.ChamberFlooded, 1);
        bench.Run(40);
        Assert.IsTrue(bench.IsRaised(406));
        Assert.AreEqual(15, (int)bench.Lifecycle.Notes.What);
        Assert.IsTrue(bench.Lifecycle.Notes.Row != bench.Row(104));
        Assert.AreEqual(4, (int)bench.Lifecycle.StageOf(bench.Row(104)));
    }

    private static void Is(int expected, ActionResult result) => Assert.AreEqual(expected, (int)result);

    private static void IsStage(SiteBench bench, int code, int stage) => Assert.AreEqual(stage, (int)bench.Lifecycle.StageOf(bench.Row(code)));

    private static void IsNext(SiteBench bench, int code, FaultEvent what, int suppressed)
    {
        Assert.AreEqual(code, bench.Catalogue.Code(bench.Queue.Row));
        Assert.AreEqual((int)what, (int)bench.Queue.Event);
        Assert.AreEqual(suppressed, bench.Queue.Suppressed);
        bench.Queue.DropFirst();
    }

    private static SiteBench Raised104()
    {
        var bench = new SiteBench();
        bench.Set(Signal.Supply, High);
        bench.Run(11);
        Assert.IsTrue(bench.IsRaised(104));
        return bench;
    }

    private static void Clear104(SiteBench bench)
    {
        bench.Set(Signal.Supply, Good);
        bench.Run(61);
        Assert.IsFalse(bench.IsRaised(104));
    }

    private static void FillQueue(SiteBench bench)
    {
        while (!bench.Queue.IsFull)
        {
            bench.Queue.Add(bench.Catalogue, 0, FaultEvent.Raised, 1, 1, 0, 0, 0, bench.View.Readings);
        }
    }

    /// <summary>Days without a run, each of them an operation cycle.</summary>
    private static void Cycle(SiteBench bench, int count)
    {
        for (; count > 0; count--)
        {
            for (int hour = 0; hour < 24; hour++)
            {
                bench.Step(3600000);
            }
        }
    }
}
