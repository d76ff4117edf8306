using Firmware.Core.Contracts;
using Firmware.Core.Service;

namespace Firmware.Inspection.Items;

/// <summary>The unit's clock against the platform's, which the network keeps right, s. Without a source that confirmed it within a day there is nothing to compare.</summary>
public static class ClockErrorItem
{
    /// <summary>Both clocks are read in whole seconds, one after the other, s.</summary>
    private const int UncertaintySeconds = 1;

    /// <summary>Judges the difference.</summary>
    public static void Step(ItemRun run)
    {
        if (run.Readings.ValueOf(Signal.ClockQuality) != (int)TimeQuality.Synced)
        {
            run.NotTested(ItemReason.NothingToCompare);
        }
        else
        {
            run.Judge(run.Unit.ClockErrorSeconds, UncertaintySeconds);
        }
    }
}
