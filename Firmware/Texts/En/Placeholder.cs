namespace Firmware.Texts.En;

/// <summary>Stands here until the first real source does.</summary>
public static class Placeholder
{
    public const int Version = 1;
}
