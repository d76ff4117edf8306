using System;
using Centre.Tests.Support;
using Tools.Centre.Desk;

namespace Centre.Tests;

/// <summary>The work list comes once a day, in the morning, and never at three in the night.</summary>
[TestClass]
public class DigestTests
{
    private readonly FakeTime _time = new() { Now = new DateTimeOffset(2026, 9, 21, 3, 0, 0, TimeSpan.Zero) };
    private Digest _digest;

    [TestInitialize]
    public void Begin() => _digest = new Digest(_time, new TimeOnly(8, 30));

    [TestMethod]
    public void ItComesOnceADayAtItsTime()
    {
        int[] hours = new int[24];
        for (int quarter = 0; quarter < 3 * 96; quarter++)
        {
            _time.Pass(900);
            hours[_time.Now.Hour] += _digest.Take() ? 1 : 0;
        }

        int[] expected = new int[24];
        expected[8] = 3;
        CollectionAssert.AreEqual(expected, hours);
    }

    [TestMethod]
    public void AStartAfterItsTimeWaitsForTheNextDay()
    {
        _time.Now = new DateTimeOffset(2026, 9, 21, 8, 31, 0, TimeSpan.Zero);
        var digest = new Digest(_time, new TimeOnly(8, 30));
        Assert.IsFalse(digest.Take());
        _time.Pass(23 * 3600);
        Assert.IsFalse(digest.Take());
        _time.Pass(3600);
        Assert.IsTrue(digest.Take());
    }

    [TestMethod]
    public void AClockThatIsMovedBackDoesNotSilenceIt()
    {
        _time.Now = _time.Now.AddYears(1);
        Assert.IsTrue(_digest.Take());
        _time.Now = new DateTimeOffset(2026, 9, 21, 8, 0, 0, TimeSpan.Zero);
        Assert.IsFalse(_digest.Take());
        _time.Pass(1801);
        Assert.IsTrue(_digest.Take());
    }
}
