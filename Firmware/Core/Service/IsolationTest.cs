using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Metering;

namespace Firmware.Core.Service;

/// <summary>How the last isolation test ended. Numbers never change once released.</summary>
public enum IsolationResult : byte
{
    /// <summary>None since the start of the unit.</summary>
    None = 0,

    /// <summary>With the pump off no water flowed: what was too much flowed in the run alone.</summary>
    Still = 1,

    /// <summary>With the pump off water still flowed: a leak.</summary>
    Flows = 2,

    /// <summary>It was broken off: nothing is known.</summary>
    Aborted = 3,
}

/// <summary>
/// The look that is taken before a burst is named (decision 0071): the run shows a flow beyond the site's band, and nobody would be harmed; the pump is stopped (and the motor
/// valve shut), the line is given a minute to drain, and the meters are looked at again for half a minute. Where water still flows the pump is kept off until the leak is
/// named. Broken off when the request ends, somebody comes, the supply fails, or the contactor does not let go. Once a day at most, because it costs the water user minutes.
/// About 60 B.
/// </summary>
public sealed class IsolationTest
{
    /// <summary>How long the flow must have been too high before the run is stopped for it, ms: half of what raises 403.</summary>
    public const int SuspectMs = 30000;

    /// <summary>Time of the look, ms.</summary>
    public const int LookMs = 30000;

    /// <summary>Longest time that the pump is kept off in all, ms: until 401 is named, and a margin.</summary>
    public const int LongestMs = 330000;

    /// <summary>Shortest time between two tests, ms: a day.</summary>
    public const int BetweenMs = 86400000;

    /// <summary>Time after the start of the unit in which none is begun, ms.</summary>
    public const int BootMs = 600000;

    /// <summary>Time that the contactor has to let go, ms.</summary>
    private const int LetGoMs = 5000;

    private const long None = -1;

    private long _suspectMs = None;
    private long _mayBeginMs = BootMs;
    private long _beganMs;
    private long _stillMs;

    /// <summary>One is under way: the pump is kept off.</summary>
    public bool HoldsPump { get; private set; }

    /// <summary>How the last one ended.</summary>
    public IsolationResult Result { get; private set; }

    /// <summary>It ended with this step.</summary>
    public bool EndedNow { get; private set; }

    /// <summary>It began with this step.</summary>
    public bool BeganNow { get; private set; }

    /// <summary>One decision.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="suspected">The run's flow is beyond the band, and the fault is not named yet.</param>
    /// <param name="safe">It may begin, and go on: our run, no card transaction, nobody there, the supply good, and a start to spare.</param>
    /// <param name="requested">The water user asks for water.</param>
    /// <param name="pumpRuns">The contactor is closed.</param>
    /// <param name="flow">What the instruments say of the water.</param>
    /// <param name="leakNamed">401 is raised.</param>
    public void Step(long nowMs, bool suspected, bool safe, bool requested, bool pumpRuns, FlowEvidence flow, bool leakNamed)
    {
        EndedNow = false;
        BeganNow = false;
        if (HoldsPump)
        {
            GoOn(nowMs, safe && requested, pumpRuns, flow, leakNamed);
        }
        else
        {
            Watch(nowMs, suspected && safe && requested && pumpRuns);
        }
    }

    private void Watch(long nowMs, bool wanted)
    {
        if (!wanted || nowMs < _mayBeginMs)
        {
            _suspectMs = None;
            return;
        }

        _suspectMs = _suspectMs == None ? nowMs : _suspectMs;
        if (nowMs - _suspectMs >= SuspectMs)
        {
            HoldsPump = true;
            BeganNow = true;
            _beganMs = nowMs;
            _stillMs = nowMs;
            _mayBeginMs = nowMs + BetweenMs;
            _suspectMs = None;
        }
    }

    private void GoOn(long nowMs, bool may, bool pumpRuns, FlowEvidence flow, bool leakNamed)
    {
        long sinceMs = nowMs - _beganMs;
        _stillMs = flow == FlowEvidence.Flows ? _stillMs : nowMs;
        bool looked = sinceMs >= SiteView.DrainMs + LookMs;
        bool flowed = nowMs - Bound.Clamp(_stillMs, _beganMs + SiteView.DrainMs, long.MaxValue) >= LookMs;
        if (!may || (pumpRuns && sinceMs >= LetGoMs) || (looked && flow == FlowEvidence.Unknown))
        {
            End(IsolationResult.Aborted);
        }
        else if (looked && !flowed)
        {
            End(IsolationResult.Still);
        }
        else if (leakNamed || sinceMs >= LongestMs)
        {
            End(IsolationResult.Flows);
        }
    }

    private void End(IsolationResult result)
    {
        HoldsPump = false;
        EndedNow = true;
        Result = result;
    }
}
