namespace Firmware.Core.Faults;

/// <summary>What the lifecycle does with a row, as bits of one catalogue column.</summary>
public static class Policy
{
    /// <summary>Stays raised when its cause is gone, until a person who has looked resets it (须人工复位).</summary>
    public const byte Latched = 1;

    /// <summary>Explained by work on the unit: maintenance mode holds its messages back (unless it is of level 1) and reports them afterwards.</summary>
    public const byte WorkExplains = 2;

    /// <summary>Silence or missing supply of a unit that is laid up (停用封存): not judged then.</summary>
    public const byte RestExplains = 4;

    /// <summary>Not judged while the unit's supply is too low: its instrument runs on it.</summary>
    public const byte NeedsSupply = 8;

    /// <summary>Not judged within the row's settle time after pump or contactor command have changed.</summary>
    public const byte NeedsSteadyPump = 16;

    /// <summary>While it is raised the pulse meter does not count, or not rightly.</summary>
    public const byte SpoilsPulse = 32;

    /// <summary>While it is raised the RS485 meter does not count, or not rightly.</summary>
    public const byte SpoilsBus = 64;

    /// <summary>
    /// Either: what flows meanwhile is followed (<see cref="UnmeteredWater"/>), and the pump may go on without <see cref="StopsPump"/>: a water user's water is not cut
    /// off for a meter's fault.
    /// </summary>
    public const byte SpoilsMetering = SpoilsPulse | SpoilsBus;

    /// <summary>The pump may not go on: the unit stops it for this fault.</summary>
    public const byte StopsPump = 128;
}

/// <summary>Why a row is not judged now, apart from a root cause.</summary>
public enum Suspension : byte
{
    /// <summary>It is judged.</summary>
    None = 0,

    /// <summary>The unit is laid up.</summary>
    LaidUp = 1,

    /// <summary>The supply is too low for its instrument.</summary>
    SupplyLow = 2,

    /// <summary>The pump has just started or stopped.</summary>
    Settling = 3,

    /// <summary>The unit is about to be switched off on purpose.</summary>
    ShuttingDown = 4,
}
