namespace Firmware.Core.Ports;

/// <summary>Two clocks: the one that only goes forward, and the one that the platform sets from the network behind our back.</summary>
public interface ISystemClock
{
    /// <summary>Milliseconds since the start of the unit. Never goes back.</summary>
    long UptimeMs { get; }

    /// <summary>Unix seconds, UTC, by the platform; may be 1970, may jump.</summary>
    long UnixSeconds { get; }

    /// <summary>
    /// The platform's clock ran on over this start, as it does over a software reset; after a power cut it begins anew. Judged before anything has set it since: the board's own clock chip
    /// gives a time after a power cut, too.
    /// </summary>
    bool RanOn { get; }

    /// <summary>
    /// The platform has set its clock since the start of the unit: a time server has answered. False for a time that was only kept over a restart, or that came from
    /// the board's own clock chip.
    /// </summary>
    bool WasSet { get; }
}
