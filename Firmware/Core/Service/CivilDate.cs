namespace Firmware.Core.Service;

/// <summary>Days since 1970 as a date of the civil calendar (Gregorian), from 1970 to 2199. Whole numbers only.</summary>
public static class CivilDate
{
    /// <summary>Seconds of a day.</summary>
    public const int SecondsPerDay = 86400;

    /// <summary>Days from 1 March of the year 0, where the algorithm counts from, to 1 January 1970.</summary>
    private const int DaysBeforeEpoch = 719468;

    /// <summary>The date of a day as <c>yyyymmdd</c>.</summary>
    /// <param name="days">Days since 1 January 1970, from 0.</param>
    public static int Of(long days)
    {
        // Years that start in March put the leap day at the end (H. Hinnant, chrono-compatible low-level date algorithms).
        long shifted = days + DaysBeforeEpoch;
        long era = shifted / 146097;
        long dayOfEra = shifted - (era * 146097);
        long yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
        long dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        long marchMonth = ((5 * dayOfYear) + 2) / 153;
        long day = dayOfYear - (((153 * marchMonth) + 2) / 5) + 1;
        long month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        long year = yearOfEra + (era * 400) + (month <= 2 ? 1 : 0);
        return (int)((year * 10000) + (month * 100) + day);
    }

    /// <summary>Days since 1 January 1970 of a date, the other way round from <see cref="Of"/>.</summary>
    /// <param name="year">1970 to 2199.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to 31; a day that its month does not have counts on into the next month.</param>
    public static int Days(int year, int month, int day)
    {
        int marchYear = month <= 2 ? year - 1 : year;
        int era = marchYear / 400;
        int yearOfEra = marchYear - (era * 400);
        int marchMonth = month > 2 ? month - 3 : month + 9;
        int dayOfYear = (((153 * marchMonth) + 2) / 5) + day - 1;
        return (era * 146097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - DaysBeforeEpoch;
    }

    /// <summary>Weekday of a day since 1970: 0 = Sunday … 6 = Saturday. 1 January 1970 was a Thursday.</summary>
    public static int Weekday(long days) => (int)((days + 4) % 7);
}
