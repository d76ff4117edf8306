using System.Collections.Generic;
using System.Linq;
using Tools.Centre.Pages;
using Tools.SiteSimulator;

namespace Tools.Run;

/// <summary>What can be asked for, a line each.</summary>
internal static class Catalogue
{
    private const int KindColumns = 8;
    private const int NameColumns = 26;

    /// <summary>Every scenario.</summary>
    public static List<string> Scenarios(Words words) =>
        [.. Scenario.Shipped.Select(name => Line(words.Kinds[0], name, words.Describe(Scenario.Open(name))))];

    /// <summary>Every fault and action that a running site takes.</summary>
    public static List<string> Lines(Words words) =>
    [
        .. SiteCatalogue.Faults.Select(fault => Line(words.Kinds[1], $"inject {fault.Name}", words.Fault(fault))),
        .. SiteCatalogue.Actions.Select(action => Line(words.Kinds[2], $"{action.Name} {action.On}|{action.Off}", words.Action(action))),
    ];

    private static string Line(string kind, string name, string means) =>
        $"{Columns.Pad(kind, KindColumns)}  {Columns.Pad(name, NameColumns)}  {means}";
}
