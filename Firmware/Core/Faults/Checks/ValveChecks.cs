using Firmware.Core.Contracts;
using Firmware.Core.Metering;
using Firmware.Core.Service;

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

        return ValveControl.IsOpen(site.Readings) ? CheckOutcome.Pass : CheckOutcome.Fail;
    }

    /// <summary>304: asked to shut, and its end switches do not say that it is shut: the water cannot be stopped. Open and shut at once says nothing of the valve, here as in 303.</summary>
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

        return ValveControl.IsShut(site.Readings) ? CheckOutcome.Pass : CheckOutcome.Fail;
    }

    /// <summary>
    /// 303, level 1 while no pump may start against the valve. One that runs by it has its water, or is stopped as a dry one (305): there the switch or its wire is what fails.
    /// </summary>
    public static bool IsKeptFromOpening(SiteView site)
    {
        return site.Readings.IsOn(Signal.ValveCommand) && !IsUnderWay(site) && !site.PumpRuns;
    }

    /// <summary>304, level 1 where the valve never arrived, or the pump runs, or nobody can say that no water flows. A switch that opens long after the valve was shut, with no water moving, is a switch or its wire.</summary>
    public static bool IsKeptFromShutting(SiteView site)
    {
        bool asked = site.Readings.Has(Signal.ValveCommand) && !site.Readings.IsOn(Signal.ValveCommand) && !IsUnderWay(site);
        return asked && (!site.ValveArrived || site.PumpRuns || site.Flow != FlowEvidence.Still);
    }

    private static bool IsUnderWay(SiteView site)
    {
        return site.ValveSteadyMs < site.Settings.ValveTravelSeconds * 1000L;
    }
}
