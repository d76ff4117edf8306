namespace Firmware.Console;

/// <summary>Who may give a command. What nothing is said of is a technician's.</summary>
public enum Access : byte
{
    /// <summary>A person of the list who has logged in (<see cref="Session"/>).</summary>
    Technician = 0,

    /// <summary>Anybody who stands at the open enclosure: reading, and what changes nothing.</summary>
    Open = 1,

    /// <summary>As a technician; or, while nobody is on the list, whoever holds the unit's button: the first person at commissioning.</summary>
    Enrol = 2,

    /// <summary>As a technician, who also holds the unit's button down: what nobody should do by accident.</summary>
    Deliberate = 3,
}
