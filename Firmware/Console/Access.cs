namespace Firmware.Console;

/// <summary>What a command asks of who types it.</summary>
public enum Access : byte
{
    /// <summary>Anybody who stands at the open enclosure: reading, and what changes nothing.</summary>
    Open = 0,

    /// <summary>A person of the list who has logged in (<see cref="Session"/>).</summary>
    Technician = 1,

    /// <summary>As a technician; or, while nobody is on the list, whoever holds the unit's button: the first person at commissioning.</summary>
    Enrol = 2,

    /// <summary>As a technician, who also holds the unit's button down: what nobody should do by accident.</summary>
    Deliberate = 3,
}
