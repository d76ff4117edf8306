using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Firmware.Console.Pages;

/// <summary>
/// Everything that the unit knows as lines <c>name=value</c>, for a terminal that keeps what it shows: the same in both languages, the names those of the wire and of the settings
/// file. It holds no password and no person, and is what a new unit takes over the site from (<see cref="SwapPage"/>): <c>state.SLOT.PLACE</c> are the bytes of what belongs to the site, and
/// <c>crc</c> is the check over all lines before it (<see cref="LineCheck"/>). No line is longer than one that can be typed.
/// </summary>
public sealed class ExportPage : Page
{
    /// <summary>Version of the format: the value of the first line.</summary>
    public const int Version = 2;

    /// <summary>Bytes of a state in a line.</summary>
    public const int StateBytesInLine = 32;

    /// <summary>Bytes of a calendar beside <c>setting.holidays_next=</c> in a line; what is left of the longest fits another one.</summary>
    private const int CalendarBytesInLine = LineEditor.MaxBytes - 22;

    private const int LinesInPart = 8;
    private const int HeadSection = 0;
    private const int SettingSection = 1;
    private const int FaultSection = 2;
    private const int StateSection = 3;
    private const int ReadingSection = 4;
    private const int Over = 6;

    private readonly SiteController _site;
    private readonly Journal _journal;
    private readonly UnitCounters _counters;
    private readonly UnitIdentity _identity;
    private readonly UnitClock _clock;
    private readonly Settings _settings;
    private readonly SettingsTable _table = new SettingsTable();
    private readonly LineCheck _check;
    private byte[] _state;
    private int _stateCount;
    private int _stateAt;
    private int _section;
    private int _index;

    /// <summary>The export of a unit.</summary>
    public ExportPage(Shell shell, SiteController site, Delivery delivery, UnitIdentity identity, UnitClock clock, Settings settings, IChecksum checksum)
        : base(shell)
    {
        _site = site;
        _journal = delivery.Journal;
        _counters = delivery.Counters;
        _identity = identity;
        _clock = clock;
        _settings = settings;
        _check = new LineCheck(checksum);
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        Screen.Out.EndPages();
        _check.Begin();
        _state = new byte[Slots.LargeBytes];
        _section = HeadSection;
        _index = 0;
        _stateCount = 0;
        WritePart(0);
    }

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        int lines = 0;
        while (lines < LinesInPart && _section < Over)
        {
            string line = Next();
            if (line != null)
            {
                byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(line);
                _check.Take(utf8, utf8.Length);
                for (int i = 0; i < utf8.Length; i++)
                {
                    Screen.Out.Put(utf8[i] < 0x20 ? (byte)' ' : utf8[i]);
                }

                Screen.Out.NewLine();
                lines++;
            }
        }

        _state = _section < Over ? _state : null;
        return lines > 0;
    }

    /// <summary>The next line; null where there is none at this place.</summary>
    private string Next()
    {
        int index = _index++;
        return _section switch
        {
            HeadSection => Head(index),
            SettingSection => Setting(index),
            FaultSection => Fault(index),
            StateSection => State(index),
            ReadingSection => Reading(index),
            _ => index == 0 ? "crc=" + _check.Value.ToString("X8") : End("end=0"),
        };
    }

    /// <summary>The last line of a section, or null after it.</summary>
    private string End(string line)
    {
        _section++;
        _index = 0;
        return line;
    }

    private string Head(int index)
    {
        return index switch
        {
            0 => "export=" + Version,
            1 => "boot=" + _counters.Boot,
            2 => "epoch=" + (uint)_counters.Epoch,
            3 => "next_seq=" + _counters.NextSeq,
            4 => "oldest_seq=" + _counters.OldestSeq,
            5 => "lost=" + _counters.Lost,
            6 => "storage_errors=" + _counters.StorageErrors,
            7 => "uptime_s=" + (Screen.NowMs / 1000),
            8 => "unix_s=" + _clock.UnixAt(Screen.NowMs),
            9 => "cycles=" + _site.Lifecycle.Cycles,
            10 => "total.pulse_ml=" + _site.Meter.TotalMillilitres,
            _ => End("firmware=" + UnitIdentity.Firmware + " " + _identity.Board + " " + _identity.Target),
        };
    }

    /// <summary>Every setting but the passwords; after them what did not fit a line of the console: the rest of a calendar, which begins with its comma.</summary>
    private string Setting(int index)
    {
        bool rest = index >= SettingKey.Last;
        int key = !rest ? index + 1 : index == SettingKey.Last ? SettingKey.Holidays : SettingKey.HolidaysNext;
        if (index > SettingKey.Last + 1)
        {
            return End(null);
        }

        if (!_table.Look(_settings, key) || _table.Type == SettingType.Secret)
        {
            return null;
        }

        bool calendar = key == SettingKey.Holidays || key == SettingKey.HolidaysNext;
        int cut = calendar ? CalendarText.EndOfPiece(_table.Value, 0, CalendarBytesInLine) : _table.Value.Length;
        int from = rest ? cut : 0;
        int to = rest ? _table.Value.Length : cut;
        return rest && from == to ? null : "setting." + _table.Name + "=" + System.Text.Encoding.UTF8.GetString(_table.Value, from, to - from);
    }

    /// <summary>A line a fault that ever came: occurrences, level where it is raised, stage, repairs.</summary>
    private string Fault(int row)
    {
        if (row >= _site.Catalogue.Count)
        {
            return End(null);
        }

        int occurrence = _site.Monitors.OccurrenceOf(row);
        int level = _site.Monitors.IsRaised(row) ? _site.Monitors.LevelOf(row) : 0;
        return occurrence == 0 ? null : "fault." + _site.Catalogue.Code(row) + "=" + occurrence + "," + level + "," + (int)_site.Lifecycle.StageOf(row) + "," + _site.Lifecycle.Repairs.CountOf(row);
    }

    /// <summary>What belongs to the site as it lies in storage, in pieces.</summary>
    private string State(int index)
    {
        if (_stateCount == 0)
        {
            _stateCount = _journal.Compose(Takeover.SlotAt(index), _state, Screen.NowMs);
            _stateAt = 0;
        }

        string line = "state." + Takeover.SlotAt(index) + "." + _stateAt + "=";
        for (int i = 0; i < StateBytesInLine && _stateAt < _stateCount; i++)
        {
            line += _state[_stateAt++].ToString("X2");
        }

        bool ends = _stateAt == _stateCount;
        _stateCount = ends ? 0 : _stateCount;
        _index = ends ? _index : index;
        return ends && index == Takeover.States - 1 ? End(line) : line;
    }

    private string Reading(int signal)
    {
        if (signal >= Signal.Count)
        {
            return End(null);
        }

        Readings readings = _site.View.Readings;
        return readings.Has(signal) ? "reading." + Signal.NameOf(signal) + "=" + readings.ValueOf(signal) : null;
    }
}
