using Core.Tests.Support;
using Firmware.Contract;
using Firmware.Core.Contracts;
using Firmware.Core.Service;

namespace Contract.Tests;

/// <summary>The clocks of open incidents: not before the report, through power cuts, without a wall clock.</summary>
[TestClass]
public class ServiceClocksTests
{
    private const long Unix = 1790000000;

    [TestMethod]
    public void BeforeTheReport_NoClockRuns_AndTheTimeSinceOnsetShows()
    {
        ServiceClocks clocks = ClocksOf(ContractId.A);
        int place = clocks.Open(201, 1, 1, 60000);
        Assert.IsFalse(clocks.IsReported(place));
        Assert.AreEqual(1800, clocks.ElapsedSeconds(place, 1860000));
        Assert.AreEqual(-1, clocks.NextClock(place, 1860000));
        Assert.AreEqual(0, clocks.Unanswered(100000000));
        Assert.IsFalse(clocks.IsRepeatDue(place, 100000000));
    }

    [TestMethod]
    public void TheReportStartsTheClocks_AndTheTimeBeforeIsChargedToNobody()
    {
        ServiceClocks clocks = ClocksOf(ContractId.A);
        int place = clocks.Open(201, 1, 1, 0);
        clocks.Report(place, 1800000, Unix, 0);
        Assert.AreEqual(1800, clocks.UndeliveredSeconds(place));
        Assert.AreEqual(0, clocks.NextClock(place, 1800000));
        Assert.AreEqual(1800, clocks.RemainingSeconds(place, 0, 1800000));
        Assert.AreEqual(1740, clocks.RemainingSeconds(place, 0, 1860000));
        Assert.AreEqual(Unix, clocks.ReportedUnix(place));
    }

    /// <summary>The receipt came late: the clocks run from when the centre stored it, and only the time before that is charged to nobody.</summary>
    [TestMethod]
    public void AReceiptThatCameLate_TakesNoTimeFromTheContract()
    {
        ServiceClocks clocks = ClocksOf(ContractId.A);
        int place = clocks.Open(201, 1, 1, 0);
        clocks.Report(place, 21660000, Unix, 21600);
        Assert.AreEqual(60, clocks.UndeliveredSeconds(place));
        Assert.AreEqual(21600, clocks.ElapsedSeconds(place, 21660000));
        Assert.AreEqual(-19800, clocks.RemainingSeconds(place, 0, 21660000));
        Assert.IsFalse(clocks.IsAtLeast(place));
    }

    [TestMethod]
    public void NoReceipt_PutsTheReportBeforeTheOnset()
    {
        ServiceClocks clocks = ClocksOf(ContractId.A);
        int place = clocks.Open(201, 1, 1, 60000);
        clocks.Report(place, 120000, 1, 1790000000);
        Assert.AreEqual(60, clocks.ElapsedSeconds(place, 120000));
        Assert.AreEqual(0, clocks.UndeliveredSeconds(place));
    }

    [TestMethod]
    public void WhereNobodySaysWhenItWasStored_TheElapsedTimeIsAtLeast()
    {
        ServiceClocks clocks = ClocksOf(ContractId.A);
        int place = clocks.Open(201, 1, 1, 0);
        clocks.Report(place, 60000, 0, -1);
        Assert.IsTrue(clocks.IsReported(place));
        Assert.IsTrue(clocks.IsAtLeast(place));
        Assert.AreEqual(0, clocks.ElapsedSeconds(place, 60000));
    }

    [TestMethod]
    public void AnAnswerEndsTheResponse_AnArrivalTheWayThere_TheRepairTheRest()
    {
        ServiceClocks clocks = Reported(out int place);
        Assert.AreEqual(ClockKind.Respond, clocks.Profile.Kind(clocks.NextClock(place, 0)));
        clocks.Answer(place, 600000);
        Assert.AreEqual(ClockKind.OnSite, clocks.Profile.Kind(clocks.NextClock(place, 600000)));
        clocks.Arrive(3600000);
        Assert.AreEqual(ClockKind.Repaired, clocks.Profile.Kind(clocks.NextClock(place, 3600000)));
        clocks.Close(place, 7200000);
        Assert.AreEqual(-1, clocks.PlaceOf(201));
        Assert.AreEqual(0, clocks.BreachedResponses);
        Assert.AreEqual(0, clocks.BreachedRepairs);
    }

    [TestMethod]
    public void AnArrival_IsAnAnswerToo()
    {
        ServiceClocks clocks = Reported(out int place);
        clocks.Arrive(60000);
        Assert.IsTrue(clocks.IsAnswered(place));
        Assert.IsTrue(clocks.HasArrived(place));
    }

    [TestMethod]
    public void AfterItsTime_AnIncidentIsUnanswered()
    {
        ServiceClocks clocks = Reported(out int place);
        Assert.AreEqual(0, clocks.Unanswered(1799000));
        Assert.AreEqual(1, clocks.Unanswered(1800000));
        clocks.Answer(place, 1900000);
        Assert.AreEqual(0, clocks.Unanswered(1900000));
    }

    /// <summary>The centre's word is not signed: the unit calls no more, and the answer is still owed.</summary>
    [TestMethod]
    public void WhatIsLeftToTheCentre_IsToldNoMore_AndNotAnswered()
    {
        ServiceClocks clocks = Reported(out int place);
        clocks.LeaveToCentre(place, true);
        Assert.AreEqual(0, clocks.Unanswered(1800000));
        Assert.IsFalse(clocks.IsRepeatDue(place, 1800000));
        Assert.AreEqual(100, clocks.OverdueSeconds(place, 1900000));
        Assert.IsFalse(clocks.IsAnswered(place));
        clocks.Close(place, 1900000);
        Assert.AreEqual(1, clocks.BreachedResponses);
    }

    [TestMethod]
    public void AnUnansweredIncident_IsRepeatedOncePerStep()
    {
        ServiceClocks clocks = Reported(out int place);
        Assert.IsFalse(clocks.IsRepeatDue(place, 1799000));
        Repeat(clocks, place, 1800000);
        Assert.IsFalse(clocks.IsRepeatDue(place, 1801000));
        Assert.AreEqual(1, clocks.StepOf(place, 1801000));
        Assert.IsFalse(clocks.IsRepeatDue(place, 3599000));
        Repeat(clocks, place, 3600000);
        Assert.AreEqual(2, clocks.StepOf(place, 3600000));
        Assert.IsFalse(clocks.IsRepeatDue(place, 7199000));
        Repeat(clocks, place, 7200000);
        Assert.AreEqual(3, clocks.StepOf(place, 7200000));
        Assert.IsFalse(clocks.IsRepeatDue(place, 21599000));
        Repeat(clocks, place, 21600000);
        clocks.Answer(place, 21600000);
        Assert.IsFalse(clocks.IsRepeatDue(place, 90000000));
    }

    /// <summary>More than 255 times: 42 days without an answer, or a wall clock that leapt. Still one at a time, also after a restart.</summary>
    [TestMethod]
    public void AnIncidentThatNobodyEverAnswers_IsNotRepeatedAllTheTime()
    {
        ServiceClocks clocks = Reported(out int place);
        long fiftyDays = 50L * 86400000;
        Repeat(clocks, place, fiftyDays);
        Assert.IsFalse(clocks.IsRepeatDue(place, fiftyDays + 50));
        Repeat(clocks, place, fiftyDays + (4 * 3600000));

        var buffer = new byte[512];
        int count = clocks.Write(buffer, fiftyDays + (4 * 3600000), new TableChecksum());
        var after = ClocksOf(0);
        Assert.IsTrue(after.TryRead(buffer, count, new TableChecksum()));
        Assert.IsFalse(after.IsRepeatDue(place, 0));
    }

    /// <summary>A step that could not be told is still due: it is counted when it was told.</summary>
    [TestMethod]
    public void AStepIsDueUntilItIsTold()
    {
        ServiceClocks clocks = Reported(out int place);
        Assert.IsTrue(clocks.IsRepeatDue(place, 1800000));
        Assert.IsTrue(clocks.IsRepeatDue(place, 1801000));
        clocks.Repeated(place, 1802000);
        Assert.IsFalse(clocks.IsRepeatDue(place, 1803000));
    }

    /// <summary>Seconds after the report at which each contract wants an answer to a level: then 802, the next step, and a breach.</summary>
    [TestMethod]
    [DataRow(0, 1, 1800)]
    [DataRow(0, 3, 1800)]
    [DataRow(1, 1, 300)]
    [DataRow(1, 3, 300)]
    [DataRow(2, 1, 600)]
    [DataRow(2, 3, 600)]
    [DataRow(3, 1, 3600)]
    [DataRow(4, 1, 3600)]
    [DataRow(5, 1, 1800)]
    [DataRow(5, 2, 1800)]
    [DataRow(6, 1, 1800)]
    [DataRow(6, 3, 3600)]
    [DataRow(6, 4, 3600)]
    public void EachContract_MissesAnAnswer(int contract, int level, int due)
    {
        ServiceClocks clocks = ClocksOf((byte)contract);
        int place = clocks.Open(302, 1, (byte)level, 0);
        clocks.Report(place, 0, Unix, 0);
        Assert.IsTrue(clocks.HasAnswerClock(place));
        Assert.AreEqual(0, clocks.Unanswered((due * 1000L) - 1000));
        Assert.IsFalse(clocks.IsRepeatDue(place, (due * 1000L) - 1000));
        Assert.AreEqual(1, clocks.Unanswered(due * 1000L));
        Assert.IsTrue(clocks.IsRepeatDue(place, due * 1000L));
        clocks.Answer(place, (due * 1000L) + 2000);
        Assert.AreEqual(0, clocks.Unanswered((due * 1000L) + 2000));
        clocks.Close(place, (due * 1000L) + 3000);
        Assert.AreEqual(1, clocks.BreachedResponses);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    public void WithoutAnAnswerClock_TheRepeatsAreNotTheContracts(int contract)
    {
        ServiceClocks clocks = ClocksOf((byte)contract);
        int place = clocks.Open(404, 1, 4, 0);
        clocks.Report(place, 0, Unix, 0);
        Assert.IsFalse(clocks.HasAnswerClock(place));
        Assert.IsFalse(clocks.IsRepeatDue(place, 90000000));
        clocks.Close(place, 90000000);
        Assert.AreEqual(0, clocks.BreachedResponses);
    }

    /// <summary>"At once" leaves five minutes: nobody can take up a telephone within the second.</summary>
    [TestMethod]
    public void AtOnce_IsKeptByAnAnswerWithinFiveMinutes()
    {
        ServiceClocks clocks = ClocksOf(ContractId.B1);
        int place = clocks.Open(305, 1, 2, 0);
        clocks.Report(place, 0, Unix, 0);
        Assert.AreEqual(0, clocks.Unanswered(120000));
        clocks.Answer(place, 300000);
        clocks.Close(place, 400000);
        Assert.AreEqual(0, clocks.BreachedResponses);
    }

    /// <summary>Minutes after the answer was due at which each step of a contract is reached: 1 lead, 2 manager, 3 experts; and how often it was told by then.</summary>
    [TestMethod]
    [DataRow(0, 1, -1, 0, 0)]
    [DataRow(0, 1, 0, 1, 1)]
    [DataRow(0, 3, 29, 1, 1)]
    [DataRow(0, 1, 30, 2, 2)]
    [DataRow(0, 1, 90, 3, 3)]
    [DataRow(0, 1, 329, 3, 3)]
    [DataRow(0, 1, 330, 3, 4)]
    [DataRow(5, 1, 0, 3, 1)]
    [DataRow(5, 1, 239, 3, 1)]
    [DataRow(5, 1, 240, 3, 2)]
    [DataRow(5, 2, 0, 1, 1)]
    [DataRow(5, 2, 90, 3, 3)]
    [DataRow(6, 2, 0, 2, 1)]
    [DataRow(6, 4, 30, 3, 2)]
    [DataRow(6, 2, 269, 3, 2)]
    [DataRow(6, 2, 270, 3, 3)]
    public void WhoIsCalled_IsTheContracts(int contract, int level, int minutes, int step, int repeats)
    {
        var profile = new ServiceProfile((byte)contract);
        Assert.AreEqual(step, profile.StepAt(level, minutes * 60));
        Assert.AreEqual(repeats, profile.RepeatsAt(level, minutes * 60));
    }

    /// <summary>A 207 of level 3: target 4 h, firm 24 h. After 4 h the firm clock is what counts.</summary>
    [TestMethod]
    public void APassedTarget_DoesNotHideTheFirmClock()
    {
        ServiceClocks clocks = ClocksOf(ContractId.A);
        int place = clocks.Open(207, 1, 3, 0);
        clocks.Report(place, 0, Unix, 0);
        clocks.Answer(place, 1000);
        Assert.IsFalse(clocks.Profile.IsFirm(clocks.NextClock(place, 14400000)));
        int next = clocks.NextClock(place, 14401000);
        Assert.IsTrue(clocks.Profile.IsFirm(next));
        Assert.AreEqual(86400 - 14401, clocks.RemainingSeconds(place, next, 14401000));
    }

    [TestMethod]
    public void ALateAnswerAndALateRepair_AreCounted()
    {
        ServiceClocks clocks = Reported(out int place);
        clocks.Answer(place, 1802000);
        clocks.Close(place, 86402000);
        Assert.AreEqual(1, clocks.BreachedResponses);
        Assert.AreEqual(1, clocks.BreachedRepairs);
    }

    [TestMethod]
    public void APassedTarget_IsNoBreach()
    {
        ServiceClocks clocks = ClocksOf(ContractId.A);
        int place = clocks.Open(207, 1, 3, 0);
        clocks.Report(place, 0, Unix, 0);
        clocks.Answer(place, 1000);
        clocks.Close(place, 15000000);
        Assert.AreEqual(0, clocks.BreachedRepairs);
    }

    [TestMethod]
    public void APowerCut_LosesAtMostTheTimeSinceTheCheckpoint_AndSaysSo()
    {
        ServiceClocks clocks = Reported(out int place);
        Assert.IsTrue(clocks.IsDue(0));
        clocks.Saved(0);
        Assert.IsFalse(clocks.IsDue(599999));
        Assert.IsTrue(clocks.IsDue(600000));
        ServiceClocks after = Restarted(clocks, 600000);
        Assert.AreEqual(place, after.PlaceOf(201));
        Assert.IsTrue(after.IsReported(place));
        Assert.IsTrue(after.IsAtLeast(place));
        Assert.AreEqual(605, after.ElapsedSeconds(place, 5000));
        Assert.AreEqual(1195, after.RemainingSeconds(place, 0, 5000));
    }

    [TestMethod]
    public void OnceTheWallClockIsTrusted_TheUnknownTimeIsKnown()
    {
        ServiceClocks after = Restarted(Reported(out int place), 600000);
        var clock = new UnitClock();
        after.Reconcile(5000, clock);
        Assert.IsTrue(after.IsAtLeast(place));
        clock.OfferCentre(5000, Unix + 3600);
        after.Reconcile(5000, clock);
        Assert.IsFalse(after.IsAtLeast(place));
        Assert.AreEqual(3600, after.ElapsedSeconds(place, 5000));
        Assert.AreEqual(3610, after.ElapsedSeconds(place, 15000));
    }

    [TestMethod]
    public void AWallClockThatLiesBehindWhatWasCounted_IsNotBelieved()
    {
        ServiceClocks after = Restarted(Reported(out int place), 600000);
        var clock = new UnitClock();
        clock.OfferCentre(5000, Unix + 60);
        after.Reconcile(5000, clock);
        Assert.IsTrue(after.IsAtLeast(place));
        Assert.AreEqual(605, after.ElapsedSeconds(place, 5000));
    }

    [TestMethod]
    public void AfterARestart_AnswerArrivalRepeatsAndBreachesAreKept()
    {
        ServiceClocks clocks = Reported(out int place);
        clocks.Repeated(place, 1800000);
        clocks.Arrive(1900000);
        int second = clocks.Open(302, 4, 1, 1900000);
        clocks.Report(second, 1900000, Unix + 1900, 0);
        clocks.Close(place, 1900000);
        ServiceClocks after = Restarted(clocks, 1900000);
        Assert.AreEqual(1, after.BreachedResponses);
        Assert.AreEqual(-1, after.PlaceOf(201));
        Assert.AreEqual(4, after.Occurrence(after.PlaceOf(302)));
        Assert.IsFalse(after.HasArrived(after.PlaceOf(302)));
    }

    [TestMethod]
    public void DamagedBytes_AreNotTakenUp()
    {
        var buffer = new byte[1024];
        int count = Reported(out _).Write(buffer, 0, new TableChecksum());
        buffer[20] ^= 1;
        Assert.IsFalse(ClocksOf(ContractId.A).TryRead(buffer, count, new TableChecksum()));
        buffer[20] ^= 1;
        Assert.IsFalse(ClocksOf(ContractId.A).TryRead(buffer, count - 1, new TableChecksum()));
        Assert.IsTrue(ClocksOf(ContractId.A).TryRead(buffer, count, new TableChecksum()));
        Assert.IsTrue(count <= 410);
    }

    [TestMethod]
    public void WhenAllPlacesAreTaken_TheLeastUrgentGivesWay()
    {
        ServiceClocks clocks = ClocksOf(ContractId.A);
        for (int i = 0; i < ServiceClocks.Capacity; i++)
        {
            clocks.Open(201 + i, 1, 3, i * 1000);
        }

        Assert.AreEqual(-1, clocks.Open(404, 1, 3, 99000));
        Assert.IsTrue(clocks.Open(302, 1, 1, 99000) >= 0);
        Assert.AreEqual(-1, clocks.PlaceOf(201 + ServiceClocks.Capacity - 1));
    }

    [TestMethod]
    public void AChangedLevel_ChangesTheClocks()
    {
        ServiceClocks clocks = ClocksOf(ContractId.A);
        int place = clocks.Open(201, 1, 3, 0);
        clocks.Report(place, 0, Unix, 0);
        clocks.Answer(place, 0);
        Assert.AreEqual(14400, clocks.DueSeconds(place, clocks.NextClock(place, 0)));
        clocks.SetLevel(place, 1);
        Assert.AreEqual(7200, clocks.DueSeconds(place, clocks.NextClock(place, 0)));
    }

    private static void Repeat(ServiceClocks clocks, int place, long nowMs)
    {
        Assert.IsTrue(clocks.IsRepeatDue(place, nowMs));
        clocks.Repeated(place, nowMs);
    }

    private static ServiceClocks ClocksOf(byte contract) => new ServiceClocks(new ServiceProfile(contract));

    private static ServiceClocks Reported(out int place)
    {
        ServiceClocks clocks = ClocksOf(ContractId.A);
        place = clocks.Open(201, 1, 1, 0);
        clocks.Report(place, 0, Unix, 0);
        return clocks;
    }

    private static ServiceClocks Restarted(ServiceClocks clocks, long savedMs)
    {
        var buffer = new byte[1024];
        int count = clocks.Write(buffer, savedMs, new TableChecksum());
        ServiceClocks after = ClocksOf(ContractId.A);
        Assert.IsTrue(after.TryRead(buffer, count, new TableChecksum()));
        return after;
    }
}
