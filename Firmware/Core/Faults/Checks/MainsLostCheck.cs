using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>101: the external supply is gone.</summary>
public static class MainsLostCheck
{
    /// <summary>Judges the contact of the mains relay.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.MainsPresent))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.MainsPresent));
        }

        return site.Readings.IsOn(Signal.MainsPresent) ? CheckOutcome.Pass : CheckOutcome.Fail;
    }
}
