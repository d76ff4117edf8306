using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Inspection.Planning;

namespace Inspection.Tests.Planning;

/// <summary>When an inspection falls due. Moments are days after 1 January 2027, 00:00 UTC, a Friday; the site keeps UTC.</summary>
[TestClass]
public class ScheduleTests
{
    private const long NewYear2027 = 1798761600;
    private const long DaySeconds = 86400;

    [TestMethod]
    public void ANewUnitWantsItsCommissioningWithinFiveDays()
    {
        Schedule schedule = New(0);
        Assert.AreEqual(5, schedule.DaysLeft);
        Assert.AreEqual(Plan.Bit(Plan.Commissioning), schedule.VisitPlans);
        Assert.AreEqual(0, schedule.NoticeDue);
        Assert.AreEqual(0, schedule.OverdueDays);
    }

    [TestMethod]
    public void CommissioningFallsDueOnce()
    {
        Schedule schedule = Commissioned();
        Assert.AreEqual(Schedule.Never, schedule.DueAt(Plan.Commissioning));
    }

    [TestMethod]
    public void InWarrantyThePatrolComes59DaysAfterTheLastOne()
    {
        Schedule schedule = Commissioned();
        schedule.Done(Plan.Bit(Plan.Patrol), new Usage());
        Assert.AreEqual(Minutes(59), schedule.DueAt(Plan.Patrol));
    }

    [TestMethod]
    public void APatrolThatWouldComeBehindTheWarrantyComesAfterAQuarter()
    {
        Schedule schedule = Commissioned();
        Go(schedule, 671);
        schedule.Done(Plan.Bit(Plan.Patrol), new Usage());
        Assert.AreEqual(Minutes(671 + 90), schedule.DueAt(Plan.Patrol));
        Schedule dayBefore = Commissioned();
        Go(dayBefore, 670);
        dayBefore.Done(Plan.Bit(Plan.Patrol), new Usage());
        Assert.AreEqual(Minutes(670 + 59), dayBefore.DueAt(Plan.Patrol));
    }

    [TestMethod]
    public void TheOpeningIsDueOnItsDayInTheSitesTime()
    {
        var settings = Site();
        settings.UtcOffsetMinutes = 480;
        Schedule schedule = Commissioned(settings);

        // 15 March is day 73 of a common year; midnight at UTC+8 is eight hours earlier.
        Assert.AreEqual(Minutes(73) - 480, schedule.DueAt(Plan.Opening));
    }

    [TestMethod]
    public void AnOpeningAMonthEarlyCountsForItsDayAndOneEarlierDoesNot()
    {
        Schedule schedule = Commissioned();
        Go(schedule, 44);
        schedule.Done(Plan.Bit(Plan.Opening), new Usage());
        Assert.AreEqual(Minutes(365 + 74), schedule.DueAt(Plan.Opening));
        Schedule earlier = Commissioned();
        Go(earlier, 42);
        earlier.Done(Plan.Bit(Plan.Opening), new Usage());
        Assert.AreEqual(Minutes(73), earlier.DueAt(Plan.Opening));
    }

    [TestMethod]
    public void ASeasonWithoutADayNeverFallsDue()
    {
        var settings = Site();
        settings.SeasonCloses = 0;
        Assert.AreEqual(Schedule.Never, Commissioned(settings).DueAt(Plan.Shutdown));
    }

    [TestMethod]
    public void PlansWithinAFortnightAreOneVisitAndThoseBeyondAreNot()
    {
        // The patrol of day 59 and the opening of day 73.
        Schedule schedule = Commissioned();
        schedule.Done(Plan.Bit(Plan.Patrol), new Usage());
        Go(schedule, 1);
        Assert.AreEqual(Plan.Bit(Plan.Patrol) | Plan.Bit(Plan.Opening), schedule.VisitPlans);
        var later = Site();
        later.SeasonOpens = 316;
        Schedule apart = Commissioned(later);
        apart.Done(Plan.Bit(Plan.Patrol), new Usage());
        Go(apart, 1);
        Assert.AreEqual(Plan.Bit(Plan.Patrol), apart.VisitPlans);
    }

    [TestMethod]
    public void ItIsAnnouncedFiveDaysAndTwoDaysBeforeAndNotAgain()
    {
        Schedule schedule = Commissioned();
        schedule.Done(Plan.Bit(Plan.Patrol), new Usage());
        Go(schedule, 53);
        Assert.AreEqual(0, schedule.NoticeDue);
        Go(schedule, 54);
        Assert.AreEqual(5, schedule.NoticeDue);
        schedule.NoticeGiven();
        Go(schedule, 56);
        Assert.AreEqual(0, schedule.NoticeDue);
        Go(schedule, 57);
        Assert.AreEqual(2, schedule.NoticeDue);
        schedule.NoticeGiven();
        Go(schedule, 70);
        Assert.AreEqual(0, schedule.NoticeDue);
    }

    [TestMethod]
    public void WhoWasWithoutPowerAtBothNoticesGetsTheSecondOne()
    {
        Schedule schedule = Commissioned();
        schedule.Done(Plan.Bit(Plan.Patrol), new Usage());
        Go(schedule, 58);
        Assert.AreEqual(2, schedule.NoticeDue);
    }

    [TestMethod]
    public void ItIsOverdueWhenItsDayHasPassed()
    {
        Schedule schedule = Commissioned();
        schedule.Done(Plan.Bit(Plan.Patrol), new Usage());
        Step(schedule, Seconds(60) - 60);
        Assert.AreEqual(0, schedule.OverdueDays);
        Go(schedule, 60);
        Assert.AreEqual(1, schedule.OverdueDays);
    }

    [TestMethod]
    public void WhatIsCarriedOutIsNoLongerDueNorAnnounced()
    {
        Schedule schedule = Commissioned();
        schedule.Done(Plan.Bit(Plan.Patrol), new Usage());
        Go(schedule, 62);
        schedule.NoticeGiven();
        schedule.Done(schedule.VisitPlans, new Usage());
        Assert.AreEqual(0, schedule.OverdueDays);
        Go(schedule, 62 + 54);
        Assert.AreEqual(5, schedule.NoticeDue);
    }

    [TestMethod]
    [DataRow(1000 * 60, 0, 0)]
    [DataRow(0, 5000, 0)]
    [DataRow(0, 0, 100000)]
    public void RunHoursStartsAndVolumeAskForMaintenanceInFiveDays(int runMinutes, int starts, int cubicMetres)
    {
        Schedule schedule = Commissioned();
        var usage = new Usage { RunMinutes = runMinutes - (runMinutes > 0 ? 1 : 0), Starts = starts - (starts > 0 ? 1 : 0), CubicMetres = cubicMetres - (cubicMetres > 0 ? 1 : 0) };
        Step(schedule, Seconds(10), usage);
        Assert.AreEqual(Minutes(182), schedule.DueAt(Plan.Maintenance));
        usage.RunMinutes = runMinutes;
        usage.Starts = starts;
        usage.CubicMetres = cubicMetres;
        Step(schedule, Seconds(20), usage);
        Step(schedule, Seconds(21), usage);
        Assert.AreEqual(Minutes(25), schedule.DueAt(Plan.Maintenance));
        schedule.Done(Plan.Bit(Plan.Maintenance), usage);
        Step(schedule, Seconds(22), usage);
        Assert.AreEqual(Minutes(21 + 182), schedule.DueAt(Plan.Maintenance));
    }

    [TestMethod]
    public void APlanThatIsWantedTwiceKeepsTheEarlierDate()
    {
        Schedule schedule = Commissioned();
        schedule.Want(Plan.AfterRepair, 1);
        Go(schedule, 1);
        schedule.Want(Plan.AfterRepair, 1);
        Assert.AreEqual(Minutes(1), schedule.DueAt(Plan.AfterRepair));
    }

    [TestMethod]
    public void LaidUpOnlyTheOpeningIsDueAndTakesTheOthersWithIt()
    {
        Schedule schedule = Commissioned();
        schedule.Done(Plan.Bit(Plan.Patrol), new Usage());
        schedule.LaidUp = true;
        Go(schedule, 72);
        Assert.AreEqual(0, schedule.OverdueDays);
        Assert.AreEqual(Minutes(73), schedule.VisitAt);
        Assert.AreEqual(Plan.Bit(Plan.Opening) | Plan.Bit(Plan.Patrol), schedule.VisitPlans & ~Plan.Bit(Plan.Maintenance) & ~Plan.Bit(Plan.Shutdown));
    }

    [TestMethod]
    public void WithoutAnyClockTheTimeWithPowerCounts()
    {
        var schedule = new Schedule(Site());
        schedule.Done(Plan.All, new Usage());
        for (long day = 1; day <= 58; day++)
        {
            schedule.Step(day * DaySeconds * 1000, 0, new Usage());
        }

        Assert.IsFalse(schedule.Calendar.Dated);
        Assert.AreEqual(1, schedule.DaysLeft);
        schedule.Step(59 * DaySeconds * 1000, 0, new Usage());
        schedule.Step(60 * DaySeconds * 1000, 0, new Usage());
        Assert.AreEqual(1, schedule.OverdueDays);
    }

    [TestMethod]
    public void TheFirstClockDatesWhatWasCountedBeforeIt()
    {
        var schedule = new Schedule(Site());
        schedule.Done(Plan.All, new Usage());
        schedule.Step(20 * DaySeconds * 1000, 0, new Usage());
        schedule.Step(20 * DaySeconds * 1000, Seconds(100), new Usage());
        Assert.AreEqual(Minutes(80 + 59), schedule.DueAt(Plan.Patrol));
    }

    [TestMethod]
    public void TimeWithoutPowerCountsFromTheNextTrustedClockOn()
    {
        Schedule schedule = Restarted(Commissioned());
        schedule.Step(0, 0, new Usage());
        Assert.AreEqual(Minutes(0), schedule.Calendar.Minutes);
        schedule.Step(1000, Seconds(40), new Usage());
        Assert.AreEqual(Minutes(40), schedule.Calendar.Minutes);
        Assert.AreEqual(Minutes(59), schedule.DueAt(Plan.Patrol));
    }

    [TestMethod]
    [DataRow(10)]
    [DataRow(4036)]
    public void AClockThatLeapsWithThePowerOnIsNotBelievedForADay(int day)
    {
        Schedule schedule = Commissioned();
        long atMs = 100 * DaySeconds * 1000;
        schedule.Step(atMs, Seconds(100), new Usage());
        schedule.Done(Plan.Bit(Plan.Patrol), new Usage());
        schedule.Step(atMs + 1000, Seconds(day), new Usage());
        schedule.Step(atMs + 86400000, Seconds(day) + 86399, new Usage());
        Assert.AreEqual(Minutes(101), schedule.Calendar.Minutes);
        schedule.Step(atMs + 86401000, Seconds(day) + 86400, new Usage());
        Assert.AreEqual(Minutes(day + 1), schedule.Calendar.Minutes);
    }

    [TestMethod]
    public void WhatWasInspectedUnderAClockOf2038IsDueAgainInItsTime()
    {
        Schedule schedule = Commissioned();
        Go(schedule, 4036);
        schedule.Done(Plan.Bit(Plan.Patrol), new Usage());
        long atMs = 4036 * DaySeconds * 1000;
        schedule.Step(atMs, Seconds(10), new Usage());
        schedule.Step(atMs + 86400000, Seconds(11), new Usage());
        Assert.AreEqual(Minutes(11 + 59), schedule.DueAt(Plan.Patrol));
    }

    [TestMethod]
    public void AVisitThatMovesAwayAgainIsAnnouncedAnew()
    {
        Schedule schedule = Restarted(Commissioned());
        schedule.Step(0, Seconds(4036), new Usage());
        schedule.NoticeGiven();
        schedule = Restarted(schedule);
        schedule.Step(0, Seconds(2), new Usage());
        schedule.Step(86400000, Seconds(3), new Usage());
        Assert.AreEqual(0, schedule.NoticeDue);
        schedule.Step(55 * 86400000L, Seconds(57), new Usage());
        Assert.AreEqual(2, schedule.NoticeDue);
    }

    [TestMethod]
    public void ItComesBackFromStorageAsItWas()
    {
        Schedule schedule = Commissioned();
        var usage = new Usage { RunMinutes = 70, Starts = 8, CubicMetres = 9 };
        schedule.Done(Plan.Bit(Plan.Maintenance), usage);
        schedule.Want(Plan.AfterRepair, 3);
        Step(schedule, Seconds(2), usage);
        schedule.NoticeGiven();
        Schedule again = Restarted(schedule);
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            Assert.AreEqual(schedule.DoneAt(plan), again.DoneAt(plan));
            Assert.AreEqual(schedule.WantedAt(plan), again.WantedAt(plan));
            Assert.AreEqual(schedule.Noticed(plan), again.Noticed(plan));
        }

        Assert.IsTrue(again.Calendar.Dated);
        Assert.AreEqual(70, again.AtMaintenance.RunMinutes);
        Assert.AreEqual(8, again.AtMaintenance.Starts);
        Assert.AreEqual(9, again.AtMaintenance.CubicMetres);
    }

    [TestMethod]
    public void DamagedBytesAreNoSchedule()
    {
        var buffer = new byte[384];
        int count = new KeptSchedule(Commissioned()).Write(buffer, 0, new TableChecksum());
        var fresh = new Schedule(Site());
        buffer[10] ^= 1;
        Assert.IsFalse(new KeptSchedule(fresh).TryRead(buffer, count, new TableChecksum()));
        Assert.AreEqual(Schedule.Never, fresh.DoneAt(Plan.Commissioning));
    }

    private static Settings Site() => new Settings { UtcOffsetMinutes = 0 };

    private static long Seconds(int day) => NewYear2027 + (day * DaySeconds);

    private static int Minutes(int day) => (int)(Seconds(day) / 60);

    private static Schedule New(int day)
    {
        var schedule = new Schedule(Site());
        Go(schedule, day);
        return schedule;
    }

    private static Schedule Commissioned() => Commissioned(Site());

    /// <summary>Accepted at midnight of new year 2027.</summary>
    private static Schedule Commissioned(Settings settings)
    {
        var schedule = new Schedule(settings);
        Go(schedule, 0);
        schedule.Done(Plan.Bit(Plan.Commissioning), new Usage());
        return schedule;
    }

    private static void Go(Schedule schedule, int day) => Step(schedule, Seconds(day));

    /// <summary>The clock and the time with power go together.</summary>
    private static void Step(Schedule schedule, long unix) => Step(schedule, unix, new Usage());

    private static void Step(Schedule schedule, long unix, Usage usage) => schedule.Step((unix - NewYear2027) * 1000, unix, usage);

    private static Schedule Restarted(Schedule before)
    {
        var buffer = new byte[384];
        int count = new KeptSchedule(before).Write(buffer, 0, new TableChecksum());
        var after = new Schedule(Site());
        Assert.IsTrue(new KeptSchedule(after).TryRead(buffer, count, new TableChecksum()));
        return after;
    }
}
