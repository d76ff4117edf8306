using Firmware.Core.Contracts;

namespace Firmware.Records;

/// <summary>
/// The settings file: UTF-8 lines <c>key=value</c>, <c>#</c> starts a comment line. A line that is unknown, out of range or not of this form (a
/// value that is no UTF-8, or has control characters) is counted; the default holds for it.
/// </summary>
public sealed class SettingsText
{
    /// <summary>Longest file that is read, bytes.</summary>
    public const int MaxBytes = 2048;

    private const int MaxTextBytes = 96;

    private readonly byte[] _text;
    private readonly int _count;
    private readonly Settings _into;
    private ISettingsReader _reader;
    private int _keyAt;
    private int _keyEnd;
    private int _valueEnd;

    private SettingsText(byte[] text, int count, Settings into)
    {
        _text = text;
        _count = count;
        _into = into;
    }

    /// <summary>Reads the lines into settings. Returns how many lines could not be used; also in <see cref="Settings.Rejected"/>.</summary>
    public static int Read(byte[] text, int count, Settings into)
    {
        var reader = new SettingsText(text, count, into);
        int lineAt = HasByteOrderMark(text, count) ? 3 : 0;
        while (lineAt < count)
        {
            lineAt = reader.ReadLine(lineAt);
        }

        return into.Rejected;
    }

    /// <summary>Tells every setting to a reader, each under the key that the file has for it. Passwords are not told.</summary>
    public static void List(Settings settings, ISettingsReader to)
    {
        to.Text("site", System.Text.Encoding.UTF8.GetBytes(settings.Site));
        to.Text("unit", System.Text.Encoding.UTF8.GetBytes(settings.Unit));
        to.Text("name", settings.Name);
        to.Text("place", settings.Place);
        to.Text("contact", settings.Contact);
        to.Text("hotline", settings.Hotline);
        to.Text("language", System.Text.Encoding.UTF8.GetBytes(settings.Chinese ? "zh" : "en"));
        to.Text("broker_host", System.Text.Encoding.UTF8.GetBytes(settings.BrokerHost));
        to.Text("wifi_ssid", System.Text.Encoding.UTF8.GetBytes(settings.WifiSsid));
        to.Text("time_server_1", System.Text.Encoding.UTF8.GetBytes(settings.TimeServer1));
        to.Text("time_server_2", System.Text.Encoding.UTF8.GetBytes(settings.TimeServer2));
        var lister = new SettingsText(new byte[0], 0, settings);
        lister._reader = to;
        lister.TakeNumber();
    }

    private static bool HasByteOrderMark(byte[] text, int count)
    {
        return count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF;
    }

    private int ReadLine(int at)
    {
        int end = at;
        while (end < _count && _text[end] != '\n')
        {
            end++;
        }

        int stop = end > at && _text[end - 1] == '\r' ? end - 1 : end;
        if (stop > at && _text[at] != '#' && !TakeLine(at, stop))
        {
            _into.Rejected++;
        }

        return end + 1;
    }

    private bool TakeLine(int at, int end)
    {
        int equals = at;
        while (equals < end && _text[equals] != '=')
        {
            equals++;
        }

        _keyAt = at;
        _keyEnd = equals;
        _valueEnd = end;
        return equals < end && Utf8.IsPrintable(_text, equals + 1, end) && (TakeName() || TakeText() || TakeNumber());
    }

    private bool TakeName()
    {
        if (KeyIs("site") && IsTopicPart())
        {
            _into.Site = Value();
        }
        else if (KeyIs("unit") && IsTopicPart())
        {
            _into.Unit = Value();
        }
        else if (KeyIs("broker_host"))
        {
            _into.BrokerHost = Value();
        }
        else if (KeyIs("broker_user"))
        {
            _into.BrokerUser = Value();
        }
        else if (KeyIs("broker_password"))
        {
            _into.BrokerPassword = Value();
        }
        else
        {
            return TakeNetworkName();
        }

        return true;
    }

    private bool TakeNetworkName()
    {
        if (KeyIs("wifi_ssid"))
        {
            _into.WifiSsid = Value();
        }
        else if (KeyIs("wifi_password"))
        {
            _into.WifiPassword = Value();
        }
        else if (KeyIs("time_server_1"))
        {
            _into.TimeServer1 = Value();
        }
        else if (KeyIs("time_server_2"))
        {
            _into.TimeServer2 = Value();
        }
        else
        {
            return TakeLanguage();
        }

        return true;
    }

    private bool TakeLanguage()
    {
        bool chinese = KeyIs("language") && Value() == "zh";
        bool english = KeyIs("language") && Value() == "en";
        _into.Chinese = chinese || (_into.Chinese && !english);
        return chinese || english || TakeContract() || TakeConfirm() || TakeEncoding();
    }

    private bool TakeConfirm()
    {
        bool broker = KeyIs("confirm") && Value() == "broker";
        bool centre = KeyIs("confirm") && Value() == "centre";
        _into.ConfirmByBroker = broker || (_into.ConfirmByBroker && !centre);
        return broker || centre;
    }

    private bool TakeEncoding()
    {
        bool json = KeyIs("encoding") && Value() == "json";
        bool cbor = KeyIs("encoding") && Value() == "cbor";
        _into.Cbor = cbor || (_into.Cbor && !json);
        return json || cbor;
    }

    private bool TakeContract()
    {
        for (byte contract = 0; KeyIs("contract") && contract < ContractId.Count; contract++)
        {
            if (Value() == ContractId.NameOf(contract))
            {
                _into.Contract = contract;
                return true;
            }
        }

        return false;
    }

    private bool TakeText()
    {
        if (_valueEnd - _keyEnd - 1 > MaxTextBytes)
        {
            return false;
        }

        if (KeyIs("name"))
        {
            _into.Name = ValueBytes();
        }
        else if (KeyIs("place"))
        {
            _into.Place = ValueBytes();
        }
        else if (KeyIs("contact"))
        {
            _into.Contact = ValueBytes();
        }
        else if (KeyIs("hotline"))
        {
            _into.Hotline = ValueBytes();
        }
        else if (KeyIs("holidays"))
        {
            _into.Holidays = ValueBytes();
        }
        else if (KeyIs("holidays_next"))
        {
            _into.HolidaysNext = ValueBytes();
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool TakeNumber()
    {
        return TakeNumber("broker_port", 1, 65535, ref _into.BrokerPort)
            || TakeNumber("utc_offset_min", -720, 840, ref _into.UtcOffsetMinutes)
            || TakeNumber("pulse_ml", 1, 10000000, ref _into.PulseMillilitres)
            || TakeNumber("bus_address", 1, 247, ref _into.BusAddress)
            || TakeNumber("supply_act_mv", 5000, 60000, ref _into.SupplyActMillivolts)
            || TakeNumber("no_flow_ml_s", 1, 1000000, ref _into.NoFlowMillilitresPerSecond)
            || TakeNumber("dry_pressure_kpa", 1, 2000, ref _into.DryPressureKilopascal)
            || TakeNumber("supply_sag_mv", 5000, 60000, ref _into.SupplySagMillivolts)
            || TakeNumber("supply_high_mv", 5000, 60000, ref _into.SupplyHighMillivolts)
            || TakeNumber("battery_low_mv", 5000, 60000, ref _into.BatteryLowMillivolts)
            || TakeNumber("charge_mv", 5000, 60000, ref _into.ChargeMillivolts)
            || TakeNumber("rated_flow_ml_s", 100, 1000000, ref _into.RatedFlowMillilitresPerSecond)
            || TakeNumber("max_pulses_s", 1, 100, ref _into.MaxPulsesPerSecond)
            || TakeNumber("low_pressure_kpa", 1, 2000, ref _into.LowPressureKilopascal)
            || TakeNumber("high_pressure_kpa", 1, 4000, ref _into.HighPressureKilopascal)
            || TakeNumber("max_starts_h", 1, 60, ref _into.MaxStartsPerHour)
            || TakeNumber("bus_serial", 0, 999999999, ref _into.BusSerial)
            || TakeNumber("season_opens", 0, 1231, ref _into.SeasonOpens)
            || TakeNumber("season_closes", 0, 1231, ref _into.SeasonCloses)
            || TakeNumber("warranty_days", 0, 36500, ref _into.WarrantyDays)
            || TakeNumber("maintenance_run_h", 0, 100000, ref _into.MaintenanceRunHours)
            || TakeNumber("maintenance_starts", 0, 1000000, ref _into.MaintenanceStarts)
            || TakeNumber("maintenance_m3", 0, 100000000, ref _into.MaintenanceCubicMetres)
            || TakeNumber("quiet_hour", 0, 23, ref _into.QuietHour)
            || TakeFlag("pulse_meter", ref _into.HasPulseMeter)
            || TakeFlag("bus_meter", ref _into.HasBusMeter)
            || TakeFlag("pressure", ref _into.HasPressure)
            || TakePlant();
    }

    private bool TakePlant()
    {
        return TakeFlag("valve", ref _into.HasValve)
            || TakeNumber("valve_travel_s", 2, 600, ref _into.ValveTravelSeconds)
            || TakeFlag("power_meter", ref _into.HasPowerMeter)
            || TakeNumber("power_address", 1, 247, ref _into.PowerAddress)
            || TakeNumber("rated_power_w", 100, 1000000, ref _into.RatedPowerWatts)
            || TakeNumber("rated_phase_v", 100, 400, ref _into.RatedPhaseVolts)
            || TakeFlag("card_reader", ref _into.HasCardReader)
            || TakeFlag("mirror_contact", ref _into.HasMirrorContact)
            || TakeFlag("selector", ref _into.HasSelector)
            || TakeFlag("chamber_float", ref _into.HasChamberFloat)
            || TakeFlag("well_level", ref _into.HasWellLevel)
            || TakeNumber("well_level_full_cm", 100, 50000, ref _into.WellLevelFullCentimetres)
            || TakeNumber("well_low_cm", 1, 20000, ref _into.WellLowCentimetres)
            || TakeFlag("battery_sense", ref _into.HasBatterySense)
            || TakeNumber("credential_ends", 20260101, 20991231, ref _into.CredentialEnds)
            || TakeCard("technician_card", _into.TechnicianCards)
            || TakeCard("user_card", _into.UserCards);
    }

    /// <summary>One card a line, as many as have a place; the number is that of the card, 1–4,294,967,295.</summary>
    private bool TakeCard(string key, int[] into)
    {
        if (_reader != null || !KeyIs(key) || !TryCard(out int card))
        {
            return false;
        }

        for (int place = 0; place < into.Length; place++)
        {
            if (into[place] == 0)
            {
                into[place] = card;
                return true;
            }
        }

        return false;
    }

    private bool TryCard(out int card)
    {
        long value = 0;
        int digits = _valueEnd - _keyEnd - 1;
        bool good = digits >= 1 && digits <= 10;
        for (int at = _keyEnd + 1; good && at < _valueEnd; at++)
        {
            good = _text[at] >= '0' && _text[at] <= '9';
            value = (value * 10) + _text[at] - '0';
        }

        card = unchecked((int)value);
        return good && value > 0 && value <= uint.MaxValue;
    }

    private bool TakeNumber(string key, int low, int high, ref int into)
    {
        if (_reader != null)
        {
            _reader.Number(key, into, low, high);
            return false;
        }

        if (!KeyIs(key) || !TryValue(out int value) || value < low || value > high)
        {
            return false;
        }

        into = value;
        return true;
    }

    private bool TakeFlag(string key, ref bool into)
    {
        if (_reader != null)
        {
            _reader.Number(key, into ? 1 : 0, 0, 1);
            return false;
        }

        if (!KeyIs(key) || !TryValue(out int value) || value < 0 || value > 1)
        {
            return false;
        }

        into = value == 1;
        return true;
    }

    private bool TryValue(out int value)
    {
        value = 0;
        int at = _keyEnd + 1;
        bool negative = at < _valueEnd && _text[at] == '-';
        at += negative ? 1 : 0;
        int digits = _valueEnd - at;
        if (digits < 1 || digits > 9)
        {
            return false;
        }

        for (; at < _valueEnd; at++)
        {
            if (_text[at] < '0' || _text[at] > '9')
            {
                return false;
            }

            value = (value * 10) + _text[at] - '0';
        }

        value = negative ? -value : value;
        return true;
    }

    private bool IsTopicPart()
    {
        int length = _valueEnd - _keyEnd - 1;
        bool good = length >= 1 && length <= 32;
        for (int at = _keyEnd + 1; good && at < _valueEnd; at++)
        {
            byte c = _text[at];
            good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        }

        return good;
    }

    private bool KeyIs(string key)
    {
        bool same = _keyEnd - _keyAt == key.Length;
        for (int i = 0; same && i < key.Length; i++)
        {
            same = _text[_keyAt + i] == key[i];
        }

        return same;
    }

    private string Value()
    {
        return System.Text.Encoding.UTF8.GetString(_text, _keyEnd + 1, _valueEnd - _keyEnd - 1);
    }

    private byte[] ValueBytes()
    {
        var value = new byte[_valueEnd - _keyEnd - 1];
        System.Array.Copy(_text, _keyEnd + 1, value, 0, value.Length);
        return value;
    }
}
