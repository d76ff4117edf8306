using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>106: mains is there and the battery (where its poles are not wired, the bus) stays below charging voltage; a flat battery that is being charged is not judged while it rises.</summary>
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

        int charge = readings.ValueOf(readings.Has(Signal.Battery) ? Signal.Battery : Signal.Supply);
        if (charge >= site.Settings.ChargeMillivolts)
        {
            return CheckOutcome.Pass;
        }

        return site.Charge.Rises ? CheckOutcome.NotTested : CheckOutcome.Fail;
    }
}
