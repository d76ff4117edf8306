using System;
using System.Collections.Generic;
using Tools.SiteSimulator.Modbus;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// A three-phase power meter in the pump's panel, between fuses and contactor, on the same RS485 line as the water meter; it is
/// fed from the 12 V bus, so it answers without mains. Register map: README.
/// </summary>
public sealed class PowerMeter : SitePart
{
    internal static readonly Parameter Fitted = new("powerMeterFitted", 1, 0, 1, "1: a power meter is on the line");
    internal static readonly Parameter Address = new("powerMeterAddress", 2, 1, 247, "Modbus address");
    internal static readonly Parameter Serial = new("powerMeterSerialNumber", 31_000_042, 1, 4_294_967_295, "serial number");
    internal static readonly Parameter StartEnergy = new("powerMeterStartWattHours", 54_321, 0, 4_294_967_295, "energy at the beginning");
    internal static readonly Parameter Noise = new("powerMeterNoiseFraction", 0.003, 0, 0.1, "noise of its readings, standard deviation");

    private const double MissingFraction = 0.7; // of the rated voltage; below it a phase is called missing
    private const int FrequencyCentihertz = 5000;
    private const double EverySeconds = 0.1;    // it refreshes its readings

    private readonly MotorFeed _feed;
    private readonly EnergyTally _energy;
    private readonly NoiseSource _noise;
    private readonly ModbusSlave _slave;
    private readonly double _startEnergy;
    private readonly double _noiseShare;
    private readonly RegisterMap _map = new(24);
    private double _untilNext;

    /// <summary>A meter on the line, where one is fitted.</summary>
    public PowerMeter(ParameterSet site, MotorFeed feed, EnergyTally energy, Rs485Line line, NoiseSource noise)
    {
        (_feed, _energy, _noise) = (feed, energy, noise);
        (_startEnergy, _noiseShare) = (site[StartEnergy], site[Noise]);
        _map.Put16(19, FrequencyCentihertz);
        _map.Put32(21, (uint)site[Serial]);
        _map.Put16(23, (int)Grid.RatedVolts);
        _slave = new ModbusSlave((int)site[Address], _map);
        if (site[Fitted] >= 0.5)
        {
            line.Attach(_slave);
        }
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Fitted, Address, Serial, StartEnergy, Noise];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("power-meter-dead", "the power meter's electronics fail: it does not answer", null, (site, _) => site.PowerMeter._slave.Suffer(SlaveTrouble.Dead)),
        new("power-meter-refuses", "the power meter's electronics fail: it refuses everything with exception 4", null, (site, _) => site.PowerMeter._slave.Suffer(SlaveTrouble.Exception, 4)),
        new("power-transformer-reversed", "the current transformer of one phase is fitted the wrong way round", null, (site, _) => site.PowerMeter.Reversed = true),
    ];

    /// <summary>Energy that the meter shows; wraps at 2³² Wh.</summary>
    public uint WattHours { get; private set; }

    private bool Reversed { get; set; }

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        _untilNext -= seconds;
        if (_untilNext <= 0)
        {
            _untilNext = EverySeconds;
            Show();
        }
    }

    /// <inheritdoc/>
    public override void Heal()
    {
        Reversed = false;
        _slave.Suffer(SlaveTrouble.None);
    }

    private void Show()
    {
        int total = 0;
        int missing = 0;
        for (int phase = 0; phase < MotorFeed.Phases; phase++)
        {
            double volts = Noisy(_feed.Volts(phase));
            int watts = (int)Math.Round(Noisy(_feed.Watts(phase))) * (Reversed && phase == 0 ? -1 : 1);
            missing |= volts < MissingFraction * Grid.RatedVolts ? 1 << phase : 0;
            total += watts;
            _map.Put16(phase, (int)Math.Round(volts * 10));
            _map.Put32(3 + (2 * phase), (uint)Math.Round(Noisy(_feed.Amperes(phase)) * 1000));
            _map.Put32(9 + (2 * phase), (uint)watts);
        }

        WattHours = (uint)(long)(_startEnergy + _energy.WattHours);
        _map.Put32(15, (uint)total);
        _map.Put32(17, WattHours);
        _map.Put16(20, missing);
    }

    private double Noisy(double value) => value * (1 + (_noiseShare * _noise.NextNormal()));
}
