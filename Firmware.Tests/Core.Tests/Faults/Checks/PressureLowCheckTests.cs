using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>404: 150 kPa, a minute after the start, while water flows.</summary>
[TestClass]
public class PressureLowCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(149, 60000, Fail)]
    [DataRow(150, 60000, Pass)]
    [DataRow(149, 59999, NotTested)]
    public void Pressure_IsJudgedOnceThePumpHasRunAMinute(int pressure, int ranMs, int expected)
    {
        Assert.AreEqual(expected, Running(pressure, ranMs).Judge(404));
    }

    [TestMethod]
    public void NoWater_IsNotJudged()
    {
        var bench = Running(10, 100000);
        bench.Set(Signal.BusFlow, 0);
        bench.Update(bench.NowMs + 1000);
        Assert.AreEqual(NotTested, bench.Judge(404));
    }

    [TestMethod]
    public void PumpOff_IsNotJudged()
    {
        var bench = new SiteBench();
        bench.Set(Signal.BusFlow, 600);
        bench.Update(100000);
        Assert.AreEqual(NotTested, bench.Judge(404));
    }

    [TestMethod]
    [DataRow(1, NotTested)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    [DataRow(6, 4)]
    public void NoPressureReading_IsNeitherPassNorFail(int reason, int expected)
    {
        var bench = Running(10, 100000);
        bench.Miss(Signal.Pressure, (NoDataReason)reason);
        bench.Update(bench.NowMs + 1000);
        Assert.AreEqual(expected, bench.Judge(404));
    }

    /// <summary>Without the RS485 meter a flow by pulses is fresh for two of them at 11,111 mL/s, 1.8 s, and 2 s more.</summary>
    [TestMethod]
    [DataRow(10000, 3800, Fail)]
    [DataRow(10000, 3801, NotTested)]
    [DataRow(100000, 20000, Fail)]
    [DataRow(100000, 20001, NotTested)]
    public void PulsesAlone_AreBelievedWhileTheyCome(int pulse, int sinceMs, int expected)
    {
        SiteBench bench = Running(100, 60000);
        bench.View.Settings.PulseMillilitres = pulse;
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Set(Signal.PulseFlow, 11111);
        bench.PulseMs = bench.NowMs;
        bench.Update(bench.NowMs + sinceMs);
        Assert.AreEqual(expected, bench.Judge(404));
    }

    private static SiteBench Running(int pressure, int ranMs)
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Set(Signal.Pressure, pressure);
        bench.Update(1000);
        bench.Update(1000 + ranMs);
        return bench;
    }
}
