using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>The parts that keep a state of their own, in the order of their importance: the first that is due is written first.</summary>
public sealed class KeptParts
{
    /// <summary>Parts that fit.</summary>
    public const int Max = 24;

    /// <summary>Longest state, bytes.</summary>
    public const int MaxBytes = Slots.LargeBytes;

    private readonly IKept[] _parts = new IKept[Max];
    private readonly byte[] _buffer;
    private int _count;

    /// <summary>Parts that share a buffer of at least <see cref="MaxBytes"/> bytes with whoever else writes on this thread: what it holds is used before anything else is called.</summary>
    public KeptParts(byte[] buffer)
    {
        _buffer = buffer;
    }

    /// <summary>Adds a part, before the unit begins; returns its number.</summary>
    public int Add(IKept part)
    {
        _parts[_count] = part;
        return _count++;
    }

    /// <summary>Reads every part's slot; what is no state of this unit's is refused. One that cannot be read is no damage: <see cref="RecordStore.ReadAtStart"/>.</summary>
    public void ReadAll(RecordStore store, RecordStamp stamp, IChecksum checksum)
    {
        for (int i = 0; i < _count; i++)
        {
            int slot = _parts[i].Slot;
            int count = store.ReadAtStart(slot, _buffer);
            if (count > 0)
            {
                TakeUp(_parts[i], slot, count, store, stamp, checksum);
            }
        }
    }

    private void TakeUp(IKept part, int slot, int count, RecordStore store, RecordStamp stamp, IChecksum checksum)
    {
        RecordVerdict verdict = Record.Judge(_buffer, count, stamp.Chip, checksum);
        if (verdict != RecordVerdict.Valid || !part.TryRead(_buffer, count, checksum))
        {
            store.Refuse(slot, verdict);
        }
    }

    /// <summary>Parts that were added.</summary>
    public int Count => _count;

    /// <summary>The first part that is to be written, −1 where there is none.</summary>
    public int Due(long nowMs) => Due(0, nowMs);

    /// <summary>The first part, from one on, that is to be written at a time; −1 where there is none.</summary>
    public int Due(int from, long atMs)
    {
        for (int i = from; i < _count; i++)
        {
            if (_parts[i].IsDue(atMs))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The state of a slot as it would be written now; its length, 0 where no part has this slot.</summary>
    public int Compose(int slot, byte[] into, RecordStamp stamp, int seq, long nowMs, IChecksum checksum)
    {
        int count = 0;
        for (int i = 0; i < _count && count == 0; i++)
        {
            if (_parts[i].Slot == slot)
            {
                stamp.Put(_buffer, seq, nowMs);
                count = _parts[i].Write(_buffer, nowMs, checksum);
                System.Array.Copy(_buffer, into, count);
            }
        }

        return count;
    }

    /// <summary>Writes a part; false where storage does not. <paramref name="stamp"/> and <paramref name="seq"/> go into the record's head.</summary>
    public bool Write(int part, RecordStore store, RecordStamp stamp, int seq, long nowMs, IChecksum checksum)
    {
        stamp.Put(_buffer, seq, nowMs);
        int count = _parts[part].Write(_buffer, nowMs, checksum);
        int slot = _parts[part].Slot;
        bool done = count == 0 || store.Replace(slot, _buffer, count, Slots.ClassOf(slot), nowMs);
        if (done)
        {
            _parts[part].Saved(nowMs);
        }

        return done;
    }
}
