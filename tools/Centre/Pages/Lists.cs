using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Firmware.Contract;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Tools.Centre.Pages;

/// <summary>What the centre keeps, a line each.</summary>
public static class Lists
{
    /// <summary>Days between two drills of a unit, with one of grace: it is due once a week.</summary>
    public const int DrillDays = 8;

    private const int Most = 200;
    private const long DaySeconds = 86400;
    private const int MostJsonColumns = 4096;

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Open alarms of every unit and area.</summary>
    public static List<string> Alarms(Store store, Words words, ServiceProfile contract, long now) =>
        AlarmPage.List(AlarmFile.OfOpen(store), words, contract, now);

    /// <summary>
    /// What waits for working hours: faults without a clock of the contract. Nobody is called for them at night.
    /// </summary>
    public static List<string> WorkList(Store store, Words words, ServiceProfile contract, long now)
    {
        List<AlarmFile> files = AlarmFile.OfOpen(store).FindAll(file => !Clocks.Covers(file.Incident, contract));
        return files.Count == 0 ? [words.Say("the work list is empty", "没有待办事项")]
            : [words.Say($"work list: {files.Count}", $"待办 {files.Count} 项"), .. AlarmPage.List(files, words, contract, now)];
    }

    /// <summary>Every unit that ever said anything.</summary>
    public static List<string> Units(Store store, Words words, long now)
    {
        List<UnitRow> units = new Units(store).All();
        if (units.Count == 0)
        {
            return [words.Say("no unit yet", "还没有设备")];
        }

        var table = new Table(
            words.Say("Unit", "设备"), words.Say("Place", "地点"), words.Say("State", "状态"), words.Say("Last heard", "最近通信"), words.Say("Level", "级别"),
            words.Say("Waiting", "未入库"), words.Say("Lost", "丢失"), words.Say("Session", "会话"), words.Say("Firmware", "程序版本"));
        foreach (UnitRow unit in units)
        {
            table.Add(
            [
                unit.Address.ToString(), unit.About == null ? "" : LiveLine.Place(unit),
                unit.RetiredAt != null ? words.Say("taken away", "已撤除") : State(unit.State, words) + Mode(unit.Snapshot?.Mode, words) + Calendar(unit.About, words),
                words.Say($"{words.Duration(Math.Max(0, now - unit.HeardAt))} ago", $"{words.Duration(Math.Max(0, now - unit.HeardAt))}前"),
                unit.Snapshot is { } now1 ? now1.Level == 0 ? words.Say("healthy", "无故障") : words.Level(now1.Level) : words.Say("unknown", "不详"),
                Number(unit.Snapshot?.Waiting), Number(unit.Snapshot?.Lost), Number(unit.State?.Session), Columns.Clean(unit.About?.Firmware ?? "", 20),
            ]);
        }

        return table.Lines();
    }

    private static string Calendar(About about, Words words) => about is { HolidaysMissing: > 0 and var year } ? words.Say(", ", "，") + NoHolidays(year, words) : "";

    /// <summary>The calendar of a year is missing: its holidays count as workdays at the unit.</summary>
    public static string NoHolidays(int year, Words words) => words.Say($"holidays of {year} are not set", $"{year} 年节假日和调休未设置");

    private static string Mode(Mode mode, Words words) =>
        (mode is { LaidUp: true } ? words.Say(", laid up", "，停用封存") : "")
        + (mode is { MaintenanceMinutes: > 0 } ? words.Say($", work for {mode.MaintenanceMinutes} min", $"，检修中（剩 {mode.MaintenanceMinutes} 分钟）") : "")
        + (mode is { Flood: true } ? words.Say(", flood of alarms", "，告警过多") : "")
        + (mode is { Held: > 0 } ? words.Say($", {mode.Held} held back", $"，{mode.Held} 个故障暂未上报") : "");

    /// <summary>Every unit's last drill of the alarm path, the overdue ones first.</summary>
    public static List<string> Drills(Store store, Words words, long now)
    {
        var drills = new Drills(store);
        List<(UnitRow Unit, Drill Last)> rows = [.. new Units(store).All().Select(unit => (unit, drills.LatestOf(unit.Id)))];
        if (rows.Count == 0)
        {
            return [words.Say("no unit yet", "还没有设备")];
        }

        var table = new Table(
            words.Say("Unit", "设备"), words.Say("Place", "地点"), words.Say("Last drill", "最近演练"), words.Say("Stored", "入库"), words.Say("Delay", "用时"),
            words.Say("Overdue", "超期"));
        foreach ((UnitRow unit, Drill last) in rows.OrderByDescending(row => Overdue(row.Unit, row.Last, now)))
        {
            long overdue = Overdue(unit, last, now);
            table.Add(
            [
                unit.Address.ToString(), unit.About == null ? "" : LiveLine.Place(unit), last?.Id.ToString() ?? words.Say("none", "无"),
                last == null ? "" : new SiteTime(unit.About).Short(last.StoredAt),
                last?.Delay is { } delay ? words.Duration(delay) : "", overdue > 0 ? words.Duration(overdue) : words.Say("no", "否"),
            ]);
        }

        return table.Lines();
    }

    /// <summary>Incidents of whole areas, open and over.</summary>
    public static List<string> Areas(Store store, Words words, long now)
    {
        List<AlarmFile> files = [.. new Incidents(store).OfAreas(Most).Select(incident => AlarmFile.Of(store, incident))];
        if (files.Count == 0)
        {
            return [words.Say("no incident of an area", "没有区域性事件")];
        }

        var table = new Table(
            words.Say("No.", "编号"), words.Say("Area", "区域"), words.Say("Fault", "故障"), words.Say("Units", "设备"), words.Say("Begun", "开始"),
            words.Say("Over", "结束"));
        foreach (AlarmFile file in files)
        {
            var time = new SiteTime(file.About);
            table.Add(
            [
                $"{file.Incident.Id}", file.Incident.Site, words.Fault(file.Incident.Code, file.Incident.Name),
                string.Join(words.Say(", ", "、"), file.Silent.Select(silent => silent.Unit.Address.Unit)), time.Short(file.Incident.StoredAt),
                file.Incident.EndedAt is { } over ? time.Short(over) : words.Say("open", "未恢复"),
            ]);
        }

        return table.Lines();
    }

    /// <summary>Documents of a kind, newest first, each with what its seal proves.</summary>
    public static List<string> Documents(Store store, string kind, Words words)
    {
        List<StoredRecord> records = new Ledger(store).OfKind(kind, Most);
        if (records.Count == 0)
        {
            return [words.Say($"no {words.Kind(kind)} yet", $"还没有{words.Kind(kind)}")];
        }

        var units = new Units(store);
        var table = new Table(words.Say("Unit", "设备"), words.Say("Place", "地点"), words.Say("Stored", "入库"), words.Say("Id", "编号"), words.Say("Bytes", "字节"), words.Say("Seal", "签名"));
        foreach (StoredRecord record in records)
        {
            UnitRow unit = units.Of(record.Unit);
            table.Add(
            [
                unit.Address.ToString(), unit.About == null ? "" : LiveLine.Place(unit), new SiteTime(unit.About).Short(record.StoredAt),
                record.Id.ToString(), Number(Bytes(record).Length), words.Seal(Seal.Judge(Bytes(record), unit.SealKey)),
            ]);
        }

        return table.Lines();
    }

    /// <summary>The bytes as they came.</summary>
    private static byte[] Bytes(StoredRecord record) => record.Raw ?? Encoding.UTF8.GetBytes(record.Payload);

    /// <summary>A record as it came, its members a line each.</summary>
    public static List<string> Record(Store store, StoredRecord record, Words words)
    {
        UnitRow unit = new Units(store).Of(record.Unit);
        return
        [
            $"{record.Id}  {record.Kind}  {unit.Address}  {words.Say("stored", "入库")} {new SiteTime(unit.About).Full(record.StoredAt)}",
            .. JsonNode.Parse(record.Payload).ToJsonString(s_indented).Split('\n').Select(line => Columns.Clean(line, MostJsonColumns)),
        ];
    }

    /// <summary>What was not taken, newest first, and how much it was in all.</summary>
    public static List<string> Refused(Store store, Words words)
    {
        var refusals = new Refusals(store);
        var table = new Table(words.Say("When (UTC)", "时间（UTC）"), words.Say("Topic", "主题"), words.Say("Bytes", "字节"), words.Say("Why", "原因"));
        foreach (Refusal refusal in refusals.Newest(Most))
        {
            table.Add([new SiteTime(null).Short(refusal.At), Columns.Clean(refusal.Topic, 80), Number(refusal.Bytes), words.Say(refusal.English, refusal.Chinese)]);
        }

        string count = words.Say($"refused in all: {refusals.Count}", $"累计未采纳 {refusals.Count} 条");
        return refusals.Count == 0 ? [count] : [.. table.Lines(), count];
    }

    /// <summary>A unit's state in words.</summary>
    public static string State(State state, Words words) => state switch
    {
        null => words.Say("unknown", "不详"),
        { Online: true, Service: "laid-up" } => words.Say("online, laid up", "在线（停用封存）"),
        { Online: true } => words.Say("online", "在线"),
        { Service: "laid-up" } => words.Say("laid up", "停用封存"),
        { Service: "shutdown" } => words.Say("shut down", "计划停机"),
        _ => words.Say("offline", "离线"),
    };

    /// <summary>
    /// Seconds by which a drill is late; 0 or less: it is not. A unit that never had one is counted from when it was first heard; one that announced its absence, laid up or shut down, owes none, nor does one that was taken away.
    /// </summary>
    private static long Overdue(UnitRow unit, Drill last, long now) =>
        unit.RetiredAt != null || unit.State is { MaySilent: true } ? 0 : now - (last?.StoredAt ?? unit.FirstHeardAt) - (DrillDays * DaySeconds);

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
