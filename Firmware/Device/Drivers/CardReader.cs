using System.Threading;
using Firmware.Core.Contracts;

namespace Firmware.Device.Drivers;

/// <summary>
/// PN532 reader for cards of ISO 14443 type A on I²C (user manual UM0701-02): a command frame, its acknowledgement, its answer, each read after a status
/// byte that is 1 once it is ready. A card's number is the first four bytes of its identifier, most significant one first.
/// </summary>
internal sealed class CardReader
{
    private const byte Diagnose = 0x00;
    private const byte AntennaTest = 0x07;
    private const byte AntennaThreshold = 0x20;
    private const byte SamConfiguration = 0x14;
    private const byte RfConfiguration = 0x32;
    private const byte ListPassiveTarget = 0x4A;
    private const byte FromHost = 0xD4;
    private const byte ToHost = 0xD5;
    private const byte Ready = 1;
    private const int AcknowledgeBytes = 7;
    private const int AnswerBytes = 24;
    private const int WaitMs = 10;
    private const int Waits = 15;
    private const int HeadBytes = 6;
    private const int NumberAt = 13;

    private readonly TwoWirePart _part;
    private readonly byte[] _command = new byte[4];
    private readonly byte[] _frame = new byte[16];
    private readonly byte[] _answer = new byte[AnswerBytes];
    private bool _configured;

    /// <summary>The reader at an address.</summary>
    public CardReader(int address)
    {
        _part = new TwoWirePart(address);
    }

    /// <summary>Looks for a card; a quarter of a second at most.</summary>
    /// <param name="number">Its number, 32 bits; 0 where none lies there.</param>
    public NoDataReason Look(out int number)
    {
        number = 0;
        NoDataReason reason = Configure();
        if (reason == NoDataReason.None)
        {
            _command[0] = ListPassiveTarget;
            _command[1] = 1;
            _command[2] = 0;
            reason = Ask(3);
        }

        _configured = reason == NoDataReason.None;
        if (_configured && _answer[HeadBytes + 2] != 0)
        {
            number = (_answer[NumberAt + 1] << 24) | (_answer[NumberAt + 2] << 16) | (_answer[NumberAt + 3] << 8) | _answer[NumberAt + 4];
        }

        return reason;
    }

    /// <summary>Tests the reader's own antenna: out of range where it is open or short.</summary>
    public NoDataReason TestAntenna()
    {
        _command[0] = Diagnose;
        _command[1] = AntennaTest;
        _command[2] = AntennaThreshold;
        NoDataReason reason = Ask(3);
        return reason == NoDataReason.None && _answer[HeadBytes + 2] != 0 ? NoDataReason.OutOfRange : reason;
    }

    /// <summary>After its supply came back it needs its mode, and to look twice for a card instead of for ever.</summary>
    private NoDataReason Configure()
    {
        if (_configured)
        {
            return NoDataReason.None;
        }

        _command[0] = SamConfiguration;
        _command[1] = 1;
        NoDataReason reason = Ask(2);
        if (reason != NoDataReason.None)
        {
            return reason;
        }

        // Item 5: retries of attention, selection and activation.
        _command[0] = RfConfiguration;
        _command[1] = 5;
        _command[2] = 0;
        _command[3] = 1;
        return Ask(4);
    }

    /// <summary>Sends the command's first bytes; a good answer stands in <see cref="_answer"/> after its status byte and five bytes of head.</summary>
    private NoDataReason Ask(int count)
    {
        NoDataReason reason = _part.Write(_frame, Frame(count));
        reason = reason == NoDataReason.None ? Await(AcknowledgeBytes) : reason;
        if (reason != NoDataReason.None)
        {
            return reason;
        }

        if (_answer[4] != 0x00 || _answer[5] != 0xFF)
        {
            return NoDataReason.BusError;
        }

        reason = Await(AnswerBytes);
        return reason == NoDataReason.None && !IsAnswerTo(_command[0]) ? NoDataReason.BusError : reason;
    }

    private int Frame(int count)
    {
        _frame[0] = 0x00;
        _frame[1] = 0x00;
        _frame[2] = 0xFF;
        _frame[3] = (byte)(count + 1);
        _frame[4] = (byte)-(count + 1);
        _frame[5] = FromHost;
        byte sum = FromHost;
        for (int i = 0; i < count; i++)
        {
            _frame[6 + i] = _command[i];
            sum += _command[i];
        }

        _frame[6 + count] = (byte)-sum;
        _frame[7 + count] = 0x00;
        return count + 8;
    }

    /// <summary>Reads a frame once the status byte says that it is ready.</summary>
    private NoDataReason Await(int count)
    {
        for (int i = 0; i < Waits; i++)
        {
            NoDataReason reason = _part.Read(_answer, count);
            if (reason != NoDataReason.None)
            {
                return reason;
            }

            if (_answer[0] == Ready)
            {
                return NoDataReason.None;
            }

            Thread.Sleep(WaitMs);
        }

        return NoDataReason.Timeout;
    }

    private bool IsAnswerTo(byte command)
    {
        int length = _answer[4];
        bool good = _answer[3] == 0xFF && (byte)(length + _answer[5]) == 0 && length >= 2 && length + HeadBytes < AnswerBytes;
        byte sum = good ? _answer[HeadBytes + length] : (byte)1;
        for (int i = 0; good && i < length; i++)
        {
            sum += _answer[HeadBytes + i];
        }

        return sum == 0 && _answer[HeadBytes] == ToHost && _answer[HeadBytes + 1] == command + 1;
    }
}
