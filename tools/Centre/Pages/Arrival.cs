using System;
using System.Globalization;
using Tools.Centre.Wire;

namespace Tools.Centre.Pages;

/// <summary>A promised arrival as people write it.</summary>
public static class Arrival
{
    private const long LongestMinutes = 30 * 24 * 60;

    /// <summary>Unix seconds of <c>+90</c> (minutes from now, at most 30 days) or <c>2026-09-21 22:30</c> (the site's time); null where it is neither.</summary>
    public static long? Read(string text, About about, long now)
    {
        if (text.StartsWith('+'))
        {
            return long.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out long minutes) && minutes <= LongestMinutes
                ? now + (minutes * 60)
                : null;
        }

        return DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
            ? new DateTimeOffset(local, TimeSpan.FromMinutes(about?.UtcOffsetMinutes ?? 0)).ToUnixTimeSeconds()
            : null;
    }
}
