using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// Temperature in the enclosure: ambient, the electronics' own heat, the sun from 6 to 18 h, and a fan that runs above 40 °C
/// and takes most of the rise away. First order. The unit reads it from a sensor on I²C.
/// </summary>
public sealed class Climate : SitePart
{
    internal static readonly Parameter Ambient = new("ambientCelsius", 22, -40, 50, "air around the enclosure");
    internal static readonly Parameter OwnHeat = new("ownHeatKelvin", 5, 0, 30, "rise over ambient from the electronics");
    internal static readonly Parameter SunHeat = new("sunHeatKelvin", 12, 0, 40, "rise over ambient from the sun at noon");
    internal static readonly Parameter StartHour = new("startHour", 8, 0, 24, "hour of the day at the beginning");

    private const double LagSeconds = 600;
    private const double FanOnCelsius = 40;
    private const double FanOffCelsius = 35;
    private const double FanLeaves = 0.4; // of the rise
    private const double NoiseKelvin = 0.05;

    private static readonly Parameter Hotter = new("kelvinAboveAmbient", 25, 1, 60, "rise of the air around the enclosure");

    private readonly NoiseSource _noise;
    private readonly double _ambient;
    private readonly double _ownHeat;
    private readonly double _sunHeat;
    private double _hour;

    /// <summary>An enclosure that has settled at ambient.</summary>
    public Climate(ParameterSet site, NoiseSource noise)
    {
        _noise = noise;
        (_ambient, _ownHeat, _sunHeat, _hour) = (site[Ambient], site[OwnHeat], site[SunHeat], site[StartHour]);
        EnclosureCelsius = _ambient + Rise();
        Terminals = [Sensor];
        Step(0);
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Ambient, OwnHeat, SunHeat, StartHour];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("heat-wave", "the air around the enclosure is hotter", Hotter, (site, kelvin) => site.Climate.HotterKelvin = kelvin),
        new("fan-failed", "the enclosure's fan stands still", null, (site, _) => site.Climate.FanFailed = true),
        new("temperature-sensor-dead", "the temperature sensor does not answer", null, (site, _) => site.Climate.Sensor.Answers = false),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>The sensor in the enclosure.</summary>
    public ValueTerminal Sensor { get; } = new("enclosure-temperature", "°C");

    /// <summary>Temperature in the enclosure.</summary>
    public double EnclosureCelsius { get; private set; }

    /// <summary>Whether the fan turns.</summary>
    public bool FanOn { get; private set; }

    private double HotterKelvin { get; set; }

    private bool FanFailed { get; set; }

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        _hour = (_hour + (seconds / 3600)) % 24;
        FanOn = !FanFailed && EnclosureCelsius > (FanOn ? FanOffCelsius : FanOnCelsius);
        double target = _ambient + HotterKelvin + Rise();
        EnclosureCelsius += (target - EnclosureCelsius) * Math.Min(1, seconds / LagSeconds);
        Sensor.Value = EnclosureCelsius + (NoiseKelvin * _noise.NextNormal());
    }

    /// <inheritdoc/>
    public override void Heal()
    {
        (HotterKelvin, FanFailed) = (0, false);
        Sensor.Answers = true;
    }

    private double Rise() => (_ownHeat + (_sunHeat * Math.Max(0, Math.Sin(Math.PI * (_hour - 6) / 12)))) * (FanOn ? FanLeaves : 1);
}
