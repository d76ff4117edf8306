using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>208: five pulses a second at 10 L, half as many again as the other meter counts, and pulses at rest while that says 0.</summary>
[TestClass]
public class PulseNoiseCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(5, 1000, Pass)]
    [DataRow(6, 1000, Fail)]
    [DataRow(19, 3800, Pass)]
    [DataRow(19, 3100, Fail)]
    [DataRow(6, 100, Fail)]
    [DataRow(0, 1000, Pass)]
    public void Rate_IsPerSecondAlsoWhenADecisionIsLate(int pulses, int elapsedMs, int expected)
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Update(100000);
        bench.PulseMillilitres += 10000L * pulses;
        bench.Update(100000 + elapsedMs);
        Assert.AreEqual(expected, bench.Judge(208));
    }

    /// <summary>At 1 L a pulse, one and a half times 40 m³/h make sixteen a second: that is the limit, whatever the setting says.</summary>
    [TestMethod]
    [DataRow(16, Pass)]
    [DataRow(17, Fail)]
    public void SmallPulses_RaiseTheLimit(int pulses, int expected)
    {
        var bench = new SiteBench();
        bench.View.Settings.PulseMillilitres = 1000;
        bench.PulseMillilitres = 1000L * pulses;
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(208));
    }

    /// <summary>A burst that both meters see is fast and no noise: 18 L/s at 1 L a pulse.</summary>
    [TestMethod]
    [DataRow(18, 18000, 0, Pass)]
    [DataRow(18, 12001, 0, Pass)]
    [DataRow(18, 11953, 0, Fail)]
    [DataRow(18, 11954, 0, Pass)]
    [DataRow(18, 18000, 1, Fail)]
    public void FastPulsesThatTheOtherMeterConfirms_AreWater(int pulses, int bus, int status, int expected)
    {
        var bench = new SiteBench();
        bench.View.Settings.PulseMillilitres = 1000;
        bench.Set(Signal.PulseFlow, pulses * 1000);
        bench.Set(Signal.BusFlow, bus);
        bench.Set(Signal.BusStatus, status);
        bench.PulseMillilitres = 1000L * pulses;
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(208));
    }

    /// <summary>A reed that bounces: over 20 s at 40 m³/h, 222.2 L by the other meter, more than half as many again. Where that stands still it is 205's.</summary>
    [TestMethod]
    [DataRow(450, 300, 10000, Pass)]
    [DataRow(460, 300, 10000, Fail)]
    [DataRow(444, 222, 10000, Pass)]
    [DataRow(446, 223, 10000, Fail)]
    [DataRow(600, 300, 139, Pass)]
    [DataRow(600, 300, 140, Fail)]
    public void PulsesRunAheadOfTheOtherMeter_AreNoise(int pulseLitres, int busLitres, int flow, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.BusFlow, flow);
        bench.Update(100000);
        bench.PulseMillilitres = pulseLitres * 1000L;
        bench.Set(Signal.BusTotal, 500 + busLitres);
        bench.Update(200000);
        Assert.AreEqual(expected, bench.Judge(208));
    }

    /// <summary>Two pulses of 10 L beyond one and a half times what the other meter counted since the line had rested for a minute, and 1 L.</summary>
    [TestMethod]
    [DataRow(139, 50, 0, 60000, Pass)]
    [DataRow(140, 50, 0, 60000, Fail)]
    [DataRow(140, 50, 0, 59999, Pass)]
    [DataRow(140, 20, 0, 60000, Pass)]
    [DataRow(140, 30, 0, 60000, Fail)]
    [DataRow(140, 30, 6, 60000, Pass)]
    [DataRow(140, 30, 5, 60000, Fail)]
    public void PulsesAtRest_AreNoiseWhereTheOtherMeterDoesNotCountThem(int pulse, int litres, int busLitres, int restMs, int expected)
    {
        var bench = AtRest(pulse, 0, restMs);
        bench.PulseMillilitres += 1000L * litres;
        bench.Set(Signal.BusTotal, 500 + busLitres);
        bench.Update(bench.NowMs + (restMs == 60000 ? 10000 : 0));
        Assert.AreEqual(expected, bench.Judge(208));
    }

    /// <summary>The last pulses of a line that drains come at the least flow that counts, while the other meter is just below it.</summary>
    [TestMethod]
    public void LineThatDrains_IsNoNoise()
    {
        var bench = AtRest(145, 139, 60000);
        bench.PulseMillilitres += 30000;
        bench.Update(200000);
        Assert.AreEqual(Pass, bench.Judge(208));
    }

    [TestMethod]
    public void WaterThatFlowsByTheOtherMeterAtRest_IsNoNoise()
    {
        var bench = AtRest(2000, 600, 60000);
        bench.PulseMillilitres += 50000;
        bench.Update(70000);
        Assert.AreEqual(Pass, bench.Judge(208));
    }

    [TestMethod]
    public void NoOtherMeter_PulsesAtRestAreALeak()
    {
        var bench = AtRest(600, 0, 60000);
        bench.Miss(Signal.BusFlow, NoDataReason.NotFitted);
        bench.Update(70000);
        Assert.AreEqual(Pass, bench.Judge(208));
        Assert.AreEqual(Fail, bench.Judge(401));
    }

    [TestMethod]
    public void OtherMeterReportsItsOwnFault_PulsesAtRestAreALeak()
    {
        var bench = AtRest(600, 0, 60000);
        bench.Set(Signal.BusStatus, 1);
        bench.Update(70000);
        Assert.AreEqual(Pass, bench.Judge(208));
        Assert.AreEqual(Fail, bench.Judge(401));
    }

    [TestMethod]
    [DataRow(1, NotTested)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    [DataRow(6, 4)]
    public void NoPulseReading_IsNeitherPassNorFail(int reason, int expected)
    {
        var bench = new SiteBench();
        bench.Miss(Signal.PulseFlow, (NoDataReason)reason);
        bench.Update(bench.NowMs + 1000);
        Assert.AreEqual(expected, bench.Judge(208));
    }

    private static SiteBench AtRest(int pulse, int bus, int restMs)
    {
        var bench = new SiteBench();
        bench.Set(Signal.PulseFlow, pulse);
        bench.Set(Signal.BusFlow, bus);
        bench.Update(restMs);
        return bench;
    }
}
