using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Contract.Tests;

/// <summary>
/// A RS485 meter that says 0 beside a pulse meter whose pulses are not due yet: 100 L each at 5,000 mL/s are 20 s, three of them and 2 s are 62 s. The motor is rated for 10 kW, the line for 600 kPa. −9999 stands for "no
/// reading".
/// </summary>
[TestClass]
public class SlowPulsesTests
{
    private const int None = -9999;

    [TestMethod]
    [DataRow(0, 61999, 6000, 310, true)] // nothing has contradicted the 0 yet, and the motor lifts
    [DataRow(0, 61999, 6000, 600, true)]
    [DataRow(0, 61999, 6000, None, true)]
    [DataRow(0, 62000, 6000, 310, false)] // three pulses are missing
    [DataRow(0, 61999, 5999, 310, false)] // the motor takes less: dry
    [DataRow(0, 61999, None, 310, false)] // nobody tells the power
    [DataRow(0, 61999, 6000, 601, false)] // against a closed valve
    [DataRow(None, 61999, 6000, 310, false)] // no pulse meter that could contradict it
    public void BusAtZero_IsNotBelievedBeforeThePulsesAreDue(int pulse, int runMs, int power, int pressure, bool hangs)
    {
        var readings = new Readings();
        readings.Set(Signal.BusFlow, 0);
        readings.Set(Signal.BusStatus, 0);
        Take(readings, Signal.PulseFlow, pulse);
        Take(readings, Signal.Power, power);
        Take(readings, Signal.Pressure, pressure);
        var settings = new Settings { PulseMillilitres = 100000, RatedFlowMillilitresPerSecond = 5000, RatedPowerWatts = 10000, HighPressureKilopascal = 600 };
        Assert.IsTrue(hangs == Flow.MayHangAtZero(readings, settings, runMs));
        readings.Miss(Signal.BusFlow, NoDataReason.Timeout);
        Assert.IsFalse(Flow.MayHangAtZero(readings, settings, runMs));
    }

    /// <summary>A pump with 100 L a pulse starts; the RS485 meter stays at 0. At the rated 11,111 mL/s three pulses are due after 29 s: 305 needs 10 s from then, and where the motor takes little 10 s from 15 s on. The run begins with the first second.</summary>
    [TestMethod]
    [DataRow(9000, 40)]
    [DataRow(2200, 26)]
    public void DryRun_WaitsForThePulsesWhereTheMotorLifts(int power, int seconds)
    {
        var bench = new SiteBench();
        bench.View.Settings.PulseMillilitres = 100000;
        bench.Set(Signal.BusFlow, 0);
        bench.Set(Signal.PulseFlow, 0);
        bench.Run(120);
        Assert.IsTrue(bench.View.Flow == FlowEvidence.Still);
        bench.Set(Signal.PumpCommand, 1);
        bench.Set(Signal.PumpContact, 1);
        bench.Set(Signal.Power, power);
        bench.Set(Signal.Pressure, 310);
        Assert.AreEqual(seconds, bench.SecondsUntil(305, true, 100));
    }

    private static void Take(Readings readings, int signal, int value)
    {
        if (value == None)
        {
            readings.Miss(signal, NoDataReason.NotFitted);
        }
        else
        {
            readings.Set(signal, value);
        }
    }
}
