using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>204: the meter's own status word says fault.</summary>
public static class MeterSelfFaultCheck
{
    /// <summary>Judges bit 0 of the status word.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.BusStatus))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.BusStatus));
        }

        return (site.Readings.ValueOf(Signal.BusStatus) & BusMeter.OwnFault) != 0 ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
