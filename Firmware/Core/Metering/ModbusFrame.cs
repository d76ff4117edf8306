namespace Firmware.Core.Metering;

/// <summary>What a Modbus RTU reply turned out to be.</summary>
public enum ModbusVerdict : byte
{
    /// <summary>A good reply to the request.</summary>
    Ok = 0,

    /// <summary>Nothing came in the time-out.</summary>
    NoReply = 1,

    /// <summary>Fewer bytes came than the reply needs.</summary>
    Short = 2,

    /// <summary>The check sum does not fit.</summary>
    Crc = 3,

    /// <summary>Another slave answered.</summary>
    WrongAddress = 4,

    /// <summary>Another function, or another number of registers, was answered.</summary>
    WrongFunction = 5,

    /// <summary>The slave refused with an exception code, in byte 2.</summary>
    Exception = 6,

    /// <summary>A good reply, and more bytes after it: two frames glued together or noise.</summary>
    Trailing = 7,
}

/// <summary>
/// Requests and replies of a Modbus RTU master, without the line: "MODBUS over Serial Line V1.02" and "Application Protocol V1.1b3" §6.3.
/// Our own because the binding at hand turns every error into null, and faults 202, 203 and 204 are told apart by the kind of error.
/// </summary>
public static class ModbusFrame
{
    /// <summary>Read Holding Registers.</summary>
    public const byte ReadHolding = 3;

    /// <summary>Bytes of a read request.</summary>
    public const int RequestBytes = 8;

    private const int ExceptionBytes = 5;
    private const int Overhead = 5;

    private static readonly ushort[] NibbleTable =
    {
        0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
        0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
    };

    /// <summary>Bytes of a good reply with <paramref name="registers"/> registers.</summary>
    public static int ReplyBytes(int registers)
    {
        return Overhead + (2 * registers);
    }

    /// <summary>Writes a request to read <paramref name="registers"/> holding registers from <paramref name="first"/>; returns its length.</summary>
    public static int WriteRead(byte[] into, int address, int first, int registers)
    {
        into[0] = (byte)address;
        into[1] = ReadHolding;
        into[2] = (byte)(first >> 8);
        into[3] = (byte)first;
        into[4] = (byte)(registers >> 8);
        into[5] = (byte)registers;
        int crc = Crc(into, 6);
        into[6] = (byte)crc;
        into[7] = (byte)(crc >> 8);
        return RequestBytes;
    }

    /// <summary>Judges what came after a request. Every byte that came counts, so that glued frames are seen.</summary>
    public static ModbusVerdict Judge(byte[] reply, int count, int address, int registers)
    {
        if (count == 0)
        {
            return ModbusVerdict.NoReply;
        }

        if (count < ExceptionBytes)
        {
            return ModbusVerdict.Short;
        }

        bool refused = (reply[1] & 0x80) != 0;
        int expected = refused ? ExceptionBytes : ReplyBytes(registers);
        return count < expected ? JudgeShort(reply, count) : JudgeWhole(reply, count, expected, address, registers);
    }

    /// <summary>A register of a good reply, 0–65,535.</summary>
    public static int Register(byte[] reply, int index)
    {
        int at = 3 + (2 * index);
        return (reply[at] << 8) | reply[at + 1];
    }

    /// <summary>Two registers of a good reply, most significant word first, as a signed 32-bit number.</summary>
    public static int Register32(byte[] reply, int index)
    {
        return (Register(reply, index) << 16) | Register(reply, index + 1);
    }

    /// <summary>CRC-16/MODBUS of the first <paramref name="count"/> bytes; low byte goes on the line first.</summary>
    public static int Crc(byte[] data, int count)
    {
        int crc = 0xFFFF;
        for (int i = 0; i < count; i++)
        {
            crc ^= data[i];
            crc = (crc >> 4) ^ NibbleTable[crc & 0x0F];
            crc = (crc >> 4) ^ NibbleTable[crc & 0x0F];
        }

        return crc;
    }

    private static ModbusVerdict JudgeShort(byte[] reply, int count)
    {
        // A whole frame that is shorter than asked for is an answer to something else; anything less is a torn one.
        return CrcFits(reply, count) ? ModbusVerdict.WrongFunction : ModbusVerdict.Short;
    }

    private static ModbusVerdict JudgeWhole(byte[] reply, int count, int expected, int address, int registers)
    {
        if (!CrcFits(reply, expected))
        {
            // Here too a whole frame of another length is an answer to something else.
            return CrcFits(reply, count) ? ModbusVerdict.WrongFunction : ModbusVerdict.Crc;
        }

        if (reply[0] != address)
        {
            return ModbusVerdict.WrongAddress;
        }

        if (reply[1] == (ReadHolding | 0x80))
        {
            return ModbusVerdict.Exception;
        }

        if (reply[1] != ReadHolding || reply[2] != 2 * registers)
        {
            return ModbusVerdict.WrongFunction;
        }

        return count > expected ? ModbusVerdict.Trailing : ModbusVerdict.Ok;
    }

    private static bool CrcFits(byte[] frame, int count)
    {
        int crc = Crc(frame, count - 2);
        return frame[count - 2] == (byte)crc && frame[count - 1] == (byte)(crc >> 8);
    }
}
