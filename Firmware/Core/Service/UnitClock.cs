namespace Firmware.Core.Service;

/// <summary>How far the unit's wall clock may be trusted. The names on the wire are those of PROTOCOL.md, "time".</summary>
public enum TimeQuality : byte
{
    /// <summary>Never set since the start.</summary>
    Unset = 0,

    /// <summary>Confirmed by a source within the last 24 h.</summary>
    Synced = 1,

    /// <summary>Confirmed longer ago, or since the start only taken over from a clock that ran on.</summary>
    Coasting = 2,
}

/// <summary>
/// The unit's own time: uptime plus an offset. The platform's clock is stepped from the network behind our back and is one source among others:
/// it is accepted when it lies in the sanity window, and, once the clock is set, when it agrees within <see cref="AgreeSeconds"/> or has kept
/// its claim for <see cref="PersistMs"/>.
/// </summary>
public sealed class UnitClock
{
    /// <summary>Before this no time is believed: 1 January 2026, older than this firmware.</summary>
    public const long Earliest = 1767225600;

    /// <summary>After this no time is believed: 1 January 2100.</summary>
    public const long Latest = 4102444800;

    /// <summary>A source this close is taken over at once, s.</summary>
    public const int AgreeSeconds = 60;

    /// <summary>A source further off must keep saying so this long, ms.</summary>
    public const int PersistMs = 60000;

    private const long SyncedForMs = 24L * 3600 * 1000;

    private long _offsetSeconds;
    private bool _isSet;
    private long _confirmedMs = -1;
    private long _claimOffset;
    private long _claimSinceMs;

    /// <summary>Claims that were further off than <see cref="AgreeSeconds"/> and were taken over in the end.</summary>
    public int Jumps { get; private set; }

    /// <summary>Quality at a moment of uptime.</summary>
    public TimeQuality QualityAt(long nowMs)
    {
        if (!_isSet)
        {
            return TimeQuality.Unset;
        }

        return _confirmedMs >= 0 && nowMs - _confirmedMs <= SyncedForMs ? TimeQuality.Synced : TimeQuality.Coasting;
    }

    /// <summary>Unix seconds of a moment of uptime; 0 while unset. Past moments are dated with what is known now.</summary>
    public long UnixAt(long uptimeMs)
    {
        return _isSet ? _offsetSeconds + (uptimeMs / 1000) : 0;
    }

    /// <summary>
    /// A clock that only ran on: the platform's over a restart, or the board's clock chip over a power cut. It sets the time where it is unset, and confirms nothing.
    /// </summary>
    public void OfferKept(long nowMs, long unixSeconds)
    {
        if (IsSane(unixSeconds) && !_isSet)
        {
            Set(nowMs, unixSeconds - (nowMs / 1000), false);
        }
    }

    /// <summary>
    /// The platform's clock once a time server has set it, offered with every decision. It runs on when the network is gone; while there is one, the platform
    /// corrects it every hour, so that agreeing with it confirms the time.
    /// </summary>
    public void OfferSystem(long nowMs, long unixSeconds, bool network = false)
    {
        if (IsSane(unixSeconds))
        {
            Offer(nowMs, unixSeconds - (nowMs / 1000), network, true);
        }
    }

    /// <summary>The service centre's clock, taken from a receipt: confirms the time when it agrees.</summary>
    public void OfferCentre(long nowMs, long unixSeconds)
    {
        if (IsSane(unixSeconds))
        {
            Offer(nowMs, unixSeconds - (nowMs / 1000), true, false);
        }
    }

    /// <summary>
    /// A technician sets the clock at the console: taken at once, and counted as a jump where the clock was set and is more than
    /// <see cref="AgreeSeconds"/> off. False where the time lies outside the sanity window.
    /// </summary>
    public bool SetByHand(long nowMs, long unixSeconds)
    {
        if (!IsSane(unixSeconds))
        {
            return false;
        }

        Set(nowMs, unixSeconds - (nowMs / 1000), true);
        return true;
    }

    private static bool IsSane(long unixSeconds)
    {
        return unixSeconds >= Earliest && unixSeconds < Latest;
    }

    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="offset">Unix seconds at uptime 0.</param>
    /// <param name="confirms">Agreeing with it confirms the time.</param>
    /// <param name="leads">The time follows it where it is a few seconds off: one source does, so that two never pull at it in turn.</param>
    private void Offer(long nowMs, long offset, bool confirms, bool leads)
    {
        if (_confirmedMs < 0)
        {
            Set(nowMs, offset, true);
        }
        else if (!Agrees(offset))
        {
            Dispute(nowMs, offset);
        }
        else
        {
            // The seconds of both clocks turn over at different moments: one second apart is the same time.
            bool corrects = leads && (offset - _offsetSeconds > 1 || offset - _offsetSeconds < -1);
            if (confirms || corrects)
            {
                Set(nowMs, corrects ? offset : _offsetSeconds, true);
            }

            _claimSinceMs = -1;
        }
    }

    private bool Agrees(long offset)
    {
        long difference = offset - _offsetSeconds;
        return difference <= AgreeSeconds && difference >= -AgreeSeconds;
    }

    /// <summary>Takes a time at once; a jump where the clock was set and is further off than <see cref="AgreeSeconds"/>.</summary>
    private void Set(long nowMs, long offset, bool confirms)
    {
        if (_isSet && !Agrees(offset))
        {
            Jumps++;
        }

        _isSet = true;
        _offsetSeconds = offset;
        _confirmedMs = confirms ? nowMs : _confirmedMs;
        _claimSinceMs = -1;
    }

    private void Dispute(long nowMs, long offset)
    {
        long drift = offset - _claimOffset;
        if (_claimSinceMs < 0 || drift > 1 || drift < -1)
        {
            _claimOffset = offset;
            _claimSinceMs = nowMs;
        }
        else if (nowMs - _claimSinceMs >= PersistMs)
        {
            Set(nowMs, offset, true);
        }
    }
}
