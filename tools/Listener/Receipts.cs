using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Tools.Listener;

/// <summary>
/// What of one epoch of one unit is stored: which ids, and up to which one without a gap. Pure: it writes the receipt
/// (PROTOCOL.md, stored) and knows no broker and no file.
/// </summary>
public sealed class Receipts(uint epoch)
{
    /// <summary>Most pairs in one receipt (PROTOCOL.md, stored).</summary>
    public const int MostPairs = 16;

    private readonly SortedDictionary<uint, long> _beyond = new();
    private readonly HashSet<uint> _stored = new();
    private uint _upTo;

    /// <summary>Nothing is known of the epoch yet, so there is nothing to answer.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Whether the unit's oldest open id tells of more than is known here.</summary>
    public bool IsBehind(uint oldest) => IsEmpty || oldest - 1 > _upTo;

    /// <summary>Whether this very id was stored here.</summary>
    public bool Has(uint seq) => _stored.Contains(seq);

    /// <summary>An id that is now stored, at this Unix second.</summary>
    public void Add(uint seq, long at)
    {
        IsEmpty = false;
        if (_stored.Add(seq) && seq > _upTo)
        {
            _beyond[seq] = at;
            Close();
        }
    }

    /// <summary>The unit says that ids below this one were stored before, or will never come.</summary>
    public void StartAt(uint oldest)
    {
        if (!IsBehind(oldest))
        {
            return;
        }

        _upTo = Math.Max(_upTo, oldest - 1);
        IsEmpty = false;
        Close();
    }

    /// <summary>
    /// The receipt as it goes on the wire. Of more than 16 ids beyond the gap it names the lowest, and always the one being answered,
    /// so that each record gets its answer however long a gap stays.
    /// </summary>
    /// <param name="answered">The id being answered; 0: none.</param>
    /// <param name="now">The centre's clock, Unix seconds.</param>
    public string ToJson(uint answered, long now)
    {
        var json = new StringBuilder($"{{\"epoch\":{epoch},\"upTo\":{_upTo},\"at\":{now},\"plus\":[");
        var separator = "";
        foreach (var seq in Pairs(answered))
        {
            json.Append($"{separator}[{seq},{_beyond[seq]}]");
            separator = ",";
        }

        return json.Append("]}").ToString();
    }

    private List<uint> Pairs(uint answered)
    {
        var pairs = _beyond.Keys.Take(MostPairs).ToList();
        if (_beyond.ContainsKey(answered) && !pairs.Contains(answered))
        {
            pairs[^1] = answered;
        }

        return pairs;
    }

    /// <summary>Moves the gapless end over every id that follows it, and forgets the pairs that it passed.</summary>
    private void Close()
    {
        while (_beyond.Count > 0 && _beyond.First().Key <= (ulong)_upTo + 1)
        {
            var first = _beyond.First().Key;
            _upTo = Math.Max(_upTo, first);
            _beyond.Remove(first);
        }
    }
}
