using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Service;

namespace Console.Tests.Host;

/// <summary>The page of the lamps is one page: what <c>lamp</c> shows is, cell by cell, what the manual prints, and its times are those that the lamps keep.</summary>
[TestClass]
public sealed class LampPageTests
{
    private const int TableOfNumbers = 8;

    [TestMethod]
    [DataRow("zh")]
    [DataRow("en")]
    public void TheConsoleShowsThePrintedPage(string language)
    {
        string[] printed = Printed(language).ToArray();
        string[] shown = string.Join('\n', Shown(language, 132).Skip(3).Where(line => !line.StartsWith('>'))).Replace("\n" + new string(' ', 20), " ").Split('\n').Select(Plain).ToArray();
        Assert.AreEqual(94, printed.Length, "rows of five sections, the head of the numbers, the 64 codes that lamps can show");
        Assert.IsFalse(printed.Any(row => row.StartsWith("610 ")), "only the centre can know it");
        CollectionAssert.AreEqual(printed, shown);
    }

    [TestMethod]
    [DataRow("zh", " 设备         east/well-3", " 服务热线     400-1", "各灯同亮 3 秒")]
    [DataRow("en", " Unit         east/well-3", " Hotline      400-1", "All lit for 3 s")]
    public void ItBeginsWithTheTestUnitAndHotline(string language, string unit, string hotline, string test)
    {
        string[] shown = Shown(language, 80);
        StringAssert.StartsWith(shown[0], test);
        Assert.AreEqual(unit, shown[1]);
        Assert.AreEqual(hotline, shown[2]);
    }

    /// <summary>On a telephone of 40 columns every cell is there, and no line is too long.</summary>
    [TestMethod]
    [DataRow("zh")]
    [DataRow("en")]
    public void NarrowScreen_HasEveryCell(string language)
    {
        string[] lines = Shown(language, 40);
        Assert.IsTrue(lines.All(line => Firmware.Console.Wide.Of(Text.Utf8(line), 0, Text.Utf8(line).Length) < 40), string.Join('\n', lines));
        string all = Regex.Replace(string.Concat(lines.SkipWhile(line => !line.StartsWith(" Level lamp") && !line.StartsWith(" 级别灯"))), @"\s|>", "");
        Assert.AreEqual(Regex.Replace(string.Concat(Printed(language)), @"\s", ""), all);
    }

    /// <summary>The times on the page, against the lamps themselves.</summary>
    [TestMethod]
    public void TheTimesAreThoseOfTheLamps()
    {
        string page = string.Join('\n', Printed("en"));
        foreach (string sentence in new[]
        {
            $"begin and end dark for {FaultNumber.FrameMs / 1000} s",
            $"{FaultNumber.ShortMs / 1000.0} s on and {FaultNumber.ShortMs / 1000.0} s off",
            $"one long flash of {FaultNumber.LongMs / 1000.0} s",
            $"between two digits dark for {FaultNumber.BetweenMs / 1000.0} s",
            $"{PushButton.TestMs / 1000} s all lit; after the release all flash together for {PushButton.PrepareMs / 1000} s",
            $"{PushButton.InspectionMs / 1000} s all dark; after the release",
            $"{PushButton.StuckMs / 1000} s and more",
        })
        {
            Assert.Contains(sentence, page);
        }

        int every = LedPanel.NumberEveryMs;
        Assert.AreEqual(60000, every, "every minute");
        Assert.AreEqual("2 in 1 s, 2 in 2 s, 1 in 2 s, 1 in 6 s", $"{Flashes(1, 1000)} in 1 s, {Flashes(2, 2000)} in 2 s, {Flashes(3, 2000)} in 2 s, {Flashes(4, 6000)} in 6 s");
    }

    private static int Flashes(int level, int milliseconds) => Enumerable.Range(0, milliseconds).Count(ms => StatusLeds.LevelIsOn(level, ms) && !StatusLeds.LevelIsOn(level, ms + milliseconds - 1));

    /// <summary>Rows of the printed page, their cells with a blank between; the table of numbers, which is printed in two halves, from its first code to its last; of an odd number of codes the last half row is empty.</summary>
    private static IEnumerable<string> Printed(string language)
    {
        string[][] rows = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Manual", $"leds.{language}.md")).Where(line => line.StartsWith('|') && !line.StartsWith("|--") && !line.StartsWith("| --"))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).ToArray();
        string[][] numbers = rows.Where(row => row.Length == TableOfNumbers).ToArray();
        return rows.Where(row => row.Length != TableOfNumbers).Concat(numbers.Select(row => row[..4])).Concat(numbers.Skip(1).Select(row => row[4..]))
            .Select(row => Plain(string.Join(' ', row))).Where(line => line.Length > 0);
    }

    private static string[] Shown(string language, int columns)
    {
        var unit = new UnitBench(new MemoryStorage(), new Settings { Chinese = language == "zh", Hotline = Text.Utf8("400-1") }, 1);
        unit.Ask($"screen {columns} 0");
        unit.Ask("lamp");
        unit.Run(10000);
        string[] lines = unit.Console.Shown.Split("\r\n");
        return lines[Array.FindIndex(lines, line => line.StartsWith("All lit") || line.StartsWith("各灯"))..];
    }

    private static string Plain(string line) => Regex.Replace(line, @"\s+", " ").Trim();
}
