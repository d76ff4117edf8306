namespace Firmware.Core.Contracts;

/// <summary>Limits for integers. <c>Math.Min/Max</c> of a <c>long</c> go through <c>float</c> on the device.</summary>
public static class Bound
{
    /// <summary><paramref name="value"/>, but not below <paramref name="low"/> and not above <paramref name="high"/>.</summary>
    public static long Clamp(long value, long low, long high)
    {
        return value < low ? low : value > high ? high : value;
    }

    /// <summary>As the other one, in 32 bits.</summary>
    public static int Clamp(int value, int low, int high)
    {
        return value < low ? low : value > high ? high : value;
    }

    /// <summary>
    /// <paramref name="value"/> × <paramref name="factor"/> / <paramref name="divisor"/> in 64 bits, held within an <c>int</c>.
    /// A <paramref name="divisor"/> below 1 counts as 1: the device throws on a division by zero.
    /// </summary>
    public static int Scale(long value, long factor, long divisor)
    {
        return (int)Clamp(value * factor / (divisor < 1 ? 1 : divisor), int.MinValue, int.MaxValue);
    }
}
