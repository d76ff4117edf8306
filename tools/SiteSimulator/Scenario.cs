using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;

namespace Tools.SiteSimulator;

/// <summary>One line of a scenario's timeline.</summary>
/// <param name="At">When, counted from the site's beginning.</param>
/// <param name="Do">Does it to the site; all names and sizes have been checked.</param>
/// <param name="Text">What happens, for a log: <c>inject dry-well</c>.</param>
public sealed record ScenarioStep(TimeSpan At, Action<Site> Do, string Text);

/// <summary>A site and what happens at it, read from a scenario file (format: README).</summary>
/// <param name="Name">Short name, as in the file.</param>
/// <param name="Chinese">What one sees, in Chinese.</param>
/// <param name="English">What one sees, in English.</param>
/// <param name="Parameters">The site's numbers.</param>
/// <param name="Timeline">Steps in the order of their times.</param>
public sealed record Scenario(
    string Name, string Chinese, string English, ParameterSet Parameters, IReadOnlyList<ScenarioStep> Timeline)
{
    private const string Folder = "Scenarios/";
    private const string Extension = ".json";
    private const int LongestFile = 1 << 20; // a megabyte is far beyond any timeline that a person writes

    /// <summary>Names of the scenarios that ship with the simulator, sorted.</summary>
    public static IReadOnlyList<string> Shipped { get; } = ShippedNames();

    /// <summary>Opens a shipped scenario by name, or a file by path (anything with a separator or ending in .json).</summary>
    /// <exception cref="ScenarioException">No such scenario, an unreadable file, or something wrong in it.</exception>
    public static Scenario Open(string nameOrPath) =>
        nameOrPath.EndsWith(Extension, StringComparison.Ordinal) || nameOrPath.IndexOfAny(['/', '\\']) >= 0
            ? OpenFile(nameOrPath)
            : OpenShipped(nameOrPath);

    private static Scenario OpenShipped(string name)
    {
        string found = Names.Find(Shipped, shipped => shipped, name, "scenario");
        string resource = Folder + found + Extension;
        using Stream stream = typeof(Scenario).Assembly.GetManifestResourceStream(resource);
        using StreamReader reader = new(stream);
        return ScenarioReader.Read(found + Extension, reader.ReadToEnd());
    }

    private static Scenario OpenFile(string path)
    {
        string shown = Names.Printable(path);
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > LongestFile }
                ? throw new ScenarioException($"{shown}: larger than {LongestFile} bytes", $"{shown}：超过 {LongestFile} 字节")
                : ScenarioReader.Read(shown, File.ReadAllText(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            (string english, string chinese) = Reason(error);
            throw new ScenarioException($"{shown}: cannot be read: {english}", $"{shown}：无法读取：{chinese}");
        }
    }

    private static (string English, string Chinese) Reason(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => ("there is no such file", "没有这个文件"),
        UnauthorizedAccessException => ("no permission, or a folder", "没有权限，或者是文件夹"),
        _ => (error.Message.ReplaceLineEndings(" "), error.Message.ReplaceLineEndings(" ")),
    };

    private static List<string> ShippedNames()
    {
        List<string> names = [];
        foreach (string resource in Assembly.GetExecutingAssembly().GetManifestResourceNames())
        {
            names.Add(resource[Folder.Length..^Extension.Length]);
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }
}
