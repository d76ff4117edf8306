using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// 311: the auxiliary contact contradicts the mirror contact, the motor's power or the water (<see cref="Metering.PumpEvidence.Feedback"/>): a wire is cut or bridged, or a contact sticks. It passes
/// once the contacts were seen right at rest and in a run since; what is wrong in a run only would end with it otherwise.
/// </summary>
public static class PumpFeedbackCheck
{
    /// <summary>Judges what was seen so far.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.PumpContact))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.PumpContact));
        }

        if (site.ContactContradicted)
        {
            return CheckOutcome.Fail;
        }

        return site.ContactSeenRight ? CheckOutcome.Pass : CheckOutcome.NotTested;
    }
}
