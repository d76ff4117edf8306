using System;
using Tools.Centre.Wire;

namespace Tools.Centre.Pages;

/// <summary>Moments as the site's clock on the wall shows them; UTC, and said so, while the site is not known.</summary>
public readonly struct SiteTime(About about)
{
    private readonly TimeSpan _offset = TimeSpan.FromMinutes(about?.UtcOffsetMinutes ?? 0);
    private readonly string _suffix = about == null ? " UTC" : "";

    /// <summary>Time of day, with the date where it is not that of the other moment.</summary>
    public string Clock(long unixSeconds, long today)
    {
        DateTimeOffset local = Local(unixSeconds);
        return local.ToString(local.Date == Local(today).Date ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss") + _suffix;
    }

    /// <summary>Month, day and time of day.</summary>
    public string Short(long unixSeconds) => Local(unixSeconds).ToString("MM-dd HH:mm:ss") + _suffix;

    /// <summary>Date and time of day.</summary>
    public string Full(long unixSeconds) => Local(unixSeconds).ToString("yyyy-MM-dd HH:mm:ss") + _suffix;

    private DateTimeOffset Local(long unixSeconds) => DateTimeOffset.FromUnixTimeSeconds(unixSeconds).ToOffset(_offset);
}
