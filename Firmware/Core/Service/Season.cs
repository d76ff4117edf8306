using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Firmware.Core.Service;

/// <summary>
/// The irrigation season by the calendar (settings <c>season_opens</c>, <c>season_closes</c>): a unit that stands idle for a day once the season has closed is laid up (停用封存)
/// without anybody doing it, so that a winter without supply and link is no fault. Once a winter: whoever opens it then has the say. A request for water proves the calendar
/// wrong, and opens what the calendar alone has laid up; what a person laid up only the opening inspection or a person opens. Decision 0072.
/// </summary>
public sealed class Season
{
    /// <summary>Time without a run and without a request before the calendar lays the unit up, ms: a day.</summary>
    public const int IdleMs = 86400000;

    private const int MinuteSeconds = 60;
    private const int MonthDay = 10000;

    private readonly Settings _settings;
    private long _busyMs;

    /// <summary>The season of a site.</summary>
    public Season(Settings settings)
    {
        _settings = settings;
    }

    /// <summary>Whether a day lies outside the season; false where no season is configured.</summary>
    /// <param name="monthDay">The day, month × 100 + day.</param>
    /// <param name="opens">First day of the season, the same form; 0 for none.</param>
    /// <param name="closes">First day after it, the same form; 0 for none. Before <paramref name="opens"/> where the season spans the new year.</param>
    public static bool IsClosed(int monthDay, int opens, int closes)
    {
        if (opens == 0 || closes == 0)
        {
            return false;
        }

        return opens < closes ? monthDay < opens || monthDay >= closes : monthDay >= closes && monthDay < opens;
    }

    /// <summary>One decision, after the pump's.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="unixSeconds">The unit's wall clock, Unix s; 0 while it is not trusted: then the calendar says nothing.</param>
    /// <param name="site">The site.</param>
    public void Step(long nowMs, long unixSeconds, SiteController site)
    {
        LayUp layUp = site.Monitors.Gate.LayUp;
        bool asked = site.View.Readings.IsOn(Signal.RunRequest);
        _busyMs = asked || site.View.PumpRuns ? nowMs : _busyMs;
        if (asked && layUp.IsOn && layUp.Who == Actor.Unit)
        {
            site.Lifecycle.Open(Actor.Unit);
        }

        if (unixSeconds != 0)
        {
            long day = (unixSeconds + ((long)_settings.UtcOffsetMinutes * MinuteSeconds)) / CivilDate.SecondsPerDay;
            Judge(nowMs, IsClosed(CivilDate.Of(day) % MonthDay, _settings.SeasonOpens, _settings.SeasonCloses), site, layUp);
        }
    }

    private void Judge(long nowMs, bool closed, SiteController site, LayUp layUp)
    {
        if (closed && !layUp.IsOn && !layUp.IsSpent && nowMs - _busyMs >= IdleMs)
        {
            site.Lifecycle.LayUp(Actor.Unit);
        }

        site.Lifecycle.SpendCalendar(closed && (layUp.IsOn || layUp.IsSpent));
    }
}
