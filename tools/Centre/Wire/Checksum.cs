using Firmware.Core.Ports;

namespace Tools.Centre.Wire;

/// <summary>CRC-32 (IEEE 802.3), as units count it.</summary>
public sealed class Checksum : IChecksum
{
    private const uint Polynomial = 0xEDB88320;
    private const int BitsOfByte = 8;

    /// <inheritdoc/>
    public uint Crc32(byte[] data, int count)
    {
        uint crc = uint.MaxValue;
        for (int at = 0; at < count; at++)
        {
            crc ^= data[at];
            for (int bit = 0; bit < BitsOfByte; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : Polynomial);
            }
        }

        return ~crc;
    }
}
