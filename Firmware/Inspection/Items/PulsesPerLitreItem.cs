using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>The pulse meter's volume against the RS485 meter's over a run: (pulses − bus) / bus, ‰. Runs until one pulse is a fifth of the tolerance.</summary>
public static class PulsesPerLitreItem
{
    /// <summary>Longest run, ms: a pump that makes less than a tenth of a rated flow in it is judged by others.</summary>
    public const int LongestMs = 600000;

    private const int Shares = 5;

    /// <summary>Lets the pump run, and compares what both meters counted.</summary>
    public static void Step(ItemRun run)
    {
        if (!NeedsBoth(run) || !PumpRun.HasSettled(run, PumpRun.SettleMs))
        {
            return;
        }

        if (run.Phase == 0)
        {
            run.First = run.Unit.PulseMillilitres;
            run.Second = run.Readings.ValueOf(Signal.BusTotal);
            run.Enter(1);
        }

        long bus = run.Readings.ValueOf(Signal.BusTotal) - run.Second;
        if (bus >= EnoughLitres(run.Site.Settings.PulseMillilitres, run.High))
        {
            Judge(run, bus);
        }
        else if (run.PhaseMs > LongestMs)
        {
            run.NotTested(ItemReason.VolumeTooSmall);
        }
    }

    /// <summary>Volume at which one pulse is a fifth of a tolerance, L.</summary>
    public static long EnoughLitres(int pulseMillilitres, int tolerancePermille)
    {
        return tolerancePermille < 1 ? long.MaxValue : (long)pulseMillilitres * Shares / tolerancePermille;
    }

    private static bool NeedsBoth(ItemRun run) => run.Needs(Signal.PulseTotal) && run.Needs(Signal.BusTotal);

    private static void Judge(ItemRun run, long busLitres)
    {
        long pulses = run.Unit.PulseMillilitres - run.First;
        long bus = busLitres * 1000;
        int uncertainty = Bound.Scale(run.Site.Settings.PulseMillilitres + 1000L, 1000, bus);
        run.Judge(Bound.Scale(pulses - bus, 1000, bus), uncertainty);
    }
}
