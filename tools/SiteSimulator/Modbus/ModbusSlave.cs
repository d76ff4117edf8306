using System;

namespace Tools.SiteSimulator.Modbus;

/// <summary>What a slave can be asked for.</summary>
public interface IModbusRegisters
{
    /// <summary>The 16 bits of a register; false where there is none. Functions 3 and 4 read the same map.</summary>
    bool TryRead(int register, out ushort value);
}

/// <summary>What is wrong with the electronics that answer.</summary>
internal enum SlaveTrouble
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It does not answer.</summary>
    Dead,

    /// <summary>It answers with this address in its replies.</summary>
    OtherAddress,

    /// <summary>It refuses everything, with this exception code.</summary>
    Exception,

    /// <summary>It sends every reply twice, without a gap.</summary>
    Glued,

    /// <summary>It stops in the middle of its reply.</summary>
    Half,
}

/// <summary>
/// A Modbus RTU slave that reads registers (functions 3 and 4). Silent to other addresses, broadcasts, short frames and
/// bad check values, as the Modbus serial line guide has it; exceptions 1 (function), 2 (register), 3 (count).
/// </summary>
public sealed class ModbusSlave
{
    private const int ReadLength = 8;
    private const int MostRegisters = 125;
    private const byte IllegalFunction = 1;
    private const byte IllegalAddress = 2;
    private const byte IllegalCount = 3;
    private readonly IModbusRegisters _registers;

    /// <summary>A slave at an address, 1–247.</summary>
    public ModbusSlave(int address, IModbusRegisters registers) => (Address, _registers) = ((byte)address, registers);

    /// <summary>Its address on the line.</summary>
    public byte Address { get; }

    /// <summary>What is wrong with it.</summary>
    internal SlaveTrouble Trouble { get; private set; }

    private int Detail { get; set; }

    /// <summary>Judges a frame and writes the reply (room for 256 bytes); returns its length, 0 for silence.</summary>
    public int Answer(ReadOnlySpan<byte> request, Span<byte> reply)
    {
        if (!ModbusCrc.Holds(request) || request[0] != Address)
        {
            return 0;
        }

        reply[0] = Address;
        reply[1] = request[1];
        int length = request[1] is not 3 and not 4 ? Refuse(reply, IllegalFunction)
            : request.Length == ReadLength ? Read(request, reply) : 0;
        return Spoilt(reply, length);
    }

    /// <summary>Something goes wrong with the electronics; the number is that of <see cref="SlaveTrouble"/>.</summary>
    internal void Suffer(SlaveTrouble trouble, double detail = 0) => (Trouble, Detail) = (trouble, (int)Math.Round(detail));

    /// <summary>The reply as ailing electronics send it; returns its length.</summary>
    private int Spoilt(Span<byte> reply, int length)
    {
        switch (Trouble)
        {
            case SlaveTrouble.Dead:
                return 0;
            case SlaveTrouble.OtherAddress when length > 0:
                reply[0] = (byte)Detail;
                return ModbusCrc.Append(reply, length - 2);
            case SlaveTrouble.Exception when length > 0:
                return Refuse(reply, (byte)Detail);
            case SlaveTrouble.Glued when 2 * length <= reply.Length:
                reply[..length].CopyTo(reply[length..]);
                return 2 * length;
            case SlaveTrouble.Half:
                return length / 2;
            default:
                return length;
        }
    }

    private int Read(ReadOnlySpan<byte> request, Span<byte> reply)
    {
        int first = (request[2] << 8) | request[3];
        int count = (request[4] << 8) | request[5];
        if (count is < 1 or > MostRegisters)
        {
            return Refuse(reply, IllegalCount);
        }

        int length = 3;
        for (int i = 0; i < count; i++)
        {
            if (!_registers.TryRead(first + i, out ushort value))
            {
                return Refuse(reply, IllegalAddress);
            }

            reply[length++] = (byte)(value >> 8);
            reply[length++] = (byte)value;
        }

        reply[2] = (byte)(length - 3);
        return ModbusCrc.Append(reply, length);
    }

    private static int Refuse(Span<byte> reply, byte reason)
    {
        reply[1] |= 0x80;
        reply[2] = reason;
        return ModbusCrc.Append(reply, 3);
    }
}
