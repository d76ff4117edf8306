using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Firmware.Inspection.Items;

/// <summary>The fault records: what is raised, and what is on its way. The codes and the parts to replace stand in the report.</summary>
public static class FaultsItem
{
    private const int NothingCounted = -128;

    /// <summary>Counts the faults that are raised, but for those of the inspection itself (<see cref="IsOfInspection"/>).</summary>
    public static void StepRaised(ItemRun run)
    {
        int count = 0;
        for (int row = 0; row < run.Monitors.Rows; row++)
        {
            count += run.Monitors.IsRaised(row) && !IsOfInspection(run.Monitors.CodeOf(row)) ? 1 : 0;
        }

        run.Judge(count, 0);
    }

    /// <summary>Counts the faults that fail without being raised yet, but for those of the inspection itself, then asks the technician, who looks for what no sensor sees.</summary>
    public static void StepHidden(ItemRun run)
    {
        int count = 0;
        for (int row = 0; row < run.Monitors.Rows; row++)
        {
            bool hidden = !IsOfInspection(run.Monitors.CodeOf(row)) && !run.Monitors.IsRaised(row) && run.Monitors.OutcomeOf(row) == CheckOutcome.Fail && run.Monitors.ClosenessOf(row) > NothingCounted;
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

    /// <summary>What the inspection itself brings about or ends: the door open for it (501), its own day passed (801), an earlier visit left open (804). None is a defect of the site.</summary>
    private static bool IsOfInspection(int code) => code is FaultCode.DoorOpen or FaultCode.InspectionOverdue or FaultCode.VisitLeftOpen;
}
