using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// 301: commanded on, and the contactor's contact does not close in its time. Where water flows the pump did start, and the contact or its wire
/// is what fails.
/// </summary>
public static class PumpDidNotStartCheck
{
    /// <summary>Time for relay, coil and contact, ms: fifty times a sound contactor's.</summary>
    public const int StartMs = 2000;

    /// <summary>Judges while commanded on.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.PumpContact))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.PumpContact));
        }

        if (!site.Commanded || site.CommandSteadyMs < StartMs)
        {
            return CheckOutcome.NotTested;
        }

        return site.Readings.IsOn(Signal.PumpContact) || site.Flow == FlowEvidence.Flows ? CheckOutcome.Pass : CheckOutcome.Fail;
    }
}
