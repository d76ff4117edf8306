using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// 301: commanded on, and the contactor does not close in its time, or the motor takes no power in its: fuse, thermal relay or cable. Where water flows, the motor turns or, without a power
/// meter, the mirror contact is open the pump did start, and the auxiliary contact, its wire or the power meter is what fails. With the selector on hand the panel has the say, and our command
/// none.
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
        bool contact = readings.Has(Signal.PumpContact) || readings.Has(Signal.PumpMirror);
        bool power = readings.Has(Signal.Power);
        if (!site.ShowsPump)
        {
            return Outcomes.ForMissing(readings.ReasonOf(Signal.PumpContact));
        }

        if (!site.Commanded || site.IsOnHand || site.AskedMs < (contact ? StartMs : PowerMs))
        {
            return CheckOutcome.NotTested;
        }

        if (ShowsWater(site) || Flow.MotorTurns(readings, site.Settings))
        {
            return CheckOutcome.Pass;
        }

        if (!power || PumpEvidence.IsOpenByBoth(readings))
        {
            return site.PumpRuns ? CheckOutcome.Pass : CheckOutcome.Fail;
        }

        return site.AskedMs < PowerMs ? CheckOutcome.NotTested : CheckOutcome.Fail;
    }

    /// <summary>With the contact open only the meters show water: pressure may be left in the line of a pump that never started.</summary>
    private static bool ShowsWater(SiteView site)
    {
        return (site.PumpRuns ? site.Flow : Flow.Judge(site.Readings, site.Settings, false, 0)) == FlowEvidence.Flows;
    }
}
