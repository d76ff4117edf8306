using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// The pump's panel: on auto the unit's output feeds the contactor's coil from the 12 V bus; on hand the panel's own
/// button does, from the mains, and the unit has no say.
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
    internal bool CoilOnBus => !Hand && CoilDrive.High;

    /// <summary>Voltage at the coil, 12 V nominal in both positions.</summary>
    internal double CoilVolts => CoilOnBus ? _supply.BusVolts : Hand && ManualStart && _supply.MainsPresent ? Contactor.CoilRatedVolts : 0;

    /// <inheritdoc/>
    public override void Step(double seconds) => SelectorHand.Closed = Hand;
}
