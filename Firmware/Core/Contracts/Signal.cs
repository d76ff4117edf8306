namespace Firmware.Core.Contracts;

/// <summary>
/// The readings of a unit, by number. A number is a place in the columns of <see cref="Readings"/>; the name is what goes
/// on the wire, with its unit in it (PROTOCOL.md, "Reading").
/// </summary>
public static class Signal
{
    /// <summary>Supply at the unit's terminal, mV.</summary>
    public const int Supply = 0;

    /// <summary>Line pressure, gauge, kPa.</summary>
    public const int Pressure = 1;

    /// <summary>Flow by the pulse meter, mL/s.</summary>
    public const int PulseFlow = 2;

    /// <summary>Flow by the RS485 meter, mL/s, signed.</summary>
    public const int BusFlow = 3;

    /// <summary>Auxiliary contact of the pump contactor, 1 = closed.</summary>
    public const int PumpContact = 4;

    /// <summary>What the unit asks of the contactor, 1 = run.</summary>
    public const int PumpCommand = 5;

    /// <summary>The water user asks for water, 1 = yes.</summary>
    public const int RunRequest = 6;

    /// <summary>External supply at the charger, 1 = present.</summary>
    public const int MainsPresent = 7;

    /// <summary>Enclosure door, 1 = open.</summary>
    public const int DoorOpen = 8;

    /// <summary>Volume by the pulse meter since commissioning, L.</summary>
    public const int PulseTotal = 9;

    /// <summary>The RS485 meter's own total, L.</summary>
    public const int BusTotal = 10;

    /// <summary>Stops of the pump for want of flow since the water user's last request.</summary>
    public const int DryStops = 11;

    /// <summary>How many there are.</summary>
    public const int Count = 12;

    /// <summary>Marks an unused place where a list of signals has fixed length.</summary>
    public const int None = 255;

    /// <summary>The name on the wire. Never changes for a number once released.</summary>
    public static string NameOf(int signal)
    {
        return signal switch
        {
            Supply => "supply_mv",
            Pressure => "pressure_kpa",
            PulseFlow => "pulse_flow_ml_s",
            BusFlow => "bus_flow_ml_s",
            PumpContact => "pump_contact",
            PumpCommand => "pump_command",
            RunRequest => "run_request",
            MainsPresent => "mains_present",
            DoorOpen => "door_open",
            PulseTotal => "pulse_total_l",
            BusTotal => "bus_total_l",
            DryStops => "dry_stops",
            _ => "unknown",
        };
    }
}
