using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// 404: water flows and the line does not come to its pressure. Where the pulses alone say that it flows, only while they come: a slow meter is
/// known as silent minutes after the well ran dry (305).
/// </summary>
public static class PressureLowCheck
{
    private const int SettleMs = 60000;
    private const int FreshMs = 2000;

    /// <summary>Judges while the pump delivers.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.Pressure))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.Pressure));
        }

        if (!site.PumpRuns || site.PumpSteadyMs < SettleMs || site.Flow != FlowEvidence.Flows || !IsFresh(site))
        {
            return CheckOutcome.NotTested;
        }

        return site.Readings.ValueOf(Signal.Pressure) < site.Settings.LowPressureKilopascal ? CheckOutcome.Fail : CheckOutcome.Pass;
    }

    /// <summary>The RS485 meter counts, or a pulse came within the time of two at the rated flow.</summary>
    private static bool IsFresh(SiteView site)
    {
        int two = Bound.Scale(site.Settings.PulseMillilitres, 2 * 1000, site.Settings.RatedFlowMillilitresPerSecond);
        return Flow.BusCounts(site.Readings, site.Settings) || site.SincePulseMs <= two + FreshMs;
    }
}
