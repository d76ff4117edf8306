namespace Firmware.Core.Service;

/// <summary>How often something happened within the last time, from the moments of the last ones: 4 B a place.</summary>
public sealed class RecentCount
{
    private readonly int[] _seconds;
    private readonly int _windowSeconds;
    private int _next;
    private int _count;

    /// <param name="places">Moments that are remembered: one more than the largest count that matters.</param>
    /// <param name="windowSeconds">How far back it counts, s.</param>
    public RecentCount(int places, int windowSeconds)
    {
        _seconds = new int[places];
        _windowSeconds = windowSeconds;
    }

    /// <summary>Moments that are remembered.</summary>
    public int Places => _seconds.Length;

    /// <summary>Notes that it happened.</summary>
    public void Add(long nowMs)
    {
        _seconds[_next] = (int)(nowMs / 1000);
        _next = _next + 1 < _seconds.Length ? _next + 1 : 0;
        _count = _count < _seconds.Length ? _count + 1 : _seconds.Length;
    }

    /// <summary>How often within the window; at most as often as there are places.</summary>
    public int At(long nowMs)
    {
        int since = (int)(nowMs / 1000) - _windowSeconds;
        int within = 0;
        int place = _next;
        for (; within < _count; within++)
        {
            place = place == 0 ? _seconds.Length - 1 : place - 1;
            if (_seconds[place] <= since)
            {
                return within;
            }
        }

        return within;
    }
}
