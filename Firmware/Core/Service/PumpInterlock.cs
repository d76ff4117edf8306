using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Firmware.Core.Service;

/// <summary>
/// What keeps the pump off besides want of water. An overload (306) locks it out until a person has been there: the selector turned to hand and back to auto, a reset at
/// the console, or, where no selector is wired, the request taken back; it never starts again by itself. A phase (308) that its voltage shows lost holds it only while it
/// lasts. One that only the current of the running motor shows locks it out like an overload: with the pump at rest nothing tells whether it is back, and each try
/// would be another quarter of a minute on two phases.
/// </summary>
public sealed class PumpInterlock
{
    /// <summary>Nothing is timed.</summary>
    private const long None = -1;

    private bool _overloadLocks;
    private bool _phaseJudged;
    private bool _wasOnHand;
    private long _overMs = None;
    private long _lastMs;

    /// <summary>Whether the fault of a code locks the pump out until a person releases it: an overload, or a lost phase.</summary>
    public static bool Locks(int code) => code == FaultCode.PumpOverload || code == FaultCode.PhaseLost;

    /// <summary>An overload, or a phase that carries no current, has stopped the pump, and nobody has reset it yet.</summary>
    public bool LockedOut => _overloadLocks || PhaseLocks;

    /// <summary>A phase that carries no current has stopped the pump, and nobody has reset it yet.</summary>
    public bool PhaseLocks { get; private set; }

    /// <summary>The overload is still raised, and a person has released its lock: the pump may run, which proves the repair.</summary>
    public bool OverloadReleased { get; private set; }

    /// <summary>The lost phase is still raised and locks nothing: its voltage shows it, or a person has released its lock.</summary>
    public bool PhaseReleased => _phaseJudged && !PhaseLocks;

    /// <summary>The water user has taken the request back (<see cref="PumpControl.IsTakenBack"/>).</summary>
    public bool RequestTakenBack { get; set; }

    /// <summary>The pump must not run now.</summary>
    public bool Holds { get; private set; }

    /// <summary>Takes up what was released before a restart: without it every raised overload, and every lost phase with sound voltages, locks the pump.</summary>
    public void Restore(bool overloadReleased, bool phaseReleased)
    {
        OverloadReleased = overloadReleased;
        _phaseJudged = phaseReleased;
    }

    /// <summary>A person on site has reset it.</summary>
    public void Reset()
    {
        OverloadReleased |= _overloadLocks;
        _overloadLocks = false;
        PhaseLocks = false;
        _overMs = None;
    }

    /// <summary>One decision.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="overload">What the overload check says now.</param>
    /// <param name="overloadMs">How long it must say "fail" before the pump is locked out: as long as the fault takes to be raised.</param>
    /// <param name="overloadRaised">The overload is raised: until it is released it locks, through a restart of the unit, too.</param>
    /// <param name="phaseLost">A phase is lost, as the raised fault says.</param>
    /// <param name="lostVoltage">One of the voltages is below what a phase must have, or the grid is not there.</param>
    /// <param name="readings">For the selector.</param>
    public void Step(long nowMs, CheckOutcome overload, int overloadMs, bool overloadRaised, bool phaseLost, bool lostVoltage, Readings readings)
    {
        bool wasLocked = LockedOut;
        bool isReset = IsReset(readings);
        OverloadReleased &= overloadRaised;
        _overloadLocks |= overloadRaised && !OverloadReleased;
        Count(nowMs, overload, overloadMs);
        _lastMs = nowMs;
        JudgePhase(phaseLost, lostVoltage);
        if (wasLocked && isReset)
        {
            Reset();
        }

        Holds = LockedOut || phaseLost;
    }

    /// <summary>The first failing check starts the count at 0, as in the monitors: the fault is confirmed in the tick that stops the pump.</summary>
    private void Count(long nowMs, CheckOutcome overload, int overloadMs)
    {
        if (overload == CheckOutcome.Fail)
        {
            _overMs = _overMs == None ? 0 : _overMs + nowMs - _lastMs;
            _overloadLocks |= _overMs >= overloadMs;
            OverloadReleased &= !_overloadLocks;
        }
        else if (overload == CheckOutcome.Pass)
        {
            _overMs = None;
        }
    }

    /// <summary>
    /// Once for each time that the fault is raised. One from before a restart whose voltages are sound counts as shown by current: nobody knows how it was seen.
    /// What the lost phase explains counts towards no overload.
    /// </summary>
    private void JudgePhase(bool phaseLost, bool lostVoltage)
    {
        if (phaseLost)
        {
            PhaseLocks |= !_phaseJudged && !lostVoltage;
            _overMs = None;
        }

        _phaseJudged = phaseLost;
    }

    /// <summary>Follows the selector in every step, locked or not: a turn from before the lock releases nothing. One that is not seen on both sides is none.</summary>
    private bool IsReset(Readings readings)
    {
        bool wasOnHand = _wasOnHand;
        _wasOnHand = readings.IsOn(Signal.SelectorHand);
        if (!readings.Has(Signal.SelectorHand))
        {
            return readings.ReasonOf(Signal.SelectorHand) == NoDataReason.NotFitted && RequestTakenBack;
        }

        return wasOnHand && !_wasOnHand;
    }
}
