using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// A submersible centrifugal pump and its motor. Head = primed · s² · H0 − k · Q² with s the speed (0–1) and k from the
/// rated point; electrical power = s³ · no-load (less in air) + weight · Q · H / efficiency.
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
    private readonly Well _well;
    private readonly Contactor _contactor;
    private readonly Supply _supply;
    private readonly double _shutOffHead;
    private readonly double _slope;
    private readonly double _noLoad;
    private readonly double _efficiency;
    private readonly double _startRate;
    private readonly double _stopRate;

    /// <summary>A pump at standstill, in water.</summary>
    public Pump(ParameterSet site, Well well, Contactor contactor, Supply supply)
    {
        (_well, _contactor, _supply) = (well, contactor, supply);
        double flow = Units.CubicMetresPerSecond(site[RatedFlow]);
        _shutOffHead = site[ShutOffHead];
        _slope = (_shutOffHead - site[RatedHead]) / (flow * flow);
        if (_slope <= 0)
        {
            throw new ScenarioException($"{ShutOffHead.Name} must be larger than {RatedHead.Name}");
        }

        (_noLoad, _efficiency) = (site[NoLoad], site[Efficiency]);
        (_startRate, _stopRate) = (1 / site[StartTime], 1 / site[StopTime]);
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [RatedFlow, RatedHead, ShutOffHead, StartTime, StopTime, NoLoad, Efficiency];

    /// <summary>Speed over full speed.</summary>
    public double SpeedFraction { get; private set; }

    /// <summary>Water in the stages: 1 full, 0 air only.</summary>
    public double PrimedFraction { get; private set; } = 1;

    /// <summary>Whether the motor has voltage.</summary>
    public bool Powered => _contactor.MainsClosed && _supply.MainsPresent;

    /// <summary>Power taken from the mains.</summary>
    public double ElectricalWatts { get; private set; }

    /// <summary>Head at this flow (m³/s) and the present speed, metres; negative beyond the curve's end.</summary>
    public double HeadMetres(double flow) => (PrimedFraction * SpeedFraction * SpeedFraction * _shutOffHead) - (_slope * flow * flow);

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        SpeedFraction = Powered
            ? Units.Towards(SpeedFraction, 1, _startRate * seconds)
            : Units.Towards(SpeedFraction, 0, _stopRate * seconds);
        double submerged = Math.Clamp(_well.LevelAboveIntakeMetres / FullSubmergenceMetres, 0, 1);
        PrimedFraction += (submerged - PrimedFraction) * Math.Min(1, seconds / PrimeSeconds);
    }

    /// <summary>Settles the power once the flow (m³/s) of this step is known.</summary>
    internal void Load(double flow)
    {
        double turning = SpeedFraction * SpeedFraction * SpeedFraction * _noLoad * (PowerInAir + ((1 - PowerInAir) * PrimedFraction));
        double lifting = Units.WeightOfWater * flow * Math.Max(0, HeadMetres(flow)) / _efficiency;
        ElectricalWatts = Powered ? turning + lifting : 0;
    }
}
