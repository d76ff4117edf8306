using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Firmware.Console;
using Firmware.Core.Faults;
using Firmware.Texts.Zh;
using Tools.Manual;

namespace Texts.Tests;

/// <summary>The manual in the repository is the one that the firmware and the chapters give, and it can be printed.</summary>
[TestClass]
public class ManualTests
{
    private static readonly string Root = typeof(ManualTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value;

    [TestMethod]
    public void NoPageIsStale()
    {
        foreach ((string file, string _, string text) in Manuals.Pages(Root))
        {
            Assert.AreEqual(text, File.ReadAllText(Path.Combine(Root, "Firmware", "Manual", file)), $"{file}: run tools/manual");
        }
    }

    [TestMethod]
    public void TheUsersPart_SpeaksOfElementaryFaults_NeverOfLevels()
    {
        foreach (Document document in Document.All.Where(d => d.Name is "operating" or "training"))
        {
            // Of the training sheet the sections for water users.
            string text = string.Concat(Regex.Split(document.Write(Root), "^(?=## )", RegexOptions.Multiline).Where(section => !Regex.IsMatch(section, @"\A## .*(?:技术员|[Tt]echnicians)")));
            Assert.IsFalse(Regex.IsMatch(text, "[一二三四]级|level [1-4]"), document.FileName);
            Assert.IsTrue(Regex.IsMatch(text, "初级故障|[Ee]lementary fault"), document.FileName);
        }
    }

    [TestMethod]
    public void EveryCodeThatTheUserIsTold_HasAPlaceInTheFaultBook()
    {
        foreach (Document document in Document.All.Where(d => d.Name == "operating"))
        {
            foreach (Match match in Regex.Matches(document.Write(Root), @"^\| ([0-9]{3})", RegexOptions.Multiline))
            {
                int code = int.Parse(match.Groups[1].Value);
                Assert.IsNotNull(document.Language.Texts.Remedy(code), $"{document.FileName}: {code}");
            }
        }
    }

    [TestMethod]
    public void Flashes_AreReadDigitByDigit()
    {
        Assert.AreEqual("3 · 长 · 5", LampCard.Flashes(Language.Chinese.Texts, 305));
        Assert.AreEqual("3 · 1 · long", LampCard.Flashes(Language.English.Texts, 310));
    }

    [TestMethod]
    public void AnUnknownTable_IsAnError() => Assert.ThrowsExactly<InvalidDataException>(() => Tables.Make("nothing", Language.English, Root));

    [TestMethod]
    public void ThePdf_HasItsFontInIt_AndGivesTheChineseTitlesBack()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("manual-").FullName, "faults.zh.pdf");
        try
        {
            Pdf.Write(Book.Write(Language.Chinese), "zh", file);
            string text = Regex.Replace(Output("pdftotext", file, "-"), @"\s", "");
            var catalogue = new FaultCatalogue();
            var texts = new ChineseTexts();
            for (int row = 0; row < catalogue.Count; row++)
            {
                string title = Regex.Replace($"{catalogue.Code(row)}{texts.Title(catalogue.Code(row))}", @"\s", "");
                Assert.Contains(title, text);
            }

            string[] fonts = [.. Output("pdffonts", file).Split('\n').Skip(2).Where(l => l.Length > 0)];
            Assert.IsNotEmpty(fonts);
            Assert.IsTrue(fonts.All(f => Regex.IsMatch(f, @"\syes\s+(yes|no)\s+(yes|no)\s")), string.Join('\n', fonts));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file), true);
        }
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void TheLampsFitOnePage(int language)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("manual-").FullName, "leds.pdf");
        try
        {
            var document = new Document("leds", Language.All[language]);
            Pdf.Write(document.Write(Root), document.Language.Code, file, true);
            Assert.MatchesRegex(@"Pages:\s+1\s", Output("pdfinfo", file));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file), true);
        }
    }

    [TestMethod]
    public void TheChineseWiring_NamesTheSameTerminalsAndPins()
    {
        string[] names = [.. new[] { "wiring.md", "wiring.zh.md" }.Select(file => string.Join(' ', TerminalsOf(File.ReadAllText(Path.Combine(Root, "boards", "esp32-devkitc", file)))))];
        Assert.AreEqual(names[0], names[1]);
    }

    /// <summary>An argument in angle brackets is printed; unescaped, a reader of Markdown takes it for a tag and leaves it out.</summary>
    [TestMethod]
    public void ArgumentsInRemedies_ArePrinted()
    {
        Assert.Contains(@"ack \<fault code>;", Book.Write(Language.English));
        Assert.Contains("ack &lt;fault code&gt;;", Markdig.Markdown.ToHtml(Book.Write(Language.English)));
    }

    /// <summary>A procedure works as it is printed: each command in the chapters is the beginning of one of the table, with as many words.</summary>
    [TestMethod]
    public void EveryCommandOfAChapter_IsOneOfTheTable()
    {
        string[][] forms = [.. Enumerable.Range(0, CommandTable.Max).Select(CommandTable.FormOf).Where(form => form != null).Select(form => form.Split(' '))];
        foreach (Document document in Document.All)
        {
            string chapter = File.ReadAllText(Path.Combine(Root, "Firmware", "Manual", "chapters", document.FileName));
            string[] typed = [.. Regex.Matches(chapter, "`([a-z]+(?: [^`]+)?)`").Select(match => match.Groups[1].Value).Where(line => line is not "yes" and not "no" and not "skip" and not "stop")];
            Findings.None(typed.Where(line => !forms.Any(form => BeginsAs(form, line.Split(' ')))).Select(line => $"{document.FileName}: {line}"), "a command of the table");
            Assert.IsTrue(document.Name != "maintenance" || typed.Length > 40, document.FileName);
        }
    }

    private static bool BeginsAs(string[] form, string[] typed)
    {
        string[] words = [.. Regex.Matches(string.Join(' ', typed), "<[^>]+>|[^ ]+").Select(match => match.Value)];
        return words.Length <= form.Length && words.Zip(form).All(pair => Argument.Find(pair.Second) >= 0 || pair.First == pair.Second);
    }

    /// <summary>Who sees only the book finds there what each label is and where.</summary>
    [TestMethod]
    public void EveryLabelOfTheBook_IsExplainedInIt()
    {
        foreach (Language language in Language.All)
        {
            string[] cells = [.. language.Labels.Split('\n').Skip(2).Select(row => row.Split('|')[1])];
            Findings.None(Notation.Labels.Where(label => !cells.Any(cell => Regex.IsMatch(cell, $@"\b{label}\b"))), "a row of the table of labels");
            Assert.Contains(language.Labels, Book.Write(language));
            Assert.Contains(language.Labels, new Document("maintenance", language).Write(Root));
        }
    }

    /// <summary>A module has one name: on the board's pages of terminals it is the one that the console and the manual give.</summary>
    /// <summary>Chapter 10: whatever module a remedy orders, or a fault names as its part, is a spare part, with that fault.</summary>
    [TestMethod]
    public void TheSpareParts_AreAllThatTheRemediesName()
    {
        var catalogue = new FaultCatalogue();
        foreach (Language language in Language.All)
        {
            Dictionary<string, string[]> parts = Tables.Make("parts", language, Root).Split('\n').Where(row => row.StartsWith("| `", StringComparison.Ordinal))
                .Select(row => row.Split('|')).ToDictionary(cells => cells[1].Trim(' ', '`'), cells => cells[3].Trim().Split(", "));
            CollectionAssert.IsSubsetOf(new[] { "CTL-TERM", "FLT-FLOOD", "RLY-OVL" }, parts.Keys.ToArray());
            foreach (int row in Enumerable.Range(0, catalogue.Count))
            {
                string code = catalogue.Code(row).ToString(System.Globalization.CultureInfo.InvariantCulture);
                foreach (string module in Notation.ModulesIn(language.Texts.Remedy(catalogue.Code(row))).Append(catalogue.Part(row)).Where(module => module != "NONE"))
                {
                    Assert.IsTrue(parts.TryGetValue(module, out string[] faults) && faults.Contains(code), $"{language.Code} {code}: {module}");
                }
            }
        }
    }

    [TestMethod]
    public void TheModulesOfBothWiringPages_AreCalledAsOnTheConsole()
    {
        foreach (Language language in Language.All)
        {
            string page = File.ReadAllText(Path.Combine(Root, "boards", "esp32-devkitc", language.WiringFile));
            (string Code, string Name)[] rows = [.. Regex.Matches(page, @"^\| `([A-Z]{3,4}[A-Z0-9-]*)` \| ([^|]*) \|", RegexOptions.Multiline).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];
            CollectionAssert.AreEquivalent(Notation.Modules.Append("NONE").ToArray(), rows.Select(row => row.Code).ToArray());
            Findings.None(rows.Where(row => language.Texts.Module(row.Code) != row.Name).Select(row => $"{row.Code}: {row.Name}"), "the name on the console");
            Assert.IsNull(language.Texts.Module("CTL-OTHER"));
        }
    }

    /// <summary>Terminals and expander pins in the tables, in order, each once.</summary>
    private static string[] TerminalsOf(string page) =>
        [.. Regex.Matches(page.Split("## Modules", StringSplitOptions.None)[0].Split("## 模块", StringSplitOptions.None)[0], @"\b(X[1-8]\.[0-9AB]|P[01][0-7])\b").Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    private static string Output(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true });
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode, program);
        return text;
    }
}
