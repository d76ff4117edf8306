using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>A submersible transducer beside the pump's intake: how much water stands over it.</summary>
public sealed class LevelTransducer : SitePart
{
    internal static readonly Parameter Range = new("levelRangeMetres", 20, 1, 200, "water over the pump's intake at 4.5 V");

    private readonly Well _well;
    private readonly SignalWire _wire;
    private readonly double _range;

    /// <summary>A transducer with sound wires.</summary>
    public LevelTransducer(ParameterSet site, Well well)
    {
        (_well, _range) = (well, site[Range]);
        _wire = new SignalWire(site, "well-level");
        Terminals = [Signal];
        Step(0);
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Range];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("level-wire-cut", "the well transducer's signal wire is cut", null, (site, _) => site.Level._wire.Cut = true),
        new("level-wire-short", "the well transducer's signal wire touches its 5 V supply", null, (site, _) => site.Level._wire.Short = true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>The signal at the ADC pin.</summary>
    public VoltageTerminal Signal => _wire.Pin;

    /// <inheritdoc/>
    public override void Step(double seconds) => _wire.Show(System.Math.Max(0, _well.LevelAboveIntakeMetres) / _range);

    /// <inheritdoc/>
    public override void Heal() => _wire.Heal();
}
