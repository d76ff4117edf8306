using Firmware.Core.Contracts;

namespace Firmware.Records;

/// <summary>
/// The settings as text: UTF-8 lines <c>key=value</c>, <c>#</c> starts a comment line. It is judged as a whole: every line that is unknown, there twice, out of range or not of
/// this form is counted, and so is what breaks a rule (<see cref="SettingsRules"/>). Who reads a text with a fault uses none of it.
/// </summary>
public sealed class SettingsText
{
    /// <summary>Longest file that is read, bytes.</summary>
    public const int MaxBytes = 2048;

    /// <summary>Key of the version of the text: missing or 1 is this one.</summary>
    private const string VersionKey = "version";

    private const byte Version = (byte)'1';

    private readonly SettingsTable _table = new SettingsTable();
    private readonly bool[] _seen = new bool[SettingKey.Last + 1];
    private readonly byte[] _text;
    private readonly int _count;
    private readonly Settings _into;
    private readonly bool _isCopy;
    private bool _isFuture;

    private SettingsText(byte[] text, int count, Settings into, bool isCopy)
    {
        _isCopy = isCopy;
        _text = text;
        _count = count;
        _into = into;
    }

    /// <summary>Lines and rules that do not hold; 0 where the settings may be used.</summary>
    public int Rejected { get; private set; }

    /// <summary>Settings of a stored copy that were left empty (<see cref="ReadCopy"/>); the others may be used all the same.</summary>
    public int LeftEmpty { get; private set; }

    /// <summary>What is wrong with the first of all these.</summary>
    public SettingsFault FirstFault { get; private set; }

    /// <summary>Its line, from 1; 0 where it is none's.</summary>
    public int FirstLine { get; private set; }

    /// <summary>The key that it has, up to 24 bytes of it.</summary>
    public byte[] FirstKey { get; private set; } = new byte[0];

    /// <summary>Reads a text into settings, which are of no use where something of it is rejected.</summary>
    public static SettingsText Read(byte[] text, int count, Settings into) => Read(text, count, into, false);

    /// <summary>
    /// Reads the text of a stored copy. The firmware that wrote it has judged it, and this one may be stricter: what is only told to people and to the desk (<see cref="SettingsRules.IsOnlyTold"/>) and does not hold any more is left
    /// empty, and takes no name, broker or limit with it.
    /// </summary>
    public static SettingsText ReadCopy(byte[] text, int count, Settings into) => Read(text, count, into, true);

    private static SettingsText Read(byte[] text, int count, Settings into, bool isCopy)
    {
        var reader = new SettingsText(text, count, into, isCopy);
        if (count > MaxBytes)
        {
            reader.Reject(SettingsFault.TooBig, 0, 0, 0);
            return reader;
        }

        int at = HasByteOrderMark(text, count) ? 3 : 0;
        for (int line = 1; at < count && !reader._isFuture; line++)
        {
            at = reader.ReadLine(line, at);
        }

        reader.ReadRules();
        return reader;
    }

    /// <summary>
    /// Writes the lines of what differs from the defaults. Returns after the last byte; −1 where the buffer is too small for them.
    /// </summary>
    public static int Write(Settings settings, byte[] buffer, int at)
    {
        var table = new SettingsTable();
        var defaults = new Settings();
        for (int key = 1; key <= SettingKey.Last && at >= 0; key++)
        {
            table.Look(defaults, key);
            byte[] usual = table.Value;
            table.Look(settings, key);
            at = Same(usual, table.Value) ? at : Line(table, buffer, at);
        }

        return at;
    }

    /// <summary>The same bytes.</summary>
    public static bool Same(byte[] one, byte[] other) => one.Length == other.Length && Bytes.Same(one, 0, other, 0, one.Length);

    private static int Line(SettingsTable table, byte[] buffer, int at)
    {
        if (at + table.Name.Length + table.Value.Length + 2 > buffer.Length)
        {
            return -1;
        }

        for (int i = 0; i < table.Name.Length; i++)
        {
            buffer[at++] = (byte)table.Name[i];
        }

        buffer[at++] = (byte)'=';
        for (int i = 0; i < table.Value.Length; i++)
        {
            buffer[at++] = table.Value[i];
        }

        buffer[at++] = (byte)'\n';
        return at;
    }

    private static bool HasByteOrderMark(byte[] text, int count)
    {
        return count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF;
    }

    private int ReadLine(int line, int at)
    {
        int end = at;
        while (end < _count && _text[end] != '\n')
        {
            end++;
        }

        int stop = end > at && _text[end - 1] == '\r' ? end - 1 : end;
        if (stop > at && _text[at] != '#')
        {
            TakeLine(line, at, stop);
        }

        return end + 1;
    }

    private void TakeLine(int line, int at, int end)
    {
        int equals = at;
        while (equals < end && _text[equals] != '=')
        {
            equals++;
        }

        SettingsFault fault = equals == end ? SettingsFault.BadForm : Take(line, at, equals, end);
        if (fault != SettingsFault.None)
        {
            Reject(fault, line, at, equals);
        }
    }

    private SettingsFault Take(int line, int at, int equals, int end)
    {
        if (Bytes.IsText(_text, at, equals, VersionKey))
        {
            _isFuture = end - equals != 2 || _text[equals + 1] != Version;
            return _isFuture ? SettingsFault.Future : SettingsFault.None;
        }

        if (!_table.LookFor(_into, _text, at, equals))
        {
            return SettingsFault.UnknownKey;
        }

        if (_seen[_table.Key])
        {
            return SettingsFault.Repeated;
        }

        SettingsFault fault = _table.Set(_into, _text, equals + 1, end);
        _seen[_table.Key] = fault == SettingsFault.None;
        return LeavesEmpty(_table.Key, fault, line) ? SettingsFault.None : fault;
    }

    /// <summary>Only where every line fits: what is missing may be what was rejected.</summary>
    private void ReadRules()
    {
        if (Rejected > 0)
        {
            return;
        }

        int key = SettingsRules.FirstBroken(_into, out SettingsFault fault);
        if (LeavesEmpty(key, fault, 0))
        {
            key = SettingsRules.FirstBroken(_into, out fault);
        }

        if (key != SettingKey.None)
        {
            Rejected++;
            NoteKey(key, fault, 0);
        }
    }

    /// <summary>A setting of a copy that is only told is left empty where it does not hold.</summary>
    private bool LeavesEmpty(int key, SettingsFault fault, int line)
    {
        if (!_isCopy || fault == SettingsFault.None || !SettingsRules.IsOnlyTold(key))
        {
            return false;
        }

        _table.Look(_into, key);
        _table.Set(_into, _text, 0, 0);
        LeftEmpty++;
        NoteKey(key, fault, line);
        return true;
    }

    private void Reject(SettingsFault fault, int line, int keyAt, int keyEnd)
    {
        byte[] key = new byte[Bound.Clamp(keyEnd - keyAt, 0, EventRecord.MaxText)];
        System.Array.Copy(_text, keyAt, key, 0, key.Length);
        Rejected++;
        NoteFirst(key, fault, line);
    }

    private void NoteKey(int key, SettingsFault fault, int line)
    {
        _table.Look(_into, key);
        NoteFirst(System.Text.Encoding.UTF8.GetBytes(_table.Name), fault, line);
    }

    private void NoteFirst(byte[] key, SettingsFault fault, int line)
    {
        if (Rejected + LeftEmpty == 1)
        {
            FirstFault = fault;
            FirstLine = line;
            FirstKey = key;
        }
    }
}
