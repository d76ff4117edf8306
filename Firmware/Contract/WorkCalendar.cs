namespace Firmware.Contract;

/// <summary>What a day is to an office.</summary>
public enum DayKind : byte
{
    /// <summary>Monday to Friday, or a make-up workday (调休).</summary>
    Workday = 0,

    /// <summary>Saturday, Sunday or a holiday.</summary>
    Rest = 1,
}

/// <summary>
/// Holidays and make-up workdays as dated configuration: the State Council publishes them a year at a time. Text, one year:
/// <c>2026:0101-0103,0215-0223,+0104,+0214</c> (a day or a span of days off, MMDD; <c>+</c> a make-up workday). For a year that is not configured only
/// the weekday counts, and <see cref="HasYear"/> says so. At most two years, 24 spans each; 200 bytes.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>Years that are held; a third one replaces the older.</summary>
    public const int Years = 2;

    /// <summary>Spans of one year.</summary>
    public const int Spans = 24;

    private readonly short[] _year = new short[Years];
    private readonly short[] _from = new short[Years * Spans];
    private readonly short[] _to = new short[Years * Spans];
    private readonly bool[] _works = new bool[Years * Spans];
    private readonly byte[] _count = new byte[Years];
    private byte[] _text;
    private int _at;
    private int _end;

    /// <summary>The year's holidays are configured.</summary>
    public bool HasYear(int year) => PlaceOf(year) >= 0;

    /// <summary>Kind of a day; <paramref name="weekday"/> 0 = Sunday … 6 = Saturday.</summary>
    public DayKind KindOf(int year, int month, int day, int weekday)
    {
        int place = PlaceOf(year);
        int date = (month * 100) + day;
        DayKind kind = weekday == 0 || weekday == 6 ? DayKind.Rest : DayKind.Workday;
        for (int i = 0; place >= 0 && i < _count[place]; i++)
        {
            int at = (place * Spans) + i;
            if (date >= _from[at] && date <= _to[at])
            {
                kind = _works[at] ? DayKind.Workday : DayKind.Rest;
            }
        }

        return kind;
    }

    /// <summary>Takes one year's text; false where it is not of the form, and nothing is changed.</summary>
    public bool TryTake(byte[] text, int offset, int count)
    {
        _text = text;
        _end = offset + count;
        int year = TakeYear(offset);
        if (year < 2020 || year > 2099 || !IsWellFormed())
        {
            return false;
        }

        TakeYear(offset);
        int place = PlaceFor(year);
        _year[place] = (short)year;
        _count[place] = 0;
        do
        {
            TakeSpan((place * Spans) + _count[place]);
            _count[place]++;
        }
        while (Take(','));

        return true;
    }

    /// <summary>The year in front of the colon, −1 where there is none; the spans come next.</summary>
    private int TakeYear(int offset)
    {
        _at = offset;
        int year = TakeDigits(4);
        return Take(':') ? year : -1;
    }

    private bool IsWellFormed()
    {
        int spans = 0;
        bool good;
        do
        {
            Take('+');
            int from = TakeDigits(4);
            int to = Take('-') ? TakeDigits(4) : from;
            good = ++spans <= Spans && IsDate(from) && IsDate(to) && to >= from;
        }
        while (good && Take(','));

        return good && _at == _end;
    }

    private void TakeSpan(int at)
    {
        _works[at] = Take('+');
        _from[at] = (short)TakeDigits(4);
        _to[at] = Take('-') ? (short)TakeDigits(4) : _from[at];
    }

    private static bool IsDate(int date) => date >= 101 && date <= 1231 && date % 100 >= 1 && date % 100 <= 31 && date / 100 <= 12;

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
        if (_at >= _end || _text[_at] != wanted)
        {
            return false;
        }

        _at++;
        return true;
    }

    private int PlaceOf(int year)
    {
        for (int place = 0; place < Years; place++)
        {
            if (_count[place] > 0 && _year[place] == year)
            {
                return place;
            }
        }

        return -1;
    }

    private int PlaceFor(int year)
    {
        int place = PlaceOf(year);
        if (place >= 0)
        {
            return place;
        }

        return _count[0] == 0 || (_count[1] != 0 && _year[0] < _year[1]) ? 0 : 1;
    }
}
