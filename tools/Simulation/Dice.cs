using System;

namespace Tools.Simulation;

/// <summary>
/// Random numbers of one purpose, from the seed (SplitMix64). Each purpose has a stream of its own, so that an event taken out of a history changes
/// nothing else.
/// </summary>
public sealed class Dice
{
    private ulong _state;

    /// <summary>The stream of a purpose.</summary>
    public Dice(ulong seed, string purpose)
    {
        _state = seed;
        foreach (char letter in purpose)
        {
            _state = Mix(_state ^ letter);
        }
    }

    /// <summary>Any number.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    /// <summary>A number from 0 to <paramref name="limit"/> − 1.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public long Between(long least, long most) => least + (long)(Next() % (ulong)(most - least + 1));

    /// <summary>A time between two, short ones as likely as long ones: uniform in its logarithm.</summary>
    public long TimeBetween(long leastMs, long mostMs) => (long)(leastMs * Math.Pow((double)mostMs / leastMs, Unit()));

    /// <summary>True in so many of a thousand.</summary>
    public bool Chance(int permille) => Below(1000) < permille;

    /// <summary>A number from 0 to below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
