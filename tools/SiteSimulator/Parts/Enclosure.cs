using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>The unit's enclosure: its door switch is closed while the door is shut, so a cut wire looks like an open door.</summary>
public sealed class Enclosure : SitePart
{
    /// <summary>A shut enclosure.</summary>
    public Enclosure()
    {
        Terminals = [Door];
        Step(0);
    }

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("door-opened", "somebody opens the enclosure and leaves it open", null, (site, _) => site.Enclosure.Forced = true),
        new("door-switch-loose", "a wire of the door switch is loose and shaken: it changes with every step of 10 ms", null, (site, _) => site.Enclosure.Door.Loose = true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>The door switch; closed while the door is shut.</summary>
    public ContactTerminal Door { get; } = new("door");

    /// <summary>Whether a person with a key has opened the door.</summary>
    public bool Opened { get; internal set; }

    private bool Forced { get; set; }

    /// <inheritdoc/>
    public override bool Quiet => !Door.Loose;

    /// <inheritdoc/>
    public override void Step(double seconds) => Door.Closed = !Opened && !Forced;

    /// <inheritdoc/>
    public override void Heal() => Forced = false;
}
