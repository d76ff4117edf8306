using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// 101: the external supply is gone. Where the power meter shows the grid and the bus stands at charging voltage, the relay or its wire fails, and nothing is gone; a charger
/// that has lost its own fuse lets the bus fall below that voltage within minutes.
/// </summary>
public static class MainsLostCheck
{
    /// <summary>Judges the contact of the mains relay.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.MainsPresent))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.MainsPresent));
        }

        return site.Readings.IsOn(Signal.MainsPresent) || IsContradicted(site) ? CheckOutcome.Pass : CheckOutcome.Fail;
    }

    private static bool IsContradicted(SiteView site)
    {
        return PowerChecks.ShowsGrid(site) && site.Readings.ValueOf(Signal.Supply) >= site.Settings.ChargeMillivolts;
    }
}
