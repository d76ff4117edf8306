using Firmware.Core.Contracts;

namespace Firmware.Records;

/// <summary>
/// The settings as text: UTF-8 lines <c>key=value</c>, <c>#</c> starts a comment line. It is judged as a whole: every line that is unknown, there twice, out of range or not of
/// this form is counted, and so is what breaks a rule (<see cref="SettingsRules"/>). Who reads a text with a fault uses none of it.
/// </summary>
public sealed class SettingsText
{
    /// <summary>Longest file that is read, bytes.</summary>
    public const int MaxBytes = 2048;

    /// <summary>Key of the version of the text: missing or 1 is this one.</summary>
    private const string VersionKey = "version";

    private const byte Version = (byte)'1';

    private readonly SettingsTable _table = new SettingsTable();
    private readonly bool[] _seen = new bool[SettingKey.Last + 1];
    private readonly byte[] _text;
    private readonly int _count;
    private readonly Settings _into;
    private bool _isFuture;

    private SettingsText(byte[] text, int count, Settings into)
    {
        _text = text;
        _count = count;
        _into = into;
    }

    /// <summary>Lines and rules that do not hold; 0 where the settings may be used.</summary>
    public int Rejected { get; private set; }

    /// <summary>What is wrong with the first of them.</summary>
    public SettingsFault FirstFault { get; private set; }

    /// <summary>Its line, from 1; 0 where it is none's.</summary>
    public int FirstLine { get; private set; }

    /// <summary>The key that it has, up to 24 bytes of it.</summary>
    public byte[] FirstKey { get; private set; } = new byte[0];

    /// <summary>Reads a text into settings, which are of no use where something of it is rejected.</summary>
    public static SettingsText Read(byte[] text, int count, Settings into)
    {
        var reader = new SettingsText(text, count, into);
        if (count > MaxBytes)
        {
            reader.Reject(SettingsFault.TooBig, 0, 0, 0);
            return reader;
        }

        int at = HasByteOrderMark(text, count) ? 3 : 0;
        for (int line = 1; at < count && !reader._isFuture; line++)
        {
            at = reader.ReadLine(line, at);
        }

        reader.ReadRules();
        return reader;
    }

    /// <summary>
    /// Writes the lines of what differs from the defaults. Returns behind the last byte; −1 where the buffer is too small for them.
    /// </summary>
    public static int Write(Settings settings, byte[] buffer, int at)
    {
        var table = new SettingsTable();
        var defaults = new Settings();
        for (int key = 1; key <= SettingKey.Last && at >= 0; key++)
        {
            table.Look(defaults, key);
            byte[] usual = table.Value;
            table.Look(settings, key);
            at = Same(usual, table.Value) ? at : Line(table, buffer, at);
        }

        return at;
    }

    /// <summary>The same bytes.</summary>
    public static bool Same(byte[] one, byte[] other)
    {
        bool same = one.Length == other.Length;
        for (int i = 0; same && i < one.Length; i++)
        {
            same = one[i] == other[i];
        }

        return same;
    }

    private static int Line(SettingsTable table, byte[] buffer, int at)
    {
        if (at + table.Name.Length + table.Value.Length + 2 > buffer.Length)
        {
            return -1;
        }

        for (int i = 0; i < table.Name.Length; i++)
        {
            buffer[at++] = (byte)table.Name[i];
        }

        buffer[at++] = (byte)'=';
        for (int i = 0; i < table.Value.Length; i++)
        {
            buffer[at++] = table.Value[i];
        }

        buffer[at++] = (byte)'\n';
        return at;
    }

    private static bool HasByteOrderMark(byte[] text, int count)
    {
        return count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF;
    }

    private int ReadLine(int line, int at)
    {
        int end = at;
        while (end < _count && _text[end] != '\n')
        {
            end++;
        }

        int stop = end > at && _text[end - 1] == '\r' ? end - 1 : end;
        if (stop > at && _text[at] != '#')
        {
            TakeLine(line, at, stop);
        }

        return end + 1;
    }

    private void TakeLine(int line, int at, int end)
    {
        int equals = at;
        while (equals < end && _text[equals] != '=')
        {
            equals++;
        }

        SettingsFault fault = equals == end ? SettingsFault.BadForm : Take(at, equals, end);
        if (fault != SettingsFault.None)
        {
            Reject(fault, line, at, equals);
        }
    }

    private SettingsFault Take(int at, int equals, int end)
    {
        if (IsVersion(at, equals))
        {
            _isFuture = end - equals != 2 || _text[equals + 1] != Version;
            return _isFuture ? SettingsFault.Future : SettingsFault.None;
        }

        if (!_table.LookFor(_into, _text, at, equals))
        {
            return SettingsFault.UnknownKey;
        }

        if (_seen[_table.Key])
        {
            return SettingsFault.Repeated;
        }

        SettingsFault fault = _table.Set(_into, _text, equals + 1, end);
        _seen[_table.Key] = fault == SettingsFault.None;
        return fault;
    }

    private bool IsVersion(int at, int equals)
    {
        bool same = equals - at == VersionKey.Length;
        for (int i = 0; same && i < VersionKey.Length; i++)
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
            same = _text[at + i] == VersionKey[i];
        }

        return same;
    }

    /// <summary>Only where every line fits: what is missing may be what was rejected.</summary>
    private void ReadRules()
    {
        if (Rejected > 0)
        {
            return;
        }

        int key = SettingsRules.FirstBroken(_into, out SettingsFault fault);
        if (key != SettingKey.None)
        {
            _table.Look(_into, key);
            Reject(fault, 0, 0, 0);
            FirstKey = System.Text.Encoding.UTF8.GetBytes(_table.Name);
        }
    }

    private void Reject(SettingsFault fault, int line, int keyAt, int keyEnd)
    {
        Rejected++;
        if (Rejected == 1)
        {
            FirstFault = fault;
            FirstLine = line;
            FirstKey = new byte[Bound.Clamp(keyEnd - keyAt, 0, EventRecord.MaxText)];
            System.Array.Copy(_text, keyAt, FirstKey, 0, FirstKey.Length);
        }
    }
}
