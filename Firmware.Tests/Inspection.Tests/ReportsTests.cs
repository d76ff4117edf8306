using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Planning;
using Firmware.Core.Service;
using Firmware.Records;
using Firmware.Records.Messaging;
using Inspection.Tests.Support;

namespace Inspection.Tests;

/// <summary>Reports: what stands in them, and that they stay until every part is stored.</summary>
[TestClass]
public class ReportsTests
{
    [TestMethod]
    public void FirstPart_SaysWhatItWasAndWhatCameOfIt()
    {
        Bench bench = Shutdown();
        Assert.AreEqual(
            "{\"v\":1,\"id\":\"1111-100\",\"kind\":\"report\",\"report\":\"1111-100\",\"part\":1,\"parts\":2,\"number\":1,\"plans\":[\"shutdown\"],\"by\":\"console\",\"person\":12,"
            + "\"began\":1790000000,\"ended\":1790000600,\"interrupted\":false,\"items\":4,\"passed\":2,\"failed\":2,\"not_tested\":0,\"not_fitted\":0,\"faults\":[103,305],"
            + "\"replace\":[\"PSU-12V\",\"PMP-SET\"]",
            WithoutCrc(bench.Send()));
    }

    [TestMethod]
    public void OtherParts_CarryTheItems()
    {
        Bench bench = Shutdown();
        bench.Send();
        Assert.AreEqual(
            "{\"v\":1,\"id\":\"1111-101\",\"kind\":\"report\",\"report\":\"1111-100\",\"part\":2,\"parts\":2,\"items\":[{\"item\":\"components.state\",\"result\":\"pass\"},"
            + "{\"item\":\"pipes.state\",\"result\":\"fail\"},{\"item\":\"pipes.insulation\",\"result\":\"pass\"},{\"item\":\"faults.raised\",\"result\":\"fail\",\"value\":2,\"pm\":0,\"low\":0,"
            + "\"high\":0}]",
            WithoutCrc(bench.Send()));
    }

    [TestMethod]
    public void Part_EndsWithTheCrcOfAllBeforeIt()
    {
        string part = Shutdown().Send();
        int at = part.IndexOf(",\"crc32\":");
        byte[] before = Text.Utf8(part.Substring(0, at));
        Assert.AreEqual(",\"crc32\":" + new TableChecksum().Crc32(before, before.Length) + "}", part.Substring(at));
    }

    /// <summary>A unit with a key signs, over the same bytes; the keyed hash itself is tested on the device's side against RFC 4231.</summary>
    [TestMethod]
    public void Part_OfAUnitWithAKeyEndsWithItsHmac()
    {
        var json = new JsonWriter(new byte[256]);
        json.Reset();
        json.BeginObject();
        json.Member("v", 1);
        Signed().Write(json);
        json.EndObject();
        string part = Text.Of(json.Buffer, json.Count);
        byte[] hash = new FakeKeyedHash().Compute(Key(), Text.Utf8("{\"v\":1"));
        string expected = "";
        for (int i = 0; i < 16; i++)
        {
            expected += hash[i].ToString("X2").ToLower();
        }

        Assert.AreEqual("{\"v\":1,\"hmac\":\"" + expected + "\"}", part);
    }

    [TestMethod]
    public void Value_StandsWithItsLimitsItsUnitAndTheOneBefore()
    {
        var bench = new Bench();
        bench.Items.Both(Signal.Supply, 13500, 13400);
        bench.CarryOut(Plan.Patrol);
        int behind = bench.Reports.Behind(1111);
        bench.Items.Both(Signal.Supply, 12900, 12800);
        bench.CarryOut(Plan.Patrol);
        bench.Store(1111, behind - 1);
        string all = "";
        for (string part = bench.Send(); part != null; part = bench.Send())
        {
            all += part;
        }

        Assert.IsTrue(Text.Has("{\"item\":\"supply.rest\",\"result\":\"pass\",\"value\":12900,\"pm\":100,\"low\":11400,\"high\":15000,\"unit\":\"mV\",\"was\":13500}", all));
    }

    [TestMethod]
    public void LongestPart_FitsIntoItsBound()
    {
        var buffer = new byte[1024];
        var settings = new Settings();
        var items = new ItemBench();
        items.Run.Start(Plan.All, Starter.Schedule, 999999999, 1790000000);
        for (int row = 0; row < items.Run.Checklist.Count; row++)
        {
            items.Run.SetBefore(row, true, int.MinValue);
            items.Run.Set(row, ItemResult.NotTested, ItemReason.NothingToCompare, true, int.MinValue, 16383);
        }

        short[] faults = { 103, 305, 302, 101, 201 };
        faults.CopyTo(items.Run.Faults, 0);
        int count = RunRecord.Write(buffer, items.Run, 65535, -1, 2147480000, new TableChecksum());
        Assert.IsTrue(count <= 1024);
        var json = new JsonWriter(new byte[2048]);
        int parts = ReportMessage.Parts(ReportMessage.Items(buffer, count));
        Assert.IsTrue(parts <= 16);
        for (int part = 0; part < parts; part++)
        {
            ReportMessage.Write(json, buffer, count, part, new Checklist(settings), new FaultCatalogue(), Signed());
            Assert.IsTrue(json.Count <= ReportMessage.MaxBytes);
        }
    }

    [TestMethod]
    public void PartThatWasNotStored_IsSentAgainAfterAMinuteAndInANewSession()
    {
        Bench bench = Shutdown();
        bench.Send();
        bench.Send();
        Assert.IsNull(bench.Send());
        bench.StoreOne(1111, 100);
        bench.NowMs += 59000;
        Assert.IsNull(bench.Send());
        bench.NowMs += 1000;
        Assert.IsTrue(Text.Has("\"part\":2", bench.Send()));
        Assert.IsNull(bench.Send());
        bench.Session++;
        Assert.IsTrue(Text.Has("\"part\":2", bench.Send()));
    }

    [TestMethod]
    public void Report_LeavesWhenEveryPartIsStored()
    {
        Bench bench = Shutdown();
        Assert.AreEqual(1, bench.Reports.Waiting);
        Assert.AreEqual(100, bench.Reports.Oldest(1111, 500));
        bench.StoreOne(1111, 101);
        Assert.AreEqual(1, bench.Reports.Waiting);
        bench.Store(1111, 100);
        Assert.AreEqual(0, bench.Reports.Waiting);
        Assert.AreEqual(500, bench.Reports.Oldest(1111, 500));
        Assert.IsNull(bench.Send());
    }

    [TestMethod]
    public void ReceiptOfAnotherEpoch_StoresNothing()
    {
        Bench bench = Shutdown();
        bench.Store(2222, 1000);
        bench.StoreOne(2222, 100);
        Assert.AreEqual(1, bench.Reports.Waiting);
    }

    /// <summary>A restart before the receipt sends the same parts under the same numbers; one after it sends nothing.</summary>
    [TestMethod]
    public void Restart_KeepsWhatWasNotStored()
    {
        Bench bench = Shutdown();
        string first = bench.Send();
        var again = new Bench(bench.Storage);
        Assert.AreEqual(102, again.Reports.Behind(1111));
        Assert.IsTrue(again.Reports.HasEpoch(1111));
        Assert.IsFalse(again.Reports.HasEpoch(2222));
        Assert.AreEqual(first, again.Send());
        again.Store(1111, 101);
        again.Save();
        var third = new Bench(bench.Storage);
        Assert.AreEqual(0, third.Reports.Waiting);
        Assert.IsFalse(third.Reports.HasEpoch(1111));
        Assert.IsNull(third.Send());
    }

    /// <summary>After a start the centre says with one word how far it has come.</summary>
    [TestMethod]
    public void TwoReportsAcknowledgedByOneReceipt_AreBothStoredOverTheNextStart()
    {
        Bench bench = Shutdown();
        bench.CarryOut(Plan.Shutdown);
        var after = new Bench(bench.Storage);
        Assert.AreEqual(2, after.Reports.Waiting);
        after.Store(1111, 999);
        Assert.AreEqual(0, after.Reports.Waiting);
        after.Save();
        Assert.AreEqual(0, new Bench(after.Storage).Reports.Waiting);
    }

    [TestMethod]
    public void TwoReports_LeaveInTheirOrder()
    {
        var bench = new Bench();
        bench.CarryOut(Plan.Shutdown);
        bench.CarryOut(Plan.Shutdown);
        Assert.IsTrue(Text.Has("\"number\":1", bench.Send()));
        bench.Store(1111, 101);
        Assert.IsTrue(Text.Has("\"number\":2", bench.Send()));
    }

    /// <summary>A third report while two wait: the oldest gives way, each of its parts that the centre has not stored is told as lost, and the count outlasts a restart.</summary>
    [TestMethod]
    public void ThirdReport_TakesThePlaceOfTheOldestAndItsLossIsTold()
    {
        var bench = new Bench();
        Assert.IsTrue(bench.Reports.HasRoom);
        bench.CarryOut(Plan.Shutdown);
        Assert.IsTrue(bench.Reports.HasRoom);
        bench.CarryOut(Plan.Shutdown);
        Assert.IsFalse(bench.Reports.HasRoom);
        Assert.AreEqual(1, bench.Reports.ToGo(1));
        bench.StoreOne(1111, 100);
        bench.CarryOut(Plan.Shutdown);
        Assert.AreEqual("702:1111-101 ", bench.Sequence.Lost);
        Assert.AreEqual(1, bench.Reports.Lost);
        Assert.AreEqual(102, bench.Reports.Oldest(1111, 500));
        var again = new Bench(bench.Storage);
        Assert.AreEqual(1, again.Reports.Lost);
        Assert.AreEqual(2, again.Reports.Waiting);
        Assert.IsFalse(again.Reports.HasRoom);
        again.Store(1111, 103);
        Assert.IsTrue(again.Reports.HasRoom);
        again.Save();
        again.CarryOut(Plan.Shutdown);
        Assert.AreEqual("", again.Sequence.Lost);
        Assert.AreEqual(1, again.Reports.Lost);
    }

    /// <summary>An exchange of a meter stands in each report until one with it is acknowledged, over a restart and whatever report is lost.</summary>
    [TestMethod]
    public void Exchange_StandsInEachReportUntilOneIsAcknowledged()
    {
        var bench = new Bench();
        byte[] serial = Text.Utf8("B8");
        bench.Items.Run.Meters.Fit(1, serial, 0, 2, 250, 12, 1790000000);
        bench.CarryOut(Plan.Shutdown);
        bench.CarryOut(Plan.Shutdown);
        bench.CarryOut(Plan.Shutdown);
        Assert.IsFalse(bench.Items.Run.Meters.IsUnreported(1));
        Assert.IsTrue(bench.Items.Run.Meters.IsOwed(1));
        Assert.IsTrue(Text.Has("\"new\":\"B8\",\"first_l\":250", bench.Send()));
        bench.Store(1111, 103);
        Assert.IsFalse(bench.Items.Run.Meters.IsOwed(1));
        bench.Save();
        bench.CarryOut(Plan.Shutdown);
        bench.Store(1111, 105);
        Assert.IsFalse(Text.Has("swaps", bench.Send()));
    }

    /// <summary>The acknowledgement of a report is not in storage yet when the next one takes its place: it is not that one's.</summary>
    [TestMethod]
    public void AcknowledgementThatWasNotSaved_IsNotTheNextReports()
    {
        var bench = new Bench();
        bench.CarryOut(Plan.Shutdown);
        bench.CarryOut(Plan.Shutdown);
        bench.Store(1111, 101);
        bench.CarryOut(Plan.Shutdown);
        Assert.AreEqual("", bench.Sequence.Lost);
        Assert.AreEqual(2, new Bench(bench.Storage).Reports.Waiting);
    }

    [TestMethod]
    public void Notice_SaysWhenAndWhatAndIsGivenWhenItIsStored()
    {
        var bench = new Bench();
        bench.Schedule.Step(0, 1798761600, new Usage());
        bench.Schedule.Step(0, 1798761600, new Usage());
        bench.Schedule.Done(Plan.All, new Usage());
        bench.Schedule.Restore(Plan.AfterRepair, Schedule.Never, 1798761600 / 60 + (5 * 1440), 0);
        bench.Schedule.Step(0, 1798761600, new Usage());
        bench.Reports.Step();

        // A number that a power cut could still give to an alarm is not published.
        bench.Sequence.Durable = false;
        Assert.IsNull(bench.Send());
        bench.Sequence.Durable = true;
        string notice = bench.Send();
        Assert.IsTrue(Text.Has("{\"v\":1,\"id\":\"1111-100\",\"kind\":\"notice\",\"due\":1799193600,\"days_left\":5,\"plans\":[\"after-repair\"],\"items\":[1,2,3,4,5,6,8,9,10,11,12,18,40,", notice));
        Assert.AreEqual(5, bench.Schedule.NoticeDue);
        bench.StoreOne(1111, 100);
        Assert.AreEqual(0, bench.Schedule.NoticeDue);
        bench.Schedule.Step(0, 1798761660, new Usage());
        bench.Reports.Step();
        Assert.IsNull(bench.Send());
    }

    /// <summary>A report that has gone bad in storage while it waited: it is lost, and nothing is written in its place, neither over it nor under its number.</summary>
    [TestMethod]
    public void ReportThatReadsBackDamaged_IsLostAndNotWrittenOver()
    {
        Bench bench = Shutdown();
        bench.Send();
        var before = new byte[Slots.LargeBytes];
        int slot = Slots.InspectionReports + 2;
        int count = bench.Storage.Read(slot, before);
        Assert.IsTrue(count > 0);
        before[40] ^= 1;
        bench.Storage.Replace(slot, before, count);
        bench.Store(1111, 101);
        int writes = bench.Storage.Writes;
        bench.Save();
        var after = new byte[Slots.LargeBytes];
        Assert.AreEqual(count, bench.Storage.Read(slot, after));
        Assert.AreEqual(writes, bench.Storage.Writes);
        Assert.AreEqual(0, bench.Reports.Waiting);
        Assert.IsNull(bench.Send());
        Assert.AreEqual(0, bench.Reports.Lost);
        for (int i = 0; i < count; i++)
        {
            Assert.AreEqual(before[i], after[i]);
        }
    }

    /// <summary>The same while the centre has not got it: what is lost is told.</summary>
    [TestMethod]
    public void ReportThatReadsBackDamagedBeforeItWasSent_IsToldAsLost()
    {
        Bench bench = Shutdown();
        var bytes = new byte[Slots.LargeBytes];
        int slot = Slots.InspectionReports + 2;
        int count = bench.Storage.Read(slot, bytes);
        bytes[40] ^= 1;
        bench.Storage.Replace(slot, bytes, count);
        Assert.IsTrue(bench.Reports.IsDue(0, 1));
        Assert.IsNull(bench.Reports.Write(new JsonWriter(new byte[2048]), new byte[Slots.LargeBytes], new Topics("east", "well-3"), 0));
        Assert.AreEqual("704:1111-100 704:1111-101 ", bench.Sequence.Lost);
        Assert.AreEqual(1, bench.Reports.Lost);
    }

    private static byte[] Key()
    {
        var key = new byte[32];
        key[31] = 7;
        return key;
    }

    private static ReportSeal Signed() => new ReportSeal(new TableChecksum(), new FakeKeyedHash(), Key());

    private static string WithoutCrc(string part) => part.Substring(0, part.IndexOf(",\"crc32\":"));

    /// <summary>An inspection before the shutdown, in which the pipes are bad, with 103 and 305 raised.</summary>
    private static Bench Shutdown()
    {
        var bench = new Bench();
        bench.Raise(305, 2);
        bench.Raise(103, 1);
        bench.Bad = 55;
        bench.CarryOut(Plan.Shutdown);
        return bench;
    }

    /// <summary>Reports over a run, its storage and the centre's side.</summary>
    private sealed class Bench
    {
        public readonly ItemBench Items = new ItemBench();
        public readonly Schedule Schedule = new Schedule(new Settings { UtcOffsetMinutes = 0 });
        public readonly Reports Reports;
        public readonly MemoryStorage Storage;
        public readonly FakeSequence Sequence = new FakeSequence();
        public long NowMs;
        public int Session = 1;
        public int Bad;

        private readonly KeptParts _kept = new KeptParts(new byte[KeptParts.MaxBytes]);
        private readonly JsonWriter _json = new JsonWriter(new byte[2048]);
        private readonly FaultCatalogue _catalogue = new FaultCatalogue();

        public Bench()
            : this(new MemoryStorage())
        {
        }

        public Bench(MemoryStorage storage)
        {
            Storage = storage;
            Reports = new Reports(Items.Run, Schedule, _catalogue, storage, new TableChecksum(), new ReportSeal(new TableChecksum(), new FakeKeyedHash(), null)) { Sequence = Sequence };
            Reports.Keep(_kept);
            _kept.ReadAll(new RecordStore(storage), Stamp(), new TableChecksum());
        }

        public void Raise(int code, byte level)
        {
            Items.Run.Item.Monitors.RestoreRaised(_catalogue.RowOf(code), level);
        }

        public void CarryOut(int plan)
        {
            Items.Run.Start(Plan.Bit(plan), Starter.Console, 12, 1790000000);
            while (Items.Run.Runs)
            {
                Items.Answers = Items.Run.Row >= 0 && Items.Run.Checklist.Number(Items.Run.Row) == Bad ? 0 : 1;
                Items.Respond();
                Items.Step(1790000600);
            }

            Reports.Make();
            Save();
        }

        private static RecordStamp Stamp() => new RecordStamp(new byte[6], new UnitClock(), new TableChecksum());

        public void Save()
        {
            for (int part = _kept.Due(NowMs); part >= 0; part = _kept.Due(NowMs))
            {
                _kept.Write(part, new RecordStore(Storage), Stamp(), 1, NowMs, new TableChecksum());
            }
        }

        public string Send()
        {
            if (!Reports.IsDue(NowMs, Session))
            {
                return null;
            }

            Assert.IsNotNull(Reports.Write(_json, new byte[Slots.LargeBytes], new Topics("east", "well-3"), NowMs));
            Reports.Sent(NowMs, Session);
            return Text.Of(_json.Buffer, _json.Count);
        }

        public void Store(int epoch, int upTo) => Reports.StoredUpTo(epoch, upTo);

        public void StoreOne(int epoch, int seq) => Reports.StoredOne(epoch, seq);
    }
}
