using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Firmware.Console;
using Firmware.Console.Pages;
using Firmware.Contract;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Inspection;
using Firmware.Inspection.Planning;
using Firmware.Records;
using Tools.Centre.Pages;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Tools.Centre.Swap;

/// <summary>
/// What the centre knows of a site, in the form of a unit's own export (Decisions/0081): a new unit takes the site over from it where the old one cannot speak any more. What the centre does not know stands in <c>unknown.</c>
/// lines: there the new unit begins anew, or, of a unit that never told its settings, keeps its own set-points.
/// </summary>
public sealed class SiteExport
{
    /// <summary>States that only the old unit knew: fault memory, learned bands, unmetered water.</summary>
    private static readonly int[] s_unknown = [Slots.FaultMemory, Slots.LearnedBands, Slots.Unmetered];

    private static readonly FaultCatalogue s_catalogue = new();

    private readonly Store _store;
    private readonly UnitRow _unit;
    private readonly ServiceProfile _contract;
    private readonly long _now;
    private readonly Checksum _checksum = new();

    /// <summary>The export of a unit's site.</summary>
    /// <param name="store">What is stored.</param>
    /// <param name="unit">The unit that is replaced.</param>
    /// <param name="contract">The contract whose clocks run.</param>
    /// <param name="now">Unix seconds.</param>
    public SiteExport(Store store, UnitRow unit, ServiceProfile contract, long now)
    {
        (_store, _unit, _contract, _now) = (store, unit, contract, now);
    }

    /// <summary>Volume by the pulse meter that the unit told last, L; null where it never told one.</summary>
    public long? Litres => _unit.PulseLitres;

    private bool KnowsSettings => _unit.About?.Settings != null;

    /// <summary>The lines, to be typed or pasted one by one.</summary>
    public List<string> Lines()
    {
        List<string> lines =
        [
            $"export={ExportPage.Version}", $"epoch={_unit.Epoch ?? 0}", $"unix_s={_now}",
            .. KnowsSettings ? Array.Empty<string>() : ["unknown.settings=0"],
            .. s_unknown.Select(slot => $"unknown.state.{slot}=0"),
            Litres is { } litres ? $"total.pulse_ml={litres * 1000}" : "unknown.total=0",
            .. Settings(), .. Faults(), .. States(),
        ];
        var check = new LineCheck(_checksum);
        foreach (byte[] line in lines.Select(Encoding.UTF8.GetBytes))
        {
            check.Take(line, line.Length);
        }

        return [.. lines, $"crc={check.Value:X8}", "end=0"];
    }

    /// <summary>What a person should know of it, a line each.</summary>
    public List<string> Notes(Words words) =>
    [
        Litres is { } litres
            ? words.Say($"total {litres} L as the unit told it last; what flowed since is not in it", $"累计水量 {litres} L，为设备最后上报值，此后的用水不在内")
            : words.Say("the total is not known: the new unit keeps its own", "累计水量不详：新设备保留自身累计"),
        KnowsSettings
            ? words.Say("settings as the unit told them last, passwords apart: type those at the new unit", "配置为设备最后上报的内容，不含密码：密码须在新设备上输入")
            : words.Say("settings are not known here: set them at the new unit from the acceptance sheet (config)", "服务中心没有配置：按验收单在新设备上设置（config）"),
        words.Say(
            "not known here, begin anew: fault memory (repairs of before are not counted), learned bands (ten clean runs), unmetered water",
            "服务中心没有以下内容，从头开始：故障记忆（以前的维修不再计数）、自学习区间（十次正常运行）、计量失准期间水量"),
    ];

    private IEnumerable<string> Settings()
    {
        yield return $"setting.site={_unit.Address.Site}";
        yield return $"setting.unit={_unit.Address.Unit}";
        yield return $"setting.contract={ContractId.NameOf(_contract.Contract)}";
        if (_unit.About is { } about)
        {
            yield return $"setting.name={about.Name}";
            yield return $"setting.place={about.Place}";
            yield return $"setting.contact={about.Contact}";
            yield return $"setting.hotline={about.Hotline}";
            yield return string.Create(CultureInfo.InvariantCulture, $"setting.utc_offset_min={about.UtcOffsetMinutes}");
            foreach ((string key, string value) in about.Settings?.Where(setting => setting.Key != "contract") ?? [])
            {
                foreach (string line in SettingLines($"setting.{key}=", value, key is "holidays" or "holidays_next"))
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>A calendar may be longer than what can be typed in a line: what goes on after a comma is taken as one with what stood before.</summary>
    private static IEnumerable<string> SettingLines(string head, string value, bool isCalendar)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        int at = 0;
        do
        {
            int end = isCalendar ? CalendarText.EndOfPiece(bytes, at, LineEditor.MaxBytes - head.Length) : bytes.Length;
            end = end > at ? end : bytes.Length;
            yield return head + Encoding.UTF8.GetString(bytes, at, end - at);
            at = end;
        }
        while (at < bytes.Length);
    }

    /// <summary>Occurrence of each fault that ever came in the unit's epoch, and its level while it is open.</summary>
    private IEnumerable<string> Faults() => Incidents
        .GroupBy(incident => incident.Code)
        .Select(code => code.MaxBy(incident => incident.Occurrence))
        .Where(last => s_catalogue.RowOf(last.Code) >= 0 && last.Occurrence <= ushort.MaxValue)
        .OrderBy(last => last.Code)
        .Select(last => $"fault.{last.Code}={last.Occurrence},{(last.IsOpen ? last.Level : 0)},0,0");

    private List<Incident> Incidents => [.. new Incidents(_store).OfUnit(_unit.Id).Where(incident => incident.Epoch == _unit.Epoch)];

    private List<string> States()
    {
        InspectionHistory history = InspectionHistory.Of(new Tools.Centre.Records.Ledger(_store).OfUnit(_unit.Id, "inspection"));
        byte[] buffer = new byte[Slots.LargeBytes];
        return
        [
            .. State(Slots.ContractClocks, buffer, ContractClocks().Write(buffer, _now * 1000, _checksum)),
            .. State(Slots.Inspection, buffer, new KeptSchedule(history.ScheduleAt(_unit.FirstHeardAt, _now)).Write(buffer, 0, _checksum)),
            .. State(Slots.Acknowledgements, buffer, Acknowledgements().Write(buffer, 0, _checksum)),
            .. State(Slots.InspectionReports, buffer, new KeptRun(history.Run).Write(buffer, 0, _checksum)),
        ];
    }

    private static List<string> State(int slot, byte[] bytes, int count) =>
    [
        .. Enumerable.Range(0, (count + ExportPage.StateBytesInLine - 1) / ExportPage.StateBytesInLine).Select(line => line * ExportPage.StateBytesInLine)
            .Select(at => $"state.{slot}.{at}={Convert.ToHexString(bytes, at, Math.Min(ExportPage.StateBytesInLine, count - at))}"),
    ];

    /// <summary>The clocks of the open incidents, from when each was stored here; those at which somebody has arrived first, because an arrival counts for all that are open.</summary>
    private ServiceClocks ContractClocks()
    {
        var clocks = new ServiceClocks(_contract);
        var files = Incidents.Where(incident => incident.IsOpen && Clocks.Covers(incident, _contract)).Select(incident => AlarmFile.Of(_store, incident)).OrderBy(file => file.Steps.ArrivedAt ?? long.MaxValue);
        foreach (AlarmFile file in files)
        {
            Incident incident = file.Incident;
            int place = clocks.Open(incident.Code, (int)incident.Occurrence, (byte)incident.Level, (incident.Began.At ?? incident.StoredAt) * 1000);
            if (place < 0)
            {
                continue;
            }

            clocks.Report(place, incident.StoredAt * 1000, incident.StoredAt, 0);
            if (incident.AnsweredAt is { } answered)
            {
                clocks.Answer(place, answered * 1000);
            }

            if (file.Steps.ArrivedAt is { } arrived)
            {
                clocks.Arrive(arrived * 1000);
            }
        }

        return clocks;
    }

    private Acknowledgements Acknowledgements()
    {
        var kept = new Acknowledgements();
        foreach (AlarmFile file in Incidents.Where(incident => incident.IsOpen).Select(incident => AlarmFile.Of(_store, incident)).Where(file => file.Acknowledgement != null))
        {
            byte[] texts = new byte[Firmware.Contract.Acknowledgements.WhoBytes + Firmware.Contract.Acknowledgements.CaseBytes];
            Encoding.UTF8.GetBytes(file.Acknowledgement.Who).CopyTo(texts, 0);
            Encoding.UTF8.GetBytes(file.Acknowledgement.Case).CopyTo(texts, Firmware.Contract.Acknowledgements.WhoBytes);
            kept.Note(file.Incident.Code, (int)file.Incident.Occurrence, texts, file.Acknowledgement.ArriveAt, file.Acknowledgement.MadeAt, false);
        }

        return kept;
    }
}
