using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// 105: the battery does not bridge the declared time (<see cref="Settings.BridgingMinutes"/>): within it, the supply is below the limit already, or falls so fast that it will be
/// (<see cref="Metering.BatteryWatch"/>). A battery that has carried the unit for so long has done what it is there for. Passes when mains charges it again.
/// </summary>
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

        long declaredMs = site.Settings.BridgingMinutes * 60000L;
        bool ends = supply < site.Settings.BatteryLowMillivolts || site.Battery.EstimatedMs < declaredMs;
        return ends && !site.Battery.HasBridged(site.Settings) ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
