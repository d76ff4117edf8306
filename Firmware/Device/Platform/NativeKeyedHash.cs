using System.Security.Cryptography;
using Firmware.Core.Ports;

namespace Firmware.Device.Platform;

/// <summary>HMAC-SHA-256 by the platform's native code.</summary>
public sealed class NativeKeyedHash : IKeyedHash
{
    /// <inheritdoc/>
    public byte[] Compute(byte[] key, byte[] data)
    {
        return HMACSHA256.HashData(key, data);
    }
}
