using System;
using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Inspection.Items;
using Tools.SiteSimulator;

namespace Checklist.Tests;

/// <summary>On which side of the tolerance the site stands.</summary>
internal enum Side
{
    /// <summary>Just good enough.</summary>
    Inside,

    /// <summary>Just not good enough.</summary>
    Outside,

    /// <summary>The part, the wire or the person gives no answer.</summary>
    Silent,
}

/// <summary>One change of the site under one item, and the verdict that must follow.</summary>
/// <param name="Item">Number of the item.</param>
/// <param name="Side">Where the change puts the site.</param>
/// <param name="Change">The change, in words.</param>
/// <param name="Expected">The verdict.</param>
/// <param name="Reason">Why it was not tested, where it was not.</param>
internal sealed record Row(int Item, Side Side, string Change, ItemResult Expected, ItemReason Reason = ItemReason.None)
{
    /// <summary>How the site was built.</summary>
    public Action<ParameterSet> Built { get; init; }

    /// <summary>What the unit was told of the site, other than its commissioner would.</summary>
    public Action<Settings> Told { get; init; }

    /// <summary>What happens at the site before the item begins.</summary>
    public Action<SiteUnit> Happens { get; init; }

    /// <summary>What the technician does meanwhile; null for one who does all that is asked and finds everything good.</summary>
    public Action<SiteUnit> Technician { get; init; }

    /// <summary>What an earlier life of the unit left on the flash; null for an empty one.</summary>
    public Func<MemoryStorage> Stored { get; init; }

    /// <summary>No network ever told the time.</summary>
    public bool ClockUnset { get; init; }

    /// <summary>Nobody ever accepted the unit.</summary>
    public bool NeverAccepted { get; init; }

    /// <summary>The board has no auxiliary contact.</summary>
    public bool NoContact { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Item} {Side}: {Change}";
}
