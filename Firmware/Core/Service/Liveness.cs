namespace Firmware.Core.Service;

/// <summary>
/// Whether a worker with a thread of its own is alive: slow after a silence beyond half of its limit, which is counted; hung after one beyond the whole, upon which it is left behind and another
/// one takes its place, at most three times in 24 h. Then it stays down until the first of the three is a day old, and says so (904). 130 B.
/// </summary>
public sealed class Liveness
{
    /// <summary>Replacements in 24 h: what hangs a fourth time hangs for a reason that another thread does not change, and each one left behind keeps its memory.</summary>
    public const int MaxPerDay = 3;

    private const long DayMs = 86400000;
    private const int WarnShare = 2;

    private readonly int _failMs;
    private readonly long[] _restartMs = new long[MaxPerDay];
    private int _oldest;
    private bool _isSlow;

    /// <summary>A worker that counts as hung after a silence of <paramref name="failMs"/>.</summary>
    public Liveness(int failMs)
    {
        _failMs = failMs;
    }

    /// <summary>Replacements since the start of the unit.</summary>
    public int Restarts { get; private set; }

    /// <summary>Silences beyond half of the limit since the start of the unit, those that ended in a replacement, too: a worker that hangs one day is often slow for weeks before.</summary>
    public int Warnings { get; private set; }

    /// <summary>Hung, and not replaced any more for now.</summary>
    public bool IsDown { get; private set; }

    /// <summary>
    /// Judges a worker. True where it is to be replaced now; that is noted.
    /// </summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="heardMs">When it was last heard of.</param>
    public bool MustRestart(long nowMs, long heardMs)
    {
        long silentMs = nowMs - heardMs;
        Warn(silentMs > _failMs / WarnShare);
        if (silentMs <= _failMs)
        {
            IsDown = false;
            return false;
        }

        IsDown = Restarts >= MaxPerDay && nowMs - _restartMs[_oldest] < DayMs;
        if (IsDown)
        {
            return false;
        }

        _restartMs[_oldest] = nowMs;
        _oldest = (_oldest + 1) % MaxPerDay;
        Restarts++;
        _isSlow = false;
        return true;
    }

    private void Warn(bool slow)
    {
        Warnings += slow && !_isSlow ? 1 : 0;
        _isSlow = slow;
    }
}
