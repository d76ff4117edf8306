using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// 302: closed by our command, commanded off, and never let go. The normally open contact alone cannot tell a welded main contact from a stuck auxiliary
/// one, so water must still flow as well; without a meter it is not fitted.
/// </summary>
public static class ContactorWeldedCheck
{
    private const int LetGoMs = 3000;

    /// <summary>Judges while commanded off.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        Readings readings = site.Readings;
        if (!readings.Has(Signal.PumpContact))
        {
            return Outcomes.ForMissing(readings.ReasonOf(Signal.PumpContact));
        }

        if (!readings.Has(Signal.PulseFlow) && !readings.Has(Signal.BusFlow))
        {
            return Outcomes.ForMissing(readings.ReasonOf(Signal.BusFlow));
        }

        if (site.Commanded || site.CommandSteadyMs < LetGoMs)
        {
            return CheckOutcome.NotTested;
        }

        if (!site.HeldSinceOff)
        {
            return CheckOutcome.Pass;
        }

        return site.Flow == FlowEvidence.Flows ? CheckOutcome.Fail : CheckOutcome.NotTested;
    }
}
