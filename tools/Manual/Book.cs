using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Firmware.Console;
using Firmware.Contract;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Tools.Manual;

/// <summary>Writes the book of one language: a table of contents, then a page for each row of the catalogue.</summary>
internal static class Book
{
    /// <summary>The manual is that of the home case, contract A (service contracts §1).</summary>
    private static readonly ServiceProfile s_homeContract = new(ContractId.A);

    /// <summary>The limits in the book are those of the reference site: the settings as they are when nobody has changed them.</summary>
    private static readonly SiteView s_referenceSite = new(new Settings());

    public static string Write(Language language)
    {
        var catalogue = new FaultCatalogue();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {language.Heading}\n\n{language.Introduction}\n\n{language.Labels}\n\n{language.Levels}\n\n{language.EveryVisit}\n\n{language.Texts.Say(WhyPhrase.Unproven)}{language.Colon}{language.Texts.Say(WhyPhrase.UnprovenRule)}{language.Stop}\n\n");
        foreach (int row in Rows(catalogue))
        {
            int code = catalogue.Code(row);
            text.Append(CultureInfo.InvariantCulture, $"- [{code} {language.Texts.Title(code)}](#f{code})\n");
        }

        return text.Append(Pages(language)).ToString();
    }

    /// <summary>The pages alone.</summary>
    public static string Pages(Language language)
    {
        var catalogue = new FaultCatalogue();
        var text = new StringBuilder();
        foreach (int row in Rows(catalogue))
        {
            Page(text, language, catalogue, row);
        }

        return text.ToString();
    }

    private static IEnumerable<int> Rows(FaultCatalogue catalogue) => Enumerable.Range(0, catalogue.Count).OrderBy(catalogue.Code);

    private static void Page(StringBuilder text, Language language, FaultCatalogue catalogue, int row)
    {
        int code = catalogue.Code(row);
        Texts texts = language.Texts;
        string worse = catalogue.WorseLevel(row) == FaultCatalogue.NoLevel ? "" : $"{language.LevelWorse}{language.LevelNames[catalogue.WorseLevel(row)]}";
        text.Append(CultureInfo.InvariantCulture, $"\n<a id=\"f{code}\"></a>\n\n## {code} {texts.Title(code)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"`{catalogue.Name(row)}` — {language.Level}{language.LevelNames[catalogue.Level(row)]}{worse}\n\n");
        text.Append(texts.Meaning(code)).Append("\n\n");
        Rules(text, language, catalogue, row);
        text.Append(CultureInfo.InvariantCulture, $"**{texts.Say(Phrase.Evidence)}**{language.Colon}{string.Join(language.Semicolon, Evidence(texts, catalogue, row))}\n\n");
        List(text, texts.Say(Phrase.Causes), texts.Causes(code));
        List(text, texts.Say(Phrase.Remedy), texts.Remedy(code));
        text.Append(CultureInfo.InvariantCulture, $"**{language.Part}**{language.Colon}{RuleText.Parts(texts, code, false)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"**{texts.Say(WhyPhrase.Tools)}**{language.Colon}{RuleText.Tools(texts, code)}\n");
    }

    /// <summary>Who has to act, which clock, when it is raised, how it ends, what explains it: in the words of the console's page.</summary>
    private static void Rules(StringBuilder text, Language language, FaultCatalogue catalogue, int row)
    {
        Texts texts = language.Texts;
        Rule(WhyPhrase.Responsible, texts.Say(WhyPhrase.ResponsibleFirst + (int)catalogue.ResponsibleOf(row)));
        Rule(WhyPhrase.Clock, texts.Say(s_homeContract.Covers(catalogue, row, catalogue.Level(row)) ? WhyPhrase.ClockRuns : WhyPhrase.ClockNone));
        Rule(WhyPhrase.Begins, RuleText.Begin(texts, catalogue, row));
        if (FaultLimit.Of(catalogue.Code(row), s_referenceSite) != FaultLimit.None)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {language.Limit}{language.Colon}{RuleText.Limit(texts, catalogue.Code(row), s_referenceSite)}\n");
        }

        Rule(WhyPhrase.Ends, RuleText.End(texts, catalogue, row));
        Rule(WhyPhrase.Explains, RuleText.Causes(texts, catalogue, row));
        if (FaultNotice.Of(catalogue.Code(row)) != 0)
        {
            Rule(WhyPhrase.Notice, RuleText.Notices(texts, catalogue.Code(row)));
        }

        text.Append('\n');

        void Rule(int head, string rule) => text.Append(CultureInfo.InvariantCulture, $"- {texts.Say(head)}{language.Colon}{rule.Replace("<", "\\<", StringComparison.Ordinal)}\n");
    }

    private static IEnumerable<string> Evidence(Texts texts, FaultCatalogue catalogue, int row) =>
        Enumerable.Range(0, FaultCatalogue.EvidenceFields)
            .Select(field => catalogue.EvidenceSignal(row, field))
            .Where(signal => signal != Signal.None)
            .Select(texts.Reading);

    private static void List(StringBuilder text, string head, string lines)
    {
        text.Append(CultureInfo.InvariantCulture, $"**{head}**\n\n");
        foreach ((string line, int index) in lines.Split('\n').Select((line, index) => (line, index)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{index + 1}. {line.Replace("<", "\\<", StringComparison.Ordinal)}\n");
        }

        text.Append('\n');
    }
}
