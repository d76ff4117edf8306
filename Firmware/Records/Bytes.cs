namespace Firmware.Records;

/// <summary>Numbers in byte arrays, most significant byte first, and whether bytes are the same as others or as a text.</summary>
public static class Bytes
{
    /// <summary>Writes 16 bits; returns the place after them.</summary>
    public static int Put16(byte[] into, int at, int value)
    {
        into[at] = (byte)(value >> 8);
        into[at + 1] = (byte)value;
        return at + 2;
    }

    /// <summary>Writes 24 bits; returns the place after them.</summary>
    public static int Put24(byte[] into, int at, int value)
    {
        into[at] = (byte)(value >> 16);
        return Put16(into, at + 1, value);
    }

    /// <summary>Writes 32 bits; returns the place after them.</summary>
    public static int Put32(byte[] into, int at, int value)
    {
        return Put16(into, Put16(into, at, value >> 16), value);
    }

    /// <summary>Writes 48 bits: milliseconds for 8,900 years; returns the place after them.</summary>
    public static int Put48(byte[] into, int at, long value)
    {
        return Put32(into, Put16(into, at, (int)(value >> 32)), (int)value);
    }

    /// <summary>Writes 64 bits; returns the place after them.</summary>
    public static int Put64(byte[] into, int at, long value)
    {
        return Put32(into, Put32(into, at, (int)(value >> 32)), (int)value);
    }

    /// <summary>So many bytes of two arrays are the same; both have them.</summary>
    public static bool Same(byte[] one, int oneAt, byte[] other, int otherAt, int count)
    {
        bool same = true;
        for (int i = 0; same && i < count; i++)
        {
            same = one[oneAt + i] == other[otherAt + i];
        }

        return same;
    }

    /// <summary>The bytes from here to there are this text of ASCII.</summary>
    public static bool IsText(byte[] from, int at, int end, string text)
    {
        bool same = end - at == text.Length;
        for (int i = 0; same && i < text.Length; i++)
        {
            same = from[at + i] == text[i];
        }

        return same;
    }

    /// <summary>Reads 16 bits, unsigned.</summary>
    public static int Get16(byte[] from, int at)
    {
        return (from[at] << 8) | from[at + 1];
    }

    /// <summary>Reads 24 bits with their sign.</summary>
    public static int Get24(byte[] from, int at)
    {
        return ((sbyte)from[at] << 16) | Get16(from, at + 1);
    }

    /// <summary>Reads 32 bits.</summary>
    public static int Get32(byte[] from, int at)
    {
        return (Get16(from, at) << 16) | Get16(from, at + 2);
    }

    /// <summary>Reads 48 bits, unsigned.</summary>
    public static long Get48(byte[] from, int at)
    {
        return ((long)Get16(from, at) << 32) | (uint)Get32(from, at + 2);
    }

    /// <summary>Reads 64 bits.</summary>
    public static long Get64(byte[] from, int at)
    {
        return ((long)Get32(from, at) << 32) | (uint)Get32(from, at + 4);
    }
}
