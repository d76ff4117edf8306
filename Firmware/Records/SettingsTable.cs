using Firmware.Core.Contracts;

namespace Firmware.Records;

/// <summary>
/// Every setting, a line each: key, range, unit, when a change takes effect, and its field. The one place of these facts; the file, the copies in storage and the console
/// all go through it. Look one up, then read what it is, or set it. About 120 B, made where it is needed.
/// </summary>
public sealed class SettingsTable
{
    private const bool AtOnce = true;
    private const bool AtRestart = false;
    private const int MaxDigits = 9;
    private const int MaxCardDigits = 10;

    private int _wantedKey;
    private byte[] _text;
    private int _from;
    private int _to;
    private bool _sets;

    /// <summary>Number of the setting, as in <see cref="SettingKey"/>.</summary>
    public int Key { get; private set; }

    /// <summary>Its key in files and at the console.</summary>
    public string Name { get; private set; }

    /// <summary>What its value is.</summary>
    public SettingType Type { get; private set; }

    /// <summary>Least number; 0 for texts, 1 for a part of a topic.</summary>
    public int Low { get; private set; }

    /// <summary>Greatest number, or most bytes.</summary>
    public int High { get; private set; }

    /// <summary>Unit of a number, empty where it has none.</summary>
    public string Unit { get; private set; }

    /// <summary>The words of a choice, with blanks between them; null for others.</summary>
    public string Words { get; private set; }

    /// <summary>A change takes effect at once; else at the next start of the unit.</summary>
    public bool IsAtOnce { get; private set; }

    /// <summary>The value that was found, or that was there before it was set, as UTF-8.</summary>
    public byte[] Value { get; private set; }

    /// <summary>What was wrong with the value at the last <see cref="Set"/>.</summary>
    public SettingsFault Fault { get; private set; }

    /// <summary>Looks up a setting by its number; false where there is none.</summary>
    public bool Look(Settings settings, int key)
    {
        _wantedKey = key;
        _sets = false;
        return key != SettingKey.None && Visit(settings);
    }

    /// <summary>Looks up a setting by its name, small letters, in <paramref name="text"/> from a place to another; false where there is none.</summary>
    public bool LookFor(Settings settings, byte[] text, int from, int to)
    {
        _wantedKey = SettingKey.None;
        _text = text;
        _from = from;
        _to = to;
        _sets = false;
        return Visit(settings);
    }

    /// <summary>Sets the setting that was looked up, in whichever settings; on a fault nothing is changed.</summary>
    public SettingsFault Set(Settings settings, byte[] text, int from, int to)
    {
        _wantedKey = Key;
        _text = text;
        _from = from;
        _to = to;
        _sets = true;
        Fault = Utf8.IsPrintable(text, from, to) ? SettingsFault.None : SettingsFault.BadForm;
        if (Fault == SettingsFault.None)
        {
            Visit(settings);
        }

        return Fault;
    }

    private bool Visit(Settings s)
    {
        return VisitLink(s) || VisitMeters(s) || VisitPlant(s);
    }

    private bool VisitLink(Settings s)
    {
        return OfName(SettingKey.Site, "site", SettingType.TopicPart, 32, AtRestart, ref s.Site)
            || OfName(SettingKey.Unit, "unit", SettingType.TopicPart, 32, AtRestart, ref s.Unit)
            || OfText(SettingKey.Name, "name", 96, AtOnce, ref s.Name)
            || OfText(SettingKey.Place, "place", 96, AtOnce, ref s.Place)
            || OfText(SettingKey.Contact, "contact", 96, AtOnce, ref s.Contact)
            || OfText(SettingKey.Hotline, "hotline", 96, AtOnce, ref s.Hotline)
            || OfChoice(SettingKey.Language, "language", "en", "zh", AtRestart, ref s.Chinese)
            || OfName(SettingKey.BrokerHost, "broker_host", SettingType.Text, 64, AtRestart, ref s.BrokerHost)
            || OfNumber(SettingKey.BrokerPort, "broker_port", 1, 65535, "", AtRestart, ref s.BrokerPort)
            || OfName(SettingKey.BrokerUser, "broker_user", SettingType.Text, 64, AtRestart, ref s.BrokerUser)
            || OfName(SettingKey.BrokerPassword, "broker_password", SettingType.Secret, 64, AtRestart, ref s.BrokerPassword)
            || OfKey(SettingKey.UnitKey, "unit_key", ref s.UnitKey)
            || OfName(SettingKey.WifiSsid, "wifi_ssid", SettingType.Text, 32, AtRestart, ref s.WifiSsid)
            || OfName(SettingKey.WifiPassword, "wifi_password", SettingType.Secret, 64, AtRestart, ref s.WifiPassword)
            || OfName(SettingKey.TimeServer1, "time_server_1", SettingType.Text, 64, AtRestart, ref s.TimeServer1)
            || OfName(SettingKey.TimeServer2, "time_server_2", SettingType.Text, 64, AtRestart, ref s.TimeServer2)
            || OfChoice(SettingKey.Confirm, "confirm", "centre", "broker", AtRestart, ref s.ConfirmByBroker)
            || OfChoice(SettingKey.Encoding, "encoding", "json", "cbor", AtRestart, ref s.Cbor)
            || OfContract(ref s.Contract)
            || OfCalendar(SettingKey.Holidays, "holidays", ref s.Holidays)
            || OfCalendar(SettingKey.HolidaysNext, "holidays_next", ref s.HolidaysNext)
            || OfNumber(SettingKey.UtcOffset, "utc_offset_min", -720, 840, "min", AtRestart, ref s.UtcOffsetMinutes);
    }

    private bool VisitMeters(Settings s)
    {
        return OfChoice(SettingKey.PulseMeter, "pulse_meter", "0", "1", AtRestart, ref s.HasPulseMeter)
            || OfChoice(SettingKey.BusMeter, "bus_meter", "0", "1", AtRestart, ref s.HasBusMeter)
            || OfChoice(SettingKey.Pressure, "pressure", "0", "1", AtRestart, ref s.HasPressure)
            || OfNumber(SettingKey.PulseVolume, "pulse_ml", 1, 10000000, "mL", AtRestart, ref s.PulseMillilitres)
            || OfNumber(SettingKey.BusAddress, "bus_address", 1, 247, "", AtOnce, ref s.BusAddress)
            || OfNumber(SettingKey.BusSerial, "bus_serial", 0, 999999999, "", AtOnce, ref s.BusSerial)
            || OfNumber(SettingKey.RatedFlow, "rated_flow_ml_s", 100, 1000000, "mL/s", AtOnce, ref s.RatedFlowMillilitresPerSecond)
            || OfNumber(SettingKey.NoFlow, "no_flow_ml_s", 1, 1000000, "mL/s", AtRestart, ref s.NoFlowMillilitresPerSecond)
            || OfNumber(SettingKey.MaxPulses, "max_pulses_s", 1, 100, "1/s", AtOnce, ref s.MaxPulsesPerSecond)
            || OfNumber(SettingKey.SupplyAct, "supply_act_mv", 5000, 60000, "mV", AtOnce, ref s.SupplyActMillivolts)
            || OfNumber(SettingKey.SupplySag, "supply_sag_mv", 5000, 60000, "mV", AtOnce, ref s.SupplySagMillivolts)
            || OfNumber(SettingKey.SupplyHigh, "supply_high_mv", 5000, 60000, "mV", AtOnce, ref s.SupplyHighMillivolts)
            || OfNumber(SettingKey.BatteryLow, "battery_low_mv", 5000, 60000, "mV", AtOnce, ref s.BatteryLowMillivolts)
            || OfNumber(SettingKey.Bridging, "bridging_min", 10, 10080, "min", AtOnce, ref s.BridgingMinutes)
            || OfNumber(SettingKey.Charge, "charge_mv", 5000, 60000, "mV", AtOnce, ref s.ChargeMillivolts)
            || OfChoice(SettingKey.BatterySense, "battery_sense", "0", "1", AtRestart, ref s.HasBatterySense);
    }

    private bool VisitPlant(Settings s)
    {
        return OfNumber(SettingKey.DryPressure, "dry_pressure_kpa", 1, 2000, "kPa", AtOnce, ref s.DryPressureKilopascal)
            || OfNumber(SettingKey.LowPressure, "low_pressure_kpa", 1, 2000, "kPa", AtOnce, ref s.LowPressureKilopascal)
            || OfNumber(SettingKey.HighPressure, "high_pressure_kpa", 1, 4000, "kPa", AtOnce, ref s.HighPressureKilopascal)
            || OfChoice(SettingKey.WellLevel, "well_level", "0", "1", AtRestart, ref s.HasWellLevel)
            || OfNumber(SettingKey.WellLevelFull, "well_level_full_cm", 100, 50000, "cm", AtOnce, ref s.WellLevelFullCentimetres)
            || OfNumber(SettingKey.WellLow, "well_low_cm", 1, 20000, "cm", AtOnce, ref s.WellLowCentimetres)
            || OfChoice(SettingKey.ChamberFloat, "chamber_float", "0", "1", AtRestart, ref s.HasChamberFloat)
            || OfNumber(SettingKey.MaxStarts, "max_starts_h", 1, 60, "1/h", AtOnce, ref s.MaxStartsPerHour)
            || OfChoice(SettingKey.MirrorContact, "mirror_contact", "0", "1", AtRestart, ref s.HasMirrorContact)
            || OfChoice(SettingKey.Selector, "selector", "0", "1", AtRestart, ref s.HasSelector)
            || OfChoice(SettingKey.Valve, "valve", "0", "1", AtRestart, ref s.HasValve)
            || OfNumber(SettingKey.ValveTravel, "valve_travel_s", 2, 600, "s", AtOnce, ref s.ValveTravelSeconds)
            || OfChoice(SettingKey.PowerMeter, "power_meter", "0", "1", AtRestart, ref s.HasPowerMeter)
            || OfNumber(SettingKey.PowerAddress, "power_address", 1, 247, "", AtOnce, ref s.PowerAddress)
            || OfNumber(SettingKey.RatedPower, "rated_power_w", 100, 1000000, "W", AtOnce, ref s.RatedPowerWatts)
            || OfNumber(SettingKey.RatedPhase, "rated_phase_v", 100, 400, "V", AtOnce, ref s.RatedPhaseVolts)
            || OfChoice(SettingKey.CardReader, "card_reader", "0", "1", AtRestart, ref s.HasCardReader)
            || OfNumber(SettingKey.CredentialEnds, "credential_ends", 0, 20991231, "", AtOnce, ref s.CredentialEnds)
            || OfNumber(SettingKey.SeasonOpens, "season_opens", 0, 1231, "", AtOnce, ref s.SeasonOpens)
            || OfNumber(SettingKey.SeasonCloses, "season_closes", 0, 1231, "", AtOnce, ref s.SeasonCloses)
            || OfNumber(SettingKey.Warranty, "warranty_days", 0, 36500, "d", AtOnce, ref s.WarrantyDays)
            || OfNumber(SettingKey.MaintenanceRun, "maintenance_run_h", 0, 100000, "h", AtOnce, ref s.MaintenanceRunHours)
            || OfNumber(SettingKey.MaintenanceStarts, "maintenance_starts", 0, 1000000, "", AtOnce, ref s.MaintenanceStarts)
            || OfNumber(SettingKey.MaintenanceVolume, "maintenance_m3", 0, 100000000, "m³", AtOnce, ref s.MaintenanceCubicMetres)
            || OfNumber(SettingKey.QuietHour, "quiet_hour", 0, 23, "h", AtOnce, ref s.QuietHour)
            || OfCard(SettingKey.UserCard, "user_card", ref s.UserCards[0])
            || OfCard(SettingKey.UserCard2, "user_card_2", ref s.UserCards[1])
            || OfCard(SettingKey.UserCard3, "user_card_3", ref s.UserCards[2])
            || OfCard(SettingKey.UserCard4, "user_card_4", ref s.UserCards[3]);
    }

    private bool IsWanted(int key, string name)
    {
        return _wantedKey == SettingKey.None ? IsText(name) : key == _wantedKey;
    }

    private bool OfName(int key, string name, SettingType type, int most, bool atOnce, ref string value)
    {
        if (!IsWanted(key, name))
        {
            return false;
        }

        Describe(key, name, type, type == SettingType.TopicPart ? 1 : 0, most, "", null, atOnce);
        Value = System.Text.Encoding.UTF8.GetBytes(value);
        if (_sets && HasRoom() && HasForm())
        {
            value = System.Text.Encoding.UTF8.GetString(_text, _from, _to - _from);
        }

        return true;
    }

    /// <summary>A key as 64 hexadecimal digits, small or capital; empty for none.</summary>
    private bool OfKey(int key, string name, ref byte[] value)
    {
        if (!IsWanted(key, name))
        {
            return false;
        }

        Describe(key, name, SettingType.Secret, 0, 2 * Settings.UnitKeyBytes, "", null, AtRestart);
        Value = value == null ? new byte[0] : Hex.Of(value, value.Length);
        if (_sets && HasRoom())
        {
            byte[] digits = Hex.Read(_text, _from, _to);
            bool good = digits != null && (digits.Length == 0 || digits.Length == Settings.UnitKeyBytes);
            Fault = good ? SettingsFault.None : SettingsFault.BadForm;
            value = !good ? value : digits.Length == 0 ? null : digits;
        }

        return true;
    }

    private bool OfText(int key, string name, int most, bool atOnce, ref byte[] value)
    {
        if (!IsWanted(key, name))
        {
            return false;
        }

        Describe(key, name, SettingType.Text, 0, most, "", null, atOnce);
        Value = value;
        if (_sets && HasRoom())
        {
            value = new byte[_to - _from];
            System.Array.Copy(_text, _from, value, 0, value.Length);
        }

        return true;
    }

    /// <summary>One year's holidays (<see cref="CalendarText"/>). A text that begins with a comma goes on after what is set: a published year is longer than a line of the console.</summary>
    private bool OfCalendar(int key, string name, ref byte[] value)
    {
        if (!IsWanted(key, name))
        {
            return false;
        }

        Describe(key, name, SettingType.Text, 0, CalendarText.MaxBytes, "", null, AtRestart);
        Value = value;
        if (_sets && HasRoom())
        {
            int before = _to > _from && _text[_from] == ',' ? value.Length : 0;
            var whole = new byte[before + _to - _from];
            System.Array.Copy(value, 0, whole, 0, before);
            System.Array.Copy(_text, _from, whole, before, _to - _from);
            bool good = whole.Length == 0 || new CalendarText().TryBegin(whole, 0, whole.Length);
            Fault = whole.Length > High ? SettingsFault.TooLong : good ? SettingsFault.None : SettingsFault.BadForm;
            value = Fault == SettingsFault.None ? whole : value;
        }

        return true;
    }

    private bool OfNumber(int key, string name, int low, int high, string unit, bool atOnce, ref int value)
    {
        if (!IsWanted(key, name))
        {
            return false;
        }

        Describe(key, name, SettingType.Number, low, high, unit, null, atOnce);
        Value = System.Text.Encoding.UTF8.GetBytes(value.ToString());
        if (_sets && TryNumber(out int number))
        {
            value = number;
        }

        return true;
    }

    /// <summary>Number of a card, up to 4,294,967,295, kept as 32 bits; 0 for none.</summary>
    private bool OfCard(int key, string name, ref int value)
    {
        if (!IsWanted(key, name))
        {
            return false;
        }

        Describe(key, name, SettingType.Card, 0, 0, "", null, AtOnce);
        Value = System.Text.Encoding.UTF8.GetBytes(((uint)value).ToString());
        if (_sets && TryCard(out int card))
        {
            value = card;
        }

        return true;
    }

    private bool TryCard(out int card)
    {
        long value = 0;
        int digits = _to - _from;
        bool good = digits >= 1 && digits <= MaxCardDigits;
        for (int at = _from; good && at < _to; at++)
        {
            good = _text[at] >= '0' && _text[at] <= '9';
            value = (value * 10) + _text[at] - '0';
        }

        card = unchecked((int)value);
        Fault = !good ? SettingsFault.BadForm : value > uint.MaxValue ? SettingsFault.OutOfRange : SettingsFault.None;
        return Fault == SettingsFault.None;
    }

    private bool OfChoice(int key, string name, string no, string yes, bool atOnce, ref bool value)
    {
        if (!IsWanted(key, name))
        {
            return false;
        }

        Describe(key, name, SettingType.Choice, 0, 0, "", no + " " + yes, atOnce);
        Value = System.Text.Encoding.UTF8.GetBytes(value ? yes : no);
        if (_sets)
        {
            bool isYes = IsText(yes);
            Fault = isYes || IsText(no) ? SettingsFault.None : SettingsFault.BadForm;
            value = Fault == SettingsFault.None ? isYes : value;
        }

        return true;
    }

    private bool OfContract(ref byte value)
    {
        if (!IsWanted(SettingKey.Contract, "contract"))
        {
            return false;
        }

        Value = System.Text.Encoding.UTF8.GetBytes(ContractId.NameOf(value));
        Fault = _sets ? SettingsFault.BadForm : SettingsFault.None;
        string words = "";
        for (byte contract = 0; contract < ContractId.Count; contract++)
        {
            words += (contract == 0 ? "" : " ") + ContractId.NameOf(contract);
            if (_sets && IsText(ContractId.NameOf(contract)))
            {
                value = contract;
                Fault = SettingsFault.None;
            }
        }

        Describe(SettingKey.Contract, "contract", SettingType.Choice, 0, 0, "", words, AtRestart);
        return true;
    }

    private void Describe(int key, string name, SettingType type, int low, int high, string unit, string words, bool atOnce)
    {
        Key = key;
        Name = name;
        Type = type;
        Low = low;
        High = high;
        Unit = unit;
        Words = words;
        IsAtOnce = atOnce;
    }

    private bool IsText(string text) => Bytes.IsText(_text, _from, _to, text);

    private bool HasRoom()
    {
        int count = _to - _from;
        Fault = count > High ? SettingsFault.TooLong : count < Low ? SettingsFault.BadForm : SettingsFault.None;
        return Fault == SettingsFault.None;
    }

    private bool HasForm()
    {
        bool good = true;
        for (int at = _from; Type == SettingType.TopicPart && good && at < _to; at++)
        {
            byte c = _text[at];
            good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        }

        Fault = good ? SettingsFault.None : SettingsFault.BadForm;
        return good;
    }

    private bool TryNumber(out int value)
    {
        value = 0;
        int at = _from;
        bool negative = at < _to && _text[at] == '-';
        at += negative ? 1 : 0;
        int digits = _to - at;
        Fault = digits < 1 ? SettingsFault.BadForm : SettingsFault.None;
        for (int place = at; Fault == SettingsFault.None && place < _to; place++)
        {
            Fault = _text[place] < '0' || _text[place] > '9' ? SettingsFault.BadForm : SettingsFault.None;
            value = place - at < MaxDigits ? (value * 10) + _text[place] - '0' : value;
        }

        value = negative ? -value : value;
        bool fits = digits <= MaxDigits && value >= Low && value <= High;
        Fault = Fault == SettingsFault.None && !fits ? SettingsFault.OutOfRange : Fault;
        return Fault == SettingsFault.None;
    }
}
