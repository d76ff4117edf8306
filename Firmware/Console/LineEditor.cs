using Firmware.Records;

namespace Firmware.Console;

/// <summary>
/// One line as it is typed: printable bytes are echoed and kept, backspace takes a whole character, arrow keys and other escape sequences
/// do nothing. Bytes beyond the end of the line are dropped; a flood of garbage does no harm.
/// </summary>
public sealed class LineEditor
{
    /// <summary>Longest line, bytes.</summary>
    public const int MaxBytes = 80;

    private const byte Escape = 0x1B;
    private const byte Backspace = 0x08;
    private const byte Delete = 0x7F;

    private readonly byte[] _line = new byte[MaxBytes];
    private byte _inEscape;
    private bool _lastWasReturn;

    /// <summary>Bytes of the line.</summary>
    public int Count { get; private set; }

    /// <summary>The line's bytes.</summary>
    public byte[] Bytes => _line;

    /// <summary>Starts a new line.</summary>
    public void Reset()
    {
        Count = 0;
    }

    /// <summary>Takes a byte, and echoes what it does. True when the line is complete.</summary>
    public bool Take(byte value, ConsoleOut echo)
    {
        bool secondOfPair = value == '\n' && _lastWasReturn;
        _lastWasReturn = value == '\r';
        if (_inEscape > 0 || value == Escape)
        {
            TakeEscape(value);
            return false;
        }

        if (value == '\r' || (value == '\n' && !secondOfPair))
        {
            echo.NewLine();
            return true;
        }

        TakeKey(value, echo);
        return false;
    }

    private void TakeKey(byte value, ConsoleOut echo)
    {
        if (value == Backspace || value == Delete)
        {
            TakeBack(echo);
        }
        else if (value >= 0x20 && Count < MaxBytes)
        {
            _line[Count++] = value;
            echo.Put(value);
        }
    }

    /// <summary>ESC alone, ESC and a letter, or ESC [ … a letter.</summary>
    private void TakeEscape(byte value)
    {
        if (value == Escape)
        {
            _inEscape = 1;
        }
        else if (_inEscape == 1)
        {
            _inEscape = (byte)(value == '[' || value == 'O' ? 2 : 0);
        }
        else if (value >= 0x40)
        {
            _inEscape = 0;
        }
    }

    private void TakeBack(ConsoleOut echo)
    {
        if (Count == 0)
        {
            return;
        }

        do
        {
            Count--;
        }
        while (Count > 0 && (_line[Count] & 0xC0) == 0x80);
        int columns = _line[Count] >= 0xE0 ? 2 : 1;
        EchoTimes(echo, Backspace, columns);
        EchoTimes(echo, (byte)' ', columns);
        EchoTimes(echo, Backspace, columns);
    }

    private static void EchoTimes(ConsoleOut echo, byte value, int times)
    {
        for (int i = 0; i < times; i++)
        {
            echo.Put(value);
        }
    }
}
