using System;
using System.Collections.Generic;
using System.Linq;
using Tools.SiteSimulator;

namespace Tools.Accuracy;

/// <summary>
/// Every row of the catalogue that a site can bring about, by physical changes; the codes, levels and times stand here as literals. Sizes are
/// drawn evenly from the ranges given here, so that each is beyond the limit of its row and not at its edge.
/// </summary>
public static class FaultCases
{
    private const double Settle = 15;  // of a starting pump: 201, 305
    private const double Known = 4;    // until the RS485 meter's smoothing or three lost answers are through
    private const double Margin = 5;
    private const double LeastLeak = 333; // mL/s: 1.2 m³/h
    private const Conditions PairConditions = Conditions.Steady | Conditions.Starting | Conditions.Stopping | Conditions.Noisy;

    /// <summary>Below what is a fault: one answer in a hundred or two.</summary>
    private static readonly Size LightNoise = Size.Between(0.0002, 0.0005);

    /// <summary>One fault each.</summary>
    public static IReadOnlyList<FaultCase> Single { get; } =
    [
        One("mains-lost", 101, 1, 10 + Margin) with { MayFollow = [105] },
        One("supply-sag", 102, 2, 2 + 5 + Margin, new Size(Sag, "what leaves 10.95 – 11.25 V under the coil's load")) with { Shown = Shown.Running },
        One("supply-low", 103, 1, 5 + Margin, Size.Between(4.6, 5)) with { Shows = bench => bench.Site.Supply.BatteryVolts < 10.75 },
        One("supply-high", 104, 2, 10 + Margin, Size.Between(15.5, 18)),
        One("charger-weak", 106, 4, 600 + Margin, Size.Between(0.01, 0.14)) with { Shows = bench => bench.Site.Supply.BusVolts < 12.9, Conditions = Conditions.Steady | Conditions.Rest },
        One("charger-dead", 106, 4, 600 + Margin) with { Conditions = Conditions.Steady | Conditions.Rest },
        One("dead-pulse-meter", 201, 2, PulsesMissed, new Size((_, noise) => noise.Happens(0.5) ? 1 : 0, "0 or 1")) with { Shown = Shown.Running },
        One("rs485-cut", 202, 2, Known + 20 + Margin),
        One("bus-meter-dead", 202, 2, Known + 20 + Margin),
        // More spoilt bytes than one in ten spoil nearly every request: a meter that hears no question is silent, and silence is 202's.
        One("rs485-noise", 203, 3, Known + 15 + 30 + Margin, Size.Between(0.006, 0.1)),
        One("rs485-echo", 203, 3, Known + 15 + 10 + Margin),
        One("bus-other-address", 203, 3, Known + 15 + 10 + Margin, Size.Between(2, 247)),
        One("bus-exceptions", 203, 3, Known + 15 + 10 + Margin),
        One("bus-frames-glued", 203, 3, Known + 15 + 10 + Margin),
        One("bus-frames-half", 203, 3, Known + 15 + 10 + Margin),
        One("bus-map-shifted", 203, 3, Known + 15 + 10 + Margin),
        One("bus-meter-electrode", 204, 2, Known + 10 + Margin),
        One("pulse-meter-worn", 205, 3, Compared, Size.Between(0.5, 0.9)) with { Shown = Shown.Running },
        One("bus-meter-detuned", 205, 3, Compared, Size.Between(1.12, 1.8)) with { Shown = Shown.Running },
        One("bus-meter-detuned", 205, 3, Compared, Size.Between(0.72, 0.9)) with { Name = "bus-meter-detuned, too little", Shown = Shown.Running },
        One("check-valve-stuck", 206, 3, Known + 10 + Margin, Size.Between(0.3, 1)) with { Shown = Shown.AtRest, Shows = bench => Flow(bench) < -1.2 },
        One("bus-meter-reversed", 206, 3, Settle + Known + 10 + Margin) with { Shown = Shown.Running },
        One("bus-meter-wild", 207, 3, Known + 10 + Margin, Size.Between(300, 100_000)),
        One("bus-total-jumps", 207, 3, Known + 10 + Margin, Size.Between(5_000, 4_000_000_000)),
        One("bus-total-runs-back", 207, 3, 1000 / 20 + Known + 10 + Margin, Size.Between(40, 5000)),
        One("noisy-input", 208, 4, 60 + 5 + Known + Margin, Size.Between(5, 90)) with { Shown = Shown.AtRest, Shows = bench => !bench.Site.PulseMeter.Pulse.Closed },
        One("reed-bounces", 208, 4, Bounces, Size.Between(1, 9)) with { Shown = Shown.Running, MayFollow = [205] },
        One("bus-meter-exchanged", 210, 3, Known + 10 + Margin) with { Changes = [new("bus-meter-exchanged", new Size(AnotherTotal, "0 – 4,000,000,000"))] },
        One("coil-wire-cut", 301, 1, 2 + 2 + Known + Margin) with { Shown = Shown.Running, Shows = StandsStill },
        One("welded-contactor", 302, 1, 3 + 3 + Margin) with { Shown = Shown.AtRest, Conditions = Conditions.Steady | Conditions.Starting | Conditions.Noisy },
        One("dry-well", 305, 2, Settle + 10 + Known + Margin) with { Shown = Shown.Running, Shows = StandsStill },
        One("closed-valve", 305, 2, bench => Settle + (4 * bench.PulseSeconds) + 10 + Known + Margin) with { Shown = Shown.Running, Shows = StandsStill, MayFollow = [405] },
        One("motor-cable-cut", 305, 2, Settle + 10 + Known + Margin) with { Shown = Shown.Running, Shows = StandsStill },
        One("rotor-locked", 306, 1, 10 + 10 + Known + Margin) with { Shown = Shown.Running },
        One("impeller-rubbing", 306, 1, 10 + 10 + Known + Margin, Size.Between(0.5, 1)) with { Shown = Shown.Running },
        One("phase-lost", 308, 1, 5 + Known + Margin, Size.Between(1, 3)),
        One("power-meter-dead", 310, 3, Known + 10 + Margin),
        Restless("switch turned on and off"),
        Hand("hand-run"),
        One("leak-at-rest", 401, 2, 60 + 240 + Known + Margin, Size.Between(1.2, 10)) with { Shown = Shown.AtRest, Shows = bench => Flow(bench) > 0.6 },
        One("pipe-burst", 404, 3, 60 + 60 + Known + Margin, Size.Between(0.4, 2)) with { Shown = Shown.Running, Shows = bench => Kilopascal(bench) < bench.Settings.LowPressureKilopascal - 35 },
        One("outlet-throttled", 405, 2, 20 + Known + Margin, Size.Between(0.05, 0.3)) with { Shown = Shown.Running, Shows = bench => Kilopascal(bench) > bench.Settings.HighPressureKilopascal + 35 },
        One("chamber-flooded", 406, 2, 20 + 30 + Margin, Size.Between(0.3, 2)),
        One("pressure-wire-cut", 408, 3, 10 + Margin),
        One("level-wire-cut", 408, 3, 10 + Margin),
        One("pressure-wire-short", 408, 3, 10 + Margin),
        One("door-opened", 501, 4, 1800 + Margin) with { Conditions = Conditions.Rest },
        Aged("battery-aged"),
    ];

    /// <summary>Two at once: both must be told, and nothing else.</summary>
    public static IReadOnlyList<FaultCase> Pairs { get; } =
    [
        Behind("dry-well", "mains-dips", Size.Between(0.05, 0.15)) with { Name = "mains dip during a dry run" },
        Behind("closed-valve", "mains-dips", Size.Between(0.05, 0.15)),
        Behind("rotor-locked", "mains-dips", Size.Between(0.05, 0.15)),
        Behind("leak-at-rest", "rs485-noise", LightNoise) with { Name = "light RS485 noise with a leak" },
        Behind("pulse-meter-worn", "rs485-noise", LightNoise),
        Behind("check-valve-stuck", "rs485-noise", LightNoise),
        Behind("dead-pulse-meter", "rs485-noise", LightNoise),
        Behind("mains-lost", "dry-well"),
        Behind("mains-lost", "motor-cable-cut"),
        Both("leak-at-rest", "rs485-cut") with { Within = bench => 60 + 240 + (3 * bench.Settings.PulseMillilitres / LeastLeak) + (2 * Margin) },
        Both("leak-at-rest", "pressure-wire-cut"),
        Behind("leak-at-rest", "noisy-input") with { MayFollow = [205, 207, 208] },
        Both("leak-at-rest", "mains-lost"),
        Both("leak-at-rest", "charger-dead"),
        Both("welded-contactor", "rs485-cut") with { Within = SlowMeter(3 + 3) },
        Both("welded-contactor", "pressure-wire-cut"),
        Both("dead-pulse-meter", "pressure-wire-cut"),
        Both("dead-pulse-meter", "rs485-cut") with { Expected = [(202, 1), (201, 1)], Name = "both meters dead", Within = Unmetered },
        Both("dead-pulse-meter", "bus-meter-electrode") with { Expected = [(204, 2), (201, 1)], Within = Unmetered },
        Both("dead-pulse-meter", "bus-meter-exchanged"),
        Both("dead-pulse-meter", "outlet-throttled") with { Within = Unmetered },
        Both("supply-low", "dead-pulse-meter") with { Conditions = Conditions.Steady | Conditions.Starting | Conditions.Noisy },
        Both("bus-meter-electrode", "mains-lost"),
        Both("mains-lost", "rs485-cut"),
        Both("dry-well", "rs485-cut") with { Name = "dry well, RS485 cut", Within = SlowMeter(Settle + 10 + 20) },
        Both("dry-well", "pressure-wire-cut") with { Within = SlowMeter(Settle + 10) },
        Both("dry-well", "bus-meter-electrode") with { Within = SlowMeter(Settle + 10) },
        Both("dry-well", "supply-sag"),
        Both("dry-well", "supply-high"),
        Both("closed-valve", "rs485-cut") with { Within = bench => Settle + (30 * bench.PulseSeconds) + 2 + 10 + Known + (2 * Margin) },
        Both("closed-valve", "pressure-wire-cut") with { Within = SlowMeter(Settle + 10) },
        Both("coil-wire-cut", "rs485-cut") with { Within = SlowMeter(2 + 2 + 20) },
        Both("pipe-burst", "rs485-cut") with { MayFollow = [207, 208], Changes = [new("pipe-burst", Size.Between(0.4, 0.6)), new("rs485-cut")] },
        Both("outlet-throttled", "rs485-cut"),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FaultCase> All { get; } = [.. Single, .. Pairs];

    private static FaultCase One(string fault, int code, int level, double within, Size size = null) =>
        One(fault, code, level, _ => within, size);

    private static FaultCase One(string fault, int code, int level, Func<Bench, double> within, Size size = null) =>
        new() { Name = fault, Expected = [(code, level)], Within = within, Changes = [new(fault, size)] };

    private static FaultCase Hand(string name) => new()
    {
        Name = name,
        Expected = [(309, 4)],
        Changes = [new("selector", Word: "hand"), new("manual-start", Word: "on")],
        Shows = bench => bench.Site.Contactor.MainsClosed,
        Within = _ => 10 + Margin,
        Conditions = Conditions.Rest,
    };

    /// <summary>Thirteen starts within the hour, a minute and a half each: one more than the motor is made for.</summary>
    private static FaultCase Restless(string name) => new()
    {
        Name = name,
        Expected = [(307, 4)],
        Changes = [],
        Acts = [.. Enumerable.Range(0, 13).SelectMany(turn => new[] { (90.0 * turn, "run-request", "on"), ((90.0 * turn) + 40, "run-request", "off") }).SkipLast(1)],
        Within = _ => 1 + Margin,
        Conditions = Conditions.Rest,
    };

    /// <summary>A battery that has lost most of its charge has to bridge: 105 once it comes down to 12.0 V, behind 101.</summary>
    private static FaultCase Aged(string name) => new()
    {
        Name = name,
        Expected = [(105, 3), (101, 1)],
        Changes = [new(name, new Size((_, _) => 0.03, "0.03")), new("mains-lost")],
        IsPair = true,
        Shows = bench => bench.Site.Supply.BatteryVolts < 11.75,
        Within = _ => 60 + Margin,
        Conditions = Conditions.Rest,
    };

    /// <summary>The second is no fault of its own, or one that the first explains: the first alone is to be told.</summary>
    private static FaultCase Behind(string first, string second, Size secondSize = null) =>
        Join(first, new Change(second, secondSize ?? Find(second).Changes[0].Size), $"{first} + {second}") with { IsPair = true };

    /// <summary>Both are to be told.</summary>
    private static FaultCase Both(string first, string second)
    {
        (FaultCase one, FaultCase two) = (Find(first), Find(second));
        return Join(first, two.Changes[0], $"{first} + {second}") with
        {
            Expected = [.. one.Expected, .. two.Expected],
            MayFollow = [.. one.MayFollow, .. two.MayFollow],
            Shown = one.Shown == Shown.Always ? two.Shown : one.Shown,
            Shows = bench => (one.Shows?.Invoke(bench) ?? true) && (two.Shows?.Invoke(bench) ?? true),
            Within = bench => Math.Max(one.Within(bench), two.Within(bench)) + Margin,
            Conditions = one.Conditions & two.Conditions & PairConditions,
            IsPair = true,
        };
    }

    private static FaultCase Join(string first, Change change, string name)
    {
        FaultCase one = Find(first);
        return one with { Name = name, Changes = [.. one.Changes, change], Within = bench => one.Within(bench) + Margin, Conditions = one.Conditions & PairConditions };
    }

    private static FaultCase Find(string name) => Single.First(row => row.Name == name);

    /// <summary>A terminal that leaves 10.95 to 11.25 V under the coil's load: between the limits of 103 and 102.</summary>
    private static double? Sag(Bench bench, NoiseSource noise)
    {
        double volts = 10.95 + (0.3 * noise.NextUnit());
        double amperes = (volts / bench.Parameters["contactorCoilOhms"]) + bench.Parameters["unitCurrentAmperes"];
        return ((bench.Parameters["chargerFloatVolts"] - volts) / amperes) - bench.Parameters["supplyLeadOhms"];
    }

    /// <summary>The volume that is being compared and the next one, of 100 L and ten pulses at the rated flow, a fifth more, and the raise time.</summary>
    private static double Bounces(Bench bench) =>
        Settle + (2 * 1.2 * Math.Max(100_000, 10.0 * bench.Settings.PulseMillilitres) / bench.Settings.RatedFlowMillilitresPerSecond) + 5 + Known + Margin;

    private static double? AnotherTotal(Bench bench, NoiseSource noise) => Math.Floor(4_000_000_000 * noise.NextUnit());

    /// <summary>Settling, three pulses at the flow and 2 s, and the raise time of 15 s; twice the pulses where a worn site's flow is less.</summary>
    private static double PulsesMissed(Bench bench) => Settle + (5 * bench.PulseSeconds) + 2 + 15 + Margin;

    /// <summary>A slow pulse meter is known as silent after four of its intervals: as long again, with the rows' own time.</summary>
    private static Func<Bench, double> SlowMeter(double rows) => bench => rows + (4 * bench.PulseSeconds) + Known + (2 * Margin);

    /// <summary>Without another meter three pulses of the least flow are waited for.</summary>
    private static double Unmetered(Bench bench) =>
        Settle + (3.0 * bench.Settings.PulseMillilitres / bench.Settings.NoFlowMillilitresPerSecond) + 2 + 15 + (2 * Margin);

    /// <summary>The volume that is being compared and the next one, of 2 m³ or 40 pulses at the rated flow, a fifth more, and the raise time of a minute.</summary>
    private static double Compared(Bench bench) => (2 * 1.2 * Math.Max(2_000_000, 40.0 * bench.Settings.PulseMillilitres) / bench.Settings.RatedFlowMillilitresPerSecond) + 60 + Settle + Margin;

    private static bool StandsStill(Bench bench) => Math.Abs(Flow(bench)) < 0.4;

    private static double Flow(Bench bench) => bench.Site.Pipeline.MeteredFlow * 3600;

    private static double Kilopascal(Bench bench) => bench.Site.Pipeline.PressureBar * 100;
}
