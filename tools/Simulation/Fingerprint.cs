using System;

namespace Tools.Simulation;

/// <summary>A number over all that went by (FNV-1a).</summary>
public sealed class Fingerprint
{
    /// <summary>The number.</summary>
    public ulong Value { get; private set; } = 14695981039346656037;

    /// <summary>Takes bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        ulong value = Value;
        foreach (byte one in bytes)
        {
            value = (value ^ one) * 1099511628211;
        }

        Value = value;
    }
}
