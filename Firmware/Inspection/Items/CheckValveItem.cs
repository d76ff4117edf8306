using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>The check valve: strongest flow back within half a minute of a stop, mL/s, by the meter that knows the direction; then the technician says whether it holds. Without that meter the technician looks alone.</summary>
public static class CheckValveItem
{
    private const int WatchMs = 30000;
    private const int UncertaintyFlow = 30;

    /// <summary>Lets the pump run, stops it, watches, asks.</summary>
    public static void Step(ItemRun run)
    {
        if (run.Readings.ReasonOf(Signal.BusFlow) == NoDataReason.NotFitted)
        {
            AttestItem.Step(run);
            return;
        }

        if (!run.Needs(Signal.BusFlow))
        {
            return;
        }

        if (run.Phase == 0)
        {
            if (PumpRun.HasSettled(run, PumpRun.SettleMs))
            {
                run.WantsPump = false;
                run.Enter(1);
            }

            return;
        }

        Watch(run);
    }

    private static void Watch(ItemRun run)
    {
        int back = -run.Readings.ValueOf(Signal.BusFlow);
        run.First = back > run.First ? back : run.First;
        if (run.PhaseMs < WatchMs)
        {
            return;
        }

        if (run.First + UncertaintyFlow > run.High)
        {
            run.Judge((int)run.First, UncertaintyFlow);
            return;
        }

        run.Note((int)run.First, UncertaintyFlow);
        AttestItem.Step(run);
    }
}
