using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// 305: the pump runs and no water flows. Judged only while it runs, or may run (<see cref="PumpEvidence.MayRun"/>), once that has lasted for <see cref="SiteView.FillMs"/>, and not where the contact alone
/// says so after our "off", or against the others: that is a welded contactor (302) or a contact that sticks (311).
/// Without external supply the contactor may be held by the battery, but the motor stands: fault 101 is the cause then (catalogue).
/// </summary>
public static class DryRunCheck
{
    /// <summary>Judges flow while the pump runs.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (site.HeldSinceOff || site.ContactAlone || site.MotorSteadyMs < SiteView.FillMs)
        {
            return CheckOutcome.NotTested;
        }

        return site.Flow switch
        {
            FlowEvidence.Flows => CheckOutcome.Pass,
            FlowEvidence.Still => CheckOutcome.Fail,
            _ => CheckOutcome.NotTested,
        };
    }

    /// <summary>Level 1 from the moment that the pump stays off: the water user has no water (服务中断).</summary>
    public static bool IsWorse(SiteView site)
    {
        return site.PumpStaysOff;
    }
}
