using System.Linq;

namespace Texts.Tests;

/// <summary>The English is short and of one alphabet.</summary>
[TestClass]
public sealed class EnglishTests
{
    private const int TitleCharacters = 40;
    private const string Signs = "–−×°³Ω±≤≥‰";

    [TestMethod]
    public void TitlesFitTheColumn()
    {
        Findings.None(Books.EnglishPages.Where(page => page.Title.Length > TitleCharacters).Select(page => $"{page.Code}: {page.Title}"), "at most 40 characters");
    }

    [TestMethod]
    public void NoChineseIsLeft()
    {
        Findings.None(
            Books.EnglishPages.SelectMany(page => page.Whole.Where(sign => sign > '~' && !Signs.Contains(sign)).Select(sign => $"{page.Code}: {sign}")),
            "ASCII and a few signs");
    }
}
