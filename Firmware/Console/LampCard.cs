using Firmware.Core.Faults;

namespace Firmware.Console;

/// <summary>
/// The one page that says what the lamps tell: five sections of two columns, then every code that they can show with its flashes, level and title. The console shows it (<c>lamp</c>) and the manual prints it; both take it from here.
/// </summary>
public static class LampCard
{
    /// <summary>Sections before the table of numbers.</summary>
    public const int Sections = 5;

    /// <summary>The rhythms, which are the first sections: level, link, power.</summary>
    public const int Rhythms = 3;

    /// <summary>The code that is shown as an example.</summary>
    private const int Example = 305;

    private const int NumberSection = LampPhrase.Number - LampPhrase.Level;

    /// <summary>The rows of a section, each with its cells (<see cref="Cells"/>); the first is the head.</summary>
    public static string[] Rows(Texts texts, int section)
    {
        string rows = texts.Say(LampPhrase.Level + section);
        return (section == NumberSection ? rows + "\n" + Example + "\t" + Flashes(texts, Example) : rows).Split('\n');
    }

    /// <summary>Cells of a row.</summary>
    public static string[] Cells(string row)
    {
        return row.Split('\t');
    }

    /// <summary>A fault of the table of numbers: code, flashes, level, title.</summary>
    public static string Code(Texts texts, FaultCatalogue catalogue, int row)
    {
        int code = catalogue.Code(row);
        return code + "\t" + Flashes(texts, code) + "\t" + texts.Say(Phrase.Level1 + catalogue.Level(row) - 1) + "\t" + texts.Title(code);
    }

    /// <summary>True where the lamps can show a fault; what only the centre can know (610) no lamp ever does.</summary>
    public static bool Shows(FaultCatalogue catalogue, int row) => catalogue.CheckOf(row) != Check.CentreOnly;

    /// <summary>The row of the next code above one that the lamps show; −1 where there is none.</summary>
    public static int RowAbove(FaultCatalogue catalogue, int code)
    {
        int next = -1;
        for (int row = 0; row < catalogue.Count; row++)
        {
            bool above = catalogue.Code(row) > code && Shows(catalogue, row);
            next = above && (next < 0 || catalogue.Code(row) < catalogue.Code(next)) ? row : next;
        }

        return next;
    }

    /// <summary>The flashes of a code, digit by digit: <c>3 · long · 5</c>.</summary>
    public static string Flashes(Texts texts, int code)
    {
        return Digit(texts, code / 100) + " · " + Digit(texts, code / 10 % 10) + " · " + Digit(texts, code % 10);
    }

    private static string Digit(Texts texts, int digit)
    {
        return digit == 0 ? texts.Say(LampPhrase.Long) : digit.ToString();
    }
}
