using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Tools.NanoLint;

/// <summary>One line of the settings file.</summary>
public sealed record Setting(string Word, string Rule, string Name, string Reason, int Line);

/// <summary>
/// The settings file, one setting a line, <c>#</c> before a remark:
/// <list type="table">
/// <item><term>hot NAME</term><description>method from which the steady tick starts, as <c>Namespace.Type::Method</c></description></item>
/// <item><term>cold NAME # reason</term><description>method that a steady tick does not reach; the walk ends there</description></item>
/// <item><term>float FILE</term><description>the one file of Core that may use floating point</description></item>
/// <item><term>clock FILE</term><description>the one file that may read the system clock</description></item>
/// <item><term>allow RULE NAME # reason</term><description>a method, field or type that may break a rule</description></item>
/// </list>
/// </summary>
public sealed class Settings
{
    private Settings(string path, List<Setting> all)
    {
        Path = path;
        All = all;
    }

    public static Settings None { get; } = new("", new());

    public string Path { get; }

    public IReadOnlyList<Setting> All { get; }

    public IEnumerable<Setting> Of(string word) => All.Where(s => s.Word == word);

    /// <exception cref="InvalidDataException">A line is not a setting; the message is a build error line.</exception>
    public static Settings Read(string path) => Parse(path, File.ReadAllLines(path));

    public static Settings Parse(string path, string[] lines)
    {
        var all = new List<Setting>();
        for (var i = 0; i < lines.Length; i++)
        {
            var (text, reason) = SplitRemark(lines[i]);
            if (text.Length > 0)
            {
                all.Add(ParseLine(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), reason, i + 1)
                    ?? throw new InvalidDataException($"{path}({i + 1}): error NANO000: not a setting: {lines[i].Trim()}; write hot|cold|float|clock NAME or allow RULE NAME, with '# reason' after cold and allow"));
            }
        }

        return new Settings(path, all);
    }

    private static (string Text, string Reason) SplitRemark(string line)
    {
        var mark = line.IndexOf('#');
        return mark < 0 ? (line.Trim(), "") : (line[..mark].Trim(), line[(mark + 1)..].Trim());
    }

    private static Setting ParseLine(string[] word, string reason, int line) => (word[0], word.Length) switch
    {
        ("hot" or "float" or "clock", 2) => new Setting(word[0], "", word[1], reason, line),
        ("cold", 2) when reason != "" => new Setting(word[0], "", word[1], reason, line),
        ("allow", 3) when reason != "" => new Setting(word[0], word[1], word[2], reason, line),
        _ => null,
    };
}
