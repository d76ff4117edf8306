namespace Firmware.Inspection.Planning;

/// <summary>
/// When the unit may carry out its own part of an inspection by itself: while nobody irrigates, and nobody is likely to begin. With a trusted clock that is the site's quiet hour; without one a long rest of
/// the pump stands for the night. A unit that has power for some hours a day only may never see either: in the last day before the due date, and after it, an hour of rest is enough. Pure.
/// </summary>
public static class QuietTime
{
    /// <summary>No clock is trusted: the hour is not known.</summary>
    public const int Unknown = -1;

    /// <summary>Rest of the pump that is asked for in any case, ms: an hour.</summary>
    public const int RestMs = 3600 * 1000;

    /// <summary>Rest that stands for the night where the hour is not known, ms: six hours, longer than a pause between two fields.</summary>
    public const int LongRestMs = 6 * RestMs;

    /// <summary>Minutes before the due date from which any hour will do: a day.</summary>
    public const int LastMinutes = 1440;

    /// <summary>True where it may begin now.</summary>
    /// <param name="hour">Hour of the day at the site, 0–23; <see cref="Unknown"/>.</param>
    /// <param name="quietHour">The site's quiet hour, 0–23.</param>
    /// <param name="restMs">How long the pump has rested and nobody has asked for water, ms.</param>
    /// <param name="minutesLeft">Minutes to the due date, negative after it.</param>
    public static bool Is(int hour, int quietHour, long restMs, int minutesLeft)
    {
        bool night = hour == Unknown ? restMs >= LongRestMs : hour == quietHour;
        return restMs >= RestMs && (night || minutesLeft <= LastMinutes);
    }
}
