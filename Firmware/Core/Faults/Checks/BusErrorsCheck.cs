using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>203: more than 5 % of the last hundred answers on the RS485 bus were damaged or missing. Clears below 3 %.</summary>
public static class BusErrorsCheck
{
    /// <summary>Raises above this, ‰.</summary>
    public const int RaisePermille = 50;

    /// <summary>Clears below this, ‰.</summary>
    public const int ClearPermille = 30;

    /// <summary>Judges the rate.</summary>
    public static CheckOutcome Judge(SiteView site, bool raised)
    {
        if (!site.Readings.Has(Signal.BusErrors))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.BusErrors));
        }

        int limit = raised ? ClearPermille : RaisePermille;
        return site.Readings.ValueOf(Signal.BusErrors) > limit ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
