namespace Firmware.Contract;

/// <summary>The event that starts a clock. All but the first are moments after the report.</summary>
public enum ClockStart : byte
{
    /// <summary>Stored at the centre, or a person called.</summary>
    Reported = 0,

    /// <summary>The report says all that is needed; a unit's own alarm always does.</summary>
    CompleteReport = 1,

    /// <summary>The telephone did not solve it.</summary>
    PhoneFailed = 2,

    /// <summary>The remote attempt was given up.</summary>
    RemoteFailed = 3,

    /// <summary>The technician arrived.</summary>
    Arrived = 4,
}
