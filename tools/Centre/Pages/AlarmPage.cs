using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Firmware.Contract;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Tools.Centre.Pages;

/// <summary>Everything known of one incident.</summary>
/// <param name="Unit">The unit; null for an area.</param>
/// <param name="Silent">Units of an incident of silence.</param>
public sealed record AlarmFile(
    Incident Incident, UnitRow Unit, Acknowledgement Acknowledgement, Steps Steps, IReadOnlyList<(UnitRow Unit, SilentUnit Silence)> Silent)
{
    /// <summary>Collects it.</summary>
    public static AlarmFile Of(Store store, Incident incident)
    {
        var units = new Units(store);
        return new AlarmFile(
            incident,
            incident.Unit is { } unit ? units.Of(unit) : null,
            new Incidents(store).AcknowledgementOf(incident.Id),
            new Incidents(store).StepsOf(incident.Id),
            [.. new Silences(store).Of(incident.Id).Select(silent => (units.Of(silent.Unit), silent))]);
    }

    /// <summary>Collects all open ones, worst first, with five questions to the store however many they are.</summary>
    public static List<AlarmFile> OfOpen(Store store)
    {
        var incidents = new Incidents(store);
        Dictionary<long, UnitRow> units = new Units(store).All().ToDictionary(unit => unit.Id);
        Dictionary<long, Acknowledgement> acknowledgements = incidents.AcknowledgementsOfOpen().ToDictionary(made => made.Incident);
        Dictionary<long, Steps> steps = incidents.StepsOfOpen();
        ILookup<long, SilentUnit> silent = new Silences(store).OfOpen().ToLookup(unit => unit.Incident);
        return incidents.Open().ConvertAll(incident => new AlarmFile(
            incident,
            incident.Unit is { } unit ? units[unit] : null,
            acknowledgements.GetValueOrDefault(incident.Id),
            steps.GetValueOrDefault(incident.Id, Steps.None),
            [.. silent[incident.Id].Select(one => (units[one.Unit], one))]));
    }

    /// <summary>The site's own description; of an area, that of its first unit.</summary>
    public About About => (Unit ?? Silent.Select(silent => silent.Unit).FirstOrDefault())?.About;
}

/// <summary>Open alarms as a list, and one alarm as a page.</summary>
public static class AlarmPage
{
    private const int MostRemedyColumns = 100;

    /// <summary>Open alarms, worst first.</summary>
    public static List<string> List(IReadOnlyList<AlarmFile> files, Words words, ServiceProfile contract, long now)
    {
        if (files.Count == 0)
        {
            return [words.Say("no open alarm", "没有未恢复的告警")];
        }

        var table = new Table(
            words.Say("No.", "编号"), words.Say("Level", "级别"), words.Say("Unit", "设备"), words.Say("Fault", "故障"), words.Say("Onset", "发生"),
            words.Say("Confirmed", "判定"), words.Say("Sent", "发出"), words.Say("Stored", "入库"), words.Say("Clock", "时限"));
        foreach (AlarmFile file in files)
        {
            Incident incident = file.Incident;
            table.Add(
                [
                    $"{incident.Id}", words.Level(incident.Level), Unit(file, words), words.Fault(incident.Code, incident.Name),
                    .. Times(file, words), Clock(file, words, contract, now),
                ],
                Acknowledged(file, words, now),
                Labelled(words.Say("evidence", "证据"), Evidence(incident, words)),
                Labelled(words.Say("first", "先做"), FirstStep(incident, words)),
                Labelled(words.Say("part", "备件"), Part(incident, words)));
        }

        return table.Lines();
    }

    /// <summary>Everything about one alarm.</summary>
    /// <param name="records">What the unit has sent of it, in its order.</param>
    public static List<string> Show(AlarmFile file, IReadOnlyList<string> records, Words words, ServiceProfile contract, long now)
    {
        Incident incident = file.Incident;
        string[] times = Times(file, words);
        List<string> lines =
        [
            $"{words.Fault(incident.Code, incident.Name)}  {words.Level(incident.Level)}  {incident.Name}",
            Field(words, "unit", "设备", $"{Unit(file, words)}{(file.Unit == null ? "" : "  " + file.Unit.Address)}"),
            Field(words, "incident", "事件", $"{incident.Id}  ({Course.RaisedId(records)}, {words.Say("occurrence", "第")} {incident.Occurrence}{words.Say("", " 次")})"),
            Field(words, "state", "状态", State(file, words)),
            Field(words, "onset", "发生", times[0]),
            Field(words, "confirmed", "判定", times[1]),
            Field(words, "sent", "发出", times[2]),
            Field(words, "stored", "入库", times[3]),
        ];
        AddField(lines, words, "answer", "受理", Acknowledged(file, words, now));
        AddField(lines, words, "steps", "进展", StepLine(file, words));
        AddField(lines, words, "part", "备件", Part(incident, words));
        AddBlock(lines, words.Say($"Clocks of contract {ContractId.NameOf(contract.Contract)}", $"服务时限（合同 {ContractId.NameOf(contract.Contract)}）"), ClockLines(file, words, contract, now));
        AddBlock(lines, words.Say("Meaning", "含义"), [words.Meaning(incident.Code)]);
        AddBlock(lines, words.Say("Evidence when it was raised", "发生时的证据"), EvidenceLines(incident, words));
        AddBlock(lines, words.Say("Causes", "可能原因"), Numbered(words.Causes(incident.Code)));
        AddBlock(lines, words.Say("Remedy", "处理步骤"), Numbered(words.Remedy(incident.Code)));
        AddBlock(lines, words.Say("Metering", "计量"), Course.Metering(records, words));
        AddBlock(lines, words.Say("Course", "经过"), Course.Lines(records, words, new SiteTime(file.About)));
        AddBlock(lines, words.Say("Units", "设备"), [.. file.Silent.Select(silent => SilentLine(silent.Unit, silent.Silence, words))]);
        return lines;
    }

    /// <summary>The readings at the raise, one line.</summary>
    public static string Evidence(Incident incident, Words words) => string.Join(words.Say("; ", "，"), EvidenceLines(incident, words));

    private static List<string> EvidenceLines(Incident incident, Words words)
    {
        using JsonDocument evidence = JsonDocument.Parse(incident.Evidence);
        return [.. evidence.RootElement.EnumerateObject().Select(reading => Reading(reading, words))];
    }

    private static string Reading(JsonProperty reading, Words words)
    {
        (string name, string unit) = words.Reading(reading.Name);
        string value = reading.Value.ValueKind == JsonValueKind.String
            ? words.NoReading(reading.Value.GetString())
            : $"{Columns.Clean(reading.Value.GetRawText(), 20)} {unit}".TrimEnd();
        return $"{name} {value}";
    }

    private static string Unit(AlarmFile file, Words words)
    {
        if (file.Unit != null)
        {
            return LiveLine.Place(file.Unit);
        }

        List<UnitRow> silent = [.. file.Silent.Where(silent => silent.Silence.HeardAt == null).Select(silent => silent.Unit)];
        return silent.Count == 1
            ? LiveLine.Place(silent[0])
            : $"{file.Incident.Site}: {string.Join(words.Say(", ", "、"), silent.Select(unit => unit.Address.Unit))}";
    }

    /// <summary>Onset, confirmed, sent, stored.</summary>
    private static string[] Times(AlarmFile file, Words words)
    {
        var time = new SiteTime(file.About);
        Incident incident = file.Incident;
        string Say(Moment moment) => moment.At is { } at ? (moment.IsExact ? "" : words.Say("about ", "约 ")) + time.Short(at) : words.Say("unknown", "不详");
        return
        [
            Say(incident.Began), Say(Moment.Of(incident.Confirmed, incident.Sent, incident.StoredAt)),
            Say(Moment.Of(incident.Sent, incident.Sent, incident.StoredAt)), time.Short(incident.StoredAt),
        ];
    }

    /// <summary>The clocks of an alarm, a line each.</summary>
    public static List<string> ClockLines(AlarmFile file, Words words, ServiceProfile contract, long now)
    {
        List<RunningClock> clocks = Clocks.Of(file.Incident, file.Steps, contract);
        return clocks.Count == 0
            ? [words.Say("none: level 4, or not the equipment's; it stands on the work list", "不计时：四级故障或非设备原因，列入待办")]
            : clocks.ConvertAll(clock => Clocks.Say(clock, words, new SiteTime(file.About), now));
    }

    /// <summary>The clock that ends next; where none runs, why.</summary>
    private static string Clock(AlarmFile file, Words words, ServiceProfile contract, long now) =>
        Clocks.Next(Clocks.Of(file.Incident, file.Steps, contract), now) is { } next ? Clocks.Say(next, words, new SiteTime(file.About), now)
        : Clocks.Covers(file.Incident, contract) ? words.Say("all met", "均已满足")
        : words.Say("none, work list", "不计时，列入待办");

    private static string Acknowledged(AlarmFile file, Words words, long now)
    {
        if (file.Acknowledgement is not { } made)
        {
            return file.Incident.AnsweredAt is { } answered
                ? $"{words.Say("acknowledged at the unit", "已在设备处受理")}  {new SiteTime(file.About).Clock(answered, now)}  {Course.By(file.Incident.AnsweredBy, words)}".TrimEnd()
                : words.Say("not acknowledged", "未受理");
        }

        string reached = file.Unit == null ? ""
            : made.ConfirmedAt != null ? words.Say("the unit has recorded it", "设备已记录")
            : made.SentAt != null ? words.Say("sent to the unit", "已下发")
            : words.Say("to be sent", "待下发");
        return $"{words.Say("acknowledged", "已受理")}  {LiveLine.By(made, file.About, words, now)}  {reached}".TrimEnd();
    }

    private static string StepLine(AlarmFile file, Words words)
    {
        var time = new SiteTime(file.About);
        (string What, long? At)[] steps =
        [
            (words.Say("report complete", "报修信息齐全"), file.Steps.CompleteAt),
            (words.Say("telephone did not solve it", "电话未解决"), file.Steps.PhoneFailedAt),
            (words.Say("remote attempt failed", "远程未解决"), file.Steps.RemoteFailedAt),
            (words.Say("arrived", "到场"), file.Steps.ArrivedAt),
        ];
        return string.Join("  ", steps.Where(step => step.At != null).Select(step => $"{step.What} {time.Short(step.At.Value)}"));
    }

    private static string State(AlarmFile file, Words words)
    {
        Incident incident = file.Incident;
        string when = incident.EndedAt is { } at ? " " + new SiteTime(file.About).Short(at) : "";
        return incident.EndedBy switch
        {
            null => words.Say("open", "未恢复"),
            End.Later => words.Say("over: it was raised again later", "已结束：其后又再次发生"),
            End.Snapshot => words.Say("over: the unit's snapshot no longer names it", "已结束：设备快照中不再有该故障"),
            End.Epoch => words.Say("over: the unit began a new epoch", "已结束：设备已更换编号批次"),
            End.Retired => words.Say("over: the unit was taken away", "已结束：设备已撤除") + when,
            End.Heard => words.Say("over: heard again", "已恢复通信") + when,
            _ => words.Say("cleared", "已恢复") + when,
        };
    }

    private static string FirstStep(Incident incident, Words words) =>
        words.Remedy(incident.Code) is [var first, ..] ? Columns.Cut(first, MostRemedyColumns) : "";

    /// <summary>The part that the alarm names, then the others that the remedy of the fault may swap: who is sent brings them.</summary>
    private static string Part(Incident incident, Words words)
    {
        string[] parts = [.. $"{incident.Part} {FaultParts.OthersOf(incident.Code)}".Split(' ').Where(part => part is not ("" or FaultParts.None)).Distinct()];
        return parts.Length == 0 ? words.Say("none", "不需要") : string.Join(words.Say(", ", "、"), parts.Select(words.Module));
    }

    private static string SilentLine(UnitRow unit, SilentUnit silent, Words words)
    {
        var time = new SiteTime(unit.About);
        string heard = silent.HeardAt is not { } at ? words.Say("silent", "失联中")
            : (unit.RetiredAt <= at ? words.Say("taken away ", "撤除于 ") : words.Say("heard again ", "恢复于 ")) + time.Short(at);
        return $"{unit.Address}  {LiveLine.Place(unit)}  {words.Say("since", "自")} {time.Short(silent.SinceAt)}  {heard}";
    }

    private static string Field(Words words, string english, string chinese, string value) =>
        Columns.Pad(words.Say(english, chinese), 11) + value;

    private static void AddField(List<string> lines, Words words, string english, string chinese, string value)
    {
        if (value.Length > 0)
        {
            lines.Add(Field(words, english, chinese, value));
        }
    }

    private static void AddBlock(List<string> lines, string head, IReadOnlyList<string> body)
    {
        if (body.Any(line => line.Length > 0))
        {
            lines.AddRange(["", head, .. body.Select(line => "  " + line)]);
        }
    }

    private static List<string> Numbered(string[] steps) => [.. steps.Select((step, index) => $"{index + 1}. {step}")];

    private static string Labelled(string label, string text) => text.Length == 0 ? "" : $"{label}  {text}";
}
