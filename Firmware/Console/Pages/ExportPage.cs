using Firmware.Core.Contracts;
using Firmware.Core.Service;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Firmware.Console.Pages;

/// <summary>
/// Everything that the unit knows as lines <c>name=value</c>, for a terminal that keeps what it shows: the same in both languages, the names those of the wire and of the settings
/// file. It is not paged, ends with a line <c>end</c>, and holds no password.
/// </summary>
public sealed class ExportPage : Page
{
    private const int LinesInPart = 12;

    private readonly SiteController _site;
    private readonly UnitCounters _counters;
    private readonly UnitIdentity _identity;
    private readonly UnitClock _clock;
    private readonly Settings _settings;
    private readonly SettingsTable _table = new SettingsTable();
    private int _from;
    private int _line;

    /// <summary>The export of a unit.</summary>
    public ExportPage(Shell shell, SiteController site, UnitCounters counters, UnitIdentity identity, UnitClock clock, Settings settings)
        : base(shell)
    {
        _site = site;
        _counters = counters;
        _identity = identity;
        _clock = clock;
        _settings = settings;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        Screen.Out.EndPages();
        WritePart(0);
    }

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        _from = part * LinesInPart;
        _line = 0;
        Head();
        Setup();
        Faults();
        Values();
        Line("end", 0);
        return _line > _from;
    }

    /// <summary>Every setting but the passwords.</summary>
    private void Setup()
    {
        for (int key = 1; key <= SettingKey.Last; key++)
        {
            _table.Look(_settings, key);
            if (_table.Type != SettingType.Secret && Begins("setting.", _table.Name))
            {
                Screen.Out.Write(_table.Value, 0, _table.Value.Length);
                Screen.Out.NewLine();
            }
        }
    }

    private void Head()
    {
        Line("export", 1);
        Line("boot", _counters.Boot);
        Line("epoch", (uint)_counters.Epoch);
        Line("next_seq", _counters.NextSeq);
        Line("oldest_seq", _counters.OldestSeq);
        Line("lost", _counters.Lost);
        Line("storage_errors", _counters.StorageErrors);
        Line("uptime_s", Screen.NowMs / 1000);
        Line("unix_s", _clock.UnixAt(Screen.NowMs));
        Line("cycles", _site.Lifecycle.Cycles);
        if (Begins("firmware", ""))
        {
            Screen.Out.Write(UnitIdentity.Firmware + " " + _identity.Board + " " + _identity.Target);
            Screen.Out.NewLine();
        }
    }

    /// <summary>A line a fault that ever came: occurrences, level where it is raised, stage, repairs.</summary>
    private void Faults()
    {
        for (int row = 0; row < _site.Catalogue.Count; row++)
        {
            if (_site.Monitors.OccurrenceOf(row) == 0 || !Begins("fault.", _site.Catalogue.Code(row).ToString()))
            {
                continue;
            }

            Screen.Out.Write(_site.Monitors.OccurrenceOf(row));
            Item(_site.Monitors.IsRaised(row) ? _site.Monitors.LevelOf(row) : 0);
            Item((int)_site.Lifecycle.StageOf(row));
            Item(_site.Lifecycle.Repairs.CountOf(row));
            Screen.Out.NewLine();
        }
    }

    private void Item(int value)
    {
        Screen.Out.Put((byte)',');
        Screen.Out.Write(value);
    }

    private void Values()
    {
        Readings readings = _site.View.Readings;
        for (int signal = 0; signal < Signal.Count; signal++)
        {
            if (readings.Has(signal))
            {
                Line("reading.", Signal.NameOf(signal), readings.ValueOf(signal));
            }
        }
    }

    private void Line(string name, long value)
    {
        Line(name, "", value);
    }

    private void Line(string group, string name, long value)
    {
        if (Begins(group, name))
        {
            Screen.Out.Write(value);
            Screen.Out.NewLine();
        }
    }

    /// <summary>Writes the name where the line is one of this part.</summary>
    private bool Begins(string group, string name)
    {
        bool shown = _line >= _from && _line < _from + LinesInPart;
        _line++;
        if (shown)
        {
            Screen.Out.Write(group + name);
            Screen.Out.Put((byte)'=');
        }

        return shown;
    }
}
