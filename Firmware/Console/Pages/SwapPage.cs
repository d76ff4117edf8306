using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Inspection;
using Firmware.Records;

namespace Firmware.Console.Pages;

/// <summary>
/// A new unit takes over the site of the one that it replaces: its export is read back line by line, judged as a whole, and only then written; then the unit restarts under the site's identity. Every wrong line is named by
/// its number and what is wrong with it, and nothing is changed. What the centre gives for a unit that cannot speak any more has the same form; <c>unknown.</c> lines say what it does not know.
/// </summary>
public sealed class SwapPage : Page
{
    private const string Known = " boot next_seq oldest_seq lost storage_errors uptime_s unix_s cycles firmware ";

    /// <summary>After <c>unknown.state.</c></summary>
    private const int UnknownAt = 14;

    private readonly SiteController _site;
    private readonly Delivery _delivery;
    private readonly SettingsStore _store;
    private readonly IChecksum _checksum;
    private readonly LineCheck _check;
    private readonly SettingsTable _table = new SettingsTable();
    private Takeover _from;
    private Settings _settings;
    private int _lines;
    private bool _checked;
    private bool _isWhole;
    private bool _waits;
    private bool _ownSettings;
    private bool _ownTotal;
    private string _leftOut = "";

    /// <summary>The swap of a unit.</summary>
    public SwapPage(Shell shell, SiteController site, Delivery delivery, SettingsStore store, IChecksum checksum)
        : base(shell)
    {
        _site = site;
        _delivery = delivery;
        _store = store;
        _checksum = checksum;
        _check = new LineCheck(checksum);
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _from = new Takeover { Person = Shell.Session.Person };
        _settings = _store.Fresh();
        _lines = 0;
        _checked = false;
        _waits = false;
        _ownSettings = false;
        _ownTotal = false;
        _leftOut = "";
        _check.Begin();
        Shell.Dialogue.Ask(this, SwapPhrase.Paste);
    }

    /// <inheritdoc/>
    public override void Answer(byte[] line, int count)
    {
        _lines++;
        int fault = Shell.Dialogue.AnswerIsCut ? SettingPhrase.Fault + (int)SettingsFault.TooLong : Take(line, count);
        if (fault != 0)
        {
            Refuse(fault);
        }
        else if (_isWhole)
        {
            Begin();
        }
        else
        {
            Shell.Dialogue.Ask(this, SwapPhrase.Next);
        }
    }

    /// <inheritdoc/>
    public override void NoAnswer() => Refuse(SwapPhrase.CutOff);

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        if (!_waits || _store.IsWriting)
        {
            return _waits;
        }

        _waits = false;
        _delivery.Takeover = _from;
        Screen.Line(SwapPhrase.Restarts);
        return true;
    }

    /// <summary>The whole export has come: the configuration first, then the rest, then the restart.</summary>
    private void Begin()
    {
        SettingsFault fault = _store.TryReplace(_settings, Shell.Session.Person);
        if (fault != SettingsFault.None)
        {
            Refuse(SettingPhrase.Fault + (int)fault);
            return;
        }

        // Kept with the list of persons, which is written before the settings: after them nothing is but the takeover and the restart.
        Did(CommandTable.Swap);
        _waits = true;
        Screen.Line(SwapPhrase.Whole);
        Unknown();
    }

    /// <summary>What whoever gave the lines did not know, and what is to be done by hand for it.</summary>
    private void Unknown()
    {
        var states = new Listing(Screen, SwapPhrase.Anew);
        for (int index = 0; index < Takeover.States; index++)
        {
            if (_from.IsUnknown(index))
            {
                states.Add(Screen.Texts.Say(SwapPhrase.StateFirst + index));
            }
        }

        states.End();
        if (_ownSettings)
        {
            Screen.Line(SwapPhrase.OwnSettings);
        }

        if (_ownTotal)
        {
            Screen.Line(SwapPhrase.OwnTotal);
        }

        if (_leftOut.Length > 0)
        {
            Screen.Say(SwapPhrase.LeftOut);
            Screen.Out.Write(_leftOut);
            Screen.Out.NewLine();
        }
    }

    private void Refuse(int phrase)
    {
        _from = null;
        Screen.Say(SettingPhrase.LineNo);
        Screen.Out.Write(_lines);
        Screen.Out.Write("  ");
        Screen.Line(phrase);
        Screen.Line(Phrase.NotDone);
    }

    /// <summary>What is wrong with a line, as a phrase; 0 where nothing is.</summary>
    private int Take(byte[] line, int count)
    {
        int equals = 0;
        while (equals < count && line[equals] != '=')
        {
            equals++;
        }

        if (equals == count)
        {
            return SwapPhrase.NoLine;
        }

        string name = System.Text.Encoding.UTF8.GetString(line, 0, equals);
        if (_lines == 1)
        {
            _check.Take(line, count);
            return name == "export" && Number(line, equals + 1, count) == ExportPage.Version ? 0 : SwapPhrase.NoExport;
        }

        if (name == "crc")
        {
            _checked = count - equals == 9 && System.Text.Encoding.UTF8.GetString(line, equals + 1, 8) == _check.Value.ToString("X8");
            return _checked ? 0 : SwapPhrase.Damaged;
        }

        if (name == "end" || _checked)
        {
            return Ends(name);
        }

        _check.Take(line, count);
        return TakeValue(name, line, equals + 1, count);
    }

    /// <summary>After the check there is only the end, and then everything must have come.</summary>
    private int Ends(string name)
    {
        if (!_checked || name != "end")
        {
            return SwapPhrase.Damaged;
        }

        if (_from.PulseMillilitres < 0 || _from.FirstDamaged(_checksum) != 0)
        {
            return SwapPhrase.Missing;
        }

        if (_from.StateOf(Slots.InspectionReports) != null)
        {
            // What the old unit had begun it did not finish, and this one has not tested.
            RunRecord.LeaveOff(_from.StateOf(Slots.InspectionReports));
        }

        _isWhole = true;
        return 0;
    }

    private int TakeValue(string name, byte[] line, int at, int end)
    {
        if (name.StartsWith("setting."))
        {
            return Setting(name, line, at, end);
        }

        if (name.StartsWith("state."))
        {
            return State(name, line, at, end);
        }

        if (name.StartsWith("fault."))
        {
            return Fault(name, line, at, end);
        }

        if (name.StartsWith("unknown."))
        {
            return Unknown(name);
        }

        if (name == "total.pulse_ml")
        {
            _from.PulseMillilitres = Number(line, at, end);
            return _from.PulseMillilitres < 0 ? SwapPhrase.NoLine : 0;
        }

        if (name == "epoch")
        {
            _from.OldEpoch = (int)Number(line, at, end);
            return 0;
        }

        return name.StartsWith("reading.") || Known.IndexOf(" " + name + " ") >= 0 ? 0 : SwapPhrase.Foreign;
    }

    /// <summary>The centre does not know everything: set-points and total stay this unit's own, and an unknown state begins anew. These lines stand before those of what is known.</summary>
    private int Unknown(string name)
    {
        if (name == "unknown.settings")
        {
            _settings = _store.Stored();
            _ownSettings = true;
            return 0;
        }

        if (name == "unknown.total")
        {
            _from.PulseMillilitres = _site.Meter.TotalMillilitres;
            _ownTotal = true;
            return 0;
        }

        int index = Takeover.IndexOf(Whole(name, UnknownAt, name.Length));
        if (index < 0)
        {
            return SwapPhrase.Foreign;
        }

        _from.NoteUnknown(index);
        return 0;
    }

    /// <summary>One that this firmware does not have is left out and named: the old unit may have another firmware, and the rest of its site is not lost for it.</summary>
    private int Setting(string name, byte[] line, int at, int end)
    {
        byte[] key = System.Text.Encoding.UTF8.GetBytes(name.Substring(8));
        if (!_table.LookFor(_settings, key, 0, key.Length))
        {
            _leftOut += " " + name.Substring(8);
            return 0;
        }

        SettingsFault fault = _table.Set(_settings, line, at, end);
        return fault == SettingsFault.None ? 0 : SettingPhrase.Fault + (int)fault;
    }

    private int Fault(string name, byte[] line, int at, int end)
    {
        int row = _site.Catalogue.RowOf(Whole(name, 6, name.Length));
        int comma = at;
        while (comma < end && line[comma] != ',')
        {
            comma++;
        }

        long occurrence = Number(line, at, comma);
        int level = comma + 1 < end ? line[comma + 1] - '0' : -1;
        if (row < 0 || occurrence < 1 || occurrence > ushort.MaxValue || level < 0 || level > 4)
        {
            return SwapPhrase.Foreign;
        }

        _from.AddFault(row, (int)occurrence, level);
        return 0;
    }

    private int State(string name, byte[] line, int at, int end)
    {
        int dot = name.IndexOf('.', 6);
        int index = dot < 0 ? -1 : Takeover.IndexOf(Whole(name, 6, dot));
        var bytes = new byte[(end - at) / 2];
        if (index < 0 || (end - at) % 2 != 0 || !TryHex(line, at, bytes))
        {
            return SwapPhrase.Foreign;
        }

        return _from.Add(index, Whole(name, dot + 1, name.Length), bytes, bytes.Length) ? 0 : SwapPhrase.Damaged;
    }

    /// <summary>Decimal digits of a name as a number; −1 where they are none.</summary>
    private static int Whole(string name, int from, int to)
    {
        byte[] digits = System.Text.Encoding.UTF8.GetBytes(name);
        return (int)Number(digits, from, to);
    }

    /// <summary>A whole number of up to 15 digits; with a sign it may be below 0, and −1 as well where it is none.</summary>
    private static long Number(byte[] line, int at, int end)
    {
        bool negative = at < end && line[at] == '-';
        at += negative ? 1 : 0;
        long value = at < end && end - at <= 15 ? 0 : -1;
        for (; value >= 0 && at < end; at++)
        {
            value = line[at] >= '0' && line[at] <= '9' ? (value * 10) + line[at] - '0' : -1;
        }

        return negative && value > 0 ? -value : value;
    }

    private static bool TryHex(byte[] line, int at, byte[] into)
    {
        bool good = true;
        for (int i = 0; good && i < into.Length; i++)
        {
            int high = Digit(line[at + (2 * i)]);
            int low = Digit(line[at + (2 * i) + 1]);
            good = high >= 0 && low >= 0;
            into[i] = (byte)((high << 4) | low);
        }

        return good;
    }

    private static int Digit(byte value)
    {
        return value >= '0' && value <= '9' ? value - '0' : value >= 'A' && value <= 'F' ? value - 'A' + 10 : -1;
    }
}
