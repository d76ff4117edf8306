using Firmware.Inspection;
using Firmware.Inspection.Items;

namespace Firmware.Console;

/// <summary>
/// Values of an inspection as people write them: in milliseconds, ohms and volts, where the unit counts in whole microseconds, milliohms and millivolts. A column a unit: its name for people, and how many
/// decimals stand between the two.
/// </summary>
public static class Quantity
{
    /// <summary>The name for people; empty for a count or a tick.</summary>
    public static string UnitOf(byte unit)
    {
        return unit switch
        {
            ItemUnit.Millivolt => "V",
            ItemUnit.Milliampere => "A",
            ItemUnit.Microsecond => "ms",
            ItemUnit.Millisecond => "s",
            ItemUnit.Permille => "%",
            ItemUnit.MillilitrePerSecond => "L/s",
            ItemUnit.MilliCelsius => "°C",
            ItemUnit.Centimetre => "m",
            ItemUnit.Milliohm => "Ω",
            ItemUnit.Kiloohm => "MΩ",
            _ => ItemUnit.NameOf(unit),
        };
    }

    /// <summary>Decimals between the unit's own count and the one for people.</summary>
    public static int DecimalsOf(byte unit)
    {
        return unit switch
        {
            ItemUnit.Millivolt => 3,
            ItemUnit.Milliampere => 3,
            ItemUnit.Microsecond => 3,
            ItemUnit.Millisecond => 3,
            ItemUnit.Permille => 1,
            ItemUnit.MillilitrePerSecond => 3,
            ItemUnit.MilliCelsius => 3,
            ItemUnit.Centimetre => 2,
            ItemUnit.Milliohm => 3,
            ItemUnit.Kiloohm => 3,
            _ => 0,
        };
    }

    /// <summary>A value without its unit: exact, and without zeros after the last decimal.</summary>
    public static string Text(int value, byte unit)
    {
        string digits = (value < 0 ? -(long)value : value).ToString();
        int decimals = DecimalsOf(unit);
        while (digits.Length <= decimals)
        {
            digits = "0" + digits;
        }

        int point = digits.Length - decimals;
        int end = digits.Length;
        while (end > point && digits[end - 1] == '0')
        {
            end--;
        }

        return (value < 0 ? "-" : "") + digits.Substring(0, point) + (end == point ? "" : "." + digits.Substring(point, end - point));
    }

    /// <summary>The limits of a value with their unit: <c>≤ 80 ms</c>, <c>≥ 0.5 MΩ</c>, <c>11.4 … 15 V</c>; empty where there are none, and for a tick.</summary>
    public static string Limits(int low, int high, byte unit)
    {
        if (unit == ItemUnit.One || (low == Checklist.NoLow && high == Checklist.NoHigh))
        {
            return "";
        }

        string range = low == Checklist.NoLow ? "≤ " + Text(high, unit) : high == Checklist.NoHigh ? "≥ " + Text(low, unit) : Text(low, unit) + " … " + Text(high, unit);
        return range + " " + UnitOf(unit);
    }

    /// <summary>Reads a number as a person types it, as a whole count of its last decimal; false where it is none, or does not fit 32 bits.</summary>
    /// <param name="text">Bytes with the number.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="most">Decimals that it may have: 3 make 2.5 to 2,500.</param>
    /// <param name="value">The count.</param>
    public static bool TryRead(byte[] text, int at, int end, int most, out int value)
    {
        int decimals = -1;
        bool negative = at < end && text[at] == '-';
        at += negative ? 1 : 0;
        bool good = at < end && text[end - 1] != '.';
        long number = 0;
        for (int i = at; good && i < end; i++)
        {
            bool point = text[i] == '.' && decimals < 0 && i > at;
            bool digit = text[i] >= '0' && text[i] <= '9' && decimals < most;
            good = (point || digit) && number <= int.MaxValue;
            decimals += point || decimals >= 0 ? 1 : 0;
            number = digit ? (number * 10) + text[i] - '0' : number;
        }

        for (int missing = decimals < 0 ? 0 : decimals; missing < most; missing++)
        {
            number *= 10;
        }

        good &= number <= int.MaxValue;
        value = good ? (int)(negative ? -number : number) : 0;
        return good;
    }
}
