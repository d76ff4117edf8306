using System;
using System.IO;
using Firmware.Records;

namespace Firmware.Device.Platform;

/// <summary>The provisioning file: the settings that a tool put on the internal drive (<see cref="SettingsStore.Load"/> says what becomes of it).</summary>
public static class SettingsFile
{
    /// <summary>Where it lies.</summary>
    public const string Path = "I:\\unit.cfg";

    /// <summary>Room for the longest file, and a byte by which a longer one is seen.</summary>
    public const int RoomBytes = SettingsText.MaxBytes + 1;

    /// <summary>Reads it; its length, at most <see cref="RoomBytes"/>, −1 where there is none that can be read.</summary>
    public static int Read(byte[] into)
    {
        try
        {
            using (var file = new FileStream(Path, FileMode.Open, FileAccess.Read))
            {
                return file.Read(into, 0, RoomBytes);
            }
        }
        catch (Exception)
        {
            return -1;
        }
    }
}
