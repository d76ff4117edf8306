using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>40 m³/h and half of it again are 16.7 L a second; a cubic metre is the slack either way.</summary>
[TestClass]
public class TotalWatchTests
{
    [TestMethod]
    [DataRow(5000, 6016, false)]
    [DataRow(5000, 6017, true)]
    [DataRow(5000, 5000, false)]
    [DataRow(5000, 4000, false)]
    [DataRow(5000, 3999, true)]
    [DataRow(5000, 0, true)]
    [DataRow(2147483647, -2147483648, false)]
    [DataRow(-1, 0, false)]
    [DataRow(-1, 1100, true)]
    [DataRow(2147483647, 0, true)]
    public void Total_LeapsBeyondWhatASecondCanBring(int before, int after, bool leaps)
    {
        var watch = new TotalWatch();
        Take(watch, 1000, before);
        Assert.IsFalse(watch.LeaptNow);
        Take(watch, 2000, after);
        Assert.AreEqual(leaps, watch.LeaptNow);
        Assert.AreEqual(leaps, watch.LeaptWithin(2000, 30000));
        Assert.AreEqual(leaps, watch.LeaptWithin(31999, 30000));
        Assert.IsFalse(watch.LeaptWithin(32000, 30000));
    }

    /// <summary>10 L/s for 50 s are 500 L: a total that has not moved by then hangs; any litre begins anew, and so does a flow that is none.</summary>
    [TestMethod]
    [DataRow(10000, 50, 500000, false)]
    [DataRow(10000, 51, 510000, true)]
    [DataRow(140, 3572, 500080, true)]
    [DataRow(139, 9000, 0, false)]
    [DataRow(-10000, 9000, 0, false)]
    public void TotalStandsWhileWaterFlows_Hangs(int flow, int seconds, int stood, bool hangs)
    {
        var watch = new TotalWatch();
        var readings = new Readings();
        readings.Set(Signal.BusFlow, flow);
        readings.Set(Signal.BusTotal, 5000);
        for (int second = 0; second <= seconds; second++)
        {
            watch.Step(1000 + (second * 1000L), readings, new Settings());
        }

        Assert.AreEqual(stood, watch.StoodMillilitres);
        Assert.AreEqual(hangs, watch.Hangs);
        readings.Set(Signal.BusTotal, 5001);
        watch.Step(2000 + (seconds * 1000L), readings, new Settings());
        Assert.AreEqual(0, watch.StoodMillilitres);
        Assert.IsFalse(watch.Hangs);
    }

    [TestMethod]
    [DataRow(Signal.BusFlow)]
    [DataRow(Signal.BusTotal)]
    public void MeterSaysNothing_DoesNotHang(int signal)
    {
        var watch = new TotalWatch();
        var readings = new Readings();
        readings.Set(Signal.BusFlow, 300000);
        readings.Set(Signal.BusTotal, 0);
        watch.Step(1000, readings, new Settings());
        watch.Step(2000, readings, new Settings());
        Assert.IsFalse(watch.Hangs);
        watch.Step(102000, readings, new Settings());
        Assert.AreEqual(900000, watch.StoodMillilitres);
        Assert.IsTrue(watch.Hangs);
        readings.Miss(signal, NoDataReason.Timeout);
        watch.Step(103000, readings, new Settings());
        Assert.IsFalse(watch.Hangs);
    }

    [TestMethod]
    public void FirstReading_IsNoLeapWhateverItIs()
    {
        var watch = new TotalWatch();
        Take(watch, 1000, 2000000000);
        Assert.IsFalse(watch.LeaptWithin(1000, 30000));
    }

    [TestMethod]
    public void MeterAwayForAnHour_MayHaveCountedOn()
    {
        var watch = new TotalWatch();
        Take(watch, 1000, 5000);
        Take(watch, 3601000, 5000 + 60997);
        Assert.IsFalse(watch.LeaptNow);
        Take(watch, 7201000, 65997 + 60998);
        Assert.IsTrue(watch.LeaptNow);
    }

    /// <summary>A litre a second backwards: seen once a cubic metre is gone, and then once for each.</summary>
    [TestMethod]
    public void TotalCreepsBackwards_IsSeenInTheEnd()
    {
        var watch = new TotalWatch();
        int leaps = 0;
        for (int second = 0; second <= 2003; second++)
        {
            Take(watch, second * 1000L, 100000 - second);
            leaps += watch.LeaptNow ? 1 : 0;
        }

        Assert.AreEqual(2, leaps);
    }

    [TestMethod]
    public void AfterALeap_TheNewTotalIsTheReference()
    {
        var watch = new TotalWatch();
        Take(watch, 1000, 100000);
        Take(watch, 2000, 7);
        Take(watch, 3000, 17);
        Assert.IsFalse(watch.LeaptNow);
    }

    [TestMethod]
    [DataRow(0, 4711, 4711, false)]
    [DataRow(0, 4711, 4712, true)]
    [DataRow(4711, 4712, 4712, true)]
    [DataRow(4711, 4711, 4711, false)]
    [DataRow(0, 0, 0, false)]
    [DataRow(0, 4711, -1, true)]
    public void SerialNumber_IsTheOneOfTheSettingsOrTheFirst(int settings, int first, int second, bool other)
    {
        var watch = new TotalWatch();
        var readings = new Readings();
        var site = new Settings();
        site.BusSerial = settings;
        readings.Set(Signal.BusSerial, first);
        watch.Step(1000, readings, site);
        readings.Set(Signal.BusSerial, second);
        watch.Step(2000, readings, site);
        Assert.AreEqual(other, watch.OtherMeter);
    }

    [TestMethod]
    public void TimeGoesBackwards_DoesNotThrow()
    {
        var watch = new TotalWatch();
        Take(watch, long.MaxValue / 2, 1000);
        Take(watch, 0, 1001);
        Take(watch, long.MaxValue / 2, 1002);
        Assert.IsFalse(watch.LeaptNow);
    }

    /// <summary>
    /// 5,000 L were kept at 1,790,000,000 s. An hour can bring 59,997 L, and a cubic metre is the slack; a total that is behind is judged at once, one that is ahead once the time is known.
    /// </summary>
    [TestMethod]
    [DataRow(4000, 0, false)]
    [DataRow(3999, 0, true)]
    [DataRow(6000, 0, false)]
    [DataRow(900000, 0, false)]
    [DataRow(65997, 1790003600, false)]
    [DataRow(65998, 1790003600, true)]
    [DataRow(900000, 1789999999, false)]
    public void FirstTotalBehindARestart_GoesOnWhereTheKeptOneWas(int first, int unix, bool breaks)
    {
        var watch = new TotalWatch();
        watch.Restore(5000, 1790000000);
        watch.Continue(500, unix, new Settings());
        Take(watch, 1000, first);
        watch.Continue(1000, unix, new Settings());
        Assert.AreEqual(breaks, watch.BrokeWithin(1000, 30000));
        Assert.AreEqual(breaks, watch.BrokeWithin(30999, 30000));
        Assert.IsFalse(watch.BrokeWithin(31000, 30000));
        Assert.IsFalse(watch.LeaptNow);
    }

    /// <summary>It is the first total that is judged, whatever has flowed since, and once.</summary>
    [TestMethod]
    public void ClockThatIsSetLater_JudgesTheFirstTotal()
    {
        var watch = new TotalWatch();
        watch.Restore(5000, 1790000000);
        Take(watch, 1000, 900000);
        watch.Continue(1000, 0, new Settings());
        Take(watch, 2000, 900010);
        Assert.IsFalse(watch.BrokeWithin(2000, 30000));
        watch.Continue(2000, 1790003600, new Settings());
        Assert.IsTrue(watch.BrokeWithin(2000, 30000));
        watch.Continue(40000, 1790003638, new Settings());
        Assert.IsFalse(watch.BrokeWithin(40000, 30000));
        Assert.AreEqual(900010, watch.Highest);
    }

    [TestMethod]
    public void NothingKept_NothingIsJudged()
    {
        var watch = new TotalWatch();
        Assert.IsFalse(watch.IsSeen);
        Take(watch, 1000, -5);
        watch.Continue(1000, 1790000000, new Settings());
        Assert.IsFalse(watch.BrokeWithin(1000, 30000));
        Assert.IsTrue(watch.IsSeen);
        watch.Restore(900000, 0);
        watch.Continue(2000, 1790000000, new Settings());
        Assert.IsTrue(watch.BrokeWithin(2000, 30000));
    }

    private static void Take(TotalWatch watch, long nowMs, int total)
    {
        var readings = new Readings();
        readings.Set(Signal.BusTotal, total);
        watch.Step(nowMs, readings, new Settings());
    }
}
