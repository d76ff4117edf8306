namespace Firmware.Contract;

/// <summary>Due times of a contract's clocks, counted in seconds from the report, so that they hold without a wall clock. Pure.</summary>
public static class ClockMath
{
    /// <summary>An event that has not happened.</summary>
    public const int Never = -1;

    /// <summary>
    /// Seconds after the report at which a clock ends; <see cref="Never"/> while the event that starts it has not happened. The events are
    /// seconds after the report too.
    /// </summary>
    public static int DueAfter(ServiceProfile profile, int clock, int complete, int phoneFailed, int remoteFailed, int arrived)
    {
        int start = profile.Start(clock) switch
        {
            ClockStart.Reported => 0,
            ClockStart.CompleteReport => complete,
            ClockStart.PhoneFailed => phoneFailed,
            ClockStart.RemoteFailed => remoteFailed,
            _ => arrived,
        };
        return start == Never ? Never : start + (profile.Minutes(clock) * 60);
    }
}
