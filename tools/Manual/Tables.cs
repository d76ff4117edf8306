using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Firmware.Console;
using Firmware.Console.Pages;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Inspection;
using Firmware.Inspection.Planning;

namespace Tools.Manual;

/// <summary>What a chapter asks for by <c>{{name}}</c>: made from the firmware itself, so that it cannot be out of date.</summary>
internal static partial class Tables
{
    private static readonly string[] s_behindTheName = ["：", "，", ": ", ", "];

    /// <summary>The text of a placeholder. Throws <see cref="InvalidDataException"/> for a name that nobody makes.</summary>
    public static string Make(string name, Language language, string root) => name switch
    {
        "lamps" => Sections(language, LampCard.Sections),
        "rhythm" => Sections(language, LampCard.Rhythms),
        "lamptest" => language.Texts.Say(Phrase.LampTest),
        "signs" => language.Signs,
        "labels" => language.Labels,
        "numbers" => Numbers(language),
        "commands" => Commands(language),
        "checklist" => Items(language),
        "parts" => Parts(language),
        "faults" => Demoted(Book.Pages(language)),
        "wiring" => Wiring(root, language),
        _ => throw new InvalidDataException($"no table is called {name}"),
    };

    /// <summary>The first sections of the page of the lamps, a table each.</summary>
    private static string Sections(Language language, int count) =>
        string.Join("\n\n", Enumerable.Range(0, count).Select(section => Section([.. LampCard.Rows(language.Texts, section).Select(LampCard.Cells)])));

    private static string Section(string[][] rows) => string.Join('\n', rows.Take(1).Append(["---", "---"]).Concat(rows.Skip(1)).Select(Line));

    private static string Line(string[] cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>Two faults a line, so that all of them fit one printed page.</summary>
    private static string Numbers(Language language)
    {
        string[] head = LampCard.Cells(language.Texts.Say(LampPhrase.Codes));
        string[][] rows = [.. Rows().Where(r => LampCard.Shows(r.Catalogue, r.Row)).Select(r => LampCard.Cells(LampCard.Code(language.Texts, r.Catalogue, r.Row)))];
        int half = (rows.Length + 1) / 2;
        var lines = Enumerable.Range(0, half).Select(line => Line([.. rows[line], .. line + half < rows.Length ? rows[line + half] : ["", "", "", ""]]));
        return string.Join('\n', lines.Prepend("|---|---|---|---|---|---|---|---|").Prepend(Line([.. head, .. head])));
    }

    private static string Commands(Language language)
    {
        var text = new StringBuilder(language.CommandsHead);
        for (int command = 0; command < CommandTable.Max; command++)
        {
            if (CommandTable.FormOf(command) is { } form)
            {
                string access = CommandTable.AccessOf(command) == Access.Open ? "" : language.Technician;
                text.Append(CultureInfo.InvariantCulture, $"\n| `{Shown(form, language)}` | {Cell(language.Texts.Help(command))} | {Cell(language.Texts.Proof(command))} | {access} |");
            }
        }

        return text.ToString();
    }

    /// <summary>A form with its arguments as a person calls them: <c>why &lt;故障码&gt;</c>. What a choice means stands in the console's own help.</summary>
    private static string Shown(string form, Language language) =>
        string.Join(' ', form.Split(' ').Select(word => Argument.Find(word) is >= 0 and int kind ? $"<{language.Texts.Argument(kind).Split(s_behindTheName, StringSplitOptions.None)[0]}>" : word));

    /// <summary>The tolerance at the reference site, in the unit of the console; empty where a tick is enough.</summary>
    private static string Range(Checklist checklist, int row, Language language)
    {
        string limits = Quantity.Limits(checklist.Low(row), checklist.High(row), checklist.Unit(row));
        return limits.Length == 0 ? "" : $" {language.Passes}{limits}";
    }

    /// <summary>Every item of an inspection, with who does it and the plans that it stands in.</summary>
    private static string Items(Language language)
    {
        var checklist = new Checklist(new Settings());
        var text = new StringBuilder(language.ItemsHead);
        for (int row = 0; row < checklist.Count; row++)
        {
            int number = checklist.Number(row);
            string plans = string.Join(language.Code == "zh" ? "、" : ", ", Enumerable.Range(0, Plan.Count).Where(plan => (checklist.Plans(row) & Plan.Bit(plan)) != 0).Select(plan => language.PlanNames[plan]));
            text.Append(CultureInfo.InvariantCulture, $"\n| {number} | {language.Texts.Item(number)} | {language.KindNames[(int)checklist.Kind(row)]} | {language.WhoNames[(int)checklist.Who(row)]} | {plans} | {language.Texts.ItemHow(number)}{Range(checklist, row, language)} |");
        }

        return text.ToString();
    }

    /// <summary>Every module that a fault's part or remedy names, with those faults.</summary>
    private static string Parts(Language language)
    {
        var text = new StringBuilder(language.PartsHead);
        var named = Rows().Select(r => (Code: r.Catalogue.Code(r.Row), Texts: $"{FaultParts.AllOf(r.Catalogue.Code(r.Row))} {language.Texts.Remedy(r.Catalogue.Code(r.Row))}"));
        foreach (var part in named.SelectMany(r => ModuleCode().Matches(r.Texts).Select(m => (Module: m.Value, r.Code))).Distinct().GroupBy(m => m.Module).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n| `{part.Key}` | {language.Texts.Module(part.Key)} | {string.Join(", ", part.Select(m => m.Code))} |");
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\b[A-Z]{3}-[A-Z0-9]{2,}\b")]
    private static partial Regex ModuleCode();

    /// <summary>Terminals of the reference board: its page as far as the tables of the buses, without the title.</summary>
    private static string Wiring(string root, Language language)
    {
        string[] lines = File.ReadAllLines(Path.Combine(root, "boards", "esp32-devkitc", language.WiringFile));
        return string.Join('\n', lines.Skip(1).TakeWhile(l => l is not "## Modules" and not "## 模块")).Replace("\n## ", "\n### ", StringComparison.Ordinal).Trim();
    }

    private static IEnumerable<(FaultCatalogue Catalogue, int Row)> Rows()
    {
        var catalogue = new FaultCatalogue();
        return Enumerable.Range(0, catalogue.Count).OrderBy(catalogue.Code).Select(row => (catalogue, row));
    }

    private static string Cell(string text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');

    private static string Demoted(string pages) => pages.Replace("\n## ", "\n### ", StringComparison.Ordinal).Trim();
}
