using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Tools.Centre.Wire;

/// <summary>One id beyond the gapless end, and when it was stored (Unix seconds).</summary>
public readonly record struct StoredId(uint Seq, long At);

/// <summary>What of one epoch is stored, as PROTOCOL.md's <c>stored</c> says it.</summary>
/// <param name="UpTo">Every id up to it is stored or will never come; 0: none.</param>
/// <param name="Beyond">Ids beyond it that are stored, lowest first; at most <see cref="MostPairs"/> go on the wire.</param>
public sealed record Receipt(uint Epoch, uint UpTo, IReadOnlyList<StoredId> Beyond)
{
    /// <summary>Most pairs in one receipt.</summary>
    public const int MostPairs = 16;

    /// <summary>The receipt as it goes on the wire.</summary>
    /// <param name="now">The centre's clock, Unix seconds.</param>
    public string ToJson(long now) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"epoch\":{Epoch},\"upTo\":{UpTo},\"at\":{now},\"plus\":[{string.Join(',', Beyond.Select(id => $"[{id.Seq},{id.At}]"))}]}}");

    /// <summary>
    /// Of more than 16 ids beyond the gap the receipt names the lowest, and always the one being answered, so that each record gets its answer
    /// however long a gap stays.
    /// </summary>
    /// <param name="lowest">The lowest ids beyond the gap, in order.</param>
    /// <param name="answered">The id being answered, where it is beyond the gap.</param>
    public static IReadOnlyList<StoredId> Choose(IEnumerable<StoredId> lowest, StoredId? answered)
    {
        List<StoredId> pairs = [.. lowest.Take(MostPairs)];
        if (answered is { } id && !pairs.Contains(id))
        {
            pairs[^1] = id;
        }

        return pairs;
    }
}
