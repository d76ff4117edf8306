namespace Firmware.Records;

/// <summary>Whether bytes are text that may be shown and sent on. Editors save GBK too, and a reader refuses a payload that is not UTF-8.</summary>
public static class Utf8
{
    /// <summary>
    /// True where the bytes from <paramref name="at"/> to <paramref name="end"/> are whole UTF-8 characters (RFC 3629) and none steers a terminal or a page: no control character (U+0000–1F, U+007F–9F:
    /// U+009B is the CSI of xterm and PuTTY), no line or paragraph separator (U+2028, U+2029), nothing that turns the direction of what follows (U+202A–E, U+2066–9).
    /// </summary>
    public static bool IsPrintable(byte[] text, int at, int end)
    {
        while (at < end)
        {
            int length = LengthOf(text[at]);
            if (length == 0 || at + length > end || !Continues(text, at, length) || Steers(text, at))
            {
                return false;
            }

            at += length;
        }

        return true;
    }

    /// <summary>End of the whole characters that fit into some bytes; <paramref name="at"/> where none does.</summary>
    public static int CutAt(byte[] text, int at, int end, int bytes)
    {
        if (end - at <= bytes)
        {
            return end;
        }

        int cut = at + bytes;
        while (cut > at && (text[cut] & 0xC0) == 0x80)
        {
            cut--;
        }

        return cut;
    }

    /// <summary>Bytes of the character that a byte begins; 0 where it begins none.</summary>
    private static int LengthOf(byte lead)
    {
        if (lead < 0x80)
        {
            return lead < 0x20 || lead == 0x7F ? 0 : 1;
        }

        if (lead < 0xE0)
        {
            return lead < 0xC2 ? 0 : 2;
        }

        return lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    }

    /// <summary>A whole character of two or three bytes that is no text: C1 controls, separators of lines, marks of direction.</summary>
    private static bool Steers(byte[] text, int at)
    {
        if (text[at] == 0xC2)
        {
            return text[at + 1] < 0xA0;
        }

        if (text[at] != 0xE2)
        {
            return false;
        }

        byte last = text[at + 2];
        return text[at + 1] == 0x80 ? last >= 0xA8 && last <= 0xAE : text[at + 1] == 0x81 && last >= 0xA6 && last <= 0xA9;
    }

    private static bool Continues(byte[] text, int at, int length)
    {
        bool good = length == 1 || SecondFits(text[at], text[at + 1]);
        for (int i = 1; good && i < length; i++)
        {
            good = (text[at + i] & 0xC0) == 0x80;
        }

        return good;
    }

    /// <summary>No character in more bytes than it needs, no half of a surrogate pair, none beyond U+10FFFF.</summary>
    private static bool SecondFits(byte lead, byte second)
    {
        return lead switch
        {
            0xE0 => second >= 0xA0,
            0xED => second < 0xA0,
            0xF0 => second >= 0x90,
            0xF4 => second < 0x90,
            _ => true,
        };
    }
}
