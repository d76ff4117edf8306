namespace Firmware.Core.Contracts;

/// <summary>
/// What a site tells its unit (SettingsTable in Firmware.Records has key, range and unit of each). Who may change something is in the list of persons. Limits have the defaults of the
/// reference site: 40 m³/h, 12 V, a pulse meter of 10 L and an RS485 meter.
/// </summary>
public sealed class Settings
{
    /// <summary>Cards of water users that fit.</summary>
    public const int MaxUserCards = 4;

    /// <summary>Bytes of a unit's key: as long as the hash that it keys (RFC 2104, 3).</summary>
    public const int UnitKeyBytes = 32;

    /// <summary>Site part of the topics, <c>[a-z0-9-]{1,32}</c>.</summary>
    public string Site = "unset";

    /// <summary>Unit part of the topics, <c>[a-z0-9-]{1,32}</c>.</summary>
    public string Unit = "unset";

    /// <summary>Broker's host name or address.</summary>
    public string BrokerHost = "";

    /// <summary>Broker's port, 1–65,535.</summary>
    public int BrokerPort = 1883;

    /// <summary>User at the broker; empty for none.</summary>
    public string BrokerUser = "";

    /// <summary>Password at the broker; empty for none.</summary>
    public string BrokerPassword = "";

    /// <summary>Network name of the site's access point.</summary>
    public string WifiSsid = "";

    /// <summary>Its password.</summary>
    public string WifiPassword = "";

    /// <summary>First time server.</summary>
    public string TimeServer1 = "0.pool.ntp.org";

    /// <summary>Second time server.</summary>
    public string TimeServer2 = "1.pool.ntp.org";

    /// <summary>
    /// A record counts as delivered when the broker acknowledges it, for sites without a service desk; else when the centre has stored it. Costs: PROTOCOL.md,
    /// "stored", "Sites without a desk".
    /// </summary>
    public bool ConfirmByBroker;

    /// <summary>Messages leave as CBOR, for metered links; else as JSON (PROTOCOL.md, "CBOR").</summary>
    public bool Cbor;

    /// <summary>The unit's own key, <see cref="UnitKeyBytes"/> bytes, by which it signs its inspection reports; null where it has none. Given when the unit is provisioned, known to the centre, never shown.</summary>
    public byte[] UnitKey;

    /// <summary>Display name of the unit, UTF-8, at most 96 bytes.</summary>
    public byte[] Name = new byte[0];

    /// <summary>Where it stands, UTF-8, at most 96 bytes.</summary>
    public byte[] Place = new byte[0];

    /// <summary>Who looks after it, UTF-8, at most 96 bytes.</summary>
    public byte[] Contact = new byte[0];

    /// <summary>Number to call, UTF-8, at most 96 bytes.</summary>
    public byte[] Hotline = new byte[0];

    /// <summary>The site's offset from UTC, minutes, −720…+840.</summary>
    public int UtcOffsetMinutes = 480;

    /// <summary>The service contract, 0–6 a number of <see cref="ContractId"/>.</summary>
    public byte Contract;

    /// <summary>Holidays and make-up workdays of a year, <c>2026:0101-0103,+0104</c>, at most 128 bytes.</summary>
    public byte[] Holidays = new byte[0];

    /// <summary>Those of another year.</summary>
    public byte[] HolidaysNext = new byte[0];

    /// <summary>Console language at the start: true for Chinese.</summary>
    public bool Chinese;

    /// <summary>Volume of one pulse, mL, 1–10,000,000.</summary>
    public int PulseMillilitres = 10000;

    /// <summary>A pulse meter is fitted.</summary>
    public bool HasPulseMeter = true;

    /// <summary>An RS485 meter is fitted.</summary>
    public bool HasBusMeter = true;

    /// <summary>A pressure transducer is fitted.</summary>
    public bool HasPressure = true;

    /// <summary>Modbus address of the RS485 meter, 1–247.</summary>
    public int BusAddress = 1;

    /// <summary>Supply below which the unit can no longer act, mV (fault 103).</summary>
    public int SupplyActMillivolts = 10800;

    /// <summary>Flow below which no water flows, mL/s (1 m³/h = 278 mL/s).</summary>
    public int NoFlowMillilitresPerSecond = 140;

    /// <summary>Line pressure below which a running pump lifts no water, kPa.</summary>
    public int DryPressureKilopascal = 60;

    /// <summary>Supply below which it sags when the contactor is closed, mV (fault 102).</summary>
    public int SupplySagMillivolts = 11400;

    /// <summary>Supply above the rated band, mV (fault 104).</summary>
    public int SupplyHighMillivolts = 15000;

    /// <summary>Supply below which the battery, alone, cannot bridge the declared time, mV (fault 105).</summary>
    public int BatteryLowMillivolts = 12000;

    /// <summary>Time that the battery is declared to bridge, min, 10–10,080 (fault 105).</summary>
    public int BridgingMinutes = 240;

    /// <summary>Supply below which the charger, with mains, does not charge, mV (fault 106).</summary>
    public int ChargeMillivolts = 13000;

    /// <summary>Flow that the site is built for, mL/s (40 m³/h).</summary>
    public int RatedFlowMillilitresPerSecond = 11111;

    /// <summary>Pulses a second beyond which the meter cannot make them (fault 208), 1–100.</summary>
    public int MaxPulsesPerSecond = 5;

    /// <summary>Line pressure below which the running pump does not serve, kPa (fault 404).</summary>
    public int LowPressureKilopascal = 150;

    /// <summary>Line pressure above which the line is in danger, kPa (fault 405).</summary>
    public int HighPressureKilopascal = 600;

    /// <summary>Starts of the pump in an hour beyond which it wears (fault 307).</summary>
    public int MaxStartsPerHour = 12;

    /// <summary>Serial number of the RS485 meter that was commissioned, 0 where none was noted (fault 210).</summary>
    public int BusSerial;

    /// <summary>A motor valve with two end switches is fitted.</summary>
    public bool HasValve;

    /// <summary>Longest time that the valve may take from one end to the other, s, 2–600 (faults 303 and 304).</summary>
    public int ValveTravelSeconds = 60;

    /// <summary>A power meter is fitted on the RS485 bus.</summary>
    public bool HasPowerMeter = true;

    /// <summary>Modbus address of the power meter, 1–247.</summary>
    public int PowerAddress = 2;

    /// <summary>Power of the motor at its rated point, W (fault 306).</summary>
    public int RatedPowerWatts = 11000;

    /// <summary>Rated voltage, phase to neutral, V (fault 308).</summary>
    public int RatedPhaseVolts = 230;

    /// <summary>A card reader is fitted.</summary>
    public bool HasCardReader = true;

    /// <summary>A mirror contact (NC) of the pump contactor is wired.</summary>
    public bool HasMirrorContact = true;

    /// <summary>The spare contact of the panel's hand/auto selector is wired.</summary>
    public bool HasSelector = true;

    /// <summary>A float is fitted in the meter chamber.</summary>
    public bool HasChamberFloat = true;

    /// <summary>A level transducer hangs in the well.</summary>
    public bool HasWellLevel = true;

    /// <summary>Water over the intake at the level transducer's 4.5 V, cm.</summary>
    public int WellLevelFullCentimetres = 2000;

    /// <summary>Water over the pump's intake below which it will soon draw air, cm (fault 409).</summary>
    public int WellLowCentimetres = 200;

    /// <summary>The battery's poles are wired to the unit.</summary>
    public bool HasBatterySense = true;

    /// <summary>Cards of the water users who confirm a visit, as 32 bits; 0 marks an unused place.</summary>
    public readonly int[] UserCards = new int[MaxUserCards];

    /// <summary>Day on which the account or certificate at the broker ends, as the number YYYYMMDD; 0 where it does not (fault 605).</summary>
    public int CredentialEnds;

    /// <summary>Day on which the irrigation season opens, month × 100 + day (315 is 15 March); 0 where it has none.</summary>
    public int SeasonOpens = 315;

    /// <summary>Day on which it closes, in the same form.</summary>
    public int SeasonCloses = 1115;

    /// <summary>Length of the warranty, counted from the acceptance, days; 0 for none.</summary>
    public int WarrantyDays = 730;

    /// <summary>Run of the pump after which maintenance falls due, h; 0: not by this.</summary>
    public int MaintenanceRunHours = 1000;

    /// <summary>Starts of the pump after which maintenance falls due; 0: not by this.</summary>
    public int MaintenanceStarts = 5000;

    /// <summary>Water after which maintenance falls due, m³; 0: not by this.</summary>
    public int MaintenanceCubicMetres = 100000;

    /// <summary>Hour of the site's day at which the unit inspects itself, 0–23.</summary>
    public int QuietHour = 3;

    /// <summary>Lines of a configuration that could not be used at the start (703); one without lines counts as one.</summary>
    public int Rejected;

    /// <summary>A card is one of a water user.</summary>
    public bool IsUserCard(int card)
    {
        bool known = false;
        for (int place = 0; place < MaxUserCards && card != 0 && !known; place++)
        {
            known = UserCards[place] == card;
        }

        return known;
    }
}
