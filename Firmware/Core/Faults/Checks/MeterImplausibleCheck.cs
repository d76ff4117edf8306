using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// 207: a flow beyond one and a half times the rated one that the other meter does not confirm (the pulses have the time of three at that flow), or a total that jumps, runs backwards, or stands while
/// the meter's own flow does not: the meter hangs.
/// The total is 32 bits without a sign: one that reads below 0 is beyond 2,147,483,647 L, and sound. Too many
/// pulses beside a RS485 meter that counts are noise (208).
/// </summary>
public static class MeterImplausibleCheck
{
    /// <summary>A leap of the total is held this long, ms, so that one leap is long enough to be raised.</summary>
    public const int LeapHoldMs = 30000;

    /// <summary>Judges every flow that has a value, and the total.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        Readings readings = site.Readings;
        if (site.BusTotal.Hangs)
        {
            return CheckOutcome.Fail;
        }

        if (!readings.Has(Signal.PulseFlow) && !readings.Has(Signal.BusFlow))
        {
            return Outcomes.ForMissing(readings.ReasonOf(Signal.BusFlow));
        }

        return IsPulseBeyond(site) || IsBusSpoilt(site) ? CheckOutcome.Fail : CheckOutcome.Pass;
    }

    /// <summary>Which meter does not count, as bits of <see cref="Policy"/>: the other one's volume stands. Both where it cannot be told.</summary>
    public static byte Spoils(SiteView site)
    {
        bool pulse = IsPulseBeyond(site);
        return pulse == IsBusSpoilt(site) ? Policy.SpoilsMetering : pulse ? Policy.SpoilsPulse : Policy.SpoilsBus;
    }

    private static bool IsPulseBeyond(SiteView site)
    {
        return site.Readings.ValueOf(Signal.PulseFlow) > Flow.Most(site.Settings) && !Flow.BusCounts(site.Readings, site.Settings);
    }

    /// <summary>It hangs, its total leapt, or it shows more than the pipe carries.</summary>
    private static bool IsBusSpoilt(SiteView site)
    {
        int bus = site.Readings.ValueOf(Signal.BusFlow);
        bool beyond = bus > 0 && site.BusBeyondMs > Flow.MissedPulsesMs(site.Settings, bus);
        return site.BusTotal.Hangs || beyond || site.BusTotal.LeaptWithin(site.NowMs, LeapHoldMs);
    }
}
