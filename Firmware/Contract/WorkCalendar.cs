using Firmware.Records;

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
/// Holidays and make-up workdays as dated configuration: the State Council publishes them a year at a time, and <see cref="CalendarText"/> is their form. For a year
/// that is not configured only the weekday counts, and <see cref="HasYear"/> says so. At most two years; 260 bytes.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>Years that are held; a third one replaces the older.</summary>
    public const int Years = 2;

    private readonly short[] _year = new short[Years];
    private readonly short[] _from = new short[Years * CalendarText.MaxSpans];
    private readonly short[] _to = new short[Years * CalendarText.MaxSpans];
    private readonly bool[] _works = new bool[Years * CalendarText.MaxSpans];
    private readonly byte[] _count = new byte[Years];

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
            int at = (place * CalendarText.MaxSpans) + i;
            if (date >= _from[at] && date <= _to[at])
            {
                kind = _works[at] ? DayKind.Workday : DayKind.Rest;
            }
        }

        return kind;
    }

    /// <summary>Takes one year's text (<see cref="CalendarText"/>); false where it is not of the form, and nothing is changed.</summary>
    public bool TryTake(byte[] text, int offset, int count)
    {
        var year = new CalendarText();
        if (!year.TryBegin(text, offset, count))
        {
            return false;
        }

        int place = PlaceFor(year.Year);
        _year[place] = (short)year.Year;
        _count[place] = 0;
        while (year.TryNext())
        {
            int at = (place * CalendarText.MaxSpans) + _count[place]++;
            _from[at] = (short)year.From;
            _to[at] = (short)year.To;
            _works[at] = year.IsWorked;
        }

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
