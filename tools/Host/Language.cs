using System;
using System.IO;

namespace Tools.Host;

/// <summary>The language of one call of a tool. It is read from the call itself, because options are described and refused before they are parsed.</summary>
public static class Language
{
    /// <summary>The option that chooses it.</summary>
    public const string Option = "--lang";

    /// <summary>Whether it is Chinese; it is where the call chooses none.</summary>
    public static bool IsChinese { get; private set; } = Of(Environment.GetCommandLineArgs()) != "en";

    /// <summary>
    /// For a tool whose language is the person's own where the call chooses none: LC_ALL, LC_MESSAGES or LANG, the first that is set (POSIX), Chinese when it
    /// begins with <c>zh</c>. To be called before anything is said.
    /// </summary>
    public static void FollowLocale()
    {
        if (Of(Environment.GetCommandLineArgs()).Length == 0)
        {
            string[] variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
            string locale = Array.Find(Array.ConvertAll(variables, Environment.GetEnvironmentVariable), value => !string.IsNullOrEmpty(value));
            IsChinese = locale?.StartsWith("zh", StringComparison.Ordinal) == true;
        }
    }

    /// <summary>The text in the call's language.</summary>
    public static string Say(string english, string chinese) => IsChinese ? chinese : english;

    /// <summary>What the computer said about a file, on one line.</summary>
    public static string Reason(Exception error) => !IsChinese ? error.Message.ReplaceLineEndings(" ") : error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "没有这个文件或文件夹",
        UnauthorizedAccessException => "没有权限",
        _ => error.Message.ReplaceLineEndings(" "),
    };

    /// <summary>What a call chooses, as <c>--lang en</c>, <c>--lang=en</c> or <c>--lang:en</c>; "" where it does not.</summary>
    public static string Of(string[] call)
    {
        for (int i = call.Length - 1; i >= 0; i--)
        {
            if (call[i] == Option)
            {
                return i + 1 < call.Length ? call[i + 1] : "";
            }

            if (call[i].StartsWith(Option + "=", StringComparison.Ordinal) || call[i].StartsWith(Option + ":", StringComparison.Ordinal))
            {
                return call[i][(Option.Length + 1)..];
            }
        }

        return "";
    }
}
