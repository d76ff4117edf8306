namespace Tools.SiteSimulator;

/// <summary>
/// Repeatable randomness (SplitMix64). Each part draws from a stream of its own, so that a new part does not change
/// what the others do under the same seed.
/// </summary>
public sealed class NoiseSource
{
    private ulong _state;

    /// <summary>Starts the stream of one part.</summary>
    public NoiseSource(ulong seed, string part)
    {
        _state = seed;
        foreach (char letter in part)
        {
            _state = (_state ^ letter) * 0x100000001B3;
        }
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>Evenly spread in [0, 1).</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Mean 0, standard deviation 1, never beyond ±3.5 (sum of four even draws).</summary>
    public double NextNormal() => (NextUnit() + NextUnit() + NextUnit() + NextUnit() - 2) * 1.7320508075688772;

    /// <summary>True with this probability.</summary>
    public bool Happens(double probability) => NextUnit() < probability;
}
