using System;

namespace Tools.SiteSimulator.Modbus;

/// <summary>CRC-16/MODBUS: polynomial 0xA001 (reflected 0x8005), start 0xFFFF, sent low byte first.</summary>
public static class ModbusCrc
{
    /// <summary>The check value of these bytes.</summary>
    public static ushort Of(ReadOnlySpan<byte> bytes)
    {
        int crc = 0xFFFF;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xA001;
            }
        }

        return (ushort)crc;
    }

    /// <summary>Writes the check value after the first <paramref name="length"/> bytes; returns the frame's length.</summary>
    public static int Append(Span<byte> frame, int length)
    {
        ushort crc = Of(frame[..length]);
        frame[length] = (byte)crc;
        frame[length + 1] = (byte)(crc >> 8);
        return length + 2;
    }

    /// <summary>Whether a frame of at least four bytes ends in its check value.</summary>
    public static bool Holds(ReadOnlySpan<byte> frame) =>
        frame.Length >= 4 && Of(frame[..^2]) == (frame[^2] | (frame[^1] << 8));
}
