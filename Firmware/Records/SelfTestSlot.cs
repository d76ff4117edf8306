using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Firmware.Records;

/// <summary>
/// The slot that the self-test writes and reads back: a record whose body is its token (32). It goes through the same gate as every other write, so that the test
/// takes no scan of its own.
/// </summary>
public sealed class SelfTestSlot : IKept
{
    /// <summary>Bytes that it takes: a number that is written and read back.</summary>
    public const int Length = Record.OverheadBytes + BodyBytes;

    private const int BodyBytes = 4;

    private readonly SelfTest _test;
    private readonly IStorage _storage;
    private readonly IChecksum _checksum;
    private readonly byte[] _buffer = new byte[Length];

    /// <summary>The slot of a self-test.</summary>
    public SelfTestSlot(SelfTest test, IStorage storage, IChecksum checksum)
    {
        _test = test;
        _storage = storage;
        _checksum = checksum;
    }

    /// <inheritdoc/>
    public int Slot => Slots.SelfTest;

    /// <inheritdoc/>
    public bool IsDue(long nowMs) => _test.WantsWrite;

    /// <inheritdoc/>
    public int Write(byte[] buffer, long nowMs, IChecksum checksum)
    {
        return Record.Seal(buffer, Record.SelfTest, Bytes.Put32(buffer, Record.BodyAt, _test.Token), checksum);
    }

    /// <inheritdoc/>
    public void Saved(long nowMs)
    {
        int count = _storage.Read(Slot, _buffer);
        _test.Wrote(Record.IsValid(_buffer, count, Record.SelfTest, BodyBytes, _checksum) ? Bytes.Get32(_buffer, Record.BodyAt) : -1);
    }

    /// <summary>What an earlier run wrote is of no use.</summary>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum) => true;
}
