using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>
/// The limit that `why` and the fault book show is the one at which the check changes its mind: at a site with settings of its own, the reading one step beyond it fails and the reading
/// at it does not (or the other way round, where the limit itself counts).
/// </summary>
[TestClass]
public class FaultLimitTests
{
    private const int Fail = 2;

    private static SiteBench s_bench;

    /// <summary>Each limit in its sense (below 0, above 1, from 2), as it is at this site, and at the reference site (its settings as nobody has changed them).</summary>
    [TestMethod]
    [DataRow(102, 0, 22800, 11400)]
    [DataRow(103, 0, 21600, 10800)]
    [DataRow(104, 1, 30000, 15000)]
    [DataRow(105, 0, 24000, 12000)]
    [DataRow(106, 0, 26000, 13000)]
    [DataRow(203, 1, 50, 50)]
    [DataRow(205, 1, 50, 50)]
    [DataRow(206, 0, -278, -278)]
    [DataRow(207, 1, 33333, 16666)]
    [DataRow(208, 1, 140000, 50000)]
    [DataRow(301, 0, 1100, 550)]
    [DataRow(302, 2, 1100, 550)]
    [DataRow(305, 0, 200, 140)]
    [DataRow(306, 1, 25300, 12650)]
    [DataRow(307, 1, 6, 12)]
    [DataRow(308, 0, 187200, 179400)]
    [DataRow(401, 2, 200, 140)]
    [DataRow(404, 0, 250, 150)]
    [DataRow(405, 1, 900, 600)]
    [DataRow(409, 0, 300, 200)]
    [DataRow(602, 1, 1740, 1740)]
    [DataRow(604, 0, -85, -85)]
    [DataRow(605, 0, 30, 30)]
    [DataRow(606, 1, 3600, 3600)]
    [DataRow(701, 2, 3, 3)]
    [DataRow(702, 1, 80, 80)]
    [DataRow(705, 1, 100, 100)]
    [DataRow(901, 2, 3, 3)]
    [DataRow(903, 0, 8192, 8192)]
    [DataRow(905, 1, 10, 10)]
    [DataRow(907, 1, 70000, 70000)]
    public void Limit_IsWhereTheCheckChangesItsMind(int code, int sense, int here, int reference)
    {
        Assert.AreEqual(reference, FaultLimit.Of(code, new SiteView(new Settings())));
        Begin(code);
        Assert.AreEqual(sense, (int)FaultLimit.SenseOf(code));
        Assert.AreEqual(here, FaultLimit.Of(code, s_bench.View));
        int step = sense == 0 ? -1 : 1;
        Assert.AreEqual(sense == 2, Judge(code, here) == Fail, "at the limit");
        Assert.IsTrue(Judge(code, here + (sense == 2 ? 0 : code == 208 ? 20000 : step)) == Fail, "beyond it");
        Assert.IsTrue(Judge(code, here - (code == 208 ? 20000 : step)) != Fail, "within it");
    }

    /// <summary>303, 304: the end switch has the valve's travel time.</summary>
    [TestMethod]
    [DataRow(303, 1)]
    [DataRow(304, 0)]
    public void ValveLimit_IsItsTravelTime(int code, int open)
    {
        Begin(code);
        Assert.AreEqual(90, FaultLimit.Of(code, s_bench.View));
        Assert.AreEqual(3, (int)FaultLimit.SenseOf(code));
        s_bench.Set(Signal.ValveIsOpen, 1 - open);
        s_bench.Set(Signal.ValveIsShut, open);
        s_bench.Set(Signal.ValveCommand, 1 - open);
        s_bench.Update(s_bench.NowMs + 1000);
        s_bench.Set(Signal.ValveCommand, open);
        s_bench.Update(s_bench.NowMs + 1000);
        long asked = s_bench.NowMs;
        s_bench.Update(asked + 89999);
        Assert.IsTrue(s_bench.Judge(code) != Fail);
        s_bench.Update(asked + 90000);
        Assert.AreEqual(Fail, s_bench.Judge(code));
    }

    /// <summary>402, 403: a quarter off what the site has taught; nothing while it teaches.</summary>
    [TestMethod]
    [DataRow(402, 0, 8333)]
    [DataRow(403, 1, 13888)]
    public void FlowLimit_IsLearned(int code, int sense, int expected)
    {
        s_bench = new SiteBench();
        int untaught = FaultLimit.Of(code, s_bench.View);
        Assert.AreEqual(int.MinValue, untaught);
        s_bench.Teach(10, 11111, 310, 9000);
        Assert.AreEqual(expected, FaultLimit.Of(code, s_bench.View));
        Assert.AreEqual(sense, (int)FaultLimit.SenseOf(code));
    }

    /// <summary>A row with a reading has a number (the learned ones once they are taught), a row without has none, and the reading is evidence of the row or what its evidence is made from.</summary>
    [TestMethod]
    public void EveryRow_HasBothOrNeither()
    {
        s_bench = new SiteBench();
        s_bench.Teach(10, 11111, 310, 9000);
        for (int row = 0; row < s_bench.Catalogue.Count; row++)
        {
            int code = s_bench.Catalogue.Code(row);
            int signal = FaultLimit.SignalOf(code);
            Assert.AreEqual(signal == Signal.None, FaultLimit.Of(code, s_bench.View) == int.MinValue, code.ToString());
            bool shown = signal == Signal.None;
            for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
            {
                shown |= s_bench.Catalogue.EvidenceSignal(row, field) == signal;
            }

            Assert.IsTrue(shown, code.ToString());
        }
    }

    /// <summary>How anyone learns of each fault of the alarm path, as bits: alarm 1, alarm afterwards 2, link lamp 4, 610 8, drill missing at the centre 16, the centre itself 32.</summary>
    [TestMethod]
    [DataRow(601, 14)]
    [DataRow(602, 22)]
    [DataRow(603, 14)]
    [DataRow(604, 1)]
    [DataRow(605, 1)]
    [DataRow(606, 1)]
    [DataRow(607, 1)]
    [DataRow(610, 32)]
    [DataRow(805, 18)]
    public void FaultOfTheAlarmPath_SaysHowAnyoneLearnsOfIt(int code, int ways)
    {
        Assert.AreEqual(ways, (int)FaultNotice.Of(code));
    }

    /// <summary>A row of the alarm path that is added has to say it, and no other row does.</summary>
    [TestMethod]
    public void EveryRowOfTheAlarmPath_SaysIt()
    {
        var catalogue = new FaultCatalogue();
        for (int row = 0; row < catalogue.Count; row++)
        {
            int code = catalogue.Code(row);
            Assert.AreEqual(code / 100 == 6 || code == 805, FaultNotice.Of(code) != 0, code.ToString());
        }
    }

    /// <summary>A site of 24 V with a motor of 22 kW, 80 m³/h and limits of its own, in the state in which a row is judged.</summary>
    private static void Begin(int code)
    {
        s_bench = new SiteBench(27200);
        Settings settings = s_bench.View.Settings;
        settings.SupplySagMillivolts = 22800;
        settings.SupplyActMillivolts = 21600;
        settings.SupplyHighMillivolts = 30000;
        settings.BatteryLowMillivolts = 24000;
        settings.ChargeMillivolts = 26000;
        settings.RatedFlowMillilitresPerSecond = 22222;
        settings.MaxPulsesPerSecond = 7;
        settings.PulseMillilitres = 20000;
        settings.NoFlowMillilitresPerSecond = 200;
        settings.RatedPowerWatts = 22000;
        settings.RatedPhaseVolts = 240;
        settings.MaxStartsPerHour = 6;
        settings.LowPressureKilopascal = 250;
        settings.HighPressureKilopascal = 900;
        settings.WellLowCentimetres = 300;
        settings.ValveTravelSeconds = 90;
        s_bench.Run(120);
        if (code == 102 || code == 306 || code == 404)
        {
            s_bench.RunWet();
            s_bench.Run(90);
        }
        else if (code == 301 || code == 302 || code == 305)
        {
            s_bench.RunWet();
            s_bench.Set(Signal.PumpCommand, 1);
            s_bench.Run(20);
            s_bench.Set(Signal.PumpCommand, code == 302 ? 0 : 1);
            s_bench.Set(Signal.BusFlow, 0);
            s_bench.Set(Signal.Pressure, 10);
            s_bench.Run(10);
        }
        else if (code == 105)
        {
            s_bench.Set(Signal.MainsPresent, 0);
            s_bench.Run(1);
        }
        else if (code == 606)
        {
            s_bench.Set(Signal.ClockQuality, 0);
        }
    }

    /// <summary>What the row's check says with the limit's reading at a value.</summary>
    private static int Judge(int code, int value)
    {
        if (code == 208)
        {
            s_bench.PulseMillilitres += value;
            s_bench.PulseMs = s_bench.NowMs + 1000;
            s_bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
            s_bench.Update(s_bench.NowMs + 1000);
            return s_bench.Judge(code);
        }

        int signal = FaultLimit.SignalOf(code);
        s_bench.Set(signal, value);
        if (code == 205)
        {
            return s_bench.Judge(code);
        }

        // Long enough for what has to last: a flow that the other meter could confirm.
        s_bench.Update(s_bench.NowMs + (code == 207 ? 60000 : 1000));
        s_bench.Set(signal, value);
        return s_bench.Judge(code);
    }
}
