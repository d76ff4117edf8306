using Firmware.Core.Ports;

namespace Tools.Simulation;

/// <summary>What is other than in the product: nothing, or one negative control, put in at the ports.</summary>
public sealed record Variant
{
    /// <summary>The product as it is.</summary>
    public static readonly Variant Product = new();

    /// <summary>The checksum of the records.</summary>
    public IChecksum Checksum { get; init; } = new TableChecksum();

    /// <summary>Writes are flushed, not closed.</summary>
    public bool OnlyFlushes { get; init; }

    /// <summary>The broker's acknowledgement counts as the centre's receipt.</summary>
    public bool PubackIsReceipt { get; init; }

    /// <summary>The broker's acknowledgement of a drill counts as the centre's receipt for it.</summary>
    public bool PubackEndsDrill { get; init; }

    /// <summary>A slot that keeps its first content; −1: none.</summary>
    public int FrozenSlot { get; init; } = -1;

    /// <summary>Every scan at its 50 ms, also while nothing moves.</summary>
    public bool EveryScan { get; init; }
}
