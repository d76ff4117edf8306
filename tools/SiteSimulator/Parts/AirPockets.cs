using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>Air that the pump draws in and that passes meters and transducer in pockets while water flows.</summary>
public sealed class AirPockets : SitePart
{
    private const double PocketSeconds = 1;

    private static readonly Parameter Between = new("secondsBetween", 10, 1, 3600, "mean time between two pockets of 1 s");

    private readonly Pipeline _pipeline;
    private readonly Episodes _pockets;

    /// <summary>Water without air.</summary>
    public AirPockets(Pipeline pipeline, NoiseSource noise) =>
        (_pipeline, _pockets) = (pipeline, new Episodes(noise, PocketSeconds));

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("air-in-pipe", "the pump draws air: pockets pass the meters and the transducer", Between, (site, between) => site.Air.BetweenSeconds = between),
    ];

    /// <summary>Whether a pocket is passing.</summary>
    public bool Passing => _pockets.On && _pipeline.MeteredFlow > 0;

    private double BetweenSeconds { get; set; }

    /// <inheritdoc/>
    public override void Step(double seconds) => _pockets.Step(seconds, BetweenSeconds);

    /// <inheritdoc/>
    public override void Heal() => BetweenSeconds = 0;
}
