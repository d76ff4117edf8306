using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// A motor valve between manifold and meters, where one is fitted: two drives, two end switches, a motor on the 12 V bus that
/// its end switches stop. Both drives at once stand still. Where none is fitted the pipe is open and both switches are open.
/// </summary>
public sealed class Valve : SitePart
{
    internal static readonly Parameter Fitted = new("valveFitted", 0, 0, 1, "1: a motor valve is fitted, shut at the beginning");
    internal static readonly Parameter Travel = new("valveTravelSeconds", 15, 1, 300, "from shut to open, at 12 V and more");
    internal static readonly Parameter MotorAmperes = new("valveMotorAmperes", 0.5, 0.05, 5, "what its motor draws from the bus while it turns");

    private const double StallVolts = 8;   // below this its motor does not turn
    private const double StalledShare = 3; // of the current, when the disc is jammed

    private static readonly Parameter JamPosition = new("positionFraction", 0.5, 0, 1, "where it sticks once it is there: 0 shut, 1 open");
    private static readonly Parameter LeakThrough = new("leakFraction", 0.05, 0.001, 0.5, "of the open valve's flow that passes the shut one");

    private readonly Supply _supply;
    private readonly bool _fitted;
    private readonly double _rate;
    private readonly double _amperes;

    /// <summary>A shut valve.</summary>
    public Valve(ParameterSet site, Supply supply)
    {
        _supply = supply;
        _fitted = site[Fitted] >= 0.5;
        (_rate, _amperes) = (1 / site[Travel], site[MotorAmperes]);
        PositionFraction = _fitted ? 0 : 1;
        Terminals = [OpenDrive, CloseDrive, IsOpen, IsClosed];
        Heal();
        Step(0);
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Fitted, Travel, MotorAmperes];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("valve-jammed", "a stone jams the motor valve: it sticks where it comes to a position", JamPosition, (site, position) => site.Valve.JamFraction = position),
        new("valve-leaks-through", "the motor valve's seat is worn, with the header tank's stop valve and the outlet open", LeakThrough, WearSeat),
        new("valve-motor-dead", "the motor valve's motor is burnt out: it stands where it is", null, (site, _) => site.Valve.MotorDead = true),
        new("valve-switches-cut", "the wires of the motor valve's end switches are cut: neither open nor closed", null, CutSwitches),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>Drives it open while high.</summary>
    public DriveTerminal OpenDrive { get; } = new("valve-open");

    /// <summary>Drives it shut while high.</summary>
    public DriveTerminal CloseDrive { get; } = new("valve-close");

    /// <summary>End switch; closed while the valve is fully open.</summary>
    public ContactTerminal IsOpen { get; } = new("valve-is-open");

    /// <summary>End switch; closed while the valve is fully shut.</summary>
    public ContactTerminal IsClosed { get; } = new("valve-is-closed");

    /// <summary>Where it stands: 0 shut, 1 open.</summary>
    public double PositionFraction { get; private set; }

    /// <summary>Share of the open valve's flow that passes.</summary>
    public double Passing => Math.Max(PositionFraction, SeatLeak);

    private double JamFraction { get; set; } // NaN while nothing jams

    private double SeatLeak { get; set; }

    private bool MotorDead { get; set; }

    /// <inheritdoc/>
    public override bool Quiet => Target() == PositionFraction;

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        double target = Target();
        bool turns = target != PositionFraction;
        double from = PositionFraction;
        PositionFraction = Stopped(from, Units.Towards(from, target, _rate * seconds));
        _supply.MotorAmperes = turns ? _amperes * (PositionFraction == from ? StalledShare : 1) : 0;
        IsOpen.Closed = _fitted && PositionFraction == 1;
        IsClosed.Closed = _fitted && PositionFraction == 0;
    }

    /// <inheritdoc/>
    public override void Heal() => (JamFraction, SeatLeak, MotorDead) = (double.NaN, 0, false);

    /// <summary>Where the drives send it; where it stands when they send it nowhere or it has no power.</summary>
    private double Target() => !_fitted || MotorDead || OpenDrive.High == CloseDrive.High || _supply.BusVolts < StallVolts
        ? PositionFraction
        : OpenDrive.High ? 1 : 0;

    /// <summary>The way from one position to the next, as far as the jam lets it.</summary>
    private double Stopped(double from, double to) => (from - JamFraction) * (to - JamFraction) <= 0 ? JamFraction : to;

    private static void WearSeat(Site site, double share)
    {
        site.Valve.SeatLeak = share;
        site.Pipeline.TankOpen = true;
        site.Pipeline.OutletLeftOpen = true;
    }

    private static void CutSwitches(Site site, double size)
    {
        site.Valve.IsOpen.Cut = true;
        site.Valve.IsClosed.Cut = true;
    }
}
