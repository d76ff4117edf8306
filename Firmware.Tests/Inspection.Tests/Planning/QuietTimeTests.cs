using Firmware.Inspection.Planning;

namespace Inspection.Tests.Planning;

/// <summary>When the unit begins its own part of an inspection.</summary>
[TestClass]
public class QuietTimeTests
{
    /// <summary>Hour of the day (−1 not known), rest of the pump in minutes, minutes to the due date.</summary>
    [TestMethod]
    [DataRow(3, 60, 7200, true)]
    [DataRow(3, 59, 7200, false)]
    [DataRow(4, 600, 7200, false)]
    [DataRow(4, 60, 1440, true)]
    [DataRow(4, 60, 1441, false)]
    [DataRow(4, 60, -100, true)]
    [DataRow(4, 59, -100, false)]
    [DataRow(-1, 360, 7200, true)]
    [DataRow(-1, 359, 7200, false)]
    [DataRow(-1, 60, 1440, true)]
    [DataRow(-1, 0, -1000000, false)]
    public void Is(int hour, int restMinutes, int minutesLeft, bool quiet)
    {
        Assert.AreEqual(quiet, QuietTime.Is(hour, 3, restMinutes * 60000L, minutesLeft));
    }
}
