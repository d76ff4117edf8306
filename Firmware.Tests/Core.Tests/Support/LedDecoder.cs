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

    private readonly int[] _onMs = new int[MaxFlashes];
    private readonly int[] _darkMs = new int[MaxFlashes];
    private readonly bool[] _ofCode = new bool[MaxFlashes];
    private int _flashes;

    /// <summary>The number; 0 where there was none.</summary>
    public int Code { get; private set; }

    /// <summary>The level; 0 = steady, −1 where there was no telling.</summary>
    public int Level { get; private set; }

    /// <summary>Reads a recording.</summary>
    public void Read(bool[] samples, int count)
    {
        FindFlashes(samples, count);
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

    /// <summary>Flashes with the dark before each; dark before the first, and behind the last, is not known whole.</summary>
    private void FindFlashes(bool[] samples, int count)
    {
        _flashes = 0;
        int dark = 0;
        bool before = false;
        for (int i = 0; i < count && _flashes < MaxFlashes; i++)
        {
            bool on = Smooth(samples, count, i);
            bool rises = on && !before;
            before = on;
            if (!on)
            {
                dark += SampleMs;
                continue;
            }

            if (rises)
            {
                _onMs[_flashes] = 0;
                _darkMs[_flashes] = dark;
                _ofCode[_flashes] = false;
                _flashes++;
                dark = 0;
            }

            _onMs[_flashes - 1] += SampleMs;
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
