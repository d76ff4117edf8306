using Firmware.Core.Contracts;

namespace Firmware.Records.Messaging;

/// <summary>Writes <c>about</c>: what the unit is and where it stands.</summary>
public static class AboutMessage
{
    /// <summary>Writes the object.</summary>
    public static void Write(MessageWriter json, UnitIdentity identity, Settings settings)
    {
        json.Reset();
        json.BeginObject();
        json.Member("v", 1);
        json.Member("firmware", UnitIdentity.Firmware);
        json.Member("board", identity.Board);
        json.Member("target", identity.Target);
        WriteFitted(json, settings);
        json.Member("name", settings.Name);
        json.Member("place", settings.Place);
        json.Member("contact", settings.Contact);
        json.Member("hotline", settings.Hotline);
        json.Member("utc_offset_min", settings.UtcOffsetMinutes);
        json.EndObject();
    }

    private static void WriteFitted(MessageWriter json, Settings settings)
    {
        json.Name("fitted");
        json.BeginArray();
        WriteIf(json, settings.HasPulseMeter, "pulse-meter");
        WriteIf(json, settings.HasBusMeter, "bus-meter");
        WriteIf(json, settings.HasPressure, "pressure");
        WriteIf(json, settings.HasValve, "valve");
        WriteIf(json, settings.HasPowerMeter, "power");
        WriteIf(json, settings.HasCardReader, "card");
        WriteIf(json, settings.HasMirrorContact, "mirror");
        WriteIf(json, settings.HasSelector, "hand");
        WriteIf(json, settings.HasChamberFloat, "float");
        WriteIf(json, settings.HasWellLevel, "level");
        WriteIf(json, settings.HasBatterySense, "battery");
        json.EndArray();
    }

    private static void WriteIf(MessageWriter json, bool fitted, string name)
    {
        if (fitted)
        {
            json.Text(name);
        }
    }
}
