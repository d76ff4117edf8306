namespace Tools.SiteSimulator.Parts;

/// <summary>What the grid company's meter shows: the pump's power over time.</summary>
public sealed class EnergyTally : SitePart
{
    private readonly Pump _pump;

    /// <summary>A meter at zero.</summary>
    public EnergyTally(Pump pump) => _pump = pump;

    /// <summary>Energy since the beginning.</summary>
    public double Joules { get; private set; }

    /// <summary>The same in the grid company's unit.</summary>
    public double WattHours => Joules / 3600;

    /// <inheritdoc/>
    public override void Step(double seconds) => Joules += _pump.ElectricalWatts * seconds;
}
