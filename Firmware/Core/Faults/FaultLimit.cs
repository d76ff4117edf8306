using Firmware.Core.Contracts;
using Firmware.Core.Faults.Checks;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults;

/// <summary>How a reading stands to its limit where the check fails.</summary>
public enum LimitSense : byte
{
    /// <summary>Below it.</summary>
    Below = 0,

    /// <summary>Above it.</summary>
    Above = 1,

    /// <summary>At it, or above.</summary>
    From = 2,

    /// <summary>The contact follows its command later than so many seconds.</summary>
    Later = 3,
}

/// <summary>
/// The limit of a fault at this site: a reading, a sense and a number, from the settings and the functions that its check uses, and from what the site has taught. Looked up, not
/// held, as <see cref="FaultNames"/>. A row that no single number decides (a combination of witnesses, a count that has risen) has none.
/// </summary>
public static class FaultLimit
{
    /// <summary>There is no limit, or none yet: the site still teaches.</summary>
    public const int None = int.MinValue;

    /// <summary>The reading that is judged, <see cref="Signal.None"/> for a row without a limit.</summary>
    public static int SignalOf(int code)
    {
        return code switch
        {
            102 or 103 or 104 or 105 or 106 => Signal.Supply,
            203 => Signal.BusErrors,
            205 => Signal.MeterDifference,
            206 or 207 or 305 or 401 or 402 or 403 => Signal.BusFlow,
            208 => Signal.PulseFlow,
            301 or 302 or 306 => Signal.Power,
            303 => Signal.ValveIsOpen,
            304 => Signal.ValveIsShut,
            307 => Signal.StartsPerHour,
            308 => Signal.Voltage1,
            404 or 405 => Signal.Pressure,
            409 => Signal.WellLevel,
            602 => Signal.Unstored,
            604 => Signal.SignalStrength,
            605 => Signal.CredentialDays,
            606 => Signal.Uptime,
            701 => Signal.StorageFailures,
            702 => Signal.OutboxFill,
            705 => Signal.StorageWear,
            901 => Signal.CrashesPerDay,
            903 => Signal.HeapFree,
            905 => Signal.LateScans,
            907 => Signal.Temperature,
            _ => Signal.None,
        };
    }

    /// <summary>How the reading stands to it where the check fails.</summary>
    public static LimitSense SenseOf(int code)
    {
        return code switch
        {
            104 or 203 or 205 or 207 or 208 or 306 or 307 or 403 or 405 => LimitSense.Above,
            602 or 606 or 702 or 705 or 905 or 907 => LimitSense.Above,
            303 or 304 => LimitSense.Later,
            302 or 401 or 701 or 901 => LimitSense.From,
            _ => LimitSense.Below,
        };
    }

    /// <summary>The number, in the unit of the reading (s for a contact), or <see cref="None"/>.</summary>
    public static int Of(int code, SiteView site)
    {
        Settings settings = site.Settings;
        return code switch
        {
            102 => settings.SupplySagMillivolts,
            103 => settings.SupplyActMillivolts,
            104 => settings.SupplyHighMillivolts,
            105 => settings.BatteryLowMillivolts,
            106 => settings.ChargeMillivolts,
            203 => BusErrorsCheck.RaisePermille,
            205 => MetersDisagreeCheck.TolerancePermille,
            206 => -ReverseFlowCheck.MillilitresPerSecond,
            207 => Flow.Most(settings),
            208 => Bound.Scale(settings.PulseMillilitres, PulseNoiseCheck.LimitPerSecond(settings), 1),
            301 or 302 => Flow.TurningWatts(settings),
            303 or 304 => settings.ValveTravelSeconds,
            305 or 401 => settings.NoFlowMillilitresPerSecond,
            306 => PowerChecks.OverloadWatts(settings),
            307 => settings.MaxStartsPerHour,
            308 => PowerChecks.LostMillivolts(settings),
            402 => BandChecks.FlowLimit(site.Bands, -1),
            403 => BandChecks.FlowLimit(site.Bands, 1),
            404 => settings.LowPressureKilopascal,
            405 => settings.HighPressureKilopascal,
            409 => settings.WellLowCentimetres,
            602 => UnitChecks.UnstoredSeconds,
            604 => UnitLimits.WeakDecibelMilliwatts,
            605 => UnitLimits.RenewDays,
            606 => UnitChecks.ClockSeconds,
            701 => UnitChecks.FailedWrites,
            702 => UnitChecks.FullPercent,
            705 => UnitLimits.WearPercent,
            901 => Service.BootWatch.CrashTimes,
            903 => UnitLimits.LeastHeapBytes,
            905 => UnitLimits.LateScans,
            907 => SiteChecks.HotMillidegrees,
            _ => None,
        };
    }
}
