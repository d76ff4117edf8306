using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>What the items that let the pump run have in common.</summary>
public static class PumpRun
{
    /// <summary>Time for motor, column of water and meters to settle after a start, ms; the settle time of the dry-run check.</summary>
    public const int SettleMs = 15000;

    /// <summary>Longest time from the wish to the closed contact, ms: a decision and the contactor; a motor valve opens before it.</summary>
    public const int StartMs = 5000;

    /// <summary>Shortest standstill that is one, ms: two decisions.</summary>
    public const int RestMs = 2000;

    /// <summary>Longest time from the wish to the closed contact at a site, with its valve, ms.</summary>
    public static long StartLimitMs(ItemRun run)
    {
        return StartMs + (run.Site.Settings.HasValve ? run.Site.Settings.ValveTravelSeconds * 1000L : 0);
    }

    /// <summary>
    /// Starts the pump; true once it has run for <paramref name="settleMs"/>. A pump that does not start in its time ends the item: what
    /// needs it cannot be judged.
    /// </summary>
    public static bool HasSettled(ItemRun run, int settleMs)
    {
        run.WantsPump = true;
        if (run.Site.PumpRuns)
        {
            return run.Site.PumpSteadyMs >= settleMs;
        }

        if (run.PhaseMs > StartLimitMs(run))
        {
            run.NotTested(ItemReason.NoReading);
        }

        return false;
    }

    /// <summary>
    /// True once the pump has stood for <paramref name="restMs"/>. One that the item before has let run is waited for; where it runs for the water user the item ends.
    /// </summary>
    public static bool IsAtRest(ItemRun run, int restMs)
    {
        if (run.Site.PumpRuns && (run.Readings.IsOn(Signal.RunRequest) || run.PhaseMs > StartMs))
        {
            run.NotTested(ItemReason.Irrigating);
        }

        return !run.Site.PumpRuns && run.Site.PumpSteadyMs >= restMs;
    }

    /// <summary>Flow by the meter that can be believed, mL/s; the RS485 meter first, because it does not wait for a pulse.</summary>
    public static bool TryFlow(ItemRun run, out int flow)
    {
        bool bus = Core.Metering.Flow.BusCounts(run.Readings, run.Site.Settings);
        int signal = bus ? Signal.BusFlow : Signal.PulseFlow;
        flow = run.Readings.ValueOf(signal);
        return run.Readings.Has(signal);
    }
}
