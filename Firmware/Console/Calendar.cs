using Firmware.Core.Service;

namespace Firmware.Console;

/// <summary>Dates and durations for people. Whole numbers only; days by the civil calendar (Gregorian).</summary>
public static class Calendar
{
    private const int TimeColumns = 19;
    private const int ClockColumns = 8;

    /// <summary>Writes <c>yyyy-MM-dd HH:mm:ss</c> of a time in the site's zone.</summary>
    public static void WriteTime(ConsoleOut to, long unixSeconds, int utcOffsetMinutes)
    {
        long local = unixSeconds + (utcOffsetMinutes * 60L);
        int date = CivilDate.Of(local / CivilDate.SecondsPerDay);
        to.Keep(TimeColumns);
        to.WritePadded(date / 10000, 4);
        to.Put((byte)'-');
        to.WritePadded(date / 100 % 100, 2);
        to.Put((byte)'-');
        to.WritePadded(date % 100, 2);
        to.Put((byte)' ');
        WriteClock(to, (int)(local % CivilDate.SecondsPerDay));
    }

    /// <summary>Writes <c>MM-dd HH:mm</c> of a time in the site's zone: a moment of this start in a column of 12.</summary>
    public static void WriteDayTime(ConsoleOut to, long unixSeconds, int utcOffsetMinutes)
    {
        long local = unixSeconds + (utcOffsetMinutes * 60L);
        int date = CivilDate.Of(local / CivilDate.SecondsPerDay);
        int minutes = (int)(local % CivilDate.SecondsPerDay) / 60;
        to.WritePadded(date / 100 % 100, 2);
        to.Put((byte)'-');
        to.WritePadded(date % 100, 2);
        to.Put((byte)' ');
        to.WritePadded(minutes / 60, 2);
        to.Put((byte)':');
        to.WritePadded(minutes % 60, 2);
    }

    /// <summary>Writes a duration as <c>HH:mm:ss</c>, with days before it where there are any.</summary>
    public static void WriteDuration(ConsoleOut to, long milliseconds)
    {
        long seconds = milliseconds / 1000;
        if (seconds >= CivilDate.SecondsPerDay)
        {
            to.Write(seconds / CivilDate.SecondsPerDay);
            to.Put((byte)'d');
            to.Put((byte)' ');
        }

        WriteClock(to, (int)(seconds % CivilDate.SecondsPerDay));
    }

    /// <summary>Writes a duration as <c>mm:ss</c> below an hour, else <c>h:mm:ss</c>: as long as a line has room for.</summary>
    public static void WriteShort(ConsoleOut to, long milliseconds)
    {
        long seconds = milliseconds / 1000;
        to.Keep(ClockColumns);
        if (seconds >= 3600)
        {
            to.Write(seconds / 3600);
            to.Put((byte)':');
        }

        to.WritePadded(seconds / 60 % 60, 2);
        to.Put((byte)':');
        to.WritePadded(seconds % 60, 2);
    }

    /// <summary>
    /// Seconds from 1970 to a date <c>yyyy-mm-dd</c> and a time <c>hh:mm</c> or <c>hh:mm:ss</c>, of whatever zone they are; −1 where they are none.
    /// </summary>
    public static long Read(byte[] text, int dateAt, int dateEnd, int timeAt, int timeEnd)
    {
        long day = ReadDate(text, dateAt, dateEnd);
        bool shaped = (timeEnd - timeAt == 5 || (timeEnd - timeAt == 8 && text[timeAt + 5] == ':')) && text[timeAt + 2] == ':';
        if (day < 0 || !shaped)
        {
            return -1;
        }

        int hour = Digits(text, timeAt, 2);
        int minute = Digits(text, timeAt + 3, 2);
        int second = timeEnd - timeAt == 8 ? Digits(text, timeAt + 6, 2) : 0;
        bool inRange = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return inRange ? (day * CivilDate.SecondsPerDay) + (hour * 3600) + (minute * 60) + second : -1;
    }

    /// <summary>Days from 1970 to a date <c>yyyy-mm-dd</c>; −1 where it is none.</summary>
    public static long ReadDate(byte[] text, int at, int end)
    {
        if (end - at != 10 || text[at + 4] != '-' || text[at + 7] != '-')
        {
            return -1;
        }

        int year = Digits(text, at, 4);
        int month = Digits(text, at + 5, 2);
        int day = Digits(text, at + 8, 2);
        bool inRange = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= DaysOf(year, month);
        return inRange ? CivilDate.Days(year, month, day) : -1;
    }

    /// <summary>A number of so many digits; far below 0 where one of them is none.</summary>
    private static int Digits(byte[] text, int at, int count)
    {
        int value = 0;
        for (int i = 0; i < count; i++)
        {
            bool digit = text[at + i] >= '0' && text[at + i] <= '9';
            value = digit && value >= 0 ? (value * 10) + text[at + i] - '0' : -1;
        }

        return value;
    }

    private static int DaysOf(int year, int month)
    {
        bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static void WriteClock(ConsoleOut to, int second)
    {
        to.Keep(ClockColumns);
        to.WritePadded(second / 3600, 2);
        to.Put((byte)':');
        to.WritePadded(second / 60 % 60, 2);
        to.Put((byte)':');
        to.WritePadded(second % 60, 2);
    }
}
