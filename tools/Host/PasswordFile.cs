using System;
using System.IO;

namespace Tools.Host;

/// <summary>A password comes from a file: on the command line every other user of the machine could read it.</summary>
public static class PasswordFile
{
    /// <summary>The first line of the file; null without a file.</summary>
    /// <exception cref="ToolException">It cannot be read.</exception>
    public static string Read(string file)
    {
        try
        {
            return file == null ? null : File.ReadAllText(file).Split('\n')[0].TrimEnd('\r');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException(Language.Say($"cannot read the password in {file}: {Language.Reason(error)}", $"无法读取密码文件 {file}：{Language.Reason(error)}"));
        }
    }
}
