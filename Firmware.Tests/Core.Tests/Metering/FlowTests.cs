using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>The truth table of the flow evidence, one row a test row. −9999 stands for "no reading".</summary>
[TestClass]
public class FlowTests
{
    private const int SilentMs = 60000;
    private const int None = -9999;
    private const int Unknown = 0;
    private const int Flows = 1;
    private const int Still = 2;

    [TestMethod]
    [DataRow(11111, None, None, Flows)]
    [DataRow(140, None, None, Flows)]
    [DataRow(139, None, None, Still)]
    [DataRow(-140, None, None, Flows)]
    [DataRow(-139, None, None, Still)]
    [DataRow(0, 140, None, Flows)]
    [DataRow(0, 139, None, Still)]
    [DataRow(0, 0, 310, Still)]
    [DataRow(11111, 0, 10, Flows)]
    [DataRow(None, 140, 10, Flows)]
    [DataRow(None, 139, 60, Flows)]
    [DataRow(None, 139, 59, Still)]
    [DataRow(None, 0, None, Still)]
    [DataRow(None, None, 60, Flows)]
    [DataRow(None, None, 600, Flows)]
    [DataRow(None, None, 601, Still)]
    [DataRow(None, 0, 601, Still)]
    [DataRow(None, None, 59, Still)]
    [DataRow(None, None, None, Unknown)]
    public void PumpRuns(int bus, int pulse, int pressure, int expected)
    {
        Assert.AreEqual(expected, Judge(bus, pulse, pressure, true));
    }

    [TestMethod]
    [DataRow(140, None, None, Flows)]
    [DataRow(0, 0, 310, Still)]
    [DataRow(None, 140, None, Flows)]
    [DataRow(None, 0, 310, Still)]
    [DataRow(None, None, 310, Unknown)]
    [DataRow(None, None, 0, Unknown)]
    [DataRow(None, None, None, Unknown)]
    public void PumpOff_PressureSaysNothing(int bus, int pulse, int pressure, int expected)
    {
        Assert.AreEqual(expected, Judge(bus, pulse, pressure, false));
    }

    /// <summary>A meter that reports its own fault says nothing: the table is that of a meter that does not answer.</summary>
    [TestMethod]
    [DataRow(0, 139, 60, Flows)]
    [DataRow(0, 139, 59, Still)]
    [DataRow(0, 140, 10, Flows)]
    [DataRow(11111, None, 59, Still)]
    [DataRow(11111, None, None, Unknown)]
    public void BusMeterReportsItsOwnFault_SaysNothing(int bus, int pulse, int pressure, int expected)
    {
        Readings readings = Read(bus, pulse, pressure);
        readings.Set(Signal.BusStatus, 1);
        Assert.AreEqual(expected, (int)Flow.Judge(readings, new Settings(), true, SilentMs));
    }

    [TestMethod]
    [DataRow(None, 16666, 10, Flows)]
    [DataRow(None, 22223, 10, Still)]
    [DataRow(None, 22223, None, Still)]
    [DataRow(None, 300000, 310, Flows)]
    public void PulsesFasterThanThePipe_SayNothing(int bus, int pulse, int pressure, int expected)
    {
        Assert.AreEqual(expected, Judge(bus, pulse, pressure, true));
    }

    /// <summary>600 kPa is the line's limit; a throttled outlet passes a pulse now and then.</summary>
    [TestMethod]
    [DataRow(601, 28999, Flows)]
    [DataRow(601, 29000, Still)]
    [DataRow(600, 29000, Flows)]
    public void PressureAboveTheLimit_IsAClosedValveOnceThePulsesAreSilent(int pressure, int silentMs, int expected)
    {
        Assert.AreEqual(expected, (int)Flow.Judge(Read(None, 0, pressure), new Settings(), true, silentMs));
    }

    [TestMethod]
    [DataRow(28999, Unknown)]
    [DataRow(29000, Still)]
    public void PulsesAlone_SayStillOnlyAfterThreeOfATenthOfTheRatedFlow(int silentMs, int expected)
    {
        var readings = new Readings();
        readings.Set(Signal.PulseFlow, 0);
        Assert.AreEqual(expected, (int)Flow.Judge(readings, new Settings(), true, silentMs));
        Assert.AreEqual(Still, (int)Flow.Judge(readings, new Settings(), false, silentMs));
    }

    /// <summary>
    /// 16,666 mL/s are the most that the pipe carries; 6,600 W of 11,000 lift water. Pulses beyond the pipe are a burst then, where the RS485 meter is silent, and else noise. Without a word of the
    /// power they are a burst up to 22,222 mL/s, which is all that the pump delivers into a broken line.
    /// </summary>
    [TestMethod]
    [DataRow(None, 16667, 6600, true, Flows)]
    [DataRow(None, 16667, 6599, true, Still)]
    [DataRow(None, 16667, None, true, Flows)]
    [DataRow(None, 22222, None, true, Flows)]
    [DataRow(None, 22223, None, true, Still)]
    [DataRow(None, 22223, 6600, true, Flows)]
    [DataRow(None, 16667, None, false, Still)]
    [DataRow(0, 16667, None, true, Still)]
    [DataRow(None, 16667, 6600, false, Still)]
    [DataRow(None, None, 6600, true, Still)]
    [DataRow(0, 16667, 6600, true, Still)]
    public void PulsesBeyondThePipe_AreABurstWhereTheMotorLiftsWater(int bus, int pulse, int watts, bool running, int expected)
    {
        Readings readings = Read(bus, pulse, 10);
        Put(readings, Signal.Power, watts);
        Assert.AreEqual(expected, (int)Flow.Judge(readings, new Settings(), running, 1000));
    }

    [TestMethod]
    public void HeavyPulses_AreWaitedForLonger()
    {
        Assert.AreEqual(2702000L, Flow.SilenceMs(new Settings { PulseMillilitres = 1000000 }) / 1000 * 1000);
    }

    private static int Judge(int bus, int pulse, int pressure, bool running)
    {
        return (int)Flow.Judge(Read(bus, pulse, pressure), new Settings(), running, SilentMs);
    }

    private static Readings Read(int bus, int pulse, int pressure)
    {
        var readings = new Readings();
        Put(readings, Signal.BusFlow, bus);
        Put(readings, Signal.PulseFlow, pulse);
        Put(readings, Signal.Pressure, pressure);
        return readings;
    }

    private static void Put(Readings readings, int signal, int value)
    {
        if (value == None)
        {
            readings.Miss(signal, NoDataReason.Timeout);
        }
        else
        {
            readings.Set(signal, value);
        }
    }
}
