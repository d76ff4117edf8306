using Firmware.Core.Ports;

namespace Tools.Simulation;

/// <summary>
/// The unit's two clocks. The platform's is 1970 at power-on, is set from the network within seconds and corrected every hour; steps happen behind the unit's back.
/// </summary>
public sealed class ClockModel : ISystemClock
{
    /// <summary>True time at the beginning of a history, Unix seconds.</summary>
    public const long BeginUnix = 1790000000;

    private const int FirstSyncMs = 8000;
    private const int CorrectMs = 3600000;

    private long _startMs;
    private long _offset;
    private long _syncedMs;
    private long _networkSinceMs = -1;
    private bool _synced;

    /// <summary>Simulated time, ms.</summary>
    public long NowMs { get; set; }

    /// <summary>Time servers that do not answer: how many events say so.</summary>
    public int Silent { get; set; }

    /// <inheritdoc/>
    public long UptimeMs => NowMs - _startMs;

    /// <inheritdoc/>
    public long UnixSeconds => TrueUnix + _offset;

    /// <inheritdoc/>
    public bool RanOn { get; private set; }

    /// <inheritdoc/>
    public bool WasSet { get; private set; }

    /// <summary>True time, Unix seconds.</summary>
    public long TrueUnix => BeginUnix + (NowMs / 1000);

    /// <summary>The unit starts; after a power cut its clock begins in 1970.</summary>
    public void UnitStarts(bool powerWasOff)
    {
        _startMs = NowMs;
        _networkSinceMs = -1;
        WasSet = false;
        RanOn = !powerWasOff;
        if (powerWasOff)
        {
            _synced = false;
            _offset = -TrueUnix;
        }
    }

    /// <summary>The clock is set by so many seconds, by somebody or by a bad server.</summary>
    public void Step(int seconds)
    {
        _offset += seconds;
        _syncedMs = NowMs;
        WasSet = true;
    }

    /// <summary>The platform asks its time servers while there is a network.</summary>
    public void Run(bool network)
    {
        if (!network || Silent > 0)
        {
            _networkSinceMs = -1;
            return;
        }

        if (_networkSinceMs < 0)
        {
            _networkSinceMs = NowMs;
        }

        bool due = _synced ? NowMs - _syncedMs >= CorrectMs : NowMs - _networkSinceMs >= FirstSyncMs;
        if (due)
        {
            (_offset, _synced, _syncedMs, WasSet) = (0, true, NowMs, true);
        }
    }
}
