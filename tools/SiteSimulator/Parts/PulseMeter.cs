using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// A turbine meter with a reed contact: a magnet on the dial closes it once per pulse volume, for the last 30 % of it.
/// The wire to the unit may be cut or pick up spikes, the reed may stick or bounce, the turbine may turn too slowly.
/// </summary>
public sealed class PulseMeter : SitePart
{
    internal static readonly Parameter Volume = new("pulseLitres", 10, 0.1, 10_000, "volume of one pulse");

    private const double ClosedShare = 0.3;

    private static readonly Parameter StuckClosed = new("stuckClosed", 0, 0, 1, "0: wire cut (open); 1: reed stuck closed");
    private static readonly Parameter Spikes = new("spikesPerSecond", 30, 0.01, 90, "induced spikes, on average");

    private static readonly Parameter Extra = new("extraClosings", 1, 1, 9, "closings more, for each pulse; rounded");
    private static readonly Parameter Counted = new("countedFraction", 0.8, 0.05, 0.99, "of the volume that still turns the dial");
    private static readonly Parameter Head = new("pulseVolumeRatio", 0.1, 0.001, 1000, "volume of a pulse, new over old");

    private readonly Pipeline _pipeline;
    private readonly NoiseSource _noise;
    private readonly double _pulseCubicMetres;
    private double _turned;
    private long _turns;

    /// <summary>A meter whose magnet has just passed the reed.</summary>
    public PulseMeter(ParameterSet site, Pipeline pipeline, NoiseSource noise)
    {
        (_pipeline, _noise) = (pipeline, noise);
        _pulseCubicMetres = site[Volume] / 1000;
        Terminals = [Pulse];
        Heal();
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Volume];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("dead-pulse-meter", "the reed's wire is cut, or the reed sticks", StuckClosed, (site, stuck) => site.PulseMeter.Reed = stuck >= 0.5 ? ReedState.Stuck : ReedState.Cut),
        new("noisy-input", "the pulse cable's shield is open: the line picks up spikes", Spikes, (site, rate) => site.PulseMeter.SpikesPerSecond = rate),
        new("reed-bounces", "the reed bounces: each pulse closes it several times", Extra, (site, extra) => site.PulseMeter.ExtraClosings = (int)Math.Round(extra)),
        new("pulse-meter-worn", "the turbine's bearing is worn: it turns too slowly", Counted, (site, share) => site.PulseMeter.CountedFraction = share),
        new("pulse-head-exchanged", "somebody fits a pulse head of another volume", Head, (site, ratio) => site.PulseMeter.VolumeRatio = ratio),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>The pulse line.</summary>
    public PulseTerminal Pulse { get; } = new("pulse");

    private ReedState Reed { get; set; }

    private double SpikesPerSecond { get; set; }

    private int ExtraClosings { get; set; }

    private double CountedFraction { get; set; }

    private double VolumeRatio { get; set; }

    /// <inheritdoc/>
    public override bool Quiet => SpikesPerSecond == 0;

    /// <inheritdoc/>
    public override void Step(double seconds) // the turbine turns either way, and the reed cannot tell
    {
        _turned += Math.Abs(_pipeline.MeteredFlow) * seconds * CountedFraction / (_pulseCubicMetres * VolumeRatio);
        long fresh = (long)Math.Floor(_turned) - _turns;
        _turns += fresh;
        Pulse.Closed = Reed == ReedState.Stuck || (Reed == ReedState.Sound && _turned - _turns >= 1 - ClosedShare);
        Pulse.Finished += (Reed == ReedState.Sound ? fresh * (1 + ExtraClosings) : 0) + SpikesWithin(seconds);
    }

    /// <inheritdoc/>
    public override void Heal() =>
        (Reed, SpikesPerSecond, ExtraClosings, CountedFraction, VolumeRatio) = (ReedState.Sound, 0, 0, 1, 1);

    /// <summary>A spike is a short closing: a line that is held closed shows none. At most one a step.</summary>
    private int SpikesWithin(double seconds) =>
        SpikesPerSecond > 0 && !Pulse.Closed && _noise.Happens(SpikesPerSecond * seconds) ? 1 : 0;

    private enum ReedState
    {
        Sound,
        Cut,
        Stuck,
    }
}
