using Firmware.Inspection.Visits;

namespace Inspection.Tests;

/// <summary>A visit begins and ends by evidence, and is left open where nothing moves.</summary>
[TestClass]
public class VisitTests
{
    private const int HourMs = 3600 * 1000;

    [TestMethod]
    [DataRow(true, false, 0, true)]
    [DataRow(false, true, 12, true)]
    [DataRow(false, true, 0, false)]
    [DataRow(false, false, 12, false)]
    public void Begins_ByCardOrByDoorAndLogin(bool technician, bool door, int person, bool expected)
    {
        var visit = new Visit();
        visit.Step(1000, technician, door, person);
        Assert.AreEqual(expected, visit.IsOpen);
    }

    [TestMethod]
    public void Ends_AMinuteAfterDoorShutAndNobodyKnown()
    {
        var visit = new Visit();
        visit.Step(0, false, true, 12);
        visit.Step(1000, false, false, 0);
        visit.Step(60999, false, false, 0);
        Assert.IsTrue(visit.IsOpen);
        visit.Step(61000, false, false, 0);
        Assert.IsFalse(visit.IsOpen);
        Assert.AreEqual(12, visit.Person);
    }

    [TestMethod]
    public void LeftOpen_AfterFourHoursWithoutAnyChangeUntilItEnds()
    {
        var visit = new Visit();
        visit.Step(0, true, true, 0);
        visit.Step((4 * HourMs) - 1, true, true, 0);
        Assert.IsFalse(visit.IsLeftOpen);
        visit.Step(4 * HourMs, true, true, 0);
        Assert.IsTrue(visit.IsLeftOpen);
        visit.Step((4 * HourMs) + 1000, false, false, 0);
        Assert.IsFalse(visit.IsLeftOpen);
    }
}
