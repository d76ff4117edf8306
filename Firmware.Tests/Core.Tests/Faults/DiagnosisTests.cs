using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults;

/// <summary>
/// The tables of Firmware/Diagnosis.md, row by row, by the letter in their first column. Each row is held for half an hour; what is raised then are these codes
/// and no other. A flow of −9999 is a meter that does not answer.
/// </summary>
[TestClass]
public class DiagnosisTests
{
    private const int No = -9999;
    private const int NotFitted = -1;
    private const int Flow = 11111;
    private const int Minutes = 30;

    private static SiteBench s_bench;

    [TestMethod]
    [DataRow("A", 1, 1, Flow, 310, "")]
    [DataRow("B", 1, 0, Flow, 310, "201:2")]
    [DataRow("C", 1, 0, No, 310, "201:1 202:1")]
    [DataRow("C in danger", 1, 0, No, 700, "202:2 305:2 405:2")]
    [DataRow("D", 1, 1, No, 310, "202:2")]
    [DataRow("G", 1, 1, 0, 310, "205:3")]
    [DataRow("H", 1, 0, 0, 10, "305:2")]
    [DataRow("I", 1, 0, 0, 310, "305:2")]
    [DataRow("I in danger", 1, 0, 0, 700, "305:2")]
    [DataRow("J", 1, 0, No, 10, "202:2 305:2")]
    [DataRow("K", 1, 30, 0, 10, "208:4 305:2")]
    [DataRow("L", 1, 30, Flow, 310, "208:4")]
    [DataRow("T", 1, 2, Flow, 310, "208:4")]
    [DataRow("N", 1, 1, -Flow, 310, "206:3")]
    [DataRow("O", 0, 0, 0, 10, "301:1")]
    [DataRow("P", 0, 1, Flow, 310, "")]
    public void PumpRunsByOurCommand(string row, int contact, int pulses, int bus, int pressure, string codes)
    {
        Begin();
        s_bench.Set(Signal.PumpCommand, 1);
        s_bench.Set(Signal.PumpContact, contact);
        s_bench.Set(Signal.Power, contact == 0 && pulses == 0 ? 0 : bus > 0 ? 9000 : 2200);
        Hold(row, pulses, bus, pressure, codes);
    }

    [TestMethod]
    public void E_AnswersThatCannotBeRead()
    {
        Begin();
        s_bench.RunWet();
        s_bench.Miss(Signal.BusFlow, NoDataReason.BusError);
        s_bench.Set(Signal.BusErrors, 900);
        Hold("E garbled", 1, Flow, 310, "202:2 203:3");
    }

    /// <summary>Every tenth answer comes through.</summary>
    [TestMethod]
    public void E_NoiseLetsSomeAnswersThrough()
    {
        Begin();
        s_bench.RunWet();
        s_bench.PulsesPerStep = 1;
        s_bench.Set(Signal.BusErrors, 900);
        for (int second = 0; second < 60 * Minutes; second++)
        {
            s_bench.Set(Signal.BusFlow, Flow);
            if (second % 10 != 0)
            {
                s_bench.Miss(Signal.BusFlow, NoDataReason.BusError);
            }

            s_bench.Step(1000);
        }

        Assert.AreEqual("203:3", Raised());
    }

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

    [TestMethod]
    [DataRow(1, 310, "204:2")]
    [DataRow(0, 310, "201:1 204:2")]
    [DataRow(0, 10, "204:2 305:2")]
    public void F_BusMeterReportsItsOwnFault(int pulses, int pressure, string codes)
    {
        Begin();
        s_bench.RunWet();
        s_bench.Set(Signal.BusStatus, 1);
        Hold("F", pulses, 0, pressure, codes);
    }

    [TestMethod]
    public void M_MetersDisagree()
    {
        Begin();
        s_bench.RunWet();
        s_bench.BusLitresPerStep = 11;
        Hold("M", 1, Flow, 310, "205:3");
    }

    /// <summary>11 kW are rated: a pump that lifts water into a broken line takes most of it, a dry one a third.</summary>
    [TestMethod]
    [DataRow(8000, "202:2 207:3 404:3")]
    [DataRow(4000, "202:2 207:3 305:2")]
    public void K_BurstAndNoAnswer(int watts, string codes)
    {
        Begin();
        s_bench.RunDry();
        s_bench.Set(Signal.Power, watts);
        Hold("K burst", 2, No, 10, codes);
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

    [TestMethod]
    public void Q_NoContactIsFitted()
    {
        Begin();
        s_bench.Set(Signal.PumpCommand, 1);
        s_bench.Miss(Signal.PumpContact, NoDataReason.NotFitted);
        s_bench.Miss(Signal.Power, NoDataReason.NotFitted);
        Hold("Q", 0, 0, 10, "305:2");
    }

    /// <summary>With a power meter the two differ: a motor that stands takes nothing, a dry one a fifth of its 11 kW.</summary>
    [TestMethod]
    [DataRow("Q did not start", 0, "301:1")]
    [DataRow("Q dry", 2200, "305:2")]
    public void Q_PowerTells(string row, int watts, string codes)
    {
        Begin();
        s_bench.Set(Signal.PumpCommand, 1);
        s_bench.Miss(Signal.PumpContact, NoDataReason.NotFitted);
        s_bench.Set(Signal.Power, watts);
        Hold(row, 0, 0, 10, codes);
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

    [TestMethod]
    public void R_MainsGone()
    {
        Begin();
        s_bench.RunDry();
        s_bench.Set(Signal.MainsPresent, 0);
        Hold("R", 0, 0, 10, "101:1");
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

    /// <summary>11 kW are rated: a dry well takes a third, a blocked shaft half more, and with two phases nothing is the well's.</summary>
    [TestMethod]
    [DataRow("S none", 0, 230000, "301:1")]
    [DataRow("S dry", 4000, 230000, "305:2")]
    [DataRow("S blocked", 16500, 230000, "305:2 306:1")]
    [DataRow("S phase", 7000, 0, "308:1")]
    public void S_PowerOfTheDryMotor(string row, int watts, int volts, string codes)
    {
        Begin();
        s_bench.RunDry();
        s_bench.Set(Signal.Power, watts);
        for (int phase = 0; phase < 3; phase++)
        {
            s_bench.Set(Signal.Voltage1 + phase, phase == 0 ? volts : 230000);
            s_bench.Set(Signal.Current1 + phase, 15000);
        }

        Hold(row, 0, 0, 10, codes);
    }

    /// <summary>The mirror contact closes only when every main contact is open.</summary>
    [TestMethod]
    [DataRow(1, "")]
    [DataRow(0, "302:1")]
    public void G_MirrorContactTellsAStuckContactFromAWeldedOne(int mirror, string codes)
    {
        Begin();
        s_bench.RunWet();
        s_bench.PulsesPerStep = 1;
        s_bench.Run(10);
        s_bench.Set(Signal.PumpMirror, mirror);
        s_bench.Set(Signal.PumpCommand, 0);
        Hold("g", 0, 0, 10, codes);
    }

    [TestMethod]
    [DataRow("a", 0, 0, 10, "")]
    [DataRow("b", 1, 600, 10, "401:2")]
    [DataRow("c", 0, 600, 10, "401:2")]
    [DataRow("d", 1, 0, 10, "208:4")]
    [DataRow("e", 1, No, 10, "202:2 401:2")]
    [DataRow("k", 0, -600, 10, "206:3")]
    public void PumpIsOff(string row, int pulses, int bus, int pressure, string codes)
    {
        Begin();
        Hold(row, pulses, bus, pressure, codes);
    }

    [TestMethod]
    [DataRow("f", 0, Flow, 310, "302:1")]
    [DataRow("g", 0, 0, 10, "")]
    public void ContactIsHeldSinceOurOff(string row, int pulses, int bus, int pressure, string codes)
    {
        Begin();
        s_bench.RunWet();
        s_bench.PulsesPerStep = 1;
        s_bench.Run(10);
        s_bench.Set(Signal.PumpCommand, 0);
        s_bench.Set(Signal.Power, row == "f" ? 9000 : 0);
        Hold(row, row == "f" ? 1 : pulses, bus, pressure, codes);
    }

    [TestMethod]
    [DataRow("h", 1, Flow, 310, "309:4")]
    [DataRow("i", 0, 0, 10, "305:2 309:4")]
    public void ContactClosesByItself(string row, int pulses, int bus, int pressure, string codes)
    {
        Begin();
        s_bench.Set(Signal.PumpContact, 1);
        Hold(row, pulses, bus, pressure, codes);
    }

    [TestMethod]
    public void J_OffAndNoContactIsFitted()
    {
        Begin();
        s_bench.Miss(Signal.PumpContact, NoDataReason.NotFitted);
        s_bench.Miss(Signal.Power, NoDataReason.NotFitted);
        Hold("j", 1, Flow, 310, "401:2");
    }

    /// <summary>With a power meter a leak and a run by hand are two rows.</summary>
    [TestMethod]
    [DataRow("j leak", 0, "401:2")]
    [DataRow("j hand", 9000, "309:4")]
    public void J_PowerTells(string row, int watts, string codes)
    {
        Begin();
        s_bench.Miss(Signal.PumpContact, NoDataReason.NotFitted);
        s_bench.Set(Signal.Power, watts);
        Hold(row, 1, Flow, 310, codes);
    }

    [TestMethod]
    public void L_ContactClosedAtTheStartOfTheUnit()
    {
        s_bench = new SiteBench();
        s_bench.Set(Signal.PumpContact, 1);
        Hold("l", 1, Flow, 310, "309:4");
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
