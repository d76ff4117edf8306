using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// The pump's panel: on auto the unit's output feeds the contactor's coil from the 12 V bus; on hand the panel's own
/// button does, from the mains, and the unit has no say. A wire bridge in the panel feeds it from the mains in both positions.
/// </summary>
public sealed class PumpPanel : SitePart
{
    private readonly Supply _supply;

    /// <summary>A panel on auto.</summary>
    public PumpPanel(Supply supply)
    {
        _supply = supply;
        Terminals = [CoilDrive, SelectorHand];
    }

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("panel-bridged", "somebody bridges the contactor's terminals in the panel, selector on auto, and opens the outlet", null, Bridge),
        new("coil-wire-cut", "the wire between the unit's output and the contactor's coil is cut", null, (site, _) => site.Panel.CoilCut = true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>The unit's pump output; high feeds the coil.</summary>
    public DriveTerminal CoilDrive { get; } = new("contactor-coil");

    /// <summary>Spare contact of the selector; closed on hand.</summary>
    public ContactTerminal SelectorHand { get; } = new("selector-hand");

    /// <summary>The selector: hand, else auto.</summary>
    public bool Hand { get; internal set; }

    /// <summary>The panel's maintained start button; it acts on hand only.</summary>
    public bool ManualStart { get; internal set; }

    /// <summary>Whether the coil hangs on the 12 V bus.</summary>
    internal bool CoilOnBus => !Hand && !CoilCut && !Bridged && CoilDrive.High;

    /// <summary>Voltage at the coil, 12 V nominal in both positions.</summary>
    internal double CoilVolts => CoilOnBus ? _supply.BusVolts : CoilOnMains ? Contactor.CoilRatedVolts : 0;

    private bool CoilOnMains => (Bridged || (Hand && ManualStart)) && _supply.MainsPresent;

    private bool Bridged { get; set; }

    private bool CoilCut { get; set; }

    /// <inheritdoc/>
    public override void Step(double seconds) => SelectorHand.Closed = Hand;

    /// <inheritdoc/>
    public override void Heal() => (Bridged, CoilCut) = (false, false);

    private static void Bridge(Site site, double size)
    {
        site.Panel.Bridged = true;
        site.Pipeline.OutletLeftOpen = true;
    }
}
