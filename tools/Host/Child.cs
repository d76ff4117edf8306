using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text;

namespace Tools.Host;

/// <summary>
/// A process that this one started and that does not outlive it: it reads its standard input and ends when that does, which the
/// kernel brings about even when this process is killed.
/// </summary>
public sealed class Child : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly object _sync = new();
    private bool _disposed;

    private Child(string name, ProcessStartInfo start, Action<string> onLine, Action<string> onError)
    {
        Name = name;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardInputEncoding = new UTF8Encoding(false);
        start.StandardOutputEncoding = Encoding.UTF8;
        start.StandardErrorEncoding = Encoding.UTF8;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hand(line.Data, onLine);
        _process.ErrorDataReceived += (_, line) => Hand(line.Data, onError);
        try
        {
            _process.Start();
        }
        catch (Win32Exception error)
        {
            throw new ToolException(Language.Say($"cannot start {start.FileName}: {error.Message}", $"无法启动 {start.FileName}：{error.Message}"));
        }

        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Name for messages.</summary>
    public string Name { get; }

    /// <summary>Process id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts one of our tools, an assembly that lies beside this one.</summary>
    /// <param name="assembly">Assembly name, e.g. <c>Tools.Centre</c>.</param>
    /// <param name="onLine">Takes each line of its standard output, on another thread.</param>
    /// <param name="onError">Takes each line of its standard error, on another thread.</param>
    /// <param name="environment">Variables to set for it, or null.</param>
    /// <exception cref="ToolException">It cannot be started.</exception>
    public static Child StartTool(
        string name, string assembly, IEnumerable<string> arguments, Action<string> onLine, Action<string> onError,
        IReadOnlyDictionary<string, string> environment = null)
    {
        var start = new ProcessStartInfo(DotNet());
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string variable, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[variable] = value;
        }

        return new Child(name, start, onLine, onError);
    }

    /// <summary>Starts a program that does not watch its standard input, in a session of its own, so that Ctrl-C does not reach it.</summary>
    /// <exception cref="ToolException">It cannot be started.</exception>
    public static Child StartProgram(string name, string program, IEnumerable<string> arguments, Action<string> onLine, Action<string> onError)
    {
        // The watcher keeps our pipe and ends the program with it; exec keeps the process id, so that Kill hits the program itself.
        var start = new ProcessStartInfo("/bin/bash");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec 3<&0 </dev/null; (read -r _ <&3; kill -TERM $$ 2>/dev/null) >/dev/null 2>&1 & exec 3<&-; exec setsid -- \"$@\"");
        start.ArgumentList.Add(name);
        start.ArgumentList.Add(program);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new Child(name, start, onLine, onError);
    }

    /// <summary>Removes a folder when disposed of, or when this process has ended in whatever way. Children that still write there get a moment to end.</summary>
    /// <exception cref="ToolException">It cannot be started.</exception>
    public static Child RemoveAtEnd(string folder)
    {
        var start = new ProcessStartInfo("/bin/bash");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("trap '' INT HUP TERM; read -r _; for _ in {1..20}; do rm -rf -- \"$0\" 2>/dev/null && exit; sleep 0.1; done");
        start.ArgumentList.Add(folder);
        return new Child("remover", start, _ => { }, _ => { });
    }

    /// <summary>Writes a line to its standard input; forgotten when it has ended.</summary>
    public void Tell(string line)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended; whoever cares sees HasExited.
        }
    }

    /// <summary>Ends it at once, as a power cut would: it gets no chance to say anything.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        _process.WaitForExit(s_patience);
    }

    /// <summary>Waits for its end. True when it came in time, and all of its output has been handed on.</summary>
    public bool WaitForExit(TimeSpan longest)
    {
        // Only the asynchronous wait, or one without a limit, also waits for the last lines.
        return _process.WaitForExit(longest) && _process.WaitForExitAsync().Wait(s_patience);
    }

    /// <summary>Asks it to end by closing its input, waits, and kills it when it does not.</summary>
    public void Dispose()
    {
        lock (_sync)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
        }

        CloseInput();
        if (!_process.WaitForExit(s_patience))
        {
            Kill();
        }

        _process.Dispose();
    }

    private void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended and left something unread.
        }
    }

    private void Hand(string line, Action<string> take)
    {
        if (line != null)
        {
            take(line);
        }
    }

    private static string DotNet() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
        : "dotnet";
}
