using System;
using Firmware.Core.Ports;

namespace Core.Tests.Support;

/// <summary>Slots in memory that refuse, lose and tear on demand. They outlive the unit, so a restart is a new unit on the same slots.</summary>
public sealed class MemoryStorage : IStorage
{
    private const int Slots = 124;

    private readonly byte[][] _slots = new byte[Slots][];
    private readonly int[] _writesTo = new int[Slots];

    /// <summary>So many of the next writes and clears are refused.</summary>
    public int RefuseWrites;

    /// <summary>So many of the next clears are refused.</summary>
    public int RefuseDeletes;

    /// <summary>Nothing can be read.</summary>
    public bool FailReads;

    /// <summary>From this slot on nothing can be read.</summary>
    public int FailReadsFrom = Slots;

    /// <summary>A slot whose last byte reads back otherwise than it was written; −1 for none.</summary>
    public int Misreads = -1;

    /// <summary>Writes and clears asked for.</summary>
    public int Writes;

    /// <summary>Clears done.</summary>
    public int Deletes;

    /// <summary>Slot of the last write or clear.</summary>
    public int LastSlot = -1;

    /// <inheritdoc/>
    public int SlotBytes => 1024;

    /// <inheritdoc/>
    public int Read(int slot, byte[] into)
    {
        if (FailReads || slot >= FailReadsFrom)
        {
            return -1;
        }

        if (_slots[slot] == null)
        {
            return 0;
        }

        Array.Copy(_slots[slot], into, _slots[slot].Length);
        if (slot == Misreads)
        {
            into[_slots[slot].Length - 1] ^= 1;
        }

        return _slots[slot].Length;
    }

    /// <inheritdoc/>
    public bool Replace(int slot, byte[] from, int count)
    {
        Note(slot);
        if (RefuseWrites > 0)
        {
            RefuseWrites--;
            return false;
        }

        _slots[slot] = new byte[count];
        Array.Copy(from, _slots[slot], count);
        return true;
    }

    /// <inheritdoc/>
    public bool Delete(int slot)
    {
        Note(slot);
        if (RefuseWrites > 0 || RefuseDeletes > 0)
        {
            RefuseWrites -= RefuseWrites > 0 ? 1 : 0;
            RefuseDeletes -= RefuseDeletes > 0 ? 1 : 0;
            return false;
        }

        _slots[slot] = null;
        Deletes++;
        return true;
    }

    /// <summary>Forgets the writes and clears of a slot that were asked for.</summary>
    public void Watch(int slot) => _writesTo[slot] = 0;

    /// <summary>Writes and clears of a slot that were asked for, since <see cref="Watch"/>.</summary>
    public int WritesTo(int slot) => _writesTo[slot];

    /// <summary>True where a slot holds something.</summary>
    public bool Has(int slot) => _slots[slot] != null;

    /// <summary>Record slots (from 64) that hold something.</summary>
    public int RecordCount()
    {
        int count = 0;
        for (int slot = 64; slot < Slots; slot++)
        {
            count += _slots[slot] == null ? 0 : 1;
        }

        return count;
    }

    /// <summary>Cuts a slot's content off.</summary>
    public void Tear(int slot, int length)
    {
        var torn = new byte[length];
        Array.Copy(_slots[slot], torn, length);
        _slots[slot] = torn;
    }

    private void Note(int slot)
    {
        Writes++;
        LastSlot = slot;
        _writesTo[slot]++;
    }
}
