using System;

namespace Board.Native.Parts;

/// <summary>
/// PN532 card reader on I²C (user manual UM0701-02): information frames with length and data checksums; after a command the first frame read is the
/// acknowledgement, the second one the answer, each after a status byte that is 1 once it is ready. Knows what the firmware uses: SAMConfiguration,
/// RFConfiguration, InListPassiveTarget for ISO 14443 type A, and the antenna self-test of Diagnose.
/// </summary>
public sealed class Pn532 : I2cPart
{
    private const byte Ready = 1;
    private const byte FromHost = 0xD4;
    private const byte ToHost = 0xD5;
    private const byte Diagnose = 0x00;
    private const byte AntennaTest = 0x07;
    private const byte AntennaOpen = 0x02;
    private const byte ListPassiveTarget = 0x4A;

    private static readonly byte[] s_acknowledge = [0x00, 0x00, 0xFF, 0x00, 0xFF, 0x00];

    private byte[] _answer;
    private bool _acknowledged;

    /// <summary>Number (4-byte identifier, most significant byte first) of the card that lies on it; 0 for none.</summary>
    public uint Card { get; set; }

    /// <summary>Its coil is broken: it sees no card, and its self-test says so.</summary>
    public bool AntennaBroken { get; set; }

    /// <inheritdoc/>
    protected internal override void Write(ReadOnlySpan<byte> bytes)
    {
        _answer = IsCommand(bytes, out ReadOnlySpan<byte> command) ? Frame(Do(command)) : null;
        _acknowledged = false;
    }

    /// <inheritdoc/>
    protected internal override void Read(Span<byte> bytes)
    {
        bytes.Clear();
        if (_answer == null)
        {
            return;
        }

        byte[] frame = _acknowledged ? _answer : s_acknowledge;
        bytes[0] = Ready;
        frame.AsSpan(0, Math.Min(frame.Length, bytes.Length - 1)).CopyTo(bytes[1..]);

        // Whoever reads the status byte alone only asks whether a frame is ready.
        _answer = bytes.Length > 1 && _acknowledged ? null : _answer;
        _acknowledged |= bytes.Length > 1;
    }

    /// <inheritdoc/>
    protected internal override void PowerUp() => (_answer, _acknowledged) = (null, false);

    private static bool IsCommand(ReadOnlySpan<byte> frame, out ReadOnlySpan<byte> command)
    {
        command = default;
        if (frame.Length < 8 || frame[0] != 0 || frame[1] != 0 || frame[2] != 0xFF || (byte)(frame[3] + frame[4]) != 0 || frame.Length < frame[3] + 7)
        {
            return false;
        }

        ReadOnlySpan<byte> data = frame.Slice(5, frame[3]);
        byte sum = frame[5 + frame[3]];
        foreach (byte value in data)
        {
            sum += value;
        }

        command = data[1..];
        return sum == 0 && data[0] == FromHost;
    }

    private static byte[] Frame(byte[] data)
    {
        byte[] frame = new byte[data.Length + 7];
        frame[2] = 0xFF;
        frame[3] = (byte)data.Length;
        frame[4] = (byte)-data.Length;
        data.CopyTo(frame, 5);
        byte sum = 0;
        foreach (byte value in data)
        {
            sum += value;
        }

        frame[5 + data.Length] = (byte)-sum;
        return frame;
    }

    private byte[] Do(ReadOnlySpan<byte> command) => command[0] switch
    {
        Diagnose when command.Length > 1 && command[1] == AntennaTest => [ToHost, Diagnose + 1, AntennaBroken ? AntennaOpen : (byte)0],
        ListPassiveTarget when Card == 0 || AntennaBroken => [ToHost, ListPassiveTarget + 1, 0],
        ListPassiveTarget =>
        [
            ToHost, ListPassiveTarget + 1, 1, 1, 0x00, 0x04, 0x08, 4, (byte)(Card >> 24), (byte)(Card >> 16), (byte)(Card >> 8), (byte)Card,
        ],
        _ => [ToHost, (byte)(command[0] + 1)],
    };
}
