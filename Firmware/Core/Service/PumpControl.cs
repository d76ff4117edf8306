using Firmware.Core.Contracts;

namespace Firmware.Core.Service;

/// <summary>
/// The pump follows the water user's request, unless it ran dry. It is then stopped and tried again after 30 s to 5 min: the shorter the last
/// run, the longer the well is given. After <see cref="MaxDryStops"/> dry stops without a good run in between it stays off until the
/// request is taken back and made anew, which someone on site has to do.
/// </summary>
public sealed class PumpControl
{
    /// <summary>Dry stops after which it stays off: two retries tell a slow well from an empty one.</summary>
    public const int MaxDryStops = 3;

    /// <summary>A run with water this long makes the count of dry stops start again, ms; a run of the pump this long is an operation cycle of a fault's life.</summary>
    public const int GoodRunMs = 120000;

    /// <summary>Time without a request after which it is taken back, ms: longer than <see cref="Metering.ContactWatch"/> needs for any rhythm in which each decision sees a loose wire open.</summary>
    public const int TakenBackMs = 5000;

    private const int ShortestWaitMs = 30000;
    private const int LongestWaitMs = 300000;
    private const int ShortRunMs = 60000;

    /// <summary>Nothing is timed; no time is below 0.</summary>
    private const long None = -1;

    private long _sinceMs;
    private long _waitUntilMs;
    private long _waterSinceMs = None;
    private long _dryMs = None;
    private long _lastMs;
    private long _askedMs = None;
    private int _outageStops;
    private bool _isOwedToOutage;

    /// <summary>
    /// An outage is told (101), and not over. Where that is true the motor stands, and a stop costs nobody water; where the relay of the mains or its wire is at fault the pump runs dry. So it is
    /// stopped and tried again like a dry one, and once the outage is over these stops never were. A mains that shows for a moment is no end of it.
    /// </summary>
    public bool IsInOutage { get; set; }

    /// <summary>
    /// The relay says that the mains is there, or nothing says that it is not. A run that began so and never had water is a dry one, outage or not: a relay that flickers excuses no dry well.
    /// </summary>
    public bool ShowsMains { get; set; } = true;

    /// <summary>Stopped so often within an outage that it waits for the outage's end, or for a request made anew.</summary>
    public bool WaitsForMains => !Run && _outageStops >= MaxDryStops;

    /// <summary>What is asked of the contactor.</summary>
    public bool Run { get; private set; }

    /// <summary>It will not be started again by itself.</summary>
    public bool StaysOff { get; private set; }

    /// <summary>Nobody has asked for water for <see cref="TakenBackMs"/>, nor since the first decision for less: a request that comes now is a new one.</summary>
    public bool IsTakenBack => _askedMs != None && _lastMs - _askedMs >= TakenBackMs;

    /// <summary>Dry stops since the last good run or the last request.</summary>
    public int DryStops { get; private set; }

    /// <summary>Starts since the start of the unit.</summary>
    public int Starts { get; private set; }

    /// <summary>Takes up the dry stops from before the restart: a well that was dry is not tried anew because the power came back.</summary>
    public void Restore(int dryStops)
    {
        DryStops = dryStops;
        StaysOff = dryStops >= MaxDryStops;
        _waitUntilMs = LongestWaitMs;
    }

    /// <summary>Waits before the next try, ms; 0 where it does not wait.</summary>
    public long WaitMs(long nowMs)
    {
        return !Run && !StaysOff && DryStops + _outageStops > 0 ? Bound.Clamp(_waitUntilMs - nowMs, 0, LongestWaitMs) : 0;
    }

    /// <summary>One decision.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="requested">The water user asks for water.</param>
    /// <param name="mayStart">No interlock forbids a start; a pump that runs is not stopped by one.</param>
    /// <param name="dry">What the dry-run check says now.</param>
    /// <param name="dryAfterMs">How long it must say "fail" before the pump is stopped.</param>
    public void Step(long nowMs, bool requested, bool mayStart, CheckOutcome dry, int dryAfterMs)
    {
        long elapsed = nowMs - _lastMs;
        _lastMs = nowMs;
        if (!IsInOutage && _outageStops > 0)
        {
            _outageStops = 0;
            _waitUntilMs = nowMs;
        }

        _askedMs = requested || _askedMs == None ? nowMs : _askedMs;
        if (!requested)
        {
            Rest(nowMs);
        }
        else if (Run)
        {
            Watch(nowMs, elapsed, dry, dryAfterMs);
        }
        else if (mayStart && !StaysOff && !WaitsForMains && (DryStops + _outageStops == 0 || nowMs >= _waitUntilMs))
        {
            Start(nowMs);
        }
    }

    /// <summary>How long the well is given after a run of <paramref name="runMs"/>: 5 min after a minute or less, 30 s after ten minutes.</summary>
    public static int WaitAfter(long runMs)
    {
        return Bound.Clamp(Bound.Scale(LongestWaitMs, ShortRunMs, runMs), ShortestWaitMs, LongestWaitMs);
    }

    /// <summary>Stops it for another reason than want of water; no dry stop is counted.</summary>
    public void Halt(long nowMs)
    {
        if (Run)
        {
            Run = false;
            _sinceMs = nowMs;
            _dryMs = None;
        }
    }

    /// <summary>What was counted towards a dry stop is void: something else explains that no water came.</summary>
    public void ForgetDry()
    {
        _dryMs = None;
    }

    private void Rest(long nowMs)
    {
        Halt(nowMs);
        if (IsTakenBack)
        {
            StaysOff = false;
            DryStops = 0;
            _outageStops = 0;
        }
    }

    private void Start(long nowMs)
    {
        Run = true;
        Starts++;
        _sinceMs = nowMs;
        _dryMs = None;
        _waterSinceMs = None;
        _isOwedToOutage = !ShowsMains;
    }

    private void Watch(long nowMs, long elapsed, CheckOutcome dry, int dryAfterMs)
    {
        if (dry == CheckOutcome.Pass)
        {
            SeeWater(nowMs);
        }
        else if (dry == CheckOutcome.Fail)
        {
            // The first failing check starts the count at 0, as in the monitors: the fault is confirmed in the tick that stops the pump.
            _waterSinceMs = None;
            _dryMs = _dryMs == None ? 0 : _dryMs + elapsed;
            if (_dryMs >= dryAfterMs)
            {
                StopDry(nowMs);
            }
        }
    }

    private void SeeWater(long nowMs)
    {
        _dryMs = None;
        _isOwedToOutage = true;
        if (_waterSinceMs == None)
        {
            _waterSinceMs = nowMs;
        }
        else if (nowMs - _waterSinceMs >= GoodRunMs)
        {
            DryStops = 0;
        }
    }

    private void StopDry(long nowMs)
    {
        bool isOwed = IsInOutage && !ShowsMains && _isOwedToOutage;
        Run = false;
        DryStops += isOwed ? 0 : 1;
        _outageStops += isOwed ? 1 : 0;
        StaysOff = DryStops >= MaxDryStops;
        _waitUntilMs = nowMs + WaitAfter(nowMs - _sinceMs);
        _sinceMs = nowMs;
    }
}
