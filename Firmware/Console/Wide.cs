namespace Firmware.Console;

/// <summary>
/// How wide UTF-8 text is on a terminal, and where it may be broken. From U+3000 on a character takes two columns (Unicode TR11: CJK, kana, Hangul, full-width
/// forms, emoji); below it one, also the signs ‰ and “ ” that a Chinese font may draw wider: terminals count one.
/// </summary>
public static class Wide
{
    /// <summary>Columns of the character that a byte begins; none for a byte that continues one.</summary>
    public static int Of(byte value)
    {
        return value >= 0xE3 ? 2 : (value & 0xC0) == 0x80 ? 0 : 1;
    }

    /// <summary>Columns of the bytes from <paramref name="at"/> to <paramref name="end"/>.</summary>
    public static int Of(byte[] utf8, int at, int end)
    {
        int width = 0;
        for (; at < end; at++)
        {
            width += Of(utf8[at]);
        }

        return width;
    }

    /// <summary>After the character that begins at a byte.</summary>
    public static int CharEnd(byte[] utf8, int at, int end)
    {
        at++;
        while (at < end && (utf8[at] & 0xC0) == 0x80)
        {
            at++;
        }

        return at;
    }

    /// <summary>First byte of the character before a byte; 0 at the beginning.</summary>
    public static int CharStart(byte[] utf8, int at)
    {
        do
        {
            at--;
        }
        while (at > 0 && (utf8[at] & 0xC0) == 0x80);
        return at < 0 ? 0 : at;
    }

    /// <summary>After a blank, after one wide character, or after a run of narrow ones; with the wide punctuation marks that follow.</summary>
    public static int WordEnd(byte[] utf8, int at, int end)
    {
        int next = CharEnd(utf8, at, end);
        if (utf8[at] == ' ')
        {
            return next;
        }

        while (IsOpeningMark(utf8, at, end) && next < end)
        {
            at = next;
            next = CharEnd(utf8, next, end);
        }

        while (Of(utf8[at]) == 1 && next < end && Of(utf8[next]) < 2 && (utf8[next] != ' ' || IsBeforeUnit(utf8, next, end)))
        {
            next = CharEnd(utf8, next, end);
        }

        while (IsClosingMark(utf8, next, end))
        {
            next = CharEnd(utf8, next, end);
        }

        return next;
    }

    /// <summary>A blank between a number and its unit, one to three letters, does not break: 30 s, 13.8 V, 100 kPa.</summary>
    private static bool IsBeforeUnit(byte[] utf8, int blank, int end)
    {
        int letters = 0;
        while (blank + 1 + letters < end && (utf8[blank + 1 + letters] | 32) >= 'a' && (utf8[blank + 1 + letters] | 32) <= 'z')
        {
            letters++;
        }

        int behind = blank + 1 + letters;
        bool ends = behind >= end || utf8[behind] < '0' || utf8[behind] > 'z' || (utf8[behind] > '9' && utf8[behind] < 'A');
        return utf8[blank - 1] >= '0' && utf8[blank - 1] <= '9' && letters >= 1 && letters <= 3 && ends;
    }

    /// <summary>、。 and ，：；！？）” may not begin a line (避头).</summary>
    private static bool IsClosingMark(byte[] utf8, int at, int end)
    {
        if (at + 3 > end)
        {
            return false;
        }

        byte mark = utf8[at + 2];
        bool stops = utf8[at] == 0xE3 && utf8[at + 1] == 0x80 && (mark == 0x81 || mark == 0x82);
        bool quote = utf8[at] == 0xE2 && utf8[at + 1] == 0x80 && mark == 0x9D;
        bool wide = utf8[at] == 0xEF && utf8[at + 1] == 0xBC;
        return stops || quote || (wide && (mark == 0x8C || mark == 0x9A || mark == 0x9B || mark == 0x81 || mark == 0x9F || mark == 0x89));
    }

    /// <summary>（ and “ may not end a line (避尾).</summary>
    private static bool IsOpeningMark(byte[] utf8, int at, int end)
    {
        return at + 3 <= end
            && ((utf8[at] == 0xEF && utf8[at + 1] == 0xBC && utf8[at + 2] == 0x88) || (utf8[at] == 0xE2 && utf8[at + 1] == 0x80 && utf8[at + 2] == 0x9C));
    }
}
