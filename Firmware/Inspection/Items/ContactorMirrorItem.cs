using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>Mirror contact (NC) against auxiliary contact (NO): closed with the contactor open, open with it closed. Value: disagreements, 0 passes.</summary>
public static class ContactorMirrorItem
{
    private const int WatchMs = 3000;

    /// <summary>Compares both contacts at rest and running.</summary>
    public static void Step(ItemRun run)
    {
        if (!run.Needs(Signal.PumpMirror) || !run.Needs(Signal.PumpContact))
        {
            return;
        }

        if (run.Phase == 0 && !PumpRun.IsAtRest(run, PumpRun.RestMs))
        {
            return;
        }

        if (run.Phase == 0)
        {
            run.First = run.Readings.IsOn(Signal.PumpMirror) == run.Readings.IsOn(Signal.PumpContact) ? 1 : 0;
            run.Enter(1);
        }

        if (PumpRun.HasSettled(run, WatchMs))
        {
            run.Judge((int)run.First + (run.Readings.IsOn(Signal.PumpMirror) == run.Readings.IsOn(Signal.PumpContact) ? 1 : 0), 0);
        }
    }
}
