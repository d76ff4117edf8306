using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Texts.Tests;

/// <summary>One word for one thing: the maintenance manual's table of words holds for every text that a person reads, in the repository's own sources.</summary>
[TestClass]
public sealed class WordsTests
{
    private static readonly string s_root = typeof(WordsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value;
    private static readonly Regex s_quoted = new("\"(?:[^\"\\\\]|\\\\.)*\"");

    [TestMethod]
    public void NoChineseTextUsesARejectedWord()
    {
        string[] rejected = Rejected("zh", "、");
        Assert.IsGreaterThan(40, rejected.Length, "the table is not found any more");
        string[] files =
        [
            .. Files("Firmware/Texts", "*.cs"), .. Files("tools", "*.cs"), .. Files("tools", "*.json"), .. Files("boards", "*.zh.md"), .. Files("Firmware/Manual", "*.zh.md"),
            Path.Combine(s_root, "README.md"),
        ];
        Findings.None(Offences(files, rejected, "## 12. 用词"), "the word of the table in chapter 12 of the maintenance manual");
    }

    [TestMethod]
    public void NoEnglishTextUsesARejectedWord()
    {
        string[] rejected = Rejected("en", ", ");
        Assert.IsGreaterThan(15, rejected.Length, "the table is not found any more");
        string[] files = [.. Files("Firmware/Texts", "*.cs").Where(file => file.Contains("/En", StringComparison.Ordinal)), .. Files("Firmware/Manual", "*.en.md"), .. Files("boards", "wiring.md")];
        Findings.None(Offences(files, rejected, "## 12. Words"), "the word of the table in chapter 12 of the maintenance manual");
    }

    /// <summary>The last column of the table, a word each.</summary>
    private static string[] Rejected(string language, string comma) =>
        [.. File.ReadAllLines(Path.Combine(s_root, "Firmware", "Manual", "chapters", $"maintenance.{language}.md"))
            .SkipWhile(line => !line.StartsWith("## 12.", StringComparison.Ordinal)).Where(line => line.StartsWith('|')).Skip(2)
            .SelectMany(line => line.Trim('|', ' ').Split('|')[^1].Trim().Split(comma))];

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(s_root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    /// <summary>In sources only what stands in quotation marks is said to anybody.</summary>
    private static IEnumerable<string> Offences(IEnumerable<string> files, string[] rejected, string table) =>
        from file in files
        let text = File.ReadAllText(file).Split('\n' + table)[0]
        from said in file.EndsWith(".cs", StringComparison.Ordinal) ? s_quoted.Matches(text).Select(match => match.Value) : text.Split('\n')
        from word in rejected
        where Regex.IsMatch(said, word[0] < '\u2e80' ? $@"\b{word}\b" : word, RegexOptions.IgnoreCase)
        select $"{Path.GetRelativePath(s_root, file)}: {word}: {said.Trim()}";
}
