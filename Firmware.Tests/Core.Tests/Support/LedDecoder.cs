namespace Core.Tests.Support;

/// <summary>
/// Reads the level LED from on/off samples alone, 25 a second, as from a telephone's video: it knows the printed page (rhythms, digits), not the firmware. Times are taken
/// as a multiple of 40 ms; each sample may lie 40 ms off.
/// </summary>
public sealed class LedDecoder
{
    private const int SampleMs = 40;
    private const int FrameMs = 2500;
    private const int BetweenMs = 900;
    private const int MaxFlashes = 400;
    private const int MaxEdges = 800;

    private readonly int[] _edge = new int[MaxEdges];
    private readonly int[] _onMs = new int[MaxFlashes];
    private readonly int[] _darkMs = new int[MaxFlashes];
    private readonly bool[] _ofCode = new bool[MaxFlashes];
    private int _edges;
    private bool _beginsLit;
    private int _flashes;

    /// <summary>The number; 0 where there was none.</summary>
    public int Code { get; private set; }

    /// <summary>The level; 0 = steady, −1 where there was no telling.</summary>
    public int Level { get; private set; }

    /// <summary>Reads a recording.</summary>
    public void Read(bool[] samples, int count)
    {
        Take(samples, count);
        Read(0, count);
    }

    /// <summary>Takes a recording, of which parts can be read.</summary>
    public void Take(bool[] samples, int count)
    {
        _beginsLit = Smooth(samples, count, 0);
        _edges = 0;
        bool before = _beginsLit;
        for (int i = 1; i < count && _edges < MaxEdges; i++)
        {
            bool on = Smooth(samples, count, i);
            if (on != before)
            {
                _edge[_edges++] = i;
            }

            before = on;
        }
    }

    /// <summary>Reads a part of the recording that was taken, as if it were all that there is.</summary>
    public void Read(int from, int count)
    {
        FindFlashes(from, from + count);
        Code = 0;
        for (int first = 1; first < _flashes; first++)
        {
            if (_darkMs[first] >= FrameMs)
            {
                TakeBurst(first);
            }
        }

        Level = FindLevel(count);
    }

    /// <summary>Flashes with the dark before each; dark before the first, and after the last, is not known whole.</summary>
    private void FindFlashes(int from, int end)
    {
        int edge = 0;
        while (edge < _edges && _edge[edge] <= from)
        {
            edge++;
        }

        _flashes = 0;
        int dark = 0;
        for (int at = from; at < end && _flashes < MaxFlashes; edge++)
        {
            int next = edge < _edges && _edge[edge] < end ? _edge[edge] : end;
            int ms = (next - at) * SampleMs;
            at = next;
            if (_beginsLit == (edge % 2 != 0))
            {
                dark = ms;
                continue;
            }

            _onMs[_flashes] = ms;
            _darkMs[_flashes] = dark;
            _ofCode[_flashes] = false;
            _flashes++;
        }
    }

    /// <summary>Most of five samples: with jitter the order of two neighbours may turn round at an edge.</summary>
    private static bool Smooth(bool[] samples, int count, int at)
    {
        int lit = 0;
        int seen = 0;
        for (int i = at - 2; i <= at + 2; i++)
        {
            if (i >= 0 && i < count)
            {
                seen++;
                lit += samples[i] ? 1 : 0;
            }
        }

        return 2 * lit > seen;
    }

    /// <summary>Flashes between two long darks: a code where they are three digits.</summary>
    private void TakeBurst(int first)
    {
        int end = first + 1;
        while (end < _flashes && _darkMs[end] < FrameMs)
        {
            end++;
        }

        int code = end < _flashes ? CodeOf(first, end) : 0;
        if (code != 0)
        {
            Code = code;
            for (int i = first; i < end; i++)
            {
                _ofCode[i] = true;
            }
        }
    }

    private int CodeOf(int first, int end)
    {
        int code = 0;
        int digits = 0;
        for (int at = first; at < end; digits++)
        {
            int next = at + 1;
            while (next < end && _darkMs[next] < BetweenMs)
            {
                next++;
            }

            code = (code * 10) + (next == at + 1 && _onMs[at] >= BetweenMs ? 0 : next - at);
            at = next;
        }

        return digits == 3 && code > 100 ? code : 0;
    }

    /// <summary>By the darks that come again and again: a part of a code at an end of the recording has two between digits at most.</summary>
    private int FindLevel(int count)
    {
        int rhythm = 0;
        int second = 0;
        int third = 0;
        int fourth = 0;
        for (int i = 1; i < _flashes; i++)
        {
            if (!_ofCode[i] && !_ofCode[i - 1])
            {
                rhythm++;
                second += _darkMs[i] >= 1000 && _darkMs[i] < 1600 ? 1 : 0;
                third += _darkMs[i] >= 1600 && _darkMs[i] < 2400 ? 1 : 0;
                fourth += _darkMs[i] >= 4500 ? 1 : 0;
            }
        }

        if (rhythm == 0)
        {
            return _flashes == 1 && _onMs[0] == count * SampleMs ? 0 : -1;
        }

        return fourth >= 3 ? 4 : third >= 5 ? 3 : second >= 6 ? 2 : 1;
    }
}
