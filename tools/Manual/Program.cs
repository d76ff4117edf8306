using System.CommandLine;
using Tools.Manual;

var root = new Option<string>("--root") { Description = "the repository's root", DefaultValueFactory = _ => "." };
var pdf = new Option<string?>("--pdf") { Description = "also write PDF files into this folder" };
var command = new RootCommand("Writes Firmware/Manual in Chinese and English: the fault book, and the manuals from their chapters with tables made from the firmware.") { root, pdf };
command.SetAction(parsed =>
{
    try
    {
        return Manuals.Write(parsed.GetValue(root)!, parsed.GetValue(pdf));
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
    {
        Console.Error.WriteLine($"manual: {e.Message}");
        return 1;
    }
});
return command.Parse(args).Invoke();
