using Firmware.Core.Service;

namespace Firmware.Inspection.Planning;

/// <summary>Days of the year that the season's calendar names, as month × 100 + day (315 is 15 March; 0 is none).</summary>
public static class SeasonDate
{
    /// <summary>No such day.</summary>
    public const int Never = int.MaxValue;

    private const int MinutesPerDay = 1440;
    private const int MonthFactor = 100;

    /// <summary>The first local midnight on which a named day begins at or after a moment, both in Unix minutes; <see cref="Never"/> for none.</summary>
    /// <param name="monthDay">The named day; one that its month does not have counts as the day after the month's last.</param>
    /// <param name="minutes">The moment, Unix minutes.</param>
    /// <param name="utcOffsetMinutes">The site's offset from UTC, minutes.</param>
    public static int AtOrAfter(int monthDay, int minutes, int utcOffsetMinutes)
    {
        if (monthDay == 0)
        {
            return Never;
        }

        int year = CivilDate.Of((minutes + utcOffsetMinutes) / MinutesPerDay) / 10000;
        int date = Midnight(year, monthDay, utcOffsetMinutes);
        return date >= minutes ? date : Midnight(year + 1, monthDay, utcOffsetMinutes);
    }

    private static int Midnight(int year, int monthDay, int utcOffsetMinutes)
    {
        return (CivilDate.Days(year, monthDay / MonthFactor, monthDay % MonthFactor) * MinutesPerDay) - utcOffsetMinutes;
    }
}
