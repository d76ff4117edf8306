using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>
/// N in T: a loose wire fails for a moment, over and over, and never for the raise time of its row. What is counted is how often a check begins to fail; the rows to
/// watch, their N and their T are the catalogue's. Two rows, of 3 and 4 times: 264 B, most of it the heads of arrays; a catalogue without such a row pays nothing.
/// </summary>
public sealed class IntermittentCount
{
    /// <summary>No onset yet.</summary>
    private const int Never = -1;

    private readonly FaultCatalogue _catalogue;
    private readonly byte[] _row;
    private readonly byte[] _next;
    private readonly bool[] _fails;
    private readonly int[][] _onset;

    /// <summary>Watches the rows of a catalogue that have an N; null where none has.</summary>
    public static IntermittentCount Of(FaultCatalogue catalogue)
    {
        int places = RowsWithN(catalogue);
        return places > 0 ? new IntermittentCount(catalogue, places) : null;
    }

    private IntermittentCount(FaultCatalogue catalogue, int places)
    {
        _catalogue = catalogue;
        _row = new byte[places];
        _next = new byte[places];
        _fails = new bool[places];
        _onset = new int[places][];
        int place = 0;
        for (int row = 0; row < catalogue.Count; row++)
        {
            if (catalogue.OftenCount(row) > 0)
            {
                _row[place] = (byte)row;
                _onset[place] = NoOnsets(catalogue.OftenCount(row));
                place++;
            }
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
            _onset[place][_next[place]] = (int)(nowMs / 1000);
            _next[place] = (byte)(_next[place] + 1 < _onset[place].Length ? _next[place] + 1 : 0);
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
        int oldest = _onset[place][_next[place]];
        return oldest != Never && (nowMs / 1000) - oldest <= _catalogue.OftenSeconds(row);
    }

    private static int RowsWithN(FaultCatalogue catalogue)
    {
        int rows = 0;
        for (int row = 0; row < catalogue.Count; row++)
        {
            rows += catalogue.OftenCount(row) > 0 ? 1 : 0;
        }

        return rows;
    }

    private static int[] NoOnsets(int count)
    {
        var onsets = new int[count];
        for (int i = 0; i < count; i++)
        {
            onsets[i] = Never;
        }

        return onsets;
    }

    private int PlaceOf(int row)
    {
        for (int place = 0; place < _row.Length; place++)
        {
            if (_row[place] == row)
            {
                return place;
            }
        }

        return -1;
    }
}
