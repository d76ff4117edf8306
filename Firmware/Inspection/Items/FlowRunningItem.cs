using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>Flow of the running pump, mL/s: the flow-switch of a site that meters.</summary>
public static class FlowRunningItem
{
    private const int WatchMs = 60000;
    private const int UncertaintyPercent = 2;

    /// <summary>Lets the pump run for a minute, and judges the flow.</summary>
    public static void Step(ItemRun run)
    {
        if (!run.NeedsEither(Signal.BusFlow, Signal.PulseFlow))
        {
            return;
        }

        if (PumpRun.HasSettled(run, WatchMs))
        {
            if (PumpRun.TryFlow(run, out int flow))
            {
                run.Judge(flow, Bound.Scale(flow < 0 ? -(long)flow : flow, UncertaintyPercent, 100));
            }
            else
            {
                run.NotTested(ItemReason.NoReading);
            }
        }
    }
}
