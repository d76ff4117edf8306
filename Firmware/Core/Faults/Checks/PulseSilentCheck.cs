using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// 201: the pump runs, other instruments say that water flows, and the pulses do not come. Judged only once the flow has lasted
/// <see cref="SettleMs"/>; fails when three of the pulses that the flow should have made are missing. With the pump off it is not judged: a
/// leak may be too small for the pulse meter to turn, and is 401's.
/// </summary>
public static class PulseSilentCheck
{
    /// <summary>A starting pump fills the line first; 15 s cover the reference site's ramp three times over.</summary>
    public const int SettleMs = 15000;

    private const int MissedPulses = 3;
    private const int JitterMs = 2000;

    /// <summary>Silence without a bus meter to tell the rate: longer than three pulses at the least flow that counts would be minutes, so a fixed time.</summary>
    private const int SilenceWithoutRateMs = 20000;

    /// <summary>Judges the pulses against the other evidence.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.PulseFlow))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.PulseFlow));
        }

        if (!site.PumpRuns || site.Flow != FlowEvidence.Flows || site.FlowSteadyMs < SettleMs)
        {
            return CheckOutcome.NotTested;
        }

        return site.SincePulseMs > AllowedMs(site) ? CheckOutcome.Fail : CheckOutcome.Pass;
    }

    /// <summary>Level 1 when no other meter counts: the water is then metered by nothing.</summary>
    public static bool IsWorse(SiteView site)
    {
        return !Flow.BusCounts(site.Readings);
    }

    private static long AllowedMs(SiteView site)
    {
        int flow = site.Readings.ValueOf(Signal.BusFlow);
        if (!Flow.BusCounts(site.Readings) || !Flow.IsFlow(flow, site.Settings))
        {
            return SilenceWithoutRateMs;
        }

        int interval = Bound.Scale(site.Settings.PulseMillilitres, 1000, flow < 0 ? -flow : flow);
        return ((long)MissedPulses * interval) + JitterMs;
    }
}
