using Firmware.Core.Contracts;
using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>
/// When a unit's weekly drill is due. Each unit has a minute of the week of its own, from the CRC-32 of its name, so that the drills of a district are spread
/// over the week. Pure.
/// </summary>
public static class DrillSchedule
{
    /// <summary>Seconds of a week.</summary>
    public const int WeekSeconds = 604800;

    private const int WeekMinutes = 10080;
    private const int MinuteSeconds = 60;

    /// <summary>The second of the week, 0–604,740, at which a unit drills; a week begins on Thursday, 0:00 UTC, as Unix time does.</summary>
    /// <param name="site">Name of the site, at most 32 characters of ASCII.</param>
    /// <param name="unit">Name of the unit, the same.</param>
    /// <param name="checksum">CRC-32.</param>
    public static int SecondOfWeek(string site, string unit, IChecksum checksum)
    {
        var name = new byte[site.Length + 1 + unit.Length];
        for (int i = 0; i < name.Length; i++)
        {
            name[i] = (byte)(i < site.Length ? site[i] : i == site.Length ? '.' : unit[i - site.Length - 1]);
        }

        return (int)(checksum.Crc32(name, name.Length) % WeekMinutes) * MinuteSeconds;
    }

    /// <summary>Whether the unit's minute of the week has come since the last drill, by a trusted clock. A minute that was missed counts: the drill is late.</summary>
    /// <param name="unix">Now, Unix seconds.</param>
    /// <param name="lastUnix">When the last drill began, Unix seconds; where there was none, since when the unit could have held one.</param>
    /// <param name="secondOfWeek">The unit's own.</param>
    public static bool IsDue(long unix, long lastUnix, int secondOfWeek)
    {
        return WeeksBegun(unix, secondOfWeek) > WeeksBegun(lastUnix, secondOfWeek);
    }

    /// <summary>Whether a drill is due by powered time alone, where there is no trusted clock.</summary>
    /// <param name="poweredSeconds">Time under power since the last drill began, or since the first start.</param>
    /// <param name="hadOne">There was a drill: a week has to pass. Before the first one only the unit's own share of it has to.</param>
    /// <param name="secondOfWeek">The unit's own.</param>
    public static bool IsDueByUptime(int poweredSeconds, bool hadOne, int secondOfWeek)
    {
        return poweredSeconds >= (hadOne ? WeekSeconds : secondOfWeek);
    }

    private static int WeeksBegun(long unix, int secondOfWeek)
    {
        return Bound.Scale(unix - secondOfWeek + WeekSeconds, 1, WeekSeconds);
    }
}
