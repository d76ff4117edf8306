using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Texts.Tests;

/// <summary>One language of one area: the texts of some codes, in one assembly.</summary>
/// <param name="Area">Name of the area.</param>
/// <param name="Assembly">Where the texts were compiled into.</param>
/// <param name="Pages">A page for each code that the area must have.</param>
public sealed record FaultBook(string Area, Assembly Assembly, IReadOnlyList<FaultPage> Pages)
{
    /// <summary>Reads the pages of an area's codes.</summary>
    public static FaultBook Read(
        string area, Type book, IEnumerable<int> codes, Func<int, string> title, Func<int, string> meaning, Func<int, string> causes, Func<int, string> remedy)
    {
        return new FaultBook(area, book.Assembly, codes.Select(code => new FaultPage(code, title(code), meaning(code), causes(code), remedy(code))).ToList());
    }
}
