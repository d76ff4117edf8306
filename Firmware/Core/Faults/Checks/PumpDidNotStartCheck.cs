using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// 301: commanded on, and the contactor's contact does not close in its time, or the motor takes no power in its: fuse, thermal relay or cable. Where water flows the
/// pump did start, and the contact, its wire or the power meter is what fails. Either instrument alone will do.
/// </summary>
public static class PumpDidNotStartCheck
{
    /// <summary>Time for relay, coil and contact, ms: fifty times a sound contactor's.</summary>
    public const int StartMs = 2000;

    /// <summary>Time until the power meter has told the motor's power, ms: a reading from before the start may stand for the three questions after which it is given up.</summary>
    public const int PowerMs = 5000;

    /// <summary>Judges while commanded on.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        Readings readings = site.Readings;
        bool contact = readings.Has(Signal.PumpContact);
        bool power = readings.Has(Signal.Power);
        if (!contact && !power)
        {
            return Outcomes.ForMissing(readings.ReasonOf(Signal.PumpContact));
        }

        if (!site.Commanded || site.CommandSteadyMs < (contact ? StartMs : PowerMs))
        {
            return CheckOutcome.NotTested;
        }

        if (site.Flow == FlowEvidence.Flows)
        {
            return CheckOutcome.Pass;
        }

        if (contact && !readings.IsOn(Signal.PumpContact))
        {
            return CheckOutcome.Fail;
        }

        if (!power || Flow.MotorTurns(readings, site.Settings))
        {
            return CheckOutcome.Pass;
        }

        return site.CommandSteadyMs < PowerMs ? CheckOutcome.NotTested : CheckOutcome.Fail;
    }
}
