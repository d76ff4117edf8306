using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>Travel of the motor valve from the command to the end switch. The valve follows the pump: it opens before it and shuts after it.</summary>
public static class ValveTravelItem
{
    /// <summary>Two scans: the command's and the end switch's, ms.</summary>
    public const int UncertaintyMilliseconds = 100;

    private const int CommandMs = 5000;
    private const int RunMs = 3000;

    /// <summary>Moves the valve and judges its travel. A valve that does not arrive fails at twice the time that it may take.</summary>
    public static void Step(ItemRun run, bool open)
    {
        if (!run.Needs(Signal.ValveIsOpen) || !run.Needs(Signal.ValveIsShut))
        {
            return;
        }

        switch (run.Phase)
        {
            case 0: Prepare(run, open); break;
            case 1: AwaitCommand(run, open); break;
            default: AwaitEnd(run, open); break;
        }
    }

    private static void Prepare(ItemRun run, bool open)
    {
        run.WantsPump = !open;
        if (run.Readings.IsOn(Signal.ValveIsOpen) && run.Readings.IsOn(Signal.ValveIsShut))
        {
            // No valve is open and shut: one of the switches is stuck, and neither says anything of the travel.
            run.Fail();
            return;
        }

        bool ready = open ? run.Readings.IsOn(Signal.ValveIsShut) : run.Readings.IsOn(Signal.ValveIsOpen) && run.Site.PumpRuns && run.Site.PumpSteadyMs >= RunMs;
        if (ready)
        {
            run.Enter(1);
        }
        else if (run.PhaseMs > 2L * run.High)
        {
            run.NotTested(ItemReason.NoReading);
        }
    }

    private static void AwaitCommand(ItemRun run, bool open)
    {
        run.WantsPump = open;
        if (run.Readings.IsOn(Signal.ValveCommand) == open)
        {
            run.Enter(2);
        }
        else if (run.PhaseMs > CommandMs)
        {
            run.NotTested(ItemReason.NoReading);
        }
    }

    private static void AwaitEnd(ItemRun run, bool open)
    {
        run.WantsPump = open;
        bool arrived = run.Readings.IsOn(open ? Signal.ValveIsOpen : Signal.ValveIsShut);
        if (arrived || run.PhaseMs >= 2L * run.High)
        {
            run.Judge((int)run.PhaseMs, UncertaintyMilliseconds);
        }
    }
}
