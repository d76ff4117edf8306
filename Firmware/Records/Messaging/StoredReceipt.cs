namespace Firmware.Records.Messaging;

/// <summary>
/// Reads the centre's receipt, <c>{"epoch":E,"upTo":120,"at":T,"plus":[[130,T2]]}</c>: strict in form, members in any order, unknown members
/// skipped. Never throws; every length and depth is bounded by the buffer.
/// </summary>
public sealed class StoredReceipt
{
    /// <summary>Pairs in <c>plus</c>.</summary>
    public const int MaxPlus = 16;

    private const int MaxDepth = 8;
    private const long MaxNumber = 9007199254740991;

    private readonly int[] _plus = new int[MaxPlus];
    private byte[] _text;
    private int _count;
    private int _at;

    /// <summary>Epoch of the ids.</summary>
    public int Epoch { get; private set; }

    /// <summary>Every id up to this is stored.</summary>
    public int UpTo { get; private set; }

    /// <summary>The centre's clock, Unix seconds; 0 where it gave none.</summary>
    public long At { get; private set; }

    /// <summary>Ids beyond <see cref="UpTo"/>.</summary>
    public int PlusCount { get; private set; }

    /// <summary>One of them.</summary>
    public int Plus(int index) => _plus[index];

    /// <summary>Reads a payload; false where it is not a receipt.</summary>
    public bool TryRead(byte[] text, int count)
    {
        _text = text;
        _count = count;
        _at = 0;
        UpTo = -1;
        At = 0;
        PlusCount = 0;
        bool hasEpoch = false;
        if (!Take('{') || Peek() == '}')
        {
            return false;
        }

        do
        {
            if (!TakeMember(ref hasEpoch))
            {
                return false;
            }
        }
        while (Take(','));

        return Take('}') && Peek() == '\0' && _at == _count && hasEpoch && UpTo >= 0;
    }

    private bool TakeMember(ref bool hasEpoch)
    {
        if (!Take('"'))
        {
            return false;
        }

        int nameAt = _at;
        if (!SkipText())
        {
            return false;
        }

        int nameEnd = _at - 1;
        if (!Take(':'))
        {
            return false;
        }

        if (NameIs("epoch", nameAt, nameEnd))
        {
            hasEpoch = TakeNumber(uint.MaxValue, out long epoch);
            Epoch = (int)epoch;
            return hasEpoch;
        }

        return TakeOther(nameAt, nameEnd);
    }

    private bool TakeOther(int nameAt, int nameEnd)
    {
        if (NameIs("upTo", nameAt, nameEnd))
        {
            bool good = TakeNumber(int.MaxValue, out long upTo);
            UpTo = (int)upTo;
            return good;
        }

        if (NameIs("at", nameAt, nameEnd))
        {
            bool good = TakeNumber(MaxNumber, out long at);
            At = at;
            return good;
        }

        return NameIs("plus", nameAt, nameEnd) ? TakePlus() : SkipValue(0);
    }

    private bool TakePlus()
    {
        if (!Take('['))
        {
            return false;
        }

        if (Take(']'))
        {
            return true;
        }

        do
        {
            if (PlusCount == MaxPlus || !TakePair())
            {
                return false;
            }
        }
        while (Take(','));

        return Take(']');
    }

    private bool TakePair()
    {
        if (!Take('[') || !TakeNumber(int.MaxValue, out long seq) || !Take(',') || !TakeNumber(MaxNumber, out _) || !Take(']'))
        {
            return false;
        }

        _plus[PlusCount++] = (int)seq;
        return true;
    }

    private bool TakeNumber(long max, out long value)
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

    /// <summary>Goes behind the closing quote of a text whose opening quote is taken.</summary>
    private bool SkipText()
    {
        while (_at < _count && _text[_at] != '"')
        {
            _at += _text[_at] == '\\' ? 2 : 1;
        }

        _at++;
        return _at <= _count;
    }

    private bool NameIs(string name, int at, int end)
    {
        bool same = end - at == name.Length;
        for (int i = 0; same && i < name.Length; i++)
        {
            same = _text[at + i] == name[i];
        }

        return same;
    }

    private char Peek()
    {
        SkipBlanks();
        return _at < _count ? (char)_text[_at] : '\0';
    }

    private bool Take(char wanted)
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
