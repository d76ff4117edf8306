using System.Text;

namespace Core.Tests.Support;

/// <summary>Bytes and text for tests.</summary>
public static class Text
{
    /// <summary>UTF-8 bytes of a text.</summary>
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Text of the first bytes of a buffer.</summary>
    public static string Of(byte[] bytes, int count) => Encoding.UTF8.GetString(bytes, 0, count);

    /// <summary>Bytes of "01 03 FF".</summary>
    public static byte[] Hex(string hex)
    {
        var bytes = new byte[(hex.Length + 1) / 3];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((Digit(hex[3 * i]) << 4) | Digit(hex[(3 * i) + 1]));
        }

        return bytes;
    }

    /// <summary>The first bytes of a buffer as "0103ff".</summary>
    public static string Hex(byte[] bytes, int count)
    {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            text.Append("0123456789abcdef"[bytes[i] >> 4]);
            text.Append("0123456789abcdef"[bytes[i] & 15]);
        }

        return text.ToString();
    }

    /// <summary>How often a part stands in a text.</summary>
    public static int Times(string part, string text)
    {
        int times = 0;
        for (int at = text.IndexOf(part); at >= 0; at = text.IndexOf(part, at + part.Length))
        {
            times++;
        }

        return times;
    }

    /// <summary>True where a part stands in a text.</summary>
    public static bool Has(string part, string text) => text.IndexOf(part) >= 0;

    /// <summary>Repeatable noise: the next number after a seed (Numerical Recipes' linear congruence).</summary>
    public static uint Noise(uint seed) => unchecked((seed * 1664525) + 1013904223);

    private static int Digit(char c) => c <= '9' ? c - '0' : c - 'A' + 10;
}
