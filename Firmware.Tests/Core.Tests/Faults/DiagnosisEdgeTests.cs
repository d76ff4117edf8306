using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults;

/// <summary>
/// Where rows of Firmware/Diagnosis.md (DiagnosisTableTests) meet: the last value of one and the first of the next. Each is held for half an hour; what is raised then are these codes
/// and no other. A flow of −9999 is a meter that does not answer.
/// </summary>
[TestClass]
public class DiagnosisEdgeTests
{
    private const int No = -9999;
    private const int NotFitted = -1;
    private const int Flow = 11111;
    private const int Minutes = 30;

    private static SiteBench s_bench;

    /// <summary>Nothing counts: level 1, whatever the meter answers.</summary>
    [TestMethod]
    public void E_GarbledAndNothingElseCounts()
    {
        Begin();
        s_bench.RunWet();
        s_bench.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
        s_bench.Miss(Signal.BusFlow, NoDataReason.BusError);
        s_bench.Set(Signal.BusErrors, 1000);
        s_bench.Run(85);
        Assert.AreEqual("202:1 203:3", Raised());
        Assert.IsTrue(s_bench.Lifecycle.Unmetered.IsOpen);
    }

    /// <summary>The power meter is silent with the RS485 meter: a pump delivers twice its rated flow into a broken line, and not three times.</summary>
    [TestMethod]
    [DataRow(2, "202:2 207:3 404:3")]
    [DataRow(3, "202:2 207:3 305:2")]
    public void K_BurstPowerUnknown(int pulses, string codes)
    {
        Begin();
        s_bench.RunDry();
        s_bench.Miss(Signal.Power, NoDataReason.Timeout);
        Hold("K burst, power unknown", pulses, No, 10, codes);
    }

    /// <summary>No pressure is fitted, the RS485 meter is silent and the pulses' wire is cut: 6,600 W of 11 kW lift water, and less does not.</summary>
    [TestMethod]
    [DataRow("C by power", 6600, "201:1 202:1")]
    [DataRow("J by power", 6599, "202:2 305:2")]
    public void C_PowerIsTheOnlyWitness(string row, int watts, string codes)
    {
        Begin();
        s_bench.RunWet();
        s_bench.Set(Signal.Power, watts);
        s_bench.Run(1);
        Hold(row, 0, No, NotFitted, codes);
    }

    /// <summary>The power meter shows the grid, and the charger feeds the bus: only the relay's contact says that the mains is gone.</summary>
    [TestMethod]
    [DataRow(13000, "")]
    [DataRow(12999, "101:1")]
    public void R_RelayOfTheMains(int supply, string codes)
    {
        Begin();
        s_bench.RunWet();
        s_bench.Set(Signal.MainsPresent, 0);
        for (int phase = 0; phase < 3; phase++)
        {
            s_bench.Set(Signal.Voltage1 + phase, 230000);
        }

        s_bench.Set(Signal.Supply, supply);
        Hold("R relay", 1, Flow, 310, codes);
    }

    /// <summary>It goes on answering with the flow and the total of that moment: the pump runs, or has stopped.</summary>
    [TestMethod]
    [DataRow("U", 1, 1, 310)]
    [DataRow("U at rest", 0, 0, 10)]
    public void U_BusMeterHangs(string row, int runs, int pulses, int pressure)
    {
        Begin();
        s_bench.RunWet();
        s_bench.PulsesPerStep = 1;
        s_bench.Run(60);
        s_bench.Set(Signal.PumpCommand, runs);
        s_bench.Set(Signal.PumpContact, runs);
        s_bench.PulsesPerStep = pulses;
        s_bench.Set(Signal.PulseFlow, pulses * 10000);
        s_bench.Set(Signal.Pressure, pressure);
        s_bench.BusHangs = true;
        for (int second = 0; second < 60 * Minutes; second++)
        {
            s_bench.Set(Signal.BusFlow, Flow);
            s_bench.Step(1000);
        }

        Assert.AreEqual("207:3", Raised(), row);
    }

    private static void Begin()
    {
        s_bench = new SiteBench();
        s_bench.Run(60);
    }

    private static void Hold(string row, int pulses, int bus, int pressure, string codes)
    {
        s_bench.PulsesPerStep = pulses;
        s_bench.Set(Signal.PulseFlow, pulses * 10000);
        if (pressure == NotFitted)
        {
            s_bench.Miss(Signal.Pressure, NoDataReason.NotFitted);
        }
        else
        {
            s_bench.Set(Signal.Pressure, pressure);
        }

        if (bus == No)
        {
            s_bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        }
        else if (s_bench.View.Readings.Has(Signal.BusFlow))
        {
            s_bench.Set(Signal.BusFlow, bus);
        }

        s_bench.Run(60 * Minutes);
        Assert.AreEqual(codes, Raised(), row);
    }

    /// <summary>"201:2 305:2": the codes that are raised, with their levels.</summary>
    private static string Raised()
    {
        string codes = "";
        for (int row = 0; row < s_bench.Catalogue.Count; row++)
        {
            if (s_bench.Monitors.IsRaised(row))
            {
                codes += (codes.Length == 0 ? "" : " ") + s_bench.Catalogue.Code(row).ToString() + ":" + ((int)s_bench.Monitors.LevelOf(row)).ToString();
            }
        }

        return codes;
    }
}
