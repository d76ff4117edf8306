using Firmware.Core.Ports;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Firmware.Inspection;

/// <summary>
/// What ends every part of a report. A unit with a key of its own signs: the first <see cref="HmacBytes"/> bytes of HMAC-SHA-256 over all bytes before it (truncated as NIST SP 800-107 allows; half the
/// length leaves five items in a part). One without a key can only tell damage: CRC-32, a checksum and called so.
/// </summary>
public sealed class ReportSeal
{
    /// <summary>Bytes of the HMAC that are sent, as twice as many hexadecimal digits.</summary>
    public const int HmacBytes = 16;

    private readonly IChecksum _checksum;
    private readonly IKeyedHash _hash;
    private readonly byte[] _key;

    /// <summary>The seal of a unit.</summary>
    /// <param name="checksum">The checksum.</param>
    /// <param name="hash">The keyed hash.</param>
    /// <param name="key">The unit's key, null where it has none (<see cref="Core.Contracts.Settings.UnitKey"/>).</param>
    public ReportSeal(IChecksum checksum, IKeyedHash hash, byte[] key)
    {
        _checksum = checksum;
        _hash = hash;
        _key = key;
    }

    /// <summary>Reports are signed, and not only checked for damage.</summary>
    public bool Signs => _key != null;

    /// <summary>Writes the seal as the last member of an open object.</summary>
    public void Write(MessageWriter to)
    {
        if (_key == null)
        {
            to.Member("crc32", _checksum.Crc32(to.Buffer, to.Count));
            return;
        }

        var before = new byte[to.Count];
        System.Array.Copy(to.Buffer, before, before.Length);
        byte[] hash = _hash.Compute(_key, before);
        to.Member("hmac", Hex.Of(hash, HmacBytes));
    }
}
