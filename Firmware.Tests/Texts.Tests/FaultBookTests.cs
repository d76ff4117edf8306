using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Firmware.Core.Faults;

namespace Texts.Tests;

/// <summary>What holds for every fault in every language: whole, ordered, safe, measurable, provable.</summary>
[TestClass]
public sealed class FaultBookTests
{
    // The first step takes the danger away: mains off, or nothing can start. The reader of one language has only its word for it.
    private static readonly Regex SafeInChinese = new("断电|断开|验电|挂牌|SA1 拨到 0|停泵|不得|切勿");
    private static readonly Regex SafeInEnglish = new("prove dead|tag|SA1 to 0|switch off|Q10 off|do not|keep clear", RegexOptions.IgnoreCase);

    [TestMethod]
    public void EveryCodeHasAllTexts()
    {
        Findings.None(
            Books.AllPages.Where(page => new[] { page.Title, page.Meaning, page.Causes, page.Remedy }.Any(string.IsNullOrWhiteSpace)).Select(page => $"{page.Code}"),
            "a text is missing");
    }

    [TestMethod]
    public void EveryCodeOfOneLanguageIsInTheOther()
    {
        CollectionAssert.AreEqual(Books.ChinesePages.Select(page => page.Code).ToList(), Books.EnglishPages.Select(page => page.Code).ToList());
    }

    [TestMethod]
    public void ThereAreTwoToFourCauses()
    {
        Findings.None(
            Books.AllPages.Where(page => page.Causes.Split('\n').Length is < 2 or > 4).Select(page => $"{page.Code}: {page.Causes}"),
            "two to four causes");
    }

    [TestMethod]
    public void ARemedyHasAtLeastTwoSteps()
    {
        Findings.None(Books.AllPages.Where(page => page.Steps.Length < 2).Select(page => $"{page.Code}: {page.Remedy}"), "at least two steps");
    }

    [TestMethod]
    public void TheFirstStepMakesItSafe()
    {
        Findings.None(Unsafe(Books.ChinesePages, SafeInChinese).Concat(Unsafe(Books.EnglishPages, SafeInEnglish)), "the first step makes it safe");
    }

    [TestMethod]
    public void TheLastStepProvesTheCure()
    {
        IEnumerable<FaultPage> unproven = Books.ChinesePages.Where(page => !page.Steps[^1].StartsWith("验证："))
            .Concat(Books.EnglishPages.Where(page => !page.Steps[^1].StartsWith("Proof: ")));
        Findings.None(unproven.Select(page => $"{page.Code}: {page.Steps[^1]}"), "the last step names the proof");
    }

    /// <summary>What the console tells a technician to bring is what the Chinese remedy measures with: a value in volts or ohms asks for a multimeter, the others are named.</summary>
    [TestMethod]
    public void TheToolsAreThoseOfTheRemedy()
    {
        Findings.None(
            Books.ChinesePages.Where(page => ToolsIn(page.Remedy) != FaultTools.Of(page.Code)).Select(page => $"{page.Code}: {ToolsIn(page.Remedy)} in the remedy, {FaultTools.Of(page.Code)} in the table"),
            "the tools are those of the remedy");
    }

    [TestMethod]
    public void NoTwoFaultsShareARemedy()
    {
        Findings.None(
            Books.AllPages.GroupBy(page => page.Remedy).Where(group => group.Count() > 1).Select(group => string.Join(" = ", group.Select(page => page.Code))),
            "no two remedies are equal");
    }

    [TestMethod]
    public void ARemedyNamesAPlaceAndAValue()
    {
        Findings.None(
            Books.AllPages.Where(page => !Notation.ModulesIn(page.Remedy).Concat(Notation.TerminalsIn(page.Remedy)).Any() || !Notation.HasValue(page.Remedy))
                .Select(page => $"{page.Code}: {page.Remedy}"),
            "a terminal or module, and a number with its unit");
    }

    [TestMethod]
    public void EveryPartAndTerminalExists()
    {
        Findings.None(
            Books.AllPages.SelectMany(page => Notation.ModulesIn(page.Whole).Except(Notation.Modules)
                .Concat(Notation.TerminalsIn(page.Whole).Except(Notation.Terminals)).Select(name => $"{page.Code}: {name}")),
            "on the module list or on the terminal board");
    }

    [TestMethod]
    public void LinesAreNeitherEmptyNorNumberedNorPadded()
    {
        Findings.None(
            Books.AllPages.SelectMany(page => (page.Meaning + '\n' + page.Causes + '\n' + page.Remedy).Split('\n')
                .Where(line => line.Length == 0 || line != line.Trim() || Regex.IsMatch(line, @"^\d+[.)、．]")).Select(line => $"{page.Code}: '{line}'")),
            "the console numbers and indents");
    }

    [TestMethod]
    public void BothLanguagesGiveTheSameFactsInTheSameStep()
    {
        Findings.None(Books.ChinesePages.Zip(Books.EnglishPages).SelectMany(pair => Differences(pair.First, pair.Second)), "the same places, parts and numbers");
    }

    /// <summary>The band of the supply at X4.1 and the least insulation are those of the checklist (items 1 and 53), wherever they are said.</summary>
    [TestMethod]
    public void LimitsThatStandInSeveralPlacesAreThoseOfTheChecklist()
    {
        string root = typeof(FaultBookTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value;
        string[] said = Books.AllPages.Select(page => page.Whole)
            .Concat(new[] { "zh", "en" }.Select(language => File.ReadAllText(Path.Combine(root, "Firmware", "Manual", $"maintenance.{language}.md")))).ToArray();
        Findings.None(said.SelectMany(text => Regex.Matches(text, @"11\.\d ?[～–] ?1\d\.\d").Select(match => match.Value)).Where(band => band is not "11.4～15.0" and not "11.4–15.0"), "11.4 to 15.0 V");
        Findings.None(said.SelectMany(text => Regex.Matches(text, @"(?:500 V|兆欧表|earth ≥)[^。|\n]{0,40}?([\d.]+) MΩ").Select(match => match.Groups[1].Value)).Where(least => least != "0.5"), "0.5 MΩ");
        var checklist = new Firmware.Inspection.Checklist(new Firmware.Core.Contracts.Settings());
        Assert.AreEqual("11400 15000 500", $"{checklist.Low(RowOf(checklist, 1))} {checklist.High(RowOf(checklist, 1))} {checklist.Low(RowOf(checklist, 53))}");
    }

    /// <summary>
    /// What the fault book says of a limit is the limit of the check at the default settings, as people write it: one that is changed in the settings or in a check is changed in both books.
    /// A row that names no number is not asked.
    /// </summary>
    [TestMethod]
    public void LimitsInTheMeaningsAreThoseOfTheChecks()
    {
        var site = new SiteView(new Firmware.Core.Contracts.Settings());
        int[] without = [301, 302, 305, 401, 701, 705, 905];
        var limited = Books.AllPages.Where(page => FaultLimit.Of(page.Code, site) != FaultLimit.None).ToList();
        CollectionAssert.AreEquivalent(without, without.Where(code => limited.Any(page => page.Code == code)).ToArray());
        Findings.None(
            limited.Where(page => !without.Contains(page.Code) && !page.Meaning.Contains(Written(page.Code, site))).Select(page => $"{page.Code}: {Written(page.Code, site)} in: {page.Meaning}"),
            "the limit of the check");
    }

    /// <summary>A limit with its unit, as the book writes it: V, bar, m, m³/h, min; of a motor and a phase what they are of the rated value.</summary>
    private static string Written(int code, SiteView site)
    {
        int limit = FaultLimit.Of(code, site);
        return code switch
        {
            >= 102 and <= 106 => $"{limit / 1000.0:0.0} V",
            203 or 205 => $"{limit / 10} %",
            206 => $"{-limit * 3.6 / 1000:0} m³/h",
            207 or 401 => $"{limit * 3.6 / 1000:0} m³/h",
            208 => $"{limit / site.Settings.PulseMillilitres}",
            306 => $"{limit * 100 / site.Settings.RatedPowerWatts} %",
            308 => $"{System.Math.Round(limit / 10000.0) * 10:0} V",
            404 or 405 => $"{limit / 100.0:0.#} bar",
            409 => $"{limit / 100} m",
            602 => $"{(limit / 60) + 1} min", // with the minute until it is raised
            604 => $"−{-limit} dBm",
            606 => $"{limit / 3600} h",
            702 => $"{limit} %",
            903 => $"{limit / 1024} KB",
            907 => $"{limit / 1000} °C",
            _ => $"{limit}",
        };
    }

    private static int RowOf(Firmware.Inspection.Checklist checklist, int number) => Enumerable.Range(0, checklist.Count).First(row => checklist.Number(row) == number);

    private static IEnumerable<string> Unsafe(IEnumerable<FaultPage> pages, Regex safe)
    {
        return pages.Where(page => !safe.IsMatch(page.Steps[0])).Select(page => $"{page.Code}: {page.Steps[0]}");
    }

    private static IEnumerable<string> Differences(FaultPage chinese, FaultPage english)
    {
        if (chinese.Steps.Length != english.Steps.Length)
        {
            return new[] { $"{chinese.Code}: {chinese.Steps.Length} steps in Chinese, {english.Steps.Length} in English" };
        }

        return chinese.Steps.Zip(english.Steps)
            .Select((pair, step) => (Step: step + 1, Chinese: Notation.Facts(pair.First), English: Notation.Facts(pair.Second)))
            .Where(line => line.Chinese != line.English)
            .Select(line => $"{chinese.Code} step {line.Step}: zh {line.Chinese} | en {line.English}");
    }

    private static int ToolsIn(string remedy)
    {
        string[] names = ["钳形表", "兆欧表", "压力表", "测绳", "梯"];
        int tools = Regex.IsMatch(remedy, @"\d ?[kM]?(V|Ω)") ? 1 : 0;
        for (int i = 0; i < names.Length; i++)
        {
            tools |= remedy.Contains(names[i]) ? 2 << i : 0;
        }

        return tools;
    }
}
