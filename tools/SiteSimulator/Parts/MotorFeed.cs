using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// The three wires from the grid through fuses, contactor and cable to the motor. With one phase gone a turning motor goes
/// on with the other two and feeds part of the voltage back into the third; one at rest only hums.
/// </summary>
public sealed class MotorFeed : SitePart
{
    /// <summary>Phases of the feed.</summary>
    public const int Phases = 3;

    private const double LeastSpeedOnTwo = 0.5;     // a slower motor has no torque on two phases
    private const double BackFedFraction = 0.6;     // of the voltage, at full speed, on the phase that is gone
    private const double SinglePhaseFactor = 0.866; // √3/2: two wires carry √3 of the current of three
    private const double LockedPowerFactor = 0.3;
    private const double RunningPowerFactor = 0.85;
    private const double LockedAmperes = 6;         // of the rated current

    private static readonly Parameter Phase = new("phase", 1, 1, 3, "which phase; rounded");

    private readonly Grid _grid;
    private readonly Contactor _contactor;
    private readonly double[] _volts = new double[Phases];
    private readonly double[] _amperes = new double[Phases];
    private readonly double[] _watts = new double[Phases];

    /// <summary>A sound feed.</summary>
    public MotorFeed(Grid grid, Contactor contactor) => (_grid, _contactor) = (grid, contactor);

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("phase-lost", "the fuse of one phase blows: two currents rise, power falls, and a motor at rest only hums", Phase, (site, phase) => site.MotorFeed.LostPhase = (int)Math.Round(phase)),
        new("motor-cable-cut", "the motor's cable is cut: the contactor closes and nothing turns", null, (site, _) => site.MotorFeed.CableCut = true),
    ];

    /// <summary>Whether current can flow through the motor.</summary>
    public bool Powered => _contactor.MainsClosed && _grid.Present && !CableCut;

    /// <summary>Phases that have voltage of the grid.</summary>
    public int LivePhases => LostPhase == 0 ? Phases : Phases - 1;

    /// <summary>Voltage over the motor's rated voltage.</summary>
    public double VoltageFraction => _grid.PhaseVolts / Grid.RatedVolts;

    private int LostPhase { get; set; } // 1–3, 0 for none

    private bool CableCut { get; set; }

    /// <summary>Voltage behind the fuse, phase 0–2 to neutral.</summary>
    public double Volts(int phase) => _volts[phase];

    /// <summary>Current of phase 0–2.</summary>
    public double Amperes(int phase) => _amperes[phase];

    /// <summary>Power of phase 0–2.</summary>
    public double Watts(int phase) => _watts[phase];

    /// <summary>Whether there is torque enough to keep or bring a motor at this speed (0–1) up.</summary>
    public bool CanTurn(double speed) => Powered && (LivePhases == Phases || speed > LeastSpeedOnTwo);

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        for (int phase = 0; phase < Phases; phase++)
        {
            _volts[phase] = IsLost(phase) ? 0 : _grid.PhaseVolts;
        }
    }

    /// <inheritdoc/>
    public override void Heal() => (LostPhase, CableCut) = (0, false);

    /// <summary>The motor takes its power at this speed (0–1); its rated power says how much current it starts with.</summary>
    internal void Draw(double watts, double speed, double ratedWatts)
    {
        double volts = Math.Max(1, _grid.PhaseVolts);
        double factor = LockedPowerFactor + ((RunningPowerFactor - LockedPowerFactor) * speed);
        factor *= LivePhases == Phases ? 1 : SinglePhaseFactor;
        double starting = LockedAmperes * (1 - speed) * ratedWatts / (Phases * Grid.RatedVolts * RunningPowerFactor);
        for (int phase = 0; phase < Phases; phase++)
        {
            bool carries = Powered && !IsLost(phase);
            _watts[phase] = carries ? watts / LivePhases : 0;
            _amperes[phase] = carries ? Math.Max(_watts[phase] / (volts * factor), starting) : 0;
            _volts[phase] = IsLost(phase) && Powered ? BackFedFraction * speed * _grid.PhaseVolts : _volts[phase];
        }
    }

    private bool IsLost(int phase) => phase == LostPhase - 1;
}
