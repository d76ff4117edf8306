using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>
/// The pulse meter's volume against the RS485 meter's over a run: (pulses − bus) / bus, ‰. Counted from one pulse to another, so that the weight of a pulse costs no accuracy; the RS485 total is
/// carried on by its flow from the moment that it was read. Runs until the uncertainty is a tenth of the tolerance.
/// </summary>
public static class PulsesPerLitreItem
{
    /// <summary>Longest run, ms: a pump that makes less than a tenth of a rated flow in it is judged by others.</summary>
    public const int LongestMs = 600000;

    /// <summary>A step of the RS485 total, mL.</summary>
    private const int TotalStepMillilitres = 1000;

    /// <summary>How far a pulse and a reading lie apart at worst, both ends together: a scan and a reply of the bus each, ms.</summary>
    private const int ApartMs = 200;

    /// <summary>Of the tolerance; where two sound meters differ by a class, 5 % is told from 4 %.</summary>
    private const int Shares = 10;

    /// <summary>Pulses that must be missing before the meter counts as silent.</summary>
    private const int SilentPulses = 4;

    /// <summary>Lets the pump run, and compares what both meters counted.</summary>
    public static void Step(ItemRun run)
    {
        if (!run.Needs(Signal.PulseTotal) || !run.Needs(Signal.BusTotal) || !PumpRun.HasSettled(run, PumpRun.SettleMs))
        {
            return;
        }

        long bus = BusMillilitres(run);
        bool pulse = run.Unit.PulseMs == run.NowMs;
        run.Third = pulse || run.Phase == 0 ? bus : run.Third;
        bool silent = bus - run.Third >= (long)SilentPulses * run.Site.Settings.PulseMillilitres;
        if (run.Phase == 0)
        {
            run.Enter(1);
        }
        else if (run.Phase == 1 && (pulse || silent))
        {
            run.First = run.Unit.PulseMillilitres;
            run.Second = bus;
            run.Enter(2);
        }
        else if (run.Phase == 2 && (pulse || silent) && IsEnough(run, bus - run.Second))
        {
            Judge(run, bus - run.Second, silent);
        }
        else if (run.PhaseMs > LongestMs)
        {
            run.NotTested(ItemReason.VolumeTooSmall);
        }
    }

    private static bool IsEnough(ItemRun run, long busMillilitres) => busMillilitres * run.High >= 1000L * Shares * Uncertainty(run);

    /// <summary>Uncertainty of the compared volumes, mL.</summary>
    private static int Uncertainty(ItemRun run) => TotalStepMillilitres + Bound.Scale(run.Readings.ValueOf(Signal.BusFlow), ApartMs, 1000);

    private static long BusMillilitres(ItemRun run)
    {
        int sinceMs = (int)Bound.Clamp(run.NowMs - run.Unit.BusTotalMs, 0, 2000);
        int since = run.Readings.Has(Signal.BusFlow) ? Bound.Scale(run.Readings.ValueOf(Signal.BusFlow), sinceMs, 1000) : 0;
        return (run.Readings.ValueOf(Signal.BusTotal) * 1000L) + since;
    }

    private static void Judge(ItemRun run, long bus, bool silent)
    {
        long pulses = run.Unit.PulseMillilitres - run.First;
        int uncertainty = Uncertainty(run) + (silent ? run.Site.Settings.PulseMillilitres : 0);
        run.Judge(Bound.Scale(pulses - bus, 1000, bus), Bound.Scale(uncertainty, 1000, bus) + 1);
    }
}
