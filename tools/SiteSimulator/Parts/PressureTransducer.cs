using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>A transducer at the manifold, behind a snubber that may clog.</summary>
public sealed class PressureTransducer : SitePart
{
    internal static readonly Parameter Range = new("pressureRangeBar", 10, 1, 100, "pressure at 4.5 V");
    internal static readonly Parameter Turbulence = new("pressureTurbulenceBar", 0.02, 0, 1, "flutter of the pressure while water flows, standard deviation");

    private const double AirFlutter = 10; // air in the pipe makes it flutter so many times as much

    private readonly Pipeline _pipeline;
    private readonly AirPockets _air;
    private readonly NoiseSource _noise;
    private readonly SignalWire _wire;
    private readonly double _range;
    private readonly double _turbulence;
    private double _shown;

    /// <summary>A transducer with sound wires.</summary>
    public PressureTransducer(ParameterSet site, Pipeline pipeline, AirPockets air, NoiseSource noise)
    {
        (_pipeline, _air, _noise) = (pipeline, air, noise);
        (_range, _turbulence) = (site[Range], site[Turbulence]);
        _wire = new SignalWire(site, "pressure");
        Terminals = [Signal];
        Step(0);
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Range, Turbulence];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("pressure-wire-cut", "the transducer's signal wire is cut", null, (site, _) => site.Pressure._wire.Cut = true),
        new("pressure-wire-short", "the transducer's signal wire touches its 5 V supply", null, (site, _) => site.Pressure._wire.Short = true),
        new("pressure-snubber-clogged", "the transducer's snubber is clogged: it goes on showing the pressure of that moment", null, (site, _) => site.Pressure.Clogged = true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>The signal at the ADC pin.</summary>
    public VoltageTerminal Signal => _wire.Pin;

    private bool Clogged { get; set; }

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        double turbulence = _turbulence * (_air.Passing ? AirFlutter : 1);
        double flutter = _pipeline.MeteredFlow != 0 ? turbulence * _noise.NextNormal() : 0;
        _shown = Clogged ? _shown : (_pipeline.PressureBar + flutter) / _range;
        _wire.Show(_shown);
    }

    /// <inheritdoc/>
    public override void Heal()
    {
        Clogged = false;
        _wire.Heal();
    }
}
