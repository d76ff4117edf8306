using System;
using System.Linq;

namespace Tools.SiteSimulator.Tests;

/// <summary>Valves, strainer, breaks and reverse flow: where the water goes.</summary>
[TestClass]
public class WaterTests
{
    [TestMethod]
    public void A_motor_valve_travels_its_time_between_its_end_switches()
    {
        Bench bench = ValveSite();
        Assert.IsTrue(bench.Run(1).Closed("valve-is-closed"));
        bench.Site.Do("run-request", "on");
        Assert.IsFalse(bench.Run(14.5).Closed("valve-is-open") || bench.Closed("valve-is-closed"));
        Assert.IsTrue(bench.Run(1).Closed("valve-is-open"));
        Assert.AreEqual(40, bench.Run(60).Site.Pipeline.MeteredFlow * 3600, 1.2);
        bench.Site.Do("run-request", "off");
        Assert.IsFalse(bench.Run(14.5).Closed("valve-is-closed"));
        Assert.IsTrue(bench.Run(1).Closed("valve-is-closed"));
    }

    [TestMethod]
    public void Both_drives_at_once_or_neither_leave_the_valve_where_it_is()
    {
        Bench bench = ValveSite();
        bench.Follows = false;
        (bench.Site.Valve.OpenDrive.High, bench.Site.Valve.CloseDrive.High) = (true, false);
        bench.Run(5);
        bench.Site.Valve.CloseDrive.High = true;
        double position = bench.Run(5).Site.Valve.PositionFraction;
        Assert.AreEqual(5 / 15.0, position, 0.01);
        (bench.Site.Valve.OpenDrive.High, bench.Site.Valve.CloseDrive.High) = (false, false);
        Assert.AreEqual(position, bench.Run(5).Site.Valve.PositionFraction);
    }

    [TestMethod]
    public void The_valves_motor_loads_the_bus_and_stalls_without_it()
    {
        Bench bench = ValveSite();
        bench.Site.Inject("supply-sag"); // 3.3 Ω
        double atRest = bench.Run(1).SupplyVolts;
        bench.Follows = false;
        (bench.Site.Valve.OpenDrive.High, bench.Site.Valve.CloseDrive.High) = (true, false);
        Assert.AreEqual(1.65, atRest - bench.Run(1).SupplyVolts, 0.15); // 0.5 A
        bench.Site.Inject("supply-low", 3); // 6.4 V
        double position = bench.Run(1).Site.Valve.PositionFraction;
        Assert.AreEqual(position, bench.Run(5).Site.Valve.PositionFraction);
    }

    [TestMethod]
    [DataRow(0.0, 0.0, 0.0)]
    [DataRow(0.5, 0.5, 0.5)]
    [DataRow(1.0, 1.0, 1.0)]
    public void A_jammed_valve_sticks_where_it_comes_to_the_stone(double stone, double opened, double shut)
    {
        Bench bench = ValveSite();
        bench.Site.Inject("valve-jammed", stone);
        bench.Site.Do("run-request", "on");
        Assert.AreEqual(opened, bench.Run(60).Site.Valve.PositionFraction);
        bench.Site.Do("run-request", "off");
        Assert.AreEqual(shut, bench.Run(60).Site.Valve.PositionFraction);
        bench.Site.Clear("valve-jammed");
        Assert.AreEqual(0, bench.Run(60).Site.Valve.PositionFraction);
    }

    [TestMethod]
    public void An_open_valve_with_a_stone_at_its_seat_does_not_open_again()
    {
        Bench bench = ValveSite();
        bench.Site.Do("run-request", "on");
        bench.Run(30);
        bench.Site.Inject("valve-jammed", 0);
        bench.Site.Do("run-request", "off");
        Assert.IsTrue(bench.Run(30).Closed("valve-is-closed"));
        bench.Site.Do("run-request", "on");
        Assert.IsTrue(bench.Run(30).Closed("valve-is-closed"));
    }

    [TestMethod]
    public void Without_a_valve_its_switches_are_open_and_water_flows()
    {
        Bench bench = Bench.Pumping();
        Assert.IsFalse(bench.Closed("valve-is-open") || bench.Closed("valve-is-closed"));
        Assert.AreEqual(40, bench.Site.Pipeline.MeteredFlow * 3600, 1.2);
    }

    [TestMethod]
    public void A_stuck_check_valve_lets_the_field_main_run_back_through_both_meters()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("check-valve-stuck");
        Assert.AreEqual(40, bench.Run(30).Site.Pipeline.MeteredFlow * 3600, 1.2, "not while the pump pushes");
        bench.Site.Do("run-request", "off");
        bench.Run(60);
        double level = bench.Site.Well.LevelAboveIntakeMetres;
        uint total = bench.Site.BusMeter.TotalLitres;
        bench.TakePulses();
        bench.Run(60);
        Assert.IsTrue(bench.BusFlow() is < -2000 and > -20_000, $"{bench.BusFlow()} L/h");
        Assert.AreEqual("01 03 02 00 04 B9 87", bench.Exchange("01 03 00 04 00 01 C5 CB"), "reverse flow in the status word");
        Assert.IsGreaterThan(3, bench.TakePulses(), "a reed cannot tell the direction");
        Assert.AreEqual(total, bench.Site.BusMeter.TotalLitres, "the total counts what runs forward");
        Assert.IsGreaterThan(6, level, "the well is fed");
        bench.Site.Clear("check-valve-stuck");
        Assert.AreEqual(0, bench.Run(60).BusFlow());
    }

    [TestMethod]
    public void A_clogging_strainer_loses_so_much_flow_a_day_at_the_same_pressure()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("strainer-clogging", 20);
        bench.Run(864); // a hundredth of a day: a fifth
        double open = Math.Sqrt((bench.Site.Pipeline.PressureBar * 10.197 - 3) / (3 * 10.197 - 3)) * 40;
        Assert.AreEqual(0.8 * open, bench.Site.Pipeline.MeteredFlow * 3600, 0.5);
        bench.Site.Inject("air-in-pipe");
        Assert.IsLessThan(0.82 * open, bench.Run(5).Site.Pipeline.MeteredFlow * 3600, "another fault does not clean it");
        bench.Site.Clear("strainer-clogging");
        Assert.AreEqual(40, bench.Run(30).Site.Pipeline.MeteredFlow * 3600, 1.2);
    }

    [TestMethod]
    public void A_season_lowers_the_water_table_slowly()
    {
        Bench bench = new();
        bench.Site.Inject("water-table-falls", 0.5);
        bench.Site.Doze(2 * 86_400);
        Assert.AreEqual(5, bench.Site.Well.LevelAboveIntakeMetres, 0.01);
        Assert.AreEqual((0.5 + (4 * 5 / 20.0)) / 1.5, bench.Site.Terminal<VoltageTerminal>("well-level").Volts, 0.002);
    }

    /// <summary>What each fault does to the flow, the pressure and the power, over the sound site's, at a small and a large site.</summary>
    [TestMethod]
    [DataRow("pipe-burst", 1.2, 2.0, 0.2, 0.7, 0.7, 1.2)]
    [DataRow("tap-before-meters", 0.75, 0.97, 0.5, 0.95, 0.95, 1.2)]
    [DataRow("bypass-open", 0.49, 0.51, 0.99, 1.01, 0.99, 1.01)]
    [DataRow("outlet-throttled", 0.1, 0.4, 1.2, 3.0, 0.3, 0.9)]
    [DataRow("strainer-clogged", 0.6, 0.85, 1.05, 2.0, 0.7, 1.0)]
    [DataRow("pump-exchanged", 1.02, 1.6, 1.05, 2.0, 1.05, 2.5)]
    [DataRow("pump-worn", 0.5, 0.95, 0.4, 0.95, 0.7, 1.15)]
    [DataRow("closed-valve", 0, 0, 1.2, 3.0, 0.15, 0.6)]
    [DataRow("dry-well", 0, 0, 0, 0.2, 0.05, 0.3)]
    public void A_fault_shows_alike_at_12_and_at_80(string fault, double flowLow, double flowHigh, double barLow, double barHigh, double wattsLow, double wattsHigh)
    {
        foreach (double rated in new[] { 12.0, 80.0 })
        {
            Bench bench = SiteOf(rated);
            bench.Site.Do("run-request", "on");
            bench.Run(120);
            (double flow, double bar, double watts) = State(bench.Site);
            Assert.AreEqual(rated, flow * 3600, 0.03 * rated);
            bench.Site.Inject(fault);
            (double flowNow, double barNow, double wattsNow) = State(bench.Run(120).Site);
            Between(flowLow, flowHigh, flowNow / flow, $"flow at {rated}");
            Between(barLow, barHigh, barNow / bar, $"pressure at {rated}");
            Between(wattsLow, wattsHigh, wattsNow / watts, $"power at {rated}");
        }
    }

    [TestMethod]
    public void Forty_cubic_metres_an_hour_are_a_burst_at_one_site_and_little_at_another()
    {
        Bench small = SiteOf(12);
        small.Site.Inject("pump-exchanged", 5);
        small.Site.Inject("pipe-burst", 2);
        Bench large = SiteOf(80);
        large.Site.Inject("strainer-clogged", 0.6);
        foreach (Bench bench in new[] { small, large })
        {
            bench.Site.Do("run-request", "on");
            bench.Run(120);
        }

        Assert.AreEqual(40, small.Site.Pipeline.MeteredFlow * 3600, 4);
        Assert.AreEqual(40, large.Site.Pipeline.MeteredFlow * 3600, 4);
    }

    private static void Between(double low, double high, double value, string what) =>
        Assert.IsTrue(value >= low && value <= high, $"{what}: {value:0.###} of the sound site's, expected {low} to {high}");

    private static (double Flow, double Bar, double Watts) State(Site site) =>
        (site.Pipeline.MeteredFlow, site.Pipeline.PressureBar, site.Pump.ElectricalWatts);

    /// <summary>The first drawn site nearest to a rated flow, made exactly that.</summary>
    private static Bench SiteOf(double rated)
    {
        ulong seed = Enumerable.Range(1, 200).Select(n => (ulong)n).MinBy(n => Math.Abs(RandomSites.Draw(n)["ratedFlowCubicMetresPerHour"] - rated));
        ParameterSet site = RandomSites.Draw(seed);
        double scale = rated / site["ratedFlowCubicMetresPerHour"];
        site.Set("pumpNoLoadWatts", site["pumpNoLoadWatts"] * scale);
        site.Set("ratedFlowCubicMetresPerHour", rated);
        return new Bench(seed, site);
    }

    private static Bench ValveSite()
    {
        ParameterSet site = new();
        site.Set("valveFitted", 1);
        return new Bench(1, site);
    }
}
