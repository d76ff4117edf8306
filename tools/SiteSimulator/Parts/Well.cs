using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// A bored well: a column of water over the pump's intake, fed by the aquifer in proportion to the drawdown.
/// A · dh/dt = K · (table − h) − draw, with K from the drawdown at the rated flow.
/// </summary>
public sealed class Well : SitePart
{
    internal static readonly Parameter StaticDepth = new("wellStaticDepthMetres", 12, 0, 300, "water table at rest, below the pressure transducer");
    internal static readonly Parameter IntakeDepth = new("wellIntakeDepthMetres", 18, 1, 400, "pump intake, below the pressure transducer");
    internal static readonly Parameter Drawdown = new("wellDrawdownMetres", 3, 0.1, 100, "fall of the water level at the rated flow");
    internal static readonly Parameter Diameter = new("wellDiameterMetres", 0.3, 0.1, 5, "bore of the well");
    internal static readonly Parameter Sump = new("wellSumpMetres", 2, 0.5, 50, "bottom of the well, below the intake");

    private static readonly Parameter TableDrop = new("waterTableDropMetres", 25, 1, 200, "fall of the water table");
    private static readonly Parameter SinkRate = new("metresPerDay", 0.05, 0.001, 100, "fall of the water table per day, to 20 m in all");

    private const double MostSunk = 20;
    private readonly Drift _sinking = new();
    private readonly double _area;
    private readonly double _conductance;
    private readonly double _restLevel;
    private readonly double _bottom;
    private readonly double _intakeDepth;

    /// <summary>A well at rest.</summary>
    public Well(ParameterSet site)
    {
        _intakeDepth = site[IntakeDepth];
        _restLevel = _intakeDepth - site[StaticDepth];
        if (_restLevel <= 0)
        {
            throw new ScenarioException($"{IntakeDepth.Name} must be larger than {StaticDepth.Name}", $"{IntakeDepth.Name} 必须大于 {StaticDepth.Name}");
        }

        _area = Math.PI / 4 * site[Diameter] * site[Diameter];
        _conductance = Units.CubicMetresPerSecond(site[Pump.RatedFlow]) / site[Drawdown];
        _bottom = -site[Sump];
        LevelAboveIntakeMetres = _restLevel;
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [StaticDepth, IntakeDepth, Drawdown, Diameter, Sump];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("dry-well", "the water table falls, by default below the pump's intake", TableDrop, (site, metres) => site.Well.TableDropMetres = metres),
        new("water-table-falls", "a dry season: the water table falls slowly", SinkRate, (site, rate) => site.Well.SinkMetresPerDay = rate),
    ];

    /// <summary>Water over the intake; negative when the intake hangs in air.</summary>
    public double LevelAboveIntakeMetres { get; private set; }

    /// <summary>Depth of the water below the transducer: what the pump must lift.</summary>
    public double DepthMetres => _intakeDepth - LevelAboveIntakeMetres;

    /// <summary>Water in the well above its bottom.</summary>
    public double StoredCubicMetres => (LevelAboveIntakeMetres - _bottom) * _area;

    /// <summary>Water that came from the aquifer since the beginning; falls while the well drains into it.</summary>
    public double InflowCubicMetres { get; private set; }

    /// <summary>Water that the pump took since the beginning.</summary>
    public double DrawnCubicMetres { get; private set; }

    /// <summary>What the pump draws now, negative while water runs back; set by the pipeline.</summary>
    internal double DrawCubicMetresPerSecond { get; set; }

    /// <summary>How far the aquifer has fallen.</summary>
    internal double TableDropMetres { get; set; }

    private double SinkMetresPerDay { get; set; }

    /// <summary>Where the level comes to rest over the intake.</summary>
    private double AquiferLevel => _restLevel - TableDropMetres - _sinking.Value;

    /// <inheritdoc/>
    public override bool Quiet => _conductance < 0.5 * _area || Math.Abs(AquiferLevel - LevelAboveIntakeMetres) < 0.001;

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        _sinking.Step(seconds, SinkMetresPerDay, MostSunk);
        double inflow = _conductance * (AquiferLevel - LevelAboveIntakeMetres) * seconds;
        double drawn = DrawCubicMetresPerSecond * seconds;
        inflow = Math.Max(inflow, drawn - StoredCubicMetres); // a well cannot hold less than nothing
        LevelAboveIntakeMetres += (inflow - drawn) / _area;
        InflowCubicMetres += inflow;
        DrawnCubicMetres += drawn;
    }

    /// <inheritdoc/>
    public override void Heal() => (TableDropMetres, SinkMetresPerDay) = (0, 0);
}
