using System;
using System.Collections.Generic;
using Firmware.Core.Ports;
using Firmware.Records;

namespace Tools.Simulation;

/// <summary>How storage fails.</summary>
public enum StorageTrouble : byte
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>No space, or the directory is full: nothing new and nothing longer can be written.</summary>
    NoSpace,

    /// <summary>Nothing can be changed.</summary>
    ReadOnly,

    /// <summary>One call in three fails, reading too.</summary>
    Errors,

    /// <summary>Every call fails.</summary>
    Dead,

    /// <summary>Close throws, and the new content stands nevertheless.</summary>
    FalseAlarm,
}

/// <summary>The power fails inside a call.</summary>
public sealed class PowerCutException : Exception
{
    /// <summary>The only one: it carries nothing.</summary>
    public static readonly PowerCutException Instance = new();
}

/// <summary>Who wants to know what is done to storage.</summary>
public interface IStorageWatcher
{
    /// <summary>A slot's content changed; null: none.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="old">Content before, as the unit wrote it.</param>
    /// <param name="content">Content now.</param>
    /// <param name="told">The unit was told so.</param>
    void Changed(int slot, byte[] old, byte[] content, bool told);
}

/// <summary>
/// The unit's flash: littlefs through nanoFramework. Nothing exists before Close; a replacement is all or nothing. A file holds a head and the content, as the device writes it
/// (<see cref="SlotHead"/>), so that damage reaches the length too; and what follows of a longer old content, which opening does not cut.
/// </summary>
public sealed class StorageModel : IStorage
{
    /// <summary>Slots that a unit may have.</summary>
    public const int Slots = Firmware.Records.Slots.Count;

    /// <summary>Highest length that a head can say, B.</summary>
    private const int MostSaid = 2047;

    private readonly byte[][] _files = new byte[Slots][];
    private readonly List<(int Slot, byte[] Old, long AtMs)> _unclosed = [];
    private readonly Dice _dice;

    /// <summary>Empty storage.</summary>
    public StorageModel(Dice dice)
    {
        _dice = dice;
    }

    /// <summary>Storage with this content.</summary>
    public StorageModel(Dice dice, byte[][] files)
        : this(dice)
    {
        Array.Copy(files, _files, Slots);
    }

    /// <summary>Bytes of a slot.</summary>
    public int SlotBytes => Firmware.Records.Slots.LargeBytes;

    /// <summary>How it fails now.</summary>
    public StorageTrouble Trouble { get; set; }

    /// <summary>Which slots cannot be read now, 0 for none: all, or one in 2, 4 … 32 by the remainder of six, chosen by the number itself.</summary>
    public int Unreadable { get; set; }

    /// <summary>Told of every change; may be null.</summary>
    public IStorageWatcher Watcher { get; set; }

    /// <summary>Told of every change before it is made: the slot, and the file that it is going to hold; may be null.</summary>
    public Action<int, byte[]> BeforeChange { get; set; }

    /// <summary>Calls that write and were refused, or said to be, since the beginning.</summary>
    public long Refusals { get; private set; }

    /// <summary>Calls that write, since the beginning.</summary>
    public long Writes { get; private set; }

    /// <summary>Calls that read, since the beginning.</summary>
    public long Reads { get; private set; }

    /// <summary>Bytes that were given to <see cref="Replace"/>, since the beginning.</summary>
    public long BytesWritten { get; private set; }

    /// <summary>The power fails in the write of this number, counted as <see cref="Writes"/>; below 0 in none.</summary>
    public long CutAtWrite { get; set; } = -1;

    /// <summary>After that cut the new content stands.</summary>
    public bool CutKeepsNew { get; set; }

    /// <summary>Control: writes are only flushed; a power cut takes back what is younger than five seconds.</summary>
    public bool OnlyFlushes { get; set; }

    /// <summary>Control: this slot keeps its first content for ever; −1: none.</summary>
    public int FrozenSlot { get; set; } = -1;

    /// <summary>Control: whatever length a file says is believed.</summary>
    public bool BelievesLength { get; set; }

    /// <summary>Simulated time, for <see cref="OnlyFlushes"/>.</summary>
    public Func<long> Now { get; set; }

    /// <summary>Files that exist in a slot or one after it.</summary>
    public int FilesFrom(int slot)
    {
        int count = 0;
        for (; slot < Slots; slot++)
        {
            count += _files[slot] == null ? 0 : 1;
        }

        return count;
    }

    /// <summary>The files; a copy of the references, because a content never changes.</summary>
    public byte[][] Copy() => (byte[][])_files.Clone();

    /// <summary>What a file is when this content is in it.</summary>
    public static byte[] FileOf(ReadOnlySpan<byte> content)
    {
        var file = new byte[SlotHead.HeadBytes + content.Length];
        SlotHead.Put(file, content.Length);
        content.CopyTo(file.AsSpan(SlotHead.HeadBytes));
        return file;
    }

    /// <summary>What the unit reads from a file, null where nothing.</summary>
    public static byte[] ContentOf(byte[] file) => BytesOf(file) is { IsEmpty: false } bytes ? bytes.ToArray() : null;

    /// <inheritdoc/>
    public int Read(int slot, byte[] into)
    {
        Reads++;
        if (IsUnreadable(slot) || Trouble == StorageTrouble.Dead || (Trouble == StorageTrouble.Errors && _dice.Chance(333)))
        {
            return -1;
        }

        ReadOnlySpan<byte> bytes = BelievesLength ? SaidOf(_files[slot]) : BytesOf(_files[slot]);
        int count = Math.Min(bytes.Length, into.Length);
        bytes[..count].CopyTo(into);
        return count;
    }

    /// <summary>What the device gives back of a file: a length that does not fit is damage, not an empty slot.</summary>
    public static ReadOnlySpan<byte> BytesOf(byte[] file)
    {
        if (file == null || file.Length == 0)
        {
            return [];
        }

        return file.Length <= SlotHead.HeadBytes ? file : file.AsSpan(SlotHead.HeadBytes, SlotHead.ContentBytes(file, file.Length - SlotHead.HeadBytes));
    }

    /// <summary>What a unit would read that asks for no check of the length: any that is there is believed.</summary>
    private static ReadOnlySpan<byte> SaidOf(byte[] file)
    {
        int said = file == null || file.Length < SlotHead.HeadBytes ? 0 : ((file[0] << 8) | file[1]) & MostSaid;
        return said > 0 && said <= file.Length - SlotHead.HeadBytes ? file.AsSpan(SlotHead.HeadBytes, said) : BytesOf(file);
    }

    /// <summary>A file over an old one: what the old one was longer stays.</summary>
    private static byte[] Over(byte[] old, byte[] file) => old == null || old.Length <= file.Length ? file : [.. file, .. old.AsSpan(file.Length)];

    /// <summary>A slot cannot be read now, though others may be.</summary>
    public bool IsUnreadable(int slot)
    {
        // Multiplicative hashing (Knuth): the upper bits are well mixed.
        uint mixed = unchecked(((uint)Unreadable + (uint)slot) * 2654435761u) >> 16;
        return Unreadable != 0 && mixed % (1u << (Unreadable % 6)) == 0;
    }

    /// <inheritdoc/>
    public bool Replace(int slot, byte[] from, int count)
    {
        if (count < 1 || count > SlotBytes || slot < 0 || slot >= Slots)
        {
            throw new Violation("bounds", $"slot {slot} given {count} bytes; a slot takes 1 to {SlotBytes}");
        }

        BytesWritten += count;
        return Change(slot, Over(_files[slot], FileOf(from.AsSpan(0, count))));
    }

    /// <inheritdoc/>
    public bool Delete(int slot) => Change(slot, null);

    /// <summary>Flips one bit of a file. Returns what could be read before and after; null, null where there is no file.</summary>
    public (byte[] Before, byte[] After) Flip(int slot, ulong which)
    {
        byte[] file = _files[slot];
        if (file == null)
        {
            return (null, null);
        }

        int bit = (int)(which % (ulong)(file.Length * 8));
        byte[] damaged = (byte[])file.Clone();
        damaged[bit / 8] ^= (byte)(1 << (bit % 8));
        _files[slot] = damaged;
        return (ContentOf(file), ContentOf(damaged));
    }

    /// <summary>The power is gone: what was only flushed goes with it.</summary>
    public void PowerLost(long nowMs)
    {
        for (int i = _unclosed.Count - 1; i >= 0; i--)
        {
            if (nowMs - _unclosed[i].AtMs < 5000)
            {
                _files[_unclosed[i].Slot] = _unclosed[i].Old;
            }
        }

        _unclosed.Clear();
        CutAtWrite = -1;
    }

    private bool Change(int slot, byte[] file)
    {
        byte[] old = _files[slot];
        BeforeChange?.Invoke(slot, file);
        bool cut = Writes++ == CutAtWrite;
        bool stands = cut ? CutKeepsNew : !Fails(old, file);
        bool told = stands && !cut && Trouble != StorageTrouble.FalseAlarm;
        Refusals += told || cut ? 0 : 1;
        if (stands && slot != FrozenSlot)
        {
            Put(slot, old, file);
        }
        else if (slot == FrozenSlot && old == null)
        {
            _files[slot] = file;
        }

        if (stands)
        {
            Watcher?.Changed(slot, ContentOf(old), ContentOf(file), told);
        }

        return cut ? throw PowerCutException.Instance : told;
    }

    private void Put(int slot, byte[] old, byte[] file)
    {
        if (OnlyFlushes)
        {
            _unclosed.Add((slot, old, Now()));
        }

        _files[slot] = file;
    }

    private bool Fails(byte[] old, byte[] file) => Trouble switch
    {
        StorageTrouble.NoSpace => file != null && file.Length > (old?.Length ?? 0),
        StorageTrouble.ReadOnly or StorageTrouble.Dead => true,
        StorageTrouble.Errors => _dice.Chance(333),
        _ => false,
    };
}
