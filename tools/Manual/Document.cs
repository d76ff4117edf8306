using System.Text.RegularExpressions;

namespace Tools.Manual;

/// <summary>A page of the manual: a chapter written by hand, with tables made from the firmware in it.</summary>
internal sealed partial record Document(string Name, Language Language)
{
    /// <summary>The manuals that have a chapter; the fault book has none.</summary>
    public static readonly string[] Names = ["operating", "maintenance", "leds", "training"];

    public static IEnumerable<Document> All => Names.SelectMany(name => Language.All.Select(language => new Document(name, language)));

    /// <summary>File in Firmware/Manual.</summary>
    public string FileName => $"{Name}.{Language.Code}.md";

    /// <summary>The chapter with its tables. Throws <see cref="IOException"/> where there is none.</summary>
    public string Write(string root)
    {
        string chapter = File.ReadAllText(Path.Combine(root, "Firmware", "Manual", "chapters", FileName));
        return Placeholder().Replace(chapter, match => Tables.Make(match.Groups[1].Value, Language, root));
    }

    [GeneratedRegex(@"\{\{([a-z]+)\}\}")]
    private static partial Regex Placeholder();
}
