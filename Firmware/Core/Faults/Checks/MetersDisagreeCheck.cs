using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>205: pulse and RS485 volume of the last compared volume differ by more than 5 %.</summary>
public static class MetersDisagreeCheck
{
    /// <summary>Difference that counts, ‰.</summary>
    public const int TolerancePermille = 50;

    /// <summary>Judges the last compared volume.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        int missing = !site.Readings.Has(Signal.PulseTotal) ? Signal.PulseTotal
            : !site.Readings.Has(Signal.BusTotal) ? Signal.BusTotal
            : Signal.MeterDifference;
        if (!site.Readings.Has(missing))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(missing));
        }

        int difference = site.Readings.ValueOf(Signal.MeterDifference);
        return difference > TolerancePermille || difference < -TolerancePermille ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
