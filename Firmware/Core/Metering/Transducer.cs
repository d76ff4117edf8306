using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>Converter counts to physical units, with the limits outside which the wire is cut or shorted.</summary>
public static class Transducer
{
    /// <summary>
    /// A value on the straight line through (<paramref name="lowCounts"/>, 0) and (<paramref name="highCounts"/>, <paramref name="fullScale"/>).
    /// Values below the low point count as 0.
    /// </summary>
    public static int Linear(int counts, int lowCounts, int highCounts, int fullScale)
    {
        int value = Bound.Scale(counts - lowCounts, fullScale, highCounts - lowCounts);
        return value < 0 ? 0 : value;
    }

    /// <summary>Sets the signal, or misses it as out of range where the counts lie outside the live range.</summary>
    public static void Take(Readings into, int signal, int counts, int minLive, int maxLive, int value)
    {
        if (counts < minLive || counts > maxLive)
        {
            into.Miss(signal, NoDataReason.OutOfRange);
        }
        else
        {
            into.Set(signal, value);
        }
    }
}
