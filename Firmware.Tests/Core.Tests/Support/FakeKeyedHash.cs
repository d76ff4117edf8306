using Firmware.Core.Ports;

namespace Core.Tests.Support;

/// <summary>Stands for HMAC-SHA-256 where only "same in, same out; else another" matters. The real one has its own test on the device's side.</summary>
public sealed class FakeKeyedHash : IKeyedHash
{
    /// <inheritdoc/>
    public byte[] Compute(byte[] key, byte[] data)
    {
        uint state = 2166136261;
        var hash = new byte[32];
        for (int i = 0; i < 32 + key.Length + data.Length; i++)
        {
            byte value = i < key.Length ? key[i] : i < key.Length + data.Length ? data[i - key.Length] : (byte)i;
            state = unchecked((state ^ value) * 16777619);
            hash[i % 32] ^= (byte)(state >> 13);
        }

        return hash;
    }
}
