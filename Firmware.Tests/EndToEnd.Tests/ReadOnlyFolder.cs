using System;
using System.Diagnostics;
using System.IO;

namespace EndToEnd.Tests;

/// <summary>
/// A folder in which nothing can be written as long as this lives, for whoever runs the tests: its permission is taken away; root, whom no permission binds, mounts it over itself, read-only. Fails the test
/// where neither helps.
/// </summary>
internal sealed class ReadOnlyFolder : IDisposable
{
    private readonly string _folder;
    private readonly bool _isMounted;

    public ReadOnlyFolder(string folder)
    {
        _folder = folder;
        Run("chmod", "u-w", folder);
        if (TakesFiles())
        {
            Run("mount", "--bind", folder, folder);
            _isMounted = true;
            Run("mount", "-o", "remount,bind,ro", folder);
        }

        Assert.IsFalse(TakesFiles(), $"{folder} can still be written");
    }

    public void Dispose()
    {
        if (_isMounted)
        {
            Run("umount", _folder);
        }

        Run("chmod", "u+w", _folder);
    }

    private bool TakesFiles()
    {
        string probe = Path.Combine(_folder, "probe");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode, $"{program}: {said}");
    }
}
