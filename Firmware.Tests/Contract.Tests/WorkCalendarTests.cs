using Core.Tests.Support;
using Firmware.Contract;

namespace Contract.Tests;

/// <summary>Holidays and make-up workdays.</summary>
[TestClass]
public class WorkCalendarTests
{
    [TestMethod]
    public void AHolidayRests_AMakeUpDayWorks_ByTheirDates()
    {
        var calendar = new WorkCalendar();
        Assert.IsTrue(Take(calendar, "2026:0101-0103,0215-0223,+0104,+0214"));
        Assert.AreEqual(DayKind.Rest, calendar.KindOf(2026, 1, 1, 4));
        Assert.AreEqual(DayKind.Rest, calendar.KindOf(2026, 2, 16, 1));
        Assert.AreEqual(DayKind.Workday, calendar.KindOf(2026, 1, 4, 0));
        Assert.AreEqual(DayKind.Workday, calendar.KindOf(2026, 2, 14, 6));
        Assert.AreEqual(DayKind.Workday, calendar.KindOf(2026, 2, 24, 2));
        Assert.AreEqual(DayKind.Rest, calendar.KindOf(2026, 1, 10, 6));
    }

    [TestMethod]
    public void AMissingYear_IsSaid_AndGoesByTheWeekday()
    {
        var calendar = new WorkCalendar();
        Take(calendar, "2026:0101");
        Assert.IsTrue(calendar.HasYear(2026));
        Assert.IsFalse(calendar.HasYear(2027));
        Assert.AreEqual(DayKind.Workday, calendar.KindOf(2027, 1, 1, 5));
        Assert.AreEqual(DayKind.Rest, calendar.KindOf(2027, 1, 2, 6));
    }

    [TestMethod]
    public void AThirdYear_ReplacesTheOldest()
    {
        var calendar = new WorkCalendar();
        Take(calendar, "2026:0101");
        Take(calendar, "2027:0101");
        Take(calendar, "2028:0101");
        Assert.IsFalse(calendar.HasYear(2026));
        Assert.IsTrue(calendar.HasYear(2027));
        Assert.IsTrue(calendar.HasYear(2028));
    }

    [TestMethod]
    public void ANewTextForAYear_ReplacesTheOldOne()
    {
        var calendar = new WorkCalendar();
        Take(calendar, "2026:0101");
        Take(calendar, "2026:0202");
        Assert.AreEqual(DayKind.Workday, calendar.KindOf(2026, 1, 1, 4));
        Assert.AreEqual(DayKind.Rest, calendar.KindOf(2026, 2, 2, 1));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("2026")]
    [DataRow("2026:")]
    [DataRow("202:0101")]
    [DataRow("2019:0101")]
    [DataRow("2100:0101")]
    [DataRow("2026:0101,")]
    [DataRow("2026:0100")]
    [DataRow("2026:0132")]
    [DataRow("2026:1301")]
    [DataRow("2026:0230")]
    [DataRow("2026:0431")]
    [DataRow("2026:0000")]
    [DataRow("2026,0101")]
    [DataRow("2026:0101:0102")]
    [DataRow("2026:0103-0101")]
    [DataRow("2026:0101;0102")]
    [DataRow("2026:01a1")]
    [DataRow("2026:+")]
    public void ABadText_ChangesNothing(string text)
    {
        var calendar = new WorkCalendar();
        Take(calendar, "2026:0505");
        Assert.IsFalse(Take(calendar, text));
        Assert.AreEqual(DayKind.Rest, calendar.KindOf(2026, 5, 5, 2));
        Assert.AreEqual(DayKind.Workday, calendar.KindOf(2026, 1, 1, 4));
    }

    [TestMethod]
    public void MoreSpansThanFit_AreRefused()
    {
        string text = "2026:0101";
        for (int i = 0; i < 24; i++)
        {
            text += ",0202";
        }

        Assert.IsFalse(Take(new WorkCalendar(), text));
        Assert.IsTrue(Take(new WorkCalendar(), text.Substring(0, text.Length - 5)));
    }

    private static bool Take(WorkCalendar calendar, string text)
    {
        byte[] bytes = Text.Utf8(text);
        return calendar.TryTake(bytes, 0, bytes.Length);
    }
}
