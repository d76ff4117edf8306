using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records;

namespace Firmware.Console;

/// <summary>
/// The serial console: what a technician reads at the enclosure. Reading needs no login. It takes at most <see cref="BytesPerScan"/> typed bytes
/// a scan and runs at most one command, so that neither a held key nor a flood delays the loop.
/// </summary>
public sealed class UnitConsole
{
    private const int BytesPerScan = 32;

    /// <summary>Output that may still wait when the next command is taken; the longest page fits into what is left of the ring.</summary>
    private const int Reserve = 200;

    private readonly IConsolePort _port;
    private readonly Texts _chinese;
    private readonly Texts _english;
    private readonly Screen _screen;
    private readonly StatusPage _status;
    private readonly FaultPages _faults;
    private readonly LineEditor _line = new LineEditor();
    private readonly byte[] _typed = new byte[1];
    private int _wordEnd;
    private int _argumentAt;
    private int _lineEnd;
    private bool _greeted;

    /// <summary>A console on a port, in the language of the settings.</summary>
    public UnitConsole(IConsolePort port, SiteController site, Delivery delivery, UnitClock clock, ILink link, Settings settings, Texts chinese, Texts english)
    {
        _port = port;
        _chinese = chinese;
        _english = english;
        _screen = new Screen(settings.Chinese ? chinese : english, clock, settings.UtcOffsetMinutes);
        _status = new StatusPage(_screen, site, delivery, link, settings);
        _faults = new FaultPages(_screen, site);
    }

    /// <summary>One scan's work.</summary>
    public void Step(long nowMs)
    {
        _screen.NowMs = nowMs;
        _screen.Out.Flush(_port);
        if (_screen.Out.Count > Reserve)
        {
            return;
        }

        bool ran = false;
        for (int taken = 0; taken < BytesPerScan && !ran && _port.Read(_typed, 1) == 1; taken++)
        {
            ran = TakeByte(_typed[0]);
        }
    }

    /// <summary>True where the byte ended a line, and its command ran.</summary>
    private bool TakeByte(byte value)
    {
        if (!_greeted)
        {
            _greeted = true;
            _screen.Line(Phrase.Welcome);
            Prompt();
        }

        if (!_line.Take(value, _screen.Out))
        {
            return false;
        }

        Run();
        _line.Reset();
        Prompt();
        return true;
    }

    private void Prompt()
    {
        _screen.Out.Write("> ");
    }

    private void Run()
    {
        Split();
        switch (CommandTable.Find(_line.Bytes, _wordEnd))
        {
            case CommandTable.Help:
                Help();
                break;
            case CommandTable.Status:
                _status.Write();
                break;
            case CommandTable.Faults:
                _faults.WriteList();
                break;
            case CommandTable.Why:
                Why();
                break;
            case CommandTable.Lang:
                Lang();
                break;
            default:
                Unknown();
                break;
        }
    }

    /// <summary>The first word, and what stands behind it, without blanks around.</summary>
    private void Split()
    {
        _lineEnd = _line.Count;
        while (_lineEnd > 0 && _line.Bytes[_lineEnd - 1] == ' ')
        {
            _lineEnd--;
        }

        _wordEnd = 0;
        while (_wordEnd < _lineEnd && _line.Bytes[_wordEnd] != ' ')
        {
            _wordEnd++;
        }

        _argumentAt = _wordEnd;
        while (_argumentAt < _lineEnd && _line.Bytes[_argumentAt] == ' ')
        {
            _argumentAt++;
        }
    }

    private void Help()
    {
        _screen.Line(Phrase.Commands);
        for (int command = 0; command < CommandTable.Count; command++)
        {
            _screen.Out.Put((byte)' ');
            _screen.Out.Write(CommandTable.NameOf(command) + CommandTable.ArgumentsOf(command));
            _screen.Out.Tab(Screen.ValueColumn);
            _screen.Line(CommandTable.HelpOf(command));
        }
    }

    private void Why()
    {
        int code = 0;
        bool number = _argumentAt < _lineEnd && _lineEnd - _argumentAt <= 4;
        for (int at = _argumentAt; number && at < _lineEnd; at++)
        {
            number = _line.Bytes[at] >= '0' && _line.Bytes[at] <= '9';
            code = (code * 10) + _line.Bytes[at] - '0';
        }

        if (number)
        {
            _faults.WriteWhy(code);
        }
        else
        {
            _screen.Line(Phrase.WhyUsage);
        }
    }

    private void Lang()
    {
        bool chinese = ArgumentIs("zh");
        if (chinese || ArgumentIs("en"))
        {
            _screen.Texts = chinese ? _chinese : _english;
            _screen.Line(Phrase.LangDone);
        }
        else
        {
            _screen.Line(Phrase.LangUsage);
        }
    }

    private void Unknown()
    {
        if (_lineEnd == 0)
        {
            return;
        }

        _screen.Say(Phrase.UnknownCommand);
        for (int i = 0; i < _lineEnd; i++)
        {
            _screen.Out.Put(_line.Bytes[i]);
        }

        _screen.Out.NewLine();
        int nearest = CommandTable.Nearest(_line.Bytes, _wordEnd);
        if (nearest >= 0)
        {
            _screen.Say(Phrase.DidYouMean);
            _screen.Out.Write(CommandTable.NameOf(nearest) + CommandTable.ArgumentsOf(nearest));
            _screen.Out.NewLine();
        }
    }

    private bool ArgumentIs(string word)
    {
        bool same = _lineEnd - _argumentAt == word.Length;
        for (int i = 0; same && i < word.Length; i++)
        {
            same = _line.Bytes[_argumentAt + i] == word[i];
        }

        return same;
    }
}
