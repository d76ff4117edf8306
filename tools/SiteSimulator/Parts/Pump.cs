using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// A submersible centrifugal pump and its motor. Head = primed · s² · H0 − k · Q² with s the speed (0–1) and k from the
/// rated point; electrical power = s³ · no-load (less in air) + weight · Q · H / efficiency + what rubs. A slipping motor
/// turns a little slower: at less voltage, under more load, on two phases.
/// </summary>
public sealed class Pump : SitePart
{
    internal static readonly Parameter RatedFlow = new("ratedFlowCubicMetresPerHour", 40, 1, 500, "flow at the rated head");
    internal static readonly Parameter RatedHead = new("pumpRatedHeadMetres", 48, 2, 400, "head at the rated flow");
    internal static readonly Parameter ShutOffHead = new("pumpShutOffHeadMetres", 70, 3, 600, "head without flow");
    internal static readonly Parameter StartTime = new("pumpStartSeconds", 2, 0.1, 60, "from standstill to full speed");
    internal static readonly Parameter StopTime = new("pumpStopSeconds", 1.5, 0.1, 60, "from full speed to standstill");
    internal static readonly Parameter NoLoad = new("pumpNoLoadWatts", 4000, 10, 200_000, "electrical power without flow, in water");
    internal static readonly Parameter Efficiency = new("pumpEfficiencyFraction", 0.75, 0.2, 0.95, "hydraulic over electrical power, no-load apart");

    private const double FullSubmergenceMetres = 0.2; // less water over the intake draws air in
    private const double PrimeSeconds = 0.5;          // time in which the stages fill with air or water
    private const double PowerInAir = 0.35;           // no-load power in air over that in water
    private const double RatedSlip = 0.02;            // of the speed, at rated load and voltage
    private const double SpeedOnTwoPhases = 0.9;
    private const double LockedWatts = 2.1;           // of the rated power: 6 × the current at a power factor of 0.3
    private const double MostWear = 0.6;

    private static readonly Parameter Rubbing = new("extraLoadFraction", 0.5, 0.02, 2, "of the rated power, taken by what rubs");
    private static readonly Parameter LostHead = new("wornFraction", 0.15, 0.01, MostWear, "of head and efficiency that is lost");
    private static readonly Parameter Ratio = new("flowRatio", 2, 0.3, 5, "flow at the same head, new over old");
    private static readonly Parameter WearRate = new("wornFractionPerDay", 0.002, 0.0001, 20, "of head and efficiency, lost per day, to 0.6 in all");

    private readonly Well _well;
    private readonly MotorFeed _feed;
    private readonly Drift _wearing = new();
    private readonly double _shutOffHead;
    private readonly double _slope;
    private readonly double _noLoad;
    private readonly double _efficiency;
    private readonly double _startRate;
    private readonly double _stopRate;
    private readonly double _ratedWatts;

    /// <summary>A pump at standstill, in water.</summary>
    public Pump(ParameterSet site, Well well, MotorFeed feed)
    {
        (_well, _feed) = (well, feed);
        double flow = Units.CubicMetresPerSecond(site[RatedFlow]);
        _shutOffHead = site[ShutOffHead];
        _slope = (_shutOffHead - site[RatedHead]) / (flow * flow);
        if (_slope <= 0)
        {
            throw new ScenarioException($"{ShutOffHead.Name} must be larger than {RatedHead.Name}", $"{ShutOffHead.Name} 必须大于 {RatedHead.Name}");
        }

        (_noLoad, _efficiency) = (site[NoLoad], site[Efficiency]);
        (_startRate, _stopRate) = (1 / site[StartTime], 1 / site[StopTime]);
        Heal();
        _ratedWatts = _noLoad + (Units.WeightOfWater * flow * site[RatedHead] / _efficiency);
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [RatedFlow, RatedHead, ShutOffHead, StartTime, StopTime, NoLoad, Efficiency];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("impeller-rubbing", "sand jams between impeller and casing: current and power above rated", Rubbing, (site, load) => site.Pump.ExtraLoad = load),
        new("rotor-locked", "the rotor is locked: six times the current, no turning", null, (site, _) => site.Pump.RotorLocked = true),
        new("pump-worn", "impeller and wear rings are worn: less water, more energy per cubic metre", LostHead, (site, share) => site.Pump.Worn = share),
        new("pump-exchanged", "somebody fits a pump of another size", Ratio, (site, ratio) => site.Pump.FlowRatio = ratio),
        new("pump-wearing", "sand in the water wears the pump, day by day", WearRate, (site, rate) => site.Pump.WearPerDay = rate),
    ];

    /// <summary>Speed over full speed.</summary>
    public double SpeedFraction { get; private set; }

    /// <summary>Water in the stages: 1 full, 0 air only.</summary>
    public double PrimedFraction { get; private set; } = 1;

    /// <summary>Whether the motor has voltage.</summary>
    public bool Powered => _feed.Powered;

    /// <summary>Power taken from the mains at the rated point.</summary>
    public double RatedWatts => _ratedWatts;

    /// <summary>Power taken from the mains.</summary>
    public double ElectricalWatts { get; private set; }

    private double ExtraLoad { get; set; }

    private bool RotorLocked { get; set; }

    private double Worn { get; set; }

    private double FlowRatio { get; set; }

    private double WearPerDay { get; set; }

    /// <summary>What wear has left of head and efficiency.</summary>
    private double Sound => 1 - Math.Max(Worn, _wearing.Value);

    private bool Turns => !RotorLocked && _feed.CanTurn(SpeedFraction);

    /// <summary>Head at this flow (m³/s, not negative) and the present speed, metres; negative beyond the curve's end.</summary>
    public double HeadMetres(double flow) => (PrimedFraction * SpeedFraction * SpeedFraction * _shutOffHead * Sound) - (_slope * flow * flow / (FlowRatio * FlowRatio));

    /// <inheritdoc/>
    public override bool Quiet => SpeedFraction == 0 && !Powered;

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        _wearing.Step(seconds, WearPerDay, MostWear);
        double target = Turns ? FullSpeed() : 0;
        SpeedFraction = Units.Towards(SpeedFraction, target, (target > SpeedFraction ? _startRate : _stopRate) * seconds);
        double submerged = Math.Clamp(_well.LevelAboveIntakeMetres / FullSubmergenceMetres, 0, 1);
        PrimedFraction += (submerged - PrimedFraction) * Math.Min(1, seconds / PrimeSeconds);
    }

    /// <inheritdoc/>
    public override void Heal() => (ExtraLoad, RotorLocked, Worn, WearPerDay, FlowRatio) = (0, false, 0, 0, 1);

    /// <summary>Settles the power once the flow (m³/s) of this step is known.</summary>
    internal void Load(double flow)
    {
        double turning = SpeedFraction * SpeedFraction * SpeedFraction * _noLoad * FlowRatio * (PowerInAir + ((1 - PowerInAir) * PrimedFraction));
        double lifted = Math.Max(0, flow);
        double lifting = Units.WeightOfWater * lifted * Math.Max(0, HeadMetres(lifted)) / (_efficiency * Sound);
        double rubbing = SpeedFraction * ExtraLoad * _ratedWatts;
        ElectricalWatts = Powered ? turning + lifting + rubbing + HumWatts() : 0;
        _feed.Draw(ElectricalWatts, SpeedFraction, _ratedWatts);
    }

    /// <summary>Speed that the motor comes to at its voltage and load.</summary>
    private double FullSpeed()
    {
        double volts = Math.Max(0.5, _feed.VoltageFraction);
        double slip = RatedSlip * (((1 + ExtraLoad) / (volts * volts)) - 1);
        return Math.Clamp(1 - slip, 0, 1) * (_feed.LivePhases == MotorFeed.Phases ? 1 : SpeedOnTwoPhases);
    }

    /// <summary>What a motor with voltage that does not turn makes into heat.</summary>
    private double HumWatts() => Turns ? 0 : LockedWatts * _ratedWatts * (1 - SpeedFraction) * _feed.LivePhases / MotorFeed.Phases;
}
