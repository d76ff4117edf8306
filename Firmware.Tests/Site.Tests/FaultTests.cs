using System;
using System.Collections.Generic;
using System.Linq;

namespace Tools.SiteSimulator.Tests;

/// <summary>Each fault, what it does to a pumping site as seen from the terminals, and that clearing it undoes that.</summary>
[TestClass]
public class FaultTests
{
    /// <summary>Seconds with the fault, and again without, before the site is looked at.</summary>
    private const double Long = 60;

    /// <summary>One row a fault: what a sound site shows and a faulty one does not, looked at after a minute of pumping.</summary>
    private static readonly Dictionary<string, Func<Bench, bool>> _sound = new()
    {
        ["dry-well"] = bench => bench.Site.Pipeline.MeteredFlow > 0 && Bar(bench) > 2.5 && bench.Site.Pump.ElectricalWatts > 9000,
        ["welded-contactor"] = StopsWhenTold,
        ["closed-valve"] = bench => bench.Site.Pipeline.MeteredFlow > 0.01 && Bar(bench) < 4,
        ["leak-at-rest"] = bench => AtRest(bench, () => bench.Run(60).TakePulses() == 0),
        ["dead-pulse-meter"] = bench => PulsesInTenSeconds(bench) is 11 or 12,
        ["noisy-input"] = bench => PulsesInTenSeconds(bench) is 11 or 12,
        ["rs485-cut"] = bench => bench.BusFlow() > 39_000,
        ["rs485-noise"] = bench => Enumerable.Range(0, 40).All(_ => bench.BusFlow() > 38_000),
        ["bus-meter-electrode"] = bench => bench.Exchange("01 03 00 04 00 01 C5 CB") == "01 03 02 00 00 B8 44" && bench.BusFlow() > 39_000,
        ["pressure-wire-cut"] = bench => bench.PressureVolts > 0.3,
        ["mains-lost"] = bench => bench.Closed("mains-present") && bench.Site.Pump.ElectricalWatts > 0,
        ["supply-sag"] = bench => bench.SupplyVolts > 12,
        ["supply-low"] = bench => bench.SupplyVolts > 10.8,
        ["supply-high"] = bench => bench.SupplyVolts < 14.4,
        ["charger-dead"] = bench => bench.Site.Supply.BatteryAmperes >= 0,
        ["door-opened"] = bench => bench.Closed("door"),
    };

    /// <summary>What else a fault shows as, looked at in the same coarse way: water that stops, stops every meter.</summary>
    private static readonly Dictionary<string, string> _alsoShows = new()
    {
        ["dry-well"] = "closed-valve dead-pulse-meter noisy-input rs485-cut rs485-noise bus-meter-electrode",
        ["welded-contactor"] = "leak-at-rest",
        ["closed-valve"] = "dry-well dead-pulse-meter noisy-input rs485-cut rs485-noise bus-meter-electrode",
        ["dead-pulse-meter"] = "noisy-input",
        ["noisy-input"] = "leak-at-rest dead-pulse-meter",
        ["rs485-cut"] = "rs485-noise bus-meter-electrode",
        ["rs485-noise"] = "bus-meter-electrode",
        ["bus-meter-electrode"] = "rs485-cut rs485-noise",
        ["pressure-wire-cut"] = "dry-well",
        ["mains-lost"] = "dry-well closed-valve dead-pulse-meter noisy-input rs485-cut rs485-noise bus-meter-electrode charger-dead",
        ["supply-low"] = "supply-sag charger-dead",
    };

    public static IEnumerable<object[]> AllFaults => SiteCatalogue.Faults.Select(fault => new object[] { fault.Name });

    [TestMethod]
    [DynamicData(nameof(AllFaults))]
    public void A_fault_shows_and_goes_when_cleared(string fault)
    {
        Assert.IsTrue(_sound.ContainsKey(fault), $"no row for {fault}");
        Bench bench = Bench.Pumping();
        Assert.IsTrue(Sound(bench, fault), "sound at first");
        bench.Site.Inject(fault);
        Assert.IsFalse(Sound(bench, fault), "faulty");
        bench.Site.Clear(fault);
        Assert.IsTrue(Sound(bench, fault), "sound again");
        Assert.IsFalse(bench.Site.ActiveFaults.Any());
    }

    [TestMethod]
    [DynamicData(nameof(AllFaults))]
    public void A_fault_shows_where_it_must_and_nowhere_else(string fault)
    {
        List<string> shows = [];
        foreach ((string row, Func<Bench, bool> sound) in _sound)
        {
            Bench bench = Bench.Pumping();
            bench.Site.Inject(fault);
            bench.Run(Long);
            if (!sound(bench) && row != fault)
            {
                shows.Add(row);
            }
        }

        Assert.AreEqual(_alsoShows.GetValueOrDefault(fault, ""), string.Join(' ', shows));
    }

    [TestMethod]
    public void A_dry_pump_loses_flow_pressure_and_power_but_not_the_contactor_or_the_supply()
    {
        Bench bench = Bench.Pumping();
        double watts = bench.Site.Pump.ElectricalWatts;
        bench.Site.Inject("dry-well");
        bench.Run(15);
        Assert.AreEqual(0, bench.Site.Pipeline.MeteredFlow);
        Assert.IsLessThan(0.5, Bar(bench));
        Assert.IsLessThan(watts / 4, bench.Site.Pump.ElectricalWatts);
        Assert.IsTrue(bench.Closed("aux-contact"));
        Assert.AreEqual(13.6, bench.SupplyVolts, 0.2);
    }

    [TestMethod]
    public void A_smaller_fall_of_the_water_table_only_costs_flow()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("dry-well", 1);
        bench.Run(Long);
        Assert.IsTrue(bench.Site.Pipeline.MeteredFlow * 3600 is > 35 and < 40.2);
    }

    [TestMethod]
    public void A_stuck_reed_holds_its_line_closed_and_a_cut_wire_leaves_it_open()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("dead-pulse-meter", 1);
        Assert.IsTrue(bench.Run(1).Closed("pulse"));
        bench.Site.Inject("dead-pulse-meter", 0);
        Assert.IsFalse(bench.Run(1).Closed("pulse"));
        bench.TakePulses();
        Assert.AreEqual(0, bench.Run(20).TakePulses());
    }

    [TestMethod]
    public void The_reed_line_closes_once_a_pulse()
    {
        Bench bench = Bench.Pumping();
        bench.TakePulses();
        int edges = 0;
        bool closed = bench.Closed("pulse");
        bench.Run(20, () =>
        {
            edges += closed && !bench.Closed("pulse") ? 1 : 0;
            closed = bench.Closed("pulse");
        });
        Assert.AreEqual(bench.TakePulses(), edges);
        Assert.IsTrue(edges is >= 21 and <= 23, $"{edges} pulses");
    }

    [TestMethod]
    public void Spikes_come_at_rest_too_and_at_their_rate()
    {
        Bench bench = new();
        bench.Site.Inject("noisy-input", 5);
        Assert.AreEqual(500, bench.Run(100).TakePulses(), 100);
    }

    [TestMethod]
    public void Noise_on_the_pair_damages_some_replies_and_not_all()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("rs485-noise", 0.03);
        int whole = Enumerable.Range(0, 60).Count(_ => bench.Exchange("01 03 00 00 00 02 C4 0B") is { Length: 26 } reply && Whole(reply));
        Assert.IsTrue(whole is > 15 and < 55, $"{whole} of 60 replies whole");
    }

    [TestMethod]
    public void A_pair_cut_while_the_reply_is_on_its_way_delivers_only_a_part()
    {
        Bench bench = new();
        SerialTerminal pair = bench.Site.Terminal<SerialTerminal>("rs485");
        Array.ForEach(Convert.FromHexString("010300000002C40B"), pair.FromUnit);
        bench.Run(0.1);
        Assert.IsTrue(pair.TryTake(out byte first) && first == 1);
        bench.Site.Inject("rs485-cut");
        Assert.IsFalse(pair.TryTake(out _));
    }

    [TestMethod]
    public void A_contactor_welds_only_once_it_has_closed_and_its_mirror_contact_tells()
    {
        Bench bench = new();
        bench.Site.Inject("welded-contactor");
        Assert.IsFalse(bench.Run(5).Closed("aux-contact"));
        bench.Site.Do("run-request", "on");
        bench.Run(5);
        bench.Site.Do("run-request", "off");
        bench.Run(5);
        Assert.IsTrue(bench.Closed("aux-contact"));
        Assert.IsFalse(bench.Closed("aux-contact-nc"));
    }

    [TestMethod]
    public void The_contactor_takes_its_times()
    {
        ParameterSet slow = new();
        slow.Set("contactorPullInMilliseconds", 120);
        slow.Set("contactorDropOutMilliseconds", 60);
        Bench bench = new(1, slow) { Follows = false };
        DriveTerminal coil = bench.Site.Terminal<DriveTerminal>("contactor-coil");
        coil.High = true;
        Assert.IsFalse(bench.Run(0.11).Closed("aux-contact"));
        Assert.IsTrue(bench.Run(0.03).Closed("aux-contact"));
        coil.High = false;
        Assert.IsTrue(bench.Run(0.05).Closed("aux-contact"));
        Assert.IsFalse(bench.Run(0.03).Closed("aux-contact"));
    }

    [TestMethod]
    public void On_hand_the_unit_has_no_say_and_the_button_has()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Do("selector", "hand");
        bench.Run(5);
        Assert.IsFalse(bench.Closed("aux-contact"), "the unit's output is cut off");
        bench.Site.Do("manual-start", "on");
        bench.Run(5);
        Assert.IsTrue(bench.Closed("aux-contact") && bench.Closed("selector-hand"));
        bench.Site.Do("selector", "auto");
        bench.Site.Do("run-request", "off");
        bench.Run(5);
        Assert.IsFalse(bench.Closed("aux-contact"), "the button acts on hand only");
    }

    [TestMethod]
    public void A_low_supply_leaves_the_pump_running_and_the_mains_in_place()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("supply-low");
        bench.Run(Long, () => Assert.IsTrue(bench.SupplyVolts < 10.8 && bench.Closed("aux-contact")));
        Assert.IsTrue(bench.Closed("mains-present"));
        Assert.AreEqual(40, bench.Site.Pipeline.MeteredFlow * 3600, 1.2);
    }

    [TestMethod]
    public void Too_low_a_supply_does_not_pull_the_contactor_in()
    {
        Bench bench = new();
        bench.Site.Inject("supply-low", 4);
        bench.Site.Do("run-request", "on");
        Assert.IsFalse(bench.Run(10).Closed("aux-contact"));
    }

    [TestMethod]
    public void A_supply_too_low_to_pull_the_contactor_in_still_holds_it()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("supply-low", 4);
        Assert.IsTrue(bench.Run(10).Closed("aux-contact"));
        Assert.AreEqual(8, bench.SupplyVolts, 0.2);
    }

    [TestMethod]
    public void The_last_tenth_of_the_charge_goes_with_the_voltage()
    {
        ParameterSet flat = new();
        flat.Set("batteryStartChargeFraction", 0.03);
        Bench bench = new(1, flat);
        bench.Site.Inject("mains-lost");
        Assert.AreEqual(7.6, bench.Run(1).SupplyVolts, 0.2);
    }

    [TestMethod]
    public void A_line_that_is_held_closed_picks_up_no_spikes()
    {
        Bench bench = new();
        bench.Site.Inject("dead-pulse-meter", 1);
        bench.Site.Inject("noisy-input");
        Assert.AreEqual(0, bench.Run(20).TakePulses());
    }

    [TestMethod]
    public void Noise_spoils_requests_too() // a reply, however spoilt, would show that the request arrived whole
    {
        Bench bench = new();
        bench.Site.Inject("rs485-noise", 1);
        Assert.AreEqual("", bench.Exchange("01 03 00 00 00 02 C4 0B"));
    }

    [TestMethod]
    public void Without_mains_the_battery_runs_down_at_the_load_and_charges_again()
    {
        ParameterSet small = new();
        small.Set("batteryCapacityAmpereHours", 0.15);
        Bench bench = new(1, small);
        bench.Site.Inject("mains-lost");
        bench.Run(1800);
        Assert.AreEqual(0.5, bench.Site.Supply.ChargeFraction, 0.01, "0.15 A for half an hour out of 0.15 Ah");
        Assert.IsLessThan(12.6, bench.SupplyVolts);
        bench.Site.Clear("mains-lost");
        Assert.IsGreaterThan(0.9, bench.Run(3600).Site.Supply.ChargeFraction);
    }

    [TestMethod]
    public void A_loose_terminal_shows_under_load_only()
    {
        Bench bench = new();
        bench.Site.Inject("supply-sag");
        double idle = bench.Run(1).SupplyVolts;
        bench.Site.Do("run-request", "on");
        double loaded = bench.Run(5).SupplyVolts;
        Assert.AreEqual(1.9, idle - loaded, 0.2, $"{idle} V idle, {loaded} V loaded");
    }

    [TestMethod]
    public void A_leak_at_rest_runs_at_its_size_as_long_as_it_is_there()
    {
        Bench bench = new();
        bench.Site.Inject("leak-at-rest", 2);
        bench.Run(600);
        Assert.AreEqual(2, bench.Site.Pipeline.MeteredFlow * 3600, 0.2);
        Assert.IsTrue(bench.BusFlow() is > 1800 and < 2100);
    }

    [TestMethod]
    public void Clearing_one_of_two_faults_of_one_part_leaves_the_other()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("mains-lost");
        bench.Site.Inject("charger-dead");
        bench.Site.Clear("charger-dead");
        Assert.IsFalse(bench.Run(1).Closed("mains-present"));
    }

    [TestMethod]
    [DataRow("dry-wel", null, "there is no fault \"dry-wel\"; the nearest is \"dry-well\"")]
    [DataRow("mains-lost", 1.0, "fault \"mains-lost\" has no size to choose")]
    [DataRow("closed-valve", 2.0, "openingFraction is 2, allowed are 0 to 0.9")]
    [DataRow("closed-valve", double.NaN, "openingFraction is NaN, allowed are 0 to 0.9")]
    public void A_wrong_injection_is_one_clear_line(string fault, double? size, string message) =>
        Assert.AreEqual(message, Assert.ThrowsExactly<ScenarioException>(() => new Bench().Site.Inject(fault, size)).Message);

    [TestMethod]
    public void A_wrong_action_word_or_terminal_is_one_clear_line()
    {
        Site site = new Bench().Site;
        Assert.AreEqual("there is no action \"dor\"; the nearest is \"door\"", Assert.ThrowsExactly<ScenarioException>(() => site.Do("dor", "open")).Message);
        Assert.AreEqual("door takes \"open\" or \"shut\", not \"on\"", Assert.ThrowsExactly<ScenarioException>(() => site.Do("door", "on")).Message);
        Assert.AreEqual("there is no terminal \"presure\"; the nearest is \"pressure\"", Assert.ThrowsExactly<ScenarioException>(() => site.Terminal<VoltageTerminal>("presure")).Message);
        Assert.AreEqual("terminal \"door\" is a ContactTerminal, not a VoltageTerminal", Assert.ThrowsExactly<ScenarioException>(() => site.Terminal<VoltageTerminal>("door")).Message);
    }

    private static bool Sound(Bench bench, string fault)
    {
        bench.Run(Long);
        return _sound[fault](bench);
    }

    /// <summary>The pressure as the unit computes it from its pin.</summary>
    private static double Bar(Bench bench) => ((bench.PressureVolts * 1.5) - 0.5) / 4 * 10;

    private static int PulsesInTenSeconds(Bench bench)
    {
        bench.TakePulses();
        return bench.Run(10).TakePulses();
    }

    private static bool StopsWhenTold(Bench bench) => AtRest(bench, () => !bench.Closed("aux-contact"));

    private static bool AtRest(Bench bench, Func<bool> look)
    {
        bench.Site.Do("run-request", "off");
        bench.Run(Long);
        bench.TakePulses();
        bool seen = look();
        bench.Site.Do("run-request", "on");
        bench.Run(Long);
        return seen;
    }

    private static bool Whole(string reply) =>
        Modbus.ModbusCrc.Holds(Convert.FromHexString(reply.Replace(" ", "")));
}
