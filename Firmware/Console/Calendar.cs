namespace Firmware.Console;

/// <summary>Dates and durations for people. Whole numbers only; days by the civil calendar (Gregorian).</summary>
public static class Calendar
{
    private const int SecondsPerDay = 86400;

    /// <summary>Writes <c>yyyy-MM-dd HH:mm:ss</c> of a time in the site's zone.</summary>
    public static void WriteTime(ConsoleOut to, long unixSeconds, int utcOffsetMinutes)
    {
        long local = unixSeconds + (utcOffsetMinutes * 60L);
        long days = local / SecondsPerDay;
        int second = (int)(local % SecondsPerDay);

        // Days to civil date: years that start in March put the leap day at the end (H. Hinnant, chrono-compatible low-level date algorithms).
        long shifted = days + 719468;
        long era = shifted / 146097;
        long dayOfEra = shifted - (era * 146097);
        long yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
        long dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        long marchMonth = ((5 * dayOfYear) + 2) / 153;
        long day = dayOfYear - (((153 * marchMonth) + 2) / 5) + 1;
        long month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        long year = yearOfEra + (era * 400) + (month <= 2 ? 1 : 0);

        to.WritePadded(year, 4);
        to.Put((byte)'-');
        to.WritePadded(month, 2);
        to.Put((byte)'-');
        to.WritePadded(day, 2);
        to.Put((byte)' ');
        WriteClock(to, second);
    }

    /// <summary>Writes a duration as <c>HH:mm:ss</c>, with days before it where there are any.</summary>
    public static void WriteDuration(ConsoleOut to, long milliseconds)
    {
        long seconds = milliseconds / 1000;
        if (seconds >= SecondsPerDay)
        {
            to.Write(seconds / SecondsPerDay);
            to.Put((byte)'d');
            to.Put((byte)' ');
        }

        WriteClock(to, (int)(seconds % SecondsPerDay));
    }

    private static void WriteClock(ConsoleOut to, int second)
    {
        to.WritePadded(second / 3600, 2);
        to.Put((byte)':');
        to.WritePadded(second / 60 % 60, 2);
        to.Put((byte)':');
        to.WritePadded(second % 60, 2);
    }
}
