namespace Firmware.Core.Contracts;

/// <summary>Why a reading has no value. <see cref="None"/> means that it has one.</summary>
public enum NoDataReason : byte
{
    /// <summary>There is a value.</summary>
    None = 0,

    /// <summary>Not measured since the start.</summary>
    NotYet = 1,

    /// <summary>The sensor is switched off.</summary>
    Off = 2,

    /// <summary>This site or board has no such sensor.</summary>
    NotFitted = 3,

    /// <summary>The sensor did not answer in its time.</summary>
    Timeout = 4,

    /// <summary>The sensor answered with something that it cannot measure (wire cut, short circuit, saturated); a contact that chatters.</summary>
    OutOfRange = 5,

    /// <summary>An answer came that was damaged or not ours.</summary>
    BusError = 6,
}
