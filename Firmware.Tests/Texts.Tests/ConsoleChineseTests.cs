using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Firmware.Console;
using Firmware.Texts.En;
using Firmware.Texts.Zh;

namespace Texts.Tests;

/// <summary>Everything that the console says: there in both languages, and in Chinese without Latin words but units, names of techniques and what is typed.</summary>
[TestClass]
public sealed class ConsoleChineseTests
{
    private static readonly HashSet<string> s_latin = new()
    {
        "RS485", "MQTT", "LED", "PIN", "Tab", "h", "yes", "q", "mV", "kPa", "Hz", "L", "A", "V",

        // Names of plans, which are typed.
        "patrol", "maintenance", "opening", "shutdown", "commissioning", "after", "repair",
    };

    private static readonly Regex s_word = new("[A-Za-z][A-Za-z0-9]*");
    private static readonly Regex s_halfWidth = new(@"[,;!?()""]");
    private static readonly ChineseTexts s_chinese = new();
    private static readonly EnglishTexts s_english = new();

    /// <summary>Constants of every class of phrases.</summary>
    private static IEnumerable<(string Name, int Number)> Phrases => typeof(Phrase).Assembly.GetTypes().Where(type => type.Name.EndsWith("Phrase"))
        .SelectMany(type => type.GetFields().Where(each => each.IsLiteral).Select(each => ($"{type.Name}.{each.Name}", (int)each.GetRawConstantValue())));

    private static IEnumerable<int> Commands => Enumerable.Range(0, CommandTable.Max).Where(command => CommandTable.FormOf(command) != null);

    private static IEnumerable<(string Name, string Text)> Chinese => Phrases.Select(phrase => (phrase.Name, s_chinese.Say(phrase.Number)))
        .Concat(Commands.Select(command => (CommandTable.FormOf(command), s_chinese.Help(command) + s_chinese.Proof(command))))
        .Concat(Enumerable.Range(0, Argument.Kinds).Select(kind => (Argument.NameOf(kind), s_chinese.Argument(kind))));

    [TestMethod]
    public void EveryPhraseHasANumberOfItsOwn()
    {
        Findings.None(Phrases.GroupBy(phrase => phrase.Number).Where(same => same.Count() > 1).Select(same => string.Join(", ", same)), "one number a phrase");
    }

    [TestMethod]
    public void EveryPhraseCommandAndArgumentIsThereInBothLanguages()
    {
        Findings.None(
            Phrases.Where(phrase => s_chinese.Say(phrase.Number) is null or "" or "？" || s_english.Say(phrase.Number) is null or "" or "?").Select(phrase => phrase.Name),
            "both languages");
        Findings.None(
            Commands.Where(command => s_chinese.Help(command) is null or "？" || s_english.Help(command) is null or "?" || s_chinese.Proof(command) is null || s_english.Proof(command) is null)
                .Select(CommandTable.FormOf),
            "help and proof in both languages");
        Findings.None(
            Enumerable.Range(0, Argument.Kinds).Where(kind => Argument.NameOf(kind).Length == 0 || s_chinese.Argument(kind) == "？" || s_english.Argument(kind) == "?").Select(Argument.NameOf),
            "arguments in both languages");
    }

    [TestMethod]
    public void LatinWordsAreUnitsTechniquesAndWhatIsTyped()
    {
        HashSet<string> typed = Commands.SelectMany(command => CommandTable.FormOf(command).Split(' ')).ToHashSet();
        Findings.None(
            Chinese.SelectMany(text => s_word.Matches(text.Text).Select(match => match.Value).Where(word => !s_latin.Contains(word) && !typed.Contains(word)).Select(word => $"{text.Name}: {word}")),
            "no Latin word");
    }

    [TestMethod]
    public void PunctuationIsChinese()
    {
        Findings.None(Chinese.Where(text => s_halfWidth.IsMatch(text.Text)).Select(text => $"{text.Name}: {text.Text}"), "full-width punctuation");
    }

    /// <summary>A line that is typed as the example says is the form it stands for, and no other one is before it.</summary>
    [TestMethod]
    public void EveryExampleIsItsOwnForm()
    {
        var line = new CommandLine();
        foreach (int command in Commands)
        {
            byte[] typed = System.Text.Encoding.UTF8.GetBytes(string.Join(' ', CommandTable.FormOf(command).Split(' ').Select(Example)));
            line.Take(typed, typed.Length);
            int found = Commands.First(other => line.BeginsAs(CommandTable.FormOf(other)) && line.Fits(CommandTable.FormOf(other).Split(' ')));
            Assert.AreEqual(CommandTable.FormOf(command), CommandTable.FormOf(found));
        }
    }

    private static string Example(string word)
    {
        int kind = Argument.Find(word);
        return kind < 0 ? word : Argument.ExampleOf(kind) ?? (kind == Argument.Plan ? "巡检" : "更换备用电池");
    }
}
