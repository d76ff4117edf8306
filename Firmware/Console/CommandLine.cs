using Firmware.Records;

namespace Firmware.Console;

/// <summary>
/// A typed line: its words, and once it fits a form, the arguments in their order. It keeps a copy of its own, so that a page can ask a question and still
/// know what was typed.
/// </summary>
public sealed class CommandLine
{
    /// <summary>Words that count; more are taken as part of the last.</summary>
    private const int MaxWords = 8;

    private readonly byte[] _bytes = new byte[LineEditor.MaxBytes];
    private readonly byte[] _wordAt = new byte[MaxWords];
    private readonly byte[] _wordEnd = new byte[MaxWords];
    private readonly int[] _values = new int[MaxWords];
    private readonly byte[] _valueAt = new byte[MaxWords];
    private readonly byte[] _valueEnd = new byte[MaxWords];
    private int _end;
    private int _arguments;

    /// <summary>The line's bytes, UTF-8.</summary>
    public byte[] Bytes => _bytes;

    /// <summary>Words of the line.</summary>
    public int Words { get; private set; }

    /// <summary>Words of the form that the line fitted at the last <see cref="Fits"/>.</summary>
    public int Fitting { get; private set; }

    /// <summary>A text was longer than its range, and cut.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Takes up a line and finds its words.</summary>
    public void Take(byte[] line, int count)
    {
        System.Array.Copy(line, 0, _bytes, 0, count);
        _end = count;
        while (_end > 0 && _bytes[_end - 1] == ' ')
        {
            _end--;
        }

        Words = 0;
        for (int at = 0; at < _end && Words < MaxWords;)
        {
            at = TakeWord(at);
        }
    }

    /// <summary>Number of an argument, counted from 0; 0 where it is no number. Of a text: of its first word.</summary>
    public int Number(int argument) => _values[argument];

    /// <summary>First byte of an argument in <see cref="Bytes"/>.</summary>
    public int StartOf(int argument) => _valueAt[argument];

    /// <summary>After the last byte of an argument.</summary>
    public int EndOf(int argument) => _valueEnd[argument];

    /// <summary>First byte of a word of the line.</summary>
    public int WordStart(int word) => _wordAt[word];

    /// <summary>After the last byte of a word of the line.</summary>
    public int WordEnd(int word) => _wordEnd[word];

    /// <summary>An argument as a string.</summary>
    public string TextOf(int argument)
    {
        return System.Text.Encoding.UTF8.GetString(_bytes, _valueAt[argument], _valueEnd[argument] - _valueAt[argument]);
    }

    /// <summary>An argument as bytes of its own.</summary>
    public byte[] BytesOf(int argument)
    {
        var bytes = new byte[_valueEnd[argument] - _valueAt[argument]];
        System.Array.Copy(_bytes, _valueAt[argument], bytes, 0, bytes.Length);
        return bytes;
    }

    /// <summary>True where a word of the line is this one. Capitals count as small letters.</summary>
    public bool WordIs(int word, string text)
    {
        return Same(_wordAt[word], _wordEnd[word], text, 0, text.Length);
    }

    /// <summary>True where an argument is this word. Capitals count as small letters.</summary>
    public bool ArgumentIs(int argument, string text)
    {
        return Same(_valueAt[argument], _valueEnd[argument], text, 0, text.Length);
    }

    /// <summary>True where the line's first word is a form's first word.</summary>
    public bool BeginsAs(string form)
    {
        int blank = form.IndexOf(' ');
        return Words > 0 && Same(_wordAt[0], _wordEnd[0], form, 0, blank < 0 ? form.Length : blank);
    }

    /// <summary>True where the line is of a form, given by its words; its arguments are known then.</summary>
    public bool Fits(string[] form)
    {
        _arguments = 0;
        IsCut = false;
        Fitting = 0;
        for (int token = 0; token < form.Length; token++)
        {
            if (token >= Words || !TakeToken(form[token], token))
            {
                return false;
            }

            Fitting++;
        }

        bool hasText = form.Length > 0 && IsText(form[form.Length - 1]);
        return Words == form.Length || hasText;
    }

    private static bool IsText(string token)
    {
        int kind = Argument.Find(token);
        return kind >= 0 && Argument.TypeOf(kind) == ArgumentType.Text;
    }

    private static int Small(int value)
    {
        return value >= 'A' && value <= 'Z' ? value + 32 : value;
    }

    private int TakeWord(int at)
    {
        while (_bytes[at] == ' ')
        {
            at++;
        }

        _wordAt[Words] = (byte)at;
        while (at < _end && _bytes[at] != ' ')
        {
            at++;
        }

        _wordEnd[Words] = (byte)at;
        Words++;
        return at;
    }

    private bool TakeToken(string token, int word)
    {
        int kind = Argument.Find(token);
        if (kind < 0)
        {
            return WordIs(word, token);
        }

        _valueAt[_arguments] = _wordAt[word];
        _valueEnd[_arguments] = _wordEnd[word];
        bool isNumber = TakeNumber();
        bool good = Argument.TypeOf(kind) switch
        {
            ArgumentType.Number => isNumber && IsWithin(kind),
            ArgumentType.Word => HasLength(kind),
            _ => TakeText(kind),
        };
        _arguments++;
        return good;
    }

    private bool IsWithin(int kind) => _values[_arguments] >= Argument.LowOf(kind) && _values[_arguments] <= Argument.HighOf(kind);

    /// <summary>Reads the argument as a whole number of up to nine digits; its value is 0 where it is none.</summary>
    private bool TakeNumber()
    {
        int at = _valueAt[_arguments];
        int end = _valueEnd[_arguments];
        bool negative = _bytes[at] == '-';
        at += negative ? 1 : 0;
        bool good = at < end && end - at <= 9;
        int value = 0;
        for (; good && at < end; at++)
        {
            good = _bytes[at] >= '0' && _bytes[at] <= '9';
            value = (value * 10) + _bytes[at] - '0';
        }

        _values[_arguments] = !good ? 0 : negative ? -value : value;
        return good;
    }

    private bool HasLength(int kind)
    {
        int length = _valueEnd[_arguments] - _valueAt[_arguments];
        return length >= Argument.LowOf(kind) && length <= Argument.HighOf(kind);
    }

    /// <summary>The rest of the line, cut after the last whole character that its range has room for.</summary>
    private bool TakeText(int kind)
    {
        int end = Utf8.CutAt(_bytes, _valueAt[_arguments], _end, Argument.HighOf(kind));
        IsCut = end < _end;
        _valueEnd[_arguments] = (byte)end;
        return true;
    }

    private bool Same(int at, int end, string text, int from, int to)
    {
        bool same = end - at == to - from;
        for (int i = 0; same && i < to - from; i++)
        {
            same = Small(_bytes[at + i]) == text[from + i];
        }

        return same;
    }
}
