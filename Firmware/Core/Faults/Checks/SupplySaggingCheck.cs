using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>102: with the contactor closed the supply falls below the sag limit, and clearly below what it was at rest: a loose terminal or a worn battery.</summary>
public static class SupplySaggingCheck
{
    /// <summary>Fall against rest that counts as sagging, mV: twice what a sound lead of 0.2 Ω drops under the coil's load.</summary>
    public const int FallMillivolts = 1000;

    /// <summary>A rest value older than this says nothing of the load, ms: a battery that nothing charges falls as far by itself.</summary>
    public const int RestAgeMs = 600000;

    private const int SettleMs = 2000;

    /// <summary>Judges under load only.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.Supply))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.Supply));
        }

        if (!site.PumpRuns || site.PumpSteadyMs < SettleMs || !site.Readings.Has(Signal.SupplyAtRest))
        {
            return CheckOutcome.NotTested;
        }

        int supply = site.Readings.ValueOf(Signal.Supply);
        bool falls = site.Readings.ValueOf(Signal.SupplyAtRest) - supply >= FallMillivolts;
        if (supply >= site.Settings.SupplySagMillivolts || !falls)
        {
            return CheckOutcome.Pass;
        }

        return site.SupplyAtRestMs <= RestAgeMs ? CheckOutcome.Fail : CheckOutcome.NotTested;
    }
}
