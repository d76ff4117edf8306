using System;
using System.Linq;
using Code = Board.Native.IOException.IOExceptionErrorCode;

namespace Board.Native;

/// <summary>Directories on <c>I:</c>.</summary>
public static class Directory
{
    public static DirectoryInfo CreateDirectory(string path)
    {
        string real = InternalDrive.Resolve(path);
        InternalDrive.Guard(() => System.IO.Directory.CreateDirectory(real));
        return new DirectoryInfo(path);
    }

    public static void Delete(string path) => Delete(path, false);

    public static void Delete(string path, bool recursive)
    {
        string real = Existing(path);
        if (!recursive && System.IO.Directory.EnumerateFileSystemEntries(real).Any())
        {
            throw new IOException(path + " is not empty", Code.DirectoryNotEmpty);
        }

        InternalDrive.Guard(() => System.IO.Directory.Delete(real, recursive));
    }

    public static bool Exists(string path) => System.IO.Directory.Exists(InternalDrive.Resolve(path));

    /// <summary>Full device paths of the files in a directory, in no promised order.</summary>
    public static string[] GetFiles(string path) => List(path, System.IO.Directory.GetFiles);

    /// <summary>Full device paths of the directories in a directory, in no promised order.</summary>
    public static string[] GetDirectories(string path) => List(path, System.IO.Directory.GetDirectories);

    public static void Move(string sourceDirName, string destDirName)
    {
        string source = Existing(sourceDirName);
        string target = InternalDrive.Resolve(destDirName);
        if (System.IO.Directory.Exists(target))
        {
            throw new IOException(destDirName + " exists", Code.PathAlreadyExists);
        }

        InternalDrive.Guard(() => System.IO.Directory.Move(source, target));
    }

    private static string[] List(string path, Func<string, string[]> list)
    {
        string real = Existing(path);
        string[] entries = [];
        InternalDrive.Guard(() => entries = list(real));
        return entries.Select(InternalDrive.DevicePath).ToArray();
    }

    private static string Existing(string path)
    {
        string real = InternalDrive.Resolve(path);
        return System.IO.Directory.Exists(real) ? real : throw new IOException(path + " does not exist", Code.DirectoryNotFound);
    }
}

/// <summary>What <see cref="Directory.CreateDirectory"/> returns.</summary>
public sealed class DirectoryInfo(string path)
{
    public string Name => path.TrimEnd('\\').Split('\\')[^1];

    public bool Exists => Directory.Exists(path);

    public override string ToString() => path;
}
