namespace Firmware.Core.Ports;

/// <summary>
/// Durable slots: small numbered files. A replacement is all or nothing, and durable when the call returns true
/// (on the device: written, then closed; a flush would not do). At most one call that writes is made in a scan, because all
/// threads stand still during a flash erase (about 0.2 s).
/// </summary>
public interface IStorage
{
    /// <summary>Bytes a slot may hold.</summary>
    int SlotBytes { get; }

    /// <summary>Reads a slot. Returns the number of bytes, 0 where there is nothing, −1 where it cannot be read now.</summary>
    int Read(int slot, byte[] into);

    /// <summary>Replaces a slot's content. False: the old content stands, as far as anyone can know.</summary>
    bool Replace(int slot, byte[] from, int count);

    /// <summary>Removes a slot's content. False: it may still be there. Removing nothing succeeds.</summary>
    bool Delete(int slot);
}
