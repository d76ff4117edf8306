using Firmware.Core.Contracts;

namespace Firmware.Records.Messaging;

/// <summary>Writes <c>about</c>: what the unit is, where it stands, and its settings, by which another unit can take its place.</summary>
public static class AboutMessage
{
    /// <summary>Longest object, bytes.</summary>
    public const int MaxBytes = 2048;

    /// <summary>Writes the object.</summary>
    public static void Write(MessageWriter json, UnitIdentity identity, Settings settings, int holidaysMissing = 0, bool withSettings = true)
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
        if (holidaysMissing != 0)
        {
            json.Member("holidays_missing", holidaysMissing);
        }

        if (withSettings)
        {
            WriteSettings(json, settings);
        }

        json.EndObject();
    }

    /// <summary>What differs from the defaults, as text; no secret, and nothing that stands above or in the topic.</summary>
    private static void WriteSettings(MessageWriter json, Settings settings)
    {
        var table = new SettingsTable();
        var defaults = new Settings();
        json.Name("settings");
        json.BeginObject();
        for (int key = 1; key <= SettingKey.Last; key++)
        {
            if (!IsTold(key) && table.Look(defaults, key) && table.Type != SettingType.Secret)
            {
                byte[] usual = table.Value;
                table.Look(settings, key);
                if (!SettingsText.Same(usual, table.Value))
                {
                    json.Name(table.Name);
                    json.Text(table.Value, 0, table.Value.Length);
                }
            }
        }

        json.EndObject();
    }

    private static bool IsTold(int key)
    {
        return key is SettingKey.Site or SettingKey.Unit or SettingKey.Name or SettingKey.Place or SettingKey.Contact or SettingKey.Hotline or SettingKey.UtcOffset;
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
