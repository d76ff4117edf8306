using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>202: the RS485 meter does not answer at all. Damaged answers are 203's.</summary>
public static class BusNoReplyCheck
{
    private const int SilentRunMs = 30000;

    /// <summary>Judges whether the meter answers.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (site.Readings.Has(Signal.BusFlow))
        {
            return CheckOutcome.Pass;
        }

        NoDataReason reason = site.Readings.ReasonOf(Signal.BusFlow);
        if (reason == NoDataReason.Timeout)
        {
            return CheckOutcome.Fail;
        }

        return reason == NoDataReason.NotFitted ? CheckOutcome.NotFitted : CheckOutcome.NotTested;
    }

    /// <summary>Level 1 when the pulse meter counts nothing either: the water is then metered by nothing.</summary>
    public static bool IsWorse(SiteView site)
    {
        bool silent = site.PumpRuns && site.PumpSteadyMs > SilentRunMs && site.SincePulseMs > SilentRunMs;
        return !site.Readings.Has(Signal.PulseFlow) || silent;
    }
}
