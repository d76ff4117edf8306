using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator;

/// <summary>Looks names up, and says which valid name was probably meant.</summary>
internal static class Names
{
    private const int LongestShown = 60; // longer than any name there is

    private static readonly Dictionary<string, string> _chineseKinds = new()
    {
        ["fault"] = "故障",
        ["action"] = "操作",
        ["scenario"] = "场景",
        ["field"] = "字段",
        ["site parameter"] = "现场参数",
        ["terminal"] = "接线端",
    };

    /// <summary>The row of that name.</summary>
    /// <exception cref="ScenarioException">There is none; the message names the nearest.</exception>
    public static T Find<T>(IReadOnlyList<T> rows, Func<T, string> nameOf, string name, string kind)
    {
        foreach (T row in rows)
        {
            if (nameOf(row) == name)
            {
                return row;
            }
        }

        throw Unknown(rows, nameOf, name, kind);
    }

    /// <summary>The name among the rows that takes the fewest edits to reach; null where each takes more than half of the name's letters.</summary>
    public static string Nearest<T>(IReadOnlyList<T> rows, Func<T, string> nameOf, string name)
    {
        string best = null;
        int fewest = (name.Length / 2) + 1;
        foreach (T row in rows)
        {
            int edits = Edits(nameOf(row), name);
            if (edits < fewest)
            {
                (best, fewest) = (nameOf(row), edits);
            }
        }

        return best;
    }

    /// <summary>The refusal of an unknown name.</summary>
    public static ScenarioException Unknown<T>(IReadOnlyList<T> rows, Func<T, string> nameOf, string name, string kind)
    {
        string nearest = Nearest(rows, nameOf, name);
        string shown = Printable(name);
        return new ScenarioException(
            $"there is no {kind} \"{shown}\"" + (nearest == null ? "" : $"; the nearest is \"{nearest}\""),
            $"没有名为“{shown}”的{_chineseKinds[kind]}" + (nearest == null ? "" : $"，最接近的是“{nearest}”"));
    }

    /// <summary>A text from outside on one line, cut at so many characters.</summary>
    public static string Printable(string text, int most = LongestShown)
    {
        char[] shown = text.ToCharArray(0, Math.Min(text.Length, most));
        for (int i = 0; i < shown.Length; i++)
        {
            shown[i] = char.IsControl(shown[i]) ? '?' : shown[i];
        }

        return new string(shown) + (text.Length > most ? "…" : "");
    }

    /// <summary>Levenshtein distance; of the second only the first 60 characters count.</summary>
    private static int Edits(string from, string to)
    {
        to = to[..Math.Min(to.Length, LongestShown)];
        int[] row = new int[to.Length + 1];
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
