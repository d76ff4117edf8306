using System;
using System.IO;
using Code = Board.Native.IOException.IOExceptionErrorCode;

namespace Board.Native;

/// <summary>The drive <c>I:</c> on a real folder. Every failure leaves as an <see cref="IOException"/> with the device's error code.</summary>
internal static class InternalDrive
{
    internal const string Root = "I:\\";
    private const int LongestPath = 256;
    private const string Pending = ".pending";

    /// <summary>The real path of a device path.</summary>
    /// <exception cref="IOException">Not on <c>I:\</c>, too long, or the unit has no storage.</exception>
    internal static string Resolve(string path)
    {
        StallGate.Pass();
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!path.StartsWith(Root, StringComparison.Ordinal))
        {
            throw new IOException(path + " is not on I:\\", Code.VolumeNotFound);
        }

        if (path.Length > LongestPath)
        {
            throw new IOException("path is longer than 256 characters", Code.PathTooLong);
        }

        if (Hardware.StorageRoot == null)
        {
            throw new IOException("the unit has no storage", Code.VolumeNotFound);
        }

        return Inside(path);
    }

    /// <summary>The device path of a real one.</summary>
    internal static string DevicePath(string real) =>
        Root + System.IO.Path.GetRelativePath(Hardware.StorageRoot, real).Replace('/', '\\');

    /// <summary>Replaces a file's content at once or not at all, as littlefs does at Close.</summary>
    internal static void Replace(string real, ReadOnlySpan<byte> content)
    {
        long others = BytesBeside(real);
        Guard(() =>
        {
            if (Hardware.Storage.TakeFailure())
            {
                throw new IOException("flash write failed", Code.Others);
            }
        });
        if (others + content.Length > Hardware.Profile.StorageBytes)
        {
            throw new IOException("the drive is full", Code.Others);
        }

        byte[] bytes = content.ToArray();
        Guard(() =>
        {
            System.IO.File.WriteAllBytes(real + Pending, bytes);
            System.IO.File.Move(real + Pending, real, overwrite: true);
        });
        Hardware.Storage.CountClose();
        StallGate.Stall(Hardware.Profile.FileCloseStall);
    }

    /// <summary>Turns the computer's failures into the device's.</summary>
    internal static void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (System.IO.DirectoryNotFoundException e)
        {
            throw new IOException(e.Message, Code.DirectoryNotFound);
        }
        catch (System.IO.FileNotFoundException e)
        {
            throw new IOException(e.Message, Code.FileNotFound);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, Code.UnauthorizedAccess);
        }
        catch (System.IO.IOException e) when (e is not IOException)
        {
            throw new IOException(e.Message, Code.Others);
        }
    }

    private static string Inside(string path)
    {
        string root = System.IO.Path.GetFullPath(Hardware.StorageRoot);
        string real = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, path[Root.Length..].Replace('\\', '/')));
        if (real != root && !real.StartsWith(root + "/", StringComparison.Ordinal))
        {
            throw new IOException(path + " leaves the drive", Code.DirectoryNotFound);
        }

        return real;
    }

    private static long BytesBeside(string real)
    {
        long total = 0;
        Guard(() =>
        {
            foreach (FileInfo file in new System.IO.DirectoryInfo(Hardware.StorageRoot).EnumerateFiles("*", SearchOption.AllDirectories))
            {
                total += file.FullName == real ? 0 : file.Length;
            }
        });
        return total;
    }
}
