using System;
using System.Collections.Generic;
using System.Globalization;
using Tools.Host;
using Tools.SiteSimulator;

namespace Tools.VirtualUnit;

/// <summary>Live commands: what a person may do to a running site, one line each.</summary>
internal static class Commands
{
    /// <summary>Does what the line says and returns the lines to show.</summary>
    /// <exception cref="ScenarioException">Unknown words; the message says what would have been right.</exception>
    public static IEnumerable<string> Do(Site site, Button button, string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        switch (words)
        {
            case []:
                return [];
            case ["list"] or ["help"]:
                return List(site);
            case ["now"]:
                return [Now(site)];
            case ["press", var seconds]:
                button.Press(Number(seconds));
                break;
            case ["inject", var fault]:
                site.Inject(fault);
                break;
            case ["inject", var fault, var size]:
                site.Inject(fault, Number(size));
                break;
            case ["clear", var fault]:
                site.Clear(fault);
                break;
            case [var action, var word]:
                site.Do(action, word);
                break;
            default:
                throw new ScenarioException(
                    "\"inject FAULT [SIZE]\", \"clear FAULT\", \"ACTION WORD\", \"press SECONDS\", \"now\" or \"list\" is wanted",
                    "应为“inject 故障名 [大小]”、“clear 故障名”、“操作 词”、“press 秒数”、“now”或“list”");
        }

        return [string.Join(' ', words)];
    }

    /// <summary>Everything that can be done, and which faults are in.</summary>
    public static IEnumerable<string> List(Site site)
    {
        foreach (SiteFault fault in SiteCatalogue.Faults)
        {
            yield return $"inject {fault.Name}: {fault.Changes}";
        }

        foreach (SiteAction action in SiteCatalogue.Actions)
        {
            yield return $"{action.Name} {action.On}|{action.Off}: {action.Means}";
        }

        yield return Language.Say("press SECONDS: the unit's own button", "press 秒数：按住设备上的按钮");
        yield return Now(site);
    }

    /// <summary>Which faults are in.</summary>
    private static string Now(Site site)
    {
        string faults = string.Join(' ', site.ActiveFaults);
        return faults.Length == 0 ? Language.Say("no fault is in now", "现在没有注入的故障") : Language.Say("in now: ", "现有故障：") + faults;
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw new ScenarioException("a size is a number", "大小应为数字");
}
