using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// Riser with check valve → manifold (pressure transducer) → hand valve → both meters → pipe → the farmer's outlet.
/// The column's inertia moves the pump's flow, the manifold's give (air, pipe walls) its pressure:
/// I · dQ/dt = head − depth − p − r · Q²; C · dp/dt = Q + header tank − metered. Heads and p in metres over the manifold.
/// A shut outlet lets go down to its holding pressure and then keeps it, with the check valve.
/// </summary>
public sealed class Pipeline : SitePart
{
    internal static readonly Parameter RatedPressure = new("ratedPressureBar", 3, 0.5, 20, "manifold pressure at the rated flow, outlet open");
    internal static readonly Parameter RiserLoss = new("riserLossMetres", 2, 0, 50, "friction loss of the riser at the rated flow");
    internal static readonly Parameter PipeLength = new("pipeLengthMetres", 200, 1, 5000, "pipe from manifold to outlet");
    internal static readonly Parameter PipeDiameter = new("pipeDiameterMillimetres", 100, 20, 600, "bore of the pipe");
    internal static readonly Parameter FrictionFactor = new("pipeFrictionFactor", 0.02, 0.005, 0.1, "Darcy friction factor of the pipe");
    internal static readonly Parameter OutletHeight = new("outletHeightMetres", 3, 0, 100, "outlet over the manifold");
    internal static readonly Parameter HoldingPressure = new("outletHoldingBar", 1, 0, 10, "pressure that the shut outlet keeps in the line");
    internal static readonly Parameter Give = new("lineGiveLitresPerBar", 2, 0.5, 500, "water the line takes in per bar");
    internal static readonly Parameter TankHeight = new("headerTankMetres", 10, 1, 50, "header tank over the manifold; its stop valve is shut at a sound site");

    private const double Gravity = 9.80665;
    private const double OutletSeconds = 2;      // a person's time to open or shut the outlet
    private const double ValveSeconds = 2;       // and the hand valve
    private const double ReliefFraction = 0.05;  // of the open outlet, above the holding pressure
    private const double LeastHead = 0.0001;     // a tenth of a millimetre of water moves nothing
    private const double TankLossMetres = 1;     // lost in the tank's pipe at a tenth of the rated flow

    private static readonly Parameter LeakAtRest = new("leakCubicMetresPerHour", 2, 0.05, 50, "leak at 1 bar");
    private static readonly Parameter ValveOpening = new("openingFraction", 0, 0, 0.9, "what is left open");

    private readonly Well _well;
    private readonly Pump _pump;
    private readonly double _riser;
    private readonly double _downstream;
    private readonly double _inertia;
    private readonly double _give;
    private readonly double _outletHeight;
    private readonly double _holding;
    private readonly double _tankHeight;
    private readonly double _tankPipe;
    private double _outletOpening;
    private double _pressure;

    /// <summary>A full line at its holding pressure, outlet shut, hand valve open.</summary>
    public Pipeline(ParameterSet site, Well well, Pump pump)
    {
        (_well, _pump) = (well, pump);
        double flow = Units.CubicMetresPerSecond(site[Pump.RatedFlow]);
        double bore = site[PipeDiameter] / 1000;
        double friction = 8 * site[FrictionFactor] * site[PipeLength] / (Math.PI * Math.PI * Gravity * Math.Pow(bore, 5));
        _outletHeight = site[OutletHeight];
        _downstream = ((site[RatedPressure] * Units.MetresPerBar) - _outletHeight) / (flow * flow);
        if (_downstream <= friction)
        {
            throw new ScenarioException($"{RatedPressure.Name} is too small for {PipeLength.Name}, {PipeDiameter.Name} and {OutletHeight.Name} at this flow");
        }

        _riser = site[RiserLoss] / (flow * flow);
        _inertia = (site[PipeLength] + site[Well.IntakeDepth]) / (Gravity * Math.PI / 4 * bore * bore);
        _give = site[Give] / 1000 / Units.MetresPerBar;
        _holding = site[HoldingPressure] * Units.MetresPerBar;
        _tankHeight = site[TankHeight];
        _tankPipe = TankLossMetres / (flow * flow / 100);
        _pressure = _holding;
        ValveOpeningFraction = 1;
        Heal();
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
        [RatedPressure, RiserLoss, PipeLength, PipeDiameter, FrictionFactor, OutletHeight, HoldingPressure, Give, TankHeight];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("closed-valve", "somebody shuts the hand valve behind the manifold", ValveOpening, (site, open) => site.Pipeline.ValveTarget = open),
        new("leak-at-rest", "the pipe breaks behind the meters and the header tank's stop valve is left open: water runs with the pump off", LeakAtRest, (site, leak) => site.Pipeline.Break(leak)),
    ];

    /// <summary>Flow through pump, riser and check valve, m³/s; never negative.</summary>
    public double PumpFlow { get; private set; }

    /// <summary>Flow through both meters, m³/s.</summary>
    public double MeteredFlow { get; private set; }

    /// <summary>Gauge pressure at the manifold.</summary>
    public double PressureBar => _pressure / Units.MetresPerBar;

    /// <summary>How far the hand valve is open.</summary>
    public double ValveOpeningFraction { get; private set; }

    /// <summary>What the pump delivered since the beginning.</summary>
    public double PumpedCubicMetres { get; private set; }

    /// <summary>What passed the meters since the beginning.</summary>
    public double MeteredCubicMetres { get; private set; }

    /// <summary>What the header tank gave since the beginning.</summary>
    public double TankCubicMetres { get; private set; }

    /// <summary>What the line holds more than at no pressure.</summary>
    public double StoredCubicMetres => _pressure * _give;

    /// <summary>Whether the farmer has opened the outlet (it follows in 2 s).</summary>
    public bool OutletOpen { get; internal set; }

    private double ValveTarget { get; set; }

    private double LeakConductance { get; set; }

    private bool TankOpen { get; set; }

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        _outletOpening = Units.Towards(_outletOpening, OutletOpen ? 1 : 0, seconds / OutletSeconds);
        ValveOpeningFraction = Units.Towards(ValveOpeningFraction, ValveTarget, seconds / ValveSeconds);
        MovePumpFlow(seconds);
        double tank = TankOpen ? Through(_tankHeight - _pressure, _tankPipe, seconds) : 0;
        MeteredFlow = ValveOpeningFraction * (OutletFlow(seconds) + LeakFlow(seconds));
        _pressure = Math.Max(0, _pressure + ((PumpFlow + tank - MeteredFlow) * seconds / _give));
        PumpedCubicMetres += PumpFlow * seconds;
        TankCubicMetres += tank * seconds;
        MeteredCubicMetres += MeteredFlow * seconds;
    }

    /// <inheritdoc/>
    public override void Heal()
    {
        ValveTarget = 1;
        LeakConductance = 0;
        TankOpen = false;
    }

    private void Break(double leakCubicMetresPerHour)
    {
        LeakConductance = Units.CubicMetresPerSecond(leakCubicMetresPerHour) / Math.Sqrt(Units.MetresPerBar);
        TankOpen = true;
    }

    /// <summary>The column accelerates by what head is left; the check valve lets none back.</summary>
    private void MovePumpFlow(double seconds)
    {
        double head = _pump.HeadMetres(PumpFlow) - _well.DepthMetres - _pressure - (_riser * PumpFlow * PumpFlow);
        PumpFlow = Math.Max(0, PumpFlow + (head * seconds / _inertia));
        _well.DrawCubicMetresPerSecond = PumpFlow;
        _pump.Load(PumpFlow);
    }

    private double OutletFlow(double seconds)
    {
        double open = _outletOpening * Through(_pressure - _outletHeight, _downstream, seconds);
        double relief = ReliefFraction * Through(_pressure - Math.Max(_holding, _outletHeight), _downstream, seconds);
        return Math.Max(open, relief);
    }

    private double LeakFlow(double seconds) =>
        LeakConductance > 0 ? Through(_pressure, 1 / (LeakConductance * LeakConductance), seconds) : 0;

    /// <summary>Turbulent flow over a head, no more than half of what would even the head out within the step.</summary>
    private double Through(double head, double resistance, double seconds) =>
        head <= LeastHead ? 0 : Math.Min(Math.Sqrt(head / resistance), head * _give / (2 * seconds));
}
