namespace Firmware.Records;

/// <summary>What is wrong with a setting or a configuration. The numbers stand in the event log: never reuse one.</summary>
public enum SettingsFault : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No setting has this key.</summary>
    UnknownKey = 1,

    /// <summary>The line or value is not of its form: letters for a number, a word that is not offered, no UTF-8.</summary>
    BadForm = 2,

    /// <summary>A number beyond its range.</summary>
    OutOfRange = 3,

    /// <summary>A text with more bytes than it may have.</summary>
    TooLong = 4,

    /// <summary>The key stands there twice.</summary>
    Repeated = 5,

    /// <summary>Site or unit is not named: nobody could tell whose messages they are.</summary>
    Missing = 6,

    /// <summary>The whole does not fit its place.</summary>
    TooBig = 7,

    /// <summary>Of a later version of the firmware.</summary>
    Future = 8,

    /// <summary>A copy that is cut or flipped.</summary>
    Damaged = 9,

    /// <summary>A copy of another chip's unit.</summary>
    Foreign = 10,

    /// <summary>Two values that cannot both hold, such as a low limit above its high one.</summary>
    Conflict = 11,

    /// <summary>Another change is being written.</summary>
    Busy = 12,

    /// <summary>There is neither a file nor a copy.</summary>
    Nothing = 13,

    /// <summary>The names of a unit whose records wait for the centre: they would come under two names.</summary>
    RecordsWait = 14,
}
