using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>The meter chamber with its float: the float's contact is closed while the chamber is dry, so a cut wire looks flooded.</summary>
public sealed class Chamber : SitePart
{
    internal static readonly Parameter FloatHeight = new("chamberFloatMetres", 0.15, 0.02, 2, "water in the chamber that lifts the float");

    private const double MetresPerSecond = 0.01; // the water rises and drains off

    private static readonly Parameter Water = new("waterMetres", 0.5, 0.01, 3, "water in the chamber; above the float's height it shows");

    private readonly double _floatHeight;

    /// <summary>A dry chamber.</summary>
    public Chamber(ParameterSet site)
    {
        _floatHeight = site[FloatHeight];
        Terminals = [Float];
        Step(0);
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [FloatHeight];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("chamber-flooded", "rain or a leak fills the meter chamber, 1 cm/s", Water, (site, metres) => site.Chamber.TargetMetres = metres),
        new("chamber-float-cut", "the float's wire is cut", null, (site, _) => site.Chamber.Float.Cut = true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>The float's contact; closed while the chamber is dry.</summary>
    public ContactTerminal Float { get; } = new("chamber-float");

    /// <summary>Water in the chamber.</summary>
    public double WaterMetres { get; private set; }

    private double TargetMetres { get; set; }

    /// <inheritdoc/>
    public override bool Quiet => WaterMetres == TargetMetres;

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        WaterMetres = Units.Towards(WaterMetres, TargetMetres, MetresPerSecond * seconds);
        Float.Closed = WaterMetres < _floatHeight;
    }

    /// <inheritdoc/>
    public override void Heal() => TargetMetres = 0;
}
