using Core.Tests.Support;
using Firmware.Contract;

namespace Contract.Tests;

/// <summary>Office or mobile telephone, by the site's own day.</summary>
[TestClass]
public class OfficeHoursTests
{
    private const int Beijing = 480;

    [TestMethod]
    [DataRow(1790040600L, 1)] // Tuesday 22 September 2026, 09:30
    [DataRow(1790036999L, 2)] // 08:29:59
    [DataRow(1790037000L, 1)] // 08:30
    [DataRow(1790067599L, 1)] // 16:59:59
    [DataRow(1790067600L, 2)] // 17:00
    [DataRow(1790386200L, 2)] // Saturday 26 September, 09:30: a holiday
    [DataRow(1790904600L, 2)] // Friday 2 October, 09:30: a holiday
    [DataRow(1789867800L, 1)] // Sunday 20 September, 09:30: a make-up workday
    [DataRow(0L, 0)]
    public void TheChannel_Unknown0Office1Mobile2(long unix, int expected)
    {
        Assert.AreEqual(expected, (int)OfficeHours.At(unix, Beijing, Year2026()));
    }

    [TestMethod]
    public void AYearWithoutHolidays_IsSaid()
    {
        Assert.AreEqual(0, OfficeHours.MissingYear(1790040600, Beijing, Year2026()));
        Assert.AreEqual(2027, OfficeHours.MissingYear(1821576600, Beijing, Year2026()));
        Assert.AreEqual(0, OfficeHours.MissingYear(0, Beijing, Year2026()));
    }

    private static WorkCalendar Year2026()
    {
        var calendar = new WorkCalendar();
        byte[] text = Text.Utf8("2026:0925-0927,1001-1007,+0920,+1010");
        Assert.IsTrue(calendar.TryTake(text, 0, text.Length));
        return calendar;
    }
}
