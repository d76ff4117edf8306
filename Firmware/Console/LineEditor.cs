using Firmware.Records;

namespace Firmware.Console;

/// <summary>What a byte did to the line.</summary>
public enum LineKey : byte
{
    /// <summary>It was edited, or nothing happened.</summary>
    None = 0,

    /// <summary>The line is complete.</summary>
    Enter = 1,

    /// <summary>Tab: complete the word.</summary>
    Tab = 2,

    /// <summary>Ctrl-C: break off.</summary>
    Cancel = 3,
}

/// <summary>How far a key of several bytes has come.</summary>
internal enum EscapeState : byte
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>ESC.</summary>
    Begun = 1,

    /// <summary>ESC [ or ESC O.</summary>
    Key = 2,

    /// <summary>ESC [ [: the next byte is its last, and does nothing.</summary>
    Ignored = 3,
}

/// <summary>
/// One line as it is typed: whole UTF-8 characters only, arrows, Home, End, Delete, Ctrl-A, -E, -U, -W, -L, history with up and down. Backspace takes a whole
/// character. A line that is longer than the terminal scrolls sideways. Characters beyond the end of the line, and bytes that are no text, are dropped: a flood of
/// garbage does no harm.
/// </summary>
public sealed class LineEditor
{
    /// <summary>Longest line, bytes: of an export that of the longest text, <c>setting.contact=</c> and 96 bytes; of what is typed <c>config contact</c> and as many.</summary>
    public const int MaxBytes = 112;

    private const byte Escape = 0x1B;

    /// <summary>No key has a greater number; after it digits are dropped.</summary>
    private const int MaxParameter = 99;

    private const byte Backspace = 0x08;
    private const byte Delete = 0x7F;
    private const int MaxCharBytes = 4;

    /// <summary>The bytes of a key follow each other at once; an Escape that nothing has followed for so long was the key Esc, ms. Two scans: a sequence may lie across their border.</summary>
    private const int EscapeMs = 100;

    private readonly byte[] _line = new byte[MaxBytes];
    private readonly byte[] _char = new byte[MaxCharBytes];
    private readonly History _history = new History();
    private readonly ConsoleOut _echo;
    private int _cursor;
    private int _back;
    private int _charBytes;
    private int _charNeeds;
    private EscapeState _escape;
    private int _parameter;
    private long _escapeMs;
    private bool _lastWasReturn;

    /// <summary>An editor that echoes to an output.</summary>
    public LineEditor(ConsoleOut echo)
    {
        _echo = echo;
    }

    /// <summary>Bytes of the line.</summary>
    public int Count { get; private set; }

    /// <summary>Something that was typed or pasted found no room in the line: it is not what was sent.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The line's bytes.</summary>
    public byte[] Bytes => _line;

    /// <summary>The cursor stands after the last character.</summary>
    public bool IsAtEnd => _cursor == Count;

    /// <summary>Stars are shown instead of what is typed, and the line is not kept.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Column at which the line begins: after the prompt.</summary>
    public int PromptColumns { get; set; } = 2;

    /// <summary>Starts a new line; keeps the last one in the history.</summary>
    public void Begin()
    {
        if (!IsHidden)
        {
            _history.Keep(_line, Count);
        }

        System.Array.Clear(_line, 0, MaxBytes);
        Count = 0;
        IsCut = false;
        _cursor = 0;
        _back = 0;
        _charBytes = 0;
        _charNeeds = 0;
    }

    /// <summary>Forgets the line and the history: another person comes.</summary>
    public void Forget()
    {
        Count = 0;
        Begin();
        _history.Clear();
    }

    /// <summary>The byte is the second one of a line end that some terminals send as two.</summary>
    public bool IsSecondOfPair(byte value) => value == '\n' && _lastWasReturn;

    /// <summary>Takes a byte, and echoes what it does.</summary>
    /// <param name="value">The byte.</param>
    /// <param name="nowMs">Uptime, ms.</param>
    public LineKey Take(byte value, long nowMs)
    {
        bool secondOfPair = IsSecondOfPair(value);
        _lastWasReturn = value == '\r';
        if (TakeEscape(value, nowMs))
        {
            return LineKey.None;
        }

        if (value == '\r' || (value == '\n' && !secondOfPair))
        {
            return LineKey.Enter;
        }

        return value < 0x20 || value == Delete ? TakeControl(value) : TakeText(value);
    }

    /// <summary>Puts text in at the cursor, as if it were typed.</summary>
    public void Insert(byte[] utf8, int at, int end)
    {
        for (; at < end; at++)
        {
            TakeText(utf8[at]);
        }
    }

    /// <summary>Writes prompt and line anew, on the line on which the cursor stands.</summary>
    public void Redraw()
    {
        _echo.Put((byte)'\r');
        Prompt();
        int room = _echo.Width - PromptColumns - 1;
        int from = 0;
        while (Shown(from, _cursor) > room)
        {
            from = Wide.CharEnd(_line, from, Count);
        }

        int to = from;
        for (int next = from; next < Count && Shown(from, next = Wide.CharEnd(_line, next, Count)) <= room;)
        {
            to = next;
        }

        Show(from, to);
        _echo.EraseRest();
        StepBack(Shown(_cursor, to));
    }

    /// <summary>Writes the prompt.</summary>
    public void Prompt()
    {
        for (int i = 0; i < PromptColumns - 2; i++)
        {
            _echo.Put((byte)' ');
        }

        _echo.Put((byte)'>');
        _echo.Put((byte)' ');
    }

    private LineKey TakeControl(byte value)
    {
        _charNeeds = 0;
        switch (value)
        {
            case 3:
                return LineKey.Cancel;
            case 9:
                return LineKey.Tab;
            case Backspace:
            case Delete:
                RemoveBack(1);
                break;
            case 1:
                MoveTo(0);
                break;
            case 5:
                MoveTo(Count);
                break;
            case 21:
                RemoveBack(MaxBytes);
                break;
            case 23:
                RemoveWord();
                break;
            case 12:
                _echo.Clear();
                Redraw();
                break;
            default:
                break;
        }

        return LineKey.None;
    }

    /// <summary>Gathers the bytes of a character, and puts it in when it is whole.</summary>
    private LineKey TakeText(byte value)
    {
        if ((value & 0xC0) != 0x80)
        {
            _charBytes = 0;
            _charNeeds = value < 0x80 ? 1 : value < 0xC2 ? 0 : value < 0xE0 ? 2 : value < 0xF0 ? 3 : value < 0xF5 ? 4 : 0;
        }

        if (_charNeeds == 0)
        {
            return LineKey.None;
        }

        _char[_charBytes++] = value;
        if (_charBytes == _charNeeds)
        {
            _charNeeds = 0;
            InsertChar();
        }

        return LineKey.None;
    }

    private void InsertChar()
    {
        IsCut |= Count + _charBytes > MaxBytes;
        if (Count + _charBytes > MaxBytes || !Utf8.IsPrintable(_char, 0, _charBytes))
        {
            return;
        }

        System.Array.Copy(_line, _cursor, _line, _cursor + _charBytes, Count - _cursor);
        System.Array.Copy(_char, 0, _line, _cursor, _charBytes);
        Count += _charBytes;
        _cursor += _charBytes;
        if (_cursor == Count && Shown(0, Count) < _echo.Width - PromptColumns)
        {
            Show(_cursor - _charBytes, _cursor);
        }
        else
        {
            Redraw();
        }
    }

    /// <summary>Takes characters away before the cursor.</summary>
    private void RemoveBack(int characters)
    {
        int from = _cursor;
        for (; characters > 0 && from > 0; characters--)
        {
            from = Wide.CharStart(_line, from);
        }

        Remove(from, _cursor);
    }

    private void RemoveWord()
    {
        int from = _cursor;
        while (from > 0 && _line[from - 1] == ' ')
        {
            from--;
        }

        while (from > 0 && _line[from - 1] != ' ')
        {
            from--;
        }

        Remove(from, _cursor);
    }

    private void Remove(int from, int to)
    {
        if (from == to)
        {
            return;
        }

        int columns = Shown(from, to);
        bool rubsOut = to == Count && Shown(0, Count) < _echo.Width - PromptColumns;
        System.Array.Copy(_line, to, _line, from, Count - to);
        Count -= to - from;
        _cursor = from;
        if (rubsOut)
        {
            RubOut(columns);
        }
        else
        {
            Redraw();
        }
    }

    /// <summary>Takes columns away at the end of the line: cheaper than to draw it anew, and it works on the dumbest terminal.</summary>
    private void RubOut(int columns)
    {
        StepBack(columns);
        for (int i = 0; i < columns; i++)
        {
            _echo.Put((byte)' ');
        }

        StepBack(columns);
    }

    private void MoveTo(int cursor)
    {
        if (cursor != _cursor)
        {
            _cursor = cursor;
            Redraw();
        }
    }

    /// <summary>
    /// The keys of a terminal: ESC [ number letter, ESC O letter, ESC [ [ letter (F1 to F5 of the Linux console); what follows a lone Escape otherwise, also later than <see cref="EscapeMs"/>, is typed text.
    /// True where the byte is part of a key.
    /// </summary>
    private bool TakeEscape(byte value, long nowMs)
    {
        EscapeState was = nowMs - _escapeMs > EscapeMs ? EscapeState.None : _escape;
        _escapeMs = nowMs;
        if (value == Escape)
        {
            _escape = EscapeState.Begun;
            _parameter = 0;
            return true;
        }

        bool isControl = value < 0x20;
        switch (isControl ? EscapeState.None : was)
        {
            case EscapeState.Begun:
                _escape = value == '[' || value == 'O' ? EscapeState.Key : EscapeState.None;
                return _escape == EscapeState.Key;
            case EscapeState.Key:
                TakeOfKey(value);
                return true;
            case EscapeState.Ignored:
                _escape = EscapeState.None;
                return true;
            default:
                _escape = EscapeState.None;
                return false;
        }
    }

    private void TakeOfKey(byte value)
    {
        if (value >= '0' && value <= '9')
        {
            _parameter = _parameter > MaxParameter ? _parameter : (_parameter * 10) + value - '0';
        }
        else if (value >= 0x40)
        {
            _escape = value == '[' ? EscapeState.Ignored : EscapeState.None;
            TakeSequence(value);
        }
    }

    private void TakeSequence(byte letter)
    {
        switch (letter)
        {
            case (byte)'A':
                Recall(_back + 1);
                break;
            case (byte)'B':
                Recall(_back - 1);
                break;
            case (byte)'C':
                MoveTo(_cursor < Count ? Wide.CharEnd(_line, _cursor, Count) : Count);
                break;
            case (byte)'D':
                MoveTo(_cursor > 0 ? Wide.CharStart(_line, _cursor) : 0);
                break;
            case (byte)'H':
                MoveTo(0);
                break;
            case (byte)'F':
                MoveTo(Count);
                break;
            case (byte)'~':
                TakeNumberedKey();
                break;
            default:
                break;
        }
    }

    /// <summary>Keys of the VT220: 1 and 7 Home, 4 and 8 End, 3 Delete.</summary>
    private void TakeNumberedKey()
    {
        if (_parameter == 1 || _parameter == 7)
        {
            MoveTo(0);
        }
        else if (_parameter == 4 || _parameter == 8)
        {
            MoveTo(Count);
        }
        else if (_parameter == 3 && _cursor < Count)
        {
            Remove(_cursor, Wide.CharEnd(_line, _cursor, Count));
        }
    }

    private void Recall(int back)
    {
        if (IsHidden || back < 0 || back > History.Lines)
        {
            return;
        }

        int count = _history.Recall(back, _line);
        if (count == 0 && back > 0)
        {
            return;
        }

        _back = back;
        Count = count;
        _cursor = count;
        Redraw();
    }

    private int Shown(int from, int to)
    {
        return Wide.Of(_line, from, to);
    }

    private void Show(int from, int to)
    {
        if (!IsHidden)
        {
            for (; from < to; from++)
            {
                _echo.Put(_line[from]);
            }

            return;
        }

        for (int stars = Shown(from, to); stars > 0; stars--)
        {
            _echo.Put((byte)'*');
        }
    }

    private void StepBack(int columns)
    {
        for (; columns > 0; columns--)
        {
            _echo.Put(Backspace);
        }
    }
}
