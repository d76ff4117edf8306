using Firmware.Core.Faults;
using Firmware.Core.Ports;

namespace Firmware.Core.Service;

/// <summary>
/// The rhythm of the status LEDs, as a pure function of the time. Level by rhythm alone: 1 fast at 2 Hz, 2 double blink every 2 s, 3 single
/// blink every 2 s, 4 single blink every 6 s, steady = healthy, dark = no power. Link: dark = none, single blink = network, double blink =
/// broker, steady = the service centre has answered.
/// </summary>
public static class StatusLeds
{
    /// <summary>The LED that shows the worst level.</summary>
    public const int Level = 0;

    /// <summary>The LED that shows how far the link reaches.</summary>
    public const int Link = 1;

    /// <summary>The LED that shows the external supply, where one is fitted.</summary>
    public const int Power = 2;

    /// <summary>LEDs there are.</summary>
    public const int Count = 3;

    private const int FlashMs = 250;

    /// <summary>On or off for the worst level at a moment of uptime.</summary>
    public static bool LevelIsOn(int level, long nowMs)
    {
        return level switch
        {
            FaultCatalogue.NoLevel => true,
            1 => nowMs % 500 < FlashMs,
            2 => IsDouble(nowMs),
            3 => nowMs % 2000 < FlashMs,
            _ => nowMs % 6000 < FlashMs,
        };
    }

    /// <summary>On or off for the reach of the link at a moment of uptime.</summary>
    public static bool LinkIsOn(LinkReach reach, bool centreAnswered, long nowMs)
    {
        return reach switch
        {
            LinkReach.None => false,
            LinkReach.Network => nowMs % 2000 < FlashMs,
            _ => centreAnswered || IsDouble(nowMs),
        };
    }

    /// <summary>On or off for the external supply: steady = it is there, single blink = on battery.</summary>
    public static bool PowerIsOn(bool mainsLost, long nowMs)
    {
        return !mainsLost || nowMs % 2000 < FlashMs;
    }

    private static bool IsDouble(long nowMs)
    {
        long phase = nowMs % 2000;
        return phase < FlashMs || (phase >= 2 * FlashMs && phase < 3 * FlashMs);
    }
}
