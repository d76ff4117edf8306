using Firmware.Core.Ports;

namespace Firmware.Console;

/// <summary>
/// What the console has to say, in a ring of bytes that leaves at most <see cref="BytesPerScan"/> a scan, so that the line never holds up the loop.
/// It breaks lines at the terminal's width, and stops after each screenful until <see cref="Resume"/>. What does not fit is dropped: a page that is longer
/// is written in parts.
/// </summary>
public sealed class ConsoleOut
{
    /// <summary>Bytes that leave in a scan: at 115,200 baud 100 B take 9 ms of 50.</summary>
    public const int BytesPerScan = 100;

    /// <summary>Bytes of the ring: the longest part of a page and the longest echo.</summary>
    public const int Size = 1408;

    private const byte Escape = 0x1B;

    private readonly byte[] _ring = new byte[Size];
    private int _first;
    private int _count;
    private int _linesLeft;
    private bool _pages;

    /// <summary>Bytes waiting.</summary>
    public int Count => _count;

    /// <summary>Columns written since the last line end, Chinese characters as two.</summary>
    public int Column { get; private set; }

    /// <summary>Columns of the terminal, 40–132. The last one stays empty: many terminals wrap when it is written.</summary>
    public int Width { get; set; } = 80;

    /// <summary>Lines of the terminal; 0 = no paging.</summary>
    public int Height { get; set; } = 24;

    /// <summary>Column at which a line that was broken goes on; 0 again after a line end.</summary>
    public int Hang { get; set; }

    /// <summary>Each line end erases the rest of its line first: a live page is written over the last one.</summary>
    public bool Erases { get; set; }

    /// <summary>A screenful has left, and more waits.</summary>
    public bool IsHolding => _pages && _linesLeft == 0 && _count > 0;

    /// <summary>Sends the next piece.</summary>
    public void Flush(IConsolePort port)
    {
        int run = _count < BytesPerScan ? _count : BytesPerScan;
        run = run > Size - _first ? Size - _first : run;
        run = UpToHold(run);
        if (run == 0)
        {
            return;
        }

        port.Write(_ring, _first, run);
        _first = (_first + run) % Size;
        _count -= run;
    }

    /// <summary>A new screenful begins: a person has typed. Paging holds for what is written until <see cref="EndPages"/>.</summary>
    public void BeginPages()
    {
        _pages = Height > 0;
        Resume(Height - 2);
    }

    /// <summary>What follows is typed or asked, and is not held.</summary>
    public void EndPages()
    {
        _pages = false;
    }

    /// <summary>Lets some lines go.</summary>
    public void Resume(int lines)
    {
        _linesLeft = lines < 1 ? 1 : lines;
    }

    /// <summary>Puts control bytes before what waits.</summary>
    public void PutFirst(byte[] bytes)
    {
        for (int i = bytes.Length - 1; i >= 0 && _count < Size; i--)
        {
            _first = (_first + Size - 1) % Size;
            _ring[_first] = bytes[i];
            _count++;
        }
    }

    /// <summary>Forgets what waits.</summary>
    public void Discard()
    {
        _count = 0;
        _first = 0;
        Column = 0;
        Hang = 0;
    }

    /// <summary>One byte, wherever the line stands.</summary>
    public void Put(byte value)
    {
        if (_count == Size)
        {
            return;
        }

        _ring[(_first + _count) % Size] = value;
        _count++;
        Column += value >= 0x20 ? Wide.Of(value) : 0;
    }

    /// <summary>Text.</summary>
    public void Write(string text)
    {
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(text);
        Write(utf8, 0, utf8.Length);
    }

    /// <summary>
    /// UTF-8 text, broken before a word, or before a Chinese character, that would pass the width. Control characters become blanks, so that a stored
    /// name cannot move the cursor.
    /// </summary>
    public void Write(byte[] utf8, int at, int end)
    {
        while (at < end)
        {
            int next = Wide.WordEnd(utf8, at, end);
            bool fits = Column + Wide.Of(utf8, at, next) < Width;
            if (!fits && Column > Hang && utf8[at] != ' ')
            {
                Break();
            }

            PutWord(utf8, at, next);
            at = next;
        }
    }

    /// <summary>As many whole characters of a text as end before a column: what a site configures may be longer than a line.</summary>
    public void WriteUpTo(byte[] utf8, int column)
    {
        for (int i = 0; i < utf8.Length && Column + Wide.Of(utf8[i]) <= column; i++)
        {
            Put(Visible(utf8[i]));
        }
    }

    /// <summary>Breaks the line where so many columns do not fit any more: what is written in pieces stays in one.</summary>
    public void Keep(int columns)
    {
        if (Column + columns >= Width && Column > Hang)
        {
            Break();
        }
    }

    /// <summary>Text that stands on one line where it fits one: on the next, where it does not fit this one any more.</summary>
    public void WriteTogether(string text)
    {
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(text);
        Keep(Wide.Of(utf8, 0, utf8.Length));
        Write(utf8, 0, utf8.Length);
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

    /// <summary>Blanks up to a column; at least one.</summary>
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
        EndLine();
        Hang = 0;
    }

    /// <summary>Erases the rest of the line.</summary>
    public void EraseRest()
    {
        Control((byte)'K');
    }

    /// <summary>Clears the screen, and goes to its top.</summary>
    public void Clear()
    {
        Home();
        Control((byte)'J');
    }

    /// <summary>Goes to the top of the screen.</summary>
    public void Home()
    {
        Control((byte)'H');
        Column = 0;
    }

    private static byte Visible(byte value)
    {
        return value < 0x20 || value == 0x7F ? (byte)' ' : value;
    }

    /// <summary>A control sequence without parameters (ECMA-48): its letters are not on the screen.</summary>
    private void Control(byte letter)
    {
        int column = Column;
        Put(Escape);
        Put((byte)'[');
        Put(letter);
        Column = column;
    }

    /// <summary>A word that is longer than a line is broken at a character. The blank at which a line was broken is not written: the next one begins with a word.</summary>
    private void PutWord(byte[] utf8, int at, int end)
    {
        for (; at < end; at++)
        {
            bool breaks = Column + Wide.Of(utf8[at]) >= Width && Wide.Of(utf8[at]) > 0;
            if (breaks)
            {
                Break();
            }

            if (utf8[at] != ' ' || (!breaks && (Column != Hang || Hang == 0)))
            {
                Put(Visible(utf8[at]));
            }
        }
    }

    private void Break()
    {
        int hang = Hang;
        EndLine();
        for (int i = 0; i < hang; i++)
        {
            Put((byte)' ');
        }
    }

    private void EndLine()
    {
        if (Erases)
        {
            EraseRest();
        }

        Put((byte)'\r');
        Put((byte)'\n');
        Column = 0;
    }

    /// <summary>How much of the next bytes may leave before the screen is full; counts the lines that do.</summary>
    private int UpToHold(int run)
    {
        if (!_pages)
        {
            return run;
        }

        int at = 0;
        for (; at < run && _linesLeft > 0; at++)
        {
            _linesLeft -= _ring[_first + at] == '\n' ? 1 : 0;
        }

        return at;
    }
}
