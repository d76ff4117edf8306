using Firmware.Core.Contracts;
using Firmware.Records;

namespace Firmware.Inspection.Meters;

/// <summary>
/// The history of the site's water meters: the last exchange of each, with serial numbers, dial readings (底数), seal and the end of the legal verification (检定有效期), and the last verifications against a
/// reference volume. What is older stands in the reports that the centre has. Held as it is stored, 224 B, after the run (<see cref="KeptRun"/>): 0 verifications, 1 exchanges that the centre has not acknowledged
/// (two bits each, the pulse meter's and the RS485 meter's: 0 in no report yet, 2 in the report of the first place, 4 in that of the second),
/// 2 reserved (16), 4 the RS485 serial number that the settings had at the last exchange (32), then for each kind of meter the one that was taken out and has no successor yet: serial (12 B, zeros
/// after it), dial reading (32, L); then the exchanges, then the verifications.
/// </summary>
public sealed class MeterBook
{
    /// <summary>The pulse meter.</summary>
    public const int Pulse = 0;

    /// <summary>The RS485 meter.</summary>
    public const int Bus = 1;

    /// <summary>Kinds of meter.</summary>
    public const int Kinds = 2;

    /// <summary>Verifications that are kept.</summary>
    public const int MaxVerifications = 4;

    /// <summary>Bytes of a serial or seal number, UTF-8.</summary>
    public const int TextBytes = 12;

    /// <summary>
    /// Bytes of an exchange: 0 when (Unix s, 32, 0 with no clock), 4 who (16), 6 which meter (8), 7 reserved, 8 old serial (12 B, zeros where the meter is the first), 20 its last dial reading (32, L),
    /// 24 new serial (12 B), 36 its first dial reading (32, L), 40 seal (12 B), 52 end of its verification (32, YYYYMMDD).
    /// </summary>
    public const int SwapBytes = 56;

    /// <summary>Place of the old meter's serial number in an exchange.</summary>
    public const int OldAt = 8;

    /// <summary>Place of its last dial reading.</summary>
    public const int LastAt = 20;

    /// <summary>Place of the new meter's serial number.</summary>
    public const int NewAt = 24;

    /// <summary>Place of its first dial reading.</summary>
    public const int FirstAt = 36;

    /// <summary>Place of its seal number.</summary>
    public const int SealAt = 40;

    /// <summary>Place of the end of its verification.</summary>
    public const int ValidAt = 52;

    /// <summary>Bytes of a verification: 0 when (Unix s, 32), 4 who (16), 6 reference volume (32, L), 10 flow (32, mL/s), 14 error (16, ‰), 16 which meter (8), 17 uncertainty (8, ‰).</summary>
    public const int VerificationBytes = 18;

    /// <summary>Place of the person in an exchange and in a verification.</summary>
    public const int PersonAt = 4;

    /// <summary>Place of its reference volume.</summary>
    public const int VolumeAt = 6;

    /// <summary>Place of its flow.</summary>
    public const int FlowAt = 10;

    /// <summary>Place of its error.</summary>
    public const int ErrorAt = 14;

    /// <summary>Place of the meter that was verified.</summary>
    public const int MeterAt = 16;

    /// <summary>Place of the error's uncertainty.</summary>
    public const int UncertaintyAt = 17;

    /// <summary>Bytes of the whole book.</summary>
    public const int Length = HeadBytes + (Kinds * OutBytes) + (Kinds * SwapBytes) + (MaxVerifications * VerificationBytes);

    private const int HeadBytes = 8;
    private const int OutBytes = TextBytes + 4;
    private const int AllMeters = 3;
    private const int InAnyPlace = 0b10101;

    private readonly byte[] _out = new byte[Kinds * OutBytes];
    private readonly byte[] _swaps = new byte[Kinds * SwapBytes];
    private readonly byte[] _verifications = new byte[MaxVerifications * VerificationBytes];
    private int _serialOfSettings;
    private int _adopted;
    private int _waits;

    /// <summary>Something that must survive a power cut has changed.</summary>
    public bool Changed { get; set; }

    /// <summary>Verifications that are known.</summary>
    public int Verifications { get; private set; }

    /// <summary>Bytes of the exchanges, one of each kind of meter.</summary>
    public byte[] SwapRecords => _swaps;

    /// <summary>Bytes of the verifications, newest first.</summary>
    public byte[] VerificationRecords => _verifications;

    /// <summary>Place of a meter's last exchange in <see cref="SwapRecords"/>.</summary>
    public static int SwapAt(int meter) => meter * SwapBytes;

    /// <summary>Place of a verification in <see cref="VerificationRecords"/>, 0 the newest.</summary>
    public static int VerificationAt(int index) => index * VerificationBytes;

    /// <summary>True where a meter was taken out, and none has been fitted for it.</summary>
    public bool IsOut(int meter) => _out[OutAt(meter)] != 0;

    /// <summary>True where the fitting of a meter was noted.</summary>
    public bool IsFitted(int meter) => _swaps[SwapAt(meter) + NewAt] != 0;

    /// <summary>True where a meter's exchange stands in no report yet.</summary>
    public bool IsUnreported(int meter) => (_waits & (1 << meter)) != 0;

    /// <summary>True where the next report tells of a meter's exchange: no report with it has been acknowledged.</summary>
    public bool IsOwed(int meter) => (Owed & (1 << meter)) != 0;

    /// <summary>Bytes of the meters that are out, one of each kind: serial (<see cref="TextBytes"/>), then dial reading (32, L).</summary>
    public byte[] OutRecords => _out;

    /// <summary>Place of a meter that is out in <see cref="OutRecords"/>.</summary>
    public static int OutAt(int meter) => meter * OutBytes;

    /// <summary>
    /// True where a meter may be noted as taken out: no exchange of it waits for its report, which would be lost after the next one, or it is the old meter of that exchange, whose reading is
    /// corrected.
    /// </summary>
    /// <param name="meter">Which.</param>
    /// <param name="text">Bytes with its serial number.</param>
    /// <param name="at">Where that begins.</param>
    /// <param name="end">Where it ends.</param>
    public bool MayTakeOut(int meter, byte[] text, int at, int end) => !IsUnreported(meter) || IsOldMeter(meter, text, at, end);

    /// <summary>True where a meter may be noted as fitted: the old one is out, or there was none, or what is typed corrects the exchange that waits for its report.</summary>
    public bool MayFit(int meter) => IsOut(meter) || !IsFitted(meter) || IsUnreported(meter);

    /// <summary>A book of its own with the same entries: what a command would note is shown from it before it is.</summary>
    public MeterBook Copy()
    {
        var bytes = new byte[Length];
        Put(bytes, 0);
        var copy = new MeterBook();
        copy.Take(bytes, 0);
        return copy;
    }

    /// <summary>A meter is taken out (<see cref="MayTakeOut"/>); the old meter of an exchange that waits for its report has its reading corrected there.</summary>
    /// <param name="meter">Which.</param>
    /// <param name="text">Bytes with its serial number.</param>
    /// <param name="at">Where that begins; at most <see cref="TextBytes"/> count.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="litres">Its last dial reading, L.</param>
    public void TakeOut(int meter, byte[] text, int at, int end, int litres)
    {
        bool corrects = IsUnreported(meter);
        byte[] into = corrects ? _swaps : _out;
        int place = corrects ? SwapAt(meter) + OldAt : OutAt(meter);
        PutText(into, place, text, at, end);
        Bytes.Put32(into, place + TextBytes, litres);
        Changed = true;
    }

    /// <summary>
    /// A meter is fitted (<see cref="MayFit"/>), in the place of the one that was taken out, or as the first; its seal follows by <see cref="Seal"/>. Without a meter that is out it corrects the exchange that
    /// waits for its report: the old meter's serial number and reading (底数) stay.
    /// </summary>
    public void Fit(int meter, byte[] text, int at, int end, int litres, int person, long unixSeconds)
    {
        int place = SwapAt(meter);
        Bytes.Put32(_swaps, place, (int)unixSeconds);
        Bytes.Put16(_swaps, place + PersonAt, person);
        _swaps[place + 6] = (byte)meter;
        if (!IsUnreported(meter))
        {
            System.Array.Copy(_out, OutAt(meter), _swaps, place + OldAt, OutBytes);
            System.Array.Clear(_out, OutAt(meter), OutBytes);
        }

        PutText(_swaps, place + NewAt, text, at, end);
        Bytes.Put32(_swaps, place + FirstAt, litres);
        _waits = (_waits & ~(InAnyPlace << meter)) | (1 << meter);
        Changed = true;
    }

    /// <summary>Seal number of a meter that was just fitted, and the end of its legal verification.</summary>
    /// <param name="meter">Which.</param>
    /// <param name="text">Bytes with the seal number.</param>
    /// <param name="at">Where that begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="validUntil">Last day of the verification, YYYYMMDD.</param>
    public void Seal(int meter, byte[] text, int at, int end, int validUntil)
    {
        PutText(_swaps, SwapAt(meter) + SealAt, text, at, end);
        Bytes.Put32(_swaps, SwapAt(meter) + ValidAt, validUntil);
        Changed = true;
    }

    /// <summary>The exchanged RS485 meter is the one that counts from now on (fault 210); where the settings are changed later, they hold.</summary>
    public void Adopt(Settings settings)
    {
        if (TryNumber(_swaps, SwapAt(Bus) + NewAt, out int serial))
        {
            // A second exchange, or a correction, finds the last one's number there, and not that of the stored settings.
            _serialOfSettings = settings.BusSerial == _adopted ? _serialOfSettings : settings.BusSerial;
            settings.BusSerial = serial;
            _adopted = serial;
            Changed = true;
        }
    }

    /// <summary>After a restart: where the settings' serial number is still that from before the exchange, the exchanged meter's holds.</summary>
    public void AdoptAgain(Settings settings)
    {
        if (settings.BusSerial == _serialOfSettings && TryNumber(_swaps, SwapAt(Bus) + NewAt, out int serial))
        {
            settings.BusSerial = serial;
            _adopted = serial;
        }
    }

    /// <summary>A meter was verified against a reference volume (L) at a flow (mL/s): its error and the error's uncertainty, ‰.</summary>
    public void NoteVerification(int meter, long unixSeconds, int person, int litres, int flow, int error, int uncertainty)
    {
        for (int at = _verifications.Length - 1; at >= VerificationBytes; at--)
        {
            _verifications[at] = _verifications[at - VerificationBytes];
        }

        Bytes.Put32(_verifications, 0, (int)unixSeconds);
        Bytes.Put16(_verifications, PersonAt, person);
        Bytes.Put32(_verifications, VolumeAt, litres);
        Bytes.Put32(_verifications, FlowAt, flow);
        Bytes.Put16(_verifications, ErrorAt, (int)Bound.Clamp(error, short.MinValue, short.MaxValue));
        _verifications[MeterAt] = (byte)meter;
        _verifications[UncertaintyAt] = (byte)Bound.Clamp(uncertainty, 0, byte.MaxValue);
        Verifications = Verifications < MaxVerifications ? Verifications + 1 : MaxVerifications;
        Changed = true;
    }

    /// <summary>End of the legal verification of a meter, YYYYMMDD; 0 where none is known, also of one that was taken out.</summary>
    public int EndOf(int meter) => IsOut(meter) ? 0 : Bytes.Get32(_swaps, SwapAt(meter) + ValidAt);

    /// <summary>Earliest end of the legal verification of the meters that are fitted, YYYYMMDD; 0 where none is known.</summary>
    public int ValidUntil
    {
        get
        {
            int pulse = Bytes.Get32(_swaps, SwapAt(Pulse) + ValidAt);
            int bus = Bytes.Get32(_swaps, SwapAt(Bus) + ValidAt);
            return pulse == 0 || (bus != 0 && bus < pulse) ? bus : pulse;
        }
    }

    /// <summary>All that is owed (<see cref="IsOwed"/>) stands in the report that is kept in a place (0 or 1).</summary>
    public void NoteReported(int place)
    {
        int owed = Owed;
        Changed |= owed != 0;
        _waits = (_waits & ~(AllMeters | (AllMeters << BitsOf(place)))) | (owed << BitsOf(place));
    }

    /// <summary>The centre has acknowledged the report in a place: whatever exchange stands in it need not be told again.</summary>
    public void NoteAcknowledged(int place)
    {
        int told = (_waits >> BitsOf(place)) & AllMeters;
        Changed |= told != 0;
        _waits &= ~(InAnyPlace * told);
    }

    /// <summary>Writes the book; returns the place after it.</summary>
    public int Put(byte[] buffer, int at)
    {
        buffer[at++] = (byte)Verifications;
        buffer[at++] = (byte)_waits;
        at = Bytes.Put16(buffer, at, 0);
        at = Bytes.Put32(buffer, at, _serialOfSettings);
        at = Put(buffer, at, _out);
        at = Put(buffer, at, _swaps);
        return Put(buffer, at, _verifications);
    }

    /// <summary>Takes the book up again; the <see cref="Length"/> bytes are there.</summary>
    public void Take(byte[] buffer, int at)
    {
        Verifications = (int)Bound.Clamp(buffer[at], 0, MaxVerifications);
        _waits = buffer[at + 1];
        _serialOfSettings = Bytes.Get32(buffer, at + 4);
        at = Get(buffer, at + HeadBytes, _out);
        at = Get(buffer, at, _swaps);
        Get(buffer, at, _verifications);
    }

    /// <summary>Bytes of a text that was put by this book.</summary>
    public static int LengthOf(byte[] from, int at)
    {
        int length = 0;
        while (length < TextBytes && from[at + length] != 0)
        {
            length++;
        }

        return length;
    }

    /// <summary>Exchanges that no acknowledged report tells of, a bit each.</summary>
    private int Owed => (_waits | (_waits >> BitsOf(0)) | (_waits >> BitsOf(1))) & AllMeters;

    private static int BitsOf(int place) => Kinds * (place + 1);

    private bool IsOldMeter(int meter, byte[] text, int at, int end)
    {
        int old = SwapAt(meter) + OldAt;
        return end - at == LengthOf(_swaps, old) && Bytes.Same(text, at, _swaps, old, end - at);
    }

    private static void PutText(byte[] into, int place, byte[] text, int at, int end)
    {
        for (int i = 0; i < TextBytes; i++)
        {
            into[place + i] = at + i < end ? text[at + i] : (byte)0;
        }
    }

    private static int Put(byte[] into, int at, byte[] from)
    {
        System.Array.Copy(from, 0, into, at, from.Length);
        return at + from.Length;
    }

    private static int Get(byte[] from, int at, byte[] into)
    {
        System.Array.Copy(from, at, into, 0, into.Length);
        return at + into.Length;
    }

    /// <summary>A serial number of at most nine digits, as the RS485 meter gives its own.</summary>
    private static bool TryNumber(byte[] from, int at, out int number)
    {
        int length = LengthOf(from, at);
        number = 0;
        bool good = length is > 0 and <= 9;
        for (int i = 0; good && i < length; i++)
        {
            good = from[at + i] >= '0' && from[at + i] <= '9';
            number = (number * 10) + from[at + i] - '0';
        }

        return good;
    }
}
