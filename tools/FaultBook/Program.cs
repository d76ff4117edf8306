using System;
using System.IO;
using Tools.FaultBook;

// Writes both books into the folder given; without one, into Firmware/Manual of the working folder.
string folder = args.Length > 0 ? args[0] : Path.Combine("Firmware", "Manual");
if (args.Length > 1 || !Directory.Exists(folder))
{
    Console.Error.WriteLine($"faultbook: no folder {folder}; give it, or run this in the repository's root");
    return 2;
}

foreach (Language language in Language.All)
{
    File.WriteAllText(Path.Combine(folder, language.FileName), Book.Write(language));
}

return 0;
