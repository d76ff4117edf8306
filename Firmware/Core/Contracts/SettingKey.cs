namespace Firmware.Core.Contracts;

/// <summary>
/// The settings by number: what each is stands in <c>SettingsTable</c> in Firmware.Records, its meaning for people in the texts. Numbers stand in the event log: never change or reuse one.
/// </summary>
public static class SettingKey
{
    /// <summary>No setting.</summary>
    public const byte None = 0;

    /// <summary><c>site</c></summary>
    public const byte Site = 1;

    /// <summary><c>unit</c></summary>
    public const byte Unit = 2;

    /// <summary><c>name</c></summary>
    public const byte Name = 3;

    /// <summary><c>place</c></summary>
    public const byte Place = 4;

    /// <summary><c>contact</c></summary>
    public const byte Contact = 5;

    /// <summary><c>hotline</c></summary>
    public const byte Hotline = 6;

    /// <summary><c>language</c></summary>
    public const byte Language = 7;

    /// <summary><c>broker_host</c></summary>
    public const byte BrokerHost = 8;

    /// <summary><c>broker_port</c></summary>
    public const byte BrokerPort = 9;

    /// <summary><c>broker_user</c></summary>
    public const byte BrokerUser = 10;

    /// <summary><c>broker_password</c></summary>
    public const byte BrokerPassword = 11;

    /// <summary><c>wifi_ssid</c></summary>
    public const byte WifiSsid = 12;

    /// <summary><c>wifi_password</c></summary>
    public const byte WifiPassword = 13;

    /// <summary><c>time_server_1</c></summary>
    public const byte TimeServer1 = 14;

    /// <summary><c>time_server_2</c></summary>
    public const byte TimeServer2 = 15;

    /// <summary><c>confirm</c></summary>
    public const byte Confirm = 16;

    /// <summary><c>encoding</c></summary>
    public const byte Encoding = 17;

    /// <summary><c>contract</c></summary>
    public const byte Contract = 18;

    /// <summary><c>holidays</c></summary>
    public const byte Holidays = 19;

    /// <summary><c>holidays_next</c></summary>
    public const byte HolidaysNext = 20;

    /// <summary><c>utc_offset_min</c></summary>
    public const byte UtcOffset = 21;

    /// <summary><c>pulse_meter</c></summary>
    public const byte PulseMeter = 22;

    /// <summary><c>bus_meter</c></summary>
    public const byte BusMeter = 23;

    /// <summary><c>pressure</c></summary>
    public const byte Pressure = 24;

    /// <summary><c>pulse_ml</c></summary>
    public const byte PulseVolume = 25;

    /// <summary><c>bus_address</c></summary>
    public const byte BusAddress = 26;

    /// <summary><c>bus_serial</c></summary>
    public const byte BusSerial = 27;

    /// <summary><c>rated_flow_ml_s</c></summary>
    public const byte RatedFlow = 28;

    /// <summary><c>no_flow_ml_s</c></summary>
    public const byte NoFlow = 29;

    /// <summary><c>max_pulses_s</c></summary>
    public const byte MaxPulses = 30;

    /// <summary><c>supply_act_mv</c></summary>
    public const byte SupplyAct = 31;

    /// <summary><c>supply_sag_mv</c></summary>
    public const byte SupplySag = 32;

    /// <summary><c>supply_high_mv</c></summary>
    public const byte SupplyHigh = 33;

    /// <summary><c>battery_low_mv</c></summary>
    public const byte BatteryLow = 34;

    /// <summary><c>charge_mv</c></summary>
    public const byte Charge = 35;

    /// <summary><c>battery_sense</c></summary>
    public const byte BatterySense = 36;

    /// <summary><c>dry_pressure_kpa</c></summary>
    public const byte DryPressure = 37;

    /// <summary><c>low_pressure_kpa</c></summary>
    public const byte LowPressure = 38;

    /// <summary><c>high_pressure_kpa</c></summary>
    public const byte HighPressure = 39;

    /// <summary><c>well_level</c></summary>
    public const byte WellLevel = 40;

    /// <summary><c>well_level_full_cm</c></summary>
    public const byte WellLevelFull = 41;

    /// <summary><c>well_low_cm</c></summary>
    public const byte WellLow = 42;

    /// <summary><c>chamber_float</c></summary>
    public const byte ChamberFloat = 43;

    /// <summary><c>max_starts_h</c></summary>
    public const byte MaxStarts = 44;

    /// <summary><c>mirror_contact</c></summary>
    public const byte MirrorContact = 45;

    /// <summary><c>selector</c></summary>
    public const byte Selector = 46;

    /// <summary><c>valve</c></summary>
    public const byte Valve = 47;

    /// <summary><c>valve_travel_s</c></summary>
    public const byte ValveTravel = 48;

    /// <summary><c>power_meter</c></summary>
    public const byte PowerMeter = 49;

    /// <summary><c>power_address</c></summary>
    public const byte PowerAddress = 50;

    /// <summary><c>rated_power_w</c></summary>
    public const byte RatedPower = 51;

    /// <summary><c>rated_phase_v</c></summary>
    public const byte RatedPhase = 52;

    /// <summary><c>card_reader</c></summary>
    public const byte CardReader = 53;

    /// <summary><c>credential_ends</c></summary>
    public const byte CredentialEnds = 54;

    /// <summary><c>season_opens</c></summary>
    public const byte SeasonOpens = 55;

    /// <summary><c>season_closes</c></summary>
    public const byte SeasonCloses = 56;

    /// <summary><c>warranty_days</c></summary>
    public const byte Warranty = 57;

    /// <summary><c>maintenance_run_h</c></summary>
    public const byte MaintenanceRun = 58;

    /// <summary><c>maintenance_starts</c></summary>
    public const byte MaintenanceStarts = 59;

    /// <summary><c>maintenance_m3</c></summary>
    public const byte MaintenanceVolume = 60;

    /// <summary><c>quiet_hour</c></summary>
    public const byte QuietHour = 61;

    /// <summary><c>user_card</c></summary>
    public const byte UserCard = 62;

    /// <summary><c>user_card_2</c></summary>
    public const byte UserCard2 = 63;

    /// <summary><c>user_card_3</c></summary>
    public const byte UserCard3 = 64;

    /// <summary><c>user_card_4</c></summary>
    public const byte UserCard4 = 65;

    /// <summary><c>unit_key</c></summary>
    public const byte UnitKey = 66;

    /// <summary><c>bridging_min</c></summary>
    public const byte Bridging = 67;

    /// <summary>Numbers are up to this, without a gap.</summary>
    public const byte Last = 67;
}
