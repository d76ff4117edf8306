using Firmware.Core.Ports;
using Firmware.Records;

namespace Tools.Simulation;

/// <summary>CRC-32 (IEEE 802.3), a table of 256.</summary>
public sealed class TableChecksum : IChecksum
{
    private static readonly uint[] s_table = MakeTable();

    /// <inheritdoc/>
    public uint Crc32(byte[] data, int count)
    {
        uint crc = uint.MaxValue;
        for (int i = 0; i < count; i++)
        {
            crc = (crc >> 8) ^ s_table[(byte)(crc ^ data[i])];
        }

        return ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint entry = i;
            for (int bit = 0; bit < 8; bit++)
            {
                entry = (entry & 1) != 0 ? (entry >> 1) ^ 0xEDB88320 : entry >> 1;
            }

            table[i] = entry;
        }

        return table;
    }
}

/// <summary>Control: a checksum that fits whatever was damaged.</summary>
public sealed class NoChecksum : IChecksum
{
    /// <inheritdoc/>
    public uint Crc32(byte[] data, int count) => 0;
}

/// <summary>Control: whatever ledger is sealed has forgotten the next number.</summary>
public sealed class ForgottenCounter : IChecksum
{
    private const int SeqAt = 10;

    private readonly TableChecksum _true = new();

    /// <inheritdoc/>
    public uint Crc32(byte[] data, int count)
    {
        if (count > Record.BodyAt && data[0] == Record.Format && data[1] == Record.Ledger && count == Record.BodyAt + Record.BodyBytes(data))
        {
            Bytes.Put32(data, SeqAt, 1);
        }

        return _true.Crc32(data, count);
    }
}
