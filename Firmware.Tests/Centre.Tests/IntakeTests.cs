using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Centre.Tests.Support;
using Tools.Centre.Desk;
using Tools.Centre.Pages;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Centre.Tests;

/// <summary>Messages in, receipts and incidents out.</summary>
[TestClass]
public class IntakeTests : DeskTests
{
    [TestMethod]
    public void AnAlarmIsShownOnceAndAnsweredEachTime()
    {
        _bench.Feed(("alarm", Bench.Golden("alarm-raised")), ("alarm", Bench.Golden("alarm-raised").Replace("71300", "99999")));
        Assert.HasCount(1, _bench.Lines);
        const string Receipt = """east/well-1 stored {"epoch":2864434397,"upTo":0,"at":1790000012,"plus":[[17,1790000012]]}""";
        CollectionAssert.AreEqual(new[] { Receipt, Receipt }, _bench.Sent);
        Assert.HasCount(1, _bench.Open());
    }

    [TestMethod]
    public void TheSameIdOfAnotherUnitIsAnotherAlarm()
    {
        _bench.Feed(("alarm", Bench.Golden("alarm-raised")), ("../well-2/alarm", Bench.Golden("alarm-raised")));
        Assert.HasCount(2, _bench.Lines);
        Assert.HasCount(2, _bench.Open());
    }

    [TestMethod]
    public void AnIdWithOtherContentIsRefusedAndNotAnswered()
    {
        _bench.Feed(("alarm", Wire.Alarm(1)), ("alarm", Wire.Alarm(1, code: 103, level: 1)), ("visit", """{"v":1,"id":"7-1"}"""));
        Assert.HasCount(1, _bench.Receipts);
        Assert.AreEqual("7-1 is stored with other content", new Refusals(_bench.Store).Newest(9)[0].English);
        Assert.AreEqual(2L, new Refusals(_bench.Store).Count);
        Assert.HasCount(1, _bench.Open());
    }

    [TestMethod]
    public void AfterARestartNothingIsShownAgainAndTheAnswerIsTheSame()
    {
        _bench.Feed(("snapshot", Bench.Golden("snapshot")), ("alarm", Bench.Golden("alarm-raised")));
        _bench.Restart();
        _bench.Feed(("alarm", Bench.Golden("alarm-raised")));
        Assert.HasCount(1, _bench.Lines);
        Assert.HasCount(2, _bench.Sent);
        Assert.AreEqual(_bench.Sent[0], _bench.Sent[1]);
    }

    [TestMethod]
    public void TheSnapshotsOldestIsWhereAnUnknownEpochStarts()
    {
        _bench.Feed(("snapshot", Bench.Golden("snapshot")), ("alarm", Bench.Golden("alarm-raised")));
        Assert.AreEqual("""{"epoch":2864434397,"upTo":17,"at":1790000012,"plus":[[17,1790000012]]}""", _bench.Receipts[0]);
    }

    [TestMethod]
    public void AUnitThatComesOnlineWithoutARecordIsAnsweredOnceItsSnapshotHasCome()
    {
        _bench.Feed(("state", Bench.Golden("state-online")), ("snapshot", Bench.Golden("snapshot-healthy")), ("snapshot", Bench.Golden("snapshot-healthy")));
        CollectionAssert.AreEqual(new[] { """{"epoch":7,"upTo":0,"at":1790000012,"plus":[]}""" }, _bench.Receipts);
    }

    [TestMethod]
    public void EveryTimeItComesOnlineItIsAnsweredAgain()
    {
        _bench.Feed(("state", Wire.State(true)), ("snapshot", Bench.Golden("snapshot-healthy")), ("state", Wire.State(true)));
        _bench.Restart();
        _bench.Feed(("state", Wire.State(true)));
        Assert.HasCount(3, _bench.Receipts);
    }

    /// <summary>Of what waited when it was last heard the unit learns when it was stored, as soon as it is back.</summary>
    [TestMethod]
    public void AUnitThatComesBackHearsWhenItsReportWasStored()
    {
        _bench.Feed(("snapshot", Wire.Snapshot(oldest: 1, next: 3, code: 305, waiting: 2)), ("alarm", Wire.Alarm(1)), ("alarm", Wire.Alarm(2, code: 201)));
        _bench.Time.Pass(21600);
        _bench.Feed(("state", Wire.State(true)));
        Assert.AreEqual("""{"epoch":7,"upTo":2,"at":1790021612,"plus":[[1,1790000012],[2,1790000012]]}""", _bench.Receipts[^1]);
    }

    [TestMethod]
    public void AnOfflineUnitIsNotAnsweredForItsRetainedSnapshot()
    {
        _bench.Feed(("state", Bench.Golden("state-will")), ("snapshot", Bench.Golden("snapshot-healthy")));
        Assert.IsEmpty(_bench.Sent);
    }

    [TestMethod]
    public void AUnitThatNothingIsKnownOfGetsNoReceiptForComingOnline()
    {
        _bench.Feed(("state", Bench.Golden("state-online")));
        Assert.IsEmpty(_bench.Sent);
    }

    [TestMethod]
    [DataRow("alarm")]
    [DataRow("drill")]
    [DataRow("visit")]
    public void ARetainedRecordIsRefused(string kind)
    {
        _bench.Receive(Bench.Well + kind, Encoding.UTF8.GetBytes(Bench.Golden("alarm-raised")), retained: true);
        Assert.IsEmpty(_bench.Sent);
        Assert.IsEmpty(_bench.Open());
        Assert.AreEqual("retained: nobody can tell when it was true", new Refusals(_bench.Store).Newest(9)[0].English);
    }

    [TestMethod]
    public void DocumentsAreKeptAsTheyCameAndAnsweredOverTheSameSequence()
    {
        const string Visit = """{"v":1,"id":"7-2","who":"李工","anything":[1,2]}""";
        _bench.Feed(("alarm", Wire.Alarm(1)), ("visit", Visit), ("inspection", """{"v":1,"id":"7-3"}"""), ("reply", """{"v":1,"id":"7-4"}"""), ("visit", Visit));
        Assert.AreEqual("""{"epoch":7,"upTo":4,"at":1790000012,"plus":[[2,1790000012]]}""", _bench.Receipts[^1]);
        List<StoredRecord> visits = new Ledger(_bench.Store).OfKind("visit", 9);
        Assert.HasCount(1, visits);
        Assert.AreEqual(Visit, visits[0].Payload);
    }

    [TestMethod]
    public void ADrillIsNoAlarmAndItsDelayIsCountedFromItsOnset()
    {
        _bench.Feed(("drill", """{"v":1,"id":"7-1","raised":{"at":1790000002,"boot":1,"ms":5},"sent":{"at":1790000003,"boot":1,"ms":9}}"""));
        Assert.IsEmpty(_bench.Open());
        Assert.AreEqual(10L, new Drills(_bench.Store).LatestOf(1).Delay);
        Assert.AreEqual("""{"epoch":7,"upTo":1,"at":1790000012,"plus":[[1,1790000012]]}""", _bench.Receipts[0]);
    }

    [TestMethod]
    public void RecordsInAnyOrderMakeTheSameIncident()
    {
        string[] records = [Wire.Alarm(1), Wire.Alarm(2, @event: "level", level: 1), Wire.Alarm(3, @event: "cleared", level: 1)];
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        for (int unit = 0; unit < orders.Length; unit++)
        {
            foreach (int record in orders[unit])
            {
                _bench.Feed(($"../well-{unit}/alarm", records[record]));
            }
        }

        List<Incident> incidents = new Incidents(_bench.Store).Newest(99);
        Assert.HasCount(6, incidents);
        foreach (Incident incident in incidents)
        {
            Assert.AreEqual(1, incident.Level);
            Assert.AreEqual(1u, incident.RaisedSeq);
            Assert.AreEqual(End.Record, incident.EndedBy);
            Assert.AreEqual("{\"supply_mv\":12010}", incident.Evidence);
        }
    }

    [TestMethod]
    public void SeveralInOnePublishAreRecordsOfTheirOwnWithOneAnswer()
    {
        _bench.Feed(("alarm", $"[{Wire.Alarm(1)},{Wire.Alarm(2, code: 201)},{Wire.Alarm(3, @event: "cleared")}]"), ("alarm", Wire.Alarm(2, code: 201)));
        CollectionAssert.AreEqual(
            new[]
            {
                """{"epoch":7,"upTo":3,"at":1790000012,"plus":[[1,1790000012],[2,1790000012],[3,1790000012]]}""",
                """{"epoch":7,"upTo":3,"at":1790000012,"plus":[[2,1790000012]]}""",
            },
            _bench.Receipts);
        Assert.AreEqual(201, _bench.Open().Single().Code);
    }

    [TestMethod]
    public void OneBadRecordInAnArrayDoesNotHoldUpTheOthers()
    {
        _bench.Feed(("alarm", $"[{Wire.Alarm(1)},{Wire.Alarm(2, level: 5)},7,{Wire.Alarm(3, code: 201)}]"), ("alarm", "[7]"));
        Assert.HasCount(2, _bench.Open());
        Assert.AreEqual(3L, new Refusals(_bench.Store).Count);
        Assert.AreEqual("""{"epoch":7,"upTo":1,"at":1790000012,"plus":[[1,1790000012],[3,1790000012]]}""", _bench.Receipts[^1]);
    }

    [TestMethod]
    public void ARecordThatContradictsAStoredOneDoesNotHoldUpItsBatch()
    {
        _bench.Feed(("alarm", Wire.Alarm(1)), ("alarm", $"[{Wire.Alarm(1, code: 201)},{Wire.Alarm(2, code: 103, level: 1)}]"));
        Assert.HasCount(2, _bench.Open());
        Assert.AreEqual(1L, new Refusals(_bench.Store).Count);
        Assert.AreEqual("""{"epoch":7,"upTo":2,"at":1790000012,"plus":[[2,1790000012]]}""", _bench.Receipts[^1]);
    }

    /// <summary>PROTOCOL.md: <c>coalesced</c> may grow between copies of one id.</summary>
    [TestMethod]
    public void ACopyThatStandsForMoreTakesThePlaceOfTheFirst()
    {
        string grown = Wire.Alarm(9).Replace("\"suppressed\"", "\"coalesced\":{\"from\":2,\"count\":5},\"suppressed\"");
        _bench.Feed(("alarm", Wire.Alarm(9)), ("alarm", grown), ("alarm", Wire.Alarm(9)));
        StringAssert.Contains(new Ledger(_bench.Store).Find(new RecordId(7, 9)).Single().Payload, "\"count\":5");
        Assert.HasCount(1, _bench.Lines.FindAll(line => line.Contains("[stands for 5 earlier]")));
        Assert.HasCount(1, _bench.Open());
    }

    [TestMethod]
    public void ALossIsShownAndIsNoFaultAndClosesNoGap()
    {
        _bench.Feed(("alarm", Wire.Alarm(5, code: 702, @event: "lost", level: 4).Replace("\"suppressed\"", "\"lost\":{\"from\":1,\"to\":4,\"count\":3},\"suppressed\"")));
        Assert.IsEmpty(_bench.Open());
        StringAssert.Contains(_bench.Lines[0], "[3 lost]");
        Assert.AreEqual("""{"epoch":7,"upTo":0,"at":1790000012,"plus":[[5,1790000012]]}""", _bench.Receipts[0]);
    }

    [TestMethod]
    public void ACoalescedRecordEndsTheOccurrencesThatItStandsFor()
    {
        _bench.Feed(("alarm", Wire.Alarm(1)), ("alarm", Wire.Alarm(9, occurrence: 4).Replace("\"suppressed\"", "\"coalesced\":{\"from\":2,\"count\":5},\"suppressed\"")));
        Assert.AreEqual(4L, _bench.Open().Single().Occurrence);
        Assert.AreEqual(End.Later, new Incidents(_bench.Store).Of(1).EndedBy);
        StringAssert.Contains(_bench.Lines[1], "[stands for 5 earlier]");
        _bench.Feed(("alarm", Wire.Alarm(2, @event: "cleared"))); // it was on its way after all
        Assert.AreEqual(End.Record, new Incidents(_bench.Store).Of(1).EndedBy);
    }

    [TestMethod]
    public void AnotherOccurrenceIsAnotherIncident()
    {
        _bench.Feed(("alarm", Wire.Alarm(1)), ("alarm", Wire.Alarm(2, @event: "cleared")), ("alarm", Wire.Alarm(3, occurrence: 2)));
        Assert.HasCount(1, _bench.Open());
        Assert.AreEqual(2L, _bench.Open()[0].Occurrence);
    }

    [TestMethod]
    public void WithAnEmptyStoreWhatTheSnapshotNamesIsTakenUpOnceAndOldIdsAreAccountedFor()
    {
        _bench.Feed(("alarm", Wire.Alarm(1)), ("alarm", Wire.Alarm(2, code: 201, level: 1)));
        _bench.RestartEmpty();
        _bench.Feed(("state", Wire.State(true)), ("snapshot", Wire.Snapshot(oldest: 3, next: 3, code: 305)), ("snapshot", Wire.Snapshot(oldest: 3, next: 3, code: 305, ms: 100001)));
        Assert.HasCount(1, _bench.Open());
        Assert.AreEqual(305, _bench.Open()[0].Code);
        Assert.AreEqual("""{"epoch":7,"upTo":2,"at":1790000012,"plus":[]}""", _bench.Receipts[^1]);
        _bench.Feed(("alarm", Wire.Alarm(3, @event: "cleared")));
        Assert.IsEmpty(_bench.Open());
        Assert.HasCount(1, new Incidents(_bench.Store).Newest(9));
    }

    [TestMethod]
    public void WithAnEmptyStoreWhatIsActiveIsTakenUpThoughTheRetainedSnapshotStillWaited()
    {
        _bench.Receive(Bench.Well + "snapshot", Encoding.UTF8.GetBytes(Wire.Snapshot(oldest: 3, next: 4, code: 305, waiting: 1)), retained: true);
        Assert.AreEqual(305, _bench.Open().Single().Code);
        _bench.Time.Pass(5);
        _bench.Feed(("alarm", Wire.Alarm(3)));
        Assert.AreEqual(_bench.Now, _bench.Open().Single().StoredAt); // reported is when its record is stored
    }

    [TestMethod]
    public void InAKnownEpochASnapshotThatWaitsTakesNothingUp()
    {
        _bench.Feed(("snapshot", Wire.Snapshot(1, 1)), ("snapshot", Wire.Snapshot(oldest: 1, next: 2, code: 305, waiting: 1)));
        Assert.IsEmpty(_bench.Open()); // its record is on the way, and says more
    }

    [TestMethod]
    public void WithAnEmptyStoreARecordWhoseReceiptWasLostIsTheSameIncidentAsInTheSnapshot()
    {
        _bench.RestartEmpty();
        _bench.Feed(("snapshot", Wire.Snapshot(oldest: 3, next: 3, code: 305)), ("alarm", Wire.Alarm(2)));
        Assert.HasCount(1, _bench.Open());
        Assert.AreEqual("PMP-SET", _bench.Open()[0].Part);
    }

    [TestMethod]
    public void WhatASettledSnapshotNoLongerNamesIsOver()
    {
        _bench.Feed(("alarm", Wire.Alarm(1)), ("snapshot", Wire.Snapshot(oldest: 3, next: 3)));
        Assert.IsEmpty(_bench.Open());
        Assert.AreEqual(End.Snapshot, new Incidents(_bench.Store).Of(1).EndedBy);
    }

    [TestMethod]
    [DataRow(2, 3, 1, 0)] // its clearing may still be on its way
    [DataRow(3, 3, 0, 1)] // the list was cut
    public void ASnapshotThatIsNotTheWholeTruthEndsNothing(int oldest, int next, int waiting, int more)
    {
        _bench.Feed(("alarm", Wire.Alarm(1)), ("snapshot", Wire.Snapshot(oldest, next, waiting: waiting, more: more)));
        Assert.HasCount(1, _bench.Open());
    }

    [TestMethod]
    public void AnOvertakenSnapshotChangesNothing()
    {
        _bench.Feed(("snapshot", Wire.Snapshot(3, 3, code: 305, ms: 5000)), ("snapshot", Wire.Snapshot(3, 3, ms: 4999)));
        Assert.HasCount(1, _bench.Open());
    }

    [TestMethod]
    public void InANewEpochWhatWasOpenInTheOldOneIsOver()
    {
        _bench.Feed(("alarm", Wire.Alarm(1)), ("snapshot", Wire.Snapshot(1, 1, code: 305, occurrence: 2, epoch: 8)));
        Assert.HasCount(1, _bench.Open());
        Assert.AreEqual(8u, _bench.Open()[0].Epoch);
        Assert.AreEqual(End.Epoch, new Incidents(_bench.Store).Of(1).EndedBy);
    }

    /// <summary>Storage refuses for ten seconds, and the unit goes on under another epoch: report, answer and steps are those of before, and the command names the incident as the unit does now.</summary>
    [TestMethod]
    public void AFaultThatLastsIntoANewEpochIsTheSameIncident()
    {
        _bench.Feed(("state", Wire.State(true)), ("alarm", Wire.Alarm(17, occurrence: 3)));
        long reported = _bench.Now;
        var incidents = new Incidents(_bench.Store);
        incidents.Acknowledge(new Acknowledgement(0, 1, "desk-2", "GD-1", 1790007200, _bench.Now + 60, null, null));
        incidents.Note(1, Steps.RemoteFailed, "li", _bench.Now + 90);
        _bench.Time.Pass(3600);
        _bench.Feed(("snapshot", Wire.Snapshot(oldest: 1, next: 2, code: 305, occurrence: 3, waiting: 1, epoch: 8, ms: 200000)));
        Incident open = _bench.Open().Single();
        Assert.AreEqual((1L, 8u, reported, reported + 60), (open.Id, open.Epoch, open.StoredAt, open.AnsweredAt.Value));
        Assert.AreEqual("GD-1", incidents.AcknowledgementOf(1).Case);
        Assert.AreEqual(reported + 90, incidents.StepsOf(1).RemoteFailedAt);
        _bench.Pass(1);
        StringAssert.Contains(_bench.Sent.Last(line => line.Contains(" command ")), "\"epoch\":8,\"code\":305,\"occurrence\":3,");

        _bench.Feed(("alarm", Wire.Alarm(1, @event: "cleared", occurrence: 3, epoch: 8)));
        Assert.IsEmpty(_bench.Open());
        Assert.AreEqual(End.Record, incidents.Of(1).EndedBy);
        CollectionAssert.AreEqual(new[] { "raised", "cleared" }, Course.Of(_bench.Store, incidents.Of(1)).ConvertAll(record => Messages.ReadAlarm(record).Event));
        Assert.AreEqual("7-17", Course.RaisedId(Course.Of(_bench.Store, incidents.Of(1))));
    }

    /// <summary>What the unit had recorded before the epoch changed comes late: it is told of the same incident, and does not open it again.</summary>
    [TestMethod]
    public void ALateRecordOfTheEpochBeforeIsOfTheSameIncident()
    {
        _bench.Feed(
            ("alarm", Wire.Alarm(17, occurrence: 3)), ("snapshot", Wire.Snapshot(1, 1, code: 305, occurrence: 3, epoch: 8)),
            ("alarm", Wire.Alarm(1, @event: "cleared", occurrence: 3, epoch: 8)), ("alarm", Wire.Alarm(18, @event: "level", level: 1, occurrence: 3)));
        Assert.IsEmpty(_bench.Open());
        Assert.HasCount(1, new Incidents(_bench.Store).Newest(9));
        Assert.HasCount(3, Course.Of(_bench.Store, new Incidents(_bench.Store).Of(1)));
    }

    /// <summary>What is open stands as the present epoch has it: a late record takes back neither its level nor the name that a command needs.</summary>
    [TestMethod]
    [DataRow("repeated")]
    [DataRow("level")]
    [DataRow("cleared")]
    [DataRow("acknowledged")]
    public void ALateRecordOfTheEpochBeforeSetsNoState(string late)
    {
        _bench.Feed(
            ("snapshot", Wire.Snapshot(17, 18, waiting: 1)), ("alarm", Wire.Alarm(17, occurrence: 3)), ("snapshot", Wire.Snapshot(1, 2, code: 305, occurrence: 3, waiting: 1, epoch: 8)),
            ("alarm", Wire.Alarm(1, @event: "level", level: 1, occurrence: 3, epoch: 8)), ("alarm", Wire.Alarm(18, @event: late, occurrence: 3, by: "12")));
        Incident open = _bench.Open().Single();
        Assert.AreEqual((8u, 1, 1u), (open.Epoch, open.Level, open.LastSeq));
        Assert.HasCount(3, Course.Of(_bench.Store, open));
    }

    /// <summary>The snapshot of the new epoch came before anything else of the fault: its raise gives the text, and what follows sets no state either.</summary>
    [TestMethod]
    public void ALateRaiseOfWhatASnapshotToldGivesItsTextOnly()
    {
        _bench.Feed(
            ("snapshot", Wire.Snapshot(17, 17)), ("snapshot", Wire.Snapshot(1, 2, code: 305, occurrence: 3, waiting: 1, epoch: 8)),
            ("alarm", Wire.Alarm(1, @event: "level", level: 1, occurrence: 3, epoch: 8)), ("alarm", Wire.Alarm(17, level: 3, occurrence: 3)), ("alarm", Wire.Alarm(18, @event: "repeated", occurrence: 3)));
        Incident open = _bench.Open().Single();
        Assert.AreEqual((8u, 1, 1u, 17u, "PMP-SET"), (open.Epoch, open.Level, open.LastSeq, open.RaisedSeq, open.Part));
        Assert.HasCount(3, Course.Of(_bench.Store, open));
    }

    /// <summary>The clear was recorded in the new epoch, and no snapshot of it came before.</summary>
    [TestMethod]
    public void AClearInANewEpochEndsWhatWasRaisedInTheOldOne()
    {
        _bench.Feed(("alarm", Wire.Alarm(17, occurrence: 3)), ("alarm", Wire.Alarm(1, @event: "cleared", occurrence: 3, epoch: 8)));
        Assert.IsEmpty(_bench.Open());
        Assert.HasCount(1, new Incidents(_bench.Store).Newest(9));
    }

    /// <summary>After a restart the unit is back in the epoch that its storage holds.</summary>
    [TestMethod]
    public void AnIncidentGoesBackWithItsUnit()
    {
        _bench.Feed(
            ("snapshot", Wire.Snapshot(17, 17)), ("alarm", Wire.Alarm(17, occurrence: 3)), ("snapshot", Wire.Snapshot(1, 1, code: 305, occurrence: 3, epoch: 8)),
            ("snapshot", Wire.Snapshot(20, 20, code: 305, occurrence: 3, boot: 2)), ("alarm", Wire.Alarm(20, @event: "cleared", occurrence: 3, boot: 2)));
        Incident only = new Incidents(_bench.Store).Newest(9).Single();
        Assert.AreEqual((7u, End.Record), (only.Epoch, only.EndedBy));
    }

    /// <summary>Storage was unreadable twice in one fault: the name that the first incident had left is left by the second one, too.</summary>
    [TestMethod]
    public void ANameThatWasLeftTwiceNamesTheLaterIncident()
    {
        _bench.Feed(
            ("snapshot", Wire.Snapshot(17, 17)), ("alarm", Wire.Alarm(17, occurrence: 3)), ("snapshot", Wire.Snapshot(1, 1, code: 305, occurrence: 3, epoch: 8)),
            ("alarm", Wire.Alarm(1, @event: "cleared", occurrence: 3, epoch: 8)), ("snapshot", Wire.Snapshot(18, 18, code: 305, occurrence: 3, boot: 2)),
            ("snapshot", Wire.Snapshot(1, 1, code: 305, occurrence: 3, epoch: 9, boot: 3)));
        Assert.DoesNotContain(notice => notice is StoreNotice, _bench.Notices);
        Incident open = _bench.Open().Single();
        Assert.AreEqual((2L, 9u), (open.Id, open.Epoch));
        Assert.AreEqual(2L, new Incidents(_bench.Store).FindFormer(1, 7, 305, 3).Id);
    }

    /// <summary>A person takes a fault on in the morning that went away in the night.</summary>
    [TestMethod]
    public void AnAcknowledgementBehindTheClearOpensNothing()
    {
        _bench.Feed(("alarm", Wire.Alarm(10)), ("alarm", Wire.Alarm(11, @event: "cleared")), ("alarm", Wire.Alarm(12, @event: "acknowledged", by: "12")));
        Assert.IsEmpty(_bench.Open());
        Assert.AreEqual("12", new Incidents(_bench.Store).Of(1).AnsweredBy);
    }

    [TestMethod]
    public void WhoTakesItOnAtTheEnclosureAnswersTheContract()
    {
        _bench.Feed(("alarm", Wire.Alarm(1)), ("alarm", Wire.Alarm(2, @event: "acknowledged", by: "12", at: "1790000600", ms: 661250)));
        Assert.AreEqual(_bench.Now, _bench.Open().Single().AnsweredAt); // not later than it was heard of
        _bench.Time.Pass(7200);
        StringAssert.Contains(_bench.List(Words.English), "acknowledged at the unit  ");
        StringAssert.Contains(_bench.List(Words.English), "by person 12");
        StringAssert.Contains(_bench.List(Words.English), "on site");
        Assert.DoesNotContain("respond", _bench.List(Words.English));
    }

    /// <summary>What came over <c>command</c> proves nothing: nobody is signed there.</summary>
    [TestMethod]
    public void WhatTheUnitWasToldByTheCentreAnswersNothing()
    {
        _bench.Feed(("alarm", Wire.Alarm(1)), ("alarm", Wire.Alarm(2, @event: "acknowledged", by: "\"centre\"")));
        _bench.Time.Pass(3600);
        StringAssert.Contains(_bench.List(Words.English), "not acknowledged");
        StringAssert.Contains(_bench.List(Words.English), "OVERDUE");
    }

    /// <summary>The longest uptime that a unit can record, and the last moment of a stamp: both are shown.</summary>
    [TestMethod]
    [DataRow("null", 281474976710655L, "1790000000", 0L)]
    [DataRow("4294967295", 281474976710655L, "4294967295", 281474976710655L)]
    [DataRow("null", 0L, "4294967295", 281474976710655L)]
    public void TheEdgesOfAStampAreShown(string onset, long onsetMs, string sent, long sentMs)
    {
        string alarm = Wire.Alarm(1, at: onset, ms: onsetMs);
        alarm = alarm[..alarm.IndexOf("\"sent\"", StringComparison.Ordinal)] + $"\"sent\":{{\"at\":{sent},\"boot\":1,\"ms\":{sentMs}}}" + alarm[alarm.IndexOf(",\"time\"", StringComparison.Ordinal)..];
        _bench.Feed(("alarm", alarm));
        StringAssert.Contains(_bench.List(Words.English), "305");
        Assert.IsNotEmpty(AlarmPage.Show(AlarmFile.Of(_bench.Store, _bench.Open()[0]), Course.Of(_bench.Store, _bench.Open()[0]), Words.Chinese, Clocks.Contract("A"), _bench.Now));
    }

    [TestMethod]
    public void AnUptimeThatNoUnitCanRecordIsRefused()
    {
        _bench.Feed(("alarm", Wire.Alarm(1, ms: 281474976710656)));
        Assert.AreEqual("ms is no whole number from 0 to 281474976710655", new Refusals(_bench.Store).Newest(1)[0].English);
    }

    [TestMethod]
    public void TheFirstClockReadingOfABootDatesWhatWasRecordedBeforeIt()
    {
        _bench.Feed(("alarm", Wire.Alarm(1, at: "null", ms: 20000)), ("alarm", Wire.Alarm(2, code: 201, at: "null", boot: 2, ms: 20000)));
        Assert.IsFalse(_bench.Open()[0].Began.IsExact);
        _bench.Feed(("snapshot", Wire.Snapshot(1, 3, code: 305, waiting: 1, ms: 100000, at: "1790000400")));
        Dictionary<int, Moment> began = _bench.Open().ToDictionary(incident => incident.Code, incident => incident.Began);
        Assert.AreEqual(new Moment(1790000320, true), began[305]);
        Assert.IsFalse(began[201].IsExact); // of another boot
    }

    [TestMethod]
    public void OnlineAndOfflineGiveALineEachAndARepeatedStateNone()
    {
        string online = Bench.Golden("state-online");
        _bench.Feed(("about", Bench.Golden("about")), ("state", online), ("state", online), ("state", Bench.Golden("state-will")));
        Assert.HasCount(2, _bench.Lines);
        StringAssert.Contains(_bench.Lines[0], "online");
        StringAssert.Contains(_bench.Lines[1], "offline");
    }

    [TestMethod]
    public void AUnitThatComesIsAnnouncedWithTheNameThatFollows()
    {
        _bench.Feed(("state", Bench.Golden("state-online")), ("about", Bench.Golden("about")), ("snapshot", Bench.Golden("snapshot")));
        Assert.HasCount(1, _bench.Lines);
        StringAssert.Contains(_bench.Lines[0], "22:13:32  online");
        StringAssert.Contains(_bench.Lines[0], "东村机井 三号井");
    }

    /// <summary>A year without its holidays is told once, and shown as long as it lasts.</summary>
    [TestMethod]
    public void MissingHolidaysAreToldOnceAndListed()
    {
        _bench.Feed(("about", Bench.Golden("about")), ("state", Bench.Golden("state-online")), ("about", Bench.Golden("about-no-holidays")), ("about", Bench.Golden("about-no-holidays")));
        Assert.HasCount(1, _bench.Lines.FindAll(line => line.Contains("holidays of 2027 are not set", StringComparison.Ordinal)));
        StringAssert.Contains(string.Join('\n', Lists.Units(_bench.Store, Words.Chinese, _bench.Now)), "2027 年节假日和调休未设置");
        _bench.Restart();
        _bench.Feed(("about", Bench.Golden("about-no-holidays")));
        Assert.HasCount(1, _bench.Lines.FindAll(line => line.Contains("2027", StringComparison.Ordinal)), "nor behind a restart of the centre");
        _bench.Feed(("about", Bench.Golden("about")));
        Assert.DoesNotContain("2027", string.Join('\n', Lists.Units(_bench.Store, Words.English, _bench.Now)));
    }

    /// <summary>It is retained: what throws here would throw again at each start of the centre.</summary>
    [TestMethod]
    public void ASettingThatStandsTwiceHasItsLastValue()
    {
        _bench.Feed(("about", Wire.About("Well 1").TrimEnd('}') + ""","settings":{"pulse_ml":"1","lang":"en","pulse_ml":"5000"}}"""));
        About about = new Units(_bench.Store).All().Single().About;
        Assert.AreEqual(2, about.Settings.Count);
        Assert.AreEqual("5000", about.Settings["pulse_ml"]);
        Assert.AreEqual(0L, new Refusals(_bench.Store).Count);
    }

    [TestMethod]
    public void AUnitThatGoesBeforeItsNameCameIsShownToBeGone()
    {
        _bench.Feed(("state", Bench.Golden("state-online")), ("state", Bench.Golden("state-will")), ("about", Bench.Golden("about")));
        Assert.HasCount(1, _bench.Lines);
        StringAssert.Contains(_bench.Lines[0], "offline");
    }

    [TestMethod]
    public void AnOlderWillChangesNothing()
    {
        _bench.Feed(("about", Bench.Golden("about")), ("state", Bench.Golden("state-online")), ("state", Bench.Golden("state-will").Replace("458753", "458752")));
        Assert.HasCount(1, _bench.Lines);
        Assert.IsTrue(new Units(_bench.Store).All()[0].State.Online);
    }

    /// <summary>Decisions/0145: (epoch, session, online), one after the other, and what the centre then believes.</summary>
    [TestMethod]
    [DataRow("9/65537+", "7/131073+ 9/65537+", DisplayName = "a birth in a new epoch wins, though its session is lower")]
    [DataRow("9/65537+", "7/131073+ 9/65537+ 7/131073-", DisplayName = "a late will of the epoch before, though its session is higher")]
    [DataRow("9/131073+", "7/65537+ 9/131073+ 7/196609-", DisplayName = "a will of the epoch before with a session that was never seen")]
    [DataRow("7/65537+", "7/65537+ 9/131073-", DisplayName = "a will of an epoch that was never seen")]
    [DataRow("9/65537+", "7/131073+ 9/65537+ 7/131073+", DisplayName = "a birth that comes again when its epoch was left")]
    [DataRow("7/196609+", "7/131073+ 9/65537+ 7/196609+", DisplayName = "the unit comes back to an earlier epoch")]
    [DataRow("7/196609-", "7/131073+ 9/65537+ 7/196609+ 9/65537- 7/196609-", DisplayName = "and its own will counts there")]
    [DataRow("9/65537-", "7/131073+ 7/131073- 9/65537+ 9/65537-", DisplayName = "the will of the present session")]
    [DataRow("9/65537-", "7/131073+ 9/65537+ 7/131073- 9/65537-", DisplayName = "the will of the session before came late")]
    [DataRow("7/131073+", "7/131073+ 9/65537+ 9/65537- 7/131073+", DisplayName = "what was retained came before what was kept")]
    [DataRow("7/131073+", "7/131073+ 9/65537+ 7/131073+ 9/65537-", DisplayName = "in whichever order")]
    [DataRow("9/65537-", "7/131073+ 7/131073- 9/65537+ 9/65537- 7/131073+", DisplayName = "a birth that comes again when its session is over")]
    [DataRow("8/65537+", "7/131073+ 8/65537+ 9/65537+ 9/65537-", DisplayName = "of several that are not over the last born")]
    [DataRow("7/131073-", "7/131073+ 7/131073- 7/131073+", DisplayName = "a session that is over does not come back")]
    [DataRow("9/65538-", "7/131073+ 7/131073- 9/65537+ 9/65538-", DisplayName = "the will of a session whose birth never came")]
    [DataRow("7/65537-", "7/65537-", DisplayName = "the first word of a unit")]
    public void AStateCountsByItsEpochAndSession(string believed, string told)
    {
        foreach (string state in told.Split(' '))
        {
            string[] name = state[..^1].Split('/');
            _bench.Feed(("state", Wire.State(state[^1] == '+', long.Parse(name[1], CultureInfo.InvariantCulture), epoch: uint.Parse(name[0], CultureInfo.InvariantCulture))));
        }

        State last = new Units(_bench.Store).All()[0].State;
        Assert.AreEqual(believed, $"{last.Epoch}/{last.Session}{(last.Online ? '+' : '-')}");
    }

    /// <summary>An older firmware tells no epoch with its state: its wills and announced absences are heard all the same, also where the first word came before everything else.</summary>
    [TestMethod]
    public void AStateWithoutEpochIsOfThePresentOne()
    {
        static string Old(bool online, long session, string service = null) => Wire.State(online, session, service).Replace("\"epoch\":7,", "", StringComparison.Ordinal);
        _bench.Feed(("state", Old(true, 65537)), ("snapshot", Wire.Snapshot(1, 1)), ("state", Old(false, 65537)));
        Assert.IsFalse(Last().Online);
        _bench.Feed(("state", Old(true, 65538, "laid-up")), ("state", Old(false, 65537)));
        Assert.AreEqual((true, "laid-up"), (Last().Online, Last().Service));
        _bench.Feed(("snapshot", Wire.Snapshot(1, 1, epoch: 8)), ("state", Old(true, 65537)));
        Assert.AreEqual((8u, 65537L), (Last().Epoch, Last().Session));
        Assert.HasCount(2, _bench.Receipts.FindAll(receipt => receipt.StartsWith("{\"epoch\":8,", StringComparison.Ordinal)));
        _bench.Feed(("state", Wire.State(true, 65538, epoch: 8)), ("state", Wire.State(false, 65538, epoch: 8)));
        Assert.IsFalse(Last().Online, "and behind its upgrade it names the epoch itself");
        Assert.AreEqual(0L, new Refusals(_bench.Store).Count);

        State Last() => new Units(_bench.Store).All().Single().State;
    }

    /// <summary>What belongs to the ids waits for the snapshot that tells their epoch; a unit that stays in its epoch is answered at once.</summary>
    [TestMethod]
    public void ABirthInANewEpochIsAnsweredOnceItsSnapshotHasCome()
    {
        _bench.Feed(("state", Wire.State(true)), ("snapshot", Wire.Snapshot(1, 1)), ("state", Wire.State(true, 65538)));
        Assert.HasCount(2, _bench.Receipts);
        _bench.Feed(("state", Wire.State(true, epoch: 9)));
        Assert.HasCount(2, _bench.Receipts);
        _bench.Feed(("snapshot", Wire.Snapshot(1, 1, epoch: 9)));
        StringAssert.StartsWith(_bench.Receipts[^1], "{\"epoch\":9,");
    }

    [TestMethod]
    public void ARecordOfAnOldEpochDoesNotBringItBack()
    {
        _bench.Feed(("snapshot", Wire.Snapshot(1, 1, epoch: 8)), ("state", Wire.State(true, epoch: 8)), ("alarm", Wire.Alarm(9)), ("state", Wire.State(true, 65538, epoch: 8)));
        Assert.AreEqual(8u, new Units(_bench.Store).All()[0].Epoch);
        StringAssert.StartsWith(_bench.Receipts[^1], "{\"epoch\":8,");
    }

    [TestMethod]
    [DataRow("alarm", "")]
    [DataRow("alarm", "{")]
    [DataRow("alarm", "[]")]
    [DataRow("alarm", "nonsense")]
    [DataRow("alarm", "{\"v\":2}")]
    [DataRow("alarm", "{\"v\":1}")]
    [DataRow("drill", "{\"v\":1}")]
    [DataRow("state", "{\"v\":1,\"online\":1,\"epoch\":1,\"session\":1,\"boot\":1}")]
    [DataRow("state", "{\"v\":1,\"online\":true,\"epoch\":null,\"session\":65537,\"boot\":1}")]
    [DataRow("about", "{\"v\":1,\"name\":3}")]
    [DataRow("snapshot", "{\"v\":1,\"epoch\":-1,\"oldest\":1}")]
    [DataRow("telemetry", "{\"v\":1,\"now\":5}")]
    public void GarbageGivesOneLineAndNoAnswerAndIsKept(string kind, string payload)
    {
        _bench.Feed((kind, payload));
        int expected = payload.Length == 0 ? 0 : 1;
        Assert.HasCount(expected, _bench.Lines);
        Assert.IsEmpty(_bench.Sent);
        Assert.AreEqual((long)expected, new Refusals(_bench.Store).Count);
        Assert.IsEmpty(new Units(_bench.Store).All()); // garbage makes no unit
    }

    [TestMethod]
    public void AnOversizedMessageIsRefusedAndItsBeginningKept()
    {
        _bench.Receive(Bench.Well + "alarm", Encoding.UTF8.GetBytes(Bench.Golden("alarm-raised") + new string(' ', 1 << 20)));
        Refusal refusal = new Refusals(_bench.Store).Newest(1)[0];
        Assert.Contains("bytes, at most 4096", refusal.English);
        Assert.IsGreaterThan(1L << 20, refusal.Bytes);
        Assert.AreEqual(4096L, _bench.Store.One("SELECT length(payload) FROM refused", row => row.Whole(0)));
        Assert.IsEmpty(_bench.Sent);
    }

    [TestMethod]
    public void AFloodOfGarbageIsCountedAndKeepsAThousand()
    {
        for (int i = 0; i < 1010; i++)
        {
            _bench.Feed(("alarm", "x"));
        }

        Assert.AreEqual(1010L, new Refusals(_bench.Store).Count);
        Assert.AreEqual(1000L, _bench.Store.One("SELECT count(*) FROM refused", row => row.Whole(0)));
    }

    [TestMethod]
    public void AReasonIsSaidInTheLanguageOfTheLines()
    {
        _bench.Feed(("alarm", "{}"));
        StringAssert.EndsWith(LiveLine.Format(_bench.Notices[0], Words.Chinese, Clocks.Contract("A"), _bench.Now), "alarm: v 缺失或类型不对");
    }

    [TestMethod]
    public void EveryRefusedSampleOfTheContractThatAReaderNeedsIsRefused()
    {
        string[] tolerated = // what a reader need not mind: the writer must not do it, but what it means is plain
        [
            "alarm-blank-between-tokens", "alarm-key-twice", "alarm-too-long", "alarm-event-unknown", "alarm-name-undotted", "alarm-flag-7",
            "alarm-evidence-fraction", "alarm-evidence-null", "alarm-evidence-unknown-reason", "alarm-evidence-without-unit",
            "alarm-sent-null-though-synced", "alarm-sent-stamped-though-unset", "alarm-unknown-field", "alarm-many-of-one",
            "alarm-by-251", "alarm-escalation-0", "alarm-metering-volume-fraction",
        ];
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Golden/refused"), "alarm-*.json"))
        {
            using var bench = new Bench();
            bench.Receive(Bench.Well + "alarm", File.ReadAllBytes(file));
            Assert.HasCount(Array.IndexOf(tolerated, Path.GetFileNameWithoutExtension(file)) >= 0 ? 1 : 0, bench.Sent, file);
        }
    }

    [TestMethod]
    public void EveryGoldenMessageIsUnderstood()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "*.json"))
        {
            using var bench = new Bench();
            bench.Receive(Bench.Well + Path.GetFileName(file).Split('-', '.')[0], File.ReadAllBytes(file));
            Assert.IsEmpty(bench.Notices.OfType<RefusedNotice>(), file);
        }
    }

    [TestMethod]
    [DataRow("irrigation/v1/East/well-1/alarm")]
    [DataRow("irrigation/v2/east/well-1/alarm")]
    [DataRow("irrigation/v1/east/well-1/alarm/x")]
    [DataRow("irrigation/v1/east/123456789012345678901234567890123/alarm")]
    [DataRow("")]
    public void OtherTopicsAreNotOurs(string topic)
    {
        _bench.Receive(topic, Encoding.UTF8.GetBytes(Bench.Golden("alarm-raised")));
        Assert.IsEmpty(_bench.Lines);
        Assert.IsEmpty(_bench.Sent);
    }

    [TestMethod]
    public void AClockThatIsMovedBackLosesAndDoublesNothing()
    {
        _bench.Feed(("alarm", Wire.Alarm(1)));
        _bench.Time.Now = DateTimeOffset.FromUnixTimeSeconds(0);
        _bench.Feed(("alarm", Wire.Alarm(2, code: 201)), ("alarm", Wire.Alarm(1)));
        _bench.Time.Now = DateTimeOffset.FromUnixTimeSeconds(4102444800);
        _bench.Feed(("alarm", Wire.Alarm(3, code: 103)));
        Assert.HasCount(3, _bench.Open());
        Assert.AreEqual("""{"epoch":7,"upTo":3,"at":4102444800,"plus":[[3,4102444800]]}""", _bench.Receipts[^1]);
    }
}
