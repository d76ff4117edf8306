using Firmware.Core.Service;

namespace Firmware.Contract;

/// <summary>How the service centre is reached at a moment.</summary>
public enum Channel : byte
{
    /// <summary>The clock is not set: nobody knows.</summary>
    Unknown = 0,

    /// <summary>The office answers.</summary>
    Office = 1,

    /// <summary>The duty mobile telephone.</summary>
    Mobile = 2,
}

/// <summary>
/// Office hours of contract B1: 08:30–17:00 on workdays, the mobile telephone at all other hours. They change the channel, never a clock
/// (service contracts §2: no contract names a reason to pause a clock).
/// </summary>
public static class OfficeHours
{
    private const int OpensSecond = ((8 * 60) + 30) * 60;
    private const int ClosesSecond = 17 * 3600;

    /// <summary>The channel at a Unix time (0: unset) at a site so many minutes east of Greenwich.</summary>
    public static Channel At(long unixSeconds, int utcOffsetMinutes, WorkCalendar calendar)
    {
        if (unixSeconds <= 0)
        {
            return Channel.Unknown;
        }

        long local = unixSeconds + (utcOffsetMinutes * 60L);
        int second = (int)(local % CivilDate.SecondsPerDay);
        long days = local / CivilDate.SecondsPerDay;
        int date = CivilDate.Of(days);
        bool works = calendar.KindOf(date / 10000, date / 100 % 100, date % 100, CivilDate.Weekday(days)) == DayKind.Workday;
        return works && second >= OpensSecond && second < ClosesSecond ? Channel.Office : Channel.Mobile;
    }

    /// <summary>
    /// The present year where its holidays are not configured, so that only the weekday counts: to be told to whoever configures. 0 where they are, or the clock is unset.
    /// </summary>
    public static int MissingYear(long unixSeconds, int utcOffsetMinutes, WorkCalendar calendar)
    {
        int year = unixSeconds <= 0 ? 0 : CivilDate.Of((unixSeconds + (utcOffsetMinutes * 60L)) / CivilDate.SecondsPerDay) / 10000;
        return year == 0 || calendar.HasYear(year) ? 0 : year;
    }
}
