using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>
/// A part of the unit whose state must survive a restart, in a slot of its own. <see cref="KeptParts"/> reads it once at the start and writes it
/// when it says so, one write a scan at most.
/// </summary>
public interface IKept
{
    /// <summary>Its slot, from <see cref="Slots"/>.</summary>
    int Slot { get; }

    /// <summary>True while what is in memory is to be written: asked in every scan, must be cheap.</summary>
    bool IsDue(long nowMs);

    /// <summary>Writes the state as a <see cref="Record"/> of at most the buffer's length; returns its length, 0 where there is nothing that could be written: the slot stays as it is.</summary>
    int Write(byte[] buffer, long nowMs, IChecksum checksum);

    /// <summary>What <see cref="Write"/> wrote last is durable now.</summary>
    void Saved(long nowMs);

    /// <summary>Takes up a state; false where the bytes are none, and nothing is changed. Called once, before the first scan.</summary>
    bool TryRead(byte[] buffer, int count, IChecksum checksum);
}
