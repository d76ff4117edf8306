using System.Security.Cryptography;
using Firmware.Core.Ports;

namespace Tools.Simulation;

/// <summary>HMAC-SHA-256 of .NET, which is what the device's native code computes.</summary>
public sealed class HostKeyedHash : IKeyedHash
{
    public byte[] Compute(byte[] key, byte[] data) => HMACSHA256.HashData(key, data);
}
