using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>502, 503 and 504: who opened, who may, who runs the pump.</summary>
public static class AccessChecks
{
    /// <summary>Shortest time that the door is open for somebody to reach in, ms: less is a switch that is loose.</summary>
    public const int OpeningMs = 5000;

    /// <summary>
    /// 502: the door is open, or was opened and shut again, and no technician who is known to the unit has come since; the row's raise time is what he has to show his card.
    /// </summary>
    public static CheckOutcome Tamper(SiteView site)
    {
        Readings readings = site.Readings;
        if (!readings.Has(Signal.DoorOpen) || !readings.Has(Signal.Technician))
        {
            return Outcomes.ForMissing(readings.ReasonOf(readings.Has(Signal.DoorOpen) ? Signal.Technician : Signal.DoorOpen));
        }

        bool open = readings.IsOn(Signal.DoorOpen) && !readings.IsOn(Signal.Technician);
        return open || site.OpenedByNobodyKnown ? CheckOutcome.Fail : CheckOutcome.Pass;
    }

    /// <summary>503: the card reader does not answer, or its antenna is broken by its own test.</summary>
    public static CheckOutcome CardReaderOut(SiteView site)
    {
        if (site.Readings.Has(Signal.CardPresent))
        {
            return CheckOutcome.Pass;
        }

        NoDataReason reason = site.Readings.ReasonOf(Signal.CardPresent);
        bool known = reason == NoDataReason.NotFitted || reason == NoDataReason.NotYet || reason == NoDataReason.Off;
        return known ? Outcomes.ForMissing(reason) : CheckOutcome.Fail;
    }

    /// <summary>504: the pump runs with the selector on auto, without our command, a card, or a technician who tries it out.</summary>
    public static CheckOutcome RunUnauthorised(SiteView site)
    {
        Readings readings = site.Readings;
        if (!site.ShowsPump || !readings.Has(Signal.SelectorHand))
        {
            return Outcomes.ForMissing(readings.ReasonOf(site.ShowsPump ? Signal.SelectorHand : Signal.PumpContact));
        }

        if (site.Commanded || site.ContactAlone || readings.IsOn(Signal.Technician))
        {
            return CheckOutcome.NotTested;
        }

        bool runs = site.PumpRuns && !site.HeldSinceOff;
        return runs && !readings.IsOn(Signal.SelectorHand) && !readings.IsOn(Signal.CardPresent) ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
