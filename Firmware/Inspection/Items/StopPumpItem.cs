using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>The protection that every other one needs: the pump lets go when it is told to. Time from the withdrawn wish to the open contact, ms.</summary>
public static class StopPumpItem
{
    private const int RunMs = 5000;

    /// <summary>Lets the pump run, stops it, and judges how long that takes. One that does not stop fails at twice the time that it may take.</summary>
    public static void Step(ItemRun run)
    {
        if (!run.Needs(Signal.PumpContact))
        {
            return;
        }

        if (run.Phase == 0)
        {
            if (PumpRun.HasSettled(run, RunMs))
            {
                Begin(run);
            }

            return;
        }

        run.WantsPump = false;
        if (!run.Readings.IsOn(Signal.PumpContact) || run.PhaseMs >= 2L * run.High)
        {
            run.Judge((int)run.PhaseMs, ValveTravelItem.UncertaintyMilliseconds);
        }
    }

    /// <summary>A contact that is open while the pump runs cannot show that it lets go.</summary>
    private static void Begin(ItemRun run)
    {
        if (run.Readings.IsOn(Signal.PumpContact))
        {
            run.Enter(1);
        }
        else
        {
            run.NotTested(ItemReason.NoReading);
        }
    }
}
