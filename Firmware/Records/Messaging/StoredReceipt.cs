namespace Firmware.Records.Messaging;

/// <summary>
/// Reads the centre's receipt, <c>{"epoch":E,"upTo":120,"at":T,"plus":[[130,T2]]}</c>: strict in form, members in any order, unknown members
/// skipped. Never throws; every length and depth is bounded by the buffer.
/// </summary>
public sealed class StoredReceipt
{
    /// <summary>Pairs in <c>plus</c>.</summary>
    public const int MaxPlus = 16;

    private const long MaxNumber = 9007199254740991;

    private readonly int[] _plus = new int[MaxPlus];
    private readonly JsonScanner _json = new JsonScanner();

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
        if (!_json.Take('[') || !_json.TakeNumber(int.MaxValue, out long seq) || !_json.Take(',') || !_json.TakeNumber(MaxNumber, out _) || !_json.Take(']'))
        {
            return false;
        }

        _plus[PlusCount++] = (int)seq;
        return true;
    }
}
