namespace Firmware.Inspection.Items;

/// <summary>
/// The dry-run protection, tried against the outlet valve that the technician has closed by hand: the unit has to stop the pump by itself. Time from the
/// start to the stop, s. A pump that stands half a minute against a closed valve takes no harm; where it is not stopped the item stops it.
/// </summary>
public static class DryRunStopItem
{
    /// <summary>A decision, s.</summary>
    public const int UncertaintySeconds = 1;

    private const int SecondMs = 1000;

    /// <summary>Waits for the closed valve, lets the pump run, and watches whether it is stopped.</summary>
    public static void Step(ItemRun run)
    {
        switch (run.Phase)
        {
            case 0:
                run.Prompt = Prompt.Attest;
                AwaitValve(run);
                break;
            case 1:
                run.First = run.Readings.ValueOf(Core.Contracts.Signal.DryStops);
                if (PumpRun.HasSettled(run, 0))
                {
                    run.Enter(2);
                }

                break;
            default:
                Watch(run);
                break;
        }
    }

    private static void AwaitValve(ItemRun run)
    {
        if (!run.HasEntered)
        {
            return;
        }

        if (run.Entered == 1)
        {
            // The answer is taken: from here on a key stops the pump.
            run.HasEntered = false;
            run.Prompt = Prompt.None;
            run.Enter(1);
        }
        else
        {
            run.NotTested(ItemReason.Declined);
        }
    }

    private static void Watch(ItemRun run)
    {
        run.WantsPump = true;
        bool stopped = run.Readings.ValueOf(Core.Contracts.Signal.DryStops) > run.First;
        int seconds = (int)(run.PhaseMs / SecondMs);
        if (stopped || seconds > run.High + UncertaintySeconds)
        {
            run.Judge(seconds, UncertaintySeconds);
        }
    }
}
