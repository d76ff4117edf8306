using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Core.Tests.Support;
using Firmware.Console;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Texts.En;
using Firmware.Texts.Zh;

namespace Console.Tests.Host;

/// <summary>
/// What a remedy has a technician type and look at is there: every command that a step names is one of the table with those arguments, and every row that it quotes is shown by a screen
/// that the same step names. Chinese steps name commands as the only Latin words of small letters; the English step must name the same ones.
/// </summary>
[TestClass]
public sealed class RemedyTests
{
    private static readonly ChineseTexts s_chinese = new();
    private static readonly EnglishTexts s_english = new();
    private static readonly string[][] s_forms =
        Enumerable.Range(0, CommandTable.Max).Select(CommandTable.FormOf).Where(form => form != null).Select(form => form.Split(' ')).ToArray();
    private static readonly Regex s_command = new($"(?<![a-z_])(?:{string.Join('|', s_forms.Select(form => form[0]).Distinct().OrderByDescending(word => word.Length))})(?![a-z_])(?: (?:[a-z_]+|[0-9]+|<[^>]+>))*");
    private static readonly Regex s_quoted = new("[“\"]([^”\"]+)[”\"]");

    private static readonly string s_settings = Settled();

    private static IEnumerable<(int Code, string Chinese, string English)> Steps
    {
        get
        {
            var catalogue = new FaultCatalogue();
            return Enumerable.Range(0, catalogue.Count).Select(catalogue.Code)
                .SelectMany(code => s_chinese.Remedy(code).Split('\n').Zip(s_english.Remedy(code).Split('\n'), (chinese, english) => (code, chinese, english)));
        }
    }

    [TestMethod]
    public void EveryCommandIsOneOfTheTable()
    {
        string[] named = Steps.SelectMany(step => s_command.Matches(step.Chinese).Select(match => $"{step.Code}: {match.Value}")).ToArray();
        Assert.IsGreaterThan(60, named.Length, "the search finds nothing any more");
        Assert.AreEqual("", string.Join('\n', named.Where(name => !IsForm(name.Split(": ")[1].Split(' ')))));
    }

    /// <summary>The longest name of a plan is a word that the argument takes.</summary>
    [TestMethod]
    public void EveryPlanCanBeTyped()
    {
        int longest = Enumerable.Range(0, Firmware.Inspection.Planning.Plan.Count).Max(plan => Firmware.Inspection.Planning.Plan.NameOf(plan).Length);
        Assert.AreEqual(13, longest);
        Assert.AreEqual(13, Argument.HighOf(Argument.Plan));
    }

    [TestMethod]
    public void TheEnglishStepNamesTheSameCommands()
    {
        Assert.AreEqual("", string.Join('\n', Steps.SelectMany(step => s_command.Matches(step.Chinese).Select(match => Regex.Replace(match.Value, "<.*", "<"))
            .Where(command => !step.English.Contains(command)).Select(command => $"{step.Code}: {command}: {step.English}"))));
    }

    [TestMethod]
    public void EveryRowThatIsQuotedStandsOnAScreenThatTheStepNames()
    {
        foreach (bool isChinese in new[] { true, false })
        {
            Dictionary<string, string> screens = Screens(isChinese);
            int quotes = 0;
            var missing = new List<string>();
            foreach ((int code, string chinese, string english) in Steps)
            {
                string[] named = s_command.Matches(chinese).Select(match => match.Value.Split(' ')[0]).Where(screens.ContainsKey).ToArray();
                foreach (string row in s_quoted.Matches(isChinese ? chinese : english).Select(match => match.Groups[1].Value))
                {
                    quotes++;
                    if (!named.Any(command => screens[command].Contains(" " + row + " ") || screens[command].Contains(" " + row + "\r")))
                    {
                        missing.Add($"{code}: {row} on {string.Join(", ", named)}");
                    }
                }
            }

            Assert.IsGreaterThan(30, quotes, "the search finds nothing any more");
            Assert.AreEqual("", string.Join('\n', missing));
        }
    }

    private static bool IsForm(string[] typed) => s_forms.Any(form => form.Length == typed.Length && form.Zip(typed).All(word => Fits(word.First, word.Second)));

    private static bool Fits(string wanted, string typed)
    {
        int kind = Argument.Find(wanted);
        return kind < 0 ? typed == wanted
            : typed[0] == '<'
            || (Argument.TypeOf(kind) == ArgumentType.Number && int.TryParse(typed, out int number) && number >= Argument.LowOf(kind) && number <= Argument.HighOf(kind))
            || (kind == Argument.Key && s_settings.Contains($" {typed} "))
            || (Argument.TypeOf(kind) != ArgumentType.Number && kind != Argument.Key && Regex.IsMatch(typed, "^[0-9]+$"));
    }

    private static string Settled()
    {
        var unit = new UnitBench();
        unit.Ask("screen 132 0");
        return unit.Ask("config");
    }

    /// <summary>Each screen by its command, of a unit with all that can be fitted, lines that were refused, a finished self-test and a raised fault.</summary>
    private static Dictionary<string, string> Screens(bool isChinese)
    {
        var settings = new Settings
        {
            Chinese = isChinese,
            Rejected = 1,
            Hotline = Text.Utf8("12345"),
            HasWellLevel = true,
            HasValve = true,
            HasPowerMeter = true,
            HasCardReader = true,
            HasBatterySense = true,
        };
        var unit = new UnitBench(new MemoryStorage(), settings, 1);
        unit.Ask("screen 132 0");
        unit.Ask("selftest start");
        unit.Run(30000);
        unit.Io.Request = true;
        unit.Io.Dry = true;
        unit.Run(90000);
        return new[] { "status", "faults", "readings", "counters", "network", "storage", "clock", "version", "bands", "drill", "selftest", "parts", "meter", "visit" }.ToDictionary(command => command, unit.Ask);
    }
}
