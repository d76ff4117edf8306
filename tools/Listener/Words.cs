using System;
using System.Collections.Generic;

namespace Tools.Listener;

/// <summary>What the listener says, in one language. Fault titles come from the text assemblies of the firmware.</summary>
public sealed record Words(
    Func<int, string> Title, Func<MalformedPayloadException, string> Reason, string[] Levels, Dictionary<string, string> Events, string Unknown, string Since, string About, string SinceUnknown,
    string Delay, string DelayUnknown, string Ahead, string Historical, string ClockUnset, string ClockCoasting, string Suppressed,
    string Online, string Offline, string NotUnderstood, string NotStored, string Listening, string LinkLost, string LinkBack, string Repaired,
    string Hour, string Minute, string Second)
{
    public static readonly Words Chinese = new(
        Title: Firmware.Texts.Zh.FaultTexts.Title,
        Reason: error => error.Chinese,
        Levels: ["", "一级故障", "二级故障", "三级故障", "四级故障"],
        Events: new()
        {
            ["raised"] = "发生",
            ["level"] = "级别变更",
            ["cleared"] = "已恢复",
            ["repeated"] = "重复",
            ["acknowledged"] = "已受理",
            ["lost"] = "记录丢失",
            ["coalesced"] = "合并",
        },
        Unknown: "未知故障", Since: "始于 ", About: "约 ", SinceUnknown: "开始时间不详", Delay: "延迟 ", DelayUnknown: "延迟不详", Ahead: "设备时钟超前 ",
        Historical: "补报", ClockUnset: "未校时", ClockCoasting: "超过一天未校时", Suppressed: "另有抑制 ",
        Online: "在线", Offline: "离线", NotUnderstood: "报文无效", NotStored: "未能入库", Listening: "正在监听",
        LinkLost: "与 MQTT 服务器的连接中断，正在重连", LinkBack: "与 MQTT 服务器的连接已恢复", Repaired: "日志中有无法读取的行：",
        Hour: " 小时", Minute: " 分", Second: " 秒");

    public static readonly Words English = new(
        Title: Firmware.Texts.En.FaultTexts.Title,
        Reason: error => error.Message,
        Levels: ["", "LEVEL 1", "LEVEL 2", "LEVEL 3", "LEVEL 4"],
        Events: new()
        {
            ["raised"] = "raised",
            ["level"] = "level",
            ["cleared"] = "cleared",
            ["repeated"] = "repeated",
            ["acknowledged"] = "acknowledged",
            ["lost"] = "lost",
            ["coalesced"] = "coalesced",
        },
        Unknown: "unknown fault", Since: "since ", About: "about ", SinceUnknown: "since unknown", Delay: "delay ", DelayUnknown: "delay unknown", Ahead: "unit's clock ahead by ",
        Historical: "historical", ClockUnset: "clock not set", ClockCoasting: "clock coasting", Suppressed: "held back ",
        Online: "online", Offline: "offline", NotUnderstood: "not understood", NotStored: "NOT STORED", Listening: "listening to",
        LinkLost: "connection to the broker lost, reconnecting", LinkBack: "connection to the broker is back", Repaired: "unreadable lines in the journal: ",
        Hour: " h", Minute: " min", Second: " s");
}
