using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// The pump's contactor, with a make (NO) contact and a mirror (NC) contact forced by the main contacts. Pulls in at 75 %
/// and holds down to 50 % of the coil's rated voltage.
/// </summary>
public sealed class Contactor : SitePart
{
    /// <summary>Rated voltage of the coil.</summary>
    public const double CoilRatedVolts = 12;

    internal static readonly Parameter PullInTime = new("contactorPullInMilliseconds", 40, 10, 1000, "from voltage at the coil to closed contacts");
    internal static readonly Parameter DropOutTime = new("contactorDropOutMilliseconds", 20, 10, 1000, "from no voltage to open contacts");
    internal static readonly Parameter CoilResistance = new("contactorCoilOhms", 20, 4, 1000, "resistance of the coil");

    private const double PullInVolts = 0.75 * CoilRatedVolts;
    private const double HoldVolts = 0.5 * CoilRatedVolts;
    private readonly PumpPanel _panel;
    private readonly Supply _supply;
    private readonly double _pullInSeconds;
    private readonly double _dropOutSeconds;
    private readonly double _coilSiemens;
    private double _travelled;
    private bool _fused;

    /// <summary>An open contactor.</summary>
    public Contactor(ParameterSet site, PumpPanel panel, Supply supply)
    {
        (_panel, _supply) = (panel, supply);
        (_pullInSeconds, _dropOutSeconds) = (site[PullInTime] / 1000, site[DropOutTime] / 1000);
        _coilSiemens = 1 / site[CoilResistance];
        Terminals = [Make, Mirror];
        Mirror.Closed = true;
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [PullInTime, DropOutTime, CoilResistance];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("welded-contactor", "the main contacts weld as soon as they are closed, and stay closed", null, (site, _) => site.Contactor.Welding = true),
        new("aux-contact-cut", "the make contact's wire is cut: the contactor looks open", null, (site, _) => site.Contactor.Make.Cut = true),
        new("mirror-contact-cut", "the mirror contact's wire is cut: the contactor looks closed", null, (site, _) => site.Contactor.Mirror.Cut = true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>Auxiliary make contact; closed while the main contacts are.</summary>
    public ContactTerminal Make { get; } = new("aux-contact");

    /// <summary>Mirror contact; closed only while all main contacts are open.</summary>
    public ContactTerminal Mirror { get; } = new("aux-contact-nc");

    /// <summary>Whether the main contacts are closed.</summary>
    public bool MainsClosed { get; private set; }

    /// <summary>The contacts are worn so that they weld when they close.</summary>
    internal bool Welding { get; set; }

    /// <inheritdoc/>
    public override bool Quiet => !MainsClosed && _travelled == 0 && _panel.CoilVolts < PullInVolts;

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        _supply.CoilSiemens = _panel.CoilOnBus ? _coilSiemens : 0;
        bool pulled = _panel.CoilVolts >= (MainsClosed ? HoldVolts : PullInVolts);
        Move(pulled || _fused, seconds);
        _fused = Welding && MainsClosed;
        Make.Closed = MainsClosed;
        Mirror.Closed = !MainsClosed;
    }

    /// <inheritdoc/>
    public override void Heal() => Welding = false;

    private void Move(bool target, double seconds)
    {
        _travelled = target == MainsClosed ? 0 : _travelled + seconds;
        if (_travelled >= (target ? _pullInSeconds : _dropOutSeconds))
        {
            MainsClosed = target;
            _travelled = 0;
        }
    }
}
