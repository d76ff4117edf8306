using System;

namespace Tools.SiteSimulator.Tests;

/// <summary>Grid, phases, motor and power meter.</summary>
[TestClass]
public class PowerTests
{
    private const string AskAll = "02 03 00 00 00 18 45 F3";

    [TestMethod]
    [DataRow("02 03 00 13 00 01 75 FC", "02 03 02 13 88 F1 12", "frequency")]
    [DataRow("02 03 00 15 00 02 D5 FC", "02 03 04 01 D9 05 EA 9B EB", "serial number, most significant word first")]
    [DataRow("02 03 00 11 00 02 94 3D", "02 03 04 00 00 D4 31 57 E7", "energy")]
    [DataRow("02 03 00 14 00 01 C4 3D", "02 03 02 00 00 FC 44", "status")]
    [DataRow("02 03 00 17 00 01 34 3D", "02 03 02 00 E6 7D CE", "rated voltage")]
    [DataRow("02 03 00 18 00 01 04 3E", "02 83 02 30 F1", "no such register")]
    public void The_power_meter_answers(string request, string reply, string meaning) =>
        Assert.AreEqual(reply, new Bench().Run(1).Exchange(request), meaning);

    [TestMethod]
    public void A_site_without_power_meter_is_silent_there()
    {
        ParameterSet site = new();
        site.Set("powerMeterFitted", 0);
        Assert.AreEqual("", new Bench(1, site).Run(1).Exchange(AskAll));
    }

    [TestMethod]
    public void At_full_flow_the_meter_shows_three_equal_phases_whose_power_is_the_motors()
    {
        Reading reading = Read(Bench.Pumping());
        for (int phase = 0; phase < 3; phase++)
        {
            Assert.AreEqual(230, reading.Volts(phase), 4);
            Assert.AreEqual(18.8, reading.Amperes(phase), 0.6); // 10,970 W / (3 × 230 V × 0.85)
            Assert.AreEqual(3656, reading.Watts(phase), 80);
        }

        Assert.AreEqual(reading.Watts(0) + reading.Watts(1) + reading.Watts(2), reading.Total);
    }

    [TestMethod]
    public void Energy_on_the_wire_is_power_over_time()
    {
        Bench bench = Bench.Pumping();
        uint before = Read(bench).WattHours;
        bench.Run(3600);
        Assert.AreEqual(10_970, Read(bench).WattHours - before, 120);
    }

    [TestMethod]
    public void Energy_wraps_at_32_bits()
    {
        ParameterSet full = new();
        full.Set("powerMeterStartWattHours", uint.MaxValue);
        Bench bench = new(1, full);
        bench.Site.Do("run-request", "on");
        Assert.IsLessThan(1000u, Read(bench.Run(60)).WattHours);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void A_turning_motor_that_loses_a_phase_turns_on_with_less_power_and_more_current(int lost)
    {
        Bench bench = Bench.Pumping();
        Reading before = Read(bench);
        bench.Site.Inject("phase-lost", lost);
        Reading after = Read(bench.Run(10));
        Assert.IsTrue(after.Total > 5000 && after.Total < 0.9 * before.Total, $"{before.Total} W then {after.Total} W");
        Assert.AreEqual(0.9, bench.Site.Pump.SpeedFraction, 0.02);
        for (int phase = 0; phase < 3; phase++)
        {
            bool dead = phase == lost - 1;
            Assert.AreEqual(dead ? 124 : 230, after.Volts(phase), 4, "the dead phase is fed back");
            Assert.IsTrue(dead ? after.Amperes(phase) == 0 : after.Amperes(phase) > before.Amperes(phase), $"{after.Amperes(phase)} A");
        }

        double carried = after.Total / (Math.Sqrt(3) * 230 * 0.795); // over two wires; power factor 0.3 + 0.55 × 0.9
        Assert.AreEqual(carried, after.Amperes(lost % 3), 0.05 * carried);
        Assert.AreEqual(1 << (lost - 1), after.Status);
        bench.Site.Clear("phase-lost");
        Assert.AreEqual(before.Total, Read(bench.Run(20)).Total, 200);
    }

    [TestMethod]
    public void A_motor_at_rest_without_a_phase_only_hums()
    {
        Bench bench = new();
        bench.Site.Inject("phase-lost");
        bench.Site.Do("run-request", "on");
        bench.Run(10);
        Assert.AreEqual(0, bench.Site.Pump.SpeedFraction);
        Assert.AreEqual(0, bench.Site.Pipeline.PumpFlow);
        Assert.IsGreaterThan(50, Read(bench).Amperes(1));
    }

    [TestMethod]
    public void A_locked_rotor_draws_six_times_the_current_and_a_rubbing_impeller_power_above_rated()
    {
        Bench bench = Bench.Pumping();
        Reading sound = Read(bench);
        bench.Site.Inject("impeller-rubbing", 0.5);
        Assert.AreEqual(1.5 * sound.Total, Read(bench.Run(10)).Total, 0.05 * sound.Total);
        Assert.IsGreaterThan(38, bench.Site.Pipeline.MeteredFlow * 3600, "water still flows");
        bench.Site.Clear("impeller-rubbing");
        bench.Site.Inject("rotor-locked");
        Reading locked = Read(bench.Run(10));
        Assert.AreEqual(6 * sound.Amperes(0), locked.Amperes(0), sound.Amperes(0));
        Assert.AreEqual(0, bench.Site.Pipeline.PumpFlow);
    }

    [TestMethod]
    public void A_start_draws_its_inrush()
    {
        Bench bench = new();
        bench.Site.Do("run-request", "on");
        bench.Run(0.5);
        Assert.IsGreaterThan(60, bench.Site.MotorFeed.Amperes(0));
        Assert.IsLessThan(20, bench.Run(10).Site.MotorFeed.Amperes(0));
    }

    [TestMethod]
    public void A_sagging_grid_costs_a_motor_little_speed_and_more_current()
    {
        Bench bench = Bench.Pumping();
        double amperes = bench.Site.MotorFeed.Amperes(0);
        bench.Site.Inject("mains-sagging", 0.15);
        bench.Run(10);
        Assert.AreEqual(0.992, bench.Site.Pump.SpeedFraction, 0.002);
        Assert.IsTrue(bench.Site.MotorFeed.Amperes(0) > 1.1 * amperes && bench.Closed("aux-contact") && bench.Closed("mains-present"));
    }

    [TestMethod]
    public void Dips_come_and_go_and_nothing_stops()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("mains-dips");
        int low = 0;
        bench.Run(600, () =>
        {
            low += bench.Site.Grid.PhaseVolts < 205 ? 1 : 0;
            Assert.IsTrue(bench.Closed("aux-contact") && bench.Site.Pump.SpeedFraction > 0.98);
        });
        Assert.IsTrue(low is > 4000 and < 9000, $"{low / 100.0} s of 600 s"); // 0.6 s in 5.6 s
    }

    [TestMethod]
    public void A_flickering_grid_drops_its_relay_and_the_speed_while_the_contactor_holds()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("mains-flicker", 5);
        (int off, double slowest) = (0, 1);
        bench.Run(120, () =>
        {
            off += bench.Closed("mains-present") ? 0 : 1;
            slowest = Math.Min(slowest, bench.Site.Pump.SpeedFraction);
            Assert.IsTrue(bench.Closed("aux-contact"));
        });
        Assert.IsTrue(off is > 200 and < 2000 && slowest < 0.9, $"{off} steps without mains, slowest {slowest}");
    }

    [TestMethod]
    public void A_reversed_current_transformer_makes_one_phase_negative()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("power-transformer-reversed");
        Reading reading = Read(bench.Run(1));
        Assert.IsTrue(reading.Watts(0) < -3000 && reading.Watts(1) > 3000 && reading.Total is > 3000 and < 4500);
    }

    [TestMethod]
    public void The_power_meter_answers_without_mains_and_shows_none()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("mains-lost");
        Reading reading = Read(bench.Run(5));
        Assert.AreEqual(0, reading.Volts(0) + reading.Amperes(1) + reading.Total);
        Assert.AreEqual(7, reading.Status);
    }

    [TestMethod]
    public void Wear_creeps_and_costs_energy_per_cubic_metre()
    {
        Bench bench = Bench.Pumping();
        double before = JoulesPerCubicMetre(bench);
        bench.Site.Inject("pump-wearing", 10);
        bench.Run(864); // a hundredth of a day: a tenth worn
        bench.Site.Inject("mains-dips"); // another fault does not begin the wear anew
        bench.Site.Clear("mains-dips");
        double after = JoulesPerCubicMetre(bench);
        Assert.IsTrue(after > 1.02 * before && after < 1.3 * before, $"{before} then {after} J/m³");
        bench.Site.Clear("pump-wearing");
        Assert.AreEqual(before, JoulesPerCubicMetre(bench.Run(60)), 0.01 * before, "a new pump");
    }

    private static double JoulesPerCubicMetre(Bench bench)
    {
        (double joules, double volume) = (bench.Site.Energy.Joules, bench.Site.Pipeline.MeteredCubicMetres);
        bench.Run(30);
        return (bench.Site.Energy.Joules - joules) / (bench.Site.Pipeline.MeteredCubicMetres - volume);
    }

    private static Reading Read(Bench bench) => new(Convert.FromHexString(bench.Exchange(AskAll).Replace(" ", "")));

    private sealed class Reading
    {
        private readonly byte[] _reply;

        public Reading(byte[] reply)
        {
            _reply = reply;
            Assert.AreEqual(53, reply.Length);
        }

        public int Total => Long(15);

        public uint WattHours => (uint)Long(17);

        public int Status => Word(20);

        public double Volts(int phase) => Word(phase) / 10.0;

        public double Amperes(int phase) => Long(3 + (2 * phase)) / 1000.0;

        public int Watts(int phase) => Long(9 + (2 * phase));

        private int Word(int register) => (_reply[3 + (2 * register)] << 8) | _reply[4 + (2 * register)];

        private int Long(int register) => (Word(register) << 16) | Word(register + 1);
    }
}
