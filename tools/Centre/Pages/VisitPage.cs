using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Firmware.Core.Faults;
using Tools.Centre.Records;

namespace Tools.Centre.Pages;

/// <summary>
/// The visits of technicians (维修档案) as units recorded them, newest first, a row each with its details below. What an older or other firmware leaves out of its record is left out here as well.
/// </summary>
public static class VisitPage
{
    private const int Most = 200;
    private const int TextColumns = 120;

    private static readonly FaultCatalogue s_catalogue = new();

    /// <summary>Every visit of every unit.</summary>
    public static List<string> List(Store store, Words words)
    {
        List<StoredRecord> records = new Ledger(store).OfKind("visit", Most);
        if (records.Count == 0)
        {
            return [words.Say($"no {words.Kind("visit")} yet", $"还没有{words.Kind("visit")}")];
        }

        var table = new Table(
            words.Say("Unit", "设备"), words.Say("Place", "地点"), words.Say("Id", "编号"), words.Say("Visit", "次数"), words.Say("Person", "人员"),
            words.Say("Arrived", "到场"), words.Say("Left", "离开"), words.Say("Before", "到场前"), words.Say("After", "离开后"), words.Say("User", "用水户确认"));
        var units = new Units(store);
        var codes = new VisitCodes(store);
        foreach (StoredRecord record in records)
        {
            UnitRow unit = units.Of(record.Unit);
            using JsonDocument document = JsonDocument.Parse(record.Payload);
            JsonElement visit = document.RootElement;
            table.Add(
            [
                unit.Address.ToString(), unit.About == null ? "" : LiveLine.Place(unit), record.Id.ToString(), Number(visit, "number"), Number(visit, "person"),
                Moment(visit, "arrived", unit, words), Moment(visit, "left", unit, words), Level(visit, "level_before", words), Level(visit, "level_after", words),
                Confirmed(visit, record, codes, words),
            ],
            [.. Details(visit, words)]);
        }

        return table.Lines();
    }

    /// <summary>By whom the user's confirmation is, and whether the code is the one that the centre gave. A card is judged by the unit, by its own list; the centre has no list to hold it against, and says so.</summary>
    private static string Confirmed(JsonElement visit, StoredRecord record, VisitCodes codes, Words words)
    {
        JsonElement confirmed = Member(visit, "confirmed");
        return Text(Member(confirmed, "by")) switch
        {
            "card" => words.Say($"card {Number(confirmed, "card")}, judged by the unit alone", $"刷卡 {Number(confirmed, "card")}，仅由设备核对"),
            "code" when codes.IsRight(record, Number(confirmed, "code")) => words.Say("code, right", "验证码相符"),
            "code" => words.Say("NOT CONFIRMED: wrong code", "未确认：验证码不符"),
            _ => words.Say("not confirmed", "未确认"),
        };
    }

    private static IEnumerable<string> Details(JsonElement visit, Words words)
    {
        if (Text(Member(visit, "ending")) == "timed-out")
        {
            yield return words.Say("left open, ended by time-out", "未结束，超时关闭");
        }

        foreach (JsonElement fault in Items(visit, "faults"))
        {
            yield return Fault(fault, words);
        }

        foreach (JsonElement note in Items(visit, "notes"))
        {
            yield return words.Say("note: ", "处理措施：") + Columns.Clean(Text(note), TextColumns);
        }

        foreach (JsonElement part in Items(visit, "parts"))
        {
            yield return words.Say("part: ", "备件：") + $"{Number(part, "pieces")} × {words.Module(Text(Member(part, "part")))}";
        }

        foreach (JsonElement reference in Items(visit, "references"))
        {
            yield return Reference(reference, words);
        }

        JsonElement check = Member(visit, "check");
        if (check.ValueKind == JsonValueKind.Object)
        {
            yield return words.Say(
                $"full check {Text(Member(check, "report"))}: {Number(check, "passed")} passed, {Number(check, "failed")} failed, {Number(check, "not_tested")} not tested, {Number(check, "not_fitted")} not fitted",
                $"全面检查 {Text(Member(check, "report"))}：合格 {Number(check, "passed")} 项，不合格 {Number(check, "failed")} 项，未检测 {Number(check, "not_tested")} 项，未安装 {Number(check, "not_fitted")} 项");
        }

        JsonElement grades = Member(visit, "grades");
        if (grades.ValueKind == JsonValueKind.Object)
        {
            yield return words.Say("grades: ", "评价：") + string.Join(
                words.Say(", ", "，"),
                new[] { ("attitude", "态度"), ("technique", "技术"), ("arrival", "到场"), ("handling", "处理") }.Select(of => $"{words.Say(of.Item1 + " ", of.Item2)}{Grade(Number(grades, of.Item1), words)}"));
        }
    }

    private static string Fault(JsonElement fault, Words words)
    {
        int code = int.TryParse(Number(fault, "code"), out int known) ? known : 0;
        int row = s_catalogue.RowOf(code);
        string owed = Number(fault, "owed") is "0" or "" ? "" : words.Say($", {Number(fault, "owed")} clean runs owed", $"，还差 {Number(fault, "owed")} 次验证运行");
        return $"{words.Fault(code, row < 0 ? "" : s_catalogue.Name(row))}: {Stage(Text(Member(fault, "before")), words)} → {Stage(Text(Member(fault, "after")), words)}"
            + $"{Declared(Text(Member(fault, "declared")), words)}{owed}";
    }

    private static string Reference(JsonElement reference, Words words)
    {
        (string name, string unit) = words.Reading(Text(Member(reference, "reading")));
        JsonElement indicated = Member(reference, "indicated");
        string shown = indicated.ValueKind == JsonValueKind.Number ? $"{indicated.GetRawText()} {unit}" : words.NoReading(Text(indicated));
        return words.Say("reference: ", "标准值：") + $"{name} {Number(reference, "reference")} {unit}" + words.Say(", unit ", "，设备 ") + shown;
    }

    private static string Stage(string stage, Words words) => stage switch
    {
        "healthy" => words.Say("healthy", "无"),
        "pending" => words.Say("pending", "正在判定"),
        "active" => words.Say("raised", "故障中"),
        "latched" => words.Say("waits for a reset", "须人工复位"),
        "cleared" => words.Say("cleared", "已恢复"),
        "repaired" => words.Say("repaired, not verified", "已修待验证"),
        "verified" => words.Say("verified", "已验证"),
        _ => "?",
    };

    private static string Declared(string declared, Words words) => declared switch
    {
        "repaired" => words.Say(", declared repaired", "，登记已修"),
        "unrepaired" => words.Say(", declared NOT repaired", "，登记未修好"),
        "replaced" => words.Say(", part replaced", "，登记已换件"),
        _ => "",
    };

    private static string Grade(string grade, Words words) => grade switch
    {
        "1" => words.Say("excellent", "优秀"),
        "2" => words.Say("good", "良好"),
        "3" => words.Say("fair", "一般"),
        "4" => words.Say("poor", "差"),
        _ => "?",
    };

    private static string Level(JsonElement visit, string name, Words words) => Number(visit, name) switch
    {
        "" => "",
        "0" => words.Say("healthy", "无故障"),
        string level when level is "1" or "2" or "3" or "4" => words.Level(int.Parse(level, CultureInfo.InvariantCulture)),
        _ => "?",
    };

    private static string Moment(JsonElement visit, string name, UnitRow unit, Words words)
    {
        JsonElement stamp = Member(visit, name);
        bool dated = Member(stamp, "at").ValueKind == JsonValueKind.Number & long.TryParse(Number(stamp, "at"), out long at);
        return dated && at is >= 0 and <= uint.MaxValue ? new SiteTime(unit.About).Short(at)
            : stamp.ValueKind == JsonValueKind.Object ? words.Say("clock not set", "未校时") : "";
    }

    private static JsonElement Member(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out JsonElement member) ? member : default;

    private static IEnumerable<JsonElement> Items(JsonElement of, string name) => Member(of, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : "";

    private static string Number(JsonElement of, string name) => Member(of, name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : "";
}
