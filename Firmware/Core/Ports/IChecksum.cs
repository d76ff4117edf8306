namespace Firmware.Core.Ports;

/// <summary>CRC-32 (IEEE 802.3). A port because on the device it is native code: a loop of our own costs 14 times as much.</summary>
public interface IChecksum
{
    /// <summary>The CRC of <paramref name="count"/> bytes from the start of <paramref name="data"/>.</summary>
    uint Crc32(byte[] data, int count);
}
