using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>The farmer's start switch (or card contact): closed while he asks for water.</summary>
public sealed class Farmer : SitePart
{
    /// <summary>A farmer who wants nothing.</summary>
    public Farmer() => Terminals = [Switch];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("run-request-loose", "a wire of the start switch is loose and shaken: it changes with every step of 10 ms", null, (site, _) => site.Farmer.Switch.Loose = true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>The start switch; closed while water is asked for.</summary>
    public ContactTerminal Switch { get; } = new("run-request");

    /// <summary>Whether he asks for water.</summary>
    public bool RunRequest { get; internal set; }

    /// <inheritdoc/>
    public override bool Quiet => !Switch.Loose;

    /// <inheritdoc/>
    public override void Step(double seconds) => Switch.Closed = RunRequest;
}
