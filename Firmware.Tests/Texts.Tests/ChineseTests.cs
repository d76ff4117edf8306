using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Firmware.Console;

namespace Texts.Tests;

/// <summary>The Chinese is written in Chinese: terms, traps, Latin words, punctuation.</summary>
[TestClass]
public sealed class ChineseTests
{
    // Word-by-word translations that no technician uses.
    private static readonly string[] Traps = { "泵干运行", "脉冲静默", "接触器焊接", "去抖", "锁存故障", "死亡遗嘱", "心跳丢失", "冻结帧", "确认", "级别1", "级别 1", "一级故障" };

    // Units and names of techniques, and the answer to a question.
    private static readonly HashSet<string> Latin = new()
    {
        "V", "A", "Ah", "W", "kW", "Wh", "k", "M", "h", "min", "s", "m", "mm", "cm", "L", "mL", "mV", "bar", "Hz", "mA", "dBm", "C", "KB", "MB", "Nm", "Wi", "Fi", "RSSI",
        "RS485", "Modbus", "MQTT", "LED", "CRC", "USB", "TTL", "SIM", "IP", "DNS", "NTP", "COM", "UN", "B",
        "yes",
    };

    // What is typed: words of the command table, and the settings that a remedy names.
    private static readonly HashSet<string> Typed = Enumerable.Range(0, CommandTable.Max).Select(CommandTable.FormOf).Where(form => form != null)
        .SelectMany(form => form.Split(' ')).Concat(new[] { "pulse", "ml", "utc", "offset", "broker", "user", "password", "credential", "ends" }).ToHashSet();

    private static readonly Regex Word = new(@"[A-Za-z][A-Za-z0-9]*(?:[.\-][A-Z0-9]+)?");
    private static readonly Regex Label = new(@"^(?:[A-Z]{1,2}\d+(?:\.[0-9A-Z]+)?|[A-Z]{3}-[A-Z0-9]+)$");
    private static readonly Regex HalfWidth = new(@"[,;!?()""]|:(?!\d|分)|\.(?!\w)");
    private static readonly Regex Glued = new(@"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9Ω%][\u4e00-\u9fff]");

    [TestMethod]
    public void TitlesAreThoseOfTheTerms()
    {
        Findings.None(
            Books.ChinesePages.Where(page => page.Title != Books.ChineseTitles[page.Code]).Select(page => $"{page.Code}: {page.Title}"),
            "titles as agreed");
    }

    [TestMethod]
    public void NoTrapIsSteppedInto()
    {
        Findings.None(Books.ChinesePages.SelectMany(page => Traps.Where(page.Whole.Contains).Select(trap => $"{page.Code}: {trap}")), "word-by-word translation");
    }

    [TestMethod]
    public void LatinWordsAreUnitsNamesAndLabelsOnly()
    {
        Findings.None(
            Books.ChinesePages.SelectMany(page => Word.Matches(page.Whole).Select(match => match.Value)
                .Where(word => !Latin.Contains(word) && !Typed.Contains(word) && !Label.IsMatch(word)).Select(word => $"{page.Code}: {word}")),
            "no Latin word");
    }

    [TestMethod]
    public void PunctuationIsChinese()
    {
        Findings.None(
            Books.ChinesePages.SelectMany(page => HalfWidth.Matches(page.Whole).Select(match => $"{page.Code}: '{match.Value}' at {match.Index}")),
            "full-width punctuation");
    }

    [TestMethod]
    public void ASpaceStandsBetweenChineseAndLatin()
    {
        Findings.None(Books.ChinesePages.SelectMany(page => Glued.Matches(page.Whole).Select(match => $"{page.Code}: {match.Value}")), "a space between");
    }
}
