using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Firmware.Inspection.Items;

/// <summary>The fault records: what is raised, and what is on its way. The codes and the parts to replace stand in the report.</summary>
public static class FaultsItem
{
    private const int NothingCounted = -128;

    /// <summary>Counts the faults that are raised, but for those of the inspection itself.</summary>
    public static void StepRaised(ItemRun run)
    {
        int count = 0;
        for (int row = 0; row < run.Monitors.Rows; row++)
        {
            count += run.Monitors.IsRaised(row) ? 1 : 0;
        }

        run.Judge(count, 0);
    }

    /// <summary>Counts the faults that fail without being raised yet, then asks the technician, who looks for what no sensor sees.</summary>
    public static void StepHidden(ItemRun run)
    {
        int count = 0;
        for (int row = 0; row < run.Monitors.Rows; row++)
        {
            bool hidden = !run.Monitors.IsRaised(row) && run.Monitors.OutcomeOf(row) == CheckOutcome.Fail && run.Monitors.ClosenessOf(row) > NothingCounted;
            count += hidden ? 1 : 0;
        }

        if (count > 0)
        {
            run.Judge(count, 0);
            return;
        }

        run.Note(0, 0);
        AttestItem.Step(run);
    }
}
