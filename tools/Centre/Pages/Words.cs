using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Console;
using Firmware.Contract;
using Firmware.Core.Contracts;
using Firmware.Texts.En;
using Firmware.Texts.Zh;
using Tools.Centre.Wire;

namespace Tools.Centre.Pages;

/// <summary>One language. What a technician also reads at the unit (titles, remedies, readings) comes from the firmware's own text assemblies.</summary>
public sealed class Words
{
    public static readonly Words Chinese = new(true, new ChineseTexts());
    public static readonly Words English = new(false, new EnglishTexts());

    private static readonly Dictionary<string, (string English, string Chinese)> s_events = new()
    {
        ["raised"] = ("raised", "发生"),
        ["level"] = ("level", "级别变更"),
        ["cleared"] = ("cleared", "已恢复"),
        ["repeated"] = ("repeated", "重复"),
        ["acknowledged"] = ("acknowledged", "已受理"),
        ["lost"] = ("lost", "记录丢失"),
        ["coalesced"] = ("coalesced", "合并"),
    };

    private static readonly Dictionary<string, (string English, string Chinese)> s_kinds = new()
    {
        ["drill"] = ("drill", "演练"),
        ["inspection"] = ("inspection", "巡检报告"),
        ["visit"] = ("visit", "到场服务记录"),
        ["reply"] = ("reply", "命令答复"),
    };

    /// <summary>Ends of the wire's names of readings, and the unit that a person reads.</summary>
    private static readonly (string End, string Unit)[] s_units =
    [
        ("_ml_s", "mL/s"), ("_permille", "‰"), ("_percent", "%"), ("_mv", "mV"), ("_kpa", "kPa"), ("_ma", "mA"), ("_hz", "Hz"), ("_ms", "ms"),
        ("_s", "s"), ("_l", "L"), ("_c", "°C"), ("_h", "/h"), ("_w", "W"), ("_v", "V"),
    ];

    private readonly bool _chinese;
    private readonly Texts _texts;

    private Words(bool chinese, Texts texts) => (_chinese, _texts) = (chinese, texts);

    /// <summary>The language of this name: zh or en.</summary>
    public static Words Of(string language) => language == "zh" ? Chinese : English;

    /// <summary>The text in this language.</summary>
    public string Say(string english, string chinese) => _chinese ? chinese : english;

    /// <summary>一级故障 … 四级故障.</summary>
    public string Level(int level) => Say($"LEVEL {level}", $"{"？一二三四"[level]}级故障");

    /// <summary>What a record tells of.</summary>
    public string Event(string name) =>
        s_events.TryGetValue(name, out (string English, string Chinese) word) ? Say(word.English, word.Chinese) : Columns.Clean(name, 12);

    /// <summary>Who is called at a step of the escalation.</summary>
    public string Called(int step) => step switch
    {
        Escalation.DeskLead => Say("the desk's lead", "值班负责人"),
        Escalation.Manager => Say("the manager", "项目经理"),
        _ => Say("technical lead and experts", "技术负责人和专家组"),
    };

    /// <summary>A kind of document.</summary>
    public string Kind(string name) => s_kinds.TryGetValue(name, out (string English, string Chinese) word) ? Say(word.English, word.Chinese) : name;

    /// <summary>Code and title of a fault; of an unknown one, its dotted name.</summary>
    public string Fault(int code, string name) =>
        $"{code} {_texts.Title(code) ?? $"{Say("unknown fault", "未知故障")} ({Columns.Clean(name, 60)})"}";

    /// <summary>Steps against a fault, in their order; none where the code is unknown.</summary>
    public string[] Remedy(int code) => (_texts.Remedy(code) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Causes of a fault, most likely first; none where the code is unknown.</summary>
    public string[] Causes(int code) => (_texts.Causes(code) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What a fault means; empty where the code is unknown.</summary>
    public string Meaning(int code) => _texts.Meaning(code) ?? "";

    /// <summary>A module by its code, with its name where it is on the list: <c>PMP-SET 水泵（含电机）</c>; what else a technician wrote stands as it is.</summary>
    public string Module(string code) => $"{Columns.Clean(code, 40)} {_texts.Module(code)}".TrimEnd();

    /// <summary>A reading by its name on the wire: what a person calls it, and its unit.</summary>
    public (string Name, string Unit) Reading(string wire)
    {
        int signal = Enumerable.Range(0, Signal.Count).FirstOrDefault(candidate => Signal.NameOf(candidate) == wire, -1);
        string unit = s_units.FirstOrDefault(row => wire.EndsWith(row.End, StringComparison.Ordinal)).Unit ?? "";
        return (signal < 0 ? Columns.Clean(wire, 30) : _texts.Reading(signal), unit);
    }

    /// <summary>Why there is no reading.</summary>
    public string NoReading(string reason) => reason switch
    {
        "off" => _texts.Say(Phrase.NoDataOff),
        "not-fitted" => _texts.Say(Phrase.NoDataNotFitted),
        "timeout" => _texts.Say(Phrase.NoDataTimeout),
        "out-of-range" => Say("out of range", "超出范围"),
        "bus-error" => _texts.Say(Phrase.NoDataBusError),
        "not-yet" => _texts.Say(Phrase.NoDataNotYet),
        _ => Columns.Clean(reason, 20),
    };

    /// <summary>Seconds in the two largest units that say something: 42 s, 5 min 10 s, 3 h 2 min, 2 d 5 h.</summary>
    public string Duration(long seconds)
    {
        (long days, long hours, long minutes, long rest) = (seconds / 86400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
        return days > 0 ? $"{days}{Say(" d", " 天")} {hours}{Say(" h", " 小时")}"
            : hours > 0 ? $"{hours}{Say(" h", " 小时")} {minutes}{Say(" min", " 分")}"
            : minutes > 0 ? $"{minutes}{Say(" min", " 分")} {rest}{Say(" s", " 秒")}"
            : $"{rest}{Say(" s", " 秒")}";
    }

    /// <summary>What a seal proves; empty where there is none.</summary>
    public string Seal(SealVerdict verdict) => verdict switch
    {
        SealVerdict.Good => Say("good", "有效"),
        SealVerdict.Wrong => Say("WRONG: changed, or not by this unit", "无效：内容被改动，或非本设备所签"),
        SealVerdict.UnknownKey => Say("unknown key", "密钥不详，未验证"),
        SealVerdict.ChecksumGood => Say("none; checksum good", "无签名，校验和正确"),
        SealVerdict.ChecksumWrong => Say("none; CHECKSUM WRONG", "无签名，校验和错误"),
        _ => "",
    };
}
