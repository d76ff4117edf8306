using Firmware.Core.Service;

namespace Core.Tests.Service;

/// <summary>Starts within the last hour.</summary>
[TestClass]
public class RecentCountTests
{
    [TestMethod]
    public void NoStart_IsNone()
    {
        Assert.AreEqual(0, new RecentCount(61, 3600).At(0));
        Assert.AreEqual(0, new RecentCount(61, 3600).At(long.MaxValue / 2));
    }

    [TestMethod]
    [DataRow(3599999, 1)]
    [DataRow(3601000, 0)]
    public void Start_CountsForAnHour(int laterMs, int expected)
    {
        var starts = new RecentCount(61, 3600);
        starts.Add(5000);
        Assert.AreEqual(expected, starts.At(5000 + laterMs));
    }

    [TestMethod]
    public void StartsOfADay_OnlyTheLastHourCounts()
    {
        var starts = new RecentCount(61, 3600);
        for (int minute = 0; minute < 1440; minute += 10)
        {
            starts.Add(minute * 60000L);
        }

        Assert.AreEqual(6, starts.At(1439 * 60000L));
    }

    [TestMethod]
    public void MoreThanItRemembers_StaysAtSixtyOne()
    {
        var starts = new RecentCount(61, 3600);
        for (int second = 0; second < 1000; second += 2)
        {
            starts.Add(second * 1000L);
        }

        Assert.AreEqual(61, starts.At(1000000));
        Assert.AreEqual(0, starts.At(5000000));
    }

    [TestMethod]
    public void TimeGoesBackwards_CountsAndDoesNotThrow()
    {
        var starts = new RecentCount(61, 3600);
        starts.Add(100000);
        starts.Add(50000);
        Assert.AreEqual(2, starts.At(0));
    }
}
