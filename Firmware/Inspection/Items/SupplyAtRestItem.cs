using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>Supply at the unit's terminal with the contactor open.</summary>
public static class SupplyAtRestItem
{
    /// <summary>A step of the converter (4.3 mV) and its divider of 1 %, mV.</summary>
    public const int UncertaintyMillivolts = 100;

    /// <summary>Judges the supply once the pump is off.</summary>
    public static void Step(ItemRun run)
    {
        if (PumpRun.IsAtRest(run, 0))
        {
            run.JudgeReading(Signal.Supply, UncertaintyMillivolts);
        }
    }
}
