namespace Firmware.Records;

/// <summary>What the value of a setting is.</summary>
public enum SettingType : byte
{
    /// <summary>A whole number within a range.</summary>
    Number = 0,

    /// <summary>One of a few words.</summary>
    Choice = 1,

    /// <summary>UTF-8 without control characters.</summary>
    Text = 2,

    /// <summary>Part of a topic, <c>[a-z0-9-]</c>.</summary>
    TopicPart = 3,

    /// <summary>A text that is never shown, exported or logged.</summary>
    Secret = 4,

    /// <summary>Number of a card, 0–4,294,967,295; 0 for none.</summary>
    Card = 5,
}
