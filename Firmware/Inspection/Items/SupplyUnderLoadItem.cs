using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>Lowest supply while the contactor is closed, over 5 s: a battery that ages sags deeper.</summary>
public static class SupplyUnderLoadItem
{
    private const int WatchMs = 5000;

    /// <summary>Lets the pump run, and judges the lowest supply.</summary>
    public static void Step(ItemRun run)
    {
        if (!run.Needs(Signal.Supply) || !PumpRun.HasSettled(run, 0))
        {
            return;
        }

        if (run.Phase == 0)
        {
            run.Enter(1);
            run.First = run.Readings.ValueOf(Signal.Supply);
        }

        run.First = run.Readings.ValueOf(Signal.Supply) < run.First ? run.Readings.ValueOf(Signal.Supply) : run.First;
        if (run.PhaseMs >= WatchMs)
        {
            run.Judge((int)run.First, SupplyAtRestItem.UncertaintyMillivolts);
        }
    }
}
