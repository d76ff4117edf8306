using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// Riser with check valve → manifold (pressure transducer) → hand valve → strainer → motor valve → both meters → pipe → the
/// farmer's outlet.
/// The column's inertia moves the pump's flow, the manifold's give (air, pipe walls) its pressure:
/// I · dQ/dt = head − depth − p − r · Q²; C · dp/dt = Q + header tank − what leaves. Heads and p in metres over the manifold.
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

    private const double MostClogged = 0.95;

    private static readonly Parameter LeakAtRest = new("leakCubicMetresPerHour", 2, 0.05, 50, "leak at 1 bar");
    private static readonly Parameter ValveOpening = new("openingFraction", 0, 0, 0.9, "what is left open");
    private static readonly Parameter Burst = new("burstRatedFlows", 0.6, 0.1, 2, "flow of the break at 1 bar, over the rated flow");
    private static readonly Parameter Tap = new("tapRatedFlows", 0.15, 0.01, 1, "flow of the tap at 1 bar, over the rated flow");
    private static readonly Parameter Bypass = new("bypassFraction", 0.5, 0.05, 1, "of the flow that passes around the meters");
    private static readonly Parameter Throttle = new("openingFraction", 0.2, 0.02, 0.9, "of the outlet that is left open");
    private static readonly Parameter Clogged = new("lostFlowFraction", 0.35, 0.01, MostClogged, "flow lost at the same pressure");
    private static readonly Parameter CloggingRate = new("lostFlowFractionPerDay", 0.005, 0.0005, 20, "flow lost per day at the same pressure, to 0.95 in all");
    private static readonly Parameter CheckGap = new("gapFraction", 0.3, 0.005, 1, "of the bore that the flap leaves open backwards");

    private readonly Well _well;
    private readonly Pump _pump;
    private readonly Valve _valve;
    private readonly Drift _clogging = new();
    private readonly double _ratedFlow;
    private readonly double _back;
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
    public Pipeline(ParameterSet site, Well well, Pump pump, Valve valve)
    {
        (_well, _pump, _valve) = (well, pump, valve);
        double flow = Units.CubicMetresPerSecond(site[Pump.RatedFlow]);
        _ratedFlow = flow;
        double bore = site[PipeDiameter] / 1000;
        double friction = 8 * site[FrictionFactor] * site[PipeLength] / (Math.PI * Math.PI * Gravity * Math.Pow(bore, 5));
        _outletHeight = site[OutletHeight];
        _downstream = ((site[RatedPressure] * Units.MetresPerBar) - _outletHeight) / (flow * flow);
        if (_downstream <= friction)
        {
            throw new ScenarioException(
                $"{RatedPressure.Name} is too small for {PipeLength.Name}, {PipeDiameter.Name} and {OutletHeight.Name} at this flow",
                $"在此流量下，{RatedPressure.Name} 与 {PipeLength.Name}、{PipeDiameter.Name}、{OutletHeight.Name} 不符：压力太小");
        }

        _riser = site[RiserLoss] / (flow * flow);
        _back = (site[RiserLoss] + site[Pump.ShutOffHead] - site[Pump.RatedHead]) / (flow * flow);
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
        new("leak-at-rest", "the pipe breaks behind the meters and the header tank's stop valve is left open: water runs with the pump off", LeakAtRest, (site, leak) => site.Pipeline.Leak(leak)),
        new("pipe-burst", "the field's pipe bursts behind the meters: much flow, little pressure", Burst, (site, share) => site.Pipeline.BurstConductance = site.Pipeline.ConductanceOf(share)),
        new("tap-before-meters", "somebody taps the manifold before the meters", Tap, (site, share) => site.Pipeline.TapConductance = site.Pipeline.ConductanceOf(share)),
        new("bypass-open", "somebody opens a bypass around the meters", Bypass, (site, share) => site.Pipeline.BypassFraction = share),
        new("outlet-throttled", "the field's filter or hydrant is blocked: little flow, high pressure", Throttle, (site, open) => site.Pipeline.OutletLimit = open),
        new("strainer-clogged", "the strainer before the meters is clogged", Clogged, (site, share) => site.Pipeline.CloggedFraction = share),
        new("strainer-clogging", "the strainer before the meters clogs, day by day", CloggingRate, (site, rate) => site.Pipeline.CloggingPerDay = rate),
        new("check-valve-stuck", "the check valve sticks open: with the pump off the field main runs back through the meters into the well", CheckGap, (site, gap) => site.Pipeline.CheckGapFraction = gap),
    ];

    /// <summary>Flow through pump, riser and check valve, m³/s; negative only with a stuck check valve.</summary>
    public double PumpFlow { get; private set; }

    /// <summary>Flow through both meters, m³/s; negative while water runs back.</summary>
    public double MeteredFlow { get; private set; }

    /// <summary>Gauge pressure at the manifold.</summary>
    public double PressureBar => _pressure / Units.MetresPerBar;

    /// <summary>How far the hand valve is open.</summary>
    public double ValveOpeningFraction { get; private set; }

    /// <summary>What the pump delivered since the beginning, less what ran back.</summary>
    public double PumpedCubicMetres { get; private set; }

    /// <summary>What passed the meters since the beginning, less what ran back.</summary>
    public double MeteredCubicMetres { get; private set; }

    /// <summary>What left the manifold since the beginning without passing the meters.</summary>
    public double UnmeteredCubicMetres { get; private set; }

    /// <summary>What the header tank gave since the beginning.</summary>
    public double TankCubicMetres { get; private set; }

    /// <summary>What the line holds more than at no pressure.</summary>
    public double StoredCubicMetres => _pressure * _give;

    /// <summary>Whether the farmer has opened the outlet (it follows in 2 s).</summary>
    public bool OutletOpen { get; internal set; }

    /// <summary>Somebody else has opened the outlet.</summary>
    internal bool OutletLeftOpen { get; set; }

    /// <summary>Whether the header tank's stop valve is open.</summary>
    internal bool TankOpen { get; set; }

    private double OutletTarget => OutletOpen || OutletLeftOpen ? 1 : 0;

    private double ValveTarget { get; set; }

    private double LeakConductance { get; set; }

    private double BurstConductance { get; set; }

    private double TapConductance { get; set; }

    private double BypassFraction { get; set; }

    private double OutletLimit { get; set; }

    private double CloggedFraction { get; set; }

    private double CloggingPerDay { get; set; }

    private double CheckGapFraction { get; set; }

    /// <summary>Share of the open line's flow that hand valve, strainer and motor valve let through.</summary>
    private double Passing => ValveOpeningFraction * _valve.Passing * (1 - Math.Max(CloggedFraction, _clogging.Value));

    /// <inheritdoc/>
    public override bool Quiet => PumpFlow == 0 && MeteredFlow == 0 && !TankOpen && _outletOpening == OutletTarget && ValveOpeningFraction == ValveTarget;

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        _outletOpening = Units.Towards(_outletOpening, OutletTarget, seconds / OutletSeconds);
        ValveOpeningFraction = Units.Towards(ValveOpeningFraction, ValveTarget, seconds / ValveSeconds);
        _clogging.Step(seconds, CloggingPerDay, MostClogged);
        double tank = TankOpen ? Through(_tankHeight - _pressure, _tankPipe, seconds) : 0;
        double tapped = Opening(TapConductance, seconds);
        double line = Passing * (OutletFlow(seconds) + Opening(LeakConductance + BurstConductance, seconds) - BackFlow(seconds));
        double left = line + tapped - tank;
        MovePumpFlow(seconds, (_pressure * _give / seconds) - left);
        MeteredFlow = line * (1 - BypassFraction);
        _pressure = Math.Max(0, _pressure + ((PumpFlow - left) * seconds / _give));
        PumpedCubicMetres += PumpFlow * seconds;
        TankCubicMetres += tank * seconds;
        MeteredCubicMetres += MeteredFlow * seconds;
        UnmeteredCubicMetres += (tapped + (line * BypassFraction)) * seconds;
    }

    /// <inheritdoc/>
    public override void Heal()
    {
        (ValveTarget, OutletLimit) = (1, 1);
        (LeakConductance, BurstConductance, TapConductance, BypassFraction) = (0, 0, 0, 0);
        (CloggedFraction, CloggingPerDay, CheckGapFraction) = (0, 0, 0);
        (TankOpen, OutletLeftOpen) = (false, false);
    }

    private void Leak(double cubicMetresPerHour)
    {
        LeakConductance = Units.CubicMetresPerSecond(cubicMetresPerHour) / Math.Sqrt(Units.MetresPerBar);
        TankOpen = true;
    }

    /// <summary>Conductance of an opening that lets so many rated flows out at 1 bar.</summary>
    private double ConductanceOf(double ratedFlows) => ratedFlows * _ratedFlow / Math.Sqrt(Units.MetresPerBar);

    /// <summary>
    /// The column accelerates by what head is left. The check valve lets none back; a stuck one lets back what its gap
    /// passes, and no more than is there (m³/s).
    /// </summary>
    private void MovePumpFlow(double seconds, double there)
    {
        double head = _pump.HeadMetres(PumpFlow) - _well.DepthMetres - _pressure - (_riser * PumpFlow * PumpFlow);
        double back = Math.Min(CheckGapFraction * Falling(), Math.Max(0, there));
        PumpFlow = Math.Max(-back, PumpFlow + (head * seconds / _inertia));
        _well.DrawCubicMetresPerSecond = PumpFlow;
        _pump.Load(PumpFlow);
    }

    /// <summary>What would run back through riser and pump if nothing held it, m³/s.</summary>
    private double Falling() => Math.Sqrt(Math.Max(0, _well.DepthMetres + _pressure - _pump.HeadMetres(0)) / _back);

    /// <summary>The field main stands at the holding pressure while water can run back.</summary>
    private double BackFlow(double seconds) => CheckGapFraction > 0 ? Through(_holding - _pressure, _downstream, seconds) : 0;

    private double OutletFlow(double seconds)
    {
        double open = _outletOpening * OutletLimit * Through(_pressure - _outletHeight, _downstream, seconds);
        double relief = ReliefFraction * Through(_pressure - Math.Max(_holding, _outletHeight), _downstream, seconds);
        return Math.Max(open, relief);
    }

    private double Opening(double conductance, double seconds) =>
        conductance > 0 ? Through(_pressure, 1 / (conductance * conductance), seconds) : 0;

    /// <summary>Turbulent flow over a head, no more than a quarter of what would even the head out within the step.</summary>
    private double Through(double head, double resistance, double seconds) =>
        head <= LeastHead ? 0 : Math.Min(Math.Sqrt(head / resistance), head * _give / (4 * seconds));
}
