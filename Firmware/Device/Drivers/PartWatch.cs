using Firmware.Core.Contracts;

namespace Firmware.Device.Drivers;

/// <summary>How long a part has not answered. A single bad transfer is not shown: what it gave stands until <see cref="BadTurns"/> in a row.</summary>
internal sealed class PartWatch
{
    /// <summary>Bad transfers in a row after which the part's readings are given up.</summary>
    public const int BadTurns = 3;

    private int _bad;

    /// <summary>The part answered last.</summary>
    public bool IsGood { get; private set; }

    /// <summary>It has not answered for so long that nothing is known of it.</summary>
    public bool IsGivenUp => _bad >= BadTurns;

    /// <summary>Takes how a transfer ended.</summary>
    public void Take(NoDataReason reason)
    {
        IsGood = reason == NoDataReason.None;
        _bad = IsGood ? 0 : Bound.Clamp(_bad + 1, 0, BadTurns);
    }
}
