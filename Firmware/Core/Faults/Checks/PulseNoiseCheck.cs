using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// 208: pulses that the meter cannot have made: faster than its maximum, half as many again as the other meter counts (a reed that bounces, a line
/// that picks up spikes), or at rest while the other meter says 0. The pulses of a line that drains are none: both meters count them.
/// </summary>
public static class PulseNoiseCheck
{
    /// <summary>Pulses at rest, once the line has drained, beyond what the other meter counts, that are no accident.</summary>
    public const int RestPulses = 2;

    /// <summary>Pulse volume beyond the other meter's that is more than any wear, and less than a reed that bounces once, ‰.</summary>
    public const int AheadPermille = 500;

    /// <summary>Judges rate and rest.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.PulseFlow))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.PulseFlow));
        }

        return IsTooFast(site) || RunsAhead(site) || CountsAtRest(site) ? CheckOutcome.Fail : CheckOutcome.Pass;
    }

    /// <summary>More in a second than the meter makes, and no such flow by the other meter.</summary>
    private static bool IsTooFast(SiteView site)
    {
        long flow = (long)site.PulsesPerSecond * site.Settings.PulseMillilitres;
        bool confirmed = Flow.BusCounts(site.Readings, site.Settings) && !Flow.IsAheadOfBus(flow, site.Readings, site.Settings);
        return site.PulsesPerSecond > LimitPerSecond(site.Settings) && !confirmed;
    }

    /// <summary>By volume: a reed that bounces closes twice at once, so that no flow between two pulses shows it.</summary>
    private static bool RunsAhead(SiteView site)
    {
        return site.Coarse.IsKnown && site.Coarse.Permille > AheadPermille;
    }

    private static bool CountsAtRest(SiteView site)
    {
        int flow = site.Readings.ValueOf(Signal.PulseFlow);
        bool counts = Flow.IsFlow(flow, site.Settings) && site.Flow == FlowEvidence.Still;
        return counts && Flow.IsAheadOfBus(flow, site.Readings, site.Settings) && site.AtRest.ExtraMillilitres >= (long)RestPulses * site.Settings.PulseMillilitres;
    }

    /// <summary>Pulses a second: the setting; more where the pulses are so small that the most that the pipe carries already makes more.</summary>
    public static int LimitPerSecond(Settings settings)
    {
        int most = Bound.Scale(Flow.Most(settings), 1, settings.PulseMillilitres);
        return Bound.Clamp(most, settings.MaxPulsesPerSecond, int.MaxValue);
    }
}
