using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>The pressure gauge itself: what the technician reads from it, less the transducer, kPa. Without a transducer the technician says whether it is sound.</summary>
public static class PressureGaugeItem
{
    /// <summary>Asks for the gauge's reading and compares it.</summary>
    public static void Step(ItemRun run)
    {
        if (run.Readings.ReasonOf(Signal.Pressure) == NoDataReason.NotFitted)
        {
            AttestItem.Step(run);
            return;
        }

        if (!run.Needs(Signal.Pressure))
        {
            return;
        }

        run.Prompt = Prompt.Value;
        if (run.HasEntered)
        {
            run.Judge(run.Entered - run.Readings.ValueOf(Signal.Pressure), PressureItem.UncertaintyKilopascal);
        }
    }
}
