using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>
/// N in T: a loose wire fails for a moment, over and over, and never for the raise time of its row. What is counted is how often a check begins to fail; the rows to
/// watch, their N and their T are the catalogue's. 4 rows of 4 times: 312 B, which a catalogue without such a row does not pay.
/// </summary>
public sealed class IntermittentCount
{
    /// <summary>Rows that can be watched.</summary>
    public const int Places = 4;

    /// <summary>Largest N.</summary>
    public const int Most = 4;

    /// <summary>No onset yet.</summary>
    private const int Never = -1;

    private readonly byte[] _row = new byte[Places];
    private readonly byte[] _count = new byte[Places];
    private readonly ushort[] _seconds = new ushort[Places];
    private readonly byte[] _next = new byte[Places];
    private readonly bool[] _fails = new bool[Places];
    private readonly int[] _onset = new int[Places * Most];
    private int _watched;

    /// <summary>Watches the rows of a catalogue that have an N, the first <see cref="Places"/> of them; null where none has.</summary>
    public static IntermittentCount Of(FaultCatalogue catalogue)
    {
        for (int row = 0; row < catalogue.Count; row++)
        {
            if (catalogue.OftenCount(row) > 0)
            {
                return new IntermittentCount(catalogue);
            }
        }

        return null;
    }

    private IntermittentCount(FaultCatalogue catalogue)
    {
        for (int row = 0; row < catalogue.Count && _watched < Places; row++)
        {
            if (catalogue.OftenCount(row) > 0)
            {
                _row[_watched] = (byte)row;
                _count[_watched] = (byte)Bound.Clamp((int)catalogue.OftenCount(row), 1, Most);
                _seconds[_watched] = (ushort)catalogue.OftenSeconds(row);
                _watched++;
            }
        }

        for (int i = 0; i < _onset.Length; i++)
        {
            _onset[i] = Never;
        }
    }

    /// <summary>Takes what a row's check says now. What cannot be judged neither begins nor ends an episode.</summary>
    public void Step(int row, CheckOutcome outcome, long nowMs)
    {
        int place = PlaceOf(row);
        if (place < 0 || (outcome != CheckOutcome.Fail && outcome != CheckOutcome.Pass))
        {
            return;
        }

        bool fails = outcome == CheckOutcome.Fail;
        if (fails && !_fails[place])
        {
            _onset[(place * Most) + _next[place]] = (int)(nowMs / 1000);
            _next[place] = (byte)(_next[place] + 1 < _count[place] ? _next[place] + 1 : 0);
        }

        _fails[place] = fails;
    }

    /// <summary>The row has begun to fail N times within the last T.</summary>
    public bool IsMet(int row, long nowMs)
    {
        int place = PlaceOf(row);
        if (place < 0)
        {
            return false;
        }

        // The next place to be written holds the oldest of the last N onsets.
        int oldest = _onset[(place * Most) + _next[place]];
        return oldest != Never && (nowMs / 1000) - oldest <= _seconds[place];
    }

    private int PlaceOf(int row)
    {
        for (int place = 0; place < _watched; place++)
        {
            if (_row[place] == row)
            {
                return place;
            }
        }

        return -1;
    }
}
