using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Tools.Host;

namespace Tools.VirtualUnit;

/// <summary>Writes the unit's configuration into its storage folder, as a provisioning tool would over USB.</summary>
internal static class UnitConfiguration
{
    /// <summary>Name of the file on the unit's drive <c>I:</c>.</summary>
    public const string FileName = "unit.cfg";

    /// <summary>Makes the folder where needed and replaces the file.</summary>
    /// <param name="folder">The folder that is the unit's drive.</param>
    /// <param name="values">Keys and values; a value holds no line end.</param>
    /// <exception cref="ToolException">The folder cannot be made or written.</exception>
    public static void Write(string folder, IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder();
        foreach ((string key, string value) in values)
        {
            text.Append(key).Append('=').Append(OneLine(key, value)).Append('\n');
        }

        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, FileName), text.ToString(), new UTF8Encoding(false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException(Language.Say(
                $"storage folder {folder} cannot be written: {Language.Reason(error)}", $"存储文件夹 {folder} 无法写入：{Language.Reason(error)}"));
        }
    }

    private static string OneLine(string key, string value) => value.IndexOfAny(['\n', '\r', '\0']) < 0
        ? value
        : throw new ToolException(Language.Say($"{key} may not hold a line end", $"{key} 不能含换行"), ExitCode.WrongCall);
}
