using System;
using System.IO;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records;

namespace Firmware.Device.Platform;

/// <summary>
/// Slots as files of a folder on the internal drive. A file is written and closed: only closing makes it durable, and it is all or nothing, also
/// over an existing file. <see cref="SlotHead"/> goes first, because opening does not cut a longer old content.
/// </summary>
public sealed class FlashStorage : IStorage
{
    private const int DataBytes = Slots.LargeBytes;

    private readonly string _folder;
    private readonly Troubles _troubles;
    private readonly byte[] _head = new byte[SlotHead.HeadBytes];

    /// <summary>Slots in a folder, which is made where it is missing.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <param name="troubles">Where it notes why something was not done.</param>
    public FlashStorage(string folder, Troubles troubles)
    {
        _folder = folder;
        _troubles = troubles;
        MakeFolder(folder);
    }

    /// <inheritdoc/>
    public int SlotBytes => DataBytes;

    /// <inheritdoc/>
    public int Read(int slot, byte[] into)
    {
        try
        {
            // Where the folder itself is gone, nobody knows what lay in it.
            return File.Exists(PathOf(slot)) ? ReadFile(slot, into) : Directory.Exists(_folder) ? 0 : -1;
        }
        catch (Exception e)
        {
            _troubles.Note(TroublePlace.Storage, e);
            return -1;
        }
    }

    /// <inheritdoc/>
    public bool Replace(int slot, byte[] from, int count)
    {
        SlotHead.Put(_head, count);
        try
        {
            using (var file = new FileStream(PathOf(slot), FileMode.Create, FileAccess.Write))
            {
                file.Write(_head, 0, SlotHead.HeadBytes);
                file.Write(from, 0, count);
            }

            return true;
        }
        catch (Exception e)
        {
            _troubles.Note(TroublePlace.Storage, e);
            return false;
        }
    }

    /// <inheritdoc/>
    public bool Delete(int slot)
    {
        try
        {
            if (File.Exists(PathOf(slot)))
            {
                File.Delete(PathOf(slot));
            }

            return true;
        }
        catch (Exception e)
        {
            _troubles.Note(TroublePlace.Storage, e);
            return false;
        }
    }

    /// <summary>Made when it is asked for: opening a file makes more objects than a name has, and kept ones would take 4 KB.</summary>
    private string PathOf(int slot) => _folder + "\\" + slot.ToString();

    private void MakeFolder(string folder)
    {
        try
        {
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
            }
        }
        catch (Exception e)
        {
            // Every write will fail and be counted; the unit diagnoses on, and its alarms leave from memory.
            _troubles.Note(TroublePlace.Storage, e);
        }
    }

    /// <summary>
    /// What a file says that it holds; of one that is shorter than it says, that says nothing, whose head does not hold or that holds more than a slot, what is there: where that is no record whoever
    /// asks for one finds that out and counts it. A file of a head alone, or of less, is no empty slot either.
    /// </summary>
    private int ReadFile(int slot, byte[] into)
    {
        using (var file = new FileStream(PathOf(slot), FileMode.Open, FileAccess.Read))
        {
            int head = ReadAll(file, _head, SlotHead.HeadBytes);
            int there = ReadAll(file, into, into.Length < DataBytes ? into.Length : DataBytes);
            if (there == 0)
            {
                Array.Copy(_head, 0, into, 0, head);
                return head;
            }

            return SlotHead.ContentBytes(_head, there);
        }
    }

    private static int ReadAll(FileStream file, byte[] into, int room)
    {
        int got = 0;
        int more;
        do
        {
            more = file.Read(into, got, room - got);
            got += more;
        }
        while (more > 0 && got < room);
        return got;
    }
}
