using Core.Tests.Support;
using Firmware.Core.Ports;
using Firmware.Records;

namespace Records.Tests;

/// <summary>
/// The weekly drill of the alarm path on a whole unit with fake ports: its record, its topic, its end by the centre's receipt alone, and 805 where it does not come.
/// Slot 64 is the first record.
/// </summary>
[TestClass]
public class WeeklyDrillTests
{
    private const int MinuteMs = 60000;
    private const int HourMs = 3600000;

    /// <summary>The unit's own second of the week: CRC-32 of "east.well-3" is 2785 modulo 10,080 minutes.</summary>
    private const int SecondOfWeek = 167100;

    private static UnitBench s_unit;

    [TestMethod]
    public void ADrill_IsRaisedKeptSentAndStored()
    {
        s_unit = Connected();
        Assert.AreEqual((int)DrillStart.Begun, (int)s_unit.Unit.Delivery.Drill.Start());
        s_unit.Run(2900);
        Assert.IsFalse(s_unit.Storage.Has(64), "raised before its debounce time");
        s_unit.Run(2000);
        Assert.IsTrue(s_unit.Storage.Has(64));
        Assert.AreEqual(1, s_unit.Link.CountOf("drill"));
        Assert.AreEqual(0, s_unit.Link.CountOf("alarm"));
        string sent = s_unit.Link.PayloadOf("drill", 0);
        Assert.IsTrue(sent.StartsWith("{\"v\":1,\"id\":\"1111-1\",\"raised\":{\"at\":1790000001,\"boot\":1,\"ms\":1000},\"confirmed\":{\"at\":1790000004,\"boot\":1,\"ms\":4000},"), sent);
        Assert.AreEqual((int)DrillEnd.None, (int)s_unit.Unit.Delivery.Drill.End);
        Store(1);
        Assert.AreEqual((int)DrillEnd.Stored, (int)s_unit.Unit.Delivery.Drill.End);
        Assert.AreEqual(5, s_unit.Unit.Delivery.Drill.DelaySeconds);
        Assert.IsFalse(s_unit.Storage.Has(64));
    }

    [TestMethod]
    public void ADrill_TouchesNothingElse()
    {
        s_unit = Connected();
        s_unit.Run(5000);
        int starts = s_unit.Unit.Life.PumpStarts;
        s_unit.Unit.Delivery.Drill.Start();
        for (int scan = 0; scan < 40 * 20; scan++)
        {
            s_unit.Scan();
            Assert.AreEqual(0, (int)s_unit.Unit.Site.Monitors.WorstLevel);
            Assert.AreEqual(0, s_unit.Unit.Site.Monitors.RaisedCount);
            Assert.AreEqual(0, s_unit.Unit.Site.Transitions.Count);
            Assert.AreEqual(-1, s_unit.Unit.Contract.Clocks.PlaceOf(800));
            Assert.IsFalse(s_unit.Io.PumpDriven);
        }

        Store(1);
        for (int row = 0; row < s_unit.Unit.Site.Catalogue.Count; row++)
        {
            Assert.AreEqual(0, s_unit.Unit.Site.Monitors.OccurrenceOf(row));
            Assert.AreEqual(-1, s_unit.Unit.Site.Monitors.Frames.Find(row));
        }

        Assert.AreEqual(starts, s_unit.Unit.Life.PumpStarts);
        Assert.IsFalse(s_unit.Storage.Has(Slots.FaultMemory), "the fault memory was written");
        Assert.IsFalse(s_unit.Storage.Has(Slots.ContractClocks), "the contract's clocks were written");
    }

    /// <summary>The centre is off: the broker takes everything and nobody stores it.</summary>
    [TestMethod]
    public void CentreOff_Raises805AndTheNextDrillThatIsStoredClearsIt()
    {
        s_unit = Connected();
        s_unit.Unit.Delivery.Drill.Start();
        s_unit.Run((30 * MinuteMs) - 1000);
        Assert.IsFalse(s_unit.IsRaised(805));
        s_unit.Run(4000);
        Is805(DrillEnd.NotStored);
        int alarm = s_unit.Link.IndexOf("alarm", s_unit.Link.CountOf("alarm") - 1);
        Assert.IsTrue(Text.Has("\"code\":805,\"name\":\"service.drill-failed\",\"level\":3,\"event\":\"raised\",", s_unit.Link.Payload(alarm)), s_unit.Link.Payload(alarm));
        Assert.IsTrue(Text.Has("\"evidence\":{\"drill_end\":3,\"link_reach\":2,", s_unit.Link.Payload(alarm)));

        // The late receipt proves nothing of a drill in its time; the one that follows it does.
        Store(s_unit.Unit.Delivery.Counters.NextSeq - 1);
        Assert.IsTrue(s_unit.IsRaised(805));
        s_unit.Link.Forget();
        s_unit.Run(HourMs / 2);
        Assert.AreEqual(1, s_unit.Link.CountOf("drill"));
        Store(s_unit.Unit.Delivery.Drill.Seq);
        s_unit.Run(3000);
        Assert.AreEqual((int)DrillEnd.Stored, (int)s_unit.Unit.Delivery.Drill.End);
        Assert.IsFalse(s_unit.IsRaised(805));
    }

    /// <summary>Every copy is acknowledged by the broker, four of them within half an hour: it is no storage.</summary>
    [TestMethod]
    public void PubackOnly_Raises805()
    {
        s_unit = Connected();
        s_unit.Link.Acknowledges = true;
        s_unit.Unit.Delivery.Drill.Start();
        s_unit.Run(30 * MinuteMs);
        Assert.AreEqual(0, s_unit.Link.InFlight);
        Assert.IsTrue(s_unit.Link.CountOf("drill") >= 4);
        s_unit.Run(3000);
        Is805(DrillEnd.NotStored);
    }

    [TestMethod]
    public void BrokerOff_Raises805()
    {
        s_unit = new UnitBench();
        s_unit.Link.Reach = LinkReach.Network;
        s_unit.Run(1000);
        s_unit.Unit.Delivery.Drill.Start();
        s_unit.Run((30 * MinuteMs) + 3000);
        Assert.AreEqual(0, s_unit.Link.Count);
        Is805(DrillEnd.NotSent);
    }

    [TestMethod]
    public void StoreReadOnly_Raises805()
    {
        s_unit = Connected();
        s_unit.Storage.RefuseWrites = int.MaxValue;
        s_unit.Unit.Delivery.Drill.Start();
        s_unit.Run((30 * MinuteMs) + 3000);
        Assert.AreEqual(0, s_unit.Link.CountOf("drill"));
        Is805(DrillEnd.NotKept);
        s_unit.Storage.RefuseWrites = 0;
        s_unit.Run(HourMs / 2);
        Assert.AreEqual(1, s_unit.Link.CountOf("drill"), "the drill is repeated an hour after the one that failed");
        Store(s_unit.Unit.Delivery.Drill.Seq);
        s_unit.Run(3000);
        Assert.IsFalse(s_unit.IsRaised(805));
    }

    /// <summary>A receipt up to a later number covers a drill whose record was given up: nobody has stored that.</summary>
    [TestMethod]
    public void ADrillWhoseRecordIsDamaged_Failed()
    {
        s_unit = Connected();
        s_unit.Link.MailboxTaken = true;
        s_unit.Unit.Delivery.Drill.Start();
        s_unit.Run(5000);
        s_unit.Storage.Tear(64, 40);
        s_unit.Link.MailboxTaken = false;
        s_unit.Run(20 * MinuteMs);
        Assert.AreEqual((int)DrillEnd.Lost, (int)s_unit.Unit.Delivery.Drill.End);
        Store(s_unit.Unit.Delivery.Counters.NextSeq - 1);
        Assert.AreEqual((int)DrillEnd.Lost, (int)s_unit.Unit.Delivery.Drill.End);
    }

    [TestMethod]
    public void ARestartInBetween_EndsItLikeAnyOther()
    {
        s_unit = Connected();
        s_unit.Unit.Delivery.Drill.Start();
        s_unit.Run(10000);
        Restart(UnitBench.Unix + 60);
        Assert.IsTrue(s_unit.Unit.Delivery.Drill.Runs);
        s_unit.Link.Connect();
        s_unit.Run(2000);
        Assert.AreEqual(1, s_unit.Link.CountOf("drill"));
        Store(1);
        Assert.AreEqual((int)DrillEnd.Stored, (int)s_unit.Unit.Delivery.Drill.End);
        s_unit.Run(2000);
        Restart(UnitBench.Unix + 120);
        Assert.AreEqual((int)DrillEnd.Stored, (int)s_unit.Unit.Delivery.Drill.End);
        Assert.IsFalse(s_unit.Unit.Delivery.Drill.Runs);
    }

    [TestMethod]
    public void AFailedDrill_IsAFaultAfterARestartToo()
    {
        s_unit = Connected();
        s_unit.Unit.Delivery.Drill.Start();
        s_unit.Run((30 * MinuteMs) + 5000);
        Restart(UnitBench.Unix + 1900);
        s_unit.Run(5000);
        Is805(DrillEnd.NotStored);
    }

    /// <summary>The unit's minute of the week, by the clock; a week begins on Thursday 0:00 UTC.</summary>
    [TestMethod]
    public void ByTheClock_ItBeginsInTheUnitsOwnMinuteOfTheWeek()
    {
        const long Thursday = 2959L * 604800;
        s_unit = new UnitBench();
        s_unit.Clock.UnixAtStart = Thursday + SecondOfWeek - 7200;
        s_unit.Link.Connect();
        Seconds(7190);
        Assert.IsFalse(s_unit.Unit.Delivery.Drill.Runs);
        Seconds(20);
        Assert.IsTrue(s_unit.Unit.Delivery.Drill.Runs);
        s_unit.Run(5000);
        Store(s_unit.Unit.Delivery.Drill.Seq);
        Assert.AreEqual((int)DrillEnd.Stored, (int)s_unit.Unit.Delivery.Drill.End);
        s_unit.Run(2000);
        Restart(Thursday + 604800 + SecondOfWeek - 7200);
        Seconds(7190);
        Assert.IsFalse(s_unit.Unit.Delivery.Drill.Runs);
        Seconds(20);
        Assert.IsTrue(s_unit.Unit.Delivery.Drill.Runs);
    }

    /// <summary>The power was off at the unit's minute: it drills late, 25 min after the start, which is its own share of an hour.</summary>
    [TestMethod]
    public void AMissedMinute_IsMadeUpForSomeTimeAfterTheStart()
    {
        const long Thursday = 2959L * 604800;
        s_unit = new UnitBench();
        s_unit.Clock.UnixAtStart = Thursday + SecondOfWeek - 7200;
        s_unit.Run(2000);
        Restart(Thursday + SecondOfWeek + 7200);
        Seconds((25 * 60) - 10);
        Assert.IsFalse(s_unit.Unit.Delivery.Drill.Runs);
        Seconds(20);
        Assert.IsTrue(s_unit.Unit.Delivery.Drill.Runs);
    }

    [TestMethod]
    public void DuringIrrigation_ItWaits()
    {
        s_unit = new UnitBench();
        s_unit.Clock.UnixAtStart = (2959L * 604800) + SecondOfWeek - 7200;
        s_unit.Io.Request = true;
        s_unit.Run(1000);
        Seconds(8000);
        Assert.IsTrue(s_unit.Io.PumpDriven);
        Assert.IsFalse(s_unit.Unit.Delivery.Drill.Runs);
        Assert.AreEqual((int)DrillStart.NotNow, (int)s_unit.Unit.Delivery.Drill.Start());
        s_unit.Io.Request = false;
        Seconds(30);
        Assert.IsTrue(s_unit.Unit.Delivery.Drill.Runs);
    }

    /// <summary>No clock is ever set: time under power counts, over restarts, to six hours.</summary>
    [TestMethod]
    public void WithoutAClock_TimeUnderPowerCounts()
    {
        s_unit = new UnitBench();
        s_unit.Clock.UnixAtStart = 0;
        Minutes((SecondOfWeek / 60) - 300);
        Assert.IsFalse(s_unit.Unit.Delivery.Drill.Runs);
        Restart(0);
        Minutes(290);
        Assert.IsFalse(s_unit.Unit.Delivery.Drill.Runs, "more was counted than passed");
        for (int minutes = 0; minutes <= 360 && !s_unit.Unit.Delivery.Drill.Runs; minutes++)
        {
            Minutes(1);
        }

        Assert.IsTrue(s_unit.Unit.Delivery.Drill.Runs, "the restart has cost more than a checkpoint");
    }

    [TestMethod]
    public void LaidUp_NoneBegins()
    {
        s_unit = new UnitBench();
        s_unit.Clock.UnixAtStart = (2959L * 604800) + SecondOfWeek - 7200;
        s_unit.Run(1000);
        s_unit.Unit.Site.Lifecycle.LayUp(7);
        Seconds(9000);
        Assert.IsFalse(s_unit.Unit.Delivery.Drill.Runs);
    }

    [TestMethod]
    public void ByHand_NotTwiceAndNotTooSoon()
    {
        s_unit = Connected();
        WeeklyDrill drill = s_unit.Unit.Delivery.Drill;
        Assert.AreEqual((int)DrillStart.Begun, (int)drill.Start());
        Assert.AreEqual((int)DrillStart.Runs, (int)drill.Start());
        s_unit.Run(5000);
        Store(1);
        Assert.AreEqual((int)DrillStart.TooSoon, (int)drill.Start());
        for (int i = 2; i < 9; i++)
        {
            // Every ten minutes: the squelch of its monitor holds none back.
            s_unit.Run(10 * MinuteMs);
            Assert.AreEqual((int)DrillStart.Begun, (int)drill.Start());
            s_unit.Run(5000);
            Assert.AreEqual(i, drill.Seq);
            Store(i);
            Assert.AreEqual((int)DrillEnd.Stored, (int)drill.End);
        }
    }

    [TestMethod]
    public void ByHand_NotWhileTheLastOneWaits()
    {
        s_unit = Connected();
        s_unit.Unit.Delivery.Drill.Start();
        s_unit.Run((30 * MinuteMs) + 2000);
        Assert.AreEqual((int)DrillStart.Waits, (int)s_unit.Unit.Delivery.Drill.Start());
    }

    [TestMethod]
    [DataRow("east", "well-3", SecondOfWeek)]
    [DataRow("east", "well-1", 325260)]
    [DataRow("a", "b", 573900)]
    public void TheMinuteOfTheWeek_IsTheNames(string site, string unit, int second)
    {
        Assert.AreEqual(second, DrillSchedule.SecondOfWeek(site, unit, new TableChecksum()));
    }

    /// <summary>1,680 units on 168 hours: ten an hour on the mean, and never a crowd.</summary>
    [TestMethod]
    public void TheDrillsOfADistrict_AreSpreadOverTheWeek()
    {
        var checksum = new TableChecksum();
        var hours = new int[168];
        for (int unit = 0; unit < 1680; unit++)
        {
            hours[DrillSchedule.SecondOfWeek("district-7", "well-" + unit, checksum) / 3600]++;
        }

        int most = 0;
        for (int hour = 0; hour < 168; hour++)
        {
            most = hours[hour] > most ? hours[hour] : most;
        }

        Assert.IsTrue(most <= 25, most + " in one hour");
    }

    [TestMethod]
    [DataRow(1000, 0, 1000, true)]
    [DataRow(999, 0, 1000, false)]
    [DataRow(605799, 1000, 1000, false)]
    [DataRow(605800, 1000, 1000, true)]
    [DataRow(605800, 604000, 1000, true)]
    [DataRow(1300000, 1000, 1000, true)]
    public void Due_ByTheClock(int unix, int last, int second, bool due)
    {
        Assert.AreEqual(due, DrillSchedule.IsDue(unix, last, second));
    }

    [TestMethod]
    [DataRow(999, false, false)]
    [DataRow(1000, false, true)]
    [DataRow(604799, true, false)]
    [DataRow(604800, true, true)]
    public void Due_ByUptime(int powered, bool hadOne, bool due)
    {
        Assert.AreEqual(due, DrillSchedule.IsDueByUptime(powered, hadOne, 1000));
    }

    private static UnitBench Connected()
    {
        var unit = new UnitBench();
        unit.Link.Connect();
        unit.Run(1000);
        return unit;
    }

    private static void Restart(long unix)
    {
        s_unit = new UnitBench(s_unit.Storage, s_unit.Settings, 1);
        s_unit.Clock.UnixAtStart = unix;
        s_unit.Run(1000);
    }

    private static void Store(int upTo)
    {
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":" + (uint)s_unit.Unit.Delivery.Counters.Epoch + ",\"upTo\":" + upTo + ",\"at\":" + (s_unit.Clock.UnixSeconds + 1) + "}");
        s_unit.Run(500);
    }

    /// <summary>One scan a second: for long times.</summary>
    private static void Seconds(int seconds)
    {
        for (; seconds > 0; seconds--)
        {
            s_unit.Unit.Scan();
            s_unit.Clock.UptimeMs += 1000;
        }
    }

    private static void Minutes(int minutes)
    {
        for (; minutes > 0; minutes--)
        {
            s_unit.Unit.Scan();
            s_unit.Clock.UptimeMs += MinuteMs;
        }
    }

    private static void Is805(DrillEnd end)
    {
        Assert.IsTrue(s_unit.IsRaised(805));
        Assert.AreEqual(3, s_unit.LevelOf(805));
        Assert.AreEqual((int)end, (int)s_unit.Unit.Delivery.Drill.End);
    }
}
