namespace Firmware.Inspection.Planning;

/// <summary>The plans of the service contracts, by number: a place in the columns of <see cref="PlanTable"/> and a bit in a set of plans.</summary>
public static class Plan
{
    /// <summary>巡检: by the contract, in the home case every second month in warranty and quarterly after it.</summary>
    public const int Patrol = 0;

    /// <summary>保养: twice a year, and by what the pump has done.</summary>
    public const int Maintenance = 1;

    /// <summary>开机前: before the season opens.</summary>
    public const int Opening = 2;

    /// <summary>关机前: before the season closes; afterwards pump and supply are off.</summary>
    public const int Shutdown = 3;

    /// <summary>投运: once, when the unit is installed. Its end is the acceptance that starts the warranty.</summary>
    public const int Commissioning = 4;

    /// <summary>维修后: the full check before whoever repaired leaves.</summary>
    public const int AfterRepair = 5;

    /// <summary>How many there are.</summary>
    public const int Count = 6;

    /// <summary>All of them.</summary>
    public const int All = (1 << Count) - 1;

    /// <summary>Bit of a plan in a set of plans.</summary>
    public static int Bit(int plan) => 1 << plan;

    /// <summary>True where a plan stands in a set of plans.</summary>
    public static bool IsIn(int plan, int plans) => (plans & Bit(plan)) != 0;

    /// <summary>The name on the wire.</summary>
    public static string NameOf(int plan)
    {
        return plan switch
        {
            Patrol => "patrol",
            Maintenance => "maintenance",
            Opening => "opening",
            Shutdown => "shutdown",
            Commissioning => "commissioning",
            AfterRepair => "after-repair",
            _ => "unknown",
        };
    }
}
