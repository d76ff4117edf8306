using Firmware.Core.Faults;
using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>
/// One of the two copies of the last minute before an alarm (<see cref="SignalRing"/>), in a slot of 1 KB. The older one gives way. Body: 0 number (32), 4 code (16),
/// 6 occurrence (16), 8 onset ms (64), 16 confirmed ms (64), 24 samples (8), 25 columns (8), 26 the columns' signals (8 × 8), 34 reserved (16), 36 samples, oldest
/// first, each of 8 × 16 bits in units of <see cref="SignalRing.ScaleOf"/>.
/// </summary>
public sealed class EvidenceCopy : IKept
{
    /// <summary>Where the samples begin in a record.</summary>
    public const int SamplesAt = Record.BodyAt + 36;

    private readonly FaultCatalogue _catalogue;
    private readonly SignalRing _ring;
    private EvidenceCopy _other;

    private EvidenceCopy(int slot, FaultCatalogue catalogue, SignalRing ring)
    {
        Slot = slot;
        _catalogue = catalogue;
        _ring = ring;
    }

    /// <summary>Makes both copies of a ring and adds them to what is kept.</summary>
    public static void AddTo(KeptParts kept, FaultCatalogue catalogue, SignalRing ring)
    {
        var first = new EvidenceCopy(Slots.Evidence, catalogue, ring);
        var second = new EvidenceCopy(Slots.Evidence + 1, catalogue, ring) { _other = first };
        first._other = second;
        kept.Add(first);
        kept.Add(second);
    }

    /// <inheritdoc/>
    public int Slot { get; }

    /// <summary>Number of the copy in this slot, 0 for none.</summary>
    public int Frame { get; private set; }

    /// <inheritdoc/>
    public bool IsDue(long nowMs)
    {
        bool older = Frame < _other.Frame || (Frame == _other.Frame && Slot < _other.Slot);
        return _ring.IsFrozen && older;
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, long nowMs, IChecksum checksum)
    {
        int at = Bytes.Put32(buffer, Record.BodyAt, _ring.Frame);
        at = Bytes.Put16(buffer, at, _catalogue.Code(_ring.Row));
        at = Bytes.Put16(buffer, at, _ring.Occurrence);
        at = Bytes.Put64(buffer, at, _ring.OnsetMs);
        at = Bytes.Put64(buffer, at, _ring.ConfirmedMs);
        buffer[at++] = (byte)_ring.Count;
        buffer[at++] = SignalRing.Columns;
        for (int column = 0; column < SignalRing.Columns; column++)
        {
            buffer[at++] = (byte)SignalRing.SignalOf(column);
        }

        at = Bytes.Put16(buffer, at, 0);
        for (int index = 0; index < _ring.Count; index++)
        {
            for (int column = 0; column < SignalRing.Columns; column++)
            {
                at = Bytes.Put16(buffer, at, _ring.Sample(index, column));
            }
        }

        return Record.Seal(buffer, Record.Evidence, at, checksum);
    }

    /// <inheritdoc/>
    public void Saved(long nowMs)
    {
        Frame = _ring.Frame;
        _ring.Thaw();
    }

    /// <inheritdoc/>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        if (!Record.IsValid(buffer, count, Record.Evidence, SamplesAt - Record.BodyAt, checksum))
        {
            return false;
        }

        Frame = Bytes.Get32(buffer, Record.BodyAt);
        _ring.ContinueAfter(Frame);
        return true;
    }
}
