using Core.Tests.Support;
using Firmware.Core.Faults;
using Firmware.Records;

namespace Records.Tests;

/// <summary>Order, repetition, receipts, and how room is made. Sequence numbers are the age; 59 places are for records, one for losses, four are memory.</summary>
[TestClass]
public class OutboxTests
{
    private static Outbox s_outbox;

    [TestMethod]
    public void NothingKept_NothingToSend()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Assert.AreEqual(-1, s_outbox.NextToSend(0));
        Assert.AreEqual(5, s_outbox.Oldest(1, 5));
        Assert.AreEqual(-1, s_outbox.NextDone());
        Assert.AreEqual(0, s_outbox.FreePlace());
    }

    [TestMethod]
    public void WorseLevelFirst_ThenOlder()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 3);
        Keep(2, 2);
        Keep(3, 1);
        Keep(4, 2);
        Keep(5, 1);
        IsSent(3);
        IsSent(5);
        IsSent(2);
        IsSent(4);
        IsSent(1);
        Assert.AreEqual(-1, s_outbox.NextToSend(0));
    }

    [TestMethod]
    public void RecordOfAnEarlierEpoch_IsOlder()
    {
        s_outbox = new Outbox { Epoch = 2 };
        s_outbox.Keep(0, Record(2, 1, 2, 301, FaultEvent.Raised), false);
        s_outbox.Keep(1, Record(1, 77, 2, 301, FaultEvent.Raised), true);
        Assert.AreEqual(1, s_outbox.NextToSend(0));
        Assert.AreEqual(0, s_outbox.LastOf(301));
    }

    [TestMethod]
    [DataRow(0, 30000)]
    [DataRow(1, 60000)]
    [DataRow(2, 120000)]
    [DataRow(3, 240000)]
    [DataRow(4, 480000)]
    [DataRow(5, 600000)]
    [DataRow(6, 600000)]
    [DataRow(255, 600000)]
    public void RetryTime_DoublesUpToTenMinutes(int tries, int milliseconds)
    {
        Assert.AreEqual(milliseconds, Outbox.RetryMs(tries));
    }

    [TestMethod]
    [DataRow(1000L)]
    [DataRow(4294960000L)]
    public void NoReceipt_IsSentAgainAtGrowingTimes(long nowMs)
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 2);
        int[] waits = { 30000, 60000, 120000, 240000, 480000, 600000, 600000, 600000 };
        s_outbox.Sent(s_outbox.NextToSend(nowMs), nowMs);
        for (int i = 0; i < waits.Length; i++)
        {
            Assert.AreEqual(-1, s_outbox.NextToSend(nowMs + waits[i] - 1));
            nowMs += waits[i];
            int place = s_outbox.NextToSend(nowMs);
            Assert.IsTrue(place >= 0);
            s_outbox.Sent(place, nowMs);
        }
    }

    [TestMethod]
    public void NewSession_SendsEveryRecordAgainAtOnceAndFromTheShortestTime()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 2);
        Keep(2, 2);
        IsSent(1);
        IsSent(2);
        s_outbox.BeginSession();
        IsSent(1);
        IsSent(2);
        Assert.AreEqual(-1, s_outbox.NextToSend(29999));
        Assert.AreEqual(0, s_outbox.NextToSend(30000));
    }

    [TestMethod]
    public void ComposedRecord_IsNotDueUntilItIsHandedOverOrTheSessionEnds()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 2);
        s_outbox.Compose(0);
        Assert.AreEqual(-1, s_outbox.NextToSend(1000000));
        Assert.IsFalse(s_outbox.MayBeStored(1, 1));
        s_outbox.BeginSession();
        Assert.AreEqual(0, s_outbox.NextToSend(0));
        s_outbox.Sent(0, 0);
        Assert.AreEqual(0, s_outbox.NextToSend(30000));
    }

    [TestMethod]
    public void KeptBeforeThisSession_IsHistorical()
    {
        s_outbox = new Outbox { Epoch = 1 };
        s_outbox.Keep(0, Record(1, 1, 2, 301, FaultEvent.Raised), true);
        s_outbox.Keep(1, Record(1, 2, 2, 302, FaultEvent.Raised), false);
        Assert.IsTrue(s_outbox.IsHistorical(0));
        Assert.IsFalse(s_outbox.IsHistorical(1));
        s_outbox.BeginSession();
        Assert.IsTrue(s_outbox.IsHistorical(1));
    }

    [TestMethod]
    public void StoredUpTo_FinishesAllBelow()
    {
        s_outbox = new Outbox { Epoch = 1 };
        for (int seq = 1; seq <= 5; seq++)
        {
            Keep(seq, 2);
        }

        s_outbox.StoredUpTo(1, 3);
        Assert.AreEqual(2, s_outbox.Count);
        Assert.AreEqual(3, s_outbox.DoneCount);
        Assert.AreEqual(4, s_outbox.Oldest(1, 6));
        s_outbox.StoredUpTo(1, 3);
        Assert.AreEqual(3, s_outbox.DoneCount);
        IsSent(4);
    }

    [TestMethod]
    public void StoredOne_FinishesThatOne()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 2);
        Keep(2, 2);
        Keep(3, 2);
        s_outbox.StoredOne(1, 2);
        s_outbox.StoredOne(1, 77);
        s_outbox.StoredOne(2, 1);
        Assert.AreEqual(2, s_outbox.Count);
        Assert.AreEqual(1, s_outbox.NextDone());
        IsSent(1);
        IsSent(3);
    }

    [TestMethod]
    public void ReceiptForWhatWasNeverSent_CannotBeMeantForUs()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 3);
        Keep(2, 1);
        IsSent(2);
        Assert.IsTrue(s_outbox.MayBeStored(1, 2));
        Assert.IsFalse(s_outbox.MayBeStored(1, 1));
        Assert.IsTrue(s_outbox.MayBeStoredUpTo(1, 0));
        Assert.IsFalse(s_outbox.MayBeStoredUpTo(1, 1));
        IsSent(1);
        Assert.IsTrue(s_outbox.MayBeStoredUpTo(1, 2));
    }

    [TestMethod]
    public void ReceiptForWhatThePreviousStartMayHaveSent_IsTaken()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 3);
        s_outbox.NoteOld(0);
        Assert.IsTrue(s_outbox.MayBeStoredUpTo(1, 1));
    }

    [TestMethod]
    public void DoneSlot_IsFreeOnlyOnceCleared()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 2);
        s_outbox.StoredUpTo(1, 1);
        Assert.AreEqual(1, s_outbox.FreePlace());
        s_outbox.Release(0);
        Assert.AreEqual(0, s_outbox.DoneCount);
        Assert.AreEqual(0, s_outbox.FreePlace());
        Assert.AreEqual(-1, s_outbox.NextDone());
    }

    [TestMethod]
    public void PlaceUsedAgain_IsSentAtOnce()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 2);
        IsSent(1);
        s_outbox.StoredUpTo(1, 1);
        s_outbox.Release(0);
        Keep(2, 2);
        IsSent(2);
    }

    [TestMethod]
    public void BetweenFirstRaiseAndLastTransition_GivesWayFirst()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Put(1, 1, 101, FaultEvent.Cleared);
        Put(2, 1, 101, FaultEvent.Raised);
        Put(3, 1, 101, FaultEvent.Cleared);
        Put(4, 1, 101, FaultEvent.Raised);
        Put(5, 3, 203, FaultEvent.Raised);
        Put(6, 3, 203, FaultEvent.Cleared);
        Assert.AreEqual(0, s_outbox.Coalescible(0));
        s_outbox.Release(0);
        Assert.AreEqual(2, s_outbox.Coalescible(0));
        s_outbox.Release(2);
        Assert.AreEqual(-1, s_outbox.Coalescible(0));
        Assert.AreEqual(3, s_outbox.LastOf(101));
    }

    [TestMethod]
    public void NewTransition_MakesTheLastOneOfItsCodeGiveWay()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Put(1, 1, 101, FaultEvent.Raised);
        Put(2, 1, 101, FaultEvent.Cleared);
        Assert.AreEqual(-1, s_outbox.Coalescible(102));
        Assert.AreEqual(1, s_outbox.Coalescible(101));
    }

    [TestMethod]
    public void Acknowledgement_GivesWayBeforeTheStateThatItIsYoungerThan()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Put(1, 1, 101, FaultEvent.Raised);
        Put(2, 1, 101, FaultEvent.Cleared);
        Put(3, 1, 101, FaultEvent.Acknowledged);
        Put(4, 1, 102, FaultEvent.Acknowledged);
        Assert.AreEqual(2, s_outbox.Coalescible(0));
        Assert.AreEqual(1, s_outbox.LastOf(101));
        Assert.AreEqual(3, s_outbox.LastOf(102));
    }

    [TestMethod]
    public void LessImportantCode_GivesWayBeforeAnOlderOne()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Put(1, 1, 101, FaultEvent.Raised);
        Put(2, 1, 101, FaultEvent.Cleared);
        Put(3, 1, 101, FaultEvent.Raised);
        Put(4, 4, 501, FaultEvent.Raised);
        Put(5, 4, 501, FaultEvent.Cleared);
        Put(6, 4, 501, FaultEvent.Raised);
        Assert.AreEqual(4, s_outbox.Coalescible(0));
    }

    [TestMethod]
    public void LevelsOneAndTwo_AreNeverDisplaced()
    {
        s_outbox = new Outbox { Epoch = 1 };
        for (int seq = 1; seq <= 59; seq++)
        {
            Keep(seq, (byte)(seq == 20 || seq == 25 ? 4 : seq == 30 ? 3 : 1 + (seq % 2)));
        }

        Assert.AreEqual(-1, s_outbox.FreePlace());
        Assert.AreEqual(20, s_outbox.SeqOf(s_outbox.Displaceable(1)));
        s_outbox.Release(s_outbox.Displaceable(4));
        s_outbox.Release(s_outbox.Displaceable(4));
        Assert.AreEqual(-1, s_outbox.Displaceable(4));
        Assert.AreEqual(30, s_outbox.SeqOf(s_outbox.Displaceable(3)));
        s_outbox.Release(s_outbox.Displaceable(2));
        Assert.AreEqual(-1, s_outbox.Displaceable(1));
        Assert.AreEqual(-1, s_outbox.Displaceable(2));
    }

    [TestMethod]
    public void TwoRecordsOfEachImportantRow_FitWithTheLossAndADrill()
    {
        var catalogue = new FaultCatalogue();
        int rows = 0;
        for (int row = 0; row < catalogue.Count; row++)
        {
            bool worse = catalogue.WorseLevel(row) != FaultCatalogue.NoLevel && catalogue.WorseLevel(row) <= 2;
            rows += catalogue.Level(row) <= 2 || worse ? 1 : 0;
        }

        Assert.IsTrue(rows >= 15);
        Assert.IsTrue((2 * rows) + 2 <= 60, rows.ToString());
    }

    [TestMethod]
    public void AnyOrderOfTransitions_KeepsFirstRaiseAndLastTransitionOfEachImportantCode()
    {
        // 28 codes of level 1 or 2 and 20 of level 3 or 4; no receipt ever comes.
        s_outbox = new Outbox { Epoch = 1 };
        uint noise = 20261121;
        var firstRaise = new int[48];
        var last = new int[48];
        for (int seq = 1; seq <= 20000; seq++)
        {
            noise = Text.Noise(noise);
            int code = 100 + (int)((noise >> 8) % 48);
            byte level = (byte)(code < 128 ? 1 + (code % 2) : 3 + (code % 2));
            noise = Text.Noise(noise);
            FaultEvent what = ((noise >> 8) & 1) == 0 ? FaultEvent.Raised : FaultEvent.Cleared;
            int place = s_outbox.FreePlace();
            int between = place >= 0 ? -1 : s_outbox.Coalescible(code);
            place = place >= 0 ? place : between >= 0 ? between : s_outbox.Displaceable(level);
            Assert.IsTrue(place >= 0 || level > 2, "a record of level 1 or 2 found no place, seq " + seq);
            if (place >= 0)
            {
                s_outbox.Keep(place, Record(1, seq, level, code, what), false);
                firstRaise[code - 100] = what == FaultEvent.Raised && firstRaise[code - 100] == 0 ? seq : firstRaise[code - 100];
                last[code - 100] = seq;
            }
        }

        for (int code = 100; code < 128; code++)
        {
            Assert.IsTrue(s_outbox.Find(1, firstRaise[code - 100]) >= 0, "first raise of " + code);
            Assert.IsTrue(s_outbox.Find(1, last[code - 100]) >= 0, "last transition of " + code);
        }
    }

    [TestMethod]
    public void MemoryFull_OnlyTheLessImportantGivesWay()
    {
        s_outbox = new Outbox { Epoch = 1 };
        for (int seq = 1; seq <= 4; seq++)
        {
            int place = s_outbox.MemoryPlaceFor(2);
            Assert.AreEqual(59 + seq, place);
            s_outbox.Keep(place, Record(1, seq, (byte)(seq == 3 ? 3 : 2), 300 + seq, FaultEvent.Raised), false);
        }

        Assert.AreEqual(62, s_outbox.MemoryPlaceFor(2));
        Assert.AreEqual(-1, s_outbox.MemoryPlaceFor(3));
        Assert.AreEqual(62, s_outbox.MemoryPlaceFor(1));
        Assert.AreEqual(60, s_outbox.WaitingInMemory());
        s_outbox.Move(60, 5);
        Assert.AreEqual(5, s_outbox.Find(1, 1));
        Assert.AreEqual(61, s_outbox.WaitingInMemory());
        Assert.AreEqual(4, s_outbox.Count);
    }

    [TestMethod]
    public void ReservedPlace_IsUsedLast()
    {
        s_outbox = new Outbox { Epoch = 1 };
        s_outbox.Reserve(0);
        for (int seq = 1; seq <= 58; seq++)
        {
            Assert.IsTrue(s_outbox.FreePlace() > 0);
            Keep(seq, 1);
        }

        Assert.AreEqual(0, s_outbox.FreePlace());
        Assert.AreEqual(58, s_outbox.Count);
    }

    [TestMethod]
    public void UnreadableRecord_IsGivenUpAfterFourTries()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 2);
        long nowMs = 0;
        for (int tries = 0; tries < 4; tries++)
        {
            Assert.AreEqual(0, s_outbox.NextToSend(nowMs));
            Assert.IsFalse(s_outbox.Unreadable(0, true, nowMs));
            Assert.IsFalse(s_outbox.MayBeStored(1, 1));
            nowMs += 600000;
        }

        Assert.AreEqual(0, s_outbox.Lost);
        Assert.IsTrue(s_outbox.Unreadable(0, true, nowMs));
        Assert.AreEqual(0, s_outbox.Count);
        Assert.AreEqual(1, s_outbox.DoneCount);
    }

    /// <summary>Found by the simulator: the copies that were sent counted as failed reads, and one busy read lost an alarm of level 1.</summary>
    [TestMethod]
    public void RecordThatOnlyCannotBeReadNow_IsNeverGivenUp()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 1);
        long nowMs = 0;
        for (int copies = 0; copies < 6; copies++)
        {
            s_outbox.Sent(0, nowMs);
            nowMs += 600000;
        }

        for (int tries = 0; tries < 300; tries++)
        {
            Assert.IsFalse(s_outbox.Unreadable(0, false, nowMs));
            nowMs += 600000;
        }

        Assert.IsFalse(s_outbox.Unreadable(0, true, nowMs));
        Assert.AreEqual(1, s_outbox.Count);
    }

    /// <summary>A record that was sent takes another one in: the receipt of the earlier copy does not end it; that of the next one does, which waits until the earlier ones have their answers.</summary>
    [TestMethod]
    public void GrownBehindItsCopy_IsEndedByTheReceiptOfTheNextOne()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 2);
        Send(0, 5000);
        s_outbox.Grow(0);
        s_outbox.StoredUpTo(1, 1);
        s_outbox.StoredOne(1, 1);
        Assert.AreEqual(1, s_outbox.Count);
        Assert.AreEqual(-1, s_outbox.NextToSend(34999));
        Assert.AreEqual(0, s_outbox.NextToSend(35000));
        s_outbox.Compose(0);
        s_outbox.StoredOne(1, 1);
        Assert.AreEqual(1, s_outbox.Count);
        s_outbox.Sent(0, 35050);
        s_outbox.StoredOne(1, 1);
        Assert.AreEqual(0, s_outbox.Count);
    }

    /// <summary>It grows while a copy of what it was waits for the mailbox: that copy says too little.</summary>
    [TestMethod]
    public void GrownBehindItsComposedCopy_IsSentAgain()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 2);
        s_outbox.Compose(0);
        s_outbox.Grow(0);
        s_outbox.Sent(0, 5000);
        s_outbox.StoredUpTo(1, 1);
        Assert.AreEqual(1, s_outbox.Count);
        Send(0, 35000);
        s_outbox.StoredUpTo(1, 1);
        Assert.AreEqual(0, s_outbox.Count);
    }

    /// <summary>The receipt that greets a session may be for a copy from before it grew, also before a restart; that of a record which stands for itself alone ends it.</summary>
    [TestMethod]
    [DataRow(1, 1)]
    [DataRow(0, 0)]
    public void GreetingReceipt_EndsNoneThatStandsForOthers(int others, int waiting)
    {
        s_outbox = new Outbox { Epoch = 1 };
        AlarmRecord record = Record(1, 7, 2, 301, FaultEvent.Cleared);
        record.OtherCount = others;
        s_outbox.Keep(0, record, true);
        s_outbox.NoteOld(0);
        s_outbox.StoredUpTo(1, 7);
        Assert.AreEqual(waiting, s_outbox.Count);
        Send(0, 5000);
        s_outbox.BeginSession();
        s_outbox.StoredUpTo(1, 7);
        Assert.AreEqual(waiting, s_outbox.Count);
        Send(0, 6000);
        s_outbox.StoredUpTo(1, 7);
        Assert.AreEqual(waiting, s_outbox.Count, "the answer to what left before it in this session");
        Assert.AreEqual(-1, s_outbox.NextToSend(35999));
        Send(0, 36000);
        s_outbox.StoredUpTo(1, 7);
        Assert.AreEqual(0, s_outbox.Count);
    }

    /// <summary>The broker's word is for one copy: that of a record that stands for others ends it at the first one, unless it has grown since.</summary>
    [TestMethod]
    public void WordOfTheBroker_EndsWhatStandsForOthersAtItsFirstCopy()
    {
        s_outbox = new Outbox { Epoch = 1 };
        AlarmRecord record = Record(1, 7, 2, 301, FaultEvent.Cleared);
        record.OtherCount = 1;
        s_outbox.Keep(0, record, true);
        s_outbox.NoteOld(0);
        Send(0, 5000);
        s_outbox.Grow(0);
        s_outbox.StoredAsSent(0);
        Assert.AreEqual(1, s_outbox.Count);
        Send(0, 35000);
        s_outbox.StoredAsSent(0);
        Assert.AreEqual(0, s_outbox.Count);
    }

    /// <summary>A slot that could not be read may hold any record: a drill whose record stands there is not gone.</summary>
    [TestMethod]
    public void AnUnreadSlot_MayHoldAnyRecord()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 2);
        Assert.IsTrue(s_outbox.MayHold(1, 1));
        Assert.IsFalse(s_outbox.MayHold(1, 2));
        s_outbox.KeepUnread(5);
        Assert.IsTrue(s_outbox.MayHold(1, 2));
        s_outbox.StoredUpTo(1, 9);
        Assert.IsTrue(s_outbox.MayHold(1, 2));
        s_outbox.Release(5);
        Assert.IsFalse(s_outbox.MayHold(1, 1));
    }

    /// <summary>Three records that could be taken in, and the place of each in turn is not readable: the next one gives way instead; with none left nothing does.</summary>
    [TestMethod]
    public void WhatCannotBeReadNow_GivesWayToNoOther()
    {
        s_outbox = new Outbox { Epoch = 1 };
        for (int seq = 1; seq <= 5; seq++)
        {
            Put(seq, 1, 301, seq % 2 == 1 ? FaultEvent.Raised : FaultEvent.Cleared);
        }

        Assert.AreEqual(1, s_outbox.Coalescible(0));
        Assert.IsFalse(s_outbox.HasUnreadable);
        s_outbox.Unreadable(1, false, 1000);
        Assert.IsTrue(s_outbox.HasUnreadable);
        Assert.AreEqual(-1, s_outbox.UnreadableToAsk(30999));
        Assert.AreEqual(1, s_outbox.UnreadableToAsk(31000));
        Assert.AreEqual(2, s_outbox.Coalescible(0));
        s_outbox.Unreadable(2, false, 1000);
        s_outbox.Unreadable(3, false, 1000);
        Assert.AreEqual(-1, s_outbox.Coalescible(0));
        s_outbox.NoteReadable(2);
        Assert.AreEqual(2, s_outbox.Coalescible(0));
        s_outbox.Unreadable(4, false, 1000);
        Assert.AreEqual(-1, s_outbox.Coalescible(0), "the last one, which is to take it in, cannot be read");
        Assert.AreEqual(2, s_outbox.Coalescible(301), "the new transition is the last one");
    }

    private static void Send(int place, long nowMs)
    {
        s_outbox.Compose(place);
        s_outbox.Sent(place, nowMs);
    }

    private static AlarmRecord Record(int epoch, int seq, byte level, int code, FaultEvent what)
    {
        return new AlarmRecord { Epoch = epoch, Seq = seq, Level = level, Code = code, Event = what };
    }

    private static void Keep(int seq, byte level)
    {
        Put(seq, level, 1000 + seq, FaultEvent.Raised);
    }

    private static void Put(int seq, byte level, int code, FaultEvent what)
    {
        s_outbox.Keep(s_outbox.FreePlace(), Record(1, seq, level, code, what), false);
    }

    private static void IsSent(int seq)
    {
        int place = s_outbox.NextToSend(0);
        Assert.AreEqual(seq, place < 0 ? -1 : s_outbox.SeqOf(place));
        s_outbox.Sent(place, 0);
    }
}
