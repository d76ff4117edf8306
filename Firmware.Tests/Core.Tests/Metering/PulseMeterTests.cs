using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>Flow and volume from counts, at scans 50 ms apart.</summary>
[TestClass]
public class PulseMeterTests
{
    private const int ScanMs = 50;
    private const int NoFlow = 140;

    [TestMethod]
    [DataRow(11111, 10000, 20000)]
    [DataRow(27778, 10000, 20000)]
    [DataRow(2778, 10000, 40000)]
    [DataRow(300, 1000, 60000)]
    [DataRow(278, 10000, 200000)]
    [DataRow(500, 100, 20000)]
    public void SteadyFlow_IsMeasuredWithinThreePercent(int flow, int pulseMillilitres, int forMs)
    {
        var meter = new PulseMeter(pulseMillilitres, NoFlow);
        Pour(meter, flow, pulseMillilitres, 0, forMs);
        IsNear(flow, meter.Flow);
    }

    [TestMethod]
    [DataRow(11111, 10000)]
    [DataRow(278, 10000)]
    [DataRow(500, 100)]
    public void FlowThatSetsIn_IsNeverReadTooHigh(int flow, int pulseMillilitres)
    {
        var meter = new PulseMeter(pulseMillilitres, NoFlow);
        meter.Step(0, 0);
        meter.Step(30000, 0);
        long volume = 0;
        int highest = 0;
        for (int ms = 30050; ms < 160000; ms += ScanMs)
        {
            volume += flow * ScanMs;
            meter.Step(ms, volume / (1000L * pulseMillilitres));
            highest = meter.Flow > highest ? meter.Flow : highest;
        }

        Assert.IsTrue(highest <= flow + (flow / 20), "highest " + highest.ToString());
    }

    [TestMethod]
    public void OnePulseAlone_IsNoFlow()
    {
        var meter = new PulseMeter(10000, NoFlow);
        meter.Step(0, 0);
        meter.Step(50, 1);
        for (int ms = 100; ms < 100000; ms += ScanMs)
        {
            meter.Step(ms, 1);
            Assert.AreEqual(0, meter.Flow);
        }

        Assert.AreEqual(10000L, meter.TotalMillilitres);
    }

    [TestMethod]
    [DataRow(11111, 10000, 3700)]
    [DataRow(2778, 10000, 14500)]
    [DataRow(1000, 1000, 4100)]
    [DataRow(500, 100, 2050)]
    public void PulsesStop_FlowIsZeroAfterFourIntervals(int flow, int pulseMillilitres, int limitMs)
    {
        var meter = new PulseMeter(pulseMillilitres, NoFlow);
        long count = Pour(meter, flow, pulseMillilitres, 0, 30000);
        for (long ms = meter.LastPulseMs; ms <= meter.LastPulseMs + limitMs; ms += ScanMs)
        {
            meter.Step(ms, count);
        }

        Assert.AreEqual(0, meter.Flow);
    }

    [TestMethod]
    public void PulsesLate_FlowFallsButIsNotYetZero()
    {
        var meter = new PulseMeter(10000, NoFlow);
        long count = Pour(meter, 11111, 10000, 0, 30000);
        meter.Step(meter.LastPulseMs + 2000, count);
        Assert.AreEqual(5000, meter.Flow);
    }

    [TestMethod]
    public void SilenceBelowLeastFlow_IsZero()
    {
        var meter = new PulseMeter(10000, NoFlow);
        long count = Pour(meter, 278, 10000, 0, 200000);
        meter.Step(meter.LastPulseMs + 71000, count);
        Assert.AreEqual(140, meter.Flow);
        meter.Step(meter.LastPulseMs + 72000, count);
        Assert.AreEqual(0, meter.Flow);
    }

    [TestMethod]
    public void FlowComesBackAfterPause_IsMeasuredAnew()
    {
        var meter = new PulseMeter(10000, NoFlow);
        long count = Pour(meter, 11111, 10000, 0, 30000);
        for (int ms = 30000; ms < 60000; ms += ScanMs)
        {
            meter.Step(ms, count);
        }

        Assert.AreEqual(0, meter.Flow);
        long volume = count * 10000000L;
        for (int ms = 60000; ms < 70000; ms += ScanMs)
        {
            volume += 5000L * ScanMs;
            meter.Step(ms, volume / 10000000L);
            IsNear(meter.Flow == 0 ? 0 : 5000, meter.Flow);
        }

        IsNear(5000, meter.Flow);
    }

    [TestMethod]
    public void SlowFlowAfterAFastOne_IsMeasured()
    {
        var meter = new PulseMeter(10000, NoFlow);
        long count = Pour(meter, 11111, 10000, 0, 30000);
        for (int ms = 30000; ms < 170000; ms += ScanMs)
        {
            meter.Step(ms, count + ((ms - 30000) / 20000));
        }

        Assert.AreEqual(500, meter.Flow);
    }

    [TestMethod]
    public void FirstStep_TakesTheCountAsGiven()
    {
        var meter = new PulseMeter(10000, NoFlow);
        meter.Step(700, 5000);
        Assert.AreEqual(0, meter.Flow);
        Assert.AreEqual(0L, meter.TotalMillilitres);
        Assert.AreEqual(700L, meter.LastPulseMs);
    }

    [TestMethod]
    public void CounterRestarts_CountsOnFromThere()
    {
        var meter = new PulseMeter(10000, NoFlow) { TotalMillilitres = 1000000 };
        meter.Step(0, 100);
        meter.Step(1000, 103);
        Assert.AreEqual(1030000L, meter.TotalMillilitres);
        meter.Step(2000, 2);
        Assert.AreEqual(1050000L, meter.TotalMillilitres);
        meter.Step(3000, 3);
        Assert.AreEqual(1060000L, meter.TotalMillilitres);
    }

    [TestMethod]
    public void AnyCounts_TotalNeverGoesBackAndFlowIsNeverNegative()
    {
        var meter = new PulseMeter(10000, NoFlow);
        uint noise = 1;
        long before = 0;
        for (int step = 0; step < 2000; step++)
        {
            noise = Support.Text.Noise(noise);
            meter.Step(step * ScanMs, noise >> 28);
            Assert.IsTrue(meter.TotalMillilitres >= before);
            Assert.IsTrue(meter.Flow >= 0);
            before = meter.TotalMillilitres;
        }
    }

    [TestMethod]
    public void LastPulse_IsWhenTheCountRose()
    {
        var meter = new PulseMeter(10000, NoFlow);
        meter.Step(0, 7);
        meter.Step(50, 7);
        meter.Step(100, 8);
        meter.Step(150, 8);
        Assert.AreEqual(100L, meter.LastPulseMs);
    }

    private static long Pour(PulseMeter meter, int flow, int pulseMillilitres, int fromMs, int toMs)
    {
        long microlitres = 0;
        for (int ms = fromMs; ms < toMs; ms += ScanMs)
        {
            meter.Step(ms, microlitres / (1000L * pulseMillilitres));
            microlitres += flow * ScanMs;
        }

        return (microlitres - (flow * ScanMs)) / (1000L * pulseMillilitres);
    }

    private static void IsNear(int expected, int actual)
    {
        int margin = expected * 3 / 100;
        Assert.IsTrue(actual >= expected - margin && actual <= expected + margin, "flow " + actual.ToString());
    }
}
