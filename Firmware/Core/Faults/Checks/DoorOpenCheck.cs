using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>501: the door is open; the row's raise time is what a visit explains.</summary>
public static class DoorOpenCheck
{
    /// <summary>Judges the door switch.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.DoorOpen))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.DoorOpen));
        }

        return site.Readings.IsOn(Signal.DoorOpen) ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
