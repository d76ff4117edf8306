using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>408: the pressure transducer gives a voltage that no sound one gives: wire cut or short.</summary>
public static class PressureSensorOutCheck
{
    /// <summary>Judges the instrument, not the pressure.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (site.Readings.Has(Signal.Pressure))
        {
            return CheckOutcome.Pass;
        }

        NoDataReason reason = site.Readings.ReasonOf(Signal.Pressure);
        return reason == NoDataReason.OutOfRange ? CheckOutcome.Fail : Outcomes.ForMissing(reason);
    }
}
