using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>What the bytes of a slot are.</summary>
public enum RecordVerdict : byte
{
    /// <summary>A whole, undamaged record of this unit.</summary>
    Valid = 0,

    /// <summary>Cut, flipped, or never a record.</summary>
    Damaged = 1,

    /// <summary>Whole, but of another chip: the store is a copy of another unit's.</summary>
    Foreign = 2,

    /// <summary>Whole, and of a format that a later firmware writes: whatever it is, it ends with the CRC-32 of all before.</summary>
    Future = 3,
}

/// <summary>
/// The one form of everything in storage (FORMAT.md): byte 0 format, 1 type, 2–3 length of the body, 4–5 chip, 6–9 epoch, 10–13 sequence, 14–17 boot,
/// 18–23 uptime ms, 24–27 Unix s (0 = unset), 28 time quality, then the body, then CRC-32 of all before it. Most significant byte first.
/// A slot that does not fit this to the byte is not a record.
/// </summary>
public static class Record
{
    /// <summary>Format that this firmware writes.</summary>
    public const byte Format = 2;

    /// <summary>Type of <see cref="AlarmRecord"/>.</summary>
    public const byte Alarm = 1;

    /// <summary>Type of <see cref="Records.Ledger"/>.</summary>
    public const byte Ledger = 2;

    /// <summary>Type of the contract's clocks.</summary>
    public const byte ServiceClocks = 10;

    /// <summary>Type of the acknowledgements.</summary>
    public const byte Acknowledgements = 11;

    /// <summary>Type of the inspection schedule.</summary>
    public const byte Schedule = 16;

    /// <summary>Type of <see cref="Records.FaultMemory"/>.</summary>
    public const byte FaultMemory = 20;

    /// <summary>Type of <see cref="EvidenceCopy"/>.</summary>
    public const byte Evidence = 21;

    /// <summary>Type of <see cref="Records.UnitLife"/>.</summary>
    public const byte UnitLife = 22;

    /// <summary>Type of <see cref="SelfTestSlot"/>.</summary>
    public const byte SelfTest = 23;

    /// <summary>Type of <see cref="Records.WeeklyDrill"/>.</summary>
    public const byte WeeklyDrill = 26;

    /// <summary>Type of what the site has taught.</summary>
    public const byte LearnedBands = 14;

    /// <summary>What flowed while a fault spoiled the metering.</summary>
    public const byte Unmetered = 24;

    /// <summary>Type of an inspection, going on or ended.</summary>
    public const byte Run = 27;

    /// <summary>Type of one that an earlier firmware kept: its values take 32 bits.</summary>
    public const byte WideRun = 17;

    /// <summary>Type of the visit that is going on.</summary>
    public const byte Visit = 18;

    /// <summary>Type of the visits that are over.</summary>
    public const byte Visits = 19;

    /// <summary>Type of <see cref="EventRecord"/>.</summary>
    public const byte Event = 3;

    /// <summary>Type of a copy of the configuration.</summary>
    public const byte Settings = 4;

    /// <summary>Type of <see cref="PartingRecord"/>.</summary>
    public const byte Parting = 5;

    /// <summary>Type of a drill in the outbox: an <see cref="AlarmRecord"/> that is no alarm.</summary>
    public const byte Drill = 6;

    /// <summary>Where the body starts.</summary>
    public const int BodyAt = 29;

    /// <summary>Bytes of a record besides its body.</summary>
    public const int OverheadBytes = BodyAt + CrcBytes;

    /// <summary>Bytes of the CRC after the body.</summary>
    public const int CrcBytes = 4;

    /// <summary>Closes a record whose body ends at <paramref name="end"/>; returns its length. Stamp it before (<see cref="RecordStamp"/>).</summary>
    public static int Seal(byte[] buffer, byte type, int end, IChecksum checksum)
    {
        buffer[0] = Format;
        buffer[1] = type;
        Bytes.Put16(buffer, 2, end - BodyAt);
        return Bytes.Put32(buffer, end, (int)checksum.Crc32(buffer, end));
    }

    /// <summary>True where <paramref name="count"/> bytes are a whole, undamaged record of this type with a body of at least <paramref name="minBody"/> bytes.</summary>
    public static bool IsValid(byte[] buffer, int count, byte type, int minBody, IChecksum checksum)
    {
        if (count < OverheadBytes + minBody || buffer[0] != Format || buffer[1] != type)
        {
            return false;
        }

        int end = BodyAt + Bytes.Get16(buffer, 2);
        return end + CrcBytes == count && Bytes.Get32(buffer, end) == (int)checksum.Crc32(buffer, end);
    }

    /// <summary>What <paramref name="count"/> bytes (more than 0) are, for the unit on a chip (<see cref="RecordStamp.Chip"/>); whichever type.</summary>
    public static RecordVerdict Judge(byte[] buffer, int count, int chip, IChecksum checksum)
    {
        if (count > CrcBytes && buffer[0] > Format && Bytes.Get32(buffer, count - CrcBytes) == (int)checksum.Crc32(buffer, count - CrcBytes))
        {
            return RecordVerdict.Future;
        }

        if (count < OverheadBytes || !IsValid(buffer, count, buffer[1], 0, checksum))
        {
            return RecordVerdict.Damaged;
        }

        return Bytes.Get16(buffer, 4) == chip ? RecordVerdict.Valid : RecordVerdict.Foreign;
    }

    /// <summary>Length of the body.</summary>
    public static int BodyBytes(byte[] buffer) => Bytes.Get16(buffer, 2);

    /// <summary>Epoch in a record's head.</summary>
    public static int EpochOf(byte[] buffer) => Bytes.Get32(buffer, 6);

    /// <summary>Sequence number in a record's head.</summary>
    public static int SeqOf(byte[] buffer) => Bytes.Get32(buffer, 10);

    /// <summary>Start of the unit in a record's head.</summary>
    public static int BootOf(byte[] buffer) => Bytes.Get32(buffer, 14);

    /// <summary>Uptime in a record's head, ms.</summary>
    public static long UptimeOf(byte[] buffer) => Bytes.Get48(buffer, 18);

    /// <summary>Unix seconds in a record's head, 0 where the clock was unset.</summary>
    public static long UnixOf(byte[] buffer) => (uint)Bytes.Get32(buffer, 24);

    /// <summary>Time quality in a record's head, as in <see cref="Core.Service.TimeQuality"/>.</summary>
    public static byte QualityOf(byte[] buffer) => buffer[28];
}
