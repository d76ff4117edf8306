using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>Storage: nothing refused and nothing unreadable. Value: writes that failed one after the other and records that could not be read back since the start: a count, exact (± 0).</summary>
public static class StorageItem
{
    /// <summary>Judges the counts.</summary>
    public static void Step(ItemRun run)
    {
        if (run.Needs(Signal.StorageFailures) && run.Needs(Signal.RecordsDamaged))
        {
            run.Judge(run.Readings.ValueOf(Signal.StorageFailures) + run.Readings.ValueOf(Signal.RecordsDamaged), 0);
        }
    }
}
