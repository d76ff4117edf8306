using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Records;

namespace Firmware.Inspection;

/// <summary>
/// A number for the set-points in force: any change of one gives another number. Set-points are all numbers and choices of <see cref="SettingsTable"/> except for those of the link,
/// so that a new setting is in it by itself; names, secrets and cards are not set-points.
/// </summary>
public static class SettingsFingerprint
{
    /// <summary>Room that it needs, bytes: checksum so far, key, and the longest value, −2,147,483,648 in digits.</summary>
    public const int RoomBytes = 16;

    private const int ValueAt = 5;

    /// <summary>CRC-32 of the set-points, each with its key after the checksum of those before; never 0.</summary>
    public static int Of(Settings s, byte[] bytes, IChecksum checksum)
    {
        var table = new SettingsTable();
        int crc = 0;
        for (int key = 1; key <= SettingKey.Last; key++)
        {
            if (table.Look(s, key) && IsSetPoint(table))
            {
                Bytes.Put32(bytes, 0, crc);
                bytes[ValueAt - 1] = (byte)key;
                System.Array.Copy(table.Value, 0, bytes, ValueAt, table.Value.Length);
                crc = (int)checksum.Crc32(bytes, ValueAt + table.Value.Length);
            }
        }

        return crc == 0 ? 1 : crc;
    }

    /// <summary>True for a setting that decides how the unit measures, judges and acts.</summary>
    private static bool IsSetPoint(SettingsTable setting)
    {
        return (setting.Type == SettingType.Number || setting.Type == SettingType.Choice) && !IsLink(setting.Key);
    }

    /// <summary>Numbers and choices of the language, the link and its credentials.</summary>
    private static bool IsLink(int key)
    {
        return key == SettingKey.Language || key == SettingKey.BrokerPort || key == SettingKey.Confirm || key == SettingKey.Encoding || key == SettingKey.CredentialEnds;
    }
}
