using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// 302: closed by our command, commanded off, and never let go. The normally open contact alone cannot tell a welded main contact from a stuck auxiliary
/// one. The mirror contact (NC, IEC 60947-4-1 annex F) can: it closes only when every main contact is open. Where it is not fitted or cannot be read, power or water must still flow
/// as well; with none of the three it is not fitted. With the selector on hand a closed contactor is the panel's.
/// </summary>
public static class ContactorWeldedCheck
{
    private const int LetGoMs = 3000;

    /// <summary>Judges while commanded off.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        Readings readings = site.Readings;
        if (!site.ShowsPump)
        {
            return Outcomes.ForMissing(readings.ReasonOf(Signal.PumpContact));
        }

        if (!readings.Has(Signal.PumpMirror) && !readings.Has(Signal.Power) && !readings.Has(Signal.PulseFlow) && !readings.Has(Signal.BusFlow))
        {
            return Outcomes.ForMissing(readings.ReasonOf(Signal.BusFlow));
        }

        if (site.Commanded || site.IsOnHand || site.CommandSteadyMs < LetGoMs)
        {
            return CheckOutcome.NotTested;
        }

        if (!site.HeldSinceOff)
        {
            return CheckOutcome.Pass;
        }

        if (readings.Has(Signal.PumpMirror))
        {
            return readings.IsOn(Signal.PumpMirror) ? CheckOutcome.Pass : CheckOutcome.Fail;
        }

        return Flow.MotorTurns(readings, site.Settings) || site.Flow == FlowEvidence.Flows ? CheckOutcome.Fail : CheckOutcome.NotTested;
    }
}
