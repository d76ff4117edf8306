namespace Firmware.Records.Messaging;

/// <summary>
/// CBOR (RFC 8949) of the same messages for metered links: maps and arrays of indefinite length, whole numbers in their shortest form, and for a name the number
/// that the registry gives it (<see cref="CborKeys"/>). A name without a number travels as text; a reader takes both.
/// </summary>
public sealed class CborWriter : MessageWriter
{
    private const int Unsigned = 0x00;
    private const int Negative = 0x20;
    private const int TextString = 0x60;
    private const byte OpenArray = 0x9F;
    private const byte OpenMap = 0xBF;
    private const byte False = 0xF4;
    private const byte True = 0xF5;
    private const byte NoValue = 0xF6;
    private const byte Break = 0xFF;

    /// <summary>A writer into a buffer.</summary>
    public CborWriter(byte[] buffer)
        : base(buffer)
    {
    }

    /// <inheritdoc/>
    public override void BeginObject() => Put(OpenMap);

    /// <inheritdoc/>
    public override void EndObject() => Put(Break);

    /// <inheritdoc/>
    public override void BeginArray() => Put(OpenArray);

    /// <inheritdoc/>
    public override void EndArray() => Put(Break);

    /// <inheritdoc/>
    public override void Name(string name)
    {
        int key = CborKeys.Of(name);
        if (key >= 0)
        {
            Head(Unsigned, key);
        }
        else
        {
            Text(name);
        }
    }

    /// <inheritdoc/>
    public override void Reading(int signal) => Head(Negative, signal);

    /// <inheritdoc/>
    public override void Number(long value)
    {
        if (value >= 0)
        {
            Head(Unsigned, value);
        }
        else
        {
            Head(Negative, -1 - value);
        }
    }

    /// <inheritdoc/>
    public override void Text(string value)
    {
        Head(TextString, value.Length);
        PutAscii(value);
    }

    /// <inheritdoc/>
    public override void Text(byte[] utf8, int at, int end)
    {
        Head(TextString, end - at);
        for (; at < end; at++)
        {
            Put(utf8[at]);
        }
    }

    /// <inheritdoc/>
    protected override void Flag(bool value) => Put(value ? True : False);

    /// <inheritdoc/>
    protected override void Null() => Put(NoValue);

    /// <inheritdoc/>
    protected override void Id(int epoch, int seq)
    {
        Head(TextString, DigitsOf((uint)epoch) + 1 + DigitsOf(seq));
        PutDigits((uint)epoch);
        Put((byte)'-');
        PutDigits(seq);
    }

    /// <summary>Decimal digits of a number from 0.</summary>
    private static int DigitsOf(long value)
    {
        int digits = 1;
        for (; value > 9; value /= 10)
        {
            digits++;
        }

        return digits;
    }

    /// <summary>The first byte of an item with its argument in the shortest form (RFC 8949, 3 and 4.2.1).</summary>
    private void Head(int majorType, long argument)
    {
        if (argument < 24)
        {
            Put((byte)(majorType | (int)argument));
            return;
        }

        int size = argument <= byte.MaxValue ? 0 : argument <= ushort.MaxValue ? 1 : argument <= uint.MaxValue ? 2 : 3;
        Put((byte)(majorType | (24 + size)));
        for (int shift = (8 << size) - 8; shift >= 0; shift -= 8)
        {
            Put((byte)(argument >> shift));
        }
    }
}
