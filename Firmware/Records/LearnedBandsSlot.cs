using Firmware.Core.Faults;
using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>Keeps what the site has taught: written after each lesson, some times a day.</summary>
public sealed class LearnedBandsSlot : IKept
{
    private readonly LearnedBands _bands;
    private int _saved;

    /// <summary>Keeps these.</summary>
    public LearnedBandsSlot(LearnedBands bands)
    {
        _bands = bands;
    }

    /// <inheritdoc/>
    public int Slot => Slots.LearnedBands;

    /// <inheritdoc/>
    public bool IsDue(long nowMs) => _bands.Changes != _saved;

    /// <inheritdoc/>
    public int Write(byte[] buffer, long nowMs, IChecksum checksum)
    {
        return Record.Seal(buffer, Record.LearnedBands, _bands.Write(buffer, Record.BodyAt), checksum);
    }

    /// <inheritdoc/>
    public void Saved(long nowMs)
    {
        _saved = _bands.Changes;
    }

    /// <inheritdoc/>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        return Record.IsValid(buffer, count, Record.LearnedBands, LearnedBands.StateBytes, checksum)
            && _bands.TryRead(buffer, Record.BodyAt, Bytes.Get16(buffer, 2));
    }
}
