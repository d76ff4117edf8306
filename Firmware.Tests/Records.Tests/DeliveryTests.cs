using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Records.Tests;

/// <summary>From a raised fault to the centre's receipt, on a unit with fake ports. Slot 0 is the ledger, 64 and on are records.</summary>
[TestClass]
public class DeliveryTests
{
    private static UnitBench s_unit;

    [TestMethod]
    public void FirstConnect_SaysStateAboutSnapshotThenRecords()
    {
        RaiseOffline();
        s_unit.Link.Connect();
        s_unit.Run(1000);
        Assert.AreEqual("state", s_unit.Link.Kind(0));
        Assert.AreEqual("about", s_unit.Link.Kind(1));
        Assert.AreEqual("snapshot", s_unit.Link.Kind(2));
        Assert.AreEqual("alarm", s_unit.Link.Kind(3));
        Assert.AreEqual(4, s_unit.Link.Count);
        Assert.AreEqual("{\"v\":1,\"online\":true,\"epoch\":1111,\"session\":65537,\"boot\":1}", s_unit.Link.Payload(0));
    }

    [TestMethod]
    public void EachKind_HasItsTopicQualityAndRetention()
    {
        RaiseOffline();
        s_unit.Link.Connect();
        s_unit.Run(301000);
        IsSentAs("state", "irrigation/v1/east/well-3/state", true, true);
        IsSentAs("about", "irrigation/v1/east/well-3/about", true, true);
        IsSentAs("snapshot", "irrigation/v1/east/well-3/snapshot", true, true);
        IsSentAs("alarm", "irrigation/v1/east/well-3/alarm", true, false);
        IsSentAs("telemetry", "irrigation/v1/east/well-3/telemetry", false, false);
    }

    [TestMethod]
    public void Raise_IsKeptBeforeItIsPublished()
    {
        s_unit = Connected();
        s_unit.Io.Supply = 10000;
        s_unit.Link.MailboxTaken = true;
        s_unit.Run(8000);
        Assert.IsTrue(s_unit.Storage.Has(64));
        Assert.AreEqual(0, s_unit.Link.CountOf("alarm"));
        s_unit.Link.MailboxTaken = false;
        s_unit.Run(500);
        Assert.AreEqual(1, s_unit.Link.CountOf("alarm"));
        Assert.IsTrue(Text.Has("\"id\":\"1111-1\"", s_unit.Link.PayloadOf("alarm", 0)));
        Assert.IsTrue(Text.Has("\"historical\":false}", s_unit.Link.PayloadOf("alarm", 0)));
    }

    /// <summary>The supply begins to fail with a transition of level 3 waiting: what can wait stays behind, the alarm of level 1 does not.</summary>
    [TestMethod]
    public void SupplyFails_ALevelOneDoesNotWaitBehindALevelThree()
    {
        s_unit = Connected();
        s_unit.Io.Supply = 10000;
        s_unit.Run(2000);
        s_unit.Unit.Site.Transitions.Add(s_unit.Unit.Site.Catalogue, s_unit.Row(601), Firmware.Core.Faults.FaultEvent.Raised, 3, 1, 0, 0, 0, s_unit.Unit.Site.View.Readings);
        s_unit.Run(4500);
        Assert.IsTrue(s_unit.IsRaised(103));
        Assert.AreEqual(1, s_unit.Link.CountOf("alarm"));
        Assert.IsTrue(Text.Has("\"id\":\"1111-1\",\"code\":103,", s_unit.Link.PayloadOf("alarm", 0)), s_unit.Link.PayloadOf("alarm", 0));
        s_unit.Run(8000);
        Assert.IsTrue(Text.Has("\"code\":601,", s_unit.Link.PayloadOf("alarm", 1)));
    }

    [TestMethod]
    public void StorageRefuses_AlarmLeavesFromMemoryUnderAnEpochOfItsOwn()
    {
        s_unit = Connected();
        s_unit.Io.Supply = 10000;
        s_unit.Storage.RefuseWrites = 1000;
        s_unit.Run(17000);
        Assert.IsTrue(s_unit.IsRaised(103));
        Assert.IsTrue(Text.Has("\"id\":\"2863191498-1\",\"code\":103,", s_unit.Link.PayloadOf("alarm", 0)));
        Assert.IsTrue(s_unit.IsRaised(701));
        s_unit.Run(5000);
        Assert.IsTrue(Text.Has("\"id\":\"2863191498-2\",\"code\":701,", s_unit.Link.PayloadOf("alarm", 1)));
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":2863191498,\"upTo\":2,\"at\":1790000012}");
        s_unit.Run(1000);
        Assert.AreEqual(0, s_unit.Unit.Delivery.Counters.Refused);
        Assert.AreEqual(0, s_unit.Unit.Delivery.Counters.Waiting);
        s_unit.Storage.RefuseWrites = 0;
        Restart(1);
        Assert.AreEqual(1111, s_unit.Unit.Delivery.Counters.Epoch);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.NextSeq);
    }

    [TestMethod]
    public void StorageWorksAgain_TheNewEpochIsKept()
    {
        s_unit = Connected();
        s_unit.Io.Supply = 10000;
        s_unit.Storage.RefuseWrites = 3;
        s_unit.Run(30000);
        Assert.AreEqual(3, s_unit.Unit.Delivery.Counters.StorageErrors);
        Assert.IsTrue(s_unit.Unit.Delivery.Counters.Epoch != 1111);
        int next = s_unit.Unit.Delivery.Counters.NextSeq;
        int epoch = s_unit.Unit.Delivery.Counters.Epoch;
        Restart(1);
        Assert.AreEqual(epoch, s_unit.Unit.Delivery.Counters.Epoch);
        Assert.AreEqual(next, s_unit.Unit.Delivery.Counters.NextSeq);
    }

    [TestMethod]
    public void MoreTransitionsThanPlacesWhileStorageRefuses_TruthIsShownAndToldAfterwards()
    {
        s_unit = Connected();
        s_unit.Storage.RefuseWrites = 100000;
        for (int i = 0; i < 12; i++)
        {
            s_unit.Io.Supply = 10000;
            s_unit.Run(40000);
            Assert.IsTrue(s_unit.IsRaised(103));
            Assert.AreEqual(1, (int)s_unit.Unit.Site.Monitors.WorstLevel);
            s_unit.Io.Supply = 12600;
            s_unit.Run(40000);
            Assert.IsFalse(s_unit.IsRaised(103));
        }

        s_unit.Io.Supply = 10000;
        s_unit.Run(40000);
        Assert.IsTrue(s_unit.IsRaised(103));
        s_unit.Storage.RefuseWrites = 0;
        s_unit.Run(120000);
        Assert.AreEqual(13, s_unit.Unit.Site.Monitors.OccurrenceOf(s_unit.Row(103)));
        Assert.IsTrue(AlarmsWith("\"code\":103,\"name\":\"power.supply-low\",\"level\":1,\"event\":\"raised\",\"occurrence\":13,") > 0);
    }

    [TestMethod]
    public void AllStoredAndNotYetCleared_ANewAlarmWaitsForAPlaceAndIsNotLost()
    {
        s_unit = new UnitBench();
        for (int i = 0; i < 29; i++)
        {
            s_unit.Io.Supply = 10000;
            s_unit.Run(8000);
            s_unit.Io.Supply = 12600;
            s_unit.Run(95000);
        }

        // With 702, which says so, and one more raise all 59 places are taken, one by a record that stands for another.
        s_unit.Io.Supply = 10000;
        s_unit.Run(20000);
        s_unit.Link.Connect();
        s_unit.Run(4000);
        Assert.AreEqual(59, s_unit.Unit.Delivery.Counters.Waiting);
        int lost = s_unit.Unit.Delivery.Counters.Lost;
        int next = s_unit.Unit.Delivery.Counters.NextSeq;
        s_unit.Io.Supply = 12600;
        for (int scans = 0; scans < 1000 && s_unit.Unit.Site.Monitors.ClosenessOf(s_unit.Row(103)) > -110; scans++)
        {
            s_unit.Scan();
        }

        s_unit.Storage.RefuseDeletes = 2;
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":" + (next - 1) + ",\"at\":1790000012}");
        s_unit.Run(20000);
        Assert.IsFalse(s_unit.IsRaised(103));
        Assert.AreEqual(lost, s_unit.Unit.Delivery.Counters.Lost);
        string last = s_unit.Link.PayloadOf("alarm", s_unit.Link.CountOf("alarm") - 1);
        Assert.IsTrue(Text.Has("\"event\":\"cleared\"", last), last);
    }

    [TestMethod]
    public void StorageRefusesForLong_IsAskedOnceAMinute()
    {
        s_unit = Connected();
        s_unit.Io.Supply = 10000;
        s_unit.Storage.RefuseWrites = 1000;
        s_unit.Run(130000);
        int before = s_unit.Storage.Writes;
        s_unit.Run(120000);
        Assert.AreEqual(2, s_unit.Storage.Writes - before);
    }

    [TestMethod]
    public void StorageRefusesAgainAfterItWorked_IsAskedAfterASecondAgain()
    {
        s_unit = Connected();
        s_unit.Io.Supply = 10000;
        s_unit.Storage.RefuseWrites = 2;
        s_unit.Run(30000);
        Assert.AreEqual(1, s_unit.Storage.RecordCount());
        s_unit.Storage.RefuseWrites = 1;
        s_unit.Io.Supply = 12600;
        s_unit.Run(33500);
        Assert.AreEqual(2, s_unit.Storage.RecordCount());
    }

    [TestMethod]
    public void StorageRefuses_SnapshotShowsTheFaultAllTheSame()
    {
        s_unit = Connected();
        s_unit.Io.Supply = 10000;
        s_unit.Storage.RefuseWrites = 1000;
        s_unit.Run(15000);
        Assert.IsTrue(Text.Has("\"level\":1,\"faults\":[{\"code\":103,", s_unit.Link.PayloadOf("snapshot", s_unit.Link.CountOf("snapshot") - 1)));
    }

    [TestMethod]
    public void NewSessionSoonAfterASnapshot_GetsItsOwnAtOnce()
    {
        s_unit = Raised();
        s_unit.Link.Forget();
        s_unit.Link.Connect();
        s_unit.Run(500);
        s_unit.Link.Connect();
        s_unit.Run(500);
        Assert.AreEqual(2, s_unit.Link.CountOf("snapshot"));
    }

    [TestMethod]
    public void BrokerAcknowledges_RecordStays()
    {
        s_unit = Raised();
        s_unit.Run(10000);
        Assert.AreEqual(0, s_unit.Link.InFlight);
        Assert.IsTrue(s_unit.Storage.Has(64));
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.Waiting);
    }

    [TestMethod]
    public void NoReceipt_IsSentAgainAfterThirtySecondsThenSixty()
    {
        s_unit = Raised();
        s_unit.Run(27000);
        Assert.AreEqual(1, s_unit.Link.CountOf("alarm"));
        s_unit.Run(2000);
        Assert.AreEqual(2, s_unit.Link.CountOf("alarm"));
        s_unit.Run(58000);
        Assert.AreEqual(2, s_unit.Link.CountOf("alarm"));
        s_unit.Run(2000);
        Assert.AreEqual(3, s_unit.Link.CountOf("alarm"));
        Assert.AreEqual(3, AlarmsWith("\"id\":\"1111-1\""));
    }

    [TestMethod]
    public void Receipt_ClearsTheSlotAndEndsTheCopies()
    {
        s_unit = Raised();
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000012}");
        s_unit.Run(5000);
        Assert.IsFalse(s_unit.Storage.Has(64));
        Assert.AreEqual(0, s_unit.Unit.Delivery.Counters.Waiting);
        Assert.AreEqual(2, s_unit.Unit.Delivery.Counters.OldestSeq);
        s_unit.Run(100000);
        Assert.AreEqual(1, s_unit.Link.CountOf("alarm"));
        Assert.AreEqual(0, s_unit.Unit.Delivery.Counters.Refused);
    }

    /// <summary>Raised without a clock, set while the broker is away, then the power fails: the next start sends the record with its date.</summary>
    [TestMethod]
    public void RecordedWithoutAClock_IsDatedByALaterStart()
    {
        AlarmIsDatedAfterItIsRecorded();
        TheNextStartTellsItsDate();
    }

    /// <summary>As above, and a start without a clock or a link lies between: its ledger knows nothing of the time but what the one before told.</summary>
    [TestMethod]
    public void AStartWithoutAClock_TakesNoDateFromTheOneBefore()
    {
        AlarmIsDatedAfterItIsRecorded();
        for (int start = 0; start < 4; start++)
        {
            s_unit = new UnitBench(s_unit.Storage, new Settings(), 1);
            s_unit.Clock.UnixAtStart = 0;
            s_unit.Run(20000);
        }

        TheNextStartTellsItsDate();
    }

    private static void AlarmIsDatedAfterItIsRecorded()
    {
        s_unit = new UnitBench();
        s_unit.Clock.UnixAtStart = 0;
        s_unit.Io.Supply = 10000;
        s_unit.Run(10000);
        s_unit.Clock.UnixAtStart = UnitBench.Unix;
        s_unit.Io.Supply = 13600;
        s_unit.Run(70000);
    }

    private static void TheNextStartTellsItsDate()
    {
        var again = new UnitBench(s_unit.Storage, new Settings(), 1);
        again.Clock.UnixAtStart = 0;
        again.Link.Connect();
        again.Run(5000);
        string alarm = again.Link.PayloadOf("alarm", 0);
        Assert.IsTrue(Text.Has("\"onset\":{\"at\":1790000001,\"boot\":1,\"ms\":1000}", alarm) || Text.Has("\"onset\":{\"at\":1790000000,\"boot\":1,\"ms\":0}", alarm), alarm);
    }

    /// <summary>What <c>about</c> cannot hold it leaves out, and everything after it leaves all the same.</summary>
    [TestMethod]
    public void AnAboutThatDoesNotFit_LeavesWithoutItsSettings()
    {
        var quotes = new byte[600];
        string host = "";
        for (int i = 0; i < quotes.Length; i++)
        {
            quotes[i] = (byte)'"';
            host += i < 400 ? "\"" : "";
        }

        s_unit = new UnitBench(new MemoryStorage(), new Settings { Name = quotes, BrokerHost = host }, 1);
        s_unit.Link.Connect();
        s_unit.Run(10000);
        Assert.AreEqual(1, s_unit.Link.CountOf("about"));
        Assert.IsFalse(Text.Has("\"settings\"", s_unit.Link.PayloadOf("about", 0)));
        Assert.IsTrue(s_unit.Link.CountOf("snapshot") > 0);
    }

    /// <summary>The clock is set in the session: the snapshot, which dates what was sent without, does not wait for the next fault.</summary>
    [TestMethod]
    public void OnceTheClockIsSet_TheSnapshotSaysSo()
    {
        s_unit = new UnitBench();
        s_unit.Clock.UnixAtStart = 0;
        s_unit.Link.Connect();
        s_unit.Run(60000);
        int before = s_unit.Link.CountOf("snapshot");
        s_unit.Clock.UnixAtStart = UnitBench.Unix;
        s_unit.Run(7000);
        Assert.AreEqual(before + 1, s_unit.Link.CountOf("snapshot"));
        Assert.IsTrue(Text.Has("\"now\":{\"at\":17900000", s_unit.Link.PayloadOf("snapshot", before)));
    }

    [TestMethod]
    public void ReceiptInPlus_ClearsThatRecordOnly()
    {
        s_unit = Connected();
        RaiseBoth();
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":0,\"at\":1790000012,\"plus\":[[2,1790000012]]}");
        s_unit.Run(12000);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.Waiting);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.OldestSeq);
        Assert.AreEqual(1, s_unit.Storage.RecordCount());
    }

    [TestMethod]
    public void LedgerCannotBeSaved_SlotIsNotCleared()
    {
        s_unit = Connected();
        s_unit.Io.Supply = 10000;
        while (!s_unit.Storage.Has(64))
        {
            s_unit.Scan();
        }

        // The record is the only place that knows its seq until the ledger is written.
        s_unit.Storage.RefuseWrites = 1;
        s_unit.Run(500);
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000012}");
        s_unit.Run(400);
        Assert.IsTrue(s_unit.Storage.Has(64));
        Assert.AreEqual(0, s_unit.Unit.Delivery.Counters.Waiting);
        Assert.AreEqual(0, s_unit.Storage.Deletes);
        while (s_unit.Storage.Has(64))
        {
            s_unit.Scan();
        }

        var again = new UnitBench(s_unit.Storage, new Settings(), 1);
        Assert.AreEqual(2, again.Unit.Delivery.Counters.NextSeq);
    }

    [TestMethod]
    public void SlotCannotBeCleared_IsTriedAgain()
    {
        s_unit = Raised();
        s_unit.Run(8000);
        s_unit.Storage.RefuseDeletes = 2;
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000012}");
        s_unit.Run(15000);
        Assert.IsFalse(s_unit.Storage.Has(64));
        Assert.AreEqual(2, s_unit.Unit.Delivery.Counters.StorageErrors);
        Assert.AreEqual(1, s_unit.Link.CountOf("alarm"));
    }

    [TestMethod]
    [DataRow(1, "{\"epoch\":1112,\"upTo\":1,\"at\":1790000012}")]
    [DataRow(1, "{\"epoch\":1111,\"upTo\":2,\"at\":1790000012}")]
    [DataRow(1, "{\"epoch\":1111,\"upTo\":0,\"at\":1790000012,\"plus\":[[1,1],[2,1]]}")]
    [DataRow(1, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000012")]
    [DataRow(1, "{\"epoch\":1111,\"upTo\":\"1\",\"at\":1790000012}")]
    [DataRow(1, "")]
    [DataRow(2, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000012}")]
    [DataRow(3, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000012}")]
    public void ForeignMalformedOrRetainedReceipt_IsCountedAndRemovesNothing(int kind, string payload)
    {
        s_unit = Raised();
        s_unit.Link.Send((Inbound)kind, payload);
        s_unit.Run(1000);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.Refused);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.Waiting);
        Assert.IsTrue(s_unit.Storage.Has(64));
        Assert.IsFalse(s_unit.Unit.Delivery.CentreAnswered);
    }

    [TestMethod]
    public void Command_GoesToWhoTakesCommandsAndIsRefusedElse()
    {
        s_unit = Connected();
        s_unit.Link.Send(Inbound.Command, "{\"v\":1}");
        s_unit.Run(100);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.Refused);
        var sink = new CommandNotes();
        s_unit.Unit.Delivery.Commands = sink;
        s_unit.Link.Send(Inbound.Command, "{\"v\":2}");
        s_unit.Link.Send(Inbound.Refused, "{\"v\":3}");
        s_unit.Run(200);
        Assert.AreEqual("{\"v\":2}", sink.Last);
        Assert.AreEqual(2, s_unit.Unit.Delivery.Counters.Refused);
        sink.Refuses = true;
        s_unit.Link.Send(Inbound.Command, "{\"v\":4}");
        s_unit.Run(100);
        Assert.AreEqual(3, s_unit.Unit.Delivery.Counters.Refused);
    }

    [TestMethod]
    public void ReceiptBeforeAnythingWasSent_CannotBeAboveZero()
    {
        RaiseOffline();
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000012}");
        s_unit.Run(1000);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.Refused);
        Assert.IsTrue(s_unit.Storage.Has(64));
    }

    [TestMethod]
    public void NewSession_SendsTheRecordAgainAsHistorical()
    {
        s_unit = Raised();
        s_unit.Link.Reach = LinkReach.None;
        s_unit.Run(5000);
        s_unit.Link.Forget();
        s_unit.Link.Connect();
        s_unit.Run(1000);
        Assert.AreEqual("{\"v\":1,\"online\":true,\"epoch\":1111,\"session\":65538,\"boot\":1}", s_unit.Link.PayloadOf("state", 0));
        Assert.AreEqual(1, s_unit.Link.CountOf("alarm"));
        Assert.IsTrue(Text.Has("\"id\":\"1111-1\"", s_unit.Link.PayloadOf("alarm", 0)));
        Assert.IsTrue(Text.Has("\"historical\":true}", s_unit.Link.PayloadOf("alarm", 0)));
    }

    [TestMethod]
    public void RaisedWithoutAConnection_IsHistorical()
    {
        RaiseOffline();
        s_unit.Link.Connect();
        s_unit.Run(1000);
        Assert.IsTrue(Text.Has("\"historical\":true}", s_unit.Link.PayloadOf("alarm", 0)));
    }

    /// <summary>It connects once its number is on flash, and not before.</summary>
    [TestMethod]
    public void AStart_ConnectsWhenItsNumberIsKept()
    {
        s_unit = new UnitBench();
        s_unit.Scan();
        Assert.IsFalse(s_unit.Link.MayConnect, "the first write is that of the running mark");
        s_unit.Run(100);
        Assert.IsTrue(s_unit.Storage.Has(Slots.Ledger));
        Assert.IsTrue(s_unit.Link.MayConnect);
        Assert.AreEqual(UnitBench.FirstEpoch, s_unit.Link.NextEpoch);
    }

    /// <summary>A start of which storage keeps nothing has a number that the next one has again: its sessions have an epoch of their own, until the ledger knows it (Decisions/0145).</summary>
    [TestMethod]
    public void AStartThatStorageKeepsNothingOf_CountsItsSessionsInAnEpochOfItsOwn()
    {
        s_unit = new UnitBench();
        s_unit.Run(1000);
        s_unit = new UnitBench(s_unit.Storage, new Settings(), 1);
        s_unit.Storage.RefuseWrites = 1000000;
        s_unit.Run(200);
        Assert.IsTrue(s_unit.Link.MayConnect, "storage has refused");
        s_unit.Link.Connect();
        s_unit.Run(1000);
        Assert.AreEqual("{\"v\":1,\"online\":true,\"epoch\":417511477,\"session\":131073,\"boot\":2}", s_unit.Link.PayloadOf("state", 0));
        s_unit.Storage.RefuseWrites = 0;
        s_unit.Run(30000);
        Assert.AreEqual(1, s_unit.Link.CountOf("state"));
        s_unit.Link.Connect();
        s_unit.Run(1000);
        Assert.AreEqual("{\"v\":1,\"online\":true,\"epoch\":1111,\"session\":131074,\"boot\":2}", s_unit.Link.PayloadOf("state", 1));
    }

    [TestMethod]
    public void Restart_GoesOnWithTheSameEpochAndTheNextIds()
    {
        s_unit = Raised();
        s_unit.Run(500);
        Restart(1);
        Assert.AreEqual(1111, s_unit.Unit.Delivery.Counters.Epoch);
        Assert.AreEqual(2, s_unit.Unit.Delivery.Counters.Boot);
        Assert.AreEqual(2, s_unit.Unit.Delivery.Counters.NextSeq);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.OldestSeq);
        s_unit.Run(200);
        s_unit.Link.Connect();
        s_unit.Io.Supply = 10000;
        s_unit.Run(30000);
        Assert.AreEqual("{\"v\":1,\"online\":true,\"epoch\":1111,\"session\":131073,\"boot\":2}", s_unit.Link.PayloadOf("state", 0));
        Assert.IsTrue(Text.Has("\"id\":\"1111-1\",\"code\":103,", s_unit.Link.PayloadOf("alarm", 0)));
        Assert.IsTrue(Text.Has("\"occurrence\":1,\"onset\":{\"at\":1790000010,\"boot\":1,", s_unit.Link.PayloadOf("alarm", 0)));
        Assert.IsTrue(Text.Has("\"historical\":true}", s_unit.Link.PayloadOf("alarm", 0)));
        Assert.AreEqual(1, s_unit.Link.CountOf("alarm"));
        Assert.IsTrue(s_unit.IsRaised(103));
        s_unit.Io.Supply = 12600;
        s_unit.Run(40000);
        int last = s_unit.Link.CountOf("alarm") - 1;
        Assert.IsTrue(Text.Has("\"id\":\"1111-2\",\"code\":103,", s_unit.Link.PayloadOf("alarm", last)));
        Assert.IsTrue(Text.Has("\"event\":\"cleared\",\"occurrence\":1,", s_unit.Link.PayloadOf("alarm", last)));
    }

    [TestMethod]
    public void ReceiptForWhatWasSentBeforeTheRestart_IsTaken()
    {
        s_unit = Raised();
        s_unit.Run(500);
        Restart(1);
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000012}");
        s_unit.Run(1000);
        Assert.AreEqual(0, s_unit.Unit.Delivery.Counters.Refused);
        Assert.IsFalse(s_unit.Storage.Has(64));
    }

    [TestMethod]
    public void PowerGoesBetweenRecordAndLedger_IdAndOccurrenceAreNotUsedAgain()
    {
        s_unit = Connected();
        s_unit.Io.Supply = 10000;
        while (!s_unit.Storage.Has(64))
        {
            s_unit.Scan();
        }

        Restart(1);
        Assert.AreEqual(2, s_unit.Unit.Delivery.Counters.NextSeq);
        Assert.AreEqual(1, s_unit.Unit.Site.Monitors.OccurrenceOf(s_unit.Row(103)));
    }

    [TestMethod]
    public void StoreOfAnotherChip_BeginsANewEpoch()
    {
        s_unit = Raised();
        s_unit.Run(1000);
        var other = new UnitBench(s_unit.Storage, new Settings(), 2);
        Assert.AreEqual(2222, other.Unit.Delivery.Counters.Epoch);
        Assert.AreEqual(1, other.Unit.Delivery.Counters.Boot);
        Assert.AreEqual(1, other.Unit.Delivery.Counters.NextSeq);
        Assert.AreEqual(0, other.Unit.Delivery.Counters.Waiting);
        Assert.AreEqual(0, other.Unit.Site.Monitors.OccurrenceOf(other.Row(103)));
    }

    [TestMethod]
    public void LedgerTorn_OldRecordsAreDeliveredUnderTheirOwnIds()
    {
        s_unit = Raised();
        s_unit.Run(1000);
        s_unit.Storage.Tear(0, 20);
        Restart(1);
        Assert.AreEqual(2222, s_unit.Unit.Delivery.Counters.Epoch);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.Boot);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.Waiting);
        s_unit.Link.Connect();
        s_unit.Run(2000);
        Assert.IsTrue(Text.Has("\"id\":\"1111-1\",\"code\":103,", s_unit.Link.PayloadOf("alarm", 0)));
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000012}");
        s_unit.Run(1000);
        Assert.IsFalse(s_unit.Unit.Delivery.Journal.Outbox.HasEpoch(1111));
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.Waiting, "704, which tells of the ledger, under the new epoch");
        Assert.IsTrue(s_unit.IsRaised(704));
    }

    [TestMethod]
    public void RecordTorn_IsLeftOutAtTheStart()
    {
        s_unit = Raised();
        s_unit.Run(1000);
        s_unit.Storage.Tear(64, 50);
        Restart(1);
        Assert.AreEqual(0, s_unit.Unit.Delivery.Counters.Waiting);

        // The torn record may have had numbers that the ledger did not know yet.
        Assert.AreEqual(185, s_unit.Unit.Delivery.Counters.NextSeq);
    }

    /// <summary>Nobody knows the number of the torn record any more: the centre is told the range in which it lies.</summary>
    [TestMethod]
    public void RecordTorn_IsToldWithTheRangeOfItsNumber()
    {
        s_unit = Raised();
        s_unit.Run(1000);
        s_unit.Storage.Tear(64, 50);
        Restart(1);
        s_unit.Run(1000);
        s_unit.Link.Connect();
        s_unit.Run(2000);
        Assert.AreEqual(1, AlarmsWith("\"id\":\"1111-185\",\"code\":704,\"name\":\"storage.record-damaged\",\"level\":4,\"event\":\"lost\""));
        Assert.AreEqual(1, AlarmsWith("\"lost\":{\"from\":1,\"to\":184,\"count\":1}"));
    }

    /// <summary>
    /// Storage works again, and the power fails with the first ledger of the epoch of the memory: had storage said that this write failed, more could have been told since than it knows. Neither numbers nor occurrences go on in that
    /// epoch; they do once the ledger is written as what holds.
    /// </summary>
    [TestMethod]
    [DataRow(0, 417511477L)]
    [DataRow(1, 2863191498L)]
    public void LedgerWrittenWhileStorageRefused_IsTheEndOfItsEpoch(int moreWrites, long epoch)
    {
        s_unit = Connected();
        s_unit.Io.Supply = 10000;
        s_unit.Storage.RefuseWrites = 1000;
        s_unit.Run(17000);
        Assert.AreEqual(2863191498L, (uint)s_unit.Unit.Delivery.Counters.Epoch);
        s_unit.Storage.RefuseWrites = 0;
        s_unit.Storage.Watch(0);
        for (int scan = 0; s_unit.Storage.WritesTo(0) < 1 + moreWrites; scan++)
        {
            Assert.IsTrue(scan < 2000);
            s_unit.Scan();
        }

        Restart(1);
        Assert.AreEqual(epoch, (uint)s_unit.Unit.Delivery.Counters.Epoch);
        Assert.AreEqual(2, s_unit.Unit.Delivery.Counters.Boot);
        Assert.IsTrue(s_unit.IsRaised(103));
        int now = s_unit.Unit.Delivery.Counters.Epoch;
        s_unit.Run(20000);
        Restart(1);
        Assert.AreEqual(now, s_unit.Unit.Delivery.Counters.Epoch, "storage works: it goes on");
    }

    /// <summary>A record of a later epoch than the ledger's stands in a slot: what storage refused of the ledger's epoch, and kept all the same, may have stood there before. The numbers are passed over, once.</summary>
    [TestMethod]
    public void RecordOfALaterEpochThanTheLedgers_ItsNumbersAreNotGivenAgain()
    {
        RaiseOffline();
        byte[] buffer = new byte[1056];
        int count = s_unit.Storage.Read(64, buffer);
        Bytes.Put32(buffer, 6, 7777);
        Bytes.Put32(buffer, count - 4, (int)new TableChecksum().Crc32(buffer, count - 4));
        s_unit.Storage.Replace(64, buffer, count);
        Restart(1);
        Assert.AreEqual(1111, s_unit.Unit.Delivery.Counters.Epoch);
        Assert.AreEqual(185, s_unit.Unit.Delivery.Counters.NextSeq);
        s_unit.Run(1000);
        int next = s_unit.Unit.Delivery.Counters.NextSeq;
        Restart(1);
        Assert.AreEqual(next, s_unit.Unit.Delivery.Counters.NextSeq, "it is of an earlier start than the ledger");
        s_unit.Link.Connect();
        s_unit.Run(2000);
        Assert.AreEqual(1, RecordsWith("\"id\":\"7777-1\",\"code\":103,"));
    }

    /// <summary>The range begins after what the ledger knows to be stored and what is still there.</summary>
    [TestMethod]
    public void TheRangeOfATornRecord_BeginsBehindWhatIsKnown()
    {
        s_unit = Raised();
        s_unit.Run(1000);
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000012,\"plus\":[]}");
        s_unit.Run(20000);
        Assert.AreEqual(0, s_unit.Storage.RecordCount());
        s_unit.Link.Reach = LinkReach.None;
        s_unit.Io.Supply = 12600;
        s_unit.Run(40000);
        s_unit.Io.MainsLost = true;
        s_unit.Run(15000);
        Assert.AreEqual(2, s_unit.Storage.RecordCount(), "2: 103 cleared, 3: 101 raised");
        s_unit.Storage.Tear(65, 50);
        Restart(1);
        s_unit.Run(1000);
        s_unit.Link.Connect();
        s_unit.Run(2000);
        Assert.AreEqual(1, AlarmsWith("\"lost\":{\"from\":3,\"to\":186,\"count\":1}"));
    }

    [TestMethod]
    public void RecordTurnsUnreadable_CountsAsLostAndHoldsUpNothing()
    {
        s_unit = Raised();
        s_unit.Storage.Tear(64, 50);
        s_unit.Run(1000000);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.Lost);
        Assert.IsTrue(s_unit.IsRaised(704));
        Assert.AreEqual(2, s_unit.Unit.Delivery.Counters.Waiting);
        Assert.IsTrue(Text.Has("\"code\":704", s_unit.Link.PayloadOf("alarm", 1)));
        Assert.IsTrue(AlarmsWith("\"code\":704,\"name\":\"storage.record-damaged\",\"level\":4,\"event\":\"lost\"") > 0);
        Assert.IsTrue(AlarmsWith("\"lost\":{\"from\":1,\"to\":1,\"count\":1}") > 0, "its number is known");
        Assert.IsTrue(s_unit.Link.CountOf("telemetry") >= 2);
    }

    /// <summary>Only a snapshot that says that nothing waits lets the centre end what the unit does not name.</summary>
    [TestMethod]
    public void LastReceipt_IsFollowedByASnapshot()
    {
        s_unit = Raised();
        s_unit.Run(20000);
        int before = s_unit.Link.CountOf("snapshot");
        Assert.IsTrue(Text.Has("\"waiting\":1,", s_unit.Link.PayloadOf("snapshot", before - 1)));
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000012}");
        s_unit.Run(6000);
        Assert.AreEqual(before + 1, s_unit.Link.CountOf("snapshot"));
        Assert.IsTrue(Text.Has("\"oldest\":2,\"next\":2,", s_unit.Link.PayloadOf("snapshot", before)));
        Assert.IsTrue(Text.Has("\"waiting\":0,", s_unit.Link.PayloadOf("snapshot", before)));
    }

    /// <summary>
    /// Storage refuses a record, and its number is used up; the ledger does not say so yet. Told that it will never come, the centre would take the record for stored that gets it after a power cut.
    /// </summary>
    [TestMethod]
    public void NumberThatOnlyMemoryKnows_IsNotToldAsOneThatNeverComes()
    {
        s_unit = Connected();
        s_unit.Run(5000);
        s_unit.Io.Supply = 10000;
        s_unit.Storage.RefuseWrites = 2;
        for (int scan = 0; scan < 400 && s_unit.Unit.Delivery.Journal.NextSeq == 1; scan++)
        {
            s_unit.Run(50);
        }

        Assert.AreEqual(2, s_unit.Unit.Delivery.Journal.NextSeq);
        s_unit.Link.Connect();
        s_unit.Run(300);
        string snapshot = s_unit.Link.PayloadOf("snapshot", s_unit.Link.CountOf("snapshot") - 1);
        Assert.IsTrue(Text.Has("\"oldest\":1,\"next\":2,", snapshot), snapshot);
    }

    /// <summary>After 65,535 raises the numbers begin again, in an epoch in which nobody has heard them.</summary>
    [TestMethod]
    public void OccurrencesUsedUp_BeginAgainInANewEpoch()
    {
        s_unit = Connected();
        s_unit.Unit.Site.Monitors.RestoreOccurrence(s_unit.Row(103), 65534);
        s_unit.Io.Supply = 10000;
        Assert.IsTrue(s_unit.UntilRaised(103, 10000) >= 0);
        s_unit.Run(2000);
        Assert.IsTrue(Text.Has("\"id\":\"1111-1\",\"code\":103,", s_unit.Link.PayloadOf("alarm", 0)), s_unit.Link.PayloadOf("alarm", 0));
        Assert.IsTrue(Text.Has("\"occurrence\":65535,", s_unit.Link.PayloadOf("alarm", 0)));
        s_unit.Io.Supply = 13600;
        s_unit.Run(60000);
        Assert.IsFalse(s_unit.IsRaised(103));
        s_unit.Io.Supply = 10000;
        Assert.IsTrue(s_unit.UntilRaised(103, 10000) >= 0);
        s_unit.Run(70000);
        int epoch = s_unit.Unit.Delivery.Counters.Epoch;
        Assert.IsTrue(epoch != 1111);
        Assert.IsTrue(AlarmsWith("\"code\":103,\"name\":\"power.supply-low\",\"level\":1,\"event\":\"raised\",\"occurrence\":1,") > 0);
        Assert.AreEqual(0, AlarmsWith("\"occurrence\":0,"));
        Assert.AreEqual(1, s_unit.Unit.Site.Monitors.OccurrenceOf(s_unit.Row(103)));
        Restart(1);
        Assert.AreEqual(epoch, s_unit.Unit.Delivery.Counters.Epoch);
        Assert.AreEqual(1, s_unit.Unit.Site.Monitors.OccurrenceOf(s_unit.Row(103)));
        Assert.IsTrue(s_unit.IsRaised(103));
    }

    [TestMethod]
    public void ReadsFailForAWhile_NothingIsLost()
    {
        s_unit = Connected();
        s_unit.Storage.FailReads = true;
        s_unit.Io.Supply = 10000;
        s_unit.Run(20000);
        Assert.AreEqual(0, s_unit.Link.CountOf("alarm"));
        s_unit.Storage.FailReads = false;
        s_unit.Run(60000);
        Assert.IsTrue(AlarmsWith("\"event\":\"raised\"") > 0);
        Assert.AreEqual(0, s_unit.Unit.Delivery.Counters.Lost);
    }

    /// <summary>One loss waits to be told; then the ledger is torn, a new epoch begins, and more is lost: what was told before is counted with it, also where it could not be read for a while.</summary>
    [TestMethod]
    public void LossOfAnEarlierEpoch_IsCountedInTheNextOne()
    {
        s_unit = Raised();
        s_unit.Storage.Tear(64, 50);
        s_unit.Run(1000000);
        Assert.IsTrue(s_unit.Storage.Has(123));
        s_unit.Storage.Tear(0, 20);
        Restart(1);
        s_unit.Io.Supply = 10000;
        s_unit.Run(9000);
        Assert.IsTrue(s_unit.IsRaised(103));
        int torn = 0;
        for (int slot = 64; slot < 123; slot++)
        {
            if (s_unit.Storage.Has(slot))
            {
                s_unit.Storage.Tear(slot, 50);
                torn++;
            }
        }

        s_unit.Storage.Watch(123);
        s_unit.Storage.FailReadsFrom = 123;
        s_unit.Link.Connect();
        s_unit.Run(1200000);
        Assert.IsTrue(s_unit.Unit.Delivery.Counters.Lost >= torn);
        Assert.AreEqual(0, s_unit.Storage.WritesTo(123));
        s_unit.Storage.FailReadsFrom = 124;
        s_unit.Run(700000);
        Assert.IsTrue(AlarmsWith("\"count\":" + (1 + s_unit.Unit.Delivery.Counters.Lost) + "}") > 0);
    }

    /// <summary>A report that waits from before a new epoch: its receipt ends the copies, one far beyond it does not.</summary>
    [TestMethod]
    public void ReceiptForADocumentOfAnEarlierEpoch_IsTaken()
    {
        s_unit = new UnitBench();
        s_unit.Run(1000);
        s_unit.Storage.Tear(0, 20);
        Restart(1);
        Assert.AreEqual(2222, s_unit.Unit.Delivery.Counters.Epoch);
        var old = new OldDocument();
        s_unit.Unit.Delivery.Documents = old;
        s_unit.Link.Connect();
        s_unit.Run(1000);
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":190,\"at\":1790000012}");
        s_unit.Run(100);
        Assert.AreEqual(0, old.StoredTo);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.Refused);
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":5,\"at\":1790000012}");
        s_unit.Run(100);
        Assert.AreEqual(5, old.StoredTo);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.Refused);
    }

    /// <summary>A record of an earlier epoch with a higher number waits: it is older all the same, and what the present epoch told last holds after a restart.</summary>
    [TestMethod]
    public void RecordOfAnEarlierEpoch_DoesNotHideWhatWasToldLast()
    {
        s_unit = new UnitBench();
        for (int time = 0; time < 2; time++)
        {
            s_unit.Io.Supply = 10000;
            s_unit.Run(120000);
            s_unit.Io.Supply = 12500;
            s_unit.Run(120000);
        }

        Assert.IsTrue(s_unit.Unit.Delivery.Counters.NextSeq > 3);
        s_unit.Storage.Tear(0, 20);
        Restart(1);
        Assert.AreEqual(2222, s_unit.Unit.Delivery.Counters.Epoch);
        s_unit.Run(1000);
        s_unit.Io.Supply = 10000;
        s_unit.Run(9000);
        Assert.IsTrue(s_unit.IsRaised(103));
        int occurrence = s_unit.Unit.Site.Monitors.OccurrenceOf(s_unit.Unit.Site.Catalogue.RowOf(103));
        Restart(1);
        Assert.AreEqual(2222, s_unit.Unit.Delivery.Counters.Epoch);
        Assert.IsTrue(s_unit.IsRaised(103));
        Assert.AreEqual(occurrence, s_unit.Unit.Site.Monitors.OccurrenceOf(s_unit.Unit.Site.Catalogue.RowOf(103)));
    }

    /// <summary>Nothing can be read at the start: the unit works under an epoch of its own, writes over nothing, and restarts once all can be read.</summary>
    [TestMethod]
    public void NothingCanBeReadAtTheStart_TheRestartBehindItTakesAllUp()
    {
        RaiseOffline();
        s_unit.Unit.Site.Meter.TotalMillilitres = 123456000;
        s_unit.Run(700000);
        s_unit.Storage.FailReads = true;
        Restart(1);
        s_unit.Io.Supply = 10000;
        Assert.AreNotEqual(1111, s_unit.Unit.Delivery.Counters.Epoch);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Counters.Boot);
        for (int slot = 0; slot < 65; slot++)
        {
            s_unit.Storage.Watch(slot);
        }

        s_unit.Link.Connect();
        s_unit.Run(20000);
        Assert.AreEqual(1, Raised103());
        s_unit.Run(100000);
        Assert.IsFalse(s_unit.Unit.WantsRestart);
        s_unit.Storage.FailReads = false;
        RunUntilItWantsToRestart();
        for (int slot = 0; slot < 65; slot++)
        {
            Assert.AreEqual(0, s_unit.Storage.WritesTo(slot), "slot " + slot);
        }

        Restart(1);
        Assert.AreEqual(1111, s_unit.Unit.Delivery.Counters.Epoch);
        Assert.AreEqual(2, s_unit.Unit.Delivery.Counters.Boot);
        Assert.AreEqual(123456000L, s_unit.Unit.Site.Meter.TotalMillilitres);
        Assert.IsTrue(s_unit.IsRaised(103));
        Assert.AreEqual(0, s_unit.Unit.Delivery.Journal.Store.DamagedCount);
    }

    /// <summary>The slots of the outbox cannot be read at the start: no receipt is meant for what they hold, and an empty one is no loss.</summary>
    [TestMethod]
    public void OutboxUnreadAtTheStart_IsDeliveredByTheNextStart()
    {
        RaiseOffline();
        s_unit.Storage.FailReadsFrom = 64;
        Restart(1);
        s_unit.Link.Connect();
        s_unit.Run(1000);
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":0,\"at\":1790000012}");
        s_unit.Run(5000);
        Assert.IsTrue(s_unit.Storage.Has(64));
        s_unit.Storage.FailReadsFrom = 124;
        RunUntilItWantsToRestart();
        Assert.AreEqual(0, s_unit.Unit.Delivery.Counters.Lost);
        Restart(1);
        s_unit.Link.Connect();
        s_unit.Run(1000);
        Assert.AreEqual(1, RecordsWith("\"id\":\"1111-1\",\"code\":103,"));
        Assert.AreEqual(0, s_unit.Unit.Delivery.Counters.Lost);
        Assert.AreEqual(0, s_unit.Unit.Delivery.Journal.Store.DamagedCount);
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000012}");
        s_unit.Run(1000);
        Assert.IsFalse(s_unit.Storage.Has(64));
    }

    /// <summary>Nothing may be written: a new alarm of level 1 leaves from memory, and is on flash before the restart, under its id.</summary>
    [TestMethod]
    public void OutboxUnreadAtTheStart_ANewAlarmIsNotLost()
    {
        s_unit = new UnitBench();
        s_unit.Run(20000);
        s_unit.Storage.FailReadsFrom = 64;
        Restart(1);
        s_unit.Io.Supply = 10000;
        s_unit.Run(9000);
        Assert.IsTrue(s_unit.IsRaised(103));
        Assert.AreEqual(0, s_unit.Storage.RecordCount());
        s_unit.Link.Connect();
        s_unit.Run(2000);
        Assert.AreEqual(1, Raised103());
        s_unit.Storage.FailReadsFrom = 80;
        s_unit.Run(90000);
        Assert.AreEqual(0, s_unit.Storage.RecordCount());
        Assert.IsFalse(s_unit.Unit.WantsRestart);
        int epoch = s_unit.Unit.Delivery.Counters.Epoch;
        s_unit.Storage.FailReadsFrom = 124;
        RunUntilItWantsToRestart();
        Assert.IsTrue(s_unit.Storage.RecordCount() > 0);
        Restart(1);
        Assert.AreEqual(1111, s_unit.Unit.Delivery.Counters.Epoch);
        s_unit.Link.Connect();
        s_unit.Run(2000);
        Assert.AreEqual(1, RecordsWith("\"id\":\"" + (uint)epoch + "-1\",\"code\":103,"));
    }

    /// <summary>The record that tells of losses cannot be read now, and another loss is to be told with it: everything else goes on, and so does that once it can be read.</summary>
    [TestMethod]
    public void RecordOfLossesThatCannotBeRead_HoldsNothingElseUp()
    {
        s_unit = new UnitBench();
        s_unit.Run(1000);
        s_unit.Io.Supply = 10000;
        s_unit.Run(30000);
        s_unit.Io.Supply = 12500;
        s_unit.Run(120000);
        Assert.IsTrue(s_unit.Storage.Has(64) && s_unit.Storage.Has(65));
        s_unit.Storage.Tear(64, 20);
        Restart(1);
        s_unit.Run(30000);
        Assert.IsTrue(s_unit.Storage.Has(123));
        s_unit.Storage.Tear(65, 20);
        Restart(1);
        s_unit.Storage.FailReadsFrom = 123;
        s_unit.Storage.Watch(123);
        s_unit.Run(20000);
        s_unit.Unit.Delivery.Journal.Log.Add(EventKind.PageFailed, 700, 0, 20000);
        s_unit.Run(700000);
        Assert.IsFalse(s_unit.Unit.Delivery.Journal.Log.IsPending);
        Assert.AreEqual(0, s_unit.Storage.WritesTo(123));
        s_unit.Storage.FailReadsFrom = 124;
        s_unit.Run(2000000);
        Assert.AreEqual(1, s_unit.Storage.WritesTo(123));
    }

    [TestMethod]
    public void PulseVolume_SurvivesARestart()
    {
        s_unit = new UnitBench();
        s_unit.Io.Request = true;
        s_unit.Run(660000);
        Assert.IsTrue(s_unit.Unit.Site.Meter.TotalMillilitres > 7000000);
        Restart(1);
        Assert.IsTrue(s_unit.Unit.Site.Meter.TotalMillilitres > 6000000);
    }

    [TestMethod]
    public void SupplyFails_VolumeIsSavedAtOnce()
    {
        s_unit = new UnitBench();
        s_unit.Io.Request = true;
        s_unit.Run(60000);
        s_unit.Io.Supply = 10000;
        s_unit.Run(2000);
        long volume = s_unit.Unit.Site.Meter.TotalMillilitres;
        Restart(1);
        Assert.IsTrue(volume - s_unit.Unit.Site.Meter.TotalMillilitres <= 30000);
        Assert.IsTrue(s_unit.Unit.Site.Meter.TotalMillilitres > 500000);
    }

    [TestMethod]
    public void SnapshotsOnChange_AreFiveSecondsApart()
    {
        s_unit = Connected();
        s_unit.Link.Forget();
        long last = -1;
        for (int i = 0; i < 600; i++)
        {
            s_unit.Unit.Delivery.SnapshotChanged();
            int before = s_unit.Link.CountOf("snapshot");
            s_unit.Scan();
            if (s_unit.Link.CountOf("snapshot") > before)
            {
                Assert.IsTrue(last < 0 || s_unit.Clock.UptimeMs - last >= 5000);
                last = s_unit.Clock.UptimeMs;
            }
        }

        Assert.IsTrue(s_unit.Link.CountOf("snapshot") >= 5);
    }

    [TestMethod]
    public void NothingChanges_NoSnapshot()
    {
        s_unit = Connected();
        s_unit.Link.Forget();
        s_unit.Run(60000);
        Assert.AreEqual(0, s_unit.Link.CountOf("snapshot"));
    }

    [TestMethod]
    public void Telemetry_ComesEveryFiveMinutes()
    {
        s_unit = Connected();
        s_unit.Run(299000 - (int)s_unit.Clock.UptimeMs);
        Assert.AreEqual(0, s_unit.Link.CountOf("telemetry"));
        s_unit.Run(2000);
        Assert.AreEqual(2, s_unit.Link.CountOf("telemetry"));
        s_unit.Run(298000);
        Assert.AreEqual(2, s_unit.Link.CountOf("telemetry"));
        s_unit.Run(2000);
        Assert.AreEqual(4, s_unit.Link.CountOf("telemetry"));
        Assert.IsTrue(s_unit.Link.PayloadOf("telemetry", 0).StartsWith("{\"v\":1,\"now\":{\"at\":1790000300,\"boot\":1,\"ms\":300000},\"time\":\"synced\",\"readings\":{\"supply_mv\":13600,"));
        Assert.IsTrue(s_unit.Link.PayloadOf("telemetry", 1).StartsWith("{\"v\":1,\"now\":{\"at\":1790000300,\"boot\":1,\"ms\":300050},\"time\":\"synced\",\"readings\":{\"pump_mirror\":"));
    }

    [TestMethod]
    public void BrokerDoesNotAcknowledge_EightAreInFlightAtMost()
    {
        s_unit = new UnitBench();
        for (int i = 0; i < 8; i++)
        {
            s_unit.Io.Supply = 10000;
            s_unit.Run(7000);
            s_unit.Io.Supply = 12600;
            s_unit.Run(92000);
        }

        Assert.AreEqual(16, s_unit.Unit.Delivery.Counters.Waiting);
        s_unit.Link.Acknowledges = false;
        s_unit.Link.Connect();
        s_unit.Run(10000);
        Assert.AreEqual(8, s_unit.Link.InFlight);
        Assert.AreEqual(8, s_unit.Link.Count);
        s_unit.Link.Acknowledges = true;
        s_unit.Link.InFlight = 0;
        s_unit.Run(5000);
        Assert.AreEqual(16, RecordsWith("\"event\":"));
    }

    /// <summary>A store full of level 2 drains over a broker that acknowledges slowly; a level 1 raised meanwhile is the next record that leaves, and in the end the store is empty.</summary>
    [TestMethod]
    public void AFullStoreDrains_ANewLevelOneIsTheNextToLeave()
    {
        s_unit = new UnitBench();
        for (int occurrence = 1; occurrence <= 57; occurrence++)
        {
            s_unit.Unit.Site.Transitions.Add(s_unit.Unit.Site.Catalogue, s_unit.Row(104), Firmware.Core.Faults.FaultEvent.Raised, 2, occurrence, 0, 0, 0, s_unit.Unit.Site.View.Readings);
            s_unit.Run(2000);
        }

        Assert.AreEqual(58, s_unit.Unit.Delivery.Counters.Waiting, "with 702, which says so");
        s_unit.Link.Acknowledges = false;
        s_unit.Link.Connect();
        s_unit.Run(2000);
        Assert.AreEqual(8, s_unit.Link.InFlight);
        s_unit.Io.Supply = 10000;
        s_unit.Run(10000);
        Assert.IsTrue(s_unit.IsRaised(103));
        int sent = s_unit.Link.CountOf("alarm");
        Assert.AreEqual(0, AlarmsWith("\"code\":103,"));
        s_unit.Link.InFlight = 6; // room for the snapshot, whose level has changed, and for one record
        s_unit.Run(2000);
        Assert.AreEqual(sent + 1, s_unit.Link.CountOf("alarm"));
        Assert.IsTrue(Text.Has("\"code\":103,\"name\":\"power.supply-low\",\"level\":1,\"event\":\"raised\"", s_unit.Link.PayloadOf("alarm", sent)), s_unit.Link.PayloadOf("alarm", sent));
        s_unit.Link.Acknowledges = true;
        s_unit.Link.InFlight = 0;
        s_unit.Run(30000);
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":" + (s_unit.Unit.Delivery.Counters.NextSeq - 1) + ",\"at\":1790000012}");
        s_unit.Run(20000);
        Assert.AreEqual(0, s_unit.Unit.Delivery.Counters.Waiting);
        Assert.AreEqual(0, s_unit.Unit.Delivery.Counters.Lost);
    }

    [TestMethod]
    public void OneScan_WritesAndPublishesOnceAtMost()
    {
        RaiseOffline();
        RaiseBoth();
        s_unit.Link.Connect();
        for (int i = 0; i < 200; i++)
        {
            int writes = s_unit.Storage.Writes;
            int publishes = s_unit.Link.Count;
            s_unit.Scan();
            Assert.IsTrue(s_unit.Storage.Writes - writes <= 1);
            Assert.IsTrue(s_unit.Link.Count - publishes <= 1);
        }
    }

    [TestMethod]
    public void CentreAnswered_OnlyWhileTheBrokerIsThereAndInThisSession()
    {
        s_unit = Connected();
        Assert.IsFalse(s_unit.Unit.Delivery.CentreAnswered);
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":0,\"at\":1790000012}");
        s_unit.Run(100);
        Assert.IsTrue(s_unit.Unit.Delivery.CentreAnswered);
        s_unit.Link.Reach = LinkReach.Network;
        Assert.IsFalse(s_unit.Unit.Delivery.CentreAnswered);
        s_unit.Link.Connect();
        s_unit.Run(100);
        Assert.IsFalse(s_unit.Unit.Delivery.CentreAnswered);
    }

    [TestMethod]
    public void ReceiptSetsAClockThatNobodyElseSets()
    {
        s_unit = new UnitBench();
        s_unit.Clock.UnixAtStart = 0;
        s_unit.Link.Connect();
        s_unit.Run(1000);
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":0,\"at\":1790000012}");
        s_unit.Run(100);
        Assert.AreEqual(1790000012L, s_unit.Unit.Clock.UnixAt(s_unit.Clock.UptimeMs));
    }

    private static UnitBench Connected()
    {
        var unit = new UnitBench();
        unit.Link.Connect();
        unit.Run(10000);
        return unit;
    }

    private static UnitBench Raised()
    {
        UnitBench unit = Connected();
        unit.Io.Supply = 10000;
        unit.Run(7000);
        Assert.AreEqual(1, unit.Link.CountOf("alarm"));
        return unit;
    }

    private static void RaiseOffline()
    {
        s_unit = new UnitBench();
        s_unit.Io.Supply = 10000;
        s_unit.Run(7000);
        Assert.IsTrue(s_unit.Storage.Has(64));
    }

    /// <summary>305 while the supply is good, then 103.</summary>
    private static void RaiseBoth()
    {
        s_unit.Io.Supply = 12600;
        s_unit.Run(40000);
        s_unit.Io.Dry = true;
        s_unit.Io.Request = true;
        Assert.IsTrue(s_unit.UntilRaised(305, 40000) > 0);
        s_unit.Io.Supply = 10000;
        Assert.IsTrue(s_unit.UntilRaised(103, 10000) > 0);
        s_unit.Run(1000);
    }

    private static int Raised103() => RecordsWith("\"code\":103,\"name\":\"power.supply-low\",\"level\":1,\"event\":\"raised\"");

    private static void RunUntilItWantsToRestart()
    {
        for (int scans = 0; !s_unit.Unit.WantsRestart && scans < 2400; scans++)
        {
            s_unit.Scan();
        }

        Assert.IsTrue(s_unit.Unit.WantsRestart);
    }

    private static void Restart(byte macEnd)
    {
        s_unit = new UnitBench(s_unit.Storage, new Settings(), macEnd);
    }

    /// <summary>How often a part stands in all alarm messages: some are arrays of records.</summary>
    private static int RecordsWith(string part)
    {
        int count = 0;
        for (int i = 0; i < s_unit.Link.CountOf("alarm"); i++)
        {
            count += Text.Times(part, s_unit.Link.PayloadOf("alarm", i));
        }

        return count;
    }

    private static int AlarmsWith(string part)
    {
        int count = 0;
        for (int i = 0; i < s_unit.Link.CountOf("alarm"); i++)
        {
            count += Text.Has(part, s_unit.Link.PayloadOf("alarm", i)) ? 1 : 0;
        }

        return count;
    }

    private static void IsSentAs(string kind, string topic, bool atLeastOnce, bool retain)
    {
        int index = s_unit.Link.IndexOf(kind, 0);
        Assert.AreEqual(topic, s_unit.Link.Topic(index));
        Assert.AreEqual(atLeastOnce, s_unit.Link.AtLeastOnce(index));
        Assert.AreEqual(retain, s_unit.Link.Retain(index));
    }

    /// <summary>One document, number 5 of epoch 1111.</summary>
    private sealed class OldDocument : IDocuments
    {
        public int StoredTo;

        public bool IsDue(long nowMs, int session) => false;

        public string Write(MessageWriter json, byte[] room, Topics topics, long nowMs) => null;

        public void Sent(long nowMs, int session)
        {
        }

        public int SentEpoch => 0;

        public int SentSeq => 0;

        public void StoredUpTo(int epoch, int upTo) => StoredTo = epoch == 1111 ? upTo : StoredTo;

        public void StoredOne(int epoch, int seq)
        {
        }

        public int Oldest(int epoch, int next) => next;

        public int Behind(int epoch) => epoch == 1111 ? 6 : 1;

        public bool HasEpoch(int epoch) => epoch == 1111;
    }
}
