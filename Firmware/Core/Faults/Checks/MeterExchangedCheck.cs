using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>210: another meter answers than the one that was commissioned.</summary>
public static class MeterExchangedCheck
{
    /// <summary>Judges the serial number.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.BusSerial))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.BusSerial));
        }

        return site.BusTotal.OtherMeter ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
