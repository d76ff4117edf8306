using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>
/// The battery's voltage, mV. While the charger is on it shows the charger's: one that is too low even then has failed, any other says nothing of the battery, which is judged when it carries the unit.
/// </summary>
public static class BatteryItem
{
    /// <summary>Of the divider and the converter, mV.</summary>
    public const int UncertaintyMillivolts = 50;

    /// <summary>Judges the battery.</summary>
    public static void Step(ItemRun run)
    {
        if (!run.Needs(Signal.Battery))
        {
            return;
        }

        int millivolts = run.Readings.ValueOf(Signal.Battery);
        run.Judge(millivolts, UncertaintyMillivolts);
        if (run.Readings.IsOn(Signal.MainsPresent) && run.Result == ItemResult.Pass)
        {
            run.NotTested(ItemReason.NothingToCompare);
        }
    }
}
