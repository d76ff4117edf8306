using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;

namespace EndToEnd.Tests;

/// <summary>A real terminal, 80 by 24, that nobody looks at: tmux, with tools/console on a unit's pseudo-terminal in it. What a person would see is read back from its screen.</summary>
internal sealed class TmuxScreen : IDisposable
{
    private readonly string _server = "unit-" + Guid.NewGuid().ToString("N");

    public TmuxScreen(string path)
    {
        string terminal = Path.Combine(AppContext.BaseDirectory, "Tools.Terminal.dll");
        Run("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", $"dotnet '{terminal}' --pty {path} 2>&1; sleep 60");
    }

    /// <summary>Whether this machine has tmux.</summary>
    public static bool IsHere => Array.Exists((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), folder => File.Exists(Path.Combine(folder, "tmux")));

    /// <summary>Types text as it is.</summary>
    public void Type(string text) => Run("send-keys", "-l", text);

    /// <summary>Presses a key by tmux's name for it.</summary>
    public void Press(string key) => Run("send-keys", key);

    /// <summary>The screen as it is now, without the blank lines at its end.</summary>
    public string Now() => Run("capture-pane", "-p").TrimEnd();

    /// <summary>The screen once it has stood still for half a second, without the blank lines at its end.</summary>
    public string Settled()
    {
        string seen = "";
        int still = 0;
        for (int wait = 0; wait < 300 && still < 6; wait++)
        {
            Thread.Sleep(100);
            string now = Now();
            still = now == seen && now.Length > 0 ? still + 1 : 0;
            seen = now;
        }

        return seen;
    }

    public void Dispose() => Run("kill-server");

    private string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("tmux") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("TMUX");
        start.ArgumentList.Add("-u");
        start.ArgumentList.Add("-L");
        start.ArgumentList.Add(_server);
        Array.ForEach(arguments, start.ArgumentList.Add);
        using Process tmux = Process.Start(start);
        string said = tmux.StandardOutput.ReadToEnd();
        tmux.WaitForExit();
        return said;
    }
}
