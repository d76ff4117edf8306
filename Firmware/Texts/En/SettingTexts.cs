using Firmware.Console;
using Firmware.Core.Contracts;

namespace Firmware.Texts.En;

/// <summary>What each setting means, and the phrases of changing them, in English.</summary>
public static class SettingTexts
{
    /// <summary>The meaning of a setting (<see cref="SettingKey"/>), null where there is none.</summary>
    public static string Meaning(int key)
    {
        return key switch
        {
            SettingKey.Site => "Site part of the topics at the broker: a–z, 0–9 and -.",
            SettingKey.Unit => "Unit part of the topics at the broker: a–z, 0–9 and -.",
            SettingKey.Name => "Display name of the unit.",
            SettingKey.Place => "Where the unit stands.",
            SettingKey.Contact => "Who looks after the unit.",
            SettingKey.Hotline => "Telephone of the service.",
            SettingKey.Language => "Language of the console at the start.",
            SettingKey.BrokerHost => "Name or address of the broker.",
            SettingKey.BrokerPort => "Port of the broker.",
            SettingKey.BrokerUser => "User at the broker; empty for none.",
            SettingKey.BrokerPassword => "Password at the broker; never shown.",
            SettingKey.WifiSsid => "Name of the access point's network.",
            SettingKey.WifiPassword => "Password of the network; never shown.",
            SettingKey.TimeServer1 => "First time server.",
            SettingKey.TimeServer2 => "Second time server.",
            SettingKey.Confirm => "Whose word says that an alarm is stored: the centre's, or, without a desk, the broker's.",
            SettingKey.Encoding => "Form of the messages; cbor takes a third of the bytes.",
            SettingKey.Contract => "Service contract: its clocks and hours.",
            SettingKey.Holidays => "Holidays and make-up workdays of a year: 2026:0101-0103,+0104.",
            SettingKey.HolidaysNext => "The same for another year.",
            SettingKey.UtcOffset => "Offset of the site's time from UTC.",
            SettingKey.PulseMeter => "A pulse meter is fitted: 1 yes, 0 no.",
            SettingKey.BusMeter => "An RS485 meter is fitted: 1 yes, 0 no.",
            SettingKey.Pressure => "A pressure transducer is fitted: 1 yes, 0 no.",
            SettingKey.PulseVolume => "Volume of one pulse, as on the meter's plate.",
            SettingKey.BusAddress => "Modbus address of the RS485 meter.",
            SettingKey.BusSerial => "Serial number of the RS485 meter that was commissioned; 0 where none was noted (fault 210).",
            SettingKey.RatedFlow => "Flow that the site is built for (1 m³/h is 278 mL/s).",
            SettingKey.NoFlow => "Flow below which no water flows.",
            SettingKey.MaxPulses => "Pulses a second beyond which the meter cannot make them (fault 208).",
            SettingKey.SupplyAct => "Supply below which the unit can no longer act (fault 103).",
            SettingKey.SupplySag => "Supply below which it sags when the contactor is closed (fault 102).",
            SettingKey.SupplyHigh => "Supply above the rated band (fault 104).",
            SettingKey.BatteryLow => "Battery too low to bridge the declared time (fault 105).",
            SettingKey.Charge => "Supply below which the charger, with mains, does not charge (fault 106).",
            SettingKey.BatterySense => "The battery's poles are wired to the unit: 1 yes, 0 no.",
            SettingKey.DryPressure => "Line pressure below which a running pump lifts no water (fault 305).",
            SettingKey.LowPressure => "Line pressure below which the running pump does not serve (fault 404).",
            SettingKey.HighPressure => "Line pressure above which the line is in danger (fault 405).",
            SettingKey.WellLevel => "A level transducer hangs in the well: 1 yes, 0 no.",
            SettingKey.WellLevelFull => "Water over the intake at the level transducer's 4.5 V.",
            SettingKey.WellLow => "Water over the intake below which the pump will soon draw air (fault 409).",
            SettingKey.ChamberFloat => "A float is fitted in the meter chamber: 1 yes, 0 no.",
            SettingKey.MaxStarts => "Starts of the pump in an hour beyond which it wears (fault 307).",
            SettingKey.MirrorContact => "A mirror contact (NC) of the pump contactor is wired: 1 yes, 0 no.",
            SettingKey.Selector => "The hand/auto selector of the panel is wired: 1 yes, 0 no.",
            SettingKey.Valve => "A motor valve with two end switches is fitted: 1 yes, 0 no.",
            SettingKey.ValveTravel => "Longest time of the valve from one end to the other (faults 303, 304).",
            SettingKey.PowerMeter => "A power meter is fitted on the RS485 bus: 1 yes, 0 no.",
            SettingKey.PowerAddress => "Modbus address of the power meter.",
            SettingKey.RatedPower => "Power of the motor at its rated point (fault 306).",
            SettingKey.RatedPhase => "Rated voltage, phase to neutral (fault 308).",
            SettingKey.CardReader => "A card reader is fitted: 1 yes, 0 no.",
            SettingKey.CredentialEnds => "Day on which the account at the broker ends, YYYYMMDD; 0 where it does not (fault 605).",
            SettingKey.SeasonOpens => "Day on which the season opens, month and day: 315 is 15 March; 0 for none.",
            SettingKey.SeasonCloses => "Day on which the season closes, in the same form.",
            SettingKey.Warranty => "Length of the warranty from the acceptance on; 0 for none.",
            SettingKey.MaintenanceRun => "Run of the pump after which maintenance falls due; 0: not by this.",
            SettingKey.MaintenanceStarts => "Starts of the pump after which maintenance falls due; 0: not by this.",
            SettingKey.MaintenanceVolume => "Water after which maintenance falls due; 0: not by this.",
            SettingKey.QuietHour => "Hour of the site's day at which the unit inspects itself.",
            SettingKey.UserCard => "Card of a water user who confirms visits; 0 for none.",
            SettingKey.UserCard2 => "Card of a water user who confirms visits; 0 for none.",
            SettingKey.UserCard3 => "Card of a water user who confirms visits; 0 for none.",
            SettingKey.UserCard4 => "Card of a water user who confirms visits; 0 for none.",
            SettingKey.UnitKey => "The unit's own key, 64 hexadecimal digits, signs inspection reports; never shown; empty for none.",
            _ => null,
        };
    }

    /// <summary>A phrase of <see cref="SettingPhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            SettingPhrase.AtOnce => "A change takes effect at once.",
            SettingPhrase.AtRestart => "A change takes effect at the next start of the unit.",
            SettingPhrase.FromNextStart => "From the next start: ",
            SettingPhrase.StoredNow => "Stored, and in force now.",
            SettingPhrase.StoredForRestart => "Stored. It takes effect at the next start: type restart.",
            SettingPhrase.Same => "It was so already; nothing was written.",
            SettingPhrase.NotStored => "The storage does not take it. Nothing was changed.",
            SettingPhrase.MayBe => " may be: ",
            SettingPhrase.TopicPart => "1 to 32 of a-z, 0-9 and -",
            SettingPhrase.RestartOwed => "Some changes take effect at the next start: type restart.",
            SettingPhrase.Fault => "All is well.",
            SettingPhrase.FaultUnknownKey => "There is no such setting.",
            SettingPhrase.FaultBadForm => "Not of this form.",
            SettingPhrase.FaultOutOfRange => "Out of range.",
            SettingPhrase.FaultTooLong => "Too long.",
            SettingPhrase.FaultRepeated => "It stands there twice.",
            SettingPhrase.FaultMissing => "Site or unit has no name yet.",
            SettingPhrase.FaultTooBig => "All settings together are too long.",
            SettingPhrase.FaultFuture => "Written by a later firmware.",
            SettingPhrase.FaultDamaged => "Both copies in storage are damaged, or one is.",
            SettingPhrase.FaultForeign => "Written by another unit.",
            SettingPhrase.FaultConflict => "Contradicts another setting: low limits stay below high ones, and no two meters share an address.",
            SettingPhrase.FaultBusy => "Another change is being written. Try again in a second.",
            SettingPhrase.FaultNothing => "There are no settings yet.",
            SettingPhrase.IsSet => "(set, not shown)",
            SettingPhrase.NotSet => "(not set)",
            SettingPhrase.ResetDone => "Reset. Gone: limits, what is fitted, texts, persons and cards, what was learned.\nKept: names of site and unit, broker, network, time zone; records not yet stored, totals, log, faults, inspections.\nThe unit restarts now. Then enrol the first person again, with the button held.",
            SettingPhrase.LogWas => "Setting before: ",
            SettingPhrase.HoldButton => "Hold the unit's button down while you type this command and its answer.",
            SettingPhrase.RefusedAtStart => "Not used at the start: ",
            SettingPhrase.LineNo => "line ",
            SettingPhrase.ByPerson => "  by ",
            _ => null,
        };
    }
}
