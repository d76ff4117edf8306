using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>
/// The envelope of everything in storage: byte 0 format, 1 type, 2–3 length of the body, then the body, then CRC-32 of all before it.
/// A slot that does not fit this to the byte is not a record.
/// </summary>
public static class Record
{
    /// <summary>Format that this firmware writes.</summary>
    public const byte Format = 1;

    /// <summary>Type of <see cref="AlarmRecord"/>.</summary>
    public const byte Alarm = 1;

    /// <summary>Type of <see cref="Ledger"/>.</summary>
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

    /// <summary>Type of what the site has taught.</summary>
    public const byte LearnedBands = 14;

    /// <summary>Type of an inspection, going on or ended.</summary>
    public const byte Run = 17;

    /// <summary>Where the body starts.</summary>
    public const int BodyAt = 4;

    /// <summary>Bytes of the CRC behind the body.</summary>
    public const int CrcBytes = 4;

    /// <summary>Closes a record whose body ends at <paramref name="end"/>; returns its length.</summary>
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
        if (count < BodyAt + minBody + CrcBytes || buffer[0] != Format || buffer[1] != type)
        {
            return false;
        }

        int end = BodyAt + Bytes.Get16(buffer, 2);
        return end + CrcBytes == count && Bytes.Get32(buffer, end) == (int)checksum.Crc32(buffer, end);
    }
}
