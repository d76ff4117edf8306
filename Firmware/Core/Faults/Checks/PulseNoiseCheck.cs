using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>208: pulses that the meter cannot have made: faster than its maximum, or at rest while the other meter says 0.</summary>
public static class PulseNoiseCheck
{
    private const int RestMs = 60000;

    /// <summary>Judges rate and rest.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.PulseFlow))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.PulseFlow));
        }

        if (site.PulsesPerSecond > LimitPerSecond(site.Settings))
        {
            return CheckOutcome.Fail;
        }

        bool rest = !site.PumpRuns && !site.Commanded && site.PumpSteadyMs >= RestMs && site.Readings.Has(Signal.BusFlow) && site.Flow == FlowEvidence.Still;
        bool counts = Flow.IsFlow(site.Readings.ValueOf(Signal.PulseFlow), site.Settings);
        return rest && counts ? CheckOutcome.Fail : CheckOutcome.Pass;
    }

    /// <summary>The setting; more where the pulses are so small that twice the rated flow already makes more.</summary>
    private static int LimitPerSecond(Settings settings)
    {
        int twiceRated = Bound.Scale(settings.RatedFlowMillilitresPerSecond, 2, settings.PulseMillilitres);
        return Bound.Clamp(twiceRated, settings.MaxPulsesPerSecond, int.MaxValue);
    }
}
