namespace Firmware.Records;

/// <summary>Is told every setting (<see cref="SettingsText.List"/>).</summary>
public interface ISettingsReader
{
    /// <summary>A text, UTF-8.</summary>
    void Text(string key, byte[] value);

    /// <summary>A whole number, or a flag as 0 or 1, with its range.</summary>
    void Number(string key, int value, int low, int high);
}
