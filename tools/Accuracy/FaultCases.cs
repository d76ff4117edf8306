using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Core.Contracts;
using Tools.SiteSimulator;

namespace Tools.Accuracy;

/// <summary>
/// Every row of the catalogue that a site can bring about, by physical changes; the codes, levels and times stand here as literals. Sizes are
/// drawn evenly from the ranges given here, so that each is beyond the limit of its row and not at its edge.
/// </summary>
public static class FaultCases
{
    private const double Settle = 15;  // of a starting pump: 201, 305
    private const double PumpChange = 10; // after pump or command: 206
    private const double Known = 4;    // until the RS485 meter's smoothing or three lost answers are through
    private const double Margin = 5;
    private const double LeastLeak = 333; // mL/s: 1.2 m³/h
    private const Conditions PairConditions = Conditions.Steady | Conditions.Starting | Conditions.Stopping | Conditions.Noisy;

    /// <summary>Settling of a run's means, a window that the change cuts in two, and one after it.</summary>
    private const double Means = 120 + 60 + 60;

    /// <summary>The check waits until the power meter's answer is of now, and the row's own time.</summary>
    private const double Contradicted = 5 + 15 + Known + Margin;

    /// <summary>The pump is off for a minute and a half to look for a leak, and the next run has to settle and be measured.</summary>
    private const double LookedAt = 90 + 120 + 60 + Margin;
    private const double NearSeconds = 600;

    private const Conditions ToOpen = Conditions.Starting | Conditions.Rest | Conditions.Noisy;
    private const Conditions ToShut = Conditions.Steady | Conditions.Stopping | Conditions.Noisy;
    private const string StandsOpen = "the valve stands open then, and does not shut at the end of the run: 304";
    private const string StandsShut = "the valve stands shut then, and does not open at the next run: 303";
    private const string Travels = "while the valve travels nothing tells lost switches from a motor that is dead: its lines";
    private const string AgainstShut = "who turns his start switch off shuts his outlet, too: the pump that a hand runs truly turns against it";
    private const string Uncounted = "until the dry pump is known, 15 s to some pulses, no meter counts";

    private const string Powerless = "a pump that is switched on without mains gives no pulses, and no meter counts";

    /// <summary>Below what is a fault: one answer in a hundred, a fifth of the rate at which 203 is raised.</summary>
    private static readonly Size LightNoise = Size.Between(0.0001, 0.0003);

    /// <summary>One fault each.</summary>
    public static IReadOnlyList<FaultCase> Single { get; } =
    [
        One("mains-lost", 101, 1, 10 + Margin) with { MayFollow = [(105, 3)] },
        One("supply-sag", 102, 2, 2 + 5 + Margin, new Size(Sag, "what leaves 10.95 – 11.25 V under the coil's load")) with { Shown = Shown.Running },
        One("supply-low", 103, 1, 5 + Margin, Size.Between(4.6, 5)) with { Shows = bench => bench.Site.Supply.BatteryVolts < 10.75 },
        One("supply-high", 104, 2, 10 + Margin, Size.Between(15.5, 18)),
        One("charger-weak", 106, 4, 600 + Margin, Size.Between(0.01, 0.14)) with { Shows = bench => bench.Site.Supply.BusVolts < 12.9 },
        One("charger-dead", 106, 4, 600 + Margin),
        One("battery-fuse-blown", 106, 4, 600 + Margin),
        One("dead-pulse-meter", 201, 2, PulsesMissed, new Size((_, noise) => noise.Happens(0.5) ? 1 : 0, "0 or 1")) with { Shown = Shown.Running },
        One("rs485-cut", 202, 2, Known + 20 + Margin),
        One("bus-meter-dead", 202, 2, Known + 20 + Margin),
        One("rs485-late", 202, 2, Known + 15 + 10 + Margin, Size.Between(0.4, 0.8)) with { Or = [(203, 3)] },
        One("rs485-noise", 203, 3, Known + 15 + 30 + Margin, Size.Between(0.006, 0.1)) with
        {
            MayFollow = [(202, 2)], Because = "where one byte in ten is spoilt so is nearly every question: a meter that hears none is silent, and silence is 202",
        },
        Unreadable("rs485-echo"),
        Unreadable("bus-other-address", Size.Between(2, 247)),
        Unreadable("bus-exceptions"),
        Unreadable("bus-frames-glued"),
        Unreadable("bus-frames-half"),
        Unreadable("bus-map-shifted"),
        One("bus-meter-electrode", 204, 2, Known + 10 + Margin),
        One("pulse-meter-worn", 205, 3, Compared, Size.Between(0.5, 0.9)) with { Shown = Shown.Running },
        One("bus-meter-detuned", 205, 3, Compared, Size.Between(1.12, 1.8)) with { Shown = Shown.Running },
        One("bus-meter-detuned", 205, 3, Compared, Size.Between(0.72, 0.9)) with { Name = "bus-meter-detuned, too little", Shown = Shown.Running },
        One("pulse-head-exchanged", 205, 3, Compared, Size.Between(1.1, 2)) with { Shown = Shown.Running },
        One("pulse-head-exchanged", 205, 3, Compared, Size.Between(0.75, 0.9)) with { Name = "pulse-head-exchanged, smaller", Shown = Shown.Running },
        One("check-valve-stuck", 206, 3, PumpChange + Known + 10 + Margin, Size.Between(0.3, 1)) with { Shown = Shown.AtRest, Shows = bench => Flow(bench) < -1.2 },
        One("bus-meter-reversed", 206, 3, Settle + Known + 10 + Margin) with { Shown = Shown.Running },
        One("bus-meter-wild", 207, 3, Known + 10 + Margin, Size.Between(300, 100_000)),
        One("bus-total-jumps", 207, 3, Known + 10 + Margin, Size.Between(5_000, 4_000_000_000)),
        One("bus-total-runs-back", 207, 3, 1000 / 20 + Known + 10 + Margin, Size.Between(40, 5000)),
        One("bus-meter-frozen", 207, 3, Hangs) with
        {
            Shown = Shown.Running, Conditions = Conditions.Steady | Conditions.Stopping | Conditions.Noisy, Elsewhere = "a meter that hangs at rest, or as the pump starts, shows nothing or little: the next line",
        },
        One("bus-meter-frozen", 205, 3, Compared) with
        {
            Name = "bus-meter-frozen before the run", Shown = Shown.Running, Or = [(207, 3), (208, 4)], Conditions = Conditions.Starting | Conditions.Rest | Conditions.Noisy, Elsewhere = "in a run it shows that run's flow: the line before",
        },
        One("noisy-input", 208, 4, 60 + 5 + Known + Margin, Size.Between(2, 90)) with { Shown = Shown.AtRest, Shows = bench => !bench.Site.PulseMeter.Pulse.Closed },
        One("reed-bounces", 208, 4, Bounces, Size.Between(1, 9)) with { Shown = Shown.Running },
        One("bus-meter-exchanged", 210, 3, Known + 10 + Margin) with { Changes = [new("bus-meter-exchanged", new Size(AnotherTotal, "0 – 4,000,000,000"))] },
        One("bypass-open", 209, 3, Means + 300 + Margin, Size.Between(0.16, 0.22)) with { Name = "bypass-open a little", Shown = Shown.Running, Learned = true },
        One("coil-wire-cut", 301, 1, 2 + 2 + Known + Margin) with { Shown = Shown.Running, Shows = StandsStill },
        One("panel-bridged", 302, 1, 3 + 3 + Margin) with
        {
            Name = "panel-bridged while running", Shown = Shown.AtRest, Conditions = Conditions.Steady | Conditions.Stopping | Conditions.Noisy, Elsewhere = "as the pump starts: the next line; at rest: 504",
        },

        // Bridged a moment before our command the run is the panel's (504), after it ours (302).
        One("panel-bridged", 302, 1, 10 + Margin) with
        {
            Name = "panel-bridged as the pump starts", Shown = Shown.AtRest, Or = [(504, 3)], Conditions = Conditions.Starting, Elsewhere = "the line before",
        },
        One("valve-motor-dead", 303, 1, ValveTravel) with { Shown = Shown.Running, Prepare = FitValve, Conditions = ToOpen, Elsewhere = StandsOpen },
        One("valve-jammed", 303, 1, ValveTravel, Size.Between(0.4, 0.95)) with { Shown = Shown.Running, Prepare = FitValve, Conditions = ToOpen, Elsewhere = StandsOpen },
        One("valve-switches-cut", 303, 3, 2 + Margin) with { Shown = Shown.Running, Prepare = FitValve, Conditions = Conditions.Steady | Conditions.Noisy, Elsewhere = Travels },
        One("valve-motor-dead", 304, 1, ValveTravel) with
        {
            Name = "valve-motor-dead, open", Shown = Shown.AtRest, Prepare = FitValve, Conditions = ToShut, Elsewhere = StandsShut,
        },
        One("valve-jammed", 304, 1, ValveTravel, Size.Between(0.05, 0.95)) with
        {
            Name = "valve-jammed, not shut", Shown = Shown.AtRest, Prepare = FitValve, Conditions = ToShut, Elsewhere = StandsShut,
        },
        One("valve-switches-cut", 304, 3, 2 + Margin) with { Name = "valve-switches-cut at rest", Shown = Shown.AtRest, Prepare = FitValve, Conditions = Conditions.Rest | Conditions.Noisy, Elsewhere = Travels },
        One("welded-contactor", 302, 1, 3 + 3 + Margin) with
        {
            Shown = Shown.AtRest, Conditions = Conditions.Steady | Conditions.Starting | Conditions.Noisy, Elsewhere = "contacts weld while they are closed",
        },
        One("dry-well", 305, 2, Settle + 10 + Known + Margin) with { Shown = Shown.Running, Shows = StandsStill },
        One("closed-valve", 305, 2, bench => Settle + (4 * bench.PulseSeconds) + 10 + Known + Margin) with { Shown = Shown.Running, Shows = StandsStill, MayFollow = [(405, 2)] },
        One("motor-cable-cut", 301, 1, 5 + 2 + Known + Margin) with { Shown = Shown.Running, Shows = StandsStill },
        One("rotor-locked", 306, 1, 10 + 10 + Known + Margin) with { Shown = Shown.Running },
        One("impeller-rubbing", 306, 1, 10 + 10 + Known + Margin, Size.Between(0.5, 1)) with { Shown = Shown.Running },
        One("phase-lost", 308, 1, 5 + Known + Margin, Size.Between(1, 3)),
        One("power-meter-dead", 310, 3, Known + 10 + Margin),
        One("power-meter-refuses", 310, 3, Known + 10 + Margin),
        One("aux-contact-cut", 311, 3, Contradicted) with { Shown = Shown.Running },
        One("aux-contact-cut", 311, 3, Contradicted) with { Name = "aux-contact-cut, no power meter", Shown = Shown.Running, Commission = WithoutPowerMeter },
        One("mirror-contact-cut", 311, 3, Contradicted) with { Shown = Shown.AtRest },
        Restless("switch turned on and off"),
        Hand("hand-run"),
        // Who turns his start switch off shuts his outlet, too: a pump that somebody runs by hand works against it then.
        Hand("hand-run") with { Name = "hand-run with a request beside it", Acts = [(40, "run-request", "on"), (80, "run-request", "off")], MayFollow = [(305, 2), (405, 2)], Because = AgainstShut },
        Hand("hand-run") with
        {
            Name = "run on auto taken over by hand", Acts = [(60, "run-request", "off")], MayFollow = [(305, 2), (405, 2)], Shows = bench => bench.Site.Contactor.MainsClosed && !bench.Controller.Pump.Run, Because = AgainstShut, Conditions = Conditions.Steady | Conditions.Starting | Conditions.Noisy,
            Elsewhere = "a run that is just ending is not taken over: hand-run",
        },
        One("mains-relay-cut", 101, 1, 10 + Margin) with { Name = "mains-relay-cut, no power meter", Commission = WithoutPowerMeter },
        One("leak-at-rest", 401, 2, 60 + 240 + Known + Margin, Size.Between(1.2, 10)) with { Shown = Shown.AtRest, Shows = bench => Flow(bench) > 0.6 },
        One("valve-leaks-through", 401, 2, 60 + 240 + Known + Margin, Size.Between(0.02, 0.5)) with { Shown = Shown.AtRest, Prepare = FitValve, Shows = bench => Flow(bench) > 0.6 },
        // The strainer holds back what the pump lifts: of the two lines that clog alike one bears what comes of it, and one does not.
        One("strainer-clogged", 402, 3, Means + 180 + Margin, Size.Between(0.5, 0.7)) with
        {
            Shown = Shown.Running, Learned = true, Commission = settings => settings.HighPressureKilopascal = 900, Shows = bench => Flow(bench) < 0.7 * Rated(bench),
        },
        One("strainer-clogged", 405, 2, 20 + Known + Margin, Size.Between(0.75, 0.85)) with
        {
            Name = "strainer-clogged, more than the line bears", Shown = Shown.Running, Learned = true, Shows = InDanger,
        },
        One("bypass-open", 402, 3, Means + 180 + Margin, Size.Between(0.35, 0.8)) with { Shown = Shown.Running, Learned = true },
        One("pump-exchanged", 402, 3, Means + 180 + Margin, Size.Between(0.3, 0.55)) with
        {
            Name = "pump-exchanged for a smaller one", Shown = Shown.Running, Learned = true, Shows = bench => Flow(bench) < 0.7 * Rated(bench), MayFollow = [(404, 3)],
        },
        One("pipe-burst", 403, 2, Means + 60 + LookedAt + Margin, Size.Between(0.6, 1.2)) with
        {
            Name = "pipe-burst at a learned site", Shown = Shown.Running, Learned = true, Shows = bench => Flow(bench) > 1.3 * Rated(bench), MayFollow = [(404, 3)],
        },
        One("pipe-burst", 404, 3, 60 + 60 + Known + Margin, Size.Between(0.4, 2)) with { Shown = Shown.Running, Shows = bench => Kilopascal(bench) < bench.Settings.LowPressureKilopascal - 35 },
        One("outlet-throttled", 405, 2, 20 + Known + Margin, Size.Between(0.05, 0.3)) with { Shown = Shown.Running, Shows = InDanger },
        One("chamber-flooded", 406, 2, 20 + 30 + Margin, Size.Between(0.3, 2)),
        One("chamber-float-cut", 406, 2, 30 + Margin),
        One("pressure-wire-cut", 408, 3, 10 + Margin),
        One("level-wire-cut", 408, 3, 10 + Margin),
        One("pressure-wire-short", 408, 3, 10 + Margin),
        One("level-wire-short", 408, 3, 10 + Margin),
        One("dry-well", 409, 4, 300 + Margin, new Size(LowWell, "what leaves 0.4 – 1.4 m over the intake")) with
        {
            Name = "well sinks", Shown = Shown.Running, Shows = bench => bench.Site.Well.LevelAboveIntakeMetres < 1.9,
        },
        One("door-opened", 502, 2, 60 + Margin),
        One("card-reader-dead", 503, 3, 10 + Margin),
        One("card-reader-blind", 503, 3, 10 + Margin),
        One("panel-bridged", 504, 3, 10 + Margin) with
        {
            Shown = Shown.AtRest, Conditions = Conditions.Rest | Conditions.Noisy, Elsewhere = "the contactor that is bridged is ours then: 302",
        },
        Visit("door left open by a technician", 0) with { Expected = [(501, 4)], Within = _ => 1800 + Margin },
        One("weak-signal", 604, 4, (Bench.RadioMs / 1000) + 60 + Margin, new Size(Weak, "what leaves −100 – −90 dBm")),
        One("heat-wave", 907, 3, 60 + Margin, new Size(Heat, "what brings 74 – 85 °C")) with
        {
            Prepare = (site, noise) => site.Set("ambientCelsius", 28 + (4 * noise.NextUnit())), Shows = bench => bench.Site.Climate.EnclosureCelsius > 70.4,
        },
        Ending("account at the broker that ends in a month"),
        Aged("battery-aged"),
        One("power-transformer-reversed", 209, 3, Means + 300 + Margin) with { Name = "power-transformer-reversed at a learned site", Shown = Shown.Running, Learned = true },
        One("pressure-snubber-clogged", 405, 2, 20 + Known + Margin) with
        {
            Name = "pressure-snubber-clogged at the peak of a stop", Shows = bench => bench.Readings.ValueOf(Signal.Pressure) > bench.Settings.HighPressureKilopascal, Conditions = Conditions.Stopping,
            Elsewhere = "it keeps a pressure that the line bears, and nothing is said: below",
            OfInstrument = true, Because = "a line that is shut in keeps its pressure, so that only a second gauge can tell; the second step of 405 empties the line and measures the transducer",
        },
    ];

    /// <summary>What happens at a sound site, or is too little for its row: nothing may be said within ten minutes.</summary>
    public static IReadOnlyList<FaultCase> Near { get; } =
    [
        Nothing("air-in-pipe", Size.Between(5, 60)) with { Shown = Shown.Running },
        Nothing("mains-dips", Size.Between(0.05, 0.15)),
        Nothing("mains-sagging", Size.Between(0.02, 0.1)),
        Nothing("rs485-noise", LightNoise),
        Nothing("rs485-storm", Size.Between(1800, 7200)),
        Nothing("bus-meter-detuned", Size.Between(0.98, 1.02)),
        Nothing("mains-relay-cut"),
        Nothing("selector on hand") with { Name = "selector on hand, and water asked for", Changes = [new("selector", Word: "hand")], Acts = [(10, "run-request", "on"), (400, "run-request", "off")] },
        Nothing("chamber-flooded", Size.Between(0.01, 0.05)),
        Nothing("weak-signal", Size.Between(3, 4)),
        Nothing("fan-failed"),
        Unheard("battery-sense-cut", "0 V is no voltage that a running unit can have: 105 is not judged, and the battery is measured at the next inspection"),
        Unheard("supply-sense-cut", "0 V is no voltage that a running unit can have: 102, 103 and 104 are not judged"),
        Unheard("mains-flicker", "interruptions of 0.3 s are no outage: the pump runs on"),
        Unheard("power-transformer-reversed", "only what the site has taught can tell: 209"),
        Unheard("pump-worn", "only what the site has taught can tell: 209 or 402"),
        Unheard("pump-wearing", "days, not minutes: only what the site has taught can tell"),
        Unheard("strainer-clogging", "days, not minutes: 407 in the learned bands below"),
        Unheard("water-table-falls", "days, not minutes: nothing, or 409, in the learned bands below"),
        Unheard("tap-before-meters", "no meter sees the water, and an unlearned site has no band for the pressure"),
        Unheard("temperature-sensor-dead", "907 is not judged without it; a whole unit's self-test names the part (906)"),
        Unheard("door-switch-loose", "a contact that chatters has no value: 501 and 502 are not judged (decision 0205)"),
        Unheard("run-request-loose", "a request that chatters asks for nothing, and telemetry says why (decision 0205)"),
        Unheard("pressure-snubber-clogged", "a pressure that stands still is a pressure; where it is one that the line has at rest it is low for a run") with
        {
            MayFollow = [(404, 3)], Conditions = Conditions.All & ~Conditions.Stopping, Elsewhere = "it may keep the peak of a stop: 405",
        },
        Visit("visit of a technician, with his card", 600),
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
        Behind("mains-relay-cut, no power meter", "dry-well") with { Shown = Shown.Running },
        BehindContact("dry-well", "aux-contact-cut"),
        BehindContact("dry-well", "aux-contact-cut") with { Name = "dry-well + aux-contact-cut, no power meter", Commission = WithoutPowerMeter },
        BehindContact("dry-well", "mirror-contact-cut"),
        BehindContact("rotor-locked", "aux-contact-cut"),
        BehindContact("phase-lost", "aux-contact-cut"),
        BehindContact("welded-contactor", "aux-contact-cut"),
        BehindContact("welded-contactor", "mirror-contact-cut"),
        BehindContact("coil-wire-cut", "mirror-contact-cut"),
        Behind("mains-lost", "motor-cable-cut"),
        Both("leak-at-rest", "rs485-cut") with { Within = bench => 60 + 240 + (3 * bench.Settings.PulseMillilitres / LeastLeak) + (2 * Margin) },
        Both("leak-at-rest", "pressure-wire-cut"),
        Both("leak-at-rest", "mirror-contact-cut"),
        Both("aux-contact-cut", "rs485-cut"),
        Both("aux-contact-cut", "dead-pulse-meter"),
        Both("leak-at-rest", "noisy-input") with { Shows = bench => Flow(bench) > 0.6 && !bench.Site.PulseMeter.Pulse.Closed },
        Both("leak-at-rest", "mains-lost"),
        Both("leak-at-rest", "charger-dead"),
        Both("welded-contactor", "rs485-cut") with { Within = SlowMeter(3 + 3) },
        Both("welded-contactor", "pressure-wire-cut"),
        Both("dead-pulse-meter", "pressure-wire-cut"),
        Both("dead-pulse-meter", "rs485-cut") with { Expected = [(202, 1), (201, 1)], Name = "both meters dead", Within = Unmetered },
        Both("dead-pulse-meter", "bus-exceptions") with { Expected = [(203, 3), (202, 1), (201, 1)], Within = bench => 60 + Unmetered(bench) },
        Both("dead-pulse-meter", "bus-meter-electrode") with { Expected = [(204, 2), (201, 1)], Within = Unmetered },
        Both("dead-pulse-meter", "bus-meter-exchanged"),
        Both("dead-pulse-meter", "outlet-throttled") with { Within = Unmetered },
        Both("supply-low", "dead-pulse-meter") with { Conditions = PairConditions & ~Conditions.Stopping, Elsewhere = "no pump starts again on a supply that is low: 103 alone" },
        Both("bus-meter-electrode", "mains-lost"),
        Both("mains-lost", "rs485-cut") with { MayFollow = [(202, 1)], Because = Powerless },
        Both("dry-well", "rs485-cut") with { Name = "dry well, RS485 cut", Within = SlowMeter(Settle + 10 + 20), MayFollow = [(202, 1)], Because = Uncounted },
        Both("dry-well", "pressure-wire-cut") with { Within = SlowMeter(Settle + 10) },
        Both("dry-well", "bus-meter-electrode") with { Within = SlowMeter(Settle + 10) },
        Both("dry-well", "supply-sag"),
        Both("dry-well", "supply-high"),
        Both("closed-valve", "rs485-cut") with { Within = bench => Settle + (30 * bench.PulseSeconds) + 2 + 10 + Known + (2 * Margin) },
        Both("closed-valve", "pressure-wire-cut") with { Within = SlowMeter(Settle + 10) },
        Both("coil-wire-cut", "rs485-cut") with { Within = SlowMeter(2 + 2 + 20) },
        Both("pipe-burst", "rs485-cut") with { MayFollow = [(207, 3), (208, 4)] },
        Both("valve-motor-dead", "rs485-cut"),
        Both("valve-motor-dead", "mains-lost"),
        Behind("valve-jammed", "mains-dips", Size.Between(0.05, 0.15)),
        Both("valve-leaks-through", "rs485-noise") with { Expected = [(401, 2)], Name = "valve-leaks-through + light RS485 noise", MayFollow = [], Because = null, Changes = [.. Find("valve-leaks-through").Changes, new("rs485-noise", LightNoise)] },
        Both("door-opened", "mains-lost"),
        Both("door-opened", "dry-well"),
        Behind("card-reader-dead", "door-opened"),
        Both("card-reader-dead", "rs485-cut"),
        Both("phase-lost", "rs485-noise") with { Expected = [(308, 1)], Name = "phase-lost + light RS485 noise", MayFollow = [], Because = null, Changes = [.. Find("phase-lost").Changes, new("rs485-noise", LightNoise)] },
        Both("phase-lost", "pressure-wire-cut"),
        Both("rotor-locked", "pressure-wire-cut"),
        Both("rotor-locked", "dead-pulse-meter") with { Expected = [(306, 1)] },
        Both("impeller-rubbing", "bus-meter-electrode"),
        Both("power-meter-dead", "dry-well"),
        Both("power-meter-dead", "leak-at-rest"),
        Both("chamber-flooded", "mains-lost"),
        Both("chamber-flooded", "leak-at-rest"),
        Both("chamber-flooded", "dry-well"),
        Both("well sinks", "level-wire-cut") with { Expected = [(408, 3)], Name = "well sinks, its wire cut", Shows = null, Within = _ => 10 + (2 * Margin) },
        Both("well sinks", "rs485-cut"),
        Both("weak-signal", "charger-dead"),
        Both("outlet-throttled", "rs485-cut"),
    ];

    /// <summary>Rows of the catalogue that no trial brings about, with the reason and where they are proven instead.</summary>
    public static IReadOnlyDictionary<int, string> NotTried { get; } = new SortedDictionary<int, string>
    {
        [407] = "weeks, not minutes: see the learned bands below",
        [610] = "raised by the centre, which alone can know: Centre.Tests",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FaultCase> All { get; } = [.. Single, .. UnitCases.Single, .. Near, .. UnitCases.Near, .. Pairs, .. UnitCases.Pairs];

    /// <summary>A fault of the site that no row can name, at least in a quarter of an hour at a site that nothing is known of.</summary>
    private static FaultCase Unheard(string fault, string because) => new() { Name = fault, Expected = [], Changes = [new Change(fault)], Within = _ => 900, Because = because };

    private static FaultCase One(string fault, int code, int level, double within, Size size = null) =>
        One(fault, code, level, _ => within, size);

    private static FaultCase One(string fault, int code, int level, Func<Bench, double> within, Size size = null) =>
        new() { Name = fault, Expected = [(code, level)], Within = within, Changes = [new(fault, size)] };

    /// <summary>Something answers, and nothing of it can be read: after a minute the meter is as good as silent.</summary>
    private static FaultCase Unreadable(string fault, Size size = null) =>
        One(fault, 203, 3, Known + 60 + 20 + Margin, size) with { Expected = [(203, 3), (202, 2)] };

    /// <summary>Too little, or nothing wrong at all.</summary>
    private static FaultCase Nothing(string fault, Size size = null) => new()
    {
        Name = size == null ? $"{fault} alone" : $"{fault}, {size.Range}",
        Expected = [],
        Changes = [new(fault, size)],
        Within = _ => NearSeconds,
    };

    /// <summary>A technician opens the door, shows his card, and shuts the door after some seconds, or leaves it open.</summary>
    private static FaultCase Visit(string name, double seconds) => new()
    {
        Name = name,
        Expected = [],
        Changes = [new("door", Word: "open")],
        Acts = [(20, "technician-card", "held"), (23, "technician-card", "away"), .. seconds > 0 ? new[] { (seconds, "door", "shut") } : []],
        Within = _ => NearSeconds,
    };

    /// <summary>No change of the site: the day comes on which thirty days are left, less one.</summary>
    private static FaultCase Ending(string name) => new()
    {
        Name = name,
        Expected = [(605, 4)],
        Changes = [],
        StartUnix = Bench.FirstDay + 86_400 - 600,
        Commission = settings => settings.CredentialEnds = 20260501,
        Shows = bench => bench.StartUnix + (bench.NowMs / 1000) >= Bench.FirstDay + 86_400,
        Within = _ => 60 + Margin,
    };

    private static void FitValve(ParameterSet site, NoiseSource noise) => site.Set("valveFitted", 1);

    private static FaultCase Hand(string name) => new()
    {
        Name = name,
        Expected = [(309, 4)],
        Changes = [new("selector", Word: "hand"), new("manual-start", Word: "on")],
        Shows = bench => bench.Site.Contactor.MainsClosed,
        Within = _ => 10 + Margin,
        Conditions = Conditions.Rest | Conditions.Noisy,
        Elsewhere = "whoever starts by hand begins at rest; a run that he takes over: below",
    };

    /// <summary>Thirteen starts within the hour, a minute and a half each: one more than the motor is made for.</summary>
    private static FaultCase Restless(string name) => new()
    {
        Name = name,
        Expected = [(307, 4)],
        Changes = [],
        Acts = [.. Enumerable.Range(0, 13).SelectMany(turn => new[] { (90.0 * turn, "run-request", "on"), ((90.0 * turn) + 40, "run-request", "off") }).SkipLast(1)],
        Within = _ => 1 + Margin,
        Conditions = Conditions.Rest | Conditions.Noisy,
        Elsewhere = "its starts and stops are the cause itself",
    };

    /// <summary>A battery that has lost most of its charge has to bridge: 105 once it comes down to 12.0 V, after 101.</summary>
    private static FaultCase Aged(string name) => new()
    {
        Name = name,
        Expected = [(105, 3), (101, 1)],
        Changes = [new(name, new Size((_, _) => 0.03, "0.03")), new("mains-lost")],
        Shows = bench => bench.Site.Supply.BatteryVolts < 11.75,
        Within = _ => 60 + Margin,
    };

    /// <summary>The second is no fault of its own, or one that the first explains: the first alone is to be told.</summary>
    private static FaultCase Behind(string first, string second, Size secondSize = null) =>
        Join(first, new Change(second, secondSize ?? Sized(second)), $"{first} + {second}") with { IsPair = true };

    /// <summary>The same behind a contact whose wire is cut: 311 may tell that, too, where the pump is not stopped before it is confirmed.</summary>
    private static FaultCase BehindContact(string first, string second) => Behind(first, second) with { MayFollow = [.. Find(first).MayFollow, (311, 3)] };

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
            Elsewhere = one.Elsewhere ?? two.Elsewhere,
            Because = one.Because ?? two.Because,
            IsPair = true,
        };
    }

    private static FaultCase Join(string first, Change change, string name)
    {
        FaultCase one = Find(first);
        return one with { Name = name, Changes = [.. one.Changes, change], Within = bench => one.Within(bench) + Margin, Conditions = one.Conditions & PairConditions };
    }

    /// <summary>Size of a fault that is a case of its own; null, its own size, for one that alone raises nothing.</summary>
    private static Size Sized(string fault) => Single.FirstOrDefault(row => row.Name == fault)?.Changes[0].Size;

    private static void WithoutPowerMeter(Settings settings) => settings.HasPowerMeter = false;

    private static FaultCase Find(string name) => Single.First(row => row.Name == name);

    /// <summary>A terminal that leaves 10.95 to 11.25 V under the coil's load: between the limits of 103 and 102.</summary>
    private static double? Sag(Bench bench, NoiseSource noise)
    {
        double volts = 10.95 + (0.3 * noise.NextUnit());
        double amperes = (volts / bench.Parameters["contactorCoilOhms"]) + bench.Parameters["unitCurrentAmperes"];
        return ((bench.Parameters["chargerFloatVolts"] - volts) / amperes) - bench.Parameters["supplyLeadOhms"];
    }

    /// <summary>500 L by the flow that the meter shows, a fifth less than rated at a worn site, and its raise time.</summary>
    private static double Hangs(Bench bench) => (500_000 * 1.25 / bench.Settings.RatedFlowMillilitresPerSecond) + 10 + Known + Margin;

    /// <summary>The volume that is being compared and the next one, of 100 L, ten pulses and 20 s at the rated flow, a fifth more, and the raise time.</summary>
    private static double Bounces(Bench bench) =>
        Settle + (2 * 1.2 * Math.Max(20, Math.Max(100_000, 10.0 * bench.Settings.PulseMillilitres) / bench.Settings.RatedFlowMillilitresPerSecond)) + 5 + Known + Margin;

    /// <summary>A water table that falls so far that the running pump still has water, and little.</summary>
    private static double? LowWell(Bench bench, NoiseSource noise)
    {
        double pumping = bench.Parameters["wellIntakeDepthMetres"] - bench.Parameters["wellStaticDepthMetres"] - bench.Parameters["wellDrawdownMetres"];
        return pumping - 0.4 - noise.NextUnit();
    }

    private static double? Weak(Bench bench, NoiseSource noise) => bench.Parameters["radioSignalDecibelMilliwatts"] + 90 + (10 * noise.NextUnit());

    /// <summary>The air that brings the enclosure to a temperature while its fan turns and the sun is away.</summary>
    private static double? Heat(Bench bench, NoiseSource noise) => Math.Min(60, 74 + (11 * noise.NextUnit()) - bench.Parameters["ambientCelsius"]);

    private static double? AnotherTotal(Bench bench, NoiseSource noise) => Math.Floor(4_000_000_000 * noise.NextUnit());

    /// <summary>The travel time that was written down, its raise time and margin.</summary>
    private static double ValveTravel(Bench bench) => bench.Settings.ValveTravelSeconds + 2 + Margin;

    private static bool InDanger(Bench bench) => Kilopascal(bench) > bench.Settings.HighPressureKilopascal + 35;

    private static double Rated(Bench bench) => bench.Parameters["ratedFlowCubicMetresPerHour"];

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
