using System.Collections.Generic;
using System.Linq;
using Texts.Tests.Areas;

namespace Texts.Tests;

/// <summary>The whole fault book: an area more is a line more in each language.</summary>
public static class Books
{
    /// <summary>Areas in Chinese.</summary>
    public static readonly IReadOnlyList<FaultBook> Chinese = new[] { PlantArea.Chinese, SiteArea.Chinese };

    /// <summary>Areas in English.</summary>
    public static readonly IReadOnlyList<FaultBook> English = new[] { PlantArea.English, SiteArea.English };

    /// <summary>Titles that the Chinese book must have, by code, from the list of terms.</summary>
    public static readonly IReadOnlyDictionary<int, string> ChineseTitles = PlantArea.ChineseTitles.Concat(SiteArea.ChineseTitles)
        .ToDictionary(title => title.Key, title => title.Value);

    /// <summary>All pages in Chinese.</summary>
    public static IEnumerable<FaultPage> ChinesePages => Chinese.SelectMany(book => book.Pages);

    /// <summary>All pages in English.</summary>
    public static IEnumerable<FaultPage> EnglishPages => English.SelectMany(book => book.Pages);

    /// <summary>All pages of both languages.</summary>
    public static IEnumerable<FaultPage> AllPages => ChinesePages.Concat(EnglishPages);
}
