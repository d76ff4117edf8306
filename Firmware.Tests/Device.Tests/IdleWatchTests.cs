using Board.Native;
using Firmware.Core.Contracts;
using Firmware.Core.Service;
using Firmware.Device.Platform;

namespace Device.Tests;

/// <summary>Free memory and signal strength: hourly at most, and only while idle.</summary>
[TestClass]
public class IdleWatchTests : BoardTest
{
    private readonly Readings _readings = new();
    private readonly IdleWatch _watch = new(new Settings(), new Troubles());
    private long _nowMs;

    [TestCleanup]
    public void Restore() => Hardware.Network.SignalDbm = -60;

    [TestMethod]
    public void NothingIsMeasuredWhileThePumpRuns()
    {
        Supervise(7200, idle: false);
        Assert.AreEqual(NoDataReason.NotYet, _readings.ReasonOf(Signal.HeapFree));
        Assert.AreEqual(NoDataReason.NotYet, _readings.ReasonOf(Signal.SignalStrength));
    }

    [TestMethod]
    public void FreeMemoryIsCountedOnceAnHour()
    {
        Supervise(61, idle: true);
        Assert.AreEqual(60000, _readings.ValueOf(Signal.HeapFree));
        Hardware.Profile = Hardware.Profile with { FreeHeapBytes = 7000 };
        Supervise(3500, idle: true);
        Assert.AreEqual(60000, _readings.ValueOf(Signal.HeapFree));
        Supervise(200, idle: true);
        Assert.AreEqual(7000, _readings.ValueOf(Signal.HeapFree));
    }

    [TestMethod]
    public void TheStrengthOfTheAccessPointIsThatOfTheLastScan()
    {
        Hardware.Network.SignalDbm = -71;
        Supervise(70, idle: true);
        Assert.AreEqual(-71, _readings.ValueOf(Signal.SignalStrength));
        Hardware.Network.SignalDbm = -88;
        Supervise(3400, idle: true);
        Assert.AreEqual(-71, _readings.ValueOf(Signal.SignalStrength));
        Supervise(300, idle: true);
        Assert.AreEqual(-88, _readings.ValueOf(Signal.SignalStrength));
    }

    [TestMethod]
    public void AnAccessPointThatIsNotSeenHasNoStrength()
    {
        Hardware.Network.LinkUp = false;
        Supervise(70, idle: true);
        Assert.AreEqual(NoDataReason.Timeout, _readings.ReasonOf(Signal.SignalStrength));
    }

    /// <summary>Seconds of the loop; the scan's answer comes on the chip's event thread.</summary>
    private void Supervise(int seconds, bool idle)
    {
        for (int i = 0; i < seconds; i++)
        {
            _nowMs += 1000;
            UnitTime.Advance(1_000_000);
            Hardware.WaitForEvents();
            _watch.Supervise(_nowMs, idle, true, _readings);
        }
    }
}
