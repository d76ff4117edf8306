using Firmware.Core.Ports;
using Firmware.Records;

namespace Firmware.Console;

/// <summary>A check over lines as they come: after each one the CRC-32 (IEEE 802.3) of the four bytes of the check before, most significant first, and the line's bytes without its end. It begins with 0.</summary>
public sealed class LineCheck
{
    private const int HeadBytes = 4;

    private readonly IChecksum _checksum;
    private readonly byte[] _buffer = new byte[HeadBytes + LineEditor.MaxBytes];

    /// <summary>No line yet.</summary>
    public LineCheck(IChecksum checksum)
    {
        _checksum = checksum;
    }

    /// <summary>The check.</summary>
    public uint Value { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Begin()
    {
        Value = 0;
    }

    /// <summary>Takes a line of at most <see cref="LineEditor.MaxBytes"/>: no exported line is longer, and a longer one that is typed is refused.</summary>
    public void Take(byte[] line, int count)
    {
        Bytes.Put32(_buffer, 0, (int)Value);
        System.Array.Copy(line, 0, _buffer, HeadBytes, count);
        Value = _checksum.Crc32(_buffer, HeadBytes + count);
    }
}
