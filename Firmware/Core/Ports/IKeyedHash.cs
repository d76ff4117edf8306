namespace Firmware.Core.Ports;

/// <summary>HMAC-SHA-256 (RFC 2104, FIPS 180-4). A port because on the device it is native code.</summary>
public interface IKeyedHash
{

    /// <summary>The hash of <paramref name="data"/> under <paramref name="key"/>; a new array of 32 bytes.</summary>
    byte[] Compute(byte[] key, byte[] data);
}
