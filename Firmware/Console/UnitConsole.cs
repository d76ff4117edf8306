using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records;

namespace Firmware.Console;

/// <summary>
/// The serial console: what a technician reads and does at the enclosure. Reading needs no login. It takes at most <see cref="BytesPerScan"/> typed bytes
/// a scan and runs at most one command, so that neither a held key nor a flood delays the loop. What a command does is in its <see cref="Page"/>.
/// </summary>
public sealed class UnitConsole
{
    private const int BytesPerScan = 32;

    /// <summary>Output that may still wait when the next key is taken.</summary>
    private const int Reserve = 200;

    /// <summary>A part of a page is written when there is room for the longest, bytes.</summary>
    private const int PartBytes = 1200;

    private const int LiveMs = 1000;
    private const int None = -1;

    private static readonly byte[] s_erase = { (byte)'\r', 0x1B, (byte)'[', (byte)'K' };

    private readonly IConsolePort _port;
    private readonly SiteController _site;
    private readonly Screen _screen;
    private readonly ConsoleOut _out;
    private readonly LineEditor _editor;
    private readonly Confirmation _confirmation;
    private readonly CommandLine _line = new CommandLine();
    private readonly byte[] _typed = new byte[1];
    private Page _writing;
    private int _part;
    private Page _live;
    private int _livePart = None;
    private long _liveAtMs;
    private bool _greeted;
    private bool _moreShown;
    private bool _announces;
    private int _announced = None;
    private int _announcedNext = None;
    private int _doing;

    /// <summary>A console on a port, in the language of the settings.</summary>
    public UnitConsole(IConsolePort port, SiteController site, UnitClock clock, Settings settings, PersonList persons, Texts texts)
    {
        _port = port;
        _site = site;
        _screen = new Screen(texts, clock, settings.UtcOffsetMinutes);
        _out = _screen.Out;
        Shell = new Shell(_screen, new Session(persons));
        Gate = new Gate(persons, Shell.Session);
        _editor = new LineEditor(_out);
        _confirmation = new Confirmation(this);
    }

    /// <summary>What the pages of this console share.</summary>
    public Shell Shell { get; }

    /// <summary>Who is let in.</summary>
    public Gate Gate { get; }

    /// <summary>
    /// A card was shown at the reader. A person of the list who stands at the console is logged in; whatever other card it is, nothing happens: water users
    /// have cards too.
    /// </summary>
    public void TakeCard(int card, long nowMs)
    {
        if (_greeted && Shell.Session.Person == 0 && Gate.TryCard(card, nowMs))
        {
            _out.NewLine();
            _screen.Say(AccessPhrase.LoggedIn);
            _out.Write(Shell.Session.Person);
            _out.NewLine();
            _editor.Redraw();
        }
    }

    /// <summary>
    /// Shows an open command's page by itself as soon as nothing else is being written, where somebody is at the console; what is being typed stays. A second one waits for the first: an inspection says what it
    /// found last, and then the visit what is missing.
    /// </summary>
    public void Announce(int command)
    {
        if (_announced == None)
        {
            _announced = command;
        }
        else if (_announced != command)
        {
            _announcedNext = command;
        }
    }

    /// <summary>Who makes the page of a command when somebody types it; set once, before the first step.</summary>
    public IPageMaker Pages { get; set; }

    /// <summary>One scan's work.</summary>
    public void Step(long nowMs)
    {
        _screen.NowMs = nowMs;
        if (_out.IsHolding && !_moreShown)
        {
            ShowMore();
        }
        else
        {
            _out.Flush(_port);
        }

        if (_greeted)
        {
            Attend(nowMs);
        }

        bool ran = false;
        for (int taken = 0; taken < BytesPerScan && !ran && !IsBusy && _port.Read(_typed, 1) == 1; taken++)
        {
            ran = TakeByte(_typed[0]);
        }
    }

    /// <summary>Drops what is being shown or asked, because it failed, and says so. Returns the command, 0 where none is known.</summary>
    public int GiveUp()
    {
        int failed = _doing;
        _writing = null;
        _live = null;
        _announced = None;
        _announcedNext = None;
        _announces = false;
        Shell.Dialogue.Close();
        _out.EndPages();
        _out.NewLine();
        _screen.Line(Phrase.PageFailed);
        EndLine();
        return failed;
    }

    /// <summary>Does a command of the table; the line fits it and access was checked.</summary>
    public void Do(int command)
    {
        _doing = command;
        Page page = Pages.Make(command);
        page.Run(command, _line);
        if (page.IsLive)
        {
            _live = page;
            _liveAtMs = _screen.NowMs;
        }
        else if (!Shell.Dialogue.IsOpen)
        {
            _writing = page;
            _part = 1;
        }
    }

    /// <summary>Offers the keys of the settings.</summary>
    internal static void OfferKeys(Completion to)
    {
        var table = new SettingsTable();
        var any = new Settings();
        for (int key = 1; key <= SettingKey.Last; key++)
        {
            table.Look(any, key);
            to.Add(table.Name);
        }
    }

    /// <summary>Offers the codes of the faults that are raised.</summary>
    internal void OfferCodes(Completion to)
    {
        for (int row = 0; row < _site.Catalogue.Count; row++)
        {
            if (_site.Monitors.IsRaised(row))
            {
                to.Add(_site.Catalogue.Code(row).ToString());
            }
        }
    }

    /// <summary>Offers the modules that the faults raised now may need.</summary>
    internal void OfferModules(Completion to)
    {
        for (int row = 0; row < _site.Catalogue.Count; row++)
        {
            if (_site.Monitors.IsRaised(row))
            {
                OfferParts(to, FaultParts.AllOf(_site.Catalogue.Code(row)));
            }
        }
    }

    private static void OfferParts(Completion to, string parts)
    {
        string[] modules = parts == FaultParts.None ? new string[0] : parts.Split(' ');
        for (int module = 0; module < modules.Length; module++)
        {
            to.Add(modules[module]);
        }
    }

    /// <summary>Keys wait while a page is written, except for those that turn its pages.</summary>
    private bool IsBusy => !_out.IsHolding && (_writing != null || _out.Count > Reserve);

    /// <summary>What goes on without a key, while somebody is there.</summary>
    private void Attend(long nowMs)
    {
        if (_writing != null && _out.Count <= ConsoleOut.Size - PartBytes)
        {
            GoOn();
        }

        if (_announced != None && _writing == null && _live == null && !Shell.Dialogue.IsOpen && _out.Count == 0)
        {
            ShowAnnounced();
        }

        if (_live != null)
        {
            WriteLive(nowMs);
        }

        if (Shell.Session.TakeWarning(nowMs))
        {
            WarnOfLogout();
        }

        if (Shell.Dialogue.IsOver(nowMs) || Shell.Session.IsIdle(nowMs))
        {
            Leave(nowMs);
        }
    }

    /// <summary>Whoever is logged in and types nothing is told before the end; what is being typed stays.</summary>
    private void WarnOfLogout()
    {
        _out.EndPages();
        _out.NewLine();
        _screen.Line(AccessPhrase.LogoutSoon);
        _editor.Redraw();
    }

    private void ShowAnnounced()
    {
        _out.EndPages();
        _out.NewLine();
        _announces = true;
        Do(_announced);
        _announced = _announcedNext;
        _announcedNext = None;
    }

    /// <summary>True where the byte ended a line, and its command ran.</summary>
    private bool TakeByte(byte value)
    {
        Shell.Session.Touch(_screen.NowMs, !_editor.IsSecondOfPair(value));
        Greet();
        if (_out.IsHolding && !TurnPage(value))
        {
            return false;
        }

        if (_live != null)
        {
            EndLive();
            return value == 0x1B && _editor.Take(value, _screen.NowMs) == LineKey.Enter;
        }

        _out.EndPages();
        switch (_editor.Take(value, _screen.NowMs))
        {
            case LineKey.Enter:
                _out.NewLine();
                Enter();
                return true;
            case LineKey.Tab:
                new Completion(this, _editor, _out).Complete();
                return false;
            case LineKey.Cancel:
                BreakOff();
                return false;
            default:
                return false;
        }
    }

    private void Greet()
    {
        if (!_greeted)
        {
            _greeted = true;
            _screen.Line(Phrase.Welcome);
            _editor.Prompt();
        }
    }

    private void Enter()
    {
        _out.BeginPages();
        bool answers = Shell.Dialogue.IsOpen;
        if (!answers)
        {
            _line.Take(_editor.Bytes, _editor.Count);
        }

        if (answers || _line.Words > 0)
        {
            // It answers or commands; an empty line is a key like any other, and stops what moves.
            Shell.Session.TakeKey();
        }

        if (answers)
        {
            Page asked = Shell.Dialogue.Close();
            Shell.Dialogue.AnswerIsCut = _editor.IsCut;
            asked.Answer(_editor.Bytes, _editor.Count);
            GoOnWith(asked);
        }
        else
        {
            Run();
        }

        EndLine();
    }

    /// <summary>A page that has its answer goes on writing, unless it asks again or has begun another one.</summary>
    private void GoOnWith(Page asked)
    {
        if (_writing == null && _live == null && !Shell.Dialogue.IsOpen)
        {
            _writing = asked;
            _part = 1;
        }
    }

    private void Run()
    {
        if (_line.Words == 0)
        {
            return;
        }

        int command = Find();
        command = command < 0 && Shell.Asking != null ? Shell.Asking.CommandOf(_line) : command;
        if (command < 0)
        {
            new Advice(_screen).Write(_line);
        }
        else if (!Shell.Session.May(CommandTable.AccessOf(command)))
        {
            _screen.Line(Shell.Session.May(Access.Technician) ? SettingPhrase.HoldButton : Phrase.LoginFirst);
        }
        else if (CommandTable.IsConfirmed(command))
        {
            Shell.Session.TakeButton();
            _confirmation.Ask(command);
        }
        else
        {
            Do(command);
        }
    }

    /// <summary>The command whose form the line fits; −1 where there is none.</summary>
    private int Find()
    {
        for (int command = 0; command < CommandTable.Max; command++)
        {
            if (CommandTable.Has(command) && _line.BeginsAs(CommandTable.FormOf(command)) && _line.Fits(CommandTable.FormOf(command).Split(' ')))
            {
                return command;
            }
        }

        return -1;
    }

    /// <summary>A new line, with the prompt where no page is on its way.</summary>
    private void EndLine()
    {
        _editor.Begin();
        _editor.IsHidden = Shell.Dialogue.IsHidden;
        if (_writing == null && _live == null)
        {
            _editor.Prompt();
        }
    }

    private void GoOn()
    {
        if (_writing.WritePart(_part))
        {
            _part++;
        }
        else
        {
            _writing = null;
            EndPage();
        }
    }

    /// <summary>After a page: what was being typed when it came by itself stands there again.</summary>
    private void EndPage()
    {
        if (_announces)
        {
            _editor.Redraw();
        }
        else
        {
            _editor.Prompt();
        }

        _announces = false;
    }

    /// <summary>The screen is full: says how to go on, beside the ring, which is held.</summary>
    private void ShowMore()
    {
        _moreShown = true;
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(_screen.Texts.Say(Phrase.More));
        _port.Write(utf8, 0, utf8.Length < ConsoleOut.BytesPerScan ? utf8.Length : ConsoleOut.BytesPerScan);
    }

    /// <summary>
    /// Blank: the next screen; Enter: the next line; anything else ends the page. True where the key is to be typed on the new line: also the ESC of an arrow, so that the rest of its sequence is
    /// no text.
    /// </summary>
    private bool TurnPage(byte value)
    {
        _moreShown = false;
        if (value == ' ' || value == '\r' || value == '\n')
        {
            _out.PutFirst(s_erase);
            _out.Resume(value == ' ' ? _out.Height - 1 : 1);
            return false;
        }

        _writing = null;
        _out.EndPages();
        _out.Discard();
        _out.PutFirst(s_erase);
        _editor.Prompt();
        return value == 0x1B || (value != 'q' && value != 'Q' && value > ' ');
    }

    /// <summary>A live page begins again once the last one has left and its time has come; then a part wherever there is room.</summary>
    private void WriteLive(long nowMs)
    {
        if (_livePart == None && nowMs >= _liveAtMs && _out.Count == 0)
        {
            _liveAtMs = nowMs + LiveMs;
            _out.EndPages();
            _out.Home();
            _livePart = 1;
        }

        if (_livePart != None && _out.Count <= ConsoleOut.Size - PartBytes)
        {
            _out.Erases = true;
            _livePart = _live.WriteLive(_livePart) ? _livePart + 1 : None;
            _out.Erases = false;
        }
    }

    private void EndLive()
    {
        _live = null;
        _livePart = None;
        _out.NewLine();
        _editor.Prompt();
    }

    private void BreakOff()
    {
        _out.Write("^C");
        _out.NewLine();
        Page asked = Shell.Dialogue.Close();
        if (asked != null)
        {
            asked.NoAnswer();
        }

        _editor.Redraw();
        EndLine();
    }

    /// <summary>Nobody is there any more: the question is dropped, and after a longer time the person is logged out and what was typed is forgotten.</summary>
    private void Leave(long nowMs)
    {
        _out.EndPages();
        _out.NewLine();
        Page asked = Shell.Dialogue.Close();
        if (asked != null)
        {
            asked.NoAnswer();
        }

        if (Shell.Session.IsIdle(nowMs))
        {
            _screen.Line(Phrase.NobodyThere);
            Gate.Leave(nowMs);
            _editor.Forget();
            _live = null;
            _livePart = None;
            _writing = null;
            _greeted = false;
        }
        else
        {
            EndLine();
        }
    }
}
