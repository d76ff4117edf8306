namespace Firmware.Records;

/// <summary>Bytes as hexadecimal digits, two a byte.</summary>
public static class Hex
{
    /// <summary>The first bytes as small digits, ASCII.</summary>
    public static byte[] Of(byte[] from, int count)
    {
        var digits = new byte[2 * count];
        for (int i = 0; i < count; i++)
        {
            digits[2 * i] = DigitOf(from[i] >> 4);
            digits[(2 * i) + 1] = DigitOf(from[i] & 15);
        }

        return digits;
    }

    /// <summary>The bytes of digits, small or capital, from a place to another; null where they are none, or an odd number of them.</summary>
    public static byte[] Read(byte[] text, int from, int to)
    {
        var bytes = new byte[(to - from) / 2];
        bool good = (to - from) % 2 == 0;
        for (int i = 0; good && i < bytes.Length; i++)
        {
            int high = ValueOf(text[from + (2 * i)]);
            int low = ValueOf(text[from + (2 * i) + 1]);
            good = high >= 0 && low >= 0;
            bytes[i] = (byte)((high << 4) | low);
        }

        return good ? bytes : null;
    }

    private static byte DigitOf(int value) => (byte)(value < 10 ? '0' + value : 'a' + value - 10);

    private static int ValueOf(byte digit)
    {
        int letter = digit | 0x20;
        return digit >= '0' && digit <= '9' ? digit - '0' : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
