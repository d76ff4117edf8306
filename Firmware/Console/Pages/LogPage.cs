using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Records;

namespace Firmware.Console.Pages;

/// <summary>The event log, the newest entry first, a line each.</summary>
public sealed class LogPage : Page
{
    private const int LinesInPart = 10;
    private const int TextColumn = 21;
    private const int OccurrenceFactor = 256;

    private readonly EventReader _log;
    private readonly EventRecord _entry = new EventRecord();
    private bool _ended;

    /// <summary>The page of a log.</summary>
    public LogPage(Shell shell, EventLog log)
        : base(shell)
    {
        _log = new EventReader(log);
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _ended = false;
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
        else if (kind == (int)EventKind.SettingWas)
        {
            Screen.Say(SettingPhrase.LogWas);
            Setting();
        }
        else if (kind >= AccessLog.LoggedIn && kind <= AccessLog.ListChanged)
        {
            Screen.Say(Phrase.LogIn + kind - AccessLog.LoggedIn);
            Screen.Out.Write(_entry.Code);
            Screen.Out.Write(kind == AccessLog.ListChanged ? " " + _entry.Value : "");
        }
        else if (kind == (int)EventKind.Lifecycle)
        {
            Life(_entry.Value >> 24, (_entry.Value >> 16) & 255, _entry.Value & 65535);
        }
        else if (kind == (int)EventKind.HolidaysMissing)
        {
            Screen.Say(ServicePhrase.NoHolidays);
            Screen.Out.Write("  " + _entry.Code);
        }
        else if (kind == (int)EventKind.UnitSwapped || kind == (int)EventKind.SwapGivenUp)
        {
            Screen.Say(SwapPhrase.Log + kind - (int)EventKind.UnitSwapped);
            Screen.Out.Write(_entry.Code);
        }
        else if (kind == (int)EventKind.PageFailed)
        {
            Screen.Say(Phrase.PageFailed);
            Screen.Out.Write("  " + CommandTable.FormOf(_entry.Code));
        }
        else if (kind == (int)EventKind.ExceptionCaught)
        {
            Screen.Say(StorePhrase.LogCaught);
            Screen.Say(StorePhrase.CaughtAt + _entry.Code);
            Screen.Out.Write("  " + _entry.Value + "  ");
            Screen.Out.Write(_entry.Text, 0, _entry.TextCount);
        }
        else if (kind == (int)EventKind.VisitBegan || kind == (int)EventKind.VisitOver)
        {
            Screen.Say(VisitPhrase.LogBegan + kind - (int)EventKind.VisitBegan);
            Screen.Out.Write(_entry.Code + "  #" + _entry.Value);
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
                Setting();
                Screen.Say(SettingPhrase.ByPerson);
                Screen.Out.Write(_entry.Value);
                break;
            case EventKind.SettingsRefused:
                Screen.Out.Write("  ");
                Screen.Out.Write(_entry.Text, 0, _entry.TextCount);
                Screen.Out.Write("  ");
                Screen.Say(SettingPhrase.Fault + _entry.Code);
                break;
            case EventKind.FactoryReset:
                Screen.Say(SettingPhrase.ByPerson);
                Screen.Out.Write(_entry.Code);
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

    /// <summary>What was done with a fault or with the unit, its number where it has one, and by whom.</summary>
    private void Life(int what, int who, int detail)
    {
        if (_entry.Code != 0)
        {
            Title();
            Screen.Out.Write("  ");
        }

        Screen.Say(ServicePhrase.LifecycleFirst + what - 1);
        if (HasNumber((LifecycleEvent)what))
        {
            Screen.Out.Write(detail);
        }
        else if (what == (int)LifecycleEvent.Isolated)
        {
            Screen.Say(ServicePhrase.IsolationFirst + detail - 1);
        }

        Screen.Out.Write(who == Actor.Unit ? "" : "  ");
        FaultText.By(Screen, who);
    }

    private static bool HasNumber(LifecycleEvent what)
    {
        return what == LifecycleEvent.MaintenanceBegun
            || what == LifecycleEvent.MaintenanceEnded
            || what == LifecycleEvent.MemoryCleared
            || what == LifecycleEvent.DelayProposed
            || what == LifecycleEvent.ShutdownAnnounced;
    }

    private void Title()
    {
        Screen.Out.Write(_entry.Code);
        Screen.Out.Put((byte)' ');
        Screen.Out.Write(Screen.Texts.Title(_entry.Code) ?? "");
    }

    /// <summary>Key and value; of a password the key alone.</summary>
    private void Setting()
    {
        var table = new SettingsTable();
        if (table.Look(new Settings(), _entry.Code))
        {
            Screen.Out.Write(table.Name + " = ");
            Screen.Out.Write(_entry.Text, 0, _entry.TextCount);
        }
    }

    private void Fault()
    {
        Title();
        Screen.Out.Write("  #");
        Screen.Out.Write(_entry.Value / OccurrenceFactor);
        Screen.Out.Put((byte)' ');
        Screen.Say(EventPhrase(_entry.Value & 15));
    }

    /// <summary>What has happened to the fault, in words.</summary>
    private static int EventPhrase(int fault)
    {
        return (FaultEvent)fault switch
        {
            FaultEvent.Raised => Phrase.StageActive,
            FaultEvent.Cleared => Phrase.StageCleared,
            FaultEvent.Level => WhyPhrase.LevelChanged,
            FaultEvent.Acknowledged => ServicePhrase.LifecycleFirst + (int)LifecycleEvent.Acknowledged - 1,
            FaultEvent.Repeated => WhyPhrase.ToldAgain,
            _ => WhyPhrase.OtherEvent,
        };
    }
}
