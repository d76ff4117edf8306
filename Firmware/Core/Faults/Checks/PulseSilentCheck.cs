using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// 201: the pump runs, other instruments say that water flows, and the pulses do not come. Judged only once pump and flow have lasted
/// <see cref="SiteView.FillMs"/> (an RS485 meter that hangs shows a flow from before the start); fails when three of the pulses that the flow should have made are missing. With the pump off it is not judged: a
/// leak may be too small for the pulse meter to turn, and is 401's.
/// </summary>
public static class PulseSilentCheck
{
    /// <summary>Judges the pulses against the other evidence.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.PulseFlow))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.PulseFlow));
        }

        long flowsMs = site.FlowSteadyMs < site.PumpSteadyMs ? site.FlowSteadyMs : site.PumpSteadyMs;
        if (!site.PumpRuns || site.Flow != FlowEvidence.Flows || flowsMs < SiteView.FillMs)
        {
            return CheckOutcome.NotTested;
        }

        long silentMs = site.SincePulseMs < flowsMs ? site.SincePulseMs : flowsMs;
        return silentMs > AllowedMs(site) ? CheckOutcome.Fail : CheckOutcome.Pass;
    }

    /// <summary>Level 1 when no other meter counts: the water is then metered by nothing.</summary>
    public static bool IsWorse(SiteView site)
    {
        return !Flow.BusCounts(site.Readings, site.Settings);
    }

    /// <summary>Three pulses of the flow that the RS485 meter sees; without one, of the least flow that counts: the pressure does not tell how much flows.</summary>
    private static long AllowedMs(SiteView site)
    {
        int flow = site.Readings.ValueOf(Signal.BusFlow);
        bool known = Flow.BusCounts(site.Readings, site.Settings) && Flow.IsFlow(flow, site.Settings);
        int least = known ? (flow < 0 ? -flow : flow) : site.Settings.NoFlowMillilitresPerSecond;
        return Flow.MissedPulsesMs(site.Settings, least);
    }
}
