using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>406, 409 and 907: water in the chamber, water in the well, heat in the enclosure.</summary>
public static class SiteChecks
{
    /// <summary>Temperature above which battery and electronics age fast, m°C; it clears 5 K lower.</summary>
    public const int HotMillidegrees = 70000;

    private const int HotDeadband = 5000;
    private const int LevelDeadband = 50;

    /// <summary>406: the float in the meter chamber is up.</summary>
    public static CheckOutcome ChamberFlooded(SiteView site)
    {
        if (!site.Readings.Has(Signal.ChamberFlooded))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.ChamberFlooded));
        }

        return site.Readings.IsOn(Signal.ChamberFlooded) ? CheckOutcome.Fail : CheckOutcome.Pass;
    }

    /// <summary>409: little water stands over the pump's intake. Clears half a metre higher.</summary>
    public static CheckOutcome WellLevelLow(SiteView site, bool raised)
    {
        if (!site.Readings.Has(Signal.WellLevel))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.WellLevel));
        }

        int limit = site.Settings.WellLowCentimetres + (raised ? LevelDeadband : 0);
        return site.Readings.ValueOf(Signal.WellLevel) < limit ? CheckOutcome.Fail : CheckOutcome.Pass;
    }

    /// <summary>907: it is too hot in the enclosure.</summary>
    public static CheckOutcome TooHot(SiteView site, bool raised)
    {
        if (!site.Readings.Has(Signal.Temperature))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.Temperature));
        }

        int limit = HotMillidegrees - (raised ? HotDeadband : 0);
        return site.Readings.ValueOf(Signal.Temperature) > limit ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
