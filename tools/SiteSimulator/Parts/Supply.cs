using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// Mains → charger → lead-acid battery → lead → the unit's 12 V bus. The charger holds its float voltage within its
/// current limit; without it the bus is the battery's voltage less what battery and lead drop under the load.
/// </summary>
public sealed class Supply : SitePart
{
    internal static readonly Parameter FloatVolts = new("chargerFloatVolts", 13.6, 12, 15, "voltage that the charger holds");
    internal static readonly Parameter ChargerAmperes = new("chargerLimitAmperes", 3, 0.2, 50, "most that the charger gives");
    internal static readonly Parameter Capacity = new("batteryCapacityAmpereHours", 7, 0.1, 500, "charge of the full battery");
    internal static readonly Parameter InternalResistance = new("batteryInternalOhms", 0.05, 0.001, 5, "internal resistance of the battery");
    internal static readonly Parameter StartCharge = new("batteryStartChargeFraction", 1, 0, 1, "charge at the beginning");
    internal static readonly Parameter LeadResistance = new("supplyLeadOhms", 0.05, 0, 5, "lead and terminals between battery and unit");
    internal static readonly Parameter UnitAmperes = new("unitCurrentAmperes", 0.15, 0.01, 5, "what the unit draws from the bus");
    internal static readonly Parameter Ripple = new("supplyRippleVolts", 0.02, 0, 1, "ripple on the bus, standard deviation");
    internal static readonly Parameter Divider = new("supplyDividerFraction", 1.0 / 6, 0.05, 1, "voltage at the ADC pin over that of the bus (100 kΩ over 20 kΩ)");

    private const double ChargeOhms = 0.5;     // of the empty battery: it takes charge less readily than it gives it
    private const double GassingMargin = 0.05; // and hardly at all when full: ChargeOhms / (1 + margin − charge)
    private const double EmptyVolts = 11.6;    // electromotive force at the knee of the discharge curve, six cells
    private const double FullVolts = 12.8;     // the same, full
    private const double KneeFraction = 0.1;   // below this charge the voltage collapses
    private const double FlatVolts = 6;        // electromotive force of the flat battery
    private const double Cells = 6;
    private const double WornCharge = 0.4;     // what a worn battery still holds

    private static readonly Parameter LooseOhms = new("terminalOhms", 3.3, 0.5, 20, "resistance of the loose terminal");
    private static readonly Parameter SoundCells = new("soundCells", 5, 3, 5, "cells of six that still hold");
    private static readonly Parameter HighVolts = new("chargerVolts", 16.5, 14.5, 20, "what the failed regulator lets through");

    private static readonly Parameter WeakAmperes = new("chargerAmperes", 0.1, 0.01, 2, "what the charger still gives");
    private static readonly Parameter AgedShare = new("capacityFraction", 0.1, 0.01, 0.9, "of the capacity that is left; the resistance grows as it shrinks");

    private readonly Grid _grid;
    private readonly NoiseSource _noise;
    private readonly double _floatVolts;
    private readonly double _chargerAmperes;
    private readonly double _capacityCoulombs;
    private readonly double _internalOhms;
    private readonly double _leadOhms;
    private readonly double _unitAmperes;
    private readonly double _ripple;
    private readonly double _divider;
    private double _charge;

    /// <summary>A supply on mains.</summary>
    public Supply(ParameterSet site, Grid grid, NoiseSource noise)
    {
        (_grid, _noise) = (grid, noise);
        (_floatVolts, _chargerAmperes) = (site[FloatVolts], site[ChargerAmperes]);
        (_capacityCoulombs, _internalOhms) = (site[Capacity] * 3600, site[InternalResistance]);
        (_leadOhms, _unitAmperes) = (site[LeadResistance], site[UnitAmperes]);
        (_ripple, _divider, _charge) = (site[Ripple], site[Divider], site[StartCharge]);
        Terminals = [Sense, Battery, MainsContact];
        Heal();
        Step(0);
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
        [FloatVolts, ChargerAmperes, Capacity, InternalResistance, StartCharge, LeadResistance, UnitAmperes, Ripple, Divider];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("supply-sag", "a terminal of the 12 V lead works loose: the bus falls under load", LooseOhms, (site, ohms) => site.Supply.LeadFaultOhms = ohms),
        new("supply-low", "the charger's fuse blows and the battery is worn, with dead cells: the bus falls below what the unit needs", SoundCells, (site, cells) => site.Supply.WearOut(cells)),
        new("supply-high", "the charger's regulator fails: the bus rises above the rated band", HighVolts, (site, volts) => site.Supply.ChargerVolts = volts),
        new("charger-dead", "the charger's fuse blows; the battery is sound", null, (site, _) => site.Supply.ChargerVolts = 0),
        new("charger-weak", "the charger's electronics age: it gives less current", WeakAmperes, (site, amperes) => site.Supply.ChargerLimit = amperes),
        new("battery-aged", "the battery has dried out: less charge, more resistance", AgedShare, (site, share) => site.Supply.Aged = share),
        new("battery-fuse-blown", "the battery's fuse blows: nothing bridges a mains loss, nothing charges", null, (site, _) => site.Supply.BatteryOff = true),
        new("supply-sense-cut", "the wire from the 12 V bus to the unit's converter is cut: it reads 0 V", null, (site, _) => site.Supply.SenseCut = true),
        new("battery-sense-cut", "the wire from the battery's poles to the unit's converter is cut: it reads 0 V", null, (site, _) => site.Supply.BatterySenseCut = true),
        new("mains-relay-cut", "the mains relay's wire is cut: the grid looks lost, and everything runs", null, (site, _) => site.Supply.MainsContact.Cut = true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>The bus behind the board's divider.</summary>
    public VoltageTerminal Sense { get; } = new("supply");

    /// <summary>The battery's own poles, behind the same divider.</summary>
    public VoltageTerminal Battery { get; } = new("battery");

    /// <summary>Contact of the mains relay; closed while there is mains.</summary>
    public ContactTerminal MainsContact { get; } = new("mains-present");

    /// <summary>Whether the grid delivers.</summary>
    public bool MainsPresent => _grid.Present;

    /// <summary>Voltage at the unit.</summary>
    public double BusVolts { get; private set; }

    /// <summary>Charge over capacity.</summary>
    public double ChargeFraction => _charge;

    /// <summary>Voltage at the battery's poles.</summary>
    public double BatteryVolts { get; private set; }

    /// <summary>Current into the battery; negative while it discharges.</summary>
    public double BatteryAmperes { get; private set; }

    /// <summary>The contactor's coil on the bus; set by the contactor.</summary>
    internal double CoilSiemens { get; set; }

    /// <summary>What the charger would hold with mains; 0 when it gives nothing.</summary>
    internal double ChargerVolts { get; set; }

    /// <summary>Resistance of a loose terminal in the lead.</summary>
    internal double LeadFaultOhms { get; set; }

    /// <summary>The valve's motor on the bus; set by the valve.</summary>
    internal double MotorAmperes { get; set; }

    private double ChargerLimit { get; set; }

    private double Aged { get; set; }

    private bool BatteryOff { get; set; }

    private bool SenseCut { get; set; }

    private bool BatterySenseCut { get; set; }

    private double InternalOhms => _internalOhms / Aged;

    private double SoundFraction { get; set; }

    private double ChargeCap { get; set; }

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        double source = SourceVolts();
        BusVolts = Math.Max(0, Bus(source, _leadOhms + LeadFaultOhms) + (_ripple * _noise.NextNormal()));
        _charge = Math.Clamp(_charge + (BatteryAmperes * seconds / (_capacityCoulombs * Aged)), 0, 1);
        Sense.Volts = SenseCut ? 0 : BusVolts * _divider;
        Battery.Volts = BatterySenseCut ? 0 : BatteryVolts * _divider;
        MainsContact.Closed = MainsPresent;
    }

    /// <inheritdoc/>
    public override void Heal()
    {
        ChargerVolts = _floatVolts;
        LeadFaultOhms = 0;
        SoundFraction = 1;
        ChargeCap = 1;
        ChargerLimit = _chargerAmperes;
        Aged = 1;
        (BatteryOff, SenseCut, BatterySenseCut) = (false, false, false);
    }

    private void WearOut(double cells)
    {
        ChargerVolts = 0;
        SoundFraction = cells / Cells;
        ChargeCap = WornCharge;
    }

    /// <summary>Voltage where charger, battery and the unit's lead meet; settles the battery's voltage and current.</summary>
    private double SourceVolts()
    {
        double force = ElectromotiveForce(Math.Min(_charge, ChargeCap)) * SoundFraction;
        bool charging = MainsPresent && ChargerVolts > (BatteryOff ? 0 : force);
        double source = BatteryOff ? AloneVolts(charging) : charging ? ChargingVolts(force) : DischargingVolts(force);
        BatteryVolts = BatteryOff ? force : source;
        return source;
    }

    /// <summary>Without the battery the charger carries the load alone, or gives way under it.</summary>
    private double AloneVolts(bool charging)
    {
        BatteryAmperes = 0;
        double load = charging ? LoadAmperes(ChargerVolts, _leadOhms + LeadFaultOhms) : 0;
        return charging ? ChargerVolts * Math.Min(1, ChargerLimit / load) : 0;
    }

    private double DischargingVolts(double force)
    {
        BatteryAmperes = -LoadAmperes(force, InternalOhms + _leadOhms + LeadFaultOhms);
        return force + (BatteryAmperes * InternalOhms);
    }

    private double ChargingVolts(double force)
    {
        double chargeOhms = ChargeOhms / (1 + GassingMargin - _charge) / Aged;
        double spare = ChargerLimit - LoadAmperes(ChargerVolts, _leadOhms + LeadFaultOhms);
        BatteryAmperes = Math.Min(spare, (ChargerVolts - force) / chargeOhms);
        return spare < 0 ? force + (spare * InternalOhms) : Math.Min(ChargerVolts, force + (spare * chargeOhms));
    }

    /// <summary>Bus voltage with the unit's constant current and the coil behind a resistance.</summary>
    private double Bus(double source, double ohms) => (source - ((_unitAmperes + MotorAmperes) * ohms)) / (1 + (CoilSiemens * ohms));

    private double LoadAmperes(double source, double ohms) => _unitAmperes + MotorAmperes + (CoilSiemens * Math.Max(0, Bus(source, ohms)));

    private static double ElectromotiveForce(double charge) => charge >= KneeFraction
        ? EmptyVolts + ((FullVolts - EmptyVolts) * (charge - KneeFraction) / (1 - KneeFraction))
        : FlatVolts + ((EmptyVolts - FlatVolts) * charge / KneeFraction);
}
