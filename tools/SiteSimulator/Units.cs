namespace Tools.SiteSimulator;

/// <summary>From the units people write to SI and back.</summary>
public static class Units
{
    /// <summary>Metres of water in one bar (1000 kg/m³, 9.80665 m/s²).</summary>
    public const double MetresPerBar = 10.19716;

    /// <summary>Weight of water, N/m³.</summary>
    public const double WeightOfWater = 9806.65;

    /// <summary>m³/h to m³/s.</summary>
    public static double CubicMetresPerSecond(double cubicMetresPerHour) => cubicMetresPerHour / 3600;

    /// <summary>m³/s to L/h.</summary>
    public static double LitresPerHour(double cubicMetresPerSecond) => cubicMetresPerSecond * 3_600_000;

    /// <summary>Moves a value towards a target by at most so much.</summary>
    public static double Towards(double value, double target, double most) =>
        target > value ? System.Math.Min(target, value + most) : System.Math.Max(target, value - most);
}
