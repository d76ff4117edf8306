using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>104: the supply is above the rated band. Clears 200 mV lower.</summary>
public static class SupplyHighCheck
{
    private const int DeadbandMillivolts = 200;

    /// <summary>Judges the supply.</summary>
    public static CheckOutcome Judge(SiteView site, bool raised)
    {
        if (!site.Readings.Has(Signal.Supply))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.Supply));
        }

        int limit = site.Settings.SupplyHighMillivolts - (raised ? DeadbandMillivolts : 0);
        return site.Readings.ValueOf(Signal.Supply) > limit ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
