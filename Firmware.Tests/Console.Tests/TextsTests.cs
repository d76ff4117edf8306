using Core.Tests.Support;
using Firmware.Console;
using Firmware.Texts.En;
using Firmware.Texts.Zh;

namespace Console.Tests;

/// <summary>Every phrase in both languages, and dates for people.</summary>
[TestClass]
public class TextsTests
{
    [TestMethod]
    public void EveryReading_HasANameInBothLanguagesThatFitsItsColumn()
    {
        for (int signal = 0; signal < 55; signal++)
        {
            string chinese = new ChineseTexts().Reading(signal);
            string english = new EnglishTexts().Reading(signal);
            Assert.IsTrue(chinese != Firmware.Core.Contracts.Signal.NameOf(signal) && english != Firmware.Core.Contracts.Signal.NameOf(signal));
            Assert.IsTrue(english.Length <= 23 && chinese.Length <= 14, chinese);
        }
    }

    [TestMethod]
    public void RowHeads_LeaveRoomForTheValue()
    {
        var english = new EnglishTexts();
        var chinese = new ChineseTexts();
        int[] heads = { 7, 8, 11, 14, 24, 25, 26, 27, 28, 33, 36, 37, 49, 62, 63, 69, 76 };
        for (int i = 0; i < heads.Length; i++)
        {
            Assert.IsTrue(WidthOf(english.Say(heads[i])) <= 12, english.Say(heads[i]));
            Assert.IsTrue(WidthOf(chinese.Say(heads[i])) <= 12, chinese.Say(heads[i]));
        }
    }

    [TestMethod]
    [DataRow(103, "Supply too low to act", "供电电压过低")]
    [DataRow(201, "Water flows, pulse meter silent", "有水流但水表无脉冲")]
    [DataRow(305, "Pump runs dry", "水泵空转（无水）")]
    public void Title_IsThereInBothLanguages(int code, string english, string chinese)
    {
        Assert.AreEqual(english, new EnglishTexts().Title(code));
        Assert.AreEqual(chinese, new ChineseTexts().Title(code));
    }

    [TestMethod]
    public void UnknownCode_HasNoTitle()
    {
        Assert.IsTrue(new EnglishTexts().Title(999) == null);
        Assert.IsTrue(new ChineseTexts().Title(999) == null);
    }

    [TestMethod]
    [DataRow(1790000000L, 480, "2026-09-21 22:13:20")]
    [DataRow(1790000000L, 0, "2026-09-21 14:13:20")]
    [DataRow(1790000000L, -720, "2026-09-21 02:13:20")]
    [DataRow(1767225600L, 0, "2026-01-01 00:00:00")]
    [DataRow(1767225599L, 0, "2025-12-31 23:59:59")]
    [DataRow(1835395199L, 0, "2028-02-28 23:59:59")]
    [DataRow(1835395200L, 0, "2028-02-29 00:00:00")]
    [DataRow(2147483648L, 0, "2038-01-19 03:14:08")]
    [DataRow(4102444799L, 0, "2099-12-31 23:59:59")]
    public void Time_IsTheSites(long unix, int offsetMinutes, string expected)
    {
        var to = new ConsoleOut();
        Calendar.WriteTime(to, unix, offsetMinutes);
        Assert.AreEqual(expected, Flushed(to));
    }

    [TestMethod]
    [DataRow(0L, "00:00:00")]
    [DataRow(999L, "00:00:00")]
    [DataRow(61000L, "00:01:01")]
    [DataRow(86399999L, "23:59:59")]
    [DataRow(86400000L, "1d 00:00:00")]
    [DataRow(9000061000L, "104d 04:01:01")]
    public void Duration_HasDaysWhereThereAreAny(long milliseconds, string expected)
    {
        var to = new ConsoleOut();
        Calendar.WriteDuration(to, milliseconds);
        Assert.AreEqual(expected, Flushed(to));
    }

    [TestMethod]
    public void Columns_CountChineseTwice()
    {
        var to = new ConsoleOut();
        to.Write("a井é");
        Assert.AreEqual(4, to.Column);
        to.Tab(10);
        Assert.AreEqual(10, to.Column);
        to.Tab(10);
        Assert.AreEqual(11, to.Column);
        to.NewLine();
        Assert.AreEqual(0, to.Column);
    }

    [TestMethod]
    [DataRow(0, "")]
    [DataRow(1, "a")]
    [DataRow(2, "a")]
    [DataRow(3, "a井")]
    [DataRow(4, "a井b")]
    [DataRow(9, "a井b")]
    public void TextThatIsTooLong_EndsWithAWholeCharacter(int column, string expected)
    {
        var to = new ConsoleOut();
        to.WriteUpTo(Text.Utf8("a井b"), column);
        Assert.AreEqual(expected, Flushed(to));
    }

    [TestMethod]
    public void ControlCharactersInAText_BecomeBlanks()
    {
        var to = new ConsoleOut();
        to.Write(new byte[] { (byte)'a', 0x1B, 7, 0x7F, (byte)'b' }, 0, 5);
        Assert.AreEqual("a   b", Flushed(to));
    }

    [TestMethod]
    public void MoreThanTheRingHolds_IsDroppedAndTheRestComesInPieces()
    {
        var to = new ConsoleOut();
        var port = new FakeConsole();
        for (int i = 0; i < 5000; i++)
        {
            to.Put((byte)'x');
        }

        Assert.AreEqual(1408, to.Count);
        for (int i = 0; i < 15; i++)
        {
            to.Flush(port);
        }

        Assert.AreEqual(0, to.Count);
        Assert.AreEqual(100, port.LongestWrite);
        Assert.AreEqual(1408, port.Count);
    }

    private static string Flushed(ConsoleOut to)
    {
        var port = new FakeConsole();
        while (to.Count > 0)
        {
            to.Flush(port);
        }

        return port.Shown;
    }

    private static int WidthOf(string text)
    {
        int width = 0;
        for (int i = 0; i < text.Length; i++)
        {
            width += text[i] >= 0x2E80 ? 2 : 1;
        }

        return width;
    }
}
