using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>The parts that keep a state of their own, in the order of their importance: the first that is due is written first.</summary>
public sealed class KeptParts
{
    /// <summary>Parts that fit.</summary>
    public const int Max = 24;

    /// <summary>Longest state, bytes.</summary>
    public const int MaxBytes = 1024;

    private readonly IKept[] _parts = new IKept[Max];
    private readonly byte[] _buffer = new byte[MaxBytes];
    private int _count;

    /// <summary>States found at the start that could not be used.</summary>
    public int Damaged { get; private set; }

    /// <summary>Adds a part, before the unit begins; returns its number.</summary>
    public int Add(IKept part)
    {
        _parts[_count] = part;
        return _count++;
    }

    /// <summary>Reads every part's slot, each asked up to <paramref name="attempts"/> times where storage cannot read it at first.</summary>
    public void ReadAll(IStorage storage, int attempts, IChecksum checksum)
    {
        for (int i = 0; i < _count; i++)
        {
            int count = -1;
            for (int attempt = 0; attempt < attempts && count < 0; attempt++)
            {
                count = storage.Read(_parts[i].Slot, _buffer);
            }

            if (count != 0 && (count < 0 || !_parts[i].TryRead(_buffer, count, checksum)))
            {
                Damaged++;
            }
        }
    }

    /// <summary>The first part that is to be written, −1 where there is none.</summary>
    public int Due(long nowMs)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_parts[i].IsDue(nowMs))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Writes a part; false where storage does not.</summary>
    public bool Write(int part, IStorage storage, long nowMs, IChecksum checksum)
    {
        int count = _parts[part].Write(_buffer, nowMs, checksum);
        bool done = storage.Replace(_parts[part].Slot, _buffer, count);
        if (done)
        {
            _parts[part].Saved(nowMs);
        }

        return done;
    }
}
