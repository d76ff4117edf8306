using Firmware.Core.Ports;

namespace Core.Tests.Support;

/// <summary>CRC-32 (IEEE 802.3) by a table of 16 entries: the tests run where the platform's native code does not.</summary>
public sealed class TableChecksum : IChecksum
{
    private static readonly uint[] Table = MakeTable();

    /// <inheritdoc/>
    public uint Crc32(byte[] data, int count)
    {
        uint crc = 0xFFFFFFFF;
        for (int i = 0; i < count; i++)
        {
            crc ^= data[i];
            crc = (crc >> 4) ^ Table[crc & 15];
            crc = (crc >> 4) ^ Table[crc & 15];
        }

        return ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[16];
        for (uint i = 0; i < 16; i++)
        {
            uint entry = i;
            for (int bit = 0; bit < 4; bit++)
            {
                entry = (entry & 1) != 0 ? (entry >> 1) ^ 0xEDB88320 : entry >> 1;
            }

            table[i] = entry;
        }

        return table;
    }
}
