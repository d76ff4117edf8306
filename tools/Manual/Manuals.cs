namespace Tools.Manual;

/// <summary>All pages of both languages.</summary>
internal static class Manuals
{
    /// <summary>Every file of Firmware/Manual, with what has to stand in it.</summary>
    public static IEnumerable<(string File, string Language, string Text)> Pages(string root) =>
        Language.All.Select(l => (l.FileName, l.Code, Book.Write(l)))
            .Concat(Document.All.Select(d => (d.FileName, d.Language.Code, d.Write(root))));

    /// <summary>Writes them, and the PDF files where a folder is given.</summary>
    public static int Write(string root, string? pdf)
    {
        string folder = Path.Combine(root, "Firmware", "Manual");
        if (!Directory.Exists(folder))
        {
            throw new IOException($"no folder {folder}; give the repository's root by --root");
        }

        foreach ((string file, string language, string text) in Pages(root))
        {
            File.WriteAllText(Path.Combine(folder, file), text);
            if (pdf != null)
            {
                Directory.CreateDirectory(pdf);
                string target = Path.Combine(pdf, Path.ChangeExtension(file, ".pdf"));
                Pdf.Write(text, language, target, file.StartsWith("leds.", StringComparison.Ordinal));
                Console.WriteLine(target);
            }
        }

        return 0;
    }
}
