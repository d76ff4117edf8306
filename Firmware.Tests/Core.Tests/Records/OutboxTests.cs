using Firmware.Records;

namespace Core.Tests.Records;

/// <summary>Order, repetition, receipts and displacement. Sequence numbers are the age.</summary>
[TestClass]
public class OutboxTests
{
    private static Outbox s_outbox;

    [TestMethod]
    public void NothingKept_NothingToSend()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Assert.AreEqual(-1, s_outbox.NextToSend(0, 1));
        Assert.AreEqual(5, s_outbox.Oldest(1, 5));
        Assert.AreEqual(-1, s_outbox.NextDone());
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
        Assert.AreEqual(-1, s_outbox.NextToSend(0, 1));
        Assert.AreEqual(5, s_outbox.HighestSent);
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
    public void NoReceipt_IsSentAgainAtGrowingTimes()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 2);
        int[] waits = { 30000, 60000, 120000, 240000, 480000, 600000, 600000, 600000 };
        long nowMs = 1000;
        s_outbox.Sent(s_outbox.NextToSend(nowMs, 1), nowMs, 1);
        for (int i = 0; i < waits.Length; i++)
        {
            Assert.AreEqual(-1, s_outbox.NextToSend(nowMs + waits[i] - 1, 1));
            nowMs += waits[i];
            int place = s_outbox.NextToSend(nowMs, 1);
            Assert.IsTrue(place >= 0);
            s_outbox.Sent(place, nowMs, 1);
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
        Assert.AreEqual(1, s_outbox.SeqOf(s_outbox.NextToSend(1, 2)));
        s_outbox.Sent(0, 1, 2);
        Assert.AreEqual(2, s_outbox.SeqOf(s_outbox.NextToSend(1, 2)));
        s_outbox.Sent(1, 1, 2);
        Assert.AreEqual(-1, s_outbox.NextToSend(30000, 2));
        Assert.AreEqual(0, s_outbox.NextToSend(30001, 2));
    }

    [TestMethod]
    public void KeptBeforeThisSession_IsHistorical()
    {
        s_outbox = new Outbox { Epoch = 1 };
        s_outbox.Keep(0, 1, 1, 2, 0);
        s_outbox.Keep(1, 1, 2, 2, 3);
        Assert.IsTrue(s_outbox.IsHistorical(0, 3));
        Assert.IsFalse(s_outbox.IsHistorical(1, 3));
        Assert.IsTrue(s_outbox.IsHistorical(1, 4));
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
        Assert.AreEqual(2, s_outbox.Count);
        Assert.AreEqual(1, s_outbox.NextDone());
        IsSent(1);
        IsSent(3);
    }

    [TestMethod]
    public void DoneSlot_IsFreeOnlyOnceCleared()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 2);
        s_outbox.StoredUpTo(1, 1);
        Assert.AreEqual(1, s_outbox.PlaceFor(2, false));
        s_outbox.Cleared(0);
        Assert.AreEqual(0, s_outbox.DoneCount);
        Assert.AreEqual(0, s_outbox.PlaceFor(2, false));
        Assert.AreEqual(-1, s_outbox.NextDone());
    }

    [TestMethod]
    public void PlaceUsedAgain_IsSentAtOnce()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 2);
        IsSent(1);
        s_outbox.StoredUpTo(1, 1);
        s_outbox.Cleared(0);
        Keep(2, 2);
        IsSent(2);
    }

    [TestMethod]
    public void Full_DisplacesTheLeastImportantAndThenTheOldest()
    {
        s_outbox = new Outbox { Epoch = 1 };
        for (int seq = 1; seq <= 32; seq++)
        {
            Keep(seq, (byte)(seq == 20 || seq == 25 ? 4 : seq == 30 ? 3 : 2));
        }

        Displaces(3, 20, 33);
        Displaces(3, 25, 34);
        Displaces(2, 30, 35);
        Displaces(2, 33, 36);
        Displaces(2, 34, 37);
        Displaces(1, 1, 38);
        Displaces(2, 2, 39);
        Assert.AreEqual(7, s_outbox.Lost);
        Assert.AreEqual(32, s_outbox.Count);
    }

    [TestMethod]
    public void Full_NothingLessImportant_HasNoPlace()
    {
        s_outbox = new Outbox { Epoch = 1 };
        for (int seq = 1; seq <= 32; seq++)
        {
            Keep(seq, 1);
        }

        Assert.AreEqual(-1, s_outbox.PlaceFor(2, false));
        s_outbox.Displaced();
        Assert.AreEqual(1, s_outbox.Lost);
        Assert.AreEqual(32, s_outbox.Count);
        Assert.AreEqual(1, s_outbox.SeqOf(s_outbox.PlaceFor(1, false)));
    }

    [TestMethod]
    public void UnreadableRecord_IsGivenUpAfterFourTries()
    {
        s_outbox = new Outbox { Epoch = 1 };
        Keep(1, 2);
        long nowMs = 0;
        for (int tries = 0; tries < 4; tries++)
        {
            Assert.AreEqual(0, s_outbox.NextToSend(nowMs, 1));
            s_outbox.Unreadable(0, nowMs, 1);
            nowMs += 600000;
        }

        Assert.AreEqual(0, s_outbox.Lost);
        s_outbox.Unreadable(0, nowMs, 1);
        Assert.AreEqual(1, s_outbox.Lost);
        Assert.AreEqual(0, s_outbox.Count);
        Assert.AreEqual(1, s_outbox.DoneCount);
    }

    private static void Keep(int seq, byte level)
    {
        s_outbox.Keep(s_outbox.PlaceFor(level, false), 1, seq, level, 1);
    }

    private static void Displaces(byte level, int victim, int seq)
    {
        int place = s_outbox.PlaceFor(level, false);
        Assert.AreEqual(victim, s_outbox.SeqOf(place));
        s_outbox.Keep(place, 1, seq, level, 1);
    }

    private static void IsSent(int seq)
    {
        int place = s_outbox.NextToSend(0, 1);
        Assert.AreEqual(seq, place < 0 ? -1 : s_outbox.SeqOf(place));
        s_outbox.Sent(place, 0, 1);
    }
}
