namespace Tools.SiteSimulator;

/// <summary>One number of the site or of a fault: its name carries the unit, its range is what the model holds for.</summary>
/// <param name="Name">Name in scenario files, ending in the unit.</param>
/// <param name="Default">Value when nothing is said.</param>
/// <param name="Min">Smallest value accepted.</param>
/// <param name="Max">Largest value accepted.</param>
/// <param name="Meaning">What it is, in one line.</param>
public sealed record Parameter(string Name, double Default, double Min, double Max, string Meaning)
{
    /// <summary>Whether the model holds for this value; false for NaN.</summary>
    public bool Accepts(double value) => value >= Min && value <= Max;
}
