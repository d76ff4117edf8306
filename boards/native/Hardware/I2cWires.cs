using System;
using System.Collections.Generic;

namespace Board.Native;

/// <summary>A part that hangs on two wires: what it does with the bytes of its master. Called by one thread at a time.</summary>
public abstract class I2cPart
{
    /// <summary>Whether it acknowledges its address: false when it is dead, unplugged or not fitted.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>Takes what the master writes in one transfer.</summary>
    protected internal abstract void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Fills what the master reads in one transfer.</summary>
    protected internal abstract void Read(Span<byte> bytes);

    /// <summary>The unit's supply comes back after a cut; a part with a battery of its own keeps what it knows.</summary>
    protected internal virtual void PowerUp()
    {
    }
}

/// <summary>The two wires of an I²C bus, by GPIO number, and the parts that hang on them. Transfers take no time here.</summary>
public sealed class I2cWires
{
    private static readonly object s_sync = new();
    private static readonly Dictionary<(int Data, int Clock), I2cWires> s_all = new();

    private readonly Dictionary<int, I2cPart> _parts = new();

    private I2cWires()
    {
    }

    /// <summary>A part or a short circuit holds a wire low: no transfer is possible.</summary>
    public bool IsStuck { get; set; }

    /// <summary>The driver hangs: no transfer returns while it does.</summary>
    public bool Hangs { get; set; }

    /// <summary>Hangs a part on the wires, in the place of one that was there.</summary>
    /// <param name="address">Its 7-bit address.</param>
    /// <param name="part">The part; null takes it away.</param>
    public void Attach(int address, I2cPart part)
    {
        lock (s_sync)
        {
            _parts.Remove(address);
            if (part != null)
            {
                _parts.Add(address, part);
            }
        }
    }

    internal static I2cWires Of(int data, int clock)
    {
        lock (s_sync)
        {
            if (!s_all.TryGetValue((data, clock), out I2cWires wires))
            {
                wires = new I2cWires();
                s_all.Add((data, clock), wires);
            }

            return wires;
        }
    }

    /// <summary>One transfer; false where nobody acknowledges the address.</summary>
    internal bool Transfer(int address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        lock (s_sync)
        {
            if (!_parts.TryGetValue(address, out I2cPart part) || !part.Answers)
            {
                return false;
            }

            if (!write.IsEmpty)
            {
                part.Write(write);
            }

            if (!read.IsEmpty)
            {
                part.Read(read);
            }

            return true;
        }
    }

    internal static void PowerUpAll()
    {
        lock (s_sync)
        {
            foreach (I2cWires wires in s_all.Values)
            {
                foreach (I2cPart part in wires._parts.Values)
                {
                    part.PowerUp();
                }
            }
        }
    }
}
