using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>307: more starts within the last hour than the motor is made for.</summary>
public static class StartsTooOftenCheck
{
    /// <summary>Judges the count.</summary>
    public static CheckOutcome Judge(SiteView site)
    {
        return site.Readings.ValueOf(Signal.StartsPerHour) > site.Settings.MaxStartsPerHour ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
