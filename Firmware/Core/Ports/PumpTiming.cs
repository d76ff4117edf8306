namespace Firmware.Core.Ports;

/// <summary>What <see cref="ISiteIo.SwitchPumpTimed"/> gives besides a time.</summary>
public static class PumpTiming
{
    /// <summary>Longest time that is waited for, µs: what a loop of 50 ms may miss once, announced.</summary>
    public const int LimitMicroseconds = 300000;

    /// <summary>The contact did not follow within the limit.</summary>
    public const int TooLong = -2;

    /// <summary>No auxiliary contact is fitted.</summary>
    public const int NotFitted = -3;
}
