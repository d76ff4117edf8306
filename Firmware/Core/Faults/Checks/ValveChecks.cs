using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>303 and 304: the motor valve's end switches against its command, once its travel time is over.</summary>
public static class ValveChecks
{
    /// <summary>
    /// 303: asked to open, and its end switch does not say that it is open. A switch that cannot be read counts, too, and one that says open while the other says shut: the pump is not started against a valve that may be shut.
    /// </summary>
    public static CheckOutcome DidNotOpen(SiteView site)
    {
        NoDataReason reason = site.Readings.ReasonOf(Signal.ValveIsOpen);
        if (reason == NoDataReason.NotFitted)
        {
            return CheckOutcome.NotFitted;
        }

        if (!site.Readings.IsOn(Signal.ValveCommand) || IsUnderWay(site))
        {
            return CheckOutcome.NotTested;
        }

        // Open and shut at once is a stuck switch, and says nothing of the valve.
        return site.Readings.IsOn(Signal.ValveIsOpen) && !site.Readings.IsOn(Signal.ValveIsShut) ? CheckOutcome.Pass : CheckOutcome.Fail;
    }

    /// <summary>304: asked to shut, and its end switch says that it is not shut: the water cannot be stopped.</summary>
    public static CheckOutcome DidNotClose(SiteView site)
    {
        if (!site.Readings.Has(Signal.ValveIsShut))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.ValveIsShut));
        }

        if (!site.Readings.Has(Signal.ValveCommand) || site.Readings.IsOn(Signal.ValveCommand) || IsUnderWay(site))
        {
            return CheckOutcome.NotTested;
        }

        return site.Readings.IsOn(Signal.ValveIsShut) ? CheckOutcome.Pass : CheckOutcome.Fail;
    }

    private static bool IsUnderWay(SiteView site)
    {
        return site.ValveSteadyMs < site.Settings.ValveTravelSeconds * 1000L;
    }
}
