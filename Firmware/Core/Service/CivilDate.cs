namespace Firmware.Core.Service;

/// <summary>Days since 1970 as a date of the civil calendar (Gregorian), from 1970 to 2199. Whole numbers only.</summary>
public static class CivilDate
{
    /// <summary>Seconds of a day.</summary>
    public const int SecondsPerDay = 86400;

    /// <summary>The date of a day as <c>yyyymmdd</c>.</summary>
    /// <param name="days">Days since 1 January 1970, from 0.</param>
    public static int Of(long days)
    {
        // Years that start in March put the leap day at the end (H. Hinnant, chrono-compatible low-level date algorithms).
        long shifted = days + 719468;
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

    /// <summary>Weekday of a day since 1970: 0 = Sunday … 6 = Saturday. 1 January 1970 was a Thursday.</summary>
    public static int Weekday(long days) => (int)((days + 4) % 7);
}
