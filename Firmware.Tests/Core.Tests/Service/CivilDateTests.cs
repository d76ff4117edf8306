using Firmware.Core.Service;

namespace Core.Tests.Service;

/// <summary>Days and dates of the civil calendar, both ways, with leap days, a century that has none and one that has.</summary>
[TestClass]
public class CivilDateTests
{
    [DataRow(0, 19700101, 4)]
    [DataRow(58, 19700228, 6)]
    [DataRow(59, 19700301, 0)]
    [DataRow(789, 19720229, 2)]
    [DataRow(11016, 20000229, 2)]
    [DataRow(20778, 20261121, 6)]
    [DataRow(24855, 20380119, 2)]
    [DataRow(47540, 21000228, 0)]
    [DataRow(47541, 21000301, 1)]
    [DataRow(84005, 21991231, 2)]
    [TestMethod]
    public void A_day_has_one_date_and_a_date_one_day(int days, int date, int weekday)
    {
        Assert.AreEqual(date, CivilDate.Of(days));
        Assert.AreEqual(days, CivilDate.Days(date / 10000, date / 100 % 100, date % 100));
        Assert.AreEqual(weekday, CivilDate.Weekday(days));
    }
}
