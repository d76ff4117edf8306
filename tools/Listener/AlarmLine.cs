using System;
using System.Collections.Generic;

namespace Tools.Listener;

/// <summary>One alarm as one readable line, in the site's local time. Pure.</summary>
public static class AlarmLine
{
    // Columns of the parts that should stand under each other; longer text pushes the rest to the right, it is never cut here.
    private const int LevelColumns = 10;
    private const int EventColumns = 8;
    private const int PlaceColumns = 22;
    private const int TitleColumns = 36;

    /// <summary>Widest text from outside that is shown.</summary>
    private const int MostForeignColumns = 60;

    /// <summary>Level, event, place, code, title, since when, delay, and what is unusual about it.</summary>
    public static string Format(Alarm alarm, UnitAddress unit, About about, Words words, DateTimeOffset received)
    {
        var onset = Onset(alarm, received);
        var parts = new List<string>
        {
            Clock(received, about, null),
            Columns.Pad(words.Levels[alarm.Level], LevelColumns),
            Columns.Pad(EventWord(alarm, words), EventColumns),
            Columns.Pad(Place(unit, about), PlaceColumns),
            Columns.Pad(Title(alarm, words), TitleColumns),
            Since(onset, alarm, about, words, received),
            Delay(onset, words, received),
        };
        parts.AddRange(Marks(alarm, words));
        return string.Join("  ", parts);
    }

    /// <summary>A line about the unit itself: what, where.</summary>
    public static string Format(string what, UnitAddress unit, About about, DateTimeOffset received, string more) =>
        $"{Clock(received, about, null)}  {Columns.Pad(what, LevelColumns)}  {Columns.Pad("", EventColumns)}  {Columns.Pad(Place(unit, about), PlaceColumns)}  {more}".TrimEnd();

    /// <summary>The site's own words for the place, or the unit's address while they are not known.</summary>
    public static string Place(UnitAddress unit, About about)
    {
        var words = about is null ? "" : Columns.Clean($"{about.Place} {about.Name}".Trim(), MostForeignColumns);
        return words.Length > 0 ? words : unit.ToString();
    }

    /// <summary>
    /// When it began, in Unix seconds. Where the unit had no clock then, it is counted back from the sending by the unit's uptime;
    /// that needs both in one boot.
    /// </summary>
    public static long? Onset(Alarm alarm, DateTimeOffset received)
    {
        if (alarm.Onset.At is { } known)
        {
            return known;
        }

        var elapsed = (alarm.Sent.Milliseconds - alarm.Onset.Milliseconds) / 1000;
        return alarm.Onset.Boot == alarm.Sent.Boot && elapsed >= 0
            ? Math.Max(0, (alarm.Sent.At ?? received.ToUnixTimeSeconds()) - elapsed)
            : null;
    }

    /// <summary>Seconds in the two largest units that say something: 42 s, 5 min 10 s, 3 h 2 min.</summary>
    public static string Duration(long seconds, Words words)
    {
        var (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        return hours > 0 ? $"{hours}{words.Hour} {minutes}{words.Minute}"
            : minutes > 0 ? $"{minutes}{words.Minute} {rest}{words.Second}"
            : $"{rest}{words.Second}";
    }

    private static string EventWord(Alarm alarm, Words words) =>
        words.Events.TryGetValue(alarm.Event, out var word) ? word : Columns.Clean(alarm.Event, EventColumns);

    private static string Title(Alarm alarm, Words words) =>
        $"{alarm.Code} {words.Title(alarm.Code) ?? $"{words.Unknown} ({Columns.Clean(alarm.Name, MostForeignColumns)})"}";

    private static string Since(long? onset, Alarm alarm, About about, Words words, DateTimeOffset received) => onset is { } at
        ? words.Since + (alarm.Onset.At is null ? words.About : "") + Clock(DateTimeOffset.FromUnixTimeSeconds(at), about, received)
        : words.SinceUnknown;

    private static string Delay(long? onset, Words words, DateTimeOffset received)
    {
        if (onset is not { } at)
        {
            return words.DelayUnknown;
        }

        var delay = received.ToUnixTimeSeconds() - at;
        return delay < -1 ? words.Ahead + Duration(-delay, words) : words.Delay + Duration(Math.Max(0, delay), words);
    }

    private static IEnumerable<string> Marks(Alarm alarm, Words words)
    {
        if (alarm.Historical)
        {
            yield return $"[{words.Historical}]";
        }

        if (alarm.Time != "synced")
        {
            yield return $"[{(alarm.Time == "coasting" ? words.ClockCoasting : words.ClockUnset)}]";
        }

        if (alarm.Suppressed > 0)
        {
            yield return $"[{words.Suppressed}{alarm.Suppressed}]";
        }
    }

    /// <summary>Time of day at the site, with the date where it is not that of the other moment; UTC, said so, while the site is not known.</summary>
    private static string Clock(DateTimeOffset moment, About about, DateTimeOffset? sameDayAs)
    {
        var offset = TimeSpan.FromMinutes(about?.UtcOffsetMinutes ?? 0);
        var local = moment.ToOffset(offset);
        var sameDay = sameDayAs is null || sameDayAs.Value.ToOffset(offset).Date == local.Date;
        return local.ToString(sameDay ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss") + (about is null ? " UTC" : "");
    }
}
