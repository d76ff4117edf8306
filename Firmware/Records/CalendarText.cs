namespace Firmware.Records;

/// <summary>
/// Reads the text of one year's holidays and make-up workdays: <c>2026:0101-0103,0215-0223,+0104,+0214</c> (a day or a span of days off, MMDD; <c>+</c> a make-up workday, 调休). It is judged as a whole
/// before anything of it is given out.
/// </summary>
public sealed class CalendarText
{
    /// <summary>Longest text, bytes. The published year 2026 takes 110: seven spans off and six make-up workdays.</summary>
    public const int MaxBytes = 128;

    /// <summary>Most spans of one year.</summary>
    public const int MaxSpans = 24;

    private const int FirstYear = 2020;
    private const int LastYear = 2099;

    private byte[] _text;
    private int _at;
    private int _end;
    private char _between;

    /// <summary>The year; what it is before a text was taken has no meaning.</summary>
    public int Year { get; private set; }

    /// <summary>First day of the span that was read last, MMDD.</summary>
    public int From { get; private set; }

    /// <summary>Its last day, MMDD, not before the first.</summary>
    public int To { get; private set; }

    /// <summary>Its days are worked.</summary>
    public bool IsWorked { get; private set; }

    /// <summary>Where a text is cut, from a place on, so that the piece has at most so many bytes: in front of a comma, with which the next piece begins (<c>holidays=,0925-0927</c> goes on after what is set).</summary>
    /// <param name="text">A text of the form.</param>
    /// <param name="from">First byte of the piece.</param>
    /// <param name="most">Bytes that it may have; more than the longest span takes.</param>
    public static int EndOfPiece(byte[] text, int from, int most)
    {
        int end = text.Length - from > most ? from + most : text.Length;
        while (end < text.Length && end > from && text[end] != ',')
        {
            end--;
        }

        return end;
    }

    /// <summary>Takes a text; false where it is not of the form. Then <see cref="TryNext"/> gives its spans, at least one.</summary>
    public bool TryBegin(byte[] text, int offset, int count)
    {
        if (!TryYear(text, offset, count))
        {
            return false;
        }

        int spans = 0;
        bool good = true;
        while (good && _at < _end)
        {
            good = TryNext() && ++spans <= MaxSpans;
        }

        return good && TryYear(text, offset, count);
    }

    /// <summary>Reads the next span; false after the last one.</summary>
    public bool TryNext()
    {
        bool wanted = Take(_between);
        _between = ',';
        IsWorked = Take('+');
        From = TakeDigits(4);
        To = Take('-') ? TakeDigits(4) : From;
        return wanted && SettingsRules.IsDay(From) && SettingsRules.IsDay(To) && From > 0 && To >= From;
    }

    private bool TryYear(byte[] text, int offset, int count)
    {
        _text = text;
        _at = offset;
        _end = offset + count;
        Year = TakeDigits(4);
        _between = ':';
        return Year >= FirstYear && Year <= LastYear && _at < _end;
    }

    private int TakeDigits(int digits)
    {
        int value = 0;
        for (int i = 0; i < digits; i++)
        {
            if (_at >= _end || _text[_at] < '0' || _text[_at] > '9')
            {
                return -1;
            }

            value = (value * 10) + _text[_at++] - '0';
        }

        return value;
    }

    private bool Take(char wanted)
    {
        bool there = _at < _end && _text[_at] == wanted;
        _at += there ? 1 : 0;
        return there;
    }
}
