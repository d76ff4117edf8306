using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>106: mains is there and the bus stays below charging voltage.</summary>
public static class BatteryNotChargingCheck
{
    /// <summary>Judges while mains is present.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        Readings readings = site.Readings;
        if (!readings.Has(Signal.MainsPresent) || !readings.Has(Signal.Supply))
        {
            return Outcomes.ForMissing(readings.ReasonOf(readings.Has(Signal.Supply) ? Signal.MainsPresent : Signal.Supply));
        }

        if (!readings.IsOn(Signal.MainsPresent))
        {
            return CheckOutcome.NotTested;
        }

        return readings.ValueOf(Signal.Supply) < site.Settings.ChargeMillivolts ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
