using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>The three-phase grid at the pump house: it may fail, flicker, sag and dip. Voltages are phase to neutral.</summary>
public sealed class Grid : SitePart
{
    /// <summary>Voltage for which motor and charger are made.</summary>
    public const double RatedVolts = 230;

    internal static readonly Parameter Volts = new("mainsVolts", RatedVolts, 180, 265, "grid voltage, phase to neutral");
    internal static readonly Parameter Flutter = new("mainsNoiseFraction", 0.003, 0, 0.05, "noise of the grid voltage, standard deviation");

    private const double FlickerSeconds = 0.3;
    private const double DipSeconds = 0.6;
    private const double BetweenDips = 5;

    private static readonly Parameter FlickerEvery = new("secondsBetween", 10, 1, 3600, "mean time between two interruptions of 0.3 s");
    private static readonly Parameter SagDepth = new("sagFraction", 0.15, 0.02, 0.5, "of the voltage that is missing");
    private static readonly Parameter DipShare = new("dipFraction", 0.15, 0.02, 0.5, "of the voltage that is missing in a dip");

    private readonly NoiseSource _noise;
    private readonly Episodes _flickers;
    private readonly Episodes _dips;
    private readonly double _volts;
    private readonly double _flutter;
    private bool _joined;

    /// <summary>A sound grid.</summary>
    public Grid(ParameterSet site, NoiseSource noise)
    {
        (_noise, _volts, _flutter) = (noise, site[Volts], site[Flutter]);
        (_flickers, _dips) = (new Episodes(noise, FlickerSeconds), new Episodes(noise, DipSeconds));
        Step(0);
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Volts, Flutter];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("mains-lost", "the grid fails: the pump has no power and the unit runs on the battery", null, (site, _) => site.Grid.Lost = true),
        new("mains-flicker", "a bad joint in the grid: short interruptions, over and over", FlickerEvery, (site, between) => site.Grid.FlickerBetween = between),
        new("mains-sagging", "the grid is overloaded: its voltage stays low", SagDepth, (site, depth) => site.Grid.Sag = depth),
        new("mains-dips", "a large motor starts on the same line: dips of 0.6 s, one in 5 s", DipShare, (site, depth) => site.Grid.Dip = depth),
    ];

    /// <summary>Whether the grid delivers; an injected loss shows at once.</summary>
    public bool Present => _joined && !Lost;

    /// <summary>Voltage now, phase to neutral.</summary>
    public double PhaseVolts { get; private set; }

    private bool Lost { get; set; }

    private double FlickerBetween { get; set; }

    private double Sag { get; set; }

    private double Dip { get; set; }

    /// <inheritdoc/>
    public override bool Quiet => FlickerBetween == 0 && Dip == 0;

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        _flickers.Step(seconds, FlickerBetween);
        _dips.Step(seconds, Dip > 0 ? BetweenDips : 0);
        _joined = !_flickers.On;
        double left = (1 - Sag) * (1 - (_dips.On ? Dip : 0));
        PhaseVolts = Present ? _volts * left * (1 + (_flutter * _noise.NextNormal())) : 0;
    }

    /// <inheritdoc/>
    public override void Heal() => (Lost, FlickerBetween, Sag, Dip) = (false, 0, 0, 0);
}
