using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Service;
using Firmware.Records;

namespace Records.Tests;

/// <summary>What a power cut may cost of the event log: nothing that is urgent, of the rest ten minutes.</summary>
[TestClass]
public class EventLogTests
{
    private const int TenMinutesMs = 600000;

    private static MemoryStorage s_storage;
    private static EventLog s_log;

    [TestMethod]
    public void AnEntryWaitsTenMinutes_FromTheFirstOfItsGroup()
    {
        Begin(new MemoryStorage());
        Add(1000, 1);
        Add(500000, 2);
        Assert.IsFalse(s_log.IsDue(1000 + TenMinutesMs - 1));
        Assert.IsTrue(s_log.IsDue(1000 + TenMinutesMs));
        Assert.IsFalse(s_log.IsUrgent);
        Assert.IsTrue(s_log.Write(1000 + TenMinutesMs));
        Assert.IsFalse(s_log.IsDue(1000 + (10 * TenMinutesMs)));
        Assert.AreEqual(1, s_storage.Writes);
    }

    [TestMethod]
    public void AnUrgentEntryIsDueAtOnce_AndTakesThoseBeforeItAlong()
    {
        Begin(new MemoryStorage());
        Add(1000, 1);
        Assert.IsFalse(s_log.IsDue(2000));
        s_log.AddUrgent(EventKind.Transition, 103, 1, 2000);
        Assert.IsTrue(s_log.IsUrgent);
        Assert.IsTrue(s_log.IsDue(2000));
        Assert.IsTrue(s_log.Write(2000));
        Assert.IsFalse(s_log.IsUrgent);
        Assert.IsFalse(s_log.IsDue(2000));
        Begin(s_storage);
        Assert.AreEqual("103 1", Codes());
    }

    /// <summary>With eight short entries a page has no room for a long one: it is written before its ten minutes are over.</summary>
    [TestMethod]
    public void APageWithoutRoomIsDue()
    {
        Begin(new MemoryStorage());
        for (int code = 1; code <= 7; code++)
        {
            Add(1000, code);
            Assert.IsFalse(s_log.IsDue(1000), code.ToString());
        }

        Add(1000, 8);
        Assert.IsTrue(s_log.IsDue(1000));
        Assert.IsFalse(s_log.IsUrgent);
    }

    [TestMethod]
    [DataRow(599999, "")]
    [DataRow(600000, "2 1")]
    public void ThePowerGoes_WhatWaitedLessThanTenMinutesIsLost(int afterMs, string found)
    {
        Begin(new MemoryStorage());
        Add(1000, 1);
        Add(2000, 2);
        if (s_log.IsDue(1000 + afterMs))
        {
            s_log.Write(1000 + afterMs);
        }

        Begin(s_storage);
        Assert.AreEqual(found, Codes());
    }

    /// <summary>A page that was begun goes on after a restart, and so do the numbers.</summary>
    [TestMethod]
    public void AfterARestartThePageGoesOn()
    {
        Begin(new MemoryStorage());
        s_log.AddUrgent(EventKind.Transition, 103, 1, 1000);
        s_log.Write(1000);
        Begin(s_storage);
        s_log.AddUrgent(EventKind.Transition, 201, 1, 1000);
        s_log.Write(1000);
        Begin(s_storage);
        Assert.AreEqual("201 103", Codes());
        Assert.AreEqual(2, s_storage.WritesTo(44));
    }

    /// <summary>Six pages: with the first entry of a seventh the oldest nine are gone, and a restart reads the same.</summary>
    [TestMethod]
    public void TheOldestPageMakesRoom()
    {
        Begin(new MemoryStorage());
        for (int code = 1; code <= 54; code++)
        {
            s_log.AddUrgent(EventKind.Transition, code, 1, 1000);
            s_log.Write(1000);
        }

        Assert.IsTrue(Codes().EndsWith(" 2 1"), Codes());
        s_log.AddUrgent(EventKind.Transition, 55, 1, 1000);
        s_log.Write(1000);
        Assert.IsTrue(Codes().StartsWith("55 54 53 "), Codes());
        Assert.IsTrue(Codes().EndsWith(" 11 10"), Codes());
        string before = Codes();
        Begin(s_storage);
        Assert.AreEqual(before, Codes());
    }

    /// <summary>Storage refuses: a page holds what there is room for, what came after is counted, and said with the next entry that has room.</summary>
    [TestMethod]
    public void WhatFoundNoRoomIsCounted()
    {
        Begin(new MemoryStorage());
        for (int code = 1; code <= 12; code++)
        {
            s_log.AddUrgent(EventKind.Transition, code, 1, 1000);
        }

        s_storage.RefuseWrites = 1;
        Assert.IsFalse(s_log.Write(1000));
        Assert.IsTrue(s_log.IsUrgent);
        Assert.IsTrue(s_log.Write(2000));
        s_log.AddUrgent(EventKind.Transition, 13, 1, 3000);
        s_log.Write(3000);
        Begin(s_storage);
        var reader = new EventReader(s_log);
        var entry = new EventRecord();
        Assert.IsTrue(reader.TryOlder(entry));
        Assert.AreEqual(13, entry.Code);
        Assert.IsTrue(reader.TryOlder(entry));
        Assert.AreEqual((int)EventKind.EntriesLost, (int)entry.Kind);
        Assert.AreEqual(3, entry.Value);
        Assert.IsTrue(reader.TryOlder(entry));
        Assert.AreEqual(9, entry.Code);
    }

    /// <summary>
    /// The ring is in its second round, and the length of the page that is being written is damaged: what stood there in the first round, and is longer, is read with it, and is not of the log any more.
    /// </summary>
    [TestMethod]
    public void WhatTheRingHadWrittenOver_DoesNotComeBack()
    {
        var old = new byte[EventLog.PageBytes];
        var page = new byte[EventLog.PageBytes];
        Begin(new MemoryStorage());
        for (int code = 1; code <= 56; code++)
        {
            s_log.AddUrgent(EventKind.Transition, code, 1, 1000);
            s_log.Write(1000);
            if (code == 9)
            {
                Assert.AreEqual(360, s_storage.Read(44, old));
            }
        }

        string before = Codes();
        int count = s_storage.Read(44, page);
        Assert.AreEqual(80, count);
        System.Array.Copy(page, old, count);
        s_storage.Replace(44, old, 360);
        Begin(s_storage);
        Assert.AreEqual(before, Codes());
        Assert.IsTrue(s_log.Mend(0, old, 2000));
        Assert.AreEqual(80, s_storage.Read(44, page));
        s_log.AddUrgent(EventKind.Transition, 57, 1, 1000);
        Assert.AreEqual("57 " + before, Codes());
    }

    private static void Begin(MemoryStorage storage)
    {
        s_storage = storage;
        s_log = new EventLog(new RecordStamp(new byte[6], new UnitClock(), new TableChecksum()), new TableChecksum());
        s_log.Begin(new RecordStore(storage), new byte[EventLog.PageBytes]);
    }

    private static void Add(long nowMs, int code) => s_log.Add(EventKind.Drill, code, 1, nowMs);

    /// <summary>The codes of all entries, the youngest first.</summary>
    private static string Codes()
    {
        var reader = new EventReader(s_log);
        var entry = new EventRecord();
        string codes = "";
        while (reader.TryOlder(entry))
        {
            codes += (codes == "" ? "" : " ") + entry.Code;
        }

        return codes;
    }
}
