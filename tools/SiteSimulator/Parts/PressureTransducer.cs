using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// A ratiometric transducer at the manifold, 0.5–4.5 V over its range, behind the board's divider and pull-down: a cut
/// wire gives 0 V, which no sound transducer does.
/// </summary>
public sealed class PressureTransducer : SitePart
{
    internal static readonly Parameter Range = new("pressureRangeBar", 10, 1, 100, "pressure at 4.5 V");
    internal static readonly Parameter Divider = new("pressureDividerFraction", 2.0 / 3, 0.1, 1, "voltage at the ADC pin over that of the transducer (10 kΩ over 20 kΩ)");
    internal static readonly Parameter Turbulence = new("pressureTurbulenceBar", 0.02, 0, 1, "flutter of the pressure while water flows, standard deviation");

    private const double ZeroVolts = 0.5;
    private const double SpanVolts = 4;
    private const double LowestVolts = 0.2;  // where a sound transducer saturates
    private const double HighestVolts = 4.8;
    private readonly Pipeline _pipeline;
    private readonly NoiseSource _noise;
    private readonly double _range;
    private readonly double _divider;
    private readonly double _turbulence;

    /// <summary>A transducer with sound wires.</summary>
    public PressureTransducer(ParameterSet site, Pipeline pipeline, NoiseSource noise)
    {
        (_pipeline, _noise) = (pipeline, noise);
        (_range, _divider, _turbulence) = (site[Range], site[Divider], site[Turbulence]);
        Terminals = [Signal];
        Step(0);
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Range, Divider, Turbulence];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("pressure-wire-cut", "the transducer's signal wire is cut", null, (site, _) => site.Pressure.WireCut = true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>The signal at the ADC pin.</summary>
    public VoltageTerminal Signal { get; } = new("pressure");

    private bool WireCut { get; set; }

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        double flutter = _pipeline.MeteredFlow > 0 ? _turbulence * _noise.NextNormal() : 0;
        double volts = ZeroVolts + (SpanVolts * (_pipeline.PressureBar + flutter) / _range);
        Signal.Volts = WireCut ? 0 : System.Math.Clamp(volts, LowestVolts, HighestVolts) * _divider;
    }

    /// <inheritdoc/>
    public override void Heal() => WireCut = false;
}
