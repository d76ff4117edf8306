using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>309: the contactor is closed and we never asked for it: the panel's hand switch. With the selector on auto it is 504's, and a contact that alone says so, against the others, 311's.</summary>
public static class HandRunCheck
{
    /// <summary>Judges the contact, or the motor's power where no contact tells, against our command.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.ShowsPump)
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.PumpContact));
        }

        if (site.Commanded || site.ContactAlone)
        {
            return CheckOutcome.NotTested;
        }

        bool mayBeHand = !site.Readings.Has(Signal.SelectorHand) || site.Readings.IsOn(Signal.SelectorHand);
        return site.PumpRuns && !site.HeldSinceOff && mayBeHand ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
