using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>208: five pulses a second at 10 L, and pulses at rest while the other meter says 0.</summary>
[TestClass]
public class PulseNoiseCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(5, 1000, Pass)]
    [DataRow(6, 1000, Fail)]
    [DataRow(25, 5000, Pass)]
    [DataRow(30, 5000, Fail)]
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

    /// <summary>At 1 L a pulse, 40 m³/h make eleven a second: twice that is the limit, whatever the setting says.</summary>
    [TestMethod]
    [DataRow(22, Pass)]
    [DataRow(23, Fail)]
    public void SmallPulses_RaiseTheLimit(int pulses, int expected)
    {
        var bench = new SiteBench();
        bench.View.Settings.PulseMillilitres = 1000;
        bench.PulseMillilitres = 1000L * pulses;
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(208));
    }

    [TestMethod]
    [DataRow(139, 0, 60000, Pass)]
    [DataRow(140, 0, 60000, Fail)]
    [DataRow(140, 0, 59999, Pass)]
    [DataRow(140, 600, 60000, Pass)]
    public void PulsesAtRest_AreNoiseWhereTheOtherMeterSaysNothing(int pulse, int bus, int restMs, int expected)
    {
        Assert.AreEqual(expected, AtRest(pulse, bus, restMs).Judge(208));
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
