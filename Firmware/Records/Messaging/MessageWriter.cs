namespace Firmware.Records.Messaging;

/// <summary>
/// The one definition of every message is written against this; what leaves is JSON (<see cref="JsonWriter"/>) or CBOR (<see cref="CborWriter"/>), by setting.
/// It writes into a buffer that is used again and again. A text that does not fit is marked, never cut.
/// </summary>
public abstract class MessageWriter
{
    private readonly byte[] _buffer;

    /// <summary>A writer into a buffer.</summary>
    protected MessageWriter(byte[] buffer)
    {
        _buffer = buffer;
    }

    /// <summary>The buffer.</summary>
    public byte[] Buffer => _buffer;

    /// <summary>Bytes written.</summary>
    public int Count { get; private set; }

    /// <summary>Something did not fit; the content is not to be used.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>The writer that a unit's settings name (<see cref="Firmware.Core.Contracts.Settings.Cbor"/>).</summary>
    public static MessageWriter For(bool cbor, byte[] buffer)
    {
        return cbor ? new CborWriter(buffer) : new JsonWriter(buffer);
    }

    /// <summary>Starts a new message.</summary>
    public virtual void Reset()
    {
        Count = 0;
        Overflowed = false;
    }

    /// <summary>Opens an object as a value.</summary>
    public abstract void BeginObject();

    /// <summary>Closes it.</summary>
    public abstract void EndObject();

    /// <summary>Opens an array as a value.</summary>
    public abstract void BeginArray();

    /// <summary>Closes it.</summary>
    public abstract void EndArray();

    /// <summary>A member's name, ASCII; its value must follow.</summary>
    public abstract void Name(string name);

    /// <summary>The name of a reading (<see cref="Firmware.Core.Contracts.Signal"/>); its value must follow.</summary>
    public abstract void Reading(int signal);

    /// <summary>A whole number as a value.</summary>
    public abstract void Number(long value);

    /// <summary>An ASCII text that needs no escape, as a value.</summary>
    public abstract void Text(string value);

    /// <summary>UTF-8 text from a place to before another as a value, whatever is in it.</summary>
    public abstract void Text(byte[] utf8, int at, int end);

    /// <summary>A member with a whole number.</summary>
    public void Member(string name, long value)
    {
        Name(name);
        Number(value);
    }

    /// <summary>A member with an ASCII text that needs no escape.</summary>
    public void Member(string name, string value)
    {
        Name(name);
        Text(value);
    }

    /// <summary>A member with true or false.</summary>
    public void Member(string name, bool value)
    {
        Name(name);
        Flag(value);
    }

    /// <summary>A member with UTF-8 text, whatever is in it.</summary>
    public void Member(string name, byte[] utf8)
    {
        Name(name);
        Text(utf8, 0, utf8.Length);
    }

    /// <summary>A member without a value.</summary>
    public void MemberNull(string name)
    {
        Name(name);
        Null();
    }

    /// <summary>A member whose value is an id: epoch, dash, seq.</summary>
    public void MemberId(string name, int epoch, int seq)
    {
        Name(name);
        Id(epoch, seq);
    }

    /// <summary>True or false as a value.</summary>
    protected abstract void Flag(bool value);

    /// <summary>No value.</summary>
    protected abstract void Null();

    /// <summary>The text <c>epoch-seq</c> as a value.</summary>
    protected abstract void Id(int epoch, int seq);

    /// <summary>One byte.</summary>
    protected void Put(byte value)
    {
        if (Count < _buffer.Length)
        {
            _buffer[Count] = value;
            Count++;
        }
        else
        {
            Overflowed = true;
        }
    }

    /// <summary>The characters of an ASCII text.</summary>
    protected void PutAscii(string ascii)
    {
        int length = ascii.Length;
        for (int i = 0; i < length; i++)
        {
            Put((byte)ascii[i]);
        }
    }

    /// <summary>A whole number as decimal digits.</summary>
    protected void PutDigits(long value)
    {
        if (value < 0)
        {
            Put((byte)'-');
        }

        long divisor = 1;
        while (value / divisor > 9 || value / divisor < -9)
        {
            divisor *= 10;
        }

        for (; divisor > 0; divisor /= 10)
        {
            long digit = value / divisor % 10;
            Put((byte)('0' + (digit < 0 ? -digit : digit)));
        }
    }
}
