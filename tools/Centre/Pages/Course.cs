using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Tools.Centre.Pages;

/// <summary>The course of an incident: each of its records with who, why and which copy of the last minute, and what a fault left unmetered.</summary>
public static class Course
{
    private const int MostRecords = 50;

    /// <summary>The payloads of an incident's records, in their order, at most fifty; none of an area's.</summary>
    public static List<string> Of(Store store, Incident incident) =>
        new Records.Ledger(store).OfIncident(incident.Id, MostRecords);

    /// <summary>The id of the record that raised it; a question mark where it has not come.</summary>
    public static string RaisedId(IEnumerable<string> records) =>
        records.Select(Messages.ReadAlarm).Where(alarm => alarm.Event == "raised").Select(alarm => alarm.Id.ToString()).FirstOrDefault("?");

    /// <summary>A line for each record.</summary>
    public static List<string> Lines(IEnumerable<string> records, Words words, SiteTime time) => [.. records.Select(record => Line(record, words, time))];

    /// <summary>Whether the pump may go on, the card transaction that was frozen, and what passed meanwhile: the latest word on each.</summary>
    public static List<string> Metering(IEnumerable<string> records, Words words)
    {
        string pump = "", card = "", passed = "", totals = "";
        foreach (string record in records)
        {
            using JsonDocument document = JsonDocument.Parse(record);
            if (!document.RootElement.TryGetProperty("metering", out JsonElement metering) || metering.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            pump = Text(metering, "pump") == "stops"
                ? words.Say("the pump is stopped", "因此停泵")
                : words.Say("the pump may go on", "水泵可继续运行");
            card = metering.TryGetProperty("card", out JsonElement frozen) && frozen.ValueKind == JsonValueKind.Object ? Card(frozen, words) : card;
            if (metering.TryGetProperty("volume_l", out _))
            {
                passed = Passed(metering, words);
                totals = words.Say(
                    $"totals: pulse meter {Total(metering, "pulse")}, RS485 meter {Total(metering, "bus")}",
                    $"读数：脉冲表 {Total(metering, "pulse")}，RS485 流量计 {Total(metering, "bus")}");
            }
        }

        return [.. new[] { pump, card, passed, totals }.Where(line => line.Length > 0)];
    }

    private static string Line(string record, Words words, SiteTime time)
    {
        using JsonDocument document = JsonDocument.Parse(record);
        JsonElement root = document.RootElement;
        Alarm alarm = Messages.ReadAlarm(record);
        string when = alarm.Confirmed.At is { } at ? time.Short(at) : words.Say("unknown", "不详");
        string[] parts =
        [
            when, words.Event(alarm.Event), By(alarm.By, words),
            Number(root, "escalation") is { } step ? words.Say($"escalation {step}", $"升级第 {step} 步") : "",
            Number(root, "cause") is { } cause ? words.Say($"explained by {cause}", $"由故障 {cause} 引起") : "",
            Number(root, "frame") is { } frame ? words.Say($"last minute: copy {frame}", $"故障前一分钟数据第 {frame} 份") : "",
        ];
        return string.Join("  ", parts.Where(part => part.Length > 0));
    }

    /// <summary>Who acted at a unit, as <see cref="Alarm.By"/>; empty where it does not say.</summary>
    public static string By(string by, Words words) => by switch
    {
        Alarm.Centre => words.Say("by the centre", "服务中心"),
        "button" => words.Say("at the button", "按钮操作"),
        "console" => words.Say("at the console", "控制台操作"),
        _ when byte.TryParse(by, out byte person) => words.Say($"by person {person}", $"操作人 {person}"),
        _ => "",
    };

    private static string Card(JsonElement card, Words words)
    {
        string energy = $"{Whole(card, "energy_wh")} Wh";
        return words.Say(
            $"card transaction frozen: card {Whole(card, "number")}, {words.Duration(Whole(card, "run_s"))}, pulse meter {Whole(card, "pulse_l")} L, RS485 meter {Whole(card, "bus_l")} L, {energy}",
            $"刷卡用水冻结：卡号 {Whole(card, "number")}，{words.Duration(Whole(card, "run_s"))}，脉冲表 {Whole(card, "pulse_l")} L，RS485 流量计 {Whole(card, "bus_l")} L，{energy}");
    }

    private static string Passed(JsonElement metering, Words words)
    {
        bool estimated = metering.TryGetProperty("estimated", out JsonElement flag) && flag.ValueKind == JsonValueKind.True;
        string basis = Text(metering, "basis") switch
        {
            "other-meter" => words.Say("by the other meter", "另一水表计量"),
            "energy" => words.Say("by energy", "以电折水"),
            "last-flow" => words.Say("by run time and last flow", "按运行时间和最近流量"),
            _ => words.Say("nothing to go by", "无依据"),
        };
        string kind = estimated ? words.Say("ESTIMATE ", "估算，") : "";
        return words.Say(
            $"unmetered: {Whole(metering, "volume_l")} L ({kind}{basis}), pump ran {words.Duration(Whole(metering, "run_s"))}, {Whole(metering, "energy_wh")} Wh",
            $"未计水量：{Whole(metering, "volume_l")} L（{kind}{basis}），水泵运行 {words.Duration(Whole(metering, "run_s"))}，{Whole(metering, "energy_wh")} Wh");
    }

    private static string Total(JsonElement metering, string meter) => $"{OrNone(metering, meter + "_from_l")} .. {OrNone(metering, meter + "_to_l")} L";

    private static string OrNone(JsonElement parent, string name) => Number(parent, name)?.ToString() ?? "–";

    private static long Whole(JsonElement parent, string name) => Number(parent, name) ?? 0;

    private static long? Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : null;

    private static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : "";
}
