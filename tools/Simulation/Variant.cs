using System;
using Firmware.Core.Ports;
using Firmware.Records;
using Firmware.Supervision;

namespace Tools.Simulation;

/// <summary>What is other than in the product: nothing, one negative control, or one thing that is given to it, put in at the ports.</summary>
public sealed record Variant
{
    /// <summary>The product as it is.</summary>
    public static readonly Variant Product = new();

    /// <summary>The checksum of the records.</summary>
    public IChecksum Checksum { get; init; } = new TableChecksum();

    /// <summary>Writes are flushed, not closed.</summary>
    public bool OnlyFlushes { get; init; }

    /// <summary>Storage believes whatever length a file says.</summary>
    public bool BelievesLength { get; init; }

    /// <summary>The broker's acknowledgement counts as the centre's receipt.</summary>
    public bool PubackIsReceipt { get; init; }

    /// <summary>The broker's acknowledgement of a drill counts as the centre's receipt for it.</summary>
    public bool PubackEndsDrill { get; init; }

    /// <summary>A slot that keeps its first content; −1: none.</summary>
    public int FrozenSlot { get; init; } = -1;

    /// <summary>Every scan at its 50 ms, also while nothing moves.</summary>
    public bool EveryScan { get; init; }

    /// <summary>Shortest step while nothing moves, ms; below a second no scan counts as late.</summary>
    public int LeastStepMs { get; init; } = Unit.DecideMs;

    /// <summary>The settings that a start finds; null for the seed's own.</summary>
    public Func<SettingsStore> Configuration { get; init; }

    /// <summary>The provisioning file of a seed's unit.</summary>
    public Func<ulong, byte[]> Provisioning { get; init; } = Tools.Simulation.Provisioning.Drawn;

    /// <summary>What the terminals show is not the site's alone: nobody can say here what may be the cause of a fault.</summary>
    public bool IsForeignSite { get; init; }

    /// <summary>Publishes that were given up are not told: to the unit it looks as if the broker had taken them.</summary>
    public bool HidesGivenUp { get; init; }

    /// <summary>Somebody else sends valid commands.</summary>
    public bool HasStranger { get; init; }

    /// <summary>Terminals in front of the site's own, for what the board itself has; null for none.</summary>
    public Func<SiteModel, ISiteIo> Wiring { get; init; }
}
