using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Tools.Host;

namespace EndToEnd.Tests;

/// <summary>One virtual unit in a process of its own, with its console.</summary>
internal sealed class VirtualUnit : IDisposable
{
    private const string ConsoleEvent = "console ";

    private readonly Child _process;
    private readonly StringBuilder _said = new();
    private FileStream _console;
    private volatile bool _isReading;

    /// <param name="storage">Its storage folder; what is in it from before is found again.</param>
    /// <param name="clock">What the world's clocks show; the computer's own time where nothing is said.</param>
    /// <param name="settings">Settings of the unit, each as KEY=VALUE; <c>enrol=PERSON:PIN</c> is a technician whom it knows.</param>
    public VirtualUnit(string name, string storage, string broker, string scenario, double speed, WorldClock clock = null, params string[] settings)
    {
        Name = name;
        _process = Child.StartTool(
            name,
            "Tools.VirtualUnit",
            [
                "--storage", storage, "--site", Bench.Site, "--unit", name, "--broker", broker, "--scenario", scenario,
                "--speed", speed.ToString(CultureInfo.InvariantCulture), "--lang", "en", "--name", "三号井", "--place", "东村", "--with-parent",
                .. settings.SelectMany(setting => setting.StartsWith("enrol=", StringComparison.Ordinal) ? (string[])["--enrol", setting[6..]] : ["--set", setting]),
                .. clock == null ? Array.Empty<string>() : ["--clock", clock.ToString()],
            ],
            Events.Add,
            Errors.Add);
    }

    public string Name { get; }

    public Lines Events { get; } = new();

    public Lines Errors { get; } = new();

    public bool HasExited => _process.HasExited;

    /// <summary>What the console said so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    /// <summary>Types on the console until the answer holds this text; what it said since then is returned.</summary>
    public string Ask(string command, string until)
    {
        OpenConsole();
        int from = Said.Length;
        DateTime again = DateTime.MinValue;
        Wait.Until(
            $"\"{until}\" on the console",
            () =>
            {
                if (DateTime.UtcNow > again)
                {
                    from = Said.Length;
                    Type(command);
                    again = DateTime.UtcNow.AddSeconds(3);
                }

                return Said[from..].Contains(until, StringComparison.Ordinal);
            },
            () => Said);
        return Said[from..];
    }

    /// <summary>Types a line once and waits for its answer; what the console said since then is returned. For what must not be typed twice.</summary>
    public string Enter(string command, string until)
    {
        OpenConsole();
        int from = Said.Length;
        Type(command);
        WaitToSay(until, from);
        return Said[from..];
    }

    /// <summary>Waits until the console has said this since a place in <see cref="Said"/>.</summary>
    public void WaitToSay(string what, int from) =>
        Wait.Until($"\"{what}\" on the console", () => Said[from..].Contains(what, StringComparison.Ordinal), () => Said[from..]);

    /// <summary>Types a line on the open console and waits for nothing.</summary>
    public void Type(string command) => _console.Write(Encoding.UTF8.GetBytes(command + "\r"));

    /// <summary>The terminal stays attached, and its program takes nothing more.</summary>
    public void StopReading() => _isReading = false;

    /// <summary>The terminal goes; the next question opens another.</summary>
    public void CloseConsole()
    {
        _isReading = false;
        _console.Dispose();
        _console = null;
    }

    /// <summary>Types a live command to the simulated site.</summary>
    public void Tell(string command) => _process.Tell(command);

    /// <summary>No thread of the firmware has died, and the process lives.</summary>
    public void AssertAlive()
    {
        Assert.IsFalse(HasExited, Errors.ToString());
        Assert.IsEmpty(Events.With("dead "), Events.ToString());
    }

    /// <summary>The power is cut.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        _process.Dispose();
        _console?.Dispose();
    }

    private void OpenConsole()
    {
        if (_console != null)
        {
            return;
        }

        Events.WaitFor(ConsoleEvent);
        string path = Events.With(ConsoleEvent)[0][ConsoleEvent.Length..];
        _console = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        _isReading = true;
        FileStream console = _console;
        new Thread(() => Listen(console)) { IsBackground = true, Name = "console of " + Name }.Start();
    }

    private void Listen(FileStream console)
    {
        byte[] buffer = new byte[1024];
        try
        {
            for (int count = 1; count > 0 && _isReading;)
            {
                count = console.Read(buffer);
                lock (_said)
                {
                    _said.Append(Encoding.UTF8.GetString(buffer, 0, count));
                }
            }
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException)
        {
            // The unit has gone, and its terminal with it.
        }
    }
}
