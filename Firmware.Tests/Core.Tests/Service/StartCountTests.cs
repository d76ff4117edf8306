using Firmware.Core.Service;

namespace Core.Tests.Service;

/// <summary>Starts within the last hour.</summary>
[TestClass]
public class StartCountTests
{
    [TestMethod]
    public void NoStart_IsNone()
    {
        Assert.AreEqual(0, new StartCount().WithinHour(0));
        Assert.AreEqual(0, new StartCount().WithinHour(long.MaxValue / 2));
    }

    [TestMethod]
    [DataRow(3599999, 1)]
    [DataRow(3601000, 0)]
    public void Start_CountsForAnHour(int laterMs, int expected)
    {
        var starts = new StartCount();
        starts.Add(5000);
        Assert.AreEqual(expected, starts.WithinHour(5000 + laterMs));
    }

    [TestMethod]
    public void StartsOfADay_OnlyTheLastHourCounts()
    {
        var starts = new StartCount();
        for (int minute = 0; minute < 1440; minute += 10)
        {
            starts.Add(minute * 60000L);
        }

        Assert.AreEqual(6, starts.WithinHour(1439 * 60000L));
    }

    [TestMethod]
    public void MoreThanItRemembers_StaysAtSixtyOne()
    {
        var starts = new StartCount();
        for (int second = 0; second < 1000; second += 2)
        {
            starts.Add(second * 1000L);
        }

        Assert.AreEqual(61, starts.WithinHour(1000000));
        Assert.AreEqual(0, starts.WithinHour(5000000));
    }

    [TestMethod]
    public void TimeGoesBackwards_CountsAndDoesNotThrow()
    {
        var starts = new StartCount();
        starts.Add(100000);
        starts.Add(50000);
        Assert.AreEqual(2, starts.WithinHour(0));
    }
}
