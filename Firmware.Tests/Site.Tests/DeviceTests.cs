using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator.Tests;

/// <summary>Battery, enclosure, cards, wires, and meters that misbehave on the line.</summary>
[TestClass]
public class DeviceTests
{
    private const string AskFlow = "01 03 00 00 00 02 C4 0B";

    [TestMethod]
    [DataRow("bus-meter-dead", null, "")]
    [DataRow("bus-other-address", null, "07 03 04 00 00 00 00 9C 33")]
    [DataRow("bus-exceptions", null, "01 83 04 40 F3")]
    [DataRow("bus-exceptions", 2.0, "01 83 02 C0 F1")]
    [DataRow("bus-frames-glued", null, "01 03 04 00 00 00 00 FA 33 01 03 04 00 00 00 00 FA 33")]
    [DataRow("bus-frames-half", null, "01 03 04 00")]
    [DataRow("bus-map-shifted", null, "01 83 02 C0 F1")]
    [DataRow("bus-map-shifted", -1.0, "01 03 04 00 00 00 01 3B F3")]
    [DataRow("bus-map-shifted", -2.0, "01 03 04 00 01 E2 40 E2 A3")]
    [DataRow("rs485-echo", null, "01 03 00 00 00 02 C4 0B 01 03 04 00 00 00 00 FA 33")]
    public void An_ailing_water_meter_replies(string fault, double? size, string reply)
    {
        Bench bench = new();
        bench.Site.Inject(fault, size);
        Assert.AreEqual(reply, bench.Exchange(AskFlow));
        bench.Site.Clear(fault);
        Assert.AreEqual("01 03 04 00 00 00 00 FA 33", bench.Exchange(AskFlow));
    }

    [TestMethod]
    public void A_late_reply_comes_late()
    {
        Bench bench = new();
        bench.Site.Inject("rs485-late", 1.5);
        Assert.AreEqual("", bench.Exchange(AskFlow, 1.5));
        Assert.AreEqual("01 03 04 00 00 00 00 FA 33", bench.Exchange("", 0.1));
    }

    [TestMethod]
    public void Two_meters_at_one_address_spoil_each_other()
    {
        ParameterSet clash = new();
        clash.Set("busMeterAddress", 2);
        byte[] reply = Convert.FromHexString(new Bench(1, clash).Run(1).Exchange("02 03 00 00 00 02 C4 38").Replace(" ", ""));
        Assert.HasCount(9, reply);
        Assert.IsFalse(Modbus.ModbusCrc.Holds(reply));
    }

    [TestMethod]
    public void Storms_spoil_everything_for_a_while_and_nothing_between()
    {
        Bench bench = new();
        bench.Site.Inject("rs485-storm", 20);
        int whole = 0;
        for (int i = 0; i < 200; i++)
        {
            whole += bench.Exchange(AskFlow, 0.5) == "01 03 04 00 00 00 00 FA 33" ? 1 : 0;
        }

        Assert.IsTrue(whole is > 120 and < 195, $"{whole} of 200"); // 3 s of 23 s
    }

    [TestMethod]
    public void An_exchanged_meter_has_another_serial_and_counts_from_its_own_total_and_the_old_one_comes_back_with_its()
    {
        Bench bench = Bench.Pumping();
        uint before = bench.Site.BusMeter.TotalLitres;
        bench.Site.Inject("bus-meter-exchanged", 5000);
        bench.Run(9);
        bench.Site.Inject("door-opened"); // another fault does not exchange it again
        bench.Run(9);
        Assert.AreEqual(5200, bench.Site.BusMeter.TotalLitres, 10.0);
        Assert.AreEqual("01 03 04 01 8C E2 04", bench.Exchange("01 03 00 05 00 02 D4 0A")[..20]);
        bench.Site.Clear("bus-meter-exchanged");
        Assert.AreEqual(before, bench.Run(1).Site.BusMeter.TotalLitres, 20.0);
    }

    [TestMethod]
    public void Totals_jump_and_run_back()
    {
        Bench bench = Bench.Pumping();
        uint before = bench.Site.BusMeter.TotalLitres;
        bench.Site.Inject("bus-total-jumps", 70_000);
        Assert.AreEqual(before + 70_011, bench.Run(1).Site.BusMeter.TotalLitres, 5.0);
        bench.Site.Clear("bus-total-jumps");
        bench.Site.Inject("bus-total-runs-back", 100);
        Assert.AreEqual(before + 122 - 1000, bench.Run(10).Site.BusMeter.TotalLitres, 10.0);
    }

    [TestMethod]
    [DataRow("bus-meter-reversed", null, -1.0)]
    [DataRow("bus-meter-detuned", 1.3, 1.3)]
    [DataRow("bus-meter-detuned", 0.5, 0.5)]
    [DataRow("bus-meter-wild", 2000.0, 50.0)]
    [DataRow("bus-meter-wild", -2000.0, -50.0)]
    public void A_water_meter_out_of_order_shows_so_many_times_the_flow(string fault, double? size, double times)
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject(fault, size);
        Assert.AreEqual(40_000 * times, bench.Run(20).BusFlow().Value, Math.Abs(2000 * times));
    }

    [TestMethod]
    public void A_frozen_meter_shows_the_flow_of_that_moment_for_ever()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("bus-meter-frozen");
        int flow = bench.BusFlow().Value;
        bench.Site.Do("run-request", "off");
        Assert.AreEqual(flow, bench.Run(60).BusFlow());
    }

    [TestMethod]
    [DataRow("reed-bounces", 1.0, 2.0)]
    [DataRow("reed-bounces", 4.0, 5.0)]
    [DataRow("pulse-meter-worn", 0.8, 0.8)]
    [DataRow("pulse-head-exchanged", 0.1, 10.0)]
    [DataRow("pulse-head-exchanged", 4.0, 0.25)]
    public void A_pulse_meter_out_of_order_counts_so_many_times_as_much(string fault, double size, double times)
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject(fault, size);
        bench.TakePulses();
        Assert.AreEqual(222 * times, bench.Run(200).TakePulses(), 6 * times);
    }

    [TestMethod]
    public void A_transducer_shorted_to_its_supply_reads_full_scale_and_a_long_wire_costs_little()
    {
        Bench bench = new();
        bench.Site.Inject("pressure-wire-short");
        Assert.AreEqual(3.3, bench.Run(1).PressureVolts, 0.001);
        ParameterSet far = new();
        far.Set("signalWireMetres", 1000);
        double near = new Bench().Run(1).PressureVolts;
        Assert.AreEqual(0.0023, 1 - (new Bench(1, far).Run(1).PressureVolts / near), 0.0003); // 70 Ω before 30 kΩ
    }

    [TestMethod]
    public void A_clogged_snubber_keeps_the_pressure_of_that_moment()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("pressure-snubber-clogged");
        double volts = bench.PressureVolts;
        bench.Site.Do("run-request", "off");
        Assert.AreEqual(volts, bench.Run(60).PressureVolts);
    }

    [TestMethod]
    public void An_aged_battery_bridges_less()
    {
        Bench sound = new();
        Bench aged = new();
        aged.Site.Inject("battery-aged", 0.1);
        foreach (Bench bench in new[] { sound, aged })
        {
            bench.Site.Inject("mains-lost");
            bench.Site.Doze(4 * 3600); // 0.6 Ah of 7 Ah, or of 0.7 Ah
        }

        Assert.AreEqual(1 - (0.6 / 7), sound.Site.Supply.ChargeFraction, 0.01);
        Assert.AreEqual(1 - (0.6 / 0.7), aged.Site.Supply.ChargeFraction, 0.01);
        Assert.IsTrue(sound.BatteryVolts > 12.6 && aged.BatteryVolts < 11.8, $"{sound.BatteryVolts} V and {aged.BatteryVolts} V");
    }

    [TestMethod]
    public void Without_its_battery_the_unit_goes_dark_with_the_mains_and_the_poles_still_show_the_battery()
    {
        Bench bench = new();
        bench.Site.Inject("battery-fuse-blown");
        Assert.AreEqual(13.6, bench.Run(1).SupplyVolts, 0.15);
        Assert.AreEqual(12.8, bench.BatteryVolts, 0.05);
        bench.Site.Inject("mains-lost");
        Assert.AreEqual(0, bench.Run(1).SupplyVolts, 0.1);
    }

    [TestMethod]
    public void A_weak_charger_alone_gives_way_under_the_coil()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("charger-weak", 0.3);
        bench.Site.Inject("battery-fuse-blown");
        Assert.IsLessThan(8, bench.Run(1).SupplyVolts);
    }

    [TestMethod]
    public void The_fan_keeps_a_hot_enclosure_cooler_until_it_fails()
    {
        ParameterSet hot = new();
        hot.Set("ambientCelsius", 38);
        hot.Set("startHour", 12);
        Bench bench = new(1, hot);
        bench.Site.Doze(3600);
        Assert.IsTrue(bench.Site.Climate.FanOn && bench.Site.Climate.EnclosureCelsius < 47, $"{bench.Site.Climate.EnclosureCelsius}");
        bench.Site.Inject("fan-failed");
        bench.Site.Doze(3600);
        Assert.AreEqual(54.2, bench.Site.Terminal<ValueTerminal>("enclosure-temperature").Value, 1);
        bench.Site.Clear("fan-failed");
        bench.Site.Doze(3600);
        Assert.IsLessThan(47, bench.Site.Climate.EnclosureCelsius);
    }

    [TestMethod]
    public void The_night_is_cooler_than_noon()
    {
        Bench bench = new();
        bench.Site.Doze(4 * 3600);
        double noon = bench.Site.Climate.EnclosureCelsius;
        bench.Site.Doze(12 * 3600);
        Assert.AreEqual(12, noon - bench.Site.Climate.EnclosureCelsius, 0.5);
    }

    [TestMethod]
    public void The_reader_sees_the_last_card_held_on()
    {
        Bench bench = new();
        CardTerminal reader = bench.Site.Terminal<CardTerminal>("card-reader");
        List<uint> seen = [];
        foreach ((string card, string word) in new[] { ("user-card", "held"), ("technician-card", "held"), ("user-card", "away"), ("technician-card", "away"), ("stranger-card", "held") })
        {
            bench.Site.Do(card, word);
            bench.Run(0.1);
            seen.Add(reader.Card);
        }

        CollectionAssert.AreEqual(new uint[] { 40_001_234, 90_000_017, 90_000_017, 0, 77_777_777 }, seen);
    }

    [TestMethod]
    public void A_site_without_reader_has_none_that_answers()
    {
        ParameterSet site = new();
        site.Set("cardReaderFitted", 0);
        Bench bench = new(1, site);
        bench.Site.Inject("card-reader-dead");
        bench.Site.Clear("card-reader-dead");
        Assert.IsFalse(bench.Site.Terminal<CardTerminal>("card-reader").Answers);
    }

    [TestMethod]
    public void A_loose_wire_changes_with_every_step()
    {
        Bench bench = new();
        bench.Site.Inject("door-switch-loose");
        int changes = 0;
        bool closed = bench.Closed("door");
        bench.Run(10, () =>
        {
            changes += bench.Closed("door") == closed ? 0 : 1;
            closed = bench.Closed("door");
        });
        Assert.AreEqual(1000, changes);
    }

    [TestMethod]
    public void A_bridge_in_the_panel_runs_the_pump_on_auto_without_our_command()
    {
        Bench bench = new();
        bench.Site.Inject("panel-bridged");
        bench.Run(30);
        Assert.IsTrue(bench.Closed("aux-contact") && !bench.Closed("selector-hand") && !bench.Closed("run-request"));
        Assert.AreEqual(40, bench.Site.Pipeline.MeteredFlow * 3600, 1.2);
        bench.Site.Clear("panel-bridged");
        Assert.IsFalse(bench.Run(5).Closed("aux-contact"));
    }

    [TestMethod]
    public void Water_in_the_chamber_lifts_the_float_when_it_is_high_enough()
    {
        Bench bench = new();
        bench.Site.Inject("chamber-flooded", 0.1);
        Assert.IsTrue(bench.Run(60).Closed("chamber-float"), "a puddle");
        bench.Site.Inject("chamber-flooded", 0.5);
        Assert.IsTrue(bench.Run(4).Closed("chamber-float"), "it rises 1 cm a second");
        Assert.IsFalse(bench.Run(2).Closed("chamber-float"));
    }
}
