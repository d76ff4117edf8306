using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>408: a transducer of the water, line pressure or well level, gives a voltage that no sound one gives: wire cut or short.</summary>
public static class PressureSensorOutCheck
{
    /// <summary>Judges the instruments, not what they measure.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        Readings readings = site.Readings;
        if (readings.ReasonOf(Signal.Pressure) == NoDataReason.OutOfRange || readings.ReasonOf(Signal.WellLevel) == NoDataReason.OutOfRange)
        {
            return CheckOutcome.Fail;
        }

        if (readings.Has(Signal.Pressure) || readings.Has(Signal.WellLevel))
        {
            return CheckOutcome.Pass;
        }

        NoDataReason reason = readings.ReasonOf(Signal.Pressure);
        return Outcomes.ForMissing(reason == NoDataReason.NotFitted ? readings.ReasonOf(Signal.WellLevel) : reason);
    }
}
