using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>Line pressure at rest and of the running pump, kPa.</summary>
public static class PressureItem
{
    /// <summary>Class 1 of a transducer of 1,000 kPa, kPa.</summary>
    public const int UncertaintyKilopascal = 10;

    /// <summary>Judges the pressure with the pump off.</summary>
    public static void StepAtRest(ItemRun run)
    {
        if (PumpRun.IsAtRest(run, PumpRun.SettleMs))
        {
            run.JudgeReading(Signal.Pressure, UncertaintyKilopascal);
        }
    }

    /// <summary>Lets the pump run, and judges the pressure.</summary>
    public static void StepRunning(ItemRun run)
    {
        if (run.Needs(Signal.Pressure) && PumpRun.HasSettled(run, PumpRun.SettleMs))
        {
            run.JudgeReading(Signal.Pressure, UncertaintyKilopascal);
        }
    }
}
