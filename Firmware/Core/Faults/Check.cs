using Firmware.Core.Contracts;
using Firmware.Core.Faults.Checks;

namespace Firmware.Core.Faults;

/// <summary>The checks by number. A new one is a file under Checks/, a constant, and a line in each switch.</summary>
public static class Check
{
    /// <summary>Supply below what the unit needs to act.</summary>
    public const byte SupplyLow = 1;

    /// <summary>Water flows and the pulse meter says nothing.</summary>
    public const byte PulseSilent = 2;

    /// <summary>Pump runs and no water flows.</summary>
    public const byte DryRun = 3;

    /// <summary>Runs a check. <paramref name="raised"/> is whether its fault is raised now: a check with a deadband needs it.</summary>
    public static CheckOutcome Judge(byte check, SiteView site, bool raised)
    {
        return check switch
        {
            SupplyLow => SupplyLowCheck.Judge(site, raised),
            PulseSilent => PulseSilentCheck.Judge(site),
            DryRun => DryRunCheck.Judge(site),
            _ => CheckOutcome.NotTested,
        };
    }

    /// <summary>True where a failing check is of its row's worse level.</summary>
    public static bool IsWorse(byte check, SiteView site)
    {
        return check switch
        {
            PulseSilent => PulseSilentCheck.IsWorse(site),
            DryRun => DryRunCheck.IsWorse(site),
            _ => false,
        };
    }
}
