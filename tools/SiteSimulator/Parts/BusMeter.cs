using System;
using System.Collections.Generic;
using Tools.SiteSimulator.Modbus;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// An electromagnetic meter on the RS485 line, in the same pipe as the pulse meter. It smooths over one second, reads zero
/// below its cut-off, counts what runs forward, and has a register map (README). A broken electrode makes it report its own
/// fault and no flow.
/// </summary>
public sealed class BusMeter : SitePart
{
    internal static readonly Parameter Address = new("busMeterAddress", 1, 1, 247, "Modbus address");
    internal static readonly Parameter Serial = new("busMeterSerialNumber", 26_010_117, 1, 4_294_967_295, "serial number");
    internal static readonly Parameter StartTotal = new("busMeterStartTotalLitres", 123_456, 0, 4_294_967_295, "total at the beginning");
    internal static readonly Parameter Gain = new("busMeterGainFraction", 1, 0.5, 2, "measured over true flow");
    internal static readonly Parameter Noise = new("busMeterNoiseFraction", 0.003, 0, 0.2, "noise of the flow reading, standard deviation");
    internal static readonly Parameter CutOff = new("busMeterCutOffFraction", 0.005, 0, 0.1, "of the rated flow; below it reads zero");

    private const double SmoothSeconds = 1;
    private const double EmptyPipeBar = 0.05; // a pipe without pressure is taken for drained
    private const double AirNoise = 50;       // air between the electrodes: so many times the noise
    private const ushort SelfFault = 1;
    private const ushort EmptyPipe = 2;
    private const ushort Reverse = 4;

    private static readonly Parameter NewTotal = new("totalLitres", 0, 0, 4_294_967_295, "total of the other meter when it is fitted");
    private static readonly Parameter Jump = new("jumpLitres", 1_000_000, 1, 4_000_000_000, "litres that the total has too much");
    private static readonly Parameter Runback = new("litresPerSecond", 20, 0.1, 10_000, "litres that the total loses, each second");
    private static readonly Parameter Wild = new("cubicMetresPerHour", 2000, -2_000_000, 2_000_000, "flow that it shows");
    private static readonly Parameter Detuned = new("gainFraction", 1.3, 0.05, 3, "measured over true flow");
    private static readonly Parameter OtherAddress = new("address", 7, 1, 247, "address in its replies; rounded");
    private static readonly Parameter ExceptionCode = new("exceptionCode", 4, 1, 255, "exception code; 4 is a failing device; rounded");
    private static readonly Parameter MapShift = new("registers", 1, -8, 1000, "how many registers further on everything stands; rounded");

    private readonly Pipeline _pipeline;
    private readonly AirPockets _air;
    private readonly NoiseSource _noise;
    private readonly ModbusSlave _slave;
    private readonly double _gain;
    private readonly double _noiseShare;
    private readonly double _cutOff;
    private readonly double _startTotal;
    private readonly uint _serial;
    private readonly RegisterMap _map = new(8);
    private double _smoothed;
    private double _ownLitres;
    private double _exchangedLitres;
    private double _lostLitres;

    /// <summary>A meter on the line.</summary>
    public BusMeter(ParameterSet site, Pipeline pipeline, AirPockets air, Rs485Line line, NoiseSource noise)
    {
        (_pipeline, _air, _noise) = (pipeline, air, noise);
        (_gain, _noiseShare, _startTotal) = (site[Gain], site[Noise], site[StartTotal]);
        _cutOff = site[CutOff] * Units.CubicMetresPerSecond(site[Pump.RatedFlow]);
        _serial = (uint)site[Serial];
        _map.Put16(7, (int)site[Pipeline.PipeDiameter]);
        _slave = new ModbusSlave((int)site[Address], _map);
        line.Attach(_slave);
        Heal();
        Step(0);
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Address, Serial, StartTotal, Gain, Noise, CutOff];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("bus-meter-electrode", "an electrode of the RS485 meter breaks: it reports its own fault and measures nothing", null, (site, _) => site.BusMeter.ElectrodeBroken = true),
        new("bus-meter-dead", "the RS485 meter's own supply fails: it does not answer, others on the line do", null, (site, _) => site.BusMeter._slave.Suffer(SlaveTrouble.Dead)),
        new("bus-meter-reversed", "the RS485 meter is fitted against its arrow", null, (site, _) => site.BusMeter.Reversed = true),
        new("bus-meter-detuned", "the RS485 meter measures too much or too little", Detuned, (site, gain) => site.BusMeter.FaultGain = gain),
        new("bus-meter-wild", "the RS485 meter's amplifier runs wild: it shows a flow that no pipe carries, and counts it", Wild, (site, flow) => site.BusMeter.WildFlow = Units.CubicMetresPerSecond(flow)),
        new("bus-meter-frozen", "the RS485 meter's processor hangs: it goes on answering with the numbers of that moment", null, (site, _) => site.BusMeter.Frozen = true),
        new("bus-meter-exchanged", "another RS485 meter is fitted: another serial number, another total", NewTotal, (site, total) => (site.BusMeter.Exchanged, site.BusMeter.TotalAtExchange) = (true, total)),
        new("bus-total-jumps", "the RS485 meter's memory is damaged: the total has too much", Jump, (site, litres) => site.BusMeter.JumpLitres = litres),
        new("bus-total-runs-back", "the RS485 meter's memory is damaged: the total runs backwards", Runback, (site, rate) => site.BusMeter.LossPerSecond = rate),
        new("bus-other-address", "the RS485 meter replies with another's address", OtherAddress, (site, address) => site.BusMeter._slave.Suffer(SlaveTrouble.OtherAddress, address)),
        new("bus-exceptions", "the RS485 meter refuses what it is asked", ExceptionCode, (site, code) => site.BusMeter._slave.Suffer(SlaveTrouble.Exception, code)),
        new("bus-frames-glued", "the RS485 meter sends every reply twice without a gap", null, (site, _) => site.BusMeter._slave.Suffer(SlaveTrouble.Glued)),
        new("bus-frames-half", "the RS485 meter stops in the middle of its reply", null, (site, _) => site.BusMeter._slave.Suffer(SlaveTrouble.Half)),
        new("bus-map-shifted", "the RS485 meter has other software: its registers stand elsewhere", MapShift, (site, registers) => site.BusMeter._map.Shift = (int)Math.Round(registers)),
    ];

    /// <summary>Flow that the meter shows; negative while water runs against its arrow.</summary>
    public int LitresPerHour { get; private set; }

    /// <summary>Total that the meter shows: what ran forward; wraps at 2³² litres.</summary>
    public uint TotalLitres { get; private set; }

    private bool ElectrodeBroken { get; set; }

    private bool Reversed { get; set; }

    private bool Frozen { get; set; }

    private bool Exchanged { get; set; }

    private double TotalAtExchange { get; set; }

    private double FaultGain { get; set; }

    private double? WildFlow { get; set; }

    private double JumpLitres { get; set; }

    private double LossPerSecond { get; set; }

    /// <inheritdoc/>
    public override bool Quiet => Math.Abs(_smoothed) < _cutOff && WildFlow == null;

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        double seen = WildFlow ?? (ElectrodeBroken ? 0 : _pipeline.MeteredFlow * _gain * FaultGain * (Reversed ? -1 : 1));
        _smoothed += (seen - _smoothed) * Math.Min(1, seconds / SmoothSeconds);
        bool counts = Math.Abs(_smoothed) >= _cutOff;
        Count(counts ? Math.Max(0, _smoothed) * seconds * 1000 : 0, seconds);
        double noise = _noiseShare * (_air.Passing ? AirNoise : 1) * _noise.NextNormal();
        if (!Frozen)
        {
            Show(counts ? _smoothed * (1 + noise) : 0, seen);
        }
    }

    /// <inheritdoc/>
    public override void Heal()
    {
        (ElectrodeBroken, Reversed, Frozen, Exchanged) = (false, false, false, false);
        (FaultGain, WildFlow, JumpLitres, LossPerSecond) = (1, null, 0, 0);
        _slave.Suffer(SlaveTrouble.None);
        _map.Shift = 0;
    }

    /// <summary>A meter that is taken out keeps its total; the one in its place counts from its own.</summary>
    private void Count(double litres, double seconds)
    {
        _ownLitres += Exchanged ? 0 : litres;
        _exchangedLitres = Exchanged ? _exchangedLitres + litres : 0;
        _lostLitres = LossPerSecond > 0 ? _lostLitres + (LossPerSecond * seconds) : 0;
    }

    private void Show(double flow, double seen)
    {
        double total = (Exchanged ? TotalAtExchange + _exchangedLitres : _startTotal + _ownLitres) + JumpLitres - _lostLitres;
        LitresPerHour = (int)Math.Round(Units.LitresPerHour(flow));
        TotalLitres = (uint)(long)Math.Floor(total);
        _map.Put32(0, (uint)LitresPerHour);
        _map.Put32(2, TotalLitres);
        _map.Put16(4, Status(seen));
        _map.Put32(5, Exchanged ? _serial ^ 1 : _serial);
    }

    private int Status(double flow) =>
        (ElectrodeBroken ? SelfFault : 0) | (DrainedPipe ? EmptyPipe : 0) | (flow < 0 ? Reverse : 0);

    private bool DrainedPipe => _pipeline.PressureBar < EmptyPipeBar || _air.Passing;
}
