namespace Firmware.Records.Messaging;

/// <summary>
/// Reads the centre's receipt, <c>{"epoch":E,"upTo":120,"at":T,"plus":[[130,T2]]}</c>: strict in form, members in any order, unknown members
/// skipped. Never throws; every length and depth is bounded by the buffer.
/// </summary>
public sealed class StoredReceipt
{
    /// <summary>Pairs in <c>plus</c>.</summary>
    public const int MaxPlus = 16;

    /// <summary>It is not known how long ago the centre stored something.</summary>
    public const int UnknownAgo = -1;

    private const long MaxNumber = 9007199254740991;

    private readonly int[] _plus = new int[MaxPlus];
    private readonly long[] _plusAt = new long[MaxPlus];
    private readonly JsonScanner _json = new JsonScanner();

    /// <summary>Epoch of the ids.</summary>
    public int Epoch { get; private set; }

    /// <summary>Every id up to this is stored.</summary>
    public int UpTo { get; private set; }

    /// <summary>The centre's clock, Unix seconds; 0 where it gave none.</summary>
    public long At { get; private set; }

    /// <summary>Ids named one by one: those beyond <see cref="UpTo"/>, and, wherever it lies, the one that is answered.</summary>
    public int PlusCount { get; private set; }

    /// <summary>One of them.</summary>
    public int Plus(int index) => _plus[index];

    /// <summary>It says that an id of its epoch is stored.</summary>
    public bool Names(int seq)
    {
        bool names = seq <= UpTo;
        for (int i = 0; i < PlusCount; i++)
        {
            names |= _plus[i] == seq;
        }

        return names;
    }

    /// <summary>When the centre stored an id, by its own clock, Unix seconds; 0 where the receipt does not say.</summary>
    public long StoredAt(int seq)
    {
        for (int i = 0; i < PlusCount; i++)
        {
            if (_plus[i] == seq)
            {
                return _plusAt[i];
            }
        }

        return 0;
    }

    /// <summary>Reads a payload; false where it is not a receipt.</summary>
    public bool TryRead(byte[] text, int count)
    {
        _json.Begin(text, count);
        UpTo = -1;
        At = 0;
        PlusCount = 0;
        bool hasEpoch = false;
        if (!_json.Take('{') || _json.Peek() == '}')
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
        while (_json.Take(','));

        return _json.Take('}') && _json.IsAtEnd && hasEpoch && UpTo >= 0;
    }

    private bool TakeMember(ref bool hasEpoch)
    {
        if (!_json.TakeName())
        {
            return false;
        }

        if (_json.NameIs("epoch"))
        {
            hasEpoch = _json.TakeNumber(uint.MaxValue, out long epoch);
            Epoch = (int)epoch;
            return hasEpoch;
        }

        return TakeOther();
    }

    private bool TakeOther()
    {
        if (_json.NameIs("upTo"))
        {
            bool good = _json.TakeNumber(int.MaxValue, out long upTo);
            UpTo = (int)upTo;
            return good;
        }

        if (_json.NameIs("at"))
        {
            bool good = _json.TakeNumber(MaxNumber, out long at);
            At = at;
            return good;
        }

        return _json.NameIs("plus") ? TakePlus() : _json.SkipValue();
    }

    private bool TakePlus()
    {
        if (!_json.Take('['))
        {
            return false;
        }

        if (_json.Take(']'))
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
        while (_json.Take(','));

        return _json.Take(']');
    }

    private bool TakePair()
    {
        if (!_json.Take('[') || !_json.TakeNumber(int.MaxValue, out long seq) || !_json.Take(',') || !_json.TakeNumber(MaxNumber, out long at) || !_json.Take(']'))
        {
            return false;
        }

        _plus[PlusCount] = (int)seq;
        _plusAt[PlusCount] = at;
        PlusCount++;
        return true;
    }
}
