using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>404: water flows and the line does not come to its pressure.</summary>
public static class PressureLowCheck
{
    private const int SettleMs = 60000;

    /// <summary>Judges while the pump delivers.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.Pressure))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.Pressure));
        }

        if (!site.PumpRuns || site.PumpSteadyMs < SettleMs || site.Flow != FlowEvidence.Flows)
        {
            return CheckOutcome.NotTested;
        }

        return site.Readings.ValueOf(Signal.Pressure) < site.Settings.LowPressureKilopascal ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
