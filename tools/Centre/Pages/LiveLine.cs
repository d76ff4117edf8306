using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Contract;
using Tools.Centre.Desk;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Tools.Centre.Pages;

/// <summary>A notice as one line, in the site's local time. Pure.</summary>
public static class LiveLine
{
    // Columns of the parts that should stand under each other; longer text pushes the rest to the right, it is never cut here.
    private const int KindColumns = 10;
    private const int EventColumns = 8;
    private const int PlaceColumns = 22;
    private const int TitleColumns = 36;

    /// <summary>Widest text from outside that is shown.</summary>
    private const int MostForeignColumns = 60;

    /// <summary>The line for a notice.</summary>
    /// <param name="now">The centre's clock, Unix seconds.</param>
    public static string Format(Notice notice, Words words, ServiceProfile contract, long now) => notice switch
    {
        AlarmNotice alarm => Alarm(alarm, words, contract, now),
        PresenceNotice presence => Line(Lists.State(presence.State, words), "", presence.Unit, $"{presence.Unit.Address} #{presence.State.Session}", now),
        CalendarNotice calendar => Line(
            words.Say("calendar", "日历"), words.Say("missing", "缺失"), calendar.Unit, Lists.NoHolidays(calendar.Year, words), now),
        DocumentNotice document => Line(words.Kind(document.Kind), words.Say("stored", "已入库"), document.Unit, document.Id.ToString(), now),
        RefusedNotice refused => Line(
            words.Say("refused", "报文无效"), "", refused.Unit ?? new UnitRow { Address = refused.Address },
            $"{refused.Kind}: {words.Say(refused.English, refused.Chinese)}", now),
        StoreNotice { Works: false } store => $"{words.Say("NOT STORED, and not answered", "未能入库，不予应答")}: {words.Say(store.English, store.Chinese)}",
        StoreNotice store => words.Say(
            $"the store works again; {store.Refused} message(s) were not taken meanwhile", $"数据库恢复正常；其间有 {store.Refused} 条报文未入库"),
        SilenceNotice silence => Silent(silence, words, now),
        ReminderNotice reminder => Reminder(reminder, words, now),
        AcknowledgementNotice sent => Line(
            words.Say("acknowledg.", "已受理"), words.Say("sent", "已下发"), sent.Unit,
            Columns.Pad(words.Fault(sent.Incident.Code, sent.Incident.Name), TitleColumns) + "  " + By(sent.Acknowledgement, sent.Unit.About, words, now), now),
        _ => throw new ArgumentOutOfRangeException(nameof(notice)),
    };

    /// <summary>Who takes care, in which case, when somebody arrives.</summary>
    public static string By(Acknowledgement made, About about, Words words, long now) =>
        $"{Columns.Clean(made.Who, 40)}  {words.Say("case", "工单")} {Columns.Clean(made.Case, 40)}  {words.Say("arrives", "预计到场")} {new SiteTime(about).Clock(made.ArriveAt, now)}";

    /// <summary>The site's own words for the place, or the unit's address while they are not known.</summary>
    public static string Place(UnitRow unit)
    {
        string words = unit.About is { } about ? Columns.Clean($"{about.Place} {about.Name}".Trim(), MostForeignColumns) : "";
        return words.Length > 0 ? words : unit.Address.ToString();
    }

    private static string Alarm(AlarmNotice notice, Words words, ServiceProfile contract, long now)
    {
        Alarm alarm = notice.Alarm;
        Moment began = Moment.Of(alarm.Onset, alarm.Sent, now);
        var parts = new List<string>
        {
            Columns.Pad(words.Fault(alarm.Code, alarm.Name), TitleColumns), Since(began, notice.Unit.About, words, now), Delay(began, words, now),
        };
        parts.AddRange(Marks(notice, words, contract));
        return Line(words.Level(alarm.Level), words.Event(alarm.Event), notice.Unit, string.Join("  ", parts), now);
    }

    private static string Silent(SilenceNotice notice, Words words, long now)
    {
        Incident incident = notice.Incident;
        string units = string.Join(words.Say(", ", "、"), notice.Silent.Select(unit => unit.Address.Unit));
        string which = notice.Silent.Count == 0 ? words.Say("all heard again", "已全部恢复通信")
            : $"{words.Say($"{notice.Silent.Count} silent: ", $"{notice.Silent.Count} 台失联：")}{units}";
        string place = notice.Silent.Count > 1 ? incident.Site : Place(notice.Unit);
        return Line(
            words.Level(incident.Level), words.Event(notice.Began ? "raised" : incident.IsOpen ? "level" : "cleared"), notice.Unit,
            $"{Columns.Pad(words.Fault(incident.Code, incident.Name), TitleColumns)}  {which}", now, place);
    }

    private static string Reminder(ReminderNotice notice, Words words, long now)
    {
        Incident incident = notice.Incident;
        string place = notice.Units.Count > 1 ? incident.Site : null;
        return Line(
            words.Level(incident.Level), words.Event("repeated"), notice.Units[0],
            $"{Columns.Pad(words.Fault(incident.Code, incident.Name), TitleColumns)}  {words.Say($"nobody has answered, overdue {words.Duration(notice.OverdueSeconds)}: call", $"无人受理，已超时 {words.Duration(notice.OverdueSeconds)}，请通知")} {words.Called(notice.Step)}",
            now, place);
    }

    private static string Line(string kind, string what, UnitRow unit, string more, long now, string place = null) =>
        $"{new SiteTime(unit.About).Clock(now, now)}  {Columns.Pad(kind, KindColumns)}  {Columns.Pad(what, EventColumns)}  {Columns.Pad(place ?? Place(unit), PlaceColumns)}  {more}".TrimEnd();

    private static string Since(Moment began, About about, Words words, long now) => began.At is { } at
        ? words.Say("since ", "始于 ") + (began.IsExact ? "" : words.Say("about ", "约 ")) + new SiteTime(about).Clock(at, now)
        : words.Say("since unknown", "开始时间不详");

    private static string Delay(Moment began, Words words, long now)
    {
        if (began.At is not { } at)
        {
            return words.Say("delay unknown", "延迟不详");
        }

        long delay = now - at;
        return delay < -1
            ? words.Say("unit's clock ahead by ", "设备时钟超前 ") + words.Duration(-delay)
            : words.Say("delay ", "延迟 ") + words.Duration(Math.Max(0, delay));
    }

    private static IEnumerable<string> Marks(AlarmNotice notice, Words words, ServiceProfile contract)
    {
        if (notice.Alarm.Historical)
        {
            yield return words.Say("[historical]", "[补报]");
        }

        if (notice.Alarm.Time != "synced")
        {
            yield return notice.Alarm.Time == "coasting" ? words.Say("[clock coasting]", "[超过一天未校时]") : words.Say("[clock not set]", "[未校时]");
        }

        if (notice.Alarm.Suppressed > 0)
        {
            yield return words.Say($"[held back {notice.Alarm.Suppressed}]", $"[另有抑制 {notice.Alarm.Suppressed}]");
        }

        if (notice.Alarm.StandsFor > 0)
        {
            yield return notice.Alarm.Event == "lost"
                ? words.Say($"[{notice.Alarm.StandsFor} lost]", $"[丢失 {notice.Alarm.StandsFor} 条]")
                : words.Say($"[stands for {notice.Alarm.StandsFor} earlier]", $"[合并先前 {notice.Alarm.StandsFor} 条]");
        }

        if (!Clocks.Covers(notice.Alarm, contract))
        {
            yield return words.Say("[work list]", "[列入待办]");
        }

        if (!notice.IsStored)
        {
            yield return words.Say("[NOT STORED]", "[未入库]");
        }
    }
}
