using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Tools.Centre.Wire;

/// <summary>One id beyond the gapless end, and when it was stored (Unix seconds).</summary>
public readonly record struct StoredId(uint Seq, long At);

/// <summary>What of one epoch is stored, as PROTOCOL.md's <c>stored</c> says it.</summary>
/// <param name="UpTo">Every id up to it is stored or will never come; 0: none.</param>
/// <param name="Plus">Ids that are named with the time at which they were stored: those beyond it, and what the unit may not know the time of; at most <see cref="MostPairs"/>.</param>
public sealed record Receipt(uint Epoch, uint UpTo, IReadOnlyList<StoredId> Plus)
{
    /// <summary>Most pairs in one receipt.</summary>
    public const int MostPairs = 16;

    /// <summary>The receipt as it goes on the wire.</summary>
    /// <param name="now">The centre's clock, Unix seconds.</param>
    public string ToJson(long now) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"epoch\":{Epoch},\"upTo\":{UpTo},\"at\":{now},\"plus\":[{string.Join(',', Plus.Select(id => $"[{id.Seq},{id.At}]"))}]}}");

    /// <summary>
    /// Of more than 16 ids beyond the gap the receipt names the lowest, and always, beyond or not, those being answered: each record gets its answer however long a gap stays,
    /// and the unit learns when its report was stored.
    /// </summary>
    /// <param name="lowest">The lowest ids beyond the gap, in order.</param>
    /// <param name="answered">The ids being answered, at most 16: the records of one publish.</param>
    public static IReadOnlyList<StoredId> Choose(IEnumerable<StoredId> lowest, IReadOnlyCollection<StoredId> answered) =>
        [.. answered.Concat(lowest.Except(answered)).Take(MostPairs).OrderBy(id => id.Seq)];
}
