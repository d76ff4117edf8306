using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Contract.Tests;

/// <summary>
/// The rows of "Which cause first" in Diagnosis.md, each at its edge: 11,111 mL/s, 230 V and 13.0 V for charging are rated, 150 kPa is the low limit and 60 kPa that of a dry pump. −1 is a reading that is missing.
/// </summary>
[TestClass]
public class LikelyCauseTests
{
    /// <summary>Code, signal and value, expected place of the cause.</summary>
    [TestMethod]
    [DataRow(103, Signal.MainsPresent, 1, 1)]
    [DataRow(103, Signal.MainsPresent, 0, 0)]
    [DataRow(103, Signal.MainsPresent, -1, 0)]
    [DataRow(106, Signal.Supply, 11699, 2)]
    [DataRow(106, Signal.Supply, 11700, 0)]
    [DataRow(106, Signal.Supply, 12799, 0)]
    [DataRow(106, Signal.Supply, 12800, 1)]
    [DataRow(106, Signal.Supply, 12999, 1)]
    [DataRow(106, Signal.Supply, 13000, 0)]
    [DataRow(106, Signal.Supply, -1, 0)]
    [DataRow(201, Signal.BusFlow, 2221, 2)]
    [DataRow(201, Signal.BusFlow, 2222, 0)]
    [DataRow(201, Signal.BusFlow, 0, 0)]
    [DataRow(201, Signal.BusFlow, -1, 0)]
    [DataRow(301, Signal.PumpContact, 1, 1)]
    [DataRow(301, Signal.PumpContact, 0, 0)]
    [DataRow(301, Signal.PumpContact, -1, 0)]
    [DataRow(306, Signal.Voltage1, 213899, 1)]
    [DataRow(306, Signal.Voltage1, 213900, 0)]
    [DataRow(306, Signal.Voltage1, -1, 0)]
    [DataRow(306, Signal.Current3, 11249, 3)]
    [DataRow(306, Signal.Current3, 11250, 0)]
    [DataRow(306, Signal.Current1, 20002, 3)]
    [DataRow(306, Signal.Current2, 20000, 0)]
    public void OneReading_PutsTheCauseThatItSpeaksForFirst(int code, int signal, int value, int expected)
    {
        SiteBench bench = Running();
        Show(bench, signal, value);
        Assert.AreEqual(expected, First(bench, code));
    }

    /// <summary>Code, pressure, RS485 flow, pulse flow, expected place of the cause.</summary>
    [TestMethod]
    [DataRow(306, 149, 11111, 0, 2)]
    [DataRow(306, 149, 0, 11111, 2)]
    [DataRow(306, 149, 11110, 0, 0)]
    [DataRow(306, 150, 11111, 0, 0)]
    [DataRow(306, -1, 11111, 0, 0)]
    [DataRow(306, 149, -1, -1, 0)]
    [DataRow(404, 100, 8332, 0, 1)]
    [DataRow(404, 100, 0, 8332, 1)]
    [DataRow(404, 100, 8333, 0, 0)]
    [DataRow(404, 59, 8333, 0, 3)]
    [DataRow(404, 60, 8333, 0, 0)]
    [DataRow(404, 59, 11110, 0, 3)]
    [DataRow(404, 59, 11111, 0, 0)]
    [DataRow(404, 59, -1, -1, 0)]
    [DataRow(404, 59, 0, 0, 0)]
    public void PressureAndFlow_PutTheCauseThatTheySpeakForFirst(int code, int kilopascal, int bus, int pulse, int expected)
    {
        SiteBench bench = Running();
        Show(bench, Signal.Pressure, kilopascal);
        Show(bench, Signal.BusFlow, bus);
        Show(bench, Signal.PulseFlow, pulse);
        Assert.AreEqual(expected, First(bench, code));
    }

    /// <summary>Two pieces of evidence: the grid before the winding, the winding before the burst.</summary>
    [TestMethod]
    public void Overload_BeginsWithWhatExplainsTheRest()
    {
        SiteBench bench = Running();
        Show(bench, Signal.Pressure, 100);
        Show(bench, Signal.Current1, 5000);
        Assert.AreEqual(3, First(bench, 306));
        Show(bench, Signal.Voltage1, 200000);
        Assert.AreEqual(1, First(bench, 306));
    }

    /// <summary>A run at the rated flow, 310 kPa, 230 V and 15 A on each phase; the pulses are silent.</summary>
    private static SiteBench Running()
    {
        var bench = new SiteBench();
        bench.RunWet();
        for (int phase = 0; phase < 3; phase++)
        {
            bench.Set(Signal.Current1 + phase, 15000);
        }

        return bench;
    }

    private static int First(SiteBench bench, int code)
    {
        FreezeFrames frames = bench.Monitors.Frames;
        int row = bench.Row(code);
        frames.Take(bench.Monitors, bench.Catalogue, row, bench.View.Readings, 0, true);
        return LikelyCause.First(bench.Catalogue, row, frames, frames.Find(row), bench.View.Settings);
    }

    private static void Show(SiteBench bench, int signal, int value)
    {
        if (value < 0)
        {
            bench.Miss(signal, NoDataReason.Timeout);
        }
        else
        {
            bench.Set(signal, value);
        }
    }
}
