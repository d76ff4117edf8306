using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>105: on the battery alone, the supply is below what bridges the declared time. Passes when mains charges it again.</summary>
public static class BatteryLowCheck
{
    /// <summary>Judges while the battery carries the unit, and when it is charged.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        Readings readings = site.Readings;
        if (!readings.Has(Signal.MainsPresent) || !readings.Has(Signal.Supply))
        {
            return Outcomes.ForMissing(readings.ReasonOf(readings.Has(Signal.Supply) ? Signal.MainsPresent : Signal.Supply));
        }

        int supply = readings.ValueOf(Signal.Supply);
        if (readings.IsOn(Signal.MainsPresent))
        {
            return supply >= site.Settings.ChargeMillivolts ? CheckOutcome.Pass : CheckOutcome.NotTested;
        }

        return supply < site.Settings.BatteryLowMillivolts ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
