using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>207: a flow beyond one and a half times the rated one, or a total that jumps or runs backwards.</summary>
public static class MeterImplausibleCheck
{
    /// <summary>A leap of the total is held this long, ms, so that one leap is long enough to be raised.</summary>
    public const int LeapHoldMs = 30000;

    /// <summary>Judges every flow that has a value, and the total.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        Readings readings = site.Readings;
        if (!readings.Has(Signal.PulseFlow) && !readings.Has(Signal.BusFlow))
        {
            return Outcomes.ForMissing(readings.ReasonOf(Signal.BusFlow));
        }

        bool beyond = IsBeyond(site, Signal.PulseFlow) || IsBeyond(site, Signal.BusFlow);
        return beyond || site.BusTotal.LeaptWithin(site.NowMs, LeapHoldMs) ? CheckOutcome.Fail : CheckOutcome.Pass;
    }

    private static bool IsBeyond(SiteView site, int signal)
    {
        return site.Readings.Has(signal) && site.Readings.ValueOf(signal) > Flow.Most(site.Settings);
    }
}
