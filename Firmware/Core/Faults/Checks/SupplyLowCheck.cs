using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>103: the supply is below what relay coil and radio need. Clears only 300 mV higher, so that a load that goes off does not clear it.</summary>
public static class SupplyLowCheck
{
    private const int DeadbandMillivolts = 300;

    /// <summary>Judges the supply; needs nothing else.</summary>
    public static CheckOutcome Judge(SiteView site, bool raised)
    {
        if (!site.Readings.Has(Signal.Supply))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.Supply));
        }

        int limit = site.Settings.SupplyActMillivolts + (raised ? DeadbandMillivolts : 0);
        return site.Readings.ValueOf(Signal.Supply) < limit ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
