using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Firmware.Records;

/// <summary>Who writes records, and when: fills bytes 4–28 of a record's head. One object, kept by <see cref="Delivery"/>.</summary>
public sealed class RecordStamp
{
    private readonly UnitClock _clock;

    /// <summary>A stamp of the chip with a MAC, by a clock.</summary>
    public RecordStamp(byte[] mac, UnitClock clock, IChecksum checksum)
    {
        Chip = (int)(checksum.Crc32(mac, mac.Length) & 0xFFFF);
        _clock = clock;
    }

    /// <summary>16 bits of the chip: a record with others is a copy from another unit. The ledger holds the whole MAC.</summary>
    public int Chip { get; }

    /// <summary>Present epoch.</summary>
    public int Epoch { get; set; }

    /// <summary>Present start of the unit.</summary>
    public int Boot { get; set; }

    /// <summary>Stamps a record about a moment of this start.</summary>
    public void Put(byte[] buffer, int seq, long uptimeMs)
    {
        Put(buffer, Epoch, seq, Boot, uptimeMs, _clock.UnixAt(uptimeMs), (byte)_clock.QualityAt(uptimeMs));
    }

    /// <summary>Stamps a record about any moment.</summary>
    public void Put(byte[] buffer, int epoch, int seq, int boot, long uptimeMs, long unix, byte quality)
    {
        int at = Bytes.Put16(buffer, 4, Chip);
        at = Bytes.Put32(buffer, at, epoch);
        at = Bytes.Put32(buffer, at, seq);
        at = Bytes.Put32(buffer, at, boot);
        at = Bytes.Put48(buffer, at, uptimeMs);
        at = Bytes.Put32(buffer, at, (int)unix);
        buffer[at] = quality;
    }
}
