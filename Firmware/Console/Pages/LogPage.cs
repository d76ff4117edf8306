using Firmware.Core.Service;
using Firmware.Records;

namespace Firmware.Console.Pages;

/// <summary>The event log, the newest entry first, a line each.</summary>
public sealed class LogPage : Page
{
    private const int LinesInPart = 10;
    private const int TextColumn = 21;
    private const int OccurrenceFactor = 256;

    private readonly EventLog _log;
    private readonly EventRecord _entry = new EventRecord();
    private bool _ended;

    /// <summary>The page of a log.</summary>
    public LogPage(Shell shell, EventLog log)
        : base(shell)
    {
        _log = log;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _ended = false;
        _log.Rewind();
        if (WriteLines() == 0)
        {
            Screen.Line(Phrase.LogEmpty);
        }
    }

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        return !_ended && WriteLines() > 0;
    }

    private int WriteLines()
    {
        int lines = 0;
        while (lines < LinesInPart && !_ended)
        {
            _ended = !_log.TryOlder(_entry);
            if (!_ended)
            {
                Entry();
                lines++;
            }
        }

        return lines;
    }

    private void Entry()
    {
        Screen.Out.Put((byte)' ');
        if (_entry.Unix != 0)
        {
            Screen.Date(_entry.Unix);
        }
        else
        {
            Screen.Say(Phrase.BootNo);
            Screen.Out.Write(_entry.Boot);
            Screen.Out.Write(" ");
            Calendar.WriteDuration(Screen.Out, _entry.UptimeMs);
        }

        Screen.Out.Tab(TextColumn);
        Screen.Out.Hang = Screen.IsNarrow ? 3 : TextColumn;
        What((int)_entry.Kind);
        Screen.Out.NewLine();
    }

    private void What(int kind)
    {
        if (kind >= (int)EventKind.Started && kind <= (int)EventKind.EntriesLost)
        {
            Screen.Say(Phrase.LogStarted + kind - (int)EventKind.Started);
            Details((EventKind)kind);
        }
        else if (kind >= AccessLog.LoggedIn && kind <= AccessLog.ListChanged)
        {
            Screen.Say(Phrase.LogIn + kind - AccessLog.LoggedIn);
            Screen.Out.Write(_entry.Code);
            Screen.Out.Write(kind == AccessLog.ListChanged ? " " + _entry.Value : "");
        }
        else
        {
            Screen.Say(Phrase.LogOther);
            Screen.Out.Write(kind + "  " + _entry.Code + "  " + _entry.Value);
        }
    }

    private void Details(EventKind kind)
    {
        switch (kind)
        {
            case EventKind.Started:
                Screen.Out.Write(_entry.Value);
                break;
            case EventKind.Transition:
                Fault();
                break;
            case EventKind.SettingChanged:
                Screen.Out.Write(_entry.Text, 0, _entry.TextCount);
                break;
            case EventKind.RecordsSkipped:
            case EventKind.StorageBack:
            case EventKind.RecordsLost:
                Screen.Out.Write("  ");
                Screen.Out.Write(kind == EventKind.RecordsLost ? _entry.Value : _entry.Code);
                break;
            default:
                break;
        }
    }

    private void Fault()
    {
        Screen.Out.Write(_entry.Code);
        Screen.Out.Put((byte)' ');
        Screen.Out.Write(Screen.Texts.Title(_entry.Code) ?? "");
        Screen.Out.Write("  #");
        Screen.Out.Write(_entry.Value / OccurrenceFactor);
        Screen.Out.Put((byte)' ');
        Screen.Say(EventPhrase(_entry.Value & 15));
    }

    /// <summary>The words that the wire's events have on the fault's page.</summary>
    private static int EventPhrase(int fault)
    {
        return (Core.Faults.FaultEvent)fault switch
        {
            Core.Faults.FaultEvent.Raised => Phrase.StageActive,
            Core.Faults.FaultEvent.Cleared => Phrase.StageCleared,
            Core.Faults.FaultEvent.Level => Phrase.Level,
            _ => Phrase.AckBy,
        };
    }
}
