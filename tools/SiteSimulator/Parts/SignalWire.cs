using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// The wire from a ratiometric transducer (0.5–4.5 V over its range) to the unit's ADC pin, with the board's divider and
/// pull-down: a cut wire gives 0 V, one shorted to its 5 V supply gives the pin's full scale; no sound transducer does either.
/// </summary>
public sealed class SignalWire
{
    internal static readonly Parameter Divider = new("pressureDividerFraction", 2.0 / 3, 0.1, 1, "voltage at the ADC pin over that of a transducer (10 kΩ over 20 kΩ)");
    internal static readonly Parameter Metres = new("signalWireMetres", 30, 1, 1000, "wire between transducers, meters and the unit");

    /// <summary>Of a signal wire of 0.25 mm² copper; the transducer's reference runs beside it.</summary>
    private const double OhmsPerMetre = 0.07;
    private const double DividerOhms = 30_000;
    private const double ZeroVolts = 0.5;
    private const double SpanVolts = 4;
    private const double SupplyVolts = 5;
    private const double LowestVolts = 0.2;  // where a sound transducer saturates
    private const double HighestVolts = 4.8;
    private readonly double _share;

    /// <summary>A sound wire.</summary>
    public SignalWire(ParameterSet site, string terminal)
    {
        Pin = new VoltageTerminal(terminal);
        _share = site[Divider] * DividerOhms / (DividerOhms + (OhmsPerMetre * site[Metres]));
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Divider, Metres];

    /// <summary>The signal at the ADC pin.</summary>
    public VoltageTerminal Pin { get; }

    /// <summary>The wire is cut.</summary>
    internal bool Cut { get; set; }

    /// <summary>The wire touches the transducer's supply.</summary>
    internal bool Short { get; set; }

    /// <summary>The transducer shows so much of its range.</summary>
    internal void Show(double rangeFraction)
    {
        double volts = Math.Clamp(ZeroVolts + (SpanVolts * rangeFraction), LowestVolts, HighestVolts);
        Pin.Volts = Cut ? 0 : (Short ? SupplyVolts : volts) * _share;
    }

    /// <summary>Puts the wire back to sound.</summary>
    internal void Heal() => (Cut, Short) = (false, false);
}
