using Firmware.Core.Contracts;

namespace Firmware.Core.Service;

/// <summary>
/// Scans that came later than they may: what stops the pump or shuts the valve lags by as much. A stall that was announced does not count: a flash erase, and what the
/// platform does while it connects (name lookup, handshake), during which every thread stands still.
/// </summary>
public sealed class LateScans
{
    /// <summary>Time between two scans from which on one is late, ms: a whole decision was missed.</summary>
    public const int LateMs = 1000;

    private const int Places = 32;
    private const int WindowSeconds = 60;

    private readonly RecentCount _late = new RecentCount(Places, WindowSeconds);
    private long _lastMs = -1;
    private long _stallMs;
    private bool _connects = true;

    /// <summary>A scan begins.</summary>
    public void Begin(long nowMs)
    {
        if (_lastMs >= 0 && nowMs - _lastMs - _stallMs >= LateMs && !_connects)
        {
            _late.Add(nowMs);
        }

        _lastMs = nowMs;
    }

    /// <summary>A scan ends.</summary>
    /// <param name="stallMs">How long it stood still in writing to storage, ms.</param>
    /// <param name="connects">There is no connection, so that the platform may stand still in making one.</param>
    public void End(long stallMs, bool connects)
    {
        _stallMs = stallMs;
        _connects = connects;
    }

    /// <summary>Tells <see cref="Signal.LateScans"/>.</summary>
    public void Tell(long nowMs, Readings into)
    {
        into.Set(Signal.LateScans, _late.At(nowMs));
    }
}
