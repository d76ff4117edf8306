namespace Firmware.Inspection;

/// <summary>How a value has moved since the last inspection.</summary>
public enum Trend : byte
{
    /// <summary>Not beyond what both measurements leave open.</summary>
    Same = 0,

    /// <summary>Farther from its nearer limit.</summary>
    Better = 1,

    /// <summary>Nearer to its limit: a contactor grows slower, a battery sags deeper.</summary>
    Worse = 2,
}

/// <summary>The trend of a value against the one before. Pure.</summary>
public static class Trends
{
    /// <summary>The trend; <see cref="Trend.Same"/> where there is no limit to come nearer to.</summary>
    /// <param name="value">The value.</param>
    /// <param name="before">The one before, in the same unit.</param>
    /// <param name="uncertainty">Uncertainty of each, ±.</param>
    /// <param name="low">Least value that passes, <see cref="Checklist.NoLow"/> for none.</param>
    /// <param name="high">Greatest value that passes, <see cref="Checklist.NoHigh"/> for none.</param>
    public static Trend Of(int value, int before, int uncertainty, int low, int high)
    {
        long moved = (long)value - before;
        long now = Margin(value, low, high);
        long then = Margin(before, low, high);
        if ((moved < 0 ? -moved : moved) <= 2L * uncertainty || now == then)
        {
            return Trend.Same;
        }

        return now < then ? Trend.Worse : Trend.Better;
    }

    /// <summary>Distance to the nearer limit, below 0 after it.</summary>
    private static long Margin(int value, int low, int high)
    {
        long toLow = low == Checklist.NoLow ? long.MaxValue : (long)value - low;
        long toHigh = high == Checklist.NoHigh ? long.MaxValue : (long)high - value;
        return toLow < toHigh ? toLow : toHigh;
    }
}
