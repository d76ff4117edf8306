namespace Firmware.Records.Messaging;

/// <summary>
/// Walks over a JSON object in a buffer, strict in form, without making anything: what the centre sends is short and known. Never throws; every
/// length and depth is bounded by the buffer.
/// </summary>
public sealed class JsonScanner
{
    private const int MaxDepth = 8;

    private byte[] _text;
    private int _count;
    private int _at;
    private int _nameAt;
    private int _nameEnd;

    /// <summary>Everything is read, but blanks.</summary>
    public bool IsAtEnd => Peek() == '\0' && _at == _count;

    /// <summary>Begins with a buffer.</summary>
    public void Begin(byte[] text, int count)
    {
        _text = text;
        _count = count;
        _at = 0;
    }

    /// <summary>Takes a member's name and the colon after it.</summary>
    public bool TakeName()
    {
        if (!Take('"'))
        {
            return false;
        }

        _nameAt = _at;
        bool good = SkipText();
        _nameEnd = _at - 1;
        return good && Take(':');
    }

    /// <summary>The name just taken is this one.</summary>
    public bool NameIs(string name) => Bytes.IsText(_text, _nameAt, _nameEnd, name);

    /// <summary>Goes over a value of any kind.</summary>
    public bool SkipValue() => SkipValue(0);

    /// <summary>Takes a text that is this word.</summary>
    public bool TakeWord(string word)
    {
        int start = Take('"') ? _at : -1;
        return start >= 0 && SkipText() && Bytes.IsText(_text, start, _at - 1, word);
    }

    /// <summary>
    /// Copies a text of printable UTF-8 without escapes; the rest of <paramref name="into"/> from <paramref name="offset"/> on is filled with 0. False where it is longer than
    /// <paramref name="max"/> bytes or not of this form.
    /// </summary>
    public bool TakeText(byte[] into, int offset, int max)
    {
        int start = Take('"') ? _at : -1;
        if (start < 0 || !SkipText() || _at - 1 - start > max || !Utf8.IsPrintable(_text, start, _at - 1))
        {
            return false;
        }

        for (int i = 0; i < max; i++)
        {
            byte value = start + i < _at - 1 ? _text[start + i] : (byte)0;
            if (value == '\\')
            {
                return false;
            }

            into[offset + i] = value;
        }

        return true;
    }

    /// <summary>Takes a whole number of at most <paramref name="max"/>, without a sign.</summary>
    public bool TakeNumber(long max, out long value)
    {
        value = 0;
        SkipBlanks();
        int start = _at;
        while (_at < _count && _text[_at] >= '0' && _text[_at] <= '9')
        {
            value = (value * 10) + _text[_at++] - '0';
            if (value > max)
            {
                value = 0;
                return false;
            }
        }

        return _at > start;
    }

    private bool SkipValue(int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        if (Take('"'))
        {
            return SkipText();
        }

        if (Take('['))
        {
            return SkipItems(depth, ']', false);
        }

        return Take('{') ? SkipItems(depth, '}', true) : SkipWord();
    }

    private bool SkipItems(int depth, char end, bool named)
    {
        if (Take(end))
        {
            return true;
        }

        do
        {
            if (named && !(Take('"') && SkipText() && Take(':')))
            {
                return false;
            }

            if (!SkipValue(depth + 1))
            {
                return false;
            }
        }
        while (Take(','));

        return Take(end);
    }

    private bool SkipWord()
    {
        SkipBlanks();
        int start = _at;
        while (_at < _count && IsWordByte(_text[_at]))
        {
            _at++;
        }

        return _at > start;
    }

    private static bool IsWordByte(byte value)
    {
        return (value >= 'a' && value <= 'z') || (value >= '0' && value <= '9') || value == '-' || value == '+' || value == '.' || value == 'E';
    }

    /// <summary>Goes after the closing quote of a text whose opening quote is taken.</summary>
    private bool SkipText()
    {
        while (_at < _count && _text[_at] != '"')
        {
            _at += _text[_at] == '\\' ? 2 : 1;
        }

        _at++;
        return _at <= _count;
    }

    /// <summary>The next character that is no blank, NUL at the end.</summary>
    public char Peek()
    {
        SkipBlanks();
        return _at < _count ? (char)_text[_at] : '\0';
    }

    /// <summary>Takes the next character if it is this one.</summary>
    public bool Take(char wanted)
    {
        if (Peek() != wanted)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_at < _count && (_text[_at] == ' ' || _text[_at] == '\n' || _text[_at] == '\r' || _text[_at] == '\t'))
        {
            _at++;
        }
    }
}
