using Firmware.Core.Contracts;
using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>
/// The configuration: two copies in storage, the newest good one in force, each judged as a whole before it is used (Decisions/0060). A change makes a whole new text, which
/// replaces the older copy: a power cut at any byte leaves the one before. Body of a copy: 0 version, 1 flags (bit 0: a factory reset goes on), 2 CRC-32 of the
/// provisioning file that was taken last, 6 lines <c>key=value</c> of what differs from the defaults; its number stands in the head. Keeps the text, 1 KB at the most.
/// </summary>
public sealed class SettingsStore : IKept
{
    /// <summary>Version of a copy's body.</summary>
    public const byte Version = 1;

    /// <summary>Bytes of the longest text.</summary>
    public const int MaxTextBytes = Slots.LargeBytes - Record.OverheadBytes - HeadBytes;

    private const int HeadBytes = 6;
    private const byte ResetFlag = 1;
    private const int ReadAttempts = 3;
    private const int SeqAt = 10;

    private readonly IChecksum _checksum;
    private readonly SettingsTable _table = new SettingsTable();
    private byte[] _text;
    private byte[] _pending;
    private EventKind _pendingWhat;
    private byte[] _oldValue;
    private byte[] _newValue;
    private int _key;
    private int _who;
    private int _newest;
    private int _goodCopies;
    private int _badCopies;
    private int _fileCrc;
    private int _refusedCrc;
    private bool _settles;
    private bool _mustClear;
    private bool _cleared;

    private SettingsStore(IChecksum checksum)
    {
        _checksum = checksum;
    }

    /// <summary>The settings in force. What takes effect at once is changed in them.</summary>
    public Settings InForce { get; private set; } = new Settings();

    /// <summary>A copy could not be read at the start: it may be the newest, so nothing may be written (<see cref="RecordStore.IsReadOnly"/>).</summary>
    public bool IsUnread { get; private set; }

    /// <summary>Number of the newest copy, from 1; 0 where there is none.</summary>
    public int Number { get; private set; }

    /// <summary>What could not be used at the start, and why; None where all was well.</summary>
    public SettingsFault Fault { get; private set; }

    /// <summary>Line of the provisioning file that could not be used, from 1; 0 where it is none's.</summary>
    public int FaultLine { get; private set; }

    /// <summary>The key that stands there, at most 24 bytes.</summary>
    public byte[] FaultKey { get; private set; } = new byte[0];

    /// <summary>Something was changed, or all was reset, that takes effect at the next start.</summary>
    public bool RestartOwed { get; private set; }

    /// <summary>Grows with every change that took effect at once.</summary>
    public int Changes { get; private set; }

    /// <summary>What was asked for last is not durable yet.</summary>
    public bool IsWriting => _pending != null;

    /// <summary>A factory reset is durable, and what persons and site have taught is still to be cleared; then call <see cref="Cleared"/>.</summary>
    public bool MustClear => _mustClear && !_cleared;

    /// <summary>Where changes are noted.</summary>
    public EventLog Log { get; set; }

    /// <inheritdoc/>
    public int Slot => Slots.Settings + 1 - _newest;

    /// <summary>Settings that come from nowhere: nothing is stored until something is changed.</summary>
    public static SettingsStore Of(Settings inForce, IChecksum checksum)
    {
        return new SettingsStore(checksum) { InForce = inForce, _goodCopies = Slots.SettingsCount };
    }

    /// <summary>
    /// Reads both copies and the provisioning file. A file that was not taken yet replaces the configuration as a whole, or is refused as a whole; without one the newest good
    /// copy holds; without any the defaults. What went wrong is counted in <see cref="Settings.Rejected"/> (703) and told by <see cref="TellStart"/>.
    /// </summary>
    /// <param name="storage">Where the copies lie.</param>
    /// <param name="checksum">CRC-32.</param>
    /// <param name="mac">The chip: another one's copies are not used.</param>
    /// <param name="file">The provisioning file.</param>
    /// <param name="fileBytes">Its length; −1 where there is none.</param>
    public static SettingsStore Load(IStorage storage, IChecksum checksum, byte[] mac, byte[] file, int fileBytes)
    {
        var store = new SettingsStore(checksum);
        int chip = (int)(checksum.Crc32(mac, mac.Length) & 0xFFFF);
        var buffer = new byte[Slots.LargeBytes];
        for (int copy = 0; copy < Slots.SettingsCount; copy++)
        {
            store.ReadCopy(copy, storage, buffer, chip);
        }

        if (fileBytes >= 0)
        {
            store.Import(file, fileBytes);
        }

        if (store._text == null && store._pending == null && store.InForce.Rejected == 0)
        {
            store.Refuse(1, store._badCopies == 0 ? SettingsFault.Nothing : store.Fault, 0, store.FaultKey);
        }

        return store;
    }

    /// <summary>Tells the log what could not be used at the start.</summary>
    public void TellStart(long nowMs)
    {
        if (Fault != SettingsFault.None)
        {
            Log.Add(EventKind.SettingsRefused, (int)Fault, InForce.Rejected, FaultKey, FaultKey.Length, true, nowMs);
        }
    }

    /// <summary>
    /// Asks for a change of one setting. On a fault nothing is changed. Else the whole new configuration is written (<see cref="IsWriting"/>), and the change holds once that is durable;
    /// what is so already is not written.
    /// </summary>
    /// <param name="key">Number of the setting.</param>
    /// <param name="value">Its value, UTF-8, from a place to another.</param>
    /// <param name="from">First byte.</param>
    /// <param name="to">After the last byte.</param>
    /// <param name="who">Number of the person.</param>
    public SettingsFault TrySet(int key, byte[] value, int from, int to, int who)
    {
        if (IsWriting || _mustClear)
        {
            return SettingsFault.Busy;
        }

        Settings next = Stored();
        if (!_table.Look(next, key))
        {
            return SettingsFault.UnknownKey;
        }

        SettingsFault fault = _table.Set(next, value, from, to);
        byte[] old = _table.Value;
        if (fault == SettingsFault.None)
        {
            SettingsRules.FirstBroken(next, out fault);
            _settles = fault == SettingsFault.None;
            fault = fault == SettingsFault.Missing ? SettingsFault.None : fault;
        }

        if (fault != SettingsFault.None)
        {
            return fault;
        }

        _table.Look(next, key);
        return SettingsText.Same(old, _table.Value) ? SettingsFault.None : Ask(TextOf(next), EventKind.SettingChanged, key, old, _table.Value, who);
    }

    /// <summary>Settings as those of a new unit, but with this unit's passwords: what another unit's export is put into.</summary>
    public Settings Fresh()
    {
        var fresh = new Settings();
        Settings now = Stored();
        var secret = new SettingsTable();
        for (int key = 1; key <= SettingKey.Last; key++)
        {
            if (secret.Look(now, key) && secret.Type == SettingType.Secret)
            {
                _table.Look(fresh, key);
                _table.Set(fresh, secret.Value, 0, secret.Value.Length);
            }
        }

        return fresh;
    }

    /// <summary>Asks for a whole other configuration. It is judged as a whole, and takes effect at the next start.</summary>
    public SettingsFault TryReplace(Settings next, int who)
    {
        if (IsWriting || _mustClear)
        {
            return SettingsFault.Busy;
        }

        SettingsRules.FirstBroken(next, out SettingsFault fault);
        return fault != SettingsFault.None ? fault : Ask(TextOf(next), EventKind.SettingsImported, SettingKey.None, null, null, who);
    }

    /// <summary>
    /// Asks for the factory reset: all settings but those by which the unit reports (names, broker, network, time) go back to the defaults; once that is durable
    /// <see cref="MustClear"/> says that the rest is to be cleared.
    /// </summary>
    public SettingsFault TryReset(int who)
    {
        if (IsWriting || _mustClear)
        {
            return SettingsFault.Busy;
        }

        Settings now = Stored();
        var next = new Settings();
        var value = new SettingsTable();
        for (int key = 1; key <= SettingKey.Last; key++)
        {
            if (SurvivesReset(key))
            {
                value.Look(now, key);
                _table.Look(next, key);
                _table.Set(next, value.Value, 0, value.Value.Length);
            }
        }

        return Ask(TextOf(next), EventKind.FactoryReset, SettingKey.None, null, null, who);
    }

    /// <summary>Who the unit is and by which way it reports: what it has not told yet must still reach the centre after a factory reset.</summary>
    public static bool SurvivesReset(int key)
    {
        return key <= SettingKey.Unit || (key >= SettingKey.BrokerHost && key <= SettingKey.Encoding) || key == SettingKey.UtcOffset
            || key == SettingKey.UnitKey;
    }

    /// <summary>What a factory reset clears is cleared, and is written before the copy that says so.</summary>
    public void Cleared()
    {
        _cleared = true;
    }

    /// <summary>Storage does not write it: what was asked for last is dropped, and nothing has changed.</summary>
    public void GiveUp()
    {
        _pending = null;
    }

    /// <summary>The settings that the next start will use; a new object.</summary>
    public Settings Stored()
    {
        var settings = new Settings();
        byte[] text = _text ?? TextOf(InForce) ?? new byte[0];
        SettingsText.Read(text, text.Length, settings);
        return settings;
    }

    /// <summary>The next start will report under another name.</summary>
    public bool IsRenamed()
    {
        Settings next = Stored();
        return next.Site != InForce.Site || next.Unit != InForce.Unit;
    }

    /// <inheritdoc/>
    public bool IsDue(long nowMs)
    {
        return _pending != null || _cleared || (_text != null && _goodCopies < Slots.SettingsCount);
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, long nowMs, IChecksum checksum)
    {
        byte[] text = _pending ?? _text;
        bool resets = (_mustClear && !_cleared) || (_pending != null && _pendingWhat == EventKind.FactoryReset);
        bool settles = _pending != null && _pendingWhat == EventKind.SettingChanged && _refusedCrc != 0;
        Bytes.Put32(buffer, SeqAt, Number + 1);
        buffer[Record.BodyAt] = Version;
        buffer[Record.BodyAt + 1] = resets ? ResetFlag : (byte)0;
        int at = Bytes.Put32(buffer, Record.BodyAt + 2, settles ? _refusedCrc : _fileCrc);
        System.Array.Copy(text, 0, buffer, at, text.Length);
        return Record.Seal(buffer, Record.Settings, at + text.Length, checksum);
    }

    /// <inheritdoc/>
    public void Saved(long nowMs)
    {
        Number++;
        _newest = 1 - _newest;

        if (_goodCopies < Slots.SettingsCount)
        {
            _goodCopies++;
        }

        if (_cleared)
        {
            _cleared = false;
            _mustClear = false;
        }

        if (_pending != null)
        {
            _text = _pending;
            _pending = null;
            Commit(nowMs);
        }
    }

    /// <summary>Copies are taken up before the unit is made (<see cref="Load"/>); false for what is none, so that it is counted.</summary>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        return Record.IsValid(buffer, count, Record.Settings, HeadBytes, checksum);
    }

    private static byte[] TextOf(Settings settings)
    {
        var buffer = new byte[MaxTextBytes];
        int count = SettingsText.Write(settings, buffer, 0);
        var text = count < 0 ? null : new byte[count];
        if (text != null)
        {
            System.Array.Copy(buffer, text, count);
        }

        return text;
    }

    private SettingsFault Ask(byte[] text, EventKind what, int key, byte[] oldValue, byte[] newValue, int who)
    {
        if (text == null)
        {
            return SettingsFault.TooBig;
        }

        _pending = text;
        _pendingWhat = what;
        _key = key;
        _oldValue = oldValue;
        _newValue = newValue;
        _who = who;
        return SettingsFault.None;
    }

    /// <summary>What was asked for is durable: it takes effect, and is noted.</summary>
    private void Commit(long nowMs)
    {
        if (_pendingWhat == EventKind.SettingChanged)
        {
            Settle();
            Apply();
            NoteValue(EventKind.SettingWas, _oldValue, nowMs);
            NoteValue(EventKind.SettingChanged, _newValue, nowMs);
        }
        else
        {
            _mustClear |= _pendingWhat == EventKind.FactoryReset;
            RestartOwed |= _pendingWhat == EventKind.FactoryReset;
            Log.Add(_pendingWhat, _who, Number, _text, 0, true, nowMs);
        }
    }

    /// <summary>A person has looked and decided: what could not be used at the start is no longer a fault, unless the unit still has no names.</summary>
    private void Settle()
    {
        if (_settles)
        {
            InForce.Rejected = 0;
            Fault = SettingsFault.None;
        }

        _fileCrc = _refusedCrc == 0 ? _fileCrc : _refusedCrc;
        _refusedCrc = 0;
    }

    private void Apply()
    {
        _table.Look(InForce, _key);
        if (_table.IsAtOnce)
        {
            _table.Set(InForce, _newValue, 0, _newValue.Length);
            Changes++;
        }
        else
        {
            RestartOwed = true;
        }
    }

    private void NoteValue(EventKind kind, byte[] value, long nowMs)
    {
        Log.Add(kind, _key, _who, value, _table.Type == SettingType.Secret ? 0 : value.Length, true, nowMs);
    }

    private void ReadCopy(int copy, IStorage storage, byte[] buffer, int chip)
    {
        int count = -1;
        for (int attempt = 0; attempt < ReadAttempts && count < 0; attempt++)
        {
            count = storage.Read(Slots.Settings + copy, buffer);
        }

        IsUnread |= count < 0;
        if (count == 0)
        {
            return;
        }

        SettingsFault fault = JudgeCopy(buffer, count, chip);
        if (fault != SettingsFault.None)
        {
            NoteBad(fault, new byte[0]);
            return;
        }

        var text = new byte[Record.BodyBytes(buffer) - HeadBytes];
        System.Array.Copy(buffer, Record.BodyAt + HeadBytes, text, 0, text.Length);
        var settings = new Settings();
        SettingsText read = SettingsText.ReadCopy(text, text.Length, settings);
        if (!IsUsable(read))
        {
            NoteBad(read.FirstFault, read.FirstKey);
            return;
        }

        _goodCopies++;
        int number = Record.SeqOf(buffer);
        if (_text == null || number > Number)
        {
            TakeCopy(copy, number, read.LeftEmpty > 0 ? TextOf(settings) : text, settings, buffer);
            Refuse(read.Rejected + read.LeftEmpty, read.FirstFault == SettingsFault.None ? Fault : read.FirstFault, 0, read.FirstKey);
        }
    }

    private SettingsFault JudgeCopy(byte[] buffer, int count, int chip)
    {
        RecordVerdict verdict = count < 0 ? RecordVerdict.Damaged : Record.Judge(buffer, count, chip, _checksum);
        if (verdict == RecordVerdict.Valid && Record.IsValid(buffer, count, Record.Settings, HeadBytes, _checksum))
        {
            return buffer[Record.BodyAt] == Version ? SettingsFault.None : SettingsFault.Future;
        }

        return verdict == RecordVerdict.Future ? SettingsFault.Future : verdict == RecordVerdict.Foreign ? SettingsFault.Foreign : SettingsFault.Damaged;
    }

    private void TakeCopy(int copy, int number, byte[] text, Settings settings, byte[] buffer)
    {
        _newest = copy;
        Number = number;
        _text = text;
        InForce = settings;
        _mustClear = (buffer[Record.BodyAt + 1] & ResetFlag) != 0;
        _fileCrc = Bytes.Get32(buffer, Record.BodyAt + 2);
    }

    private void NoteBad(SettingsFault fault, byte[] key)
    {
        _badCopies++;
        Fault = fault;
        FaultKey = key;
    }

    /// <summary>Site and unit may be named later, one by one, at the console.</summary>
    private static bool IsUsable(SettingsText read)
    {
        return read.Rejected == 0 || (read.Rejected == 1 && read.FirstFault == SettingsFault.Missing);
    }

    private void Import(byte[] file, int count)
    {
        int crc = (int)_checksum.Crc32(file, count > file.Length ? file.Length : count);
        if (_text != null && crc == _fileCrc)
        {
            return;
        }

        var settings = new Settings();
        SettingsText read = SettingsText.Read(file, count, settings);
        byte[] text = IsUsable(read) && (read.Rejected == 0 || _text == null) ? TextOf(settings) : null;
        if (text == null)
        {
            _refusedCrc = crc;
            Refuse(read.Rejected == 0 ? 1 : read.Rejected, read.Rejected == 0 ? SettingsFault.TooBig : read.FirstFault, read.FirstLine, read.FirstKey);
            return;
        }

        bool copiesLost = _badCopies > 0 && _goodCopies == 0;
        InForce = settings;
        Refuse(read.Rejected + (copiesLost ? 1 : 0), read.FirstFault == SettingsFault.None ? Fault : read.FirstFault, 0, read.FirstKey);
        _fileCrc = crc;
        Ask(text, EventKind.SettingsImported, SettingKey.None, null, null, 0);
    }

    private void Refuse(int lines, SettingsFault fault, int line, byte[] key)
    {
        InForce.Rejected += lines;
        Fault = fault;
        FaultLine = line;
        FaultKey = key;
    }
}
