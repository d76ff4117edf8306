using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>210: another meter answers than the one that was commissioned, or its total does not go on where it was before the unit's restart.</summary>
public static class MeterExchangedCheck
{
    /// <summary>Judges the serial number, and once after a restart the total.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (site.BusTotal.BrokeWithin(site.NowMs, MeterImplausibleCheck.LeapHoldMs))
        {
            return CheckOutcome.Fail;
        }

        if (!site.Readings.Has(Signal.BusSerial))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.BusSerial));
        }

        return site.BusTotal.OtherMeter ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
