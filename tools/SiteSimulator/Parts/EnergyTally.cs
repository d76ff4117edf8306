namespace Tools.SiteSimulator.Parts;

/// <summary>What the grid company's meter shows: the motor's power over time, in all and for each phase.</summary>
public sealed class EnergyTally : SitePart
{
    private readonly Pump _pump;
    private readonly MotorFeed _feed;
    private readonly double[] _phases = new double[MotorFeed.Phases];

    /// <summary>A meter at zero.</summary>
    public EnergyTally(Pump pump, MotorFeed feed) => (_pump, _feed) = (pump, feed);

    /// <summary>Energy since the beginning.</summary>
    public double Joules { get; private set; }

    /// <summary>The same in the grid company's unit.</summary>
    public double WattHours => Joules / 3600;

    /// <summary>Energy of phase 0–2 since the beginning.</summary>
    public double PhaseJoules(int phase) => _phases[phase];

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        Joules += _pump.ElectricalWatts * seconds;
        for (int phase = 0; phase < MotorFeed.Phases; phase++)
        {
            _phases[phase] += _feed.Watts(phase) * seconds;
        }
    }
}
