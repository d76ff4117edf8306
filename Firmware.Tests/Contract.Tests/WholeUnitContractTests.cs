using Core.Tests.Support;
using Firmware.Contract;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records;

namespace Contract.Tests;

/// <summary>The contract in a whole unit: nothing runs before the centre has stored the alarm; then it runs until somebody answers, comes and repairs.</summary>
[TestClass]
public class WholeUnitContractTests
{
    private const string Acknowledge = "{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1111,\"code\":103,\"occurrence\":1,\"who\":\"desk-2\",\"case\":\"GD-7\",\"arrive\":1790007200}";
    private const string AnotherArrival = "{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1111,\"code\":103,\"occurrence\":1,\"who\":\"desk-2\",\"case\":\"GD-7\",\"arrive\":1790009000}";

    [TestMethod]
    public void UntilTheCentreHasStoredIt_TheAlarmIsNotReported()
    {
        UnitBench unit = Raised();
        unit.Run(3600000);
        ServiceClocks clocks = unit.Unit.Contract.Clocks;
        int place = clocks.PlaceOf(103);
        Assert.IsFalse(clocks.IsReported(place));
        Assert.AreEqual(-1, clocks.NextClock(place, unit.Clock.UptimeMs));
        Assert.AreEqual(0, unit.Unit.Contract.Unanswered);
        Assert.IsTrue(clocks.ElapsedSeconds(place, unit.Clock.UptimeMs) >= 3600);
    }

    [TestMethod]
    public void TheReceiptStartsTheClocks_AndNobodyAnswering_RaisesItAgainAnd802()
    {
        UnitBench unit = Stored();
        ServiceClocks clocks = unit.Unit.Contract.Clocks;
        Assert.IsTrue(clocks.IsReported(clocks.PlaceOf(103)));
        unit.Run(1795000);
        Assert.IsFalse(unit.IsRaised(802));
        Assert.IsFalse(Text.Has("\"event\":\"repeated\"", Last(unit)));
        unit.Run(120000);
        Assert.IsTrue(unit.IsRaised(802));
        Assert.AreEqual(3, unit.LevelOf(802));
        Assert.AreEqual(1, Count(unit, "\"code\":103,", "\"event\":\"repeated\""));
    }

    /// <summary>The receipt was lost, and the link with it: 6 h later the centre says when it stored the alarm, and answers are overdue here as there.</summary>
    [TestMethod]
    public void TheClocksRunFromWhenTheCentreStoredIt()
    {
        UnitBench unit = Raised();
        unit.Link.Reach = LinkReach.None;
        unit.Run(21600000);
        unit.Link.Connect();
        unit.Run(2000);
        unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790021612,\"plus\":[[1,1790000012]]}");
        unit.Run(2000);
        ServiceClocks clocks = unit.Unit.Contract.Clocks;
        int place = clocks.PlaceOf(103);
        Assert.AreEqual(1790000012, clocks.ReportedUnix(place));
        int elapsed = clocks.ElapsedSeconds(place, unit.Clock.UptimeMs);
        Assert.IsTrue(elapsed >= 21600 && elapsed <= 21603);
        Assert.IsTrue(clocks.UndeliveredSeconds(place) <= 15);
        Assert.IsFalse(clocks.IsAtLeast(place));
        Assert.AreEqual(1, unit.Unit.Contract.Unanswered);
    }

    /// <summary>A copy had left before the link broke: whether it was stored then or only now nobody says.</summary>
    [TestMethod]
    public void AReceiptWithoutATime_OfACopyThatMayHaveBeenStoredLongAgo_IsAtLeast()
    {
        UnitBench unit = Raised();
        unit.Link.Connect();
        unit.Run(2000);
        Store(unit);
        Assert.IsTrue(unit.Unit.Contract.Clocks.IsAtLeast(unit.Unit.Contract.Clocks.PlaceOf(103)));
        Assert.IsFalse(Stored().Unit.Contract.Clocks.IsAtLeast(0));
    }

    /// <summary>The alarm's record was damaged on flash and given up: the centre never heard of it. What tells it is the unit's own repeat.</summary>
    [TestMethod]
    public void ARecordThatIsGivenUp_IsNoReport()
    {
        var unit = new UnitBench();
        unit.Run(1000);
        unit.Io.Supply = 10000;
        unit.Run(10000);
        Assert.IsTrue(unit.Storage.Has(64));
        unit.Storage.Replace(64, new byte[20], 20);
        unit.Link.Connect();
        unit.Run(900000);
        Assert.AreEqual(1, unit.Unit.Delivery.Counters.Lost);
        ServiceClocks clocks = unit.Unit.Contract.Clocks;
        Assert.IsFalse(clocks.IsReported(clocks.PlaceOf(103)));
        unit.Run(1200000);
        Assert.AreEqual(1, Count(unit, "\"code\":103,", "\"event\":\"repeated\""));
        unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":" + (unit.Unit.Delivery.Counters.NextSeq - 1) + ",\"at\":1790002200}");
        unit.Run(2000);
        Assert.IsTrue(clocks.IsReported(clocks.PlaceOf(103)));
    }

    /// <summary>The raise is stored, a later record of the same fault still waits: the centre knows.</summary>
    [TestMethod]
    public void WhatStillWaitsOfTheSameFault_DelaysNoReport()
    {
        UnitBench unit = Raised();
        unit.Unit.Site.Lifecycle.Acknowledge(unit.Row(103), 1, 1);
        unit.Run(2000);
        Assert.AreEqual(2, unit.Unit.Delivery.Counters.Waiting);
        Store(unit);
        Assert.IsTrue(unit.Unit.Contract.Clocks.IsReported(unit.Unit.Contract.Clocks.PlaceOf(103)));
    }

    /// <summary>A receipt of the occurrence before says nothing of this one.</summary>
    [TestMethod]
    public void TheReceiptOfAnEarlierOccurrence_IsNoReport()
    {
        UnitBench unit = Raised();
        unit.Io.Supply = 12500;
        unit.Run(120000);
        unit.Io.Supply = 10000;
        unit.Run(20000);
        Assert.AreEqual(2, unit.Unit.Contract.Clocks.Occurrence(unit.Unit.Contract.Clocks.PlaceOf(103)));
        unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":2,\"at\":1790000200}");
        unit.Run(2000);
        Assert.IsFalse(unit.Unit.Contract.Clocks.IsReported(unit.Unit.Contract.Clocks.PlaceOf(103)));
        unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":3,\"at\":1790000202}");
        unit.Run(2000);
        Assert.IsTrue(unit.Unit.Contract.Clocks.IsReported(unit.Unit.Contract.Clocks.PlaceOf(103)));
    }

    /// <summary>Contract B2 has no telephone clock: what it promises first is that somebody is sent, within 10 min.</summary>
    [TestMethod]
    public void ContractB2_NobodySent_RaisesItAgainAnd802()
    {
        var unit = new UnitBench(new MemoryStorage(), new Settings { Contract = ContractId.B2 }, 1);
        Store(Raise(unit));
        unit.Run(590000);
        Assert.IsFalse(unit.IsRaised(802));
        unit.Run(120000);
        Assert.IsTrue(unit.IsRaised(802));
        Assert.AreEqual(1, Count(unit, "\"code\":103,", "\"escalation\":1"));
    }

    /// <summary>A step that the alarm's shelf holds back is told when the shelf ends, and not lost until the next one.</summary>
    [TestMethod]
    public void AStepThatCannotBeTold_IsToldAsSoonAsItCan()
    {
        var unit = new UnitBench();
        unit.Link.Connect();
        unit.Run(1000);
        unit.Io.BusCut = true;
        Assert.IsTrue(unit.UntilRaised(202, 600000) > 0);
        unit.Run(1000);
        Store(unit);
        unit.Run(1700000);
        Assert.AreEqual((int)ActionResult.Done, (int)unit.Unit.Site.Lifecycle.Shelve(unit.Row(202), 1, ShelveReason.Known, 60));
        unit.Run(200000);
        Assert.AreEqual(0, Count(unit, "\"code\":202,", "\"event\":\"repeated\""));
        unit.Unit.Site.Lifecycle.Unshelve(unit.Row(202), 1);
        unit.Run(5000);
        Assert.AreEqual(1, Count(unit, "\"code\":202,", "\"escalation\":1"));
    }

    [TestMethod]
    public void WhereAllPlacesAreTaken_AnIncidentIsCountedOnce_AndRepeatedByTheUnitItself()
    {
        var unit = new UnitBench();
        Fill(unit, ServiceClocks.Capacity, 1);
        Store(Raise(unit));
        unit.Run(60000);
        Assert.AreEqual(-1, unit.Unit.Contract.Clocks.PlaceOf(103));
        Assert.AreEqual(1, unit.Unit.Contract.Clocks.Untracked);
        unit.Run(1800000);
        Assert.AreEqual(1, Count(unit, "\"code\":103,", "\"event\":\"repeated\""));
    }

    [TestMethod]
    public void AnIncidentThatLosesItsPlace_IsRepeatedByTheUnitItself()
    {
        UnitBench unit = Stored();
        Fill(unit, ServiceClocks.Capacity, 0);
        unit.Run(1860000);
        Assert.AreEqual(-1, unit.Unit.Contract.Clocks.PlaceOf(103));
        Assert.AreEqual(1, unit.Unit.Contract.Clocks.Untracked);
        Assert.AreEqual(1, Count(unit, "\"code\":103,", "\"event\":\"repeated\""));
    }

    [TestMethod]
    public void TheCentresAcknowledgement_IsRecorded_ShownUnverified_AndEndsTheRepeats()
    {
        UnitBench unit = Stored();
        unit.Link.Send(Inbound.Command, Acknowledge);
        unit.Run(2000);
        Assert.AreEqual(1, Count(unit, "\"code\":103,", "\"event\":\"acknowledged\""));
        Acknowledgements book = unit.Unit.Contract.Acknowledgements;
        int entry = book.Find(103, 1);
        Assert.IsFalse(book.IsVerified(entry));
        Assert.AreEqual(1790007200, book.Arrive(entry));
        unit.Run(2000000);
        Assert.IsFalse(unit.IsRaised(802));
        Assert.AreEqual(0, Count(unit, "\"code\":103,", "\"event\":\"repeated\""));
    }

    /// <summary>Whoever may publish on the broker can end the calls; the contract's answer takes somebody who is known at the enclosure (Decisions/0167).</summary>
    [TestMethod]
    public void TheCentresAcknowledgement_StopsNoClock_AndAPersonBehindItDoes()
    {
        UnitBench unit = Stored();
        unit.Link.Send(Inbound.Command, Acknowledge);
        unit.Run(2000);
        ServiceClocks clocks = unit.Unit.Contract.Clocks;
        int place = clocks.PlaceOf(103);
        Assert.IsFalse(clocks.IsAnswered(place));
        unit.Run(1900000);
        Assert.IsTrue(clocks.OverdueSeconds(place, unit.Clock.UptimeMs) > 0);
        Assert.AreEqual((int)ActionResult.Done, (int)unit.Unit.Contract.Acknowledge(unit.Row(103), 12, new byte[32], 0, unit.Clock.UptimeMs));
        unit.Run(2000);
        Assert.IsTrue(clocks.IsAnswered(place));
        Assert.AreEqual(12, unit.Unit.Site.Lifecycle.AcknowledgedBy(unit.Row(103)));
        Assert.AreEqual(1, Count(unit, "\"event\":\"acknowledged\"", "\"by\":12,"));
        Assert.AreEqual((int)ActionResult.Already, (int)unit.Unit.Contract.Acknowledge(unit.Row(103), 13, new byte[32], 0, unit.Clock.UptimeMs));
    }

    /// <summary>The desk changes the arrival that it promised: it hears that the unit has it, and the same command once more is no news.</summary>
    [TestMethod]
    public void AnotherArrival_IsToldAgain_AndTheSameOneIsNot()
    {
        UnitBench unit = Stored();
        unit.Link.Send(Inbound.Command, Acknowledge);
        unit.Run(2000);
        unit.Link.Send(Inbound.Command, Acknowledge);
        unit.Run(2000);
        Assert.AreEqual(1, Count(unit, "\"event\":\"acknowledged\"", "\"by\":\"centre\""));
        unit.Link.Send(Inbound.Command, AnotherArrival);
        unit.Run(2000);
        Assert.AreEqual(2, Count(unit, "\"event\":\"acknowledged\"", "\"by\":\"centre\""));
        Acknowledgements book = unit.Unit.Contract.Acknowledgements;
        Assert.AreEqual(1790009000, book.Arrive(book.Find(103, 1)));
        unit.Link.Send(Inbound.Command, AnotherArrival);
        unit.Run(2000);
        Assert.AreEqual(2, Count(unit, "\"event\":\"acknowledged\"", "\"by\":\"centre\""));
    }

    /// <summary>Who sends the same again five minutes later has not got the record: it is made once more, so that the desk comes to rest.</summary>
    [TestMethod]
    public void TheSameCommandMinutesLater_IsRecordedAgain()
    {
        UnitBench unit = Stored();
        unit.Link.Send(Inbound.Command, Acknowledge);
        unit.Run(290000);
        unit.Link.Send(Inbound.Command, Acknowledge);
        unit.Run(2000);
        Assert.AreEqual(1, Count(unit, "\"event\":\"acknowledged\"", "\"by\":\"centre\""));
        unit.Run(20000);
        unit.Link.Send(Inbound.Command, Acknowledge);
        unit.Run(2000);
        unit.Link.Send(Inbound.Command, Acknowledge);
        unit.Run(2000);
        Assert.AreEqual(2, Count(unit, "\"event\":\"acknowledged\"", "\"by\":\"centre\""));
    }

    /// <summary>The technician was first: the screen stays theirs, and the desk hears that its word came, so that it sends it no more.</summary>
    [TestMethod]
    public void ACommandBehindAPerson_IsTold_AndTheirWordStays()
    {
        UnitBench unit = Stored();
        unit.Unit.Contract.Acknowledge(unit.Row(103), 12, new byte[32], 1790001000, unit.Clock.UptimeMs);
        unit.Run(2000);
        unit.Link.Send(Inbound.Command, Acknowledge);
        unit.Run(2000);
        Assert.AreEqual(1, Count(unit, "\"event\":\"acknowledged\"", "\"by\":\"centre\""));
        Acknowledgements book = unit.Unit.Contract.Acknowledgements;
        Assert.AreEqual(1790001000, book.Arrive(book.Find(103, 1)));
        Assert.IsTrue(unit.Unit.Contract.Clocks.IsAnswered(unit.Unit.Contract.Clocks.PlaceOf(103)));
        Assert.AreEqual(12, unit.Unit.Site.Lifecycle.AcknowledgedBy(unit.Row(103)));
    }

    [TestMethod]
    public void AnAcknowledgement_NeverHidesTheNextOccurrence()
    {
        UnitBench unit = Stored();
        unit.Link.Send(Inbound.Command, Acknowledge);
        unit.Io.Supply = 12500;
        unit.Run(120000);
        Assert.AreEqual(-1, unit.Unit.Contract.Clocks.PlaceOf(103));
        unit.Io.Supply = 10000;
        unit.Run(20000);
        int place = unit.Unit.Contract.Clocks.PlaceOf(103);
        Assert.AreEqual(2, unit.Unit.Contract.Clocks.Occurrence(place));
        Assert.IsFalse(unit.Unit.Contract.Clocks.IsAnswered(place));
    }

    [TestMethod]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1112,\"code\":103,\"occurrence\":1,\"who\":\"desk-2\"}")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1111,\"code\":103,\"occurrence\":2,\"who\":\"desk-2\"}")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1111,\"code\":302,\"occurrence\":1,\"who\":\"desk-2\"}")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1111,\"code\":999,\"occurrence\":1,\"who\":\"desk-2\"}")]
    [DataRow("{\"v\":1,\"command\":\"restart\"}")]
    [DataRow("")]
    public void AnyOtherCommand_IsCountedAsRefused(string payload)
    {
        UnitBench unit = Stored();
        int before = unit.Unit.Delivery.Counters.Refused;
        unit.Link.Send(Inbound.Command, payload);
        unit.Run(2000);
        Assert.AreEqual(before + 1, unit.Unit.Delivery.Counters.Refused);
        Assert.IsFalse(unit.Unit.Contract.Clocks.IsAnswered(unit.Unit.Contract.Clocks.PlaceOf(103)));
    }

    [TestMethod]
    public void ARestart_TakesTheClocksUp()
    {
        UnitBench unit = Stored();
        unit.Run(1300000);
        var after = new UnitBench(unit.Storage, unit.Settings, 1);
        after.Io.Supply = 10000;
        after.Run(2000);
        ServiceClocks clocks = after.Unit.Contract.Clocks;
        int place = clocks.PlaceOf(103);
        Assert.IsTrue(clocks.IsReported(place));
        int elapsed = clocks.ElapsedSeconds(place, after.Clock.UptimeMs);
        Assert.IsTrue(elapsed >= 1300 - 600);
    }

    /// <summary>After a restart the contract's clock goes on to say it: the unit's own repeat at 30 min would be the same moment told twice.</summary>
    [TestMethod]
    public void AfterARestart_AnUnansweredAlarmIsRepeatedOnce()
    {
        UnitBench unit = Stored();
        unit.Run(700000);
        var again = new UnitBench(unit.Storage, unit.Settings, 1);
        again.Clock.UnixAtStart = unit.Clock.UnixSeconds + 30;
        again.Io.Supply = 10000;
        again.Link.Connect();
        again.Run(2100000);
        Assert.AreEqual(1, Count(again, "\"code\":103,", "\"event\":\"repeated\""));
        Assert.IsTrue(Text.Has("\"cause\"", Last(again)) == false, Last(again));
    }

    [TestMethod]
    public void AVisit_StopsTheWayThere()
    {
        UnitBench unit = Stored();
        int place = unit.Unit.Contract.Clocks.PlaceOf(103);
        Assert.IsFalse(unit.Unit.Contract.Clocks.HasArrived(place));
        unit.Unit.Inspector.Visit.Step(unit.Clock.UptimeMs, true, true, 7);
        unit.Run(2000);
        Assert.IsTrue(unit.Unit.Contract.Clocks.HasArrived(place));
        Assert.IsTrue(unit.Unit.Contract.Clocks.IsAnswered(place));
    }

    /// <summary>Clocks that run when the unit is laid up end, and nobody owes an answer; they begin anew at the opening.</summary>
    [TestMethod]
    public void LaidUp_TheClocksThatRunEnd_AndBeginAnewAtTheOpening()
    {
        UnitBench unit = Stored();
        unit.Run(1200000);
        Assert.AreEqual(0, (int)unit.Unit.Site.Lifecycle.LayUp(1));
        unit.Run(1200000);
        Assert.AreEqual(-1, unit.Unit.Contract.Clocks.PlaceOf(103));
        Assert.AreEqual(0, unit.Unit.Contract.Unanswered);
        Assert.IsFalse(unit.IsRaised(802));
        Assert.AreEqual(0, Count(unit, "\"code\":103,", "\"event\":\"repeated\""));
        unit.Unit.Site.Lifecycle.Open(1);
        unit.Run(60000);
        ServiceClocks clocks = unit.Unit.Contract.Clocks;
        Assert.IsTrue(clocks.IsReported(clocks.PlaceOf(103)));
        Assert.IsTrue(clocks.ElapsedSeconds(clocks.PlaceOf(103), unit.Clock.UptimeMs) <= 61);
    }

    /// <summary>Contract B1 counts office hours: a year without holidays is told on the wire, once with each connect, until they are set.</summary>
    [TestMethod]
    public void AMissingYear_StandsInAbout_UntilItIsSet()
    {
        var unit = new UnitBench(new MemoryStorage(), new Settings { Contract = ContractId.B1 }, 1);
        unit.Run(2000);
        unit.Link.Connect();
        unit.Run(10000);
        Assert.AreEqual(1, unit.Link.CountOf("about"));
        Assert.IsTrue(Text.Has(",\"holidays_missing\":2026,", unit.Link.PayloadOf("about", 0)));
        unit = new UnitBench(new MemoryStorage(), new Settings { Contract = ContractId.B1, Holidays = Text.Utf8("2026:1001-1007") }, 1);
        unit.Run(2000);
        unit.Link.Connect();
        unit.Run(10000);
        Assert.IsFalse(Text.Has("holidays_missing", unit.Link.PayloadOf("about", 0)));
    }

    [TestMethod]
    public void LaidUp_IsAnnouncedAtOnce_AndSoIsTheOpening()
    {
        var unit = new UnitBench();
        unit.Run(200);
        unit.Link.Connect();
        unit.Run(1000);
        int before = unit.Link.CountOf("state");
        unit.Unit.Site.Lifecycle.LayUp(1);
        unit.Run(2000);
        Assert.AreEqual(before + 1, unit.Link.CountOf("state"));
        Assert.AreEqual("{\"v\":1,\"online\":true,\"epoch\":1111,\"session\":65537,\"boot\":1,\"service\":\"laid-up\"}", unit.Link.PayloadOf("state", before));
        unit.Unit.Site.Lifecycle.Open(1);
        unit.Run(2000);
        Assert.AreEqual("{\"v\":1,\"online\":true,\"epoch\":1111,\"session\":65537,\"boot\":1}", unit.Link.PayloadOf("state", before + 1));
    }

    private static UnitBench Raised() => Raise(new UnitBench());

    private static UnitBench Raise(UnitBench unit)
    {
        unit.Link.Connect();
        unit.Run(1000);
        unit.Io.Supply = 10000;
        unit.Run(10000);
        Assert.IsTrue(unit.IsRaised(103));
        return unit;
    }

    private static UnitBench Stored() => Store(Raised());

    private static UnitBench Store(UnitBench unit)
    {
        unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000012}");
        unit.Run(2000);
        return unit;
    }

    /// <summary>Incidents of a level take places; of codes that no row has, so that nothing ends them.</summary>
    private static void Fill(UnitBench unit, int places, byte level)
    {
        for (int i = 0; i < places; i++)
        {
            Assert.IsTrue(unit.Unit.Contract.Clocks.Open(9001 + i, 1, level, 0) >= 0);
        }
    }

    private static string Last(UnitBench unit) => unit.Link.PayloadOf("alarm", unit.Link.CountOf("alarm") - 1);

    private static int Count(UnitBench unit, string first, string second)
    {
        int count = 0;
        for (int i = 0; i < unit.Link.CountOf("alarm"); i++)
        {
            string payload = unit.Link.PayloadOf("alarm", i);
            count += Text.Has(first, payload) && Text.Has(second, payload) && Text.Has("\"id\"", payload) && IsFirstCopy(unit, i) ? 1 : 0;
        }

        return count;
    }

    private static bool IsFirstCopy(UnitBench unit, int index)
    {
        string id = IdOf(unit.Link.PayloadOf("alarm", index));
        for (int i = 0; i < index; i++)
        {
            if (IdOf(unit.Link.PayloadOf("alarm", i)) == id)
            {
                return false;
            }
        }

        return true;
    }

    private static string IdOf(string payload) => payload.Substring(0, payload.IndexOf(",\"code\""));
}
