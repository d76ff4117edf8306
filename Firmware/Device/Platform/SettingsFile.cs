using System;
using System.IO;
using Firmware.Core.Contracts;
using Firmware.Records;

namespace Firmware.Device.Platform;

/// <summary>The settings that a provisioning tool put on the internal drive.</summary>
public static class SettingsFile
{
    /// <summary>Where they lie.</summary>
    public const string Path = "I:\\unit.cfg";

    /// <summary>Reads them. A missing or unreadable file leaves the defaults and counts as one rejected line.</summary>
    public static Settings Load()
    {
        var settings = new Settings();
        try
        {
            using (var file = new FileStream(Path, FileMode.Open, FileAccess.Read))
            {
                var text = new byte[SettingsText.MaxBytes];
                int count = file.Read(text, 0, text.Length);
                SettingsText.Read(text, count, settings);
            }
        }
        catch (Exception)
        {
            settings.Rejected++;
        }

        return settings;
    }
}
