using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// A turbine meter with a reed contact: a magnet on the dial closes it once per pulse volume, for the last 30 % of it.
/// The wire to the unit may be cut, the reed may stick, and the wire may pick up spikes.
/// </summary>
public sealed class PulseMeter : SitePart
{
    internal static readonly Parameter Volume = new("pulseLitres", 10, 0.1, 10_000, "volume of one pulse");

    private const double ClosedShare = 0.3;

    private static readonly Parameter StuckClosed = new("stuckClosed", 0, 0, 1, "0: wire cut (open); 1: reed stuck closed");
    private static readonly Parameter Spikes = new("spikesPerSecond", 30, 0.01, 90, "induced spikes, on average");

    private readonly Pipeline _pipeline;
    private readonly NoiseSource _noise;
    private readonly double _pulseCubicMetres;
    private long _turns;

    /// <summary>A meter whose magnet has just passed the reed.</summary>
    public PulseMeter(ParameterSet site, Pipeline pipeline, NoiseSource noise)
    {
        (_pipeline, _noise) = (pipeline, noise);
        _pulseCubicMetres = site[Volume] / 1000;
        Terminals = [Pulse];
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Volume];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("dead-pulse-meter", "the reed's wire is cut, or the reed sticks", StuckClosed, (site, stuck) => site.PulseMeter.Reed = stuck >= 0.5 ? ReedState.Stuck : ReedState.Cut),
        new("noisy-input", "the pulse cable's shield is open: the line picks up spikes", Spikes, (site, rate) => site.PulseMeter.SpikesPerSecond = rate),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>The pulse line.</summary>
    public PulseTerminal Pulse { get; } = new("pulse");

    private ReedState Reed { get; set; }

    private double SpikesPerSecond { get; set; }

    /// <summary>Where the magnet stands between two pulses; the contact opens at 0.</summary>
    private double Phase => (_pipeline.MeteredCubicMetres / _pulseCubicMetres) - _turns;

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        long turns = (long)Math.Floor(_pipeline.MeteredCubicMetres / _pulseCubicMetres);
        long fresh = turns - _turns;
        _turns = turns;
        Pulse.Closed = Reed == ReedState.Stuck || (Reed == ReedState.Sound && Phase >= 1 - ClosedShare);
        Pulse.Finished += (Reed == ReedState.Sound ? fresh : 0) + SpikesWithin(seconds);
    }

    /// <inheritdoc/>
    public override void Heal() => (Reed, SpikesPerSecond) = (ReedState.Sound, 0);

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
