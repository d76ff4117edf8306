using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>The checks of the service itself: inspections and visits. What they look at is decided where inspections and visits are.</summary>
public static class ServiceChecks
{
    /// <summary>801: the day of an inspection that was due has passed.</summary>
    public static CheckOutcome InspectionOverdue(SiteView site) => FailIfOn(site, Signal.InspectionOverdue);

    /// <summary>802: an alarm passed its response time without an acknowledgement; one fault a unit, with their count.</summary>
    public static CheckOutcome Unanswered(SiteView site) => FailIfOn(site, Signal.Unanswered);

    /// <summary>804: the last visit was closed by its time-out, and nobody has come since.</summary>
    public static CheckOutcome VisitLeftOpen(SiteView site) => FailIfOn(site, Signal.VisitLeftOpen);

    /// <summary>803: a module that the equipment answers for came back after two consecutive repairs.</summary>
    public static CheckOutcome ReplaceUnit(SiteView site) => FailIfOn(site, Signal.ReplaceDue);

    /// <summary>800: the drill's false reading, as if something were wrong.</summary>
    public static CheckOutcome Drill(SiteView site) => FailIfOn(site, Signal.Drill);

    /// <summary>805: the last drill ended otherwise than by the centre's receipt.</summary>
    public static CheckOutcome DrillFailed(SiteView site) => FailIfOn(site, Signal.DrillEnd);

    private static CheckOutcome FailIfOn(SiteView site, int signal)
    {
        if (!site.Readings.Has(signal))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(signal));
        }

        return site.Readings.IsOn(signal) ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
