using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>What an entry of the event log tells. A number is never reused.</summary>
public enum EventKind : byte
{
    /// <summary>No entry.</summary>
    None = 0,

    /// <summary>The unit started. Value: number of the start.</summary>
    Started = 1,

    /// <summary>A new epoch began. Code: why, as <see cref="EpochReason"/>; value: the epoch before, 0 where it is not known.</summary>
    EpochBegan = 2,

    /// <summary>Slots at the start that held no record of this unit. Code: how many; value: 10,000 × foreign + 100 × of a later format + damaged, each at most 99.</summary>
    RecordsSkipped = 3,

    /// <summary>A transition of a fault. Code: the fault's; value: 256 × occurrence + 16 × level + event.</summary>
    Transition = 4,

    /// <summary>A setting was changed. Code: its number (<see cref="Core.Contracts.SettingKey"/>); value: number of the person; text: the new value, none for a password.</summary>
    SettingChanged = 5,

    /// <summary>The configuration was replaced by a provisioning file. Value: number of the configuration.</summary>
    SettingsImported = 6,

    /// <summary>A configuration could not be used. Code: what was wrong with it, as <see cref="SettingsFault"/>; value: rejected lines; text: the key of the first.</summary>
    SettingsRefused = 7,

    /// <summary>The configuration was reset. Code: number of the person; value: number of the configuration.</summary>
    FactoryReset = 8,

    /// <summary>A drill ended. Code: 0 stored, else why not, as <see cref="DrillEnd"/>; value: its delay, s.</summary>
    Drill = 9,

    /// <summary>Storage works again. Code: writes that failed before.</summary>
    StorageBack = 10,

    /// <summary>Records were displaced or given up. Code: the fault's that says so; value: how many.</summary>
    RecordsLost = 11,

    /// <summary>Entries of this log that found no place. Value: how many.</summary>
    EntriesLost = 12,

    /// <summary>What a setting was before the change of which the next entry tells; code, value and text as there.</summary>
    SettingWas = 13,

    /// <summary>First number for other parts of the unit.</summary>
    FirstOfOthers = 32,

    /// <summary>
    /// What persons or time did with a fault or the unit. Code: the fault's, 0 for the unit; value: <see cref="EventRecord.LifecycleValue"/>.
    /// </summary>
    Lifecycle = 40,

    /// <summary>The holidays of the present year are not configured, and the contract has office hours. Code: the year.</summary>
    HolidaysMissing = 41,

    /// <summary>A visit began. Code: the person; value: number of the visit.</summary>
    VisitBegan = 44,

    /// <summary>The unit took over the site from another one. Code: the person; value: epoch of the old unit.</summary>
    UnitSwapped = 46,

    /// <summary>A takeover of the site was given up, because storage does not write. Code: the person; value: epoch of the old unit.</summary>
    SwapGivenUp = 47,

    /// <summary>A visit is over. Code: the person; value: number of the visit.</summary>
    VisitOver = 45,

    /// <summary>What the console was showing failed and was given up. Code: the command.</summary>
    PageFailed = 48,

    /// <summary>An exception was caught. Code: where (<see cref="Core.Service.TroublePlace"/>); value: how many since the entry before; text: the last one's type.</summary>
    ExceptionCaught = 49,
}

/// <summary>Why an epoch began.</summary>
public enum EpochReason : byte
{
    /// <summary>An empty store: a new unit, or one whose flash was erased.</summary>
    EmptyStore = 1,

    /// <summary>The ledger was there and could not be used.</summary>
    LedgerDamaged = 2,

    /// <summary>The store is another chip's.</summary>
    ForeignStore = 3,

    /// <summary>The store refused to be written: ids could not be made durable.</summary>
    StoreRefused = 4,

    /// <summary>A fault was raised 65,535 times: its occurrences begin again.</summary>
    OccurrencesUsedUp = 5,
}

/// <summary>
/// One entry of the event log. The head's sequence number counts the entries, from 1. Body: 0 kind, 1 code (16 bits), 3 value (32), then text, UTF-8. At most
/// 64 bytes.
/// </summary>
public sealed class EventRecord
{
    /// <summary>Bytes of text at the most.</summary>
    public const int MaxText = 24;

    /// <summary>Bytes of the shortest entry.</summary>
    public const int MinBytes = Record.OverheadBytes + TextAt;

    /// <summary>Bytes of the longest entry.</summary>
    public const int MaxBytes = MinBytes + MaxText;

    private const int TextAt = 7;

    private readonly byte[] _text = new byte[MaxText];

    /// <summary>Number of the entry.</summary>
    public int Number { get; private set; }

    /// <summary>Start of the unit in which it was made.</summary>
    public int Boot { get; private set; }

    /// <summary>When, ms of that start.</summary>
    public long UptimeMs { get; private set; }

    /// <summary>When, Unix seconds, 0 where the clock was unset.</summary>
    public long Unix { get; private set; }

    /// <summary>What.</summary>
    public EventKind Kind { get; private set; }

    /// <summary>Meaning by kind.</summary>
    public int Code { get; private set; }

    /// <summary>Meaning by kind.</summary>
    public int Value { get; private set; }

    /// <summary>The text's bytes, UTF-8; <see cref="TextCount"/> of them are used.</summary>
    public byte[] Text => _text;

    /// <summary>Bytes of the text.</summary>
    public int TextCount { get; private set; }

    /// <summary>A lifecycle event, who caused it (<see cref="Actor"/>) and its detail (0–65,535) as one value: 8, 8 and 16 bits.</summary>
    public static int LifecycleValue(LifecycleEvent what, int who, int detail) => ((int)what << 24) | (who << 16) | detail;

    /// <summary>Writes an entry; returns its length. Text beyond <see cref="MaxText"/> is cut between characters.</summary>
    public static int Write(byte[] buffer, RecordStamp stamp, int number, EventKind kind, int code, int value, byte[] text, int textCount, long nowMs, IChecksum checksum)
    {
        stamp.Put(buffer, number, nowMs);
        int at = Record.BodyAt;
        buffer[at++] = (byte)kind;
        at = Bytes.Put16(buffer, at, code);
        at = Bytes.Put32(buffer, at, value);
        int count = Fitting(text, textCount);
        for (int i = 0; i < count; i++)
        {
            buffer[at++] = text[i];
        }

        return Record.Seal(buffer, Record.Event, at, checksum);
    }

    /// <summary>Reads an entry; false, and nothing changed, where the bytes are none.</summary>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        if (count > MaxBytes || !Record.IsValid(buffer, count, Record.Event, TextAt, checksum))
        {
            return false;
        }

        Number = Record.SeqOf(buffer);
        Boot = Record.BootOf(buffer);
        UptimeMs = Record.UptimeOf(buffer);
        Unix = Record.UnixOf(buffer);
        Kind = (EventKind)buffer[Record.BodyAt];
        Code = Bytes.Get16(buffer, Record.BodyAt + 1);
        Value = Bytes.Get32(buffer, Record.BodyAt + 3);
        TextCount = count - MinBytes;
        for (int i = 0; i < TextCount; i++)
        {
            _text[i] = buffer[Record.BodyAt + TextAt + i];
        }

        return true;
    }

    /// <summary>Bytes of a text that fit, with no character cut in half.</summary>
    private static int Fitting(byte[] text, int count)
    {
        int fitting = Bound.Clamp(count, 0, MaxText);
        while (fitting > 0 && fitting < count && (text[fitting] & 0xC0) == 0x80)
        {
            fitting--;
        }

        return fitting;
    }
}
