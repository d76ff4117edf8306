using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>How strongly the unit receives its access point or mast; the unit asks its modem for it.</summary>
public sealed class Radio : SitePart
{
    internal static readonly Parameter Strength = new("radioSignalDecibelMilliwatts", -62, -100, -20, "signal at the unit");
    internal static readonly Parameter Fading = new("radioFadingDecibels", 1.5, 0, 10, "fading, standard deviation");

    private const double FadingSeconds = 5;

    private static readonly Parameter Loss = new("lossDecibels", 28, 3, 60, "what is lost on the way");

    private readonly NoiseSource _noise;
    private readonly double _strength;
    private readonly double _fading;
    private double _faded;
    private double _untilNext;

    /// <summary>A radio with its antenna on.</summary>
    public Radio(ParameterSet site, NoiseSource noise)
    {
        (_noise, _strength, _fading) = (noise, site[Strength], site[Fading]);
        Terminals = [Signal];
        Step(0);
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Strength, Fading];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("weak-signal", "the antenna's plug is loose or maize has grown before it", Loss, (site, decibels) => site.Radio.LossDecibels = decibels),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>What the modem measures.</summary>
    public ValueTerminal Signal { get; } = new("radio-signal", "dBm");

    private double LossDecibels { get; set; }

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        _untilNext -= seconds;
        if (_untilNext <= 0)
        {
            _untilNext = FadingSeconds;
            _faded = _fading * _noise.NextNormal();
        }

        Signal.Value = _strength - LossDecibels + _faded;
    }

    /// <inheritdoc/>
    public override void Heal() => LossDecibels = 0;
}
