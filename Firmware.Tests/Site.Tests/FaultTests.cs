using System;
using System.Collections.Generic;
using System.Linq;

namespace Tools.SiteSimulator.Tests;

/// <summary>Each fault, what it does to a pumping site as seen from the terminals, and that clearing it undoes that.</summary>
[TestClass]
public class FaultTests
{
    private const double Long = 60;

    /// <summary>One row a fault: all that a visit finds at a site with this fault alone. What is not named stays as it was.</summary>
    private static readonly Dictionary<string, (string Signs, double? Size, double Seconds)> _rows = new()
    {
        ["dry-well"] = ("flow-none watts-low bar-none level-low pulses-none rest:bar-low", null, Long),
        ["water-table-falls"] = ("level-low", 100, 1800),
        ["impeller-rubbing"] = ("watts-high", null, Long),
        ["rotor-locked"] = ("flow-none watts-high bar-none pulses-none rest:bar-low", null, Long),
        ["pump-worn"] = ("flow-low watts-low bar-low", null, Long),
        ["pump-exchanged"] = ("flow-high watts-high bar-high level-low pulses-many rest:bar-high", null, Long),
        ["pump-wearing"] = ("flow-low watts-low bar-low pulses-few", 20, 1800),
        ["run-request-loose"] = ("flow-none watts-none bar-low aux-open mirror-closed valve-not-open pulses-none request-flickers rest:valve-not-shut rest:bar-low", null, Long),
        ["panel-bridged"] = ("rest:aux-closed rest:mirror-open rest:watts rest:bar-high", null, Long),
        ["coil-wire-cut"] = ("flow-none watts-none bar-none aux-open mirror-closed pulses-none rest:bar-low", null, Long),
        ["welded-contactor"] = ("rest:aux-closed rest:mirror-open rest:watts rest:bar-high", null, Long),
        ["aux-contact-cut"] = ("aux-open", null, Long),
        ["mirror-contact-cut"] = ("rest:mirror-open", null, Long),
        ["phase-lost"] = ("flow-none watts-high amperes-unequal volts-low bar-none pulses-none rest:bar-low", null, Long),
        ["motor-cable-cut"] = ("flow-none watts-none bar-none pulses-none rest:bar-low", null, Long),
        ["mains-lost"] = ("flow-none watts-none volts-low bar-none pulses-none mains-gone not-charging rest:bar-low", null, Long),
        ["mains-flicker"] = ("flow-low watts-low volts-low mains-flicker pressure-flutters", 1, Long),
        ["mains-sagging"] = ("volts-low", null, Long),
        ["mains-dips"] = ("volts-low", 0.3, Long),
        ["supply-sag"] = ("supply-sags weak-without-mains", null, Long),
        ["supply-low"] = ("supply-low not-charging weak-without-mains", null, Long),
        ["supply-high"] = ("supply-high", null, Long),
        ["charger-dead"] = ("not-charging", null, Long),
        ["charger-weak"] = ("not-charging", null, Long),
        ["battery-aged"] = ("weak-without-mains", 0.02, Long),
        ["battery-fuse-blown"] = ("not-charging dark-without-mains", null, Long),
        ["supply-sense-cut"] = ("supply-low dark-without-mains", null, Long),
        ["battery-sense-cut"] = ("not-charging", null, Long),
        ["mains-relay-cut"] = ("mains-gone", null, Long),
        ["closed-valve"] = ("flow-none watts-low bar-high pulses-none rest:bar-high", null, Long),
        ["leak-at-rest"] = ("flow-high", null, Long),
        ["pipe-burst"] = ("flow-high watts-low bar-low level-low pulses-many rest:bar-low", null, Long),
        ["tap-before-meters"] = ("flow-low bar-low rest:bar-low", null, Long),
        ["bypass-open"] = ("flow-low pulses-few", null, Long),
        ["outlet-throttled"] = ("flow-low watts-low bar-high pulses-few rest:bar-high", null, Long),
        ["strainer-clogged"] = ("flow-low watts-low bar-high pulses-few rest:bar-high", null, Long),
        ["strainer-clogging"] = ("flow-low watts-low bar-high pulses-few rest:bar-high", 20, 1800),
        ["check-valve-stuck"] = ("rest:bar-low", null, Long),
        ["air-in-pipe"] = ("meter-status pressure-flutters", 3, Long),
        ["valve-jammed"] = ("flow-low watts-low bar-high valve-not-open pulses-few rest:valve-not-shut", null, Long),
        ["valve-leaks-through"] = ("rest:flow rest:pulses rest:bar-low", 0.2, Long),
        ["valve-motor-dead"] = ("flow-none watts-low bar-high valve-not-open pulses-none rest:bar-high", null, Long),
        ["valve-switches-cut"] = ("valve-not-open rest:valve-not-shut", null, Long),
        ["dead-pulse-meter"] = ("pulses-none", null, Long),
        ["noisy-input"] = ("pulses-many rest:pulses", null, Long),
        ["reed-bounces"] = ("pulses-many", null, Long),
        ["pulse-meter-worn"] = ("pulses-few", null, Long),
        ["pulse-head-exchanged"] = ("pulses-many", null, Long),
        ["rs485-cut"] = ("bus-silent power-silent", null, Long),
        ["rs485-noise"] = ("bus-spoilt power-spoilt", null, Long),
        ["rs485-storm"] = ("bus-spoilt power-spoilt", 3, Long),
        ["rs485-echo"] = ("bus-spoilt power-spoilt", null, Long),
        ["rs485-late"] = ("bus-silent power-silent", null, Long),
        ["bus-meter-electrode"] = ("flow-none meter-status", null, Long),
        ["bus-meter-dead"] = ("bus-silent", null, Long),
        ["bus-meter-reversed"] = ("flow-reverse meter-status", null, Long),
        ["bus-meter-detuned"] = ("flow-high", null, Long),
        ["bus-meter-wild"] = ("flow-beyond-the-pipe rest:flow", null, Long),
        ["bus-meter-frozen"] = ("flow-none", null, Long),
        ["bus-meter-exchanged"] = ("meter-serial total-jumped", null, Long),
        ["bus-total-jumps"] = ("total-jumped", null, Long),
        ["bus-total-runs-back"] = ("total-back", null, Long),
        ["bus-other-address"] = ("bus-spoilt", null, Long),
        ["bus-exceptions"] = ("bus-spoilt", null, Long),
        ["bus-frames-glued"] = ("bus-spoilt", null, Long),
        ["bus-frames-half"] = ("bus-spoilt", null, Long),
        ["bus-map-shifted"] = ("bus-spoilt", null, Long),
        ["power-meter-dead"] = ("power-silent", null, Long),
        ["power-meter-refuses"] = ("power-spoilt", null, Long),
        ["power-transformer-reversed"] = ("watts-low watts-negative", null, Long),
        ["pressure-wire-cut"] = ("pressure-open", null, Long),
        ["pressure-wire-short"] = ("pressure-short", null, Long),
        ["pressure-snubber-clogged"] = ("bar-low", null, Long),
        ["level-wire-cut"] = ("level-open", null, Long),
        ["level-wire-short"] = ("level-short", null, Long),
        ["door-opened"] = ("door-open", null, Long),
        ["door-switch-loose"] = ("door-flickers", null, Long),
        ["chamber-flooded"] = ("float-up", null, Long),
        ["chamber-float-cut"] = ("float-up", null, Long),
        ["heat-wave"] = ("hot", 40, 900),
        ["fan-failed"] = ("", null, Long),
        ["temperature-sensor-dead"] = ("temperature-silent", null, Long),
        ["weak-signal"] = ("signal-weak", null, Long),
        ["card-reader-dead"] = ("reader-silent", null, Long),
        ["card-reader-blind"] = ("card-unseen", null, Long),
    };

    public static IEnumerable<object[]> AllFaults => SiteCatalogue.Faults.Select(fault => new object[] { fault.Name });

    [TestMethod]
    public void A_sound_site_shows_nothing()
    {
        Bench bench = Visit.NewBench();
        uint? total = null;
        Assert.AreEqual("", Visit.Signs(bench, Long, ref total));
        Assert.AreEqual("", Visit.Signs(bench, Long, ref total), "at the second visit");
    }

    [TestMethod]
    [DynamicData(nameof(AllFaults))]
    public void A_fault_shows_what_it_must_and_nothing_else_and_goes_when_cleared(string fault)
    {
        (string signs, double? size, double seconds) = _rows.GetValueOrDefault(fault, ("no row", null, Long));
        Bench bench = Visit.NewBench();
        uint? total = bench.Run(1).Site.BusMeter.TotalLitres;
        bench.Site.Inject(fault, size);
        Assert.AreEqual(signs, Visit.Signs(bench, seconds, ref total), "faulty");
        bench.Site.Clear(fault);
        bench.Site.Do("run-request", "on");
        bench.Exchange("", seconds); // late replies, levels, temperatures and totals come back
        total = null;
        Assert.AreEqual("", Visit.Signs(bench, Long, ref total), "sound again");
        Assert.IsFalse(bench.Site.ActiveFaults.Any());
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

    /// <summary>The pressure as the unit computes it from its pin.</summary>
    private static double Bar(Bench bench) => ((bench.PressureVolts * 1.5) - 0.5) / 4 * 10;

    private static bool Whole(string reply) =>
        Modbus.ModbusCrc.Holds(Convert.FromHexString(reply.Replace(" ", "")));
}
