using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records;

namespace Firmware.Console;

/// <summary>
/// The persons who may change something: number, PIN (as <see cref="PinDigest"/>) and card. It is configuration: a person is added and taken away at the console by another one, the
/// first one with the button held. A new unit has nobody, and nothing that would open it. 12 × 26 B.
/// </summary>
public sealed class PersonList : IKept, ICardList
{
    /// <summary>Persons that fit one slot.</summary>
    public const int Capacity = 12;

    /// <summary>Greatest number of a person: it fits a byte of a record.</summary>
    public const int LastNumber = 250;

    private const byte Type = 20;
    private const int HeadBytes = 12;
    private const int EntryBytes = 26;
    private const int AboutBytes = 2;
    private const int SaltAt = 2;
    private const int DigestAt = SaltAt + PinDigest.SaltBytes;
    private const int CardAt = DigestAt + PinDigest.Bytes;

    private readonly byte[] _entries = new byte[Capacity * EntryBytes];
    private readonly IKeyedHash _hash;
    private readonly byte[] _chip;
    private bool _due;

    /// <summary>A list on a chip.</summary>
    /// <param name="hash">HMAC-SHA-256.</param>
    /// <param name="chip">The chip's MAC: two units never have the same salt.</param>
    public PersonList(IKeyedHash hash, byte[] chip)
    {
        _hash = hash;
        _chip = chip;
    }

    /// <summary>Persons in the list.</summary>
    public int Count { get; private set; }

    /// <summary>Wrong tries since the last right one; kept, so that switching off does not start them anew.</summary>
    public int Failures { get; private set; }

    /// <summary>Who changed something last; 0 = nobody yet.</summary>
    public int LastPerson { get; private set; }

    /// <summary>What they did, as in <see cref="CommandTable"/>.</summary>
    public int LastCommand { get; private set; }

    /// <summary>Code of the fault, or key of the setting, that they did it to; 0 where it was about neither.</summary>
    public int LastAbout { get; private set; }

    /// <summary>When, Unix seconds; 0 where the clock was not set.</summary>
    public long LastUnix { get; private set; }

    /// <inheritdoc/>
    public int Slot => Slots.Persons;

    /// <summary>Number of the person at a place.</summary>
    public int NumberAt(int place) => _entries[(place * EntryBytes) + 1];

    /// <summary>Card of the person at a place; 0 = none.</summary>
    public int CardOf(int place) => Bytes.Get32(_entries, (place * EntryBytes) + CardAt);

    /// <summary>Place of a person; −1 where there is none of this number.</summary>
    public int Find(int number)
    {
        for (int place = 0; place < Count; place++)
        {
            if (NumberAt(place) == number)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Place of the person whose card this is; −1 where it is nobody's.</summary>
    public int FindCard(int card)
    {
        for (int place = 0; place < Count && card != 0; place++)
        {
            if (CardOf(place) == card)
            {
                return place;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public bool IsTechnicians(int card) => FindCard(card) >= 0;

    /// <summary>Adds a person, or gives one a new PIN. False where the list is full.</summary>
    public bool Put(int number, byte[] pin, int pinCount, long nowMs)
    {
        int place = Find(number);
        if (place < 0 && Count == Capacity)
        {
            return false;
        }

        if (place < 0)
        {
            place = Count++;
            Clear(place);
        }

        int at = place * EntryBytes;
        _entries[at + 1] = (byte)number;
        byte[] salt = NewSalt(number, nowMs);
        System.Array.Copy(salt, 0, _entries, at + SaltAt, PinDigest.SaltBytes);
        byte[] digest = PinDigest.Of(pin, pinCount, _entries, at + SaltAt, _hash);
        System.Array.Copy(digest, 0, _entries, at + DigestAt, PinDigest.Bytes);
        _due = true;
        return true;
    }

    /// <summary>Gives a person a card; 0 takes it away.</summary>
    public void SetCard(int place, int card)
    {
        Bytes.Put32(_entries, (place * EntryBytes) + CardAt, card);
        _due = true;
    }

    /// <summary>Takes everybody off the list, as on a new unit: the next one gets on it with the button held.</summary>
    public void Clear()
    {
        System.Array.Clear(_entries, 0, _entries.Length);
        Count = 0;
        Failures = 0;
        LastPerson = 0;
        LastCommand = 0;
        LastAbout = 0;
        LastUnix = 0;
        _due = true;
    }

    /// <summary>Takes a person off the list.</summary>
    public void Remove(int place)
    {
        int last = Count - 1;
        System.Array.Copy(_entries, last * EntryBytes, _entries, place * EntryBytes, EntryBytes);
        Clear(last);
        Count = last;
        _due = true;
    }

    /// <summary>True where this is the PIN of the person at a place. Takes the same time for a wrong one.</summary>
    public bool Matches(int place, byte[] pin, int pinCount)
    {
        int at = place * EntryBytes;
        byte[] digest = PinDigest.Of(pin, pinCount, _entries, at + SaltAt, _hash);
        int different = 0;
        for (int i = 0; i < PinDigest.Bytes; i++)
        {
            different |= digest[i] ^ _entries[at + DigestAt + i];
        }

        return different == 0;
    }

    /// <summary>Counts a wrong try, or forgets them after a right one.</summary>
    public void Tried(bool right)
    {
        int failures = right ? 0 : Failures + 1;
        failures = failures > byte.MaxValue ? byte.MaxValue : failures;
        _due |= failures != Failures;
        Failures = failures;
    }

    /// <summary>Notes who changed something, what, and of which fault or setting.</summary>
    public void Acted(int person, int command, int about, long unixSeconds)
    {
        LastPerson = person;
        LastCommand = command;
        LastAbout = about;
        LastUnix = unixSeconds;
        _due = true;
    }

    /// <inheritdoc/>
    public bool IsDue(long nowMs) => _due;

    /// <inheritdoc/>
    public int Write(byte[] buffer, long nowMs, IChecksum checksum)
    {
        buffer[Record.BodyAt] = (byte)Count;
        buffer[Record.BodyAt + 1] = (byte)Failures;
        buffer[Record.BodyAt + 2] = (byte)LastPerson;
        buffer[Record.BodyAt + 3] = (byte)LastCommand;
        Bytes.Put64(buffer, Record.BodyAt + 4, LastUnix);
        int end = Record.BodyAt + HeadBytes + (Count * EntryBytes);
        System.Array.Copy(_entries, 0, buffer, Record.BodyAt + HeadBytes, Count * EntryBytes);
        return Record.Seal(buffer, Type, Bytes.Put16(buffer, end, LastAbout), checksum);
    }

    /// <inheritdoc/>
    public void Saved(long nowMs)
    {
        _due = false;
    }

    /// <inheritdoc/>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        if (!Record.IsValid(buffer, count, Type, HeadBytes, checksum) || buffer[Record.BodyAt] > Capacity)
        {
            return false;
        }

        // An earlier firmware did not note what the last thing done was about.
        int length = HeadBytes + (buffer[Record.BodyAt] * EntryBytes);
        int rest = Record.BodyBytes(buffer) - length;
        if (rest != 0 && rest != AboutBytes)
        {
            return false;
        }

        Count = buffer[Record.BodyAt];
        Failures = buffer[Record.BodyAt + 1];
        LastPerson = buffer[Record.BodyAt + 2];
        LastCommand = buffer[Record.BodyAt + 3];
        LastUnix = Bytes.Get64(buffer, Record.BodyAt + 4);
        LastAbout = rest == 0 ? 0 : Bytes.Get16(buffer, Record.BodyAt + length);
        System.Array.Copy(buffer, Record.BodyAt + HeadBytes, _entries, 0, Count * EntryBytes);
        return true;
    }

    private void Clear(int place)
    {
        System.Array.Clear(_entries, place * EntryBytes, EntryBytes);
    }

    /// <summary>A salt has to be another one each time, not secret: from chip, person and the moment of the key.</summary>
    private byte[] NewSalt(int number, long nowMs)
    {
        var moment = new byte[12];
        Bytes.Put64(moment, Bytes.Put32(moment, 0, number), nowMs);
        return _hash.Compute(_chip, moment);
    }
}
