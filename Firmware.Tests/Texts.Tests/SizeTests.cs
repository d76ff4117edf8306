using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Texts.Tests;

/// <summary>What a page may take on the console and an assembly in the flash.</summary>
[TestClass]
public sealed class SizeTests
{
    // The metadata processor addresses strings with 16 bits; names of types and methods share the table.
    private const int AssemblyBytes = 60_000;

    // 480 Chinese characters, at two columns each: with its evidence a page is three screens of 80 columns by 24 lines.
    private const int ChineseColumns = 960;
    private const int EnglishCharacters = 1000;

    [TestMethod]
    public void StringsOfAnAssemblyFitItsTable()
    {
        Findings.None(
            Books.Chinese.Concat(Books.English).Select(book => (book.Assembly.GetName().Name, Bytes: StringBytes(book.Assembly.Location)))
                .Where(book => book.Bytes > AssemblyBytes).Select(book => $"{book.Name}: {book.Bytes} bytes"),
            $"at most {AssemblyBytes} bytes");
    }

    /// <summary>The phrases of the console are numbered in several classes; a number that stands twice would say the wrong thing.</summary>
    [TestMethod]
    public void NoPhraseHasTheNumberOfAnother()
    {
        var numbers = typeof(Firmware.Console.Phrase).Assembly.GetTypes().Where(type => type.Name.EndsWith("Phrase", System.StringComparison.Ordinal))
            .SelectMany(type => type.GetFields().Where(field => field.IsLiteral).Select(field => (Number: (int)field.GetRawConstantValue(), Name: type.Name + "." + field.Name)));
        Assert.AreEqual("", string.Join(' ', numbers.GroupBy(one => one.Number).Where(same => same.Count() > 1).SelectMany(same => same.Select(one => one.Name))));
    }

    [TestMethod]
    public void AnAssemblyHoldsAtLeastItsPages()
    {
        foreach (FaultBook book in Books.Chinese.Concat(Books.English))
        {
            int pages = book.Pages.Sum(page => Encoding.UTF8.GetByteCount(page.Meaning + page.Causes + page.Remedy));
            Assert.IsGreaterThanOrEqualTo(pages, StringBytes(book.Assembly.Location), book.Area + ": the count above misses texts");
        }
    }

    [TestMethod]
    public void AChinesePageFitsItsColumns()
    {
        Findings.None(
            Books.ChinesePages.Where(page => Columns(page.Whole) > ChineseColumns).Select(page => $"{page.Code}: {Columns(page.Whole)}"),
            $"at most {ChineseColumns} columns");
    }

    [TestMethod]
    public void AnEnglishPageFitsItsCharacters()
    {
        Findings.None(
            Books.EnglishPages.Where(page => page.Whole.Length > EnglishCharacters).Select(page => $"{page.Code}: {page.Whole.Length}"),
            $"at most {EnglishCharacters} characters");
    }

    // From the first CJK punctuation on a terminal gives a character two columns.
    private static int Columns(string text) => text.Sum(sign => sign >= '\u2e80' ? 2 : 1);

    private static int StringBytes(string file)
    {
        using PEReader assembly = new(File.OpenRead(file));
        MetadataReader metadata = assembly.GetMetadataReader();
        return UserStrings(metadata).Sum(text => Encoding.UTF8.GetByteCount(text) + 1) + metadata.GetHeapSize(HeapIndex.String);
    }

    private static IEnumerable<string> UserStrings(MetadataReader metadata)
    {
        for (UserStringHandle handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            yield return metadata.GetUserString(handle);
        }
    }
}
