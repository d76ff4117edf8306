namespace Firmware.Inspection.Planning;

/// <summary>Days of the year that the season's calendar names, as month × 100 + day (315 is 15 March; 0 is none).</summary>
public static class SeasonDate
{
    /// <summary>No such day.</summary>
    public const int Never = int.MaxValue;

    private const int MinutesPerDay = 1440;
    private const int DaysBeforeEpoch = 719468;
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

        int year = YearOf((minutes + utcOffsetMinutes) / MinutesPerDay);
        int date = Midnight(year, monthDay, utcOffsetMinutes);
        return date >= minutes ? date : Midnight(year + 1, monthDay, utcOffsetMinutes);
    }

    private static int Midnight(int year, int monthDay, int utcOffsetMinutes)
    {
        return (DaysOf(year, monthDay / MonthFactor, monthDay % MonthFactor) * MinutesPerDay) - utcOffsetMinutes;
    }

    /// <summary>Days since 1 January 1970 of a civil date (H. Hinnant, chrono-compatible low-level date algorithms: years that begin in March).</summary>
    public static int DaysOf(int year, int month, int day)
    {
        int marchYear = month <= 2 ? year - 1 : year;
        int era = marchYear / 400;
        int yearOfEra = marchYear - (era * 400);
        int dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        int dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * 146097) + dayOfEra - DaysBeforeEpoch;
    }

    private static int YearOf(int days)
    {
        int shifted = days + DaysBeforeEpoch;
        int era = shifted / 146097;
        int dayOfEra = shifted - (era * 146097);
        int yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
        int dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        int marchMonth = ((5 * dayOfYear) + 2) / 153;
        return yearOfEra + (era * 400) + (marchMonth < 10 ? 0 : 1);
    }
}
