namespace Firmware.Core.Service;

/// <summary>Starts of the pump within the last hour, from the times of the last ones.</summary>
public sealed class StartCount
{
    /// <summary>Starts that are remembered: one more than the largest limit that can be set.</summary>
    public const int Places = 61;

    private const int HourSeconds = 3600;

    private readonly int[] _startSeconds = new int[Places];
    private int _next;
    private int _count;

    /// <summary>Notes a start.</summary>
    public void Add(long nowMs)
    {
        _startSeconds[_next] = (int)(nowMs / 1000);
        _next = (_next + 1) % Places;
        _count = _count < Places ? _count + 1 : Places;
    }

    /// <summary>Starts within the last hour; at most <see cref="Places"/>.</summary>
    public int WithinHour(long nowMs)
    {
        int since = (int)(nowMs / 1000) - HourSeconds;
        int within = 0;
        while (within < _count && _startSeconds[(_next - 1 - within + (2 * Places)) % Places] > since)
        {
            within++;
        }

        return within;
    }
}
