namespace Firmware.Core.Faults;

/// <summary>How anyone learns of a fault of the alarm path itself, as bits of one byte.</summary>
public static class Notice
{
    /// <summary>Its own alarm: the link still works.</summary>
    public const byte Alarm = 1;

    /// <summary>Its own alarm afterwards, with the onset, once the way is open again.</summary>
    public const byte Later = 2;

    /// <summary>The link lamp on the door.</summary>
    public const byte LinkLamp = 4;

    /// <summary>The centre hears nothing of the unit and raises 610 after ten minutes.</summary>
    public const byte Silence = 8;

    /// <summary>The centre misses the weekly drill.</summary>
    public const byte MissedDrill = 16;

    /// <summary>The centre itself raises it.</summary>
    public const byte Centre = 32;

    /// <summary>How many there are.</summary>
    public const int Count = 6;
}

/// <summary>
/// Who is told of a fault of the alarm path, beside level lamp and console, which show every fault: an alarm cannot tell that no alarm gets through. Looked up, not held, as
/// <see cref="FaultNames"/>.
/// </summary>
public static class FaultNotice
{
    /// <summary>Bits of <see cref="Notice"/> for a code; 0 for a fault that the alarm path survives.</summary>
    public static byte Of(int code)
    {
        return code switch
        {
            601 or 603 => Notice.LinkLamp | Notice.Silence | Notice.Later,
            602 => Notice.LinkLamp | Notice.MissedDrill | Notice.Later,
            604 or 605 or 606 or 607 => Notice.Alarm,
            610 => Notice.Centre,
            805 => Notice.MissedDrill | Notice.Later,
            _ => 0,
        };
    }
}
