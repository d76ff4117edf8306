using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>405: the line's pressure is above what it is made for. Clears 50 kPa lower.</summary>
public static class PressureHighCheck
{
    private const int DeadbandKilopascal = 50;

    /// <summary>Judges the pressure.</summary>
    public static CheckOutcome Judge(SiteView site, bool raised)
    {
        if (!site.Readings.Has(Signal.Pressure))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.Pressure));
        }

        int limit = site.Settings.HighPressureKilopascal - (raised ? DeadbandKilopascal : 0);
        return site.Readings.ValueOf(Signal.Pressure) > limit ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
