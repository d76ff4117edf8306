using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Service;
using Firmware.Inspection;
using Firmware.Inspection.Meters;
using Firmware.Inspection.Planning;
using Firmware.Records;
using Inspection.Tests.Support;

namespace Inspection.Tests;

/// <summary>The history of the meters: what is noted comes back, the oldest goes, and the new meter is no stranger.</summary>
[TestClass]
public class MeterBookTests
{
    private const int Old = 56 + 8;
    private const int New = 56 + 24;
    private const int Seal = 56 + 40;

    [TestMethod]
    public void Exchange_HasBothMetersSealAndDate()
    {
        var book = new MeterBook();
        Swap(book, MeterBook.Bus, "26010117", 123456789, "26010118", 12, "QF-1", 20280930);
        Assert.IsTrue(book.IsUnreported(MeterBook.Bus));
        Assert.IsFalse(book.IsUnreported(MeterBook.Pulse));
        Assert.AreEqual("26010117", TextAt(book, Old));
        Assert.AreEqual(123456789, Bytes.Get32(book.SwapRecords, 56 + 20));
        Assert.AreEqual("26010118", TextAt(book, New));
        Assert.AreEqual(12, Bytes.Get32(book.SwapRecords, 56 + 36));
        Assert.AreEqual("QF-1", TextAt(book, Seal));
        Assert.AreEqual(20280930, book.ValidUntil);
    }

    [TestMethod]
    public void FirstMeter_HasNoPredecessor()
    {
        var book = new MeterBook();
        book.Fit(MeterBook.Pulse, Text.Utf8("A1"), 0, 2, 0, 12, 0);
        Assert.AreEqual("", TextAt(book, 8));
        Assert.IsTrue(book.IsFitted(MeterBook.Pulse));
        Assert.IsFalse(book.IsFitted(MeterBook.Bus));
        Assert.IsFalse(book.IsOut(MeterBook.Pulse));
    }

    [TestMethod]
    public void MeterTakenOut_IsOpenUntilItsSuccessorComes()
    {
        var book = new MeterBook();
        book.TakeOut(MeterBook.Pulse, Text.Utf8("A1"), 0, 2, 5000);
        Assert.IsTrue(book.IsOut(MeterBook.Pulse));
        Assert.IsFalse(book.IsOut(MeterBook.Bus));
        book.Fit(MeterBook.Pulse, Text.Utf8("B2"), 0, 2, 7, 12, 0);
        Assert.IsFalse(book.IsOut(MeterBook.Pulse));
        Assert.AreEqual("A1", TextAt(book, 8));
    }

    [TestMethod]
    public void MeterWhoseVerificationEndsFirst_Counts()
    {
        var book = new MeterBook();
        Assert.AreEqual(0, book.ValidUntil);
        Swap(book, MeterBook.Bus, "1", 0, "2", 0, "S", 20290101);
        Swap(book, MeterBook.Pulse, "3", 0, "4", 0, "S", 20270101);
        Assert.AreEqual(20270101, book.ValidUntil);
        Swap(book, MeterBook.Pulse, "4", 0, "5", 0, "S", 20300101);
        Assert.AreEqual(20290101, book.ValidUntil);
    }

    [TestMethod]
    public void LastExchangeOfEachMeterAndFourVerificationsAreKept()
    {
        var book = new MeterBook();
        Swap(book, MeterBook.Pulse, "x", 0, "P1", 1, "S", 20290101);
        for (int i = 1; i <= 5; i++)
        {
            Swap(book, MeterBook.Bus, "x", 0, "N" + i, i, "S", 20280101);
            book.NoteVerification(MeterBook.Pulse, 1790000000 + i, 12, 1500, 11000, -i, 6);
        }

        Assert.AreEqual("P1", TextAt(book, 24));
        Assert.AreEqual("N5", TextAt(book, New));
        Assert.AreEqual(4, book.Verifications);
        Assert.AreEqual(-5, (int)(short)Bytes.Get16(book.VerificationRecords, 14));
        Assert.AreEqual(-2, (int)(short)Bytes.Get16(book.VerificationRecords, MeterBook.VerificationAt(3) + 14));
    }

    /// <summary>With the run, in one file, whose longest form fits.</summary>
    [TestMethod]
    public void BookComesBackFromStorage()
    {
        var buffer = new byte[1056];
        var bench = new ItemBench();
        bench.Run.Start(Plan.All, Starter.Console, 12, 0);
        MeterBook book = bench.Run.Meters;
        Swap(book, MeterBook.Bus, "26010117", 5, "26010118", 0, "QF-1", 20280930);
        book.TakeOut(MeterBook.Pulse, Text.Utf8("P7"), 0, 2, 77);
        book.NoteVerification(MeterBook.Bus, 1790000000, 12, 1500, 11000, -12, 6);
        bench.Run.Changed = false;
        var kept = new KeptRun(bench.Run);
        Assert.IsTrue(kept.IsDue(0));
        int count = kept.Write(buffer, 0, new TableChecksum());
        Assert.IsTrue(count <= 1056);
        kept.Saved(0);
        Assert.IsFalse(kept.IsDue(0));
        var restarted = new ItemBench();
        Assert.IsTrue(new KeptRun(restarted.Run).TryRead(buffer, count, new TableChecksum()));
        MeterBook after = restarted.Run.Meters;
        Assert.AreEqual("26010118", TextAt(after, New));
        Assert.IsTrue(after.IsUnreported(MeterBook.Bus));
        Assert.AreEqual(1, after.Verifications);
        Assert.IsTrue(after.IsOut(MeterBook.Pulse));
        Assert.AreEqual(1500, Bytes.Get32(after.VerificationRecords, 6));
        Assert.AreEqual(1, (int)after.VerificationRecords[16], "the RS485 meter");
        Assert.AreEqual(6, (int)after.VerificationRecords[17]);
        after.NoteReported(1);
        Assert.IsFalse(after.IsUnreported(MeterBook.Bus));
        Assert.IsTrue(after.Copy().IsOwed(MeterBook.Bus), "kept, and not acknowledged");
        after.NoteAcknowledged(0);
        Assert.IsTrue(after.IsOwed(MeterBook.Bus), "the other report");
        after.NoteAcknowledged(1);
        Assert.IsFalse(after.IsOwed(MeterBook.Bus));
    }

    /// <summary>The serial number of the exchanged meter holds over a restart, until the settings name another.</summary>
    [TestMethod]
    public void ExchangedBusMeter_IsTheOneThatCounts()
    {
        var settings = new Settings { BusSerial = 26010117 };
        var book = new MeterBook();
        Swap(book, MeterBook.Bus, "26010117", 5, "26010118", 0, "S", 20280930);
        book.Adopt(settings);
        Assert.AreEqual(26010118, settings.BusSerial);
        var restarted = new Settings { BusSerial = 26010117 };
        book.AdoptAgain(restarted);
        Assert.AreEqual(26010118, restarted.BusSerial);
        var changed = new Settings { BusSerial = 555 };
        book.AdoptAgain(changed);
        Assert.AreEqual(555, changed.BusSerial);
    }

    /// <summary>A wrong serial number typed again: what the old meter was and showed (底数) stays in the exchange.</summary>
    [TestMethod]
    public void CorrectedFit_KeepsTheOldMeter()
    {
        var book = new MeterBook();
        Swap(book, MeterBook.Bus, "A", 123500, "B", 250, "S", 20280930);
        Assert.IsTrue(book.MayFit(MeterBook.Bus));
        book.Fit(MeterBook.Bus, Text.Utf8("B2"), 0, 2, 260, 12, 1790000001);
        Assert.AreEqual("A", TextAt(book, Old));
        Assert.AreEqual(123500, Bytes.Get32(book.SwapRecords, 56 + 20));
        Assert.AreEqual("B2", TextAt(book, New));
        Assert.AreEqual(260, Bytes.Get32(book.SwapRecords, 56 + 36));
        Assert.IsTrue(book.MayTakeOut(MeterBook.Bus, Text.Utf8("A"), 0, 1));
        book.TakeOut(MeterBook.Bus, Text.Utf8("A"), 0, 1, 123600);
        Assert.AreEqual(123600, Bytes.Get32(book.SwapRecords, 56 + 20));
        Assert.AreEqual("B2", TextAt(book, New));
        Assert.IsFalse(book.IsOut(MeterBook.Bus));
    }

    /// <summary>An exchange that stands in no report yet is not written over by the next one; after its report a new one begins with the old meter.</summary>
    [TestMethod]
    public void SecondExchange_WaitsForTheReportOfTheFirst()
    {
        var book = new MeterBook();
        Assert.IsTrue(book.MayFit(MeterBook.Pulse));
        Assert.IsTrue(book.MayTakeOut(MeterBook.Pulse, Text.Utf8("A"), 0, 1));
        Swap(book, MeterBook.Pulse, "A", 1, "B", 2, "S", 20280930);
        Assert.IsFalse(book.MayTakeOut(MeterBook.Pulse, Text.Utf8("B"), 0, 1));
        Assert.IsFalse(book.MayTakeOut(MeterBook.Pulse, Text.Utf8("AA"), 0, 2));
        Assert.IsTrue(book.MayTakeOut(MeterBook.Bus, Text.Utf8("B"), 0, 1));
        book.NoteReported(0);
        Assert.IsFalse(book.MayFit(MeterBook.Pulse));
        Assert.IsTrue(book.MayTakeOut(MeterBook.Pulse, Text.Utf8("B"), 0, 1));
        Swap(book, MeterBook.Pulse, "B", 3, "C", 4, "S", 20280930);
        Assert.AreEqual("B", TextAt(book, 8));
        Assert.AreEqual("C", TextAt(book, 24));
        book.NoteAcknowledged(0);
        Assert.IsTrue(book.IsOwed(MeterBook.Pulse), "the first exchange was acknowledged, not this one");
    }

    /// <summary>The settings in storage still name the meter before the last one but one: the last one counts all the same.</summary>
    [TestMethod]
    public void SecondBusMeter_CountsOverARestartToo()
    {
        var settings = new Settings { BusSerial = 100 };
        var book = new MeterBook();
        Swap(book, MeterBook.Bus, "100", 5, "200", 0, "S", 20280930);
        book.Adopt(settings);
        book.Fit(MeterBook.Bus, Text.Utf8("300"), 0, 3, 0, 12, 0);
        book.Adopt(settings);
        Assert.AreEqual(300, settings.BusSerial);
        var restarted = new Settings { BusSerial = 100 };
        book.Copy().AdoptAgain(restarted);
        Assert.AreEqual(300, restarted.BusSerial);
    }

    /// <summary>At the console: what would be noted is shown and asked for, a refusal changes nothing, and the next exchange waits for the report.</summary>
    [TestMethod]
    public void Exchange_IsShownBeforeItIsNoted()
    {
        var bench = new UnitBench(new MemoryStorage(), new Settings { BusSerial = 100 }, 1);
        bench.Run(2000);
        bench.Unit.Persons.Put(12, Text.Utf8("271828"), 6, 0);
        Login(bench);
        MeterBook book = bench.Unit.Inspector.Run.Meters;
        string asked = bench.Ask("meter out 2 A7 123.5");
        Assert.IsTrue(Text.Has("RS485 meter  old meter taken out, new one not noted\r\n  old A7  dial 123.500 m³\r\n", asked), asked);
        Assert.IsTrue(Text.Has("Nothing was changed.", bench.Ask("no")));
        Assert.IsFalse(book.IsOut(MeterBook.Bus));
        bench.Ask("meter out 2 A7 123.5");
        Assert.IsTrue(Text.Has("The old meter's dial is noted.", bench.Ask("yes")));
        asked = bench.Ask("meter in 2 B8 0.25 QF-1 2028-09-30");
        Assert.IsTrue(Text.Has("old A7  dial 123.500 m³\r\n  new B8  dial 0.250 m³\r\n  seal QF-1  verified until 2028-09-30\r\n", asked), asked);
        Assert.IsFalse(book.IsFitted(MeterBook.Bus));
        bench.Ask("y");
        asked = bench.Ask("meter in 2 B9 0.25 QF-1 2028-09-30");
        Assert.IsTrue(Text.Has("old A7  dial 123.500 m³\r\n  new B9  dial 0.250 m³\r\n", asked), asked);
        bench.Ask("y");
        Assert.AreEqual("A7", TextAt(book, Old));
        Assert.AreEqual("B9", TextAt(book, New));
        Assert.IsTrue(Text.Has("The last exchange of this meter is in no report yet.", bench.Ask("meter out 2 B9 1")));
        book.NoteReported(0);
        Assert.IsTrue(Text.Has("First note the old meter", bench.Ask("meter in 2 C1 0.25 QF-1 2028-09-30")));
    }

    /// <summary>At the console: the dial of the old and the new meter, and 210 is gone.</summary>
    [TestMethod]
    public void Exchange_AtTheConsole()
    {
        var bench = new UnitBench(new MemoryStorage(), new Settings { BusSerial = 100, Chinese = true }, 1);
        bench.Run(13000);
        Assert.IsTrue(bench.IsRaised(210));
        bench.Unit.Persons.Put(12, Text.Utf8("271828"), 6, 0);
        Assert.IsTrue(Text.Has("12", Login(bench)));
        Assert.IsTrue(Text.Has("最多三位小数", bench.Ask("meter out 2 100 12,5")));
        Assert.IsFalse(Text.Has("已记录", bench.Ask("meter out 3 100 12.5")));
        bench.Ask("meter out 2 100 123.5");
        Assert.IsTrue(Text.Has("旧表底数已记录", bench.Ask("yes")));
        Assert.IsTrue(Text.Has("日期应为", bench.Ask("meter in 2 4711 0 QF-1 2028-13-30")));
        bench.Ask("meter in 2 4711 0.25 QF-1 2028-09-30");
        Assert.IsTrue(Text.Has("新表已记录", bench.Ask("是")));
        string page = bench.Ask("meter");
        Assert.IsTrue(Text.Has("旧表 100  底数 123.500 m³", page));
        Assert.IsTrue(Text.Has("新表 4711  底数 0.250 m³", page));
        Assert.IsTrue(Text.Has("铅封 QF-1  检定有效期 2028-09-30", page));
        bench.Run(62000);
        Assert.IsFalse(bench.IsRaised(210));
    }

    private static string Login(UnitBench bench)
    {
        bench.Ask("login 12");
        return bench.Ask("271828");
    }

    private static void Swap(MeterBook book, int meter, string old, int last, string fitted, int first, string seal, int until)
    {
        book.TakeOut(meter, Text.Utf8(old), 0, old.Length, last);
        book.Fit(meter, Text.Utf8(fitted), 0, fitted.Length, first, 12, 1790000000);
        book.Seal(meter, Text.Utf8(seal), 0, seal.Length, until);
    }

    private static string TextAt(MeterBook book, int at)
    {
        var text = new byte[MeterBook.LengthOf(book.SwapRecords, at)];
        System.Array.Copy(book.SwapRecords, at, text, 0, text.Length);
        return Text.Of(text, text.Length);
    }
}
