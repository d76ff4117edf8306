using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;

namespace Tools.Host;

/// <summary>One token for every way in which a tool is asked to end: Ctrl-C, SIGTERM, a closed terminal, its parent's end, a time.</summary>
public sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <summary>Listens for signals.</summary>
    /// <param name="ignoreKeyboard">
    /// A child in its parent's terminal gets Ctrl-C too, but it is the parent that ends it, in order.
    /// </param>
    public StopSignal(bool ignoreKeyboard = false)
    {
        On(PosixSignal.SIGINT, stops: !ignoreKeyboard);
        On(PosixSignal.SIGHUP, stops: !ignoreKeyboard);
        On(PosixSignal.SIGTERM, stops: true);
    }

    /// <summary>Cancelled once the tool should end.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Asks the tool to end.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>Asks the tool to end after so many seconds; 0 or less: never.</summary>
    public void StopAfter(double seconds)
    {
        if (seconds > 0)
        {
            _stop.CancelAfter(TimeSpan.FromSeconds(seconds));
        }
    }

    /// <summary>
    /// Hands on each line of standard input. When it ends and somebody else holds our life in it (<paramref name="endIsStop"/>), the tool is
    /// asked to end: a parent that was killed cannot say goodbye, but its end of the pipe closes.
    /// </summary>
    public void ReadInput(Action<string> onLine, bool endIsStop)
    {
        var reader = new Thread(() =>
        {
            while (Console.In.ReadLine() is { } line)
            {
                onLine(line);
            }

            if (endIsStop)
            {
                Stop();
            }
        });
        reader.IsBackground = true;
        reader.Name = "standard input";
        reader.Start();
    }

    /// <summary>Waits until it is time to end, at most so long. True when it is.</summary>
    public bool Wait(TimeSpan longest) => _stop.Token.WaitHandle.WaitOne(longest);

    /// <inheritdoc/>
    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _stop.Dispose();
    }

    private void On(PosixSignal signal, bool stops) => _registrations.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        if (stops)
        {
            Stop();
        }
    }));
}
