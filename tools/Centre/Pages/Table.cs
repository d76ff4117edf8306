using System.Collections.Generic;
using System.Linq;

namespace Tools.Centre.Pages;

/// <summary>Rows whose columns stand under each other on a terminal, where a Chinese character takes two columns. Details of a row follow it, indented.</summary>
public sealed class Table(params string[] heads)
{
    private const string Gap = "  ";
    private const string Indent = "      ";

    private readonly List<(string[] Cells, string[] Details)> _rows = [];

    /// <summary>Adds a row, and lines that belong to it; empty ones are left out.</summary>
    public void Add(string[] cells, params string[] details) => _rows.Add((cells, details));

    /// <summary>The lines, the heads first.</summary>
    public List<string> Lines()
    {
        int[] widths = [.. heads.Select((head, column) => _rows.Select(row => Columns.Width(row.Cells[column])).Append(Columns.Width(head)).Max())];
        List<string> lines = [Line(heads, widths)];
        foreach ((string[] cells, string[] details) in _rows)
        {
            lines.Add(Line(cells, widths));
            lines.AddRange(details.Where(detail => detail.Length > 0).Select(detail => Indent + detail));
        }

        return lines;
    }

    private static string Line(string[] cells, int[] widths) =>
        string.Join(Gap, cells.Select((cell, column) => Columns.Pad(cell, widths[column]))).TrimEnd();
}
