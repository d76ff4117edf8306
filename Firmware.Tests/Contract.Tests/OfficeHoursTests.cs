using Core.Tests.Support;
using Firmware.Contract;

namespace Contract.Tests;

/// <summary>Office or mobile telephone, by the site's own day.</summary>
[TestClass]
public class OfficeHoursTests
{
    private const int Beijing = 480;

    [TestMethod]
    [DataRow(1790040600L, Channel.Office)] // Tuesday 22 September 2026, 09:30
    [DataRow(1790036999L, Channel.Mobile)] // 08:29:59
    [DataRow(1790037000L, Channel.Office)] // 08:30
    [DataRow(1790067599L, Channel.Office)] // 16:59:59
    [DataRow(1790067600L, Channel.Mobile)] // 17:00
    [DataRow(1790386200L, Channel.Mobile)] // Saturday 26 September, 09:30: a holiday
    [DataRow(1790904600L, Channel.Mobile)] // Friday 2 October, 09:30: a holiday
    [DataRow(1789867800L, Channel.Office)] // Sunday 20 September, 09:30: a make-up workday
    [DataRow(0L, Channel.Unknown)]
    public void TheChannel(long unix, Channel expected)
    {
        Assert.AreEqual((int)expected, (int)OfficeHours.At(unix, Beijing, Year2026()));
    }

    [TestMethod]
    public void AYearWithoutHolidays_IsSaid()
    {
        Assert.IsFalse(OfficeHours.MissesYear(1790040600, Beijing, Year2026()));
        Assert.IsTrue(OfficeHours.MissesYear(1821576600, Beijing, Year2026()));
        Assert.IsFalse(OfficeHours.MissesYear(0, Beijing, Year2026()));
    }

    private static WorkCalendar Year2026()
    {
        var calendar = new WorkCalendar();
        byte[] text = Text.Utf8("2026:0925-0927,1001-1007,+0920,+1010");
        Assert.IsTrue(calendar.TryTake(text, 0, text.Length));
        return calendar;
    }
}
