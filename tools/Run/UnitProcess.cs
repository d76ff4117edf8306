using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using Tools.Host;

namespace Tools.Run;

/// <summary>One virtual unit in a process of its own, and what it shows.</summary>
internal sealed class UnitProcess : IDisposable
{
    private readonly object _sync = new();
    private readonly Screen _screen;
    private readonly Words _words;
    private readonly LedStrip _leds;
    private readonly string[] _arguments;
    private Child _process;
    private readonly double _speed;
    private double _unitSeconds;
    private double _heardAt = Now;
    private bool _endSaid;
    private volatile bool _isCut;

    public UnitProcess(string name, IEnumerable<string> arguments, double speed, Screen screen, Words words)
    {
        (Name, _screen, _words) = (name, screen, words);
        _leds = new LedStrip(words.Led, light => words.Lights[light]);
        _speed = speed;
        _arguments = [.. arguments];
        _process = Start();
    }

    /// <summary>Name of the unit in its topics.</summary>
    public string Name { get; }

    /// <summary>Whether it ended by itself; a unit whose power is cut has not.</summary>
    public bool HasExited => !_isCut && _process.HasExited;

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Sends a live command; <c>power off</c> and <c>power on</c> are the process itself.</summary>
    public void Tell(string command)
    {
        switch (command)
        {
            case "power off" when !_isCut:
                _isCut = true;
                _process.Kill();
                _screen.Say(Name, _words.PowerCut);
                break;
            case "power on" when _isCut:
                _process.Dispose();
                _process = Start();
                _isCut = false;
                _screen.Say(Name, _words.PowerBack);
                break;
            default:
                _process.Tell(command);
                break;
        }
    }

    /// <summary>Shows what is new; call it some times a second.</summary>
    public void Poll()
    {
        if (!HasExited && !_isCut)
        {
            ShowLeds();
        }
        else if (HasExited && !_endSaid)
        {
            _endSaid = true;
            _screen.Say(Name, _words.Ended + ExitCode);
        }
    }

    public void Dispose() => _process.Dispose();

    private Child Start() => Child.StartTool(Name, "Tools.VirtualUnit", _arguments, Show, line => _screen.Say(Name, line));

    private static double Now => Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;

    private void Show(string line)
    {
        int blank = line.IndexOf(' ');
        string text = line[(blank + 1)..];
        switch (blank < 0 ? line : line[..blank])
        {
            case "leds":
                TakeLeds(text);
                break;
            case "console": _screen.Say(Name, $"{_words.Console}: minicom -D {text}"); break;
            case "site": _screen.Say(Name, $"{_words.Site}: {_words.Event(text)}"); break;
            case "refused": _screen.Say(Name, $"{_words.Refused}: {text}"); break;
            case "restart": _screen.Say(Name, $"{_words.Restart}: {text}"); break;
            case "dead": _screen.Say(Name, $"{_words.Dead}: {text}"); break;
            default: _screen.Say(Name, line); break;
        }
    }

    private void ShowLeds()
    {
        string leds;
        lock (_sync)
        {
            leds = _leds.Poll(_unitSeconds + ((Now - _heardAt) * _speed));
        }

        if (leds != null)
        {
            _screen.Say(Name, $"{_words.Leds}: {leds}");
        }
    }

    /// <summary>Unit time in milliseconds, then the levels.</summary>
    private void TakeLeds(string text)
    {
        int blank = text.IndexOf(' ');
        lock (_sync)
        {
            (_unitSeconds, _heardAt) = (long.Parse(text[..blank], CultureInfo.InvariantCulture) / 1000.0, Now);
            _leds.Take(text[(blank + 1)..], _unitSeconds);
        }
    }
}
