using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>206: the RS485 meter, which knows the sign, sees water run back.</summary>
public static class ReverseFlowCheck
{
    /// <summary>Backward flow that counts, mL/s: 1 m³/h.</summary>
    public const int MillilitresPerSecond = 278;

    /// <summary>Judges the sign.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        if (!site.Readings.Has(Signal.BusFlow))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.BusFlow));
        }

        return site.Readings.ValueOf(Signal.BusFlow) < -MillilitresPerSecond ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
