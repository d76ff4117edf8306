using System;
using System.Globalization;
using System.Text;

namespace Tools.Centre.Pages;

/// <summary>Text as a terminal shows it: a Chinese character takes two columns.</summary>
public static class Columns
{
    /// <summary>Ranges that take two columns: East Asian Wide and Fullwidth of Unicode's annex 11, as far as they are text.</summary>
    private static readonly (int First, int Last)[] Wide =
    {
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
        (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1FAFF), (0x20000, 0x3FFFD),
    };

    /// <summary>Columns that the text takes on a terminal.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Width(rune);
        }

        return width;
    }

    /// <summary>The text with blanks after it up to so many columns; longer text stays whole.</summary>
    public static string Pad(string text, int columns) =>
        text + new string(' ', Math.Max(0, columns - Width(text)));

    /// <summary>
    /// Text from outside made harmless for a terminal: control and formatting characters become '?', and what is longer than
    /// so many columns is cut.
    /// </summary>
    public static string Clean(string text, int columns)
    {
        var clean = new StringBuilder();
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Width(rune);
            if (width > columns)
            {
                break;
            }

            clean.Append(IsHarmless(rune) ? rune : new Rune('?'));
        }

        return clean.ToString();
    }

    /// <summary>The text, or so much of it as fits so many columns with an ellipsis after it.</summary>
    public static string Cut(string text, int columns) => Width(text) <= columns ? text : Clean(text, columns - 1) + "…";

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static int Width(Rune rune)
    {
        foreach (var (first, last) in Wide)
        {
            if (rune.Value >= first && rune.Value <= last)
            {
                return 2;
            }
        }

        return 1;
    }
}
