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

    /// <summary>The RS485 meter's status word: bit 0 own fault, bit 1 empty pipe, bit 2 reverse flow.</summary>
    public const int BusStatus = 12;

    /// <summary>Serial number that the RS485 meter gives.</summary>
    public const int BusSerial = 13;

    /// <summary>Damaged or missing answers among the last 100 questions on the RS485 bus, ‰.</summary>
    public const int BusErrors = 14;

    /// <summary>Supply when the contactor was last open, for a second at least, mV.</summary>
    public const int SupplyAtRest = 15;

    /// <summary>Starts of the pump within the last hour.</summary>
    public const int StartsPerHour = 16;

    /// <summary>Pulse volume less RS485 volume over the last compared volume, ‰ of the latter.</summary>
    public const int MeterDifference = 17;

    /// <summary>How far the link reaches: 0 none, 1 network, 2 broker.</summary>
    public const int Reach = 18;

    /// <summary>The broker refused us at the last attempt, 1 = yes.</summary>
    public const int Refused = 19;

    /// <summary>How long the broker has been there without a receipt for what waits, s.</summary>
    public const int Unstored = 20;

    /// <summary>Places of the outbox that are taken, %.</summary>
    public const int OutboxFill = 21;

    /// <summary>Writes to storage that failed one after the other.</summary>
    public const int StorageFailures = 22;

    /// <summary>Records that could not be read back since the start.</summary>
    public const int RecordsDamaged = 23;

    /// <summary>Lines of the settings that could not be used.</summary>
    public const int SettingsRejected = 24;

    /// <summary>0 unset, 1 synced, 2 coasting.</summary>
    public const int ClockQuality = 25;

    /// <summary>Claims of a clock more than 60 s off that were taken over.</summary>
    public const int ClockJumps = 26;

    /// <summary>Time since the start of the unit, s.</summary>
    public const int Uptime = 27;

    /// <summary>Workers that hung and were replaced since the start.</summary>
    public const int WorkerRestarts = 28;

    /// <summary>Signals below this are of the site and go into snapshot and telemetry; the others are of the unit itself.</summary>
    public const int FirstOfUnit = 18;

    /// <summary>How many there are.</summary>
    public const int Count = 29;

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
            BusStatus => "bus_status",
            BusSerial => "bus_serial",
            BusErrors => "bus_errors_permille",
            SupplyAtRest => "supply_rest_mv",
            StartsPerHour => "starts_h",
            MeterDifference => "meter_difference_permille",
            Reach => "link_reach",
            Refused => "link_refused",
            Unstored => "unstored_s",
            OutboxFill => "outbox_fill_percent",
            StorageFailures => "storage_failures",
            RecordsDamaged => "records_damaged",
            SettingsRejected => "settings_rejected",
            ClockQuality => "clock_quality",
            ClockJumps => "clock_jumps",
            Uptime => "uptime_s",
            WorkerRestarts => "worker_restarts",
            _ => "unknown",
        };
    }
}
