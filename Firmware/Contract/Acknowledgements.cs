using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Records;

namespace Firmware.Contract;

/// <summary>
/// Who has taken on which incident: shown to the technician at the enclosure. What came over <c>command</c> is unverified as long as commands are
/// not signed. The last <see cref="Capacity"/> are kept; 46 bytes each, and 4 that end with the run.
/// </summary>
public sealed class Acknowledgements : IKept
{
    /// <summary>Acknowledgements that are kept, the latest.</summary>
    public const int Capacity = 8;

    /// <summary>Longest name of a person or desk, bytes.</summary>
    public const int WhoBytes = 12;

    /// <summary>Longest case number, bytes.</summary>
    public const int CaseBytes = 20;

    private const int TextBytes = WhoBytes + CaseBytes;
    private const int EntryBytes = 14 + TextBytes;

    private readonly short[] _code = new short[Capacity];
    private readonly ushort[] _occurrence = new ushort[Capacity];
    private readonly bool[] _verified = new bool[Capacity];
    private readonly uint[] _arrive = new uint[Capacity];
    private readonly uint[] _at = new uint[Capacity];
    private readonly byte[] _text = new byte[Capacity * TextBytes];
    private readonly int[] _toldSeconds = new int[Capacity];
    private int _next;
    private bool _due;

    /// <inheritdoc/>
    public int Slot => Slots.Acknowledgements;

    /// <summary>The entry of an incident, −1 where nobody has taken it on.</summary>
    public int Find(int code, int occurrence)
    {
        for (int entry = 0; entry < Capacity; entry++)
        {
            if (code != 0 && _code[entry] == code && _occurrence[entry] == (ushort)occurrence)
            {
                return entry;
            }
        }

        return -1;
    }

    /// <summary>Code of an entry, 0 where it is free.</summary>
    public int CodeOf(int entry) => _code[entry];

    /// <summary>Occurrence of an entry.</summary>
    public int OccurrenceOf(int entry) => _occurrence[entry];

    /// <summary>Came from somebody who proved at the enclosure who they are.</summary>
    public bool IsVerified(int entry) => _verified[entry];

    /// <summary>Just this came over <c>command</c> before, and is what is shown; <paramref name="texts"/> as in <see cref="Note"/>.</summary>
    public bool Shows(int code, int occurrence, byte[] texts, long arrive)
    {
        int entry = Find(code, occurrence);
        return entry >= 0 && !_verified[entry] && _arrive[entry] == (uint)Bound.Clamp(arrive, 0, uint.MaxValue) && Bytes.Same(_text, entry * TextBytes, texts, 0, TextBytes);
    }

    /// <summary>The centre was told just now that this is taken on.</summary>
    public void NoteTold(int code, int occurrence, long nowMs)
    {
        int entry = Find(code, occurrence);
        if (entry >= 0)
        {
            _toldSeconds[entry] = (int)(nowMs / 1000);
        }
    }

    /// <summary>It was told at a moment of this run or before, ms; what an earlier run has told counts as told at the start.</summary>
    public bool WasTold(int code, int occurrence, long byMs)
    {
        int entry = Find(code, occurrence);
        return entry >= 0 && _toldSeconds[entry] <= byMs / 1000;
    }

    /// <summary>Promised arrival, Unix seconds; 0 where none was promised.</summary>
    public long Arrive(int entry) => _arrive[entry];

    /// <summary>When it was taken on, Unix seconds; 0 while the clock is not set.</summary>
    public long At(int entry) => _at[entry];

    /// <summary>Copies the person's or desk's name; returns its length in bytes.</summary>
    public int CopyWho(int entry, byte[] into) => Copy(entry * TextBytes, WhoBytes, into);

    /// <summary>Copies the case number; returns its length in bytes, 0 where there is none.</summary>
    public int CopyCase(int entry, byte[] into) => Copy((entry * TextBytes) + WhoBytes, CaseBytes, into);

    /// <summary>
    /// Notes one; a later one for the same incident replaces it, but an unverified one never what somebody said at the enclosure. <paramref name="texts"/> holds <see cref="WhoBytes"/> of name and
    /// <see cref="CaseBytes"/> of case number, filled up with 0.
    /// </summary>
    public void Note(int code, int occurrence, byte[] texts, long arrive, long at, bool verified)
    {
        int entry = Find(code, occurrence);
        if (entry >= 0 && _verified[entry] && !verified)
        {
            return;
        }

        if (entry < 0)
        {
            entry = _next;
            _next = (_next + 1) % Capacity;
            _toldSeconds[entry] = 0;
        }

        _code[entry] = (short)code;
        _occurrence[entry] = (ushort)occurrence;
        _verified[entry] = verified;
        _arrive[entry] = (uint)Bound.Clamp(arrive, 0, uint.MaxValue);
        _at[entry] = (uint)Bound.Clamp(at, 0, uint.MaxValue);
        System.Array.Copy(texts, 0, _text, entry * TextBytes, TextBytes);

        _due = true;
    }

    /// <inheritdoc/>
    public bool IsDue(long nowMs) => _due;

    /// <inheritdoc/>
    public void Saved(long nowMs) => _due = false;

    /// <summary>
    /// Body: 0 next entry (16), then for each entry code (16), occurrence (16), verified (8), 0 (8), promised arrival (32), taken on at (32), name (12 bytes),
    /// case number (20 bytes).
    /// </summary>
    public int Write(byte[] buffer, long nowMs, IChecksum checksum)
    {
        int at = Bytes.Put16(buffer, Record.BodyAt, _next);
        for (int entry = 0; entry < Capacity; entry++)
        {
            at = Bytes.Put16(buffer, at, _code[entry]);
            at = Bytes.Put16(buffer, at, _occurrence[entry]);
            at = Bytes.Put16(buffer, at, _verified[entry] ? 256 : 0);
            at = Bytes.Put32(buffer, at, (int)_arrive[entry]);
            at = Bytes.Put32(buffer, at, (int)_at[entry]);
            System.Array.Copy(_text, entry * TextBytes, buffer, at, TextBytes);
            at += TextBytes;
        }

        return Record.Seal(buffer, Record.Acknowledgements, at, checksum);
    }

    /// <inheritdoc/>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        if (!Record.IsValid(buffer, count, Record.Acknowledgements, 2 + (Capacity * EntryBytes), checksum))
        {
            return false;
        }

        _next = Bytes.Get16(buffer, Record.BodyAt) % Capacity;
        for (int entry = 0; entry < Capacity; entry++)
        {
            ReadEntry(buffer, Record.BodyAt + 2 + (entry * EntryBytes), entry);
        }

        return true;
    }

    private void ReadEntry(byte[] buffer, int at, int entry)
    {
        _code[entry] = (short)Bytes.Get16(buffer, at);
        _occurrence[entry] = (ushort)Bytes.Get16(buffer, at + 2);
        _verified[entry] = buffer[at + 4] == 1;
        _arrive[entry] = (uint)Bytes.Get32(buffer, at + 6);
        _at[entry] = (uint)Bytes.Get32(buffer, at + 10);
        System.Array.Copy(buffer, at + 14, _text, entry * TextBytes, TextBytes);
    }

    private int Copy(int from, int max, byte[] into)
    {
        int length = 0;
        while (length < max && _text[from + length] != 0)
        {
            into[length] = _text[from + length];
            length++;
        }

        return length;
    }
}
