using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>309: the contactor is closed and we never asked for it: the panel's hand switch.</summary>
public static class HandRunCheck
{
    /// <summary>Judges the contact against our command.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.PumpContact))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.PumpContact));
        }

        if (site.Commanded)
        {
            return CheckOutcome.NotTested;
        }

        return site.Readings.IsOn(Signal.PumpContact) && !site.HeldSinceOff ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
