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

    /// <summary>Mirror contact of the pump contactor (NC), 1 = closed: all main contacts are open.</summary>
    public const int PumpMirror = 18;

    /// <summary>Selector of the pump's panel, 1 = hand, 0 = auto.</summary>
    public const int SelectorHand = 19;

    /// <summary>Float in the meter chamber, 1 = lifted by water.</summary>
    public const int ChamberFlooded = 20;

    /// <summary>What the unit asks of the motor valve, 1 = open, 0 = shut.</summary>
    public const int ValveCommand = 21;

    /// <summary>End switch of the motor valve, 1 = fully open.</summary>
    public const int ValveIsOpen = 22;

    /// <summary>End switch of the motor valve, 1 = fully shut.</summary>
    public const int ValveIsShut = 23;

    /// <summary>Water over the pump's intake, cm.</summary>
    public const int WellLevel = 24;

    /// <summary>Voltage at the battery's own poles, mV.</summary>
    public const int Battery = 25;

    /// <summary>Temperature in the enclosure, m°C.</summary>
    public const int Temperature = 26;

    /// <summary>Power of the motor by the power meter, all phases, W.</summary>
    public const int Power = 27;

    /// <summary>Voltage of the first phase behind its fuse, to neutral, mV.</summary>
    public const int Voltage1 = 28;

    /// <summary>Voltage of the second phase, mV.</summary>
    public const int Voltage2 = 29;

    /// <summary>Voltage of the third phase, mV.</summary>
    public const int Voltage3 = 30;

    /// <summary>Current of the first phase, mA.</summary>
    public const int Current1 = 31;

    /// <summary>Current of the second phase, mA.</summary>
    public const int Current2 = 32;

    /// <summary>Current of the third phase, mA.</summary>
    public const int Current3 = 33;

    /// <summary>Energy that the power meter shows, Wh; its 32 bits.</summary>
    public const int Energy = 34;

    /// <summary>A card lies at the reader, 1 = yes.</summary>
    public const int CardPresent = 35;

    /// <summary>A technician known to the unit is here, 1 = yes.</summary>
    public const int Technician = 36;

    /// <summary>How far the link reaches: 0 none, 1 network, 2 broker.</summary>
    public const int Reach = 37;

    /// <summary>The broker refused us at the last attempt, 1 = yes.</summary>
    public const int Refused = 38;

    /// <summary>How long the broker has been there without a receipt for what waits, s.</summary>
    public const int Unstored = 39;

    /// <summary>Places of the outbox that are taken, %.</summary>
    public const int OutboxFill = 40;

    /// <summary>Writes to storage that failed one after the other.</summary>
    public const int StorageFailures = 41;

    /// <summary>Records that could not be read back since the start.</summary>
    public const int RecordsDamaged = 42;

    /// <summary>Lines of the settings that could not be used.</summary>
    public const int SettingsRejected = 43;

    /// <summary>0 unset, 1 synced, 2 coasting.</summary>
    public const int ClockQuality = 44;

    /// <summary>Claims of a clock more than 60 s off that were taken over.</summary>
    public const int ClockJumps = 45;

    /// <summary>Time since the start of the unit, s.</summary>
    public const int Uptime = 46;

    /// <summary>Workers that hung and were replaced since the start.</summary>
    public const int WorkerRestarts = 47;

    /// <summary>Number of the card that lies at the reader, or lay there last; 0 for none; its 32 bits.</summary>
    public const int CardNumber = 48;

    /// <summary>Strength of the access point at the last scan, dBm.</summary>
    public const int SignalStrength = 49;

    /// <summary>Days until the account or certificate at the broker ends; below 0 once it has.</summary>
    public const int CredentialDays = 50;

    /// <summary>Writes to storage within the last day, % of the daily budget.</summary>
    public const int StorageWear = 51;

    /// <summary>Free memory at the last count, B.</summary>
    public const int HeapFree = 52;

    /// <summary>Scans within the last minute that came late without an announced stall.</summary>
    public const int LateScans = 53;

    /// <summary>Workers that hung and were replaced within the last 24 h.</summary>
    public const int RestartsPerDay = 54;

    /// <summary>Whole days since the day of an inspection that was due has passed.</summary>
    public const int InspectionOverdue = 55;

    /// <summary>The last visit was closed by its time-out, 1 = yes.</summary>
    public const int VisitLeftOpen = 56;

    /// <summary>Fault whose module came back after two repairs: its code, 0 for none.</summary>
    public const int ReplaceDue = 57;

    /// <summary>Crashes within the last day, at most 3.</summary>
    public const int CrashesPerDay = 58;

    /// <summary>A loop of bad starts was stopped, 1 = yes.</summary>
    public const int SafeMode = 59;

    /// <summary>Items of the last self-test that failed and that no other row tells (<see cref="Service.SelfTest.OwnFailures"/>).</summary>
    public const int SelfTestFailures = 60;

    /// <summary>Why this run began: 0 first start, 1 power loss, 2 clean, 3 stalled, 4 crash.</summary>
    public const int ResetCause = 61;

    /// <summary>Workers that hang and are not replaced any more for now.</summary>
    public const int WorkersDown = 62;

    /// <summary>Alarms that passed their response time without an answer.</summary>
    public const int Unanswered = 63;

    /// <summary>The weekly drill's false reading, 1 = something is wrong.</summary>
    public const int Drill = 64;

    /// <summary>How the last drill of the alarm path ended: 0 stored, 1 not on flash, 2 not sent, 3 sent and not stored, 4 lost on the way.</summary>
    public const int DrillEnd = 65;

    /// <summary>Signals below this go into the snapshot and the first telemetry message.</summary>
    public const int FirstOfPlant = 18;

    /// <summary>Signals from <see cref="FirstOfPlant"/> to below this go into the second telemetry message; the others are of the unit itself.</summary>
    public const int FirstOfUnit = 37;

    /// <summary>How many there are.</summary>
    public const int Count = 66;

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
            PumpMirror => "pump_mirror",
            SelectorHand => "selector_hand",
            ChamberFlooded => "chamber_flooded",
            ValveCommand => "valve_command",
            ValveIsOpen => "valve_is_open",
            ValveIsShut => "valve_is_shut",
            WellLevel => "well_level_cm",
            Battery => "battery_mv",
            Temperature => "temperature_mdegc",
            Power => "power_w",
            Voltage1 => "voltage_1_mv",
            Voltage2 => "voltage_2_mv",
            Voltage3 => "voltage_3_mv",
            Current1 => "current_1_ma",
            Current2 => "current_2_ma",
            Current3 => "current_3_ma",
            Energy => "energy_wh",
            CardPresent => "card_present",
            Technician => "technician",
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
            CardNumber => "card_number",
            SignalStrength => "link_signal_dbm",
            CredentialDays => "credential_days",
            StorageWear => "storage_wear_percent",
            HeapFree => "heap_free_b",
            LateScans => "late_scans",
            RestartsPerDay => "worker_restarts_d",

            InspectionOverdue => "inspection_overdue_d",
            VisitLeftOpen => "visit_left_open",
            ReplaceDue => "replace_due",
            CrashesPerDay => "crashes_d",
            SafeMode => "safe_mode",
            SelfTestFailures => "self_test_failures",
            ResetCause => "reset_cause",
            WorkersDown => "workers_down",
            Unanswered => "unanswered",
            Drill => "drill",
            DrillEnd => "drill_end",
            _ => "unknown",
        };
    }
}
