using Firmware.Core.Contracts;
using Firmware.Inspection.Meters;

namespace Firmware.Inspection.Items;

/// <summary>
/// The meter that counts — the pulse meter, where none is fitted the RS485 meter — against a reference volume (计量校核): the pump runs into the reference until a key says that it is full, the technician enters the reference's volume, and the error
/// is (indicated − reference) / reference, ‰, at the flow that was seen. A volume for which one pulse is more than a fifth of the tolerance is refused.
/// </summary>
public static class MeterVerificationItem
{
    /// <summary>Longest filling, ms.</summary>
    public const int LongestMs = 1800000;

    private const int SecondMs = 1000;
    private const int Shares = 5;

    /// <summary>Last digit of the RS485 meter's total, mL.</summary>
    private const int BusMillilitres = 1000;

    /// <summary>Lets the pump run, waits for the end of the filling, asks for the volume.</summary>
    public static void Step(ItemRun run)
    {
        if (!run.Needs(IsByPulses(run) ? Signal.PulseTotal : Signal.BusTotal))
        {
            return;
        }

        switch (run.Phase)
        {
            case 0: Start(run); break;
            case 1: Fill(run); break;
            default: Enter(run); break;
        }
    }

    /// <summary>Least reference volume, L: one pulse, or one litre of the RS485 meter, is a fifth of the tolerance.</summary>
    public static long EnoughLitres(ItemRun run)
    {
        return run.High < 1 ? long.MaxValue : (long)StepMillilitres(run) * Shares / run.High;
    }

    /// <summary>The meter that is verified, <see cref="MeterBook.Pulse"/> or <see cref="MeterBook.Bus"/>.</summary>
    public static int MeterOf(ItemRun run) => IsByPulses(run) ? MeterBook.Pulse : MeterBook.Bus;

    private static bool IsByPulses(ItemRun run) => run.Readings.ReasonOf(Signal.PulseTotal) != NoDataReason.NotFitted;

    private static int StepMillilitres(ItemRun run) => IsByPulses(run) ? run.Site.Settings.PulseMillilitres : BusMillilitres;

    private static long Indicated(ItemRun run) => IsByPulses(run) ? run.Unit.PulseMillilitres : run.Readings.ValueOf(Signal.BusTotal) * (long)BusMillilitres;

    private static void Start(ItemRun run)
    {
        run.First = Indicated(run);
        if (PumpRun.HasSettled(run, 0))
        {
            run.Prompt = Prompt.Full;
            run.Enter(1);
        }
    }

    /// <summary>A key ends the filling. The volume is taken when the water has come to rest: meters and reference see the same of it.</summary>
    private static void Fill(ItemRun run)
    {
        if (run.HasEntered)
        {
            run.Second = run.PhaseMs;
            run.WantsPump = false;
            run.HasEntered = false;
            run.Enter(2);

            // Asked in this very step: a second key, or one that is held, stops nothing any more.
            run.Prompt = Prompt.Value;
        }
        else if (run.PhaseMs >= LongestMs)
        {
            run.NotTested(ItemReason.TimedOut);
        }
    }

    private static void Enter(ItemRun run)
    {
        run.Prompt = Prompt.Value;
        if (!run.HasEntered || run.Site.PumpRuns)
        {
            return;
        }

        if (run.Entered < EnoughLitres(run))
        {
            run.NotTested(ItemReason.VolumeTooSmall);
            return;
        }

        long reference = run.Entered * 1000L;
        long indicated = Indicated(run) - run.First;
        run.Unit.VerifiedMeter = MeterOf(run);
        run.Unit.VerifiedLitres = run.Entered;
        run.Unit.VerifiedFlow = Bound.Scale(indicated, SecondMs, run.Second);
        run.Judge(Bound.Scale(indicated - reference, 1000, reference), Bound.Scale(StepMillilitres(run), 1000, reference));
    }
}
