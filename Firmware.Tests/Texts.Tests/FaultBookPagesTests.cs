using System.IO;
using Tools.FaultBook;

namespace Texts.Tests;

/// <summary>The fault book in the repository is the one that the catalogue and the texts give.</summary>
[TestClass]
public class FaultBookPagesTests
{
    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void BookInTheManual_IsNotStale(int language)
    {
        Language book = Language.All[language];
        string file = Path.Combine(System.AppContext.BaseDirectory, "Manual", book.FileName);
        Assert.AreEqual(Book.Write(book), File.ReadAllText(file), "run tools/FaultBook in the repository's root");
    }
}
