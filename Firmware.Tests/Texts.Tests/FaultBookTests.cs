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

    // Naming Q10 as the breaker that is switched, or as what is left alone, puts no hand on its terminals.
    private static readonly Regex s_notAtQ10InChinese = new("(断开|不断|合上|切勿碰) Q10");
    private static readonly Regex s_notAtQ10InEnglish = new("Q10 (off|on)|keep clear of Q10", RegexOptions.IgnoreCase);
    private static readonly Regex s_workInChinese = new("紧固|换|拆|接[回上入到]|重接|重做|清|查");
    private static readonly Regex s_workInEnglish = new(@"\b(tighten|replace|remake|refit|fit|swap|take|remove|trace|connect|reconnect|clean|mend|undo)\b", RegexOptions.IgnoreCase);

    // In the order of the bits of Tool, after the multimeter.
    private static readonly string[] s_toolsInChinese = ["钳形表", "兆欧表", "压力表", "测绳", "梯", "验电|验明无电", "标准容器", "接地电阻表", "测温枪", "温度计", "绝缘手套"];
    private static readonly string[] s_toolsInEnglish =
    [
        "clamp meter", "insulation tester", "pressure gauge", "sounding line", "ladder", "prove (three |all )?(phases )?dead", "reference vessel", "earth tester", "infrared", "(?<!infrared )thermometer", "insulating gloves",
    ];

    // Modules that a remedy names and does not swap.
    private static readonly (int Code, string Module)[] s_lookedAt =
    [
        (206, "MTR-BUS"), // which way its arrow points
        (309, "MTR-PULSE"), // its dial is read
        (403, "MTR-PULSE"), // 205's remedy swaps them
        (403, "MTR-BUS"),
        (502, "MTR-PULSE"), // their seals are looked at
        (502, "MTR-BUS"),
    ];

    private static readonly Regex s_verdict = new("常亮|不亮|熄灭|闪|合格|域名无法解析");
    private static readonly Regex s_otherwise = new("不符|否则|不对|仍|偏|则|若|不变|超过|超出|跳|说明|差整小时|转第|按 \\d{3}|高于|低于|熄|不合格|不亮|不足|不显示|不一致|不修|等不到|渗水|而 D2|待发超过|接近|相差大|有伤|变了|任一极|卡住|为 0 V|转不到底|断路|缺相|不是|洗不通|破洞|以上换");

    // Steps that write down, report, enter or carry: the step after them, or the proof, shows whether it was right.
    private static readonly (int Code, int Number, string Why)[] s_withoutValue =
    [
        (210, 3, "enters the exchange"), (309, 4, "writes the dial down"), (602, 3, "reports by telephone"), (603, 4, "enters the account"), (605, 4, "restarts"),
        (703, 2, "compares with the sheet"), (802, 4, "goes to another fault's page"), (803, 3, "says what to bring"),
    ];

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

    /// <summary>Q10 cuts off what comes after it, never its own incoming side: whoever works at it has had the supply company cut the line, and has proven it dead, before.</summary>
    [TestMethod]
    public void NobodyWorksAtQ10_BeforeTheIncomingLineIsProvenDead()
    {
        var chinese = Books.ChinesePages.SelectMany(page => page.Steps.Select(step => (page.Code, Step: step)))
            .Concat(Enumerable.Range(1, 99).Select(item => (Code: item, Step: Firmware.Texts.Zh.ItemTexts.How(item) ?? "")))
            .SelectMany(one => AtQ10(one.Step, "[。；：]", s_notAtQ10InChinese, s_workInChinese).Select(clause => (one.Code, Clause: clause))).ToList();
        var english = Books.EnglishPages.SelectMany(page => page.Steps.Select(step => (page.Code, Step: step)))
            .Concat(Enumerable.Range(1, 99).Select(item => (Code: item, Step: Firmware.Texts.En.ItemTexts.How(item) ?? "")))
            .SelectMany(one => AtQ10(one.Step, "[.;:](?= |$)", s_notAtQ10InEnglish, s_workInEnglish).Select(clause => (one.Code, Clause: clause))).ToList();
        CollectionAssert.IsSubsetOf(new[] { 101, 308 }, chinese.Select(one => one.Code).ToList(), "the search finds nothing any more");
        CollectionAssert.IsSubsetOf(new[] { 101, 308 }, english.Select(one => one.Code).ToList(), "the search finds nothing any more");
        Findings.None(
            chinese.Where(one => !s_workInChinese.Split(one.Clause, 2)[0].Contains("请供电所停掉进线并验电"))
                .Concat(english.Where(one => !s_workInEnglish.Split(one.Clause, 2)[0].Contains("have the utility cut the incomer, prove dead"))).Select(one => $"{one.Code}: {one.Clause}"),
            "the incoming line cut by the supply company and proven dead before a hand is on Q10");
    }

    /// <summary>"Every terminal" of the checklist, and "power off" of the manuals, say what stays live.</summary>
    [TestMethod]
    public void WhatQ10DoesNotCutOff_IsSaidWhereEveryTerminalIsMeant()
    {
        string root = typeof(FaultBookTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value;
        string[] chinese = [Firmware.Texts.Zh.ItemTexts.How(51), Safety(root, "zh", "断开 Q10"), Tools.Manual.Book.Write(Tools.Manual.Language.Chinese).Split("<a id=")[0]];
        string[] english = [Firmware.Texts.En.ItemTexts.How(51), Safety(root, "en", "open Q10"), Tools.Manual.Book.Write(Tools.Manual.Language.English).Split("<a id=")[0]];
        Findings.None(chinese.Where(text => !Regex.IsMatch(text, "切勿碰 Q10，其进线端仍带电")).Concat(english.Where(text => !Regex.IsMatch(text, "[Kk]eep clear of Q10, its incoming side is live"))).Select(text => text[..System.Math.Min(text.Length, 80)]), "the incoming side of Q10 stays live");
    }

    [TestMethod]
    public void TheLastStepProvesTheCure()
    {
        IEnumerable<FaultPage> unproven = Books.ChinesePages.Where(page => !page.Steps[^1].StartsWith("验证："))
            .Concat(Books.EnglishPages.Where(page => !page.Steps[^1].StartsWith("Proof: ")));
        Findings.None(unproven.Select(page => $"{page.Code}: {page.Steps[^1]}"), "the last step names the proof");
    }

    /// <summary>What a technician is told to bring is what the steps work with, in either language: a value in volts or ohms asks for a multimeter, the others are named.</summary>
    [TestMethod]
    public void TheToolsAreThoseOfTheRemedy()
    {
        Findings.None(
            Books.ChinesePages.Select(page => (page.Code, Tools: ToolsIn(page.Remedy, s_toolsInChinese))).Concat(Books.EnglishPages.Select(page => (page.Code, Tools: ToolsIn(page.Remedy, s_toolsInEnglish))))
                .Where(page => page.Tools != FaultTools.Of(page.Code)).Select(page => $"{page.Code}: {page.Tools} in the remedy, {FaultTools.Of(page.Code)} in the table"),
            "the tools are those of the remedy");
    }

    /// <summary>A value that a multimeter cannot give has its instrument in the same step.</summary>
    [TestMethod]
    [DataRow(@"\d A(?!\w)", "钳形表|电流挡|整定|（2 A）|换 2 A")]
    [DataRow(@"0\.5 MΩ", "500 V 兆欧表")]
    [DataRow(@"\d °C", "测温枪|温度计|箱内温度")]
    [DataRow(@" 4 Ω", "接地电阻表")]
    [DataRow(@"\d m (水|以上)|水深", "测绳|X4.5")]
    [DataRow(@"\d bar", "压力表|X4.3")]
    public void AStepNamesItsInstrument(string value, string instruments)
    {
        string[] measuring = [.. Books.ChinesePages.SelectMany(page => page.Steps.Select(step => $"{page.Code}: {step}")).Where(step => Regex.IsMatch(step, value))];
        Assert.AreNotEqual(0, measuring.Length, "the search finds nothing any more");
        Findings.None(measuring.Where(step => !Regex.IsMatch(step, instruments)), instruments);
    }

    /// <summary>Who is sent brings what the steps swap: every module that a remedy names is among its parts, and every part is named, in either language.</summary>
    [TestMethod]
    public void ThePartsAreThoseOfTheRemedy()
    {
        Findings.None(
            Books.AllPages.Select(page => (page.Code, Named: Sorted(Notation.ModulesIn(page.Remedy).Where(module => !s_lookedAt.Contains((page.Code, module)))), Brought: Sorted(FaultParts.AllOf(page.Code).Split(' ').Where(part => part != FaultParts.None))))
                .Where(page => page.Named != page.Brought).Select(page => $"{page.Code}: {page.Named} in the remedy, {page.Brought} in the table"),
            "the parts are those of the remedy");
        Findings.None(
            s_lookedAt.Where(one => !Books.AllPages.Any(page => page.Code == one.Code && Notation.ModulesIn(page.Remedy).Contains(one.Module))).Select(one => $"{one}"),
            "an exception that is none any more");
    }

    [TestMethod]
    [DataRow(610, "PSU-12V BAT-12V CTL-TERM CTL-ESP32 RTR-LINK ANT-WIFI")]
    [DataRow(602, "CTL-ESP32")]
    [DataRow(101, "PSU-12V")]
    [DataRow(102, "PSU-12V CON-PUMP BAT-12V")]
    [DataRow(204, "MTR-BUS")]
    [DataRow(802, "NONE")]
    public void PartsToBring(int code, string expected) => Assert.AreEqual(expected, FaultParts.AllOf(code));

    /// <summary>Each step between the safe one and the proof has a right value (a number with its unit, a lamp, a verdict of the self-test) and says what it means if it is not met.</summary>
    [TestMethod]
    public void AStepBetweenHasItsValueAndItsOtherwise()
    {
        var steps = Books.ChinesePages.SelectMany(page => page.Steps.Select((text, at) => (page.Code, Number: at + 1, Text: text.Replace("380 V", ""))).Skip(1).SkipLast(1)).ToList();
        var lacking = steps.Where(step => !(Notation.HasValue(step.Text) || s_verdict.IsMatch(step.Text)) || !s_otherwise.IsMatch(step.Text)).Select(step => (step.Code, step.Number)).ToList();
        CollectionAssert.AreEquivalent(s_withoutValue.Select(step => (step.Code, step.Number)).ToList(), lacking, string.Join(' ', lacking));
    }

    /// <summary>What to do when the proof fails stands once, for every fault: before the pages of the book, and on the console's page of each fault.</summary>
    [TestMethod]
    public void TheBookSaysWhatIsDoneWhenTheProofFails()
    {
        Assert.Contains("\n\n验证不成：从第 2 步重做；", Tools.Manual.Book.Write(Tools.Manual.Language.Chinese).Split("<a id=")[0]);
        Assert.Contains("\n\nProof fails: from step 2 again;", Tools.Manual.Book.Write(Tools.Manual.Language.English).Split("<a id=")[0]);
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

    /// <summary>Whether Q1 is shorted is one measurement, from X1.1 to ground without F1 and the field wire: 302, 504 and 906 judge it by one resistance.</summary>
    [TestMethod]
    public void Q1IsShortedBelowOneResistance()
    {
        string[] said = [.. Books.AllPages.Where(page => page.Code is 302 or 504 or 906).SelectMany(page => page.Steps).Where(step => step.Contains("X1.1") && step.Contains("CTL-TERM"))
            .Select(step => Regex.Match(step, @"[\d.]+ [kM]?Ω").Value)];
        CollectionAssert.AreEqual(Enumerable.Repeat("1 kΩ", 6).ToArray(), said);
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

    /// <summary>The clauses of a step in which work is done at Q10.</summary>
    private static IEnumerable<string> AtQ10(string step, string ends, Regex notAtIt, Regex work) =>
        Regex.Split(step, ends).Select(clause => notAtIt.Replace(clause, "")).Where(clause => clause.Contains("Q10") && work.IsMatch(clause));

    /// <summary>The paragraph of the maintenance manual's first chapter that isolates.</summary>
    private static string Safety(string root, string language, string isolates) =>
        File.ReadAllLines(Path.Combine(root, "Firmware", "Manual", "chapters", $"maintenance.{language}.md")).First(line => line.Contains(isolates));

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

    /// <summary>The tools that a text works with, as bits of <see cref="Tool"/>. What a voltage is only warned of (380 V) or an instrument is called after (500 V) is not measured.</summary>
    private static int ToolsIn(string remedy, string[] words)
    {
        int tools = Regex.IsMatch(Regex.Replace(remedy, "380 V|12 V(?= 侧| only)|500 V", ""), @"\d ?[kM]?(V|Ω)(?!\w)") ? Tool.Multimeter : 0;
        for (int i = 0; i < words.Length; i++)
        {
            tools |= Regex.IsMatch(remedy, words[i], RegexOptions.IgnoreCase) ? 2 << i : 0;
        }

        return tools;
    }

    private static string Sorted(IEnumerable<string> names) => string.Join(' ', names.Distinct().OrderBy(name => name, System.StringComparer.Ordinal));
}
