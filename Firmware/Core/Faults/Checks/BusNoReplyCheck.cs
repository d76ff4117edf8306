using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// 202: the RS485 meter gives nothing: it does not answer at all, or, for longer than noise keeps every answer away, only what cannot be read. Damaged answers among good
/// ones are 203's.
/// </summary>
public static class BusNoReplyCheck
{
    /// <summary>Time without one answer that can be read after which it is not noise, ms: with one byte in ten damaged it lasts as long once in forty times.</summary>
    public const int GarbledMs = 60000;

    /// <summary>Judges whether the meter answers.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (site.Readings.Has(Signal.BusFlow))
        {
            return CheckOutcome.Pass;
        }

        NoDataReason reason = site.Readings.ReasonOf(Signal.BusFlow);
        if (reason == NoDataReason.Timeout || site.BusGarbledMs >= GarbledMs)
        {
            return CheckOutcome.Fail;
        }

        return reason == NoDataReason.NotFitted ? CheckOutcome.NotFitted : CheckOutcome.NotTested;
    }

    /// <summary>
    /// Level 1 when the pulse meter counts nothing either: the water is then metered by nothing. Not where the line's pressure, or the motor's power, says that no water
    /// flows: pulses are then rightly silent.
    /// </summary>
    public static bool IsWorse(SiteView site)
    {
        long silentMs = site.SincePulseMs < site.PumpSteadyMs ? site.SincePulseMs : site.PumpSteadyMs;
        bool dry = (site.Readings.Has(Signal.Pressure) || site.Readings.Has(Signal.Power)) && site.Flow == FlowEvidence.Still;
        bool silent = site.PumpRuns && !dry && silentMs > Flow.SilenceMs(site.Settings);
        return !site.Readings.Has(Signal.PulseFlow) || silent;
    }
}
