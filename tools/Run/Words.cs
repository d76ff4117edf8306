using System;
using System.Collections.Generic;
using Tools.SiteSimulator;

namespace Tools.Run;

/// <summary>What the view says, in one language.</summary>
internal sealed record Words(
    string Centre, string Site, string Console, string Leds, string Refused, string Restart, string Dead, string Ended, string PowerCut, string PowerBack, string Place, string NameFormat,
    string Contact, string HeaderFormat, string Hint, string Stopped, string EndedFormat, Func<string, string> Event, Func<SiteFault, string> Fault,
    Func<SiteAction, string> Action, string[] Kinds, Dictionary<string, string> LedNames, Dictionary<Light, string> Lights)
{
    public static readonly Words Chinese = new(
        Centre: "服务中心", Site: "现场", Console: "控制台", Leds: "指示灯", Refused: "命令无效", Restart: "设备重新启动", Dead: "线程异常终止",
        Ended: "已退出，代码 ", PowerCut: "断电", PowerBack: "恢复供电，设备和现场重新开始", Place: "东村", NameFormat: "{0} 号井", Contact: "值班室",
        HeaderFormat: "MQTT 服务器 {0}，{1} 台设备，场景 {2}：{3}",
        Hint: "可输入 inject 故障名、clear 故障名、power off|on（断电、恢复）、list（能做什么）、centre 命令（如 centre show 1）、quit（结束）；设备名在前则只对该设备", Stopped: "已全部停止",
        EndedFormat: "{0} 意外退出，代码 {1}",
        Event: SiteWords.Event, Fault: fault => SiteWords.Faults.GetValueOrDefault(fault.Name, fault.Changes), Action: SiteWords.Means,
        Kinds: ["场景", "故障", "操作"],
        LedNames: new() { ["level"] = "故障级别", ["link"] = "通信", ["power"] = "电源" },
        Lights: new()
        {
            [Light.Dark] = "○ 灭",
            [Light.Steady] = "● 常亮",
            [Light.Unclear] = "◐",
            [Light.Fast] = "◐ 快闪",
            [Light.Double] = "◐ 双闪",
            [Light.Single] = "◐ 单闪",
            [Light.Slow] = "◐ 慢闪",
        });

    public static readonly Words English = new(
        Centre: "centre", Site: "site", Console: "console", Leds: "LEDs", Refused: "refused", Restart: "unit restarts", Dead: "thread died",
        Ended: "ended with code ", PowerCut: "power cut", PowerBack: "power back, unit and site begin again", Place: "East Village", NameFormat: "Well {0}", Contact: "Duty room",
        HeaderFormat: "broker {0}, {1} unit(s), scenario {2}: {3}",
        Hint: "type: inject FAULT, clear FAULT, power off|on, list (what can be done), centre COMMAND (e.g. centre show 1), quit; a unit's name first addresses it alone", Stopped: "everything stopped",
        EndedFormat: "{0} ended with code {1}",
        Event: line => line, Fault: fault => fault.Changes, Action: action => action.Means,
        Kinds: ["scenario", "inject", "do"],
        LedNames: new(),
        Lights: new()
        {
            [Light.Dark] = "○ dark",
            [Light.Steady] = "● steady",
            [Light.Unclear] = "◐",
            [Light.Fast] = "◐ fast",
            [Light.Double] = "◐ double",
            [Light.Single] = "◐ single",
            [Light.Slow] = "◐ slow",
        });

    public static Words Of(string language) => language == "zh" ? Chinese : English;

    /// <summary>What one sees in a scenario.</summary>
    public string Describe(Scenario scenario) => ReferenceEquals(this, Chinese) ? scenario.Chinese : scenario.English;

    /// <summary>An LED's name; where no translation is known, as the board's wiring list has it.</summary>
    public string Led(string name) => LedNames.GetValueOrDefault(name, name);
}
