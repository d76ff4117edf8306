using System;
using System.IO.Hashing;
using Firmware.Core.Ports;

namespace Firmware.Device.Platform;

/// <summary>CRC-32 by the platform's native code.</summary>
public sealed class NativeChecksum : IChecksum
{
    /// <inheritdoc/>
    public uint Crc32(byte[] data, int count)
    {
        return System.IO.Hashing.Crc32.HashToUInt32(new SpanByte(data, 0, count));
    }
}
