using Firmware.Inspection;

namespace Inspection.Tests;

/// <summary>The trend of a value between two inspections.</summary>
[TestClass]
public class TrendTests
{
    private const int None = int.MinValue;

    [TestMethod]
    [DataRow(44000, 41000, 1000, None, 80000, 2)] // a contactor grows slower
    [DataRow(42000, 41000, 1000, None, 80000, 0)] // within what both leave open
    [DataRow(43000, 41000, 1000, None, 80000, 0)] // at its edge
    [DataRow(38000, 41000, 1000, None, 80000, 1)] // a new contactor
    [DataRow(11600, 12300, 100, 11400, 15000, 2)] // a battery sags deeper
    [DataRow(13600, 12300, 100, 11400, 15000, 1)] // a new battery
    [DataRow(30, -30, 1, -40, 40, 0)] // as far on the other side
    [DataRow(90000, 85000, 1000, None, 80000, 2)] // beyond the limit, and farther
    [DataRow(int.MaxValue, int.MinValue, 0, None, 0, 2)] // over the whole range
    public void Of(int value, int before, int uncertainty, int low, int high, int trend)
    {
        Assert.AreEqual(trend, (int)Trends.Of(value, before, uncertainty, low, high));
    }

    [TestMethod]
    public void WithoutALimit_NothingIsWorse()
    {
        Assert.AreEqual((int)Trend.Same, (int)Trends.Of(9000, 100, 1, Checklist.NoLow, Checklist.NoHigh));
    }
}
