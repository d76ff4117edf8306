using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>Start, watch, record: the pump runs for a minute, the unit notes its power (W, where measured), the technician watches and confirms.</summary>
public static class TrialRunItem
{
    private const int WatchMs = 60000;

    /// <summary>Lets the pump run, notes, asks.</summary>
    public static void Step(ItemRun run)
    {
        if (run.Phase == 0)
        {
            if (!PumpRun.HasSettled(run, WatchMs))
            {
                return;
            }

            if (run.Readings.Has(Signal.Power))
            {
                run.Note(run.Readings.ValueOf(Signal.Power), run.Readings.ValueOf(Signal.Power) / 200);
            }

            run.WantsPump = false;
            run.Enter(1);
        }

        AttestItem.Step(run);
    }
}
