using Firmware.Core.Service;

namespace Firmware.Records.Messaging;

/// <summary>Writes moments and the quality of the clock (PROTOCOL.md, "Stamp" and "time").</summary>
public static class Stamp
{
    /// <summary>A moment by both clocks. <paramref name="unix"/> 0 means unset.</summary>
    public static void Write(MessageWriter json, string name, long unix, int boot, long uptimeMs)
    {
        json.Name(name);
        json.BeginObject();
        if (unix == 0)
        {
            json.MemberNull("at");
        }
        else
        {
            json.Member("at", unix);
        }

        json.Member("boot", boot);
        json.Member("ms", uptimeMs);
        json.EndObject();
    }

    /// <summary>The name of a time quality.</summary>
    public static string NameOf(TimeQuality quality)
    {
        return quality switch
        {
            TimeQuality.Synced => "synced",
            TimeQuality.Coasting => "coasting",
            _ => "unset",
        };
    }
}
