using Firmware.Core.Ports;

namespace Firmware.Console;

/// <summary>
/// What the console has to say, in a ring of bytes that leaves at most <see cref="BytesPerScan"/> a scan, so that the line never holds up the loop.
/// What does not fit is dropped: a person reads slower than the line.
/// </summary>
public sealed class ConsoleOut
{
    /// <summary>Bytes that leave in a scan: at 115,200 baud 100 B take 9 ms of 50.</summary>
    public const int BytesPerScan = 100;

    private const int Size = 4096;

    private readonly byte[] _ring = new byte[Size];
    private int _first;
    private int _count;

    /// <summary>Bytes waiting.</summary>
    public int Count => _count;

    /// <summary>Columns written since the last line end, Chinese characters as two.</summary>
    public int Column { get; private set; }

    /// <summary>Sends the next piece.</summary>
    public void Flush(IConsolePort port)
    {
        if (_count == 0)
        {
            return;
        }

        int run = _count < BytesPerScan ? _count : BytesPerScan;
        if (run > Size - _first)
        {
            run = Size - _first;
        }

        port.Write(_ring, _first, run);
        _first = (_first + run) % Size;
        _count -= run;
    }

    /// <summary>One byte.</summary>
    public void Put(byte value)
    {
        if (_count == Size)
        {
            return;
        }

        _ring[(_first + _count) % Size] = value;
        _count++;
        CountColumn(value);
    }

    /// <summary>Text.</summary>
    public void Write(string text)
    {
        Write(System.Text.Encoding.UTF8.GetBytes(text));
    }

    /// <summary>UTF-8 text; control characters become blanks, so that a stored name cannot move the cursor.</summary>
    public void Write(byte[] utf8)
    {
        for (int i = 0; i < utf8.Length; i++)
        {
            Put(Visible(utf8[i]));
        }
    }

    /// <summary>As many whole characters of a text as end by a column: what a site configures may be longer than a line.</summary>
    public void WriteUpTo(byte[] utf8, int column)
    {
        for (int i = 0; i < utf8.Length && Column + WidthOf(utf8[i]) <= column; i++)
        {
            Put(Visible(utf8[i]));
        }
    }

    /// <summary>
    /// Text from <paramref name="at"/> to <paramref name="end"/>, broken before a word, or before a Chinese character, that would pass a column.
    /// </summary>
    public void WriteWrapped(byte[] utf8, int at, int end, int indent, int column)
    {
        while (at < end)
        {
            int next = WordEnd(utf8, at, end);
            bool blank = utf8[at] == ' ';
            if (Column + WidthOf(utf8, at, next) > column && !blank)
            {
                NewLine();
                Indent(indent);
            }

            for (; at < next; at++)
            {
                Put(Visible(utf8[at]));
            }
        }
    }

    /// <summary>A whole number.</summary>
    public void Write(long value)
    {
        Write(value.ToString());
    }

    /// <summary>A number with at least <paramref name="digits"/> digits.</summary>
    public void WritePadded(long value, int digits)
    {
        string text = value.ToString();
        for (int i = text.Length; i < digits; i++)
        {
            Put((byte)'0');
        }

        Write(text);
    }

    /// <summary>Blanks up to a column.</summary>
    public void Tab(int column)
    {
        do
        {
            Put((byte)' ');
        }
        while (Column < column && _count < Size);
    }

    /// <summary>Ends the line.</summary>
    public void NewLine()
    {
        Put((byte)'\r');
        Put((byte)'\n');
    }

    private static byte Visible(byte value)
    {
        return value < 0x20 || value == 0x7F ? (byte)' ' : value;
    }

    /// <summary>
    /// Columns of the character that a byte begins: two for a lead byte of three or four (a Chinese character, an emoji), none for a continuation.
    /// </summary>
    private static int WidthOf(byte value)
    {
        return value >= 0xE0 ? 2 : (value & 0xC0) == 0x80 ? 0 : 1;
    }

    private static int WidthOf(byte[] utf8, int at, int end)
    {
        int width = 0;
        for (; at < end; at++)
        {
            width += WidthOf(utf8[at]);
        }

        return width;
    }

    /// <summary>Behind a blank, behind one wide character, or behind a run of narrow ones with the wide punctuation mark that follows.</summary>
    private static int WordEnd(byte[] utf8, int at, int end)
    {
        int next = CharEnd(utf8, at, end);
        if (utf8[at] == ' ')
        {
            return next;
        }

        while (WidthOf(utf8[at]) == 1 && next < end && utf8[next] != ' ' && utf8[next] < 0xE0)
        {
            next = CharEnd(utf8, next, end);
        }

        return IsClosingMark(utf8, next, end) ? CharEnd(utf8, next, end) : next;
    }

    private static int CharEnd(byte[] utf8, int at, int end)
    {
        at++;
        while (at < end && (utf8[at] & 0xC0) == 0x80)
        {
            at++;
        }

        return at;
    }

    /// <summary>、。 and ，：；！？） may not begin a line (避头).</summary>
    private static bool IsClosingMark(byte[] utf8, int at, int end)
    {
        if (at + 3 > end)
        {
            return false;
        }

        bool stops = utf8[at] == 0xE3 && utf8[at + 1] == 0x80 && (utf8[at + 2] == 0x81 || utf8[at + 2] == 0x82);
        bool wide = utf8[at] == 0xEF && utf8[at + 1] == 0xBC;
        byte mark = utf8[at + 2];
        return stops || (wide && (mark == 0x8C || mark == 0x9A || mark == 0x9B || mark == 0x81 || mark == 0x9F || mark == 0x89));
    }

    private void Indent(int columns)
    {
        for (int i = 0; i < columns; i++)
        {
            Put((byte)' ');
        }
    }

    private void CountColumn(byte value)
    {
        if (value == '\n' || value == '\r')
        {
            Column = 0;
        }
        else if (value >= 0x20)
        {
            Column += WidthOf(value);
        }
    }
}
