using System;

namespace Tools.SiteSimulator;

/// <summary>A named screw terminal between the site and the unit.</summary>
public abstract class Terminal
{
    /// <summary>Names the terminal.</summary>
    protected Terminal(string name) => Name = name;

    /// <summary>Name in the wiring list.</summary>
    public string Name { get; }

    /// <summary>Puts the wires back to sound.</summary>
    internal virtual void Heal()
    {
    }
}

/// <summary>
/// A potential-free contact of the site to ground; the unit's input has a pull-up. Closed is low, open is high, so a cut
/// wire always looks open.
/// </summary>
public class ContactTerminal : Terminal
{
    private bool _closed;

    /// <summary>Names the contact.</summary>
    public ContactTerminal(string name)
        : base(name)
    {
    }

    /// <summary>Whether the circuit is closed as seen from the unit (contact and both wires).</summary>
    public bool Closed
    {
        get => _closed;
        internal set => _closed = Loose ? !_closed : value && !Cut;
    }

    /// <summary>Level at the unit's pulled-up input.</summary>
    public bool High => !Closed;

    /// <summary>A wire is cut: open, whatever the contact does.</summary>
    internal bool Cut { get; set; }

    /// <summary>A wire is loose and shaken: the circuit changes with every inner step.</summary>
    internal bool Loose { get; set; }

    internal override void Heal() => (Cut, Loose) = (false, false);
}

/// <summary>A contact that pulses faster than it may be looked at: it also counts.</summary>
public sealed class PulseTerminal : ContactTerminal
{
    private long _taken;

    /// <summary>Names the pulse line.</summary>
    public PulseTerminal(string name)
        : base(name)
    {
    }

    /// <summary>Pulses (closed and open again, at the unit's end of the wire) since the site began.</summary>
    public long Finished { get; internal set; }

    /// <summary>Pulses finished since the last call.</summary>
    public int TakeFinished()
    {
        int fresh = (int)(Finished - _taken);
        _taken = Finished;
        return fresh;
    }
}

/// <summary>An analogue voltage at the unit's ADC pin, after the divider on the unit's board, 0–3.3 V.</summary>
public sealed class VoltageTerminal : Terminal
{
    /// <summary>Highest voltage the pin's clamp lets through.</summary>
    public const double ClampVolts = 3.3;

    private double _volts;

    /// <summary>Names the voltage.</summary>
    public VoltageTerminal(string name)
        : base(name)
    {
    }

    /// <summary>Voltage at the pin.</summary>
    public double Volts
    {
        get => _volts;
        internal set => _volts = Math.Clamp(value, 0, ClampVolts);
    }
}

/// <summary>An output of the unit that drives something at the site. High switches it on.</summary>
public sealed class DriveTerminal : Terminal
{
    /// <summary>Names the drive.</summary>
    public DriveTerminal(string name)
        : base(name)
    {
    }

    /// <summary>Level that the unit drives; low until it does.</summary>
    public bool High { get; set; }
}

/// <summary>A serial pair. Bytes carry no time of their own: call <see cref="FromUnit"/> when a byte has arrived.</summary>
public abstract class SerialTerminal : Terminal
{
    /// <summary>Names the pair.</summary>
    protected SerialTerminal(string name)
        : base(name)
    {
    }

    /// <summary>Line speed; 8 data bits, no parity, 1 stop bit.</summary>
    public abstract int BitsPerSecond { get; }

    /// <summary>A byte that the unit sent has arrived.</summary>
    public abstract void FromUnit(byte value);

    /// <summary>The next byte on its way to the unit; it takes its time on the line from now on.</summary>
    public abstract bool TryTake(out byte value);
}

/// <summary>
/// A part that the unit asks over a bus which the site does not model (I²C, the modem): whoever models that bus shows the number.
/// </summary>
public sealed class ValueTerminal : Terminal
{
    /// <summary>Names the value and its unit.</summary>
    public ValueTerminal(string name, string unit)
        : base(name) => Unit = unit;

    /// <summary>Unit of the value.</summary>
    public string Unit { get; }

    /// <summary>What the part measures.</summary>
    public double Value { get; internal set; }

    /// <summary>Whether the part answers at all; false when it is not fitted, dead or cut off.</summary>
    public bool Answers { get; internal set; } = true;
}

/// <summary>A card reader on a bus that the site does not model.</summary>
public sealed class CardTerminal : Terminal
{
    /// <summary>Names the reader.</summary>
    public CardTerminal(string name)
        : base(name)
    {
    }

    /// <summary>Number of the card that the reader sees; 0 for none.</summary>
    public uint Card { get; internal set; }

    /// <summary>Whether the reader answers at all; false when it is not fitted, dead or cut off.</summary>
    public bool Answers { get; internal set; } = true;

    /// <summary>Whether its antenna is sound, as its own test finds; with a broken one it answers and sees no card.</summary>
    public bool SeesCards { get; internal set; } = true;
}
