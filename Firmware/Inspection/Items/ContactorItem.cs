using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>
/// Closing and opening time of the contactor, from the unit's output to the auxiliary contact, timed by the board without waiting for a scan
/// (<see cref="Core.Ports.ISiteIo.SwitchPumpTimed"/>). A contact that does not follow within its limit has failed; its value is that limit.
/// </summary>
public static class ContactorItem
{
    /// <summary>Step of the board's poll with an interrupt in between, µs.</summary>
    public const int UncertaintyMicroseconds = 1000;

    private const int RunMs = 3000;

    /// <summary>
    /// Closes the contactor, and judges how long it took. It is open before: one that the item before has let run is waited for, and one that stays closed with its coil off has failed.
    /// </summary>
    public static void StepClose(ItemRun run)
    {
        run.TimesContactor = run.Phase > 0;
        run.WantsPump = run.Phase > 0;
        if (run.Phase == 0)
        {
            WaitForRest(run);
        }
        else if (run.CloseMicroseconds != UnitFacts.NotTimed)
        {
            Judge(run, run.CloseMicroseconds);
        }
        else if (run.PhaseMs > PumpRun.StartLimitMs(run))
        {
            run.NotTested(ItemReason.NoReading);
        }
    }

    /// <summary>Closes the contactor, opens it again, and judges how long that took.</summary>
    public static void StepOpen(ItemRun run)
    {
        run.TimesContactor = true;
        run.WantsPump = run.Phase == 0;
        if (run.Phase == 0)
        {
            WaitForRun(run);
        }
        else if (run.OpenMicroseconds != UnitFacts.NotTimed)
        {
            Judge(run, run.OpenMicroseconds);
        }
        else if (run.PhaseMs > PumpRun.StartMs)
        {
            run.NotTested(ItemReason.NoReading);
        }
    }

    private static void WaitForRest(ItemRun run)
    {
        bool closed = run.Readings.IsOn(Signal.PumpContact);
        if (!closed && !run.Site.PumpRuns && run.Site.PumpSteadyMs >= PumpRun.RestMs)
        {
            run.Enter(1);
        }
        else if (run.PhaseMs > PumpRun.StartMs && closed)
        {
            run.Fail();
        }
        else if (run.PhaseMs > PumpRun.StartMs)
        {
            run.NotTested(ItemReason.NoReading);
        }
    }

    private static void WaitForRun(ItemRun run)
    {
        if (run.Site.PumpRuns && run.Site.PumpSteadyMs >= RunMs)
        {
            run.Enter(1);
        }
        else if (run.CloseMicroseconds == Core.Ports.PumpTiming.NotFitted)
        {
            run.NotFitted();
        }
        else if (run.PhaseMs > PumpRun.StartLimitMs(run) + RunMs)
        {
            run.NotTested(ItemReason.NoReading);
        }
    }

    private static void Judge(ItemRun run, int microseconds)
    {
        if (microseconds == Core.Ports.PumpTiming.NotFitted)
        {
            run.NotFitted();
        }
        else
        {
            run.Judge(microseconds == Core.Ports.PumpTiming.TooLong ? Core.Ports.PumpTiming.LimitMicroseconds : microseconds, UncertaintyMicroseconds);
        }
    }
}
