using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>401: the pump has been off for a minute and water flows: leak, bypass or theft.</summary>
public static class FlowAtRestCheck
{
    /// <summary>Judges at rest.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.PulseFlow) && !site.Readings.Has(Signal.BusFlow))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.BusFlow));
        }

        if (site.PumpRuns || site.Commanded || site.PumpSteadyMs < SiteView.DrainMs)
        {
            return CheckOutcome.NotTested;
        }

        if (site.IsPumpUnclear)
        {
            return CheckOutcome.Error;
        }

        bool forward = !site.Readings.Has(Signal.BusFlow) || site.Readings.ValueOf(Signal.BusFlow) >= 0;
        return site.Flow == FlowEvidence.Flows && forward ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
