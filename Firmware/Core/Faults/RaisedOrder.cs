namespace Firmware.Core.Faults;

/// <summary>The order in which raised faults are shown one at a time.</summary>
public static class RaisedOrder
{
    /// <summary>No row.</summary>
    public const int None = -1;

    /// <summary>The row of the worst level, and of those what came first; <see cref="None"/> where nothing is raised.</summary>
    public static int Worst(FaultMonitors monitors, int rows)
    {
        int worst = None;
        for (int row = 0; row < rows; row++)
        {
            if (monitors.IsRaised(row) && monitors.LevelOf(row) == monitors.WorstLevel
                && (worst == None || monitors.OnsetMsOf(row) < monitors.OnsetMsOf(worst)))
            {
                worst = row;
            }
        }

        return worst;
    }

    /// <summary>The raised row after another one, by code, and after the last the first again; <see cref="None"/> where nothing is raised.</summary>
    public static int Next(FaultMonitors monitors, int rows, int after)
    {
        for (int row = after + 1; row < rows; row++)
        {
            if (monitors.IsRaised(row))
            {
                return row;
            }
        }

        for (int row = 0; row <= after && row < rows; row++)
        {
            if (monitors.IsRaised(row))
            {
                return row;
            }
        }

        return None;
    }
}
