using System;
using System.Collections.Generic;
using Tools.SiteSimulator.Modbus;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// An electromagnetic meter on the RS485 line, in the same pipe as the pulse meter. It smooths over one second, reads zero
/// below its cut-off, and has a register map (README). A broken electrode makes it report its own fault and no flow.
/// </summary>
public sealed class BusMeter : SitePart, IModbusRegisters
{
    internal static readonly Parameter Address = new("busMeterAddress", 1, 1, 247, "Modbus address");
    internal static readonly Parameter Serial = new("busMeterSerialNumber", 26_010_117, 1, 4_294_967_295, "serial number");
    internal static readonly Parameter StartTotal = new("busMeterStartTotalLitres", 123_456, 0, 4_294_967_295, "total at the beginning");
    internal static readonly Parameter Gain = new("busMeterGainFraction", 1, 0.5, 2, "measured over true flow");
    internal static readonly Parameter Noise = new("busMeterNoiseFraction", 0.003, 0, 0.2, "noise of the flow reading, standard deviation");
    internal static readonly Parameter CutOff = new("busMeterCutOffFraction", 0.005, 0, 0.1, "of the rated flow; below it reads zero");

    private const double SmoothSeconds = 1;
    private const double EmptyPipeBar = 0.05; // a pipe without pressure is taken for drained
    private const ushort SelfFault = 1;
    private const ushort EmptyPipe = 2;
    private const ushort Reverse = 4;

    private readonly Pipeline _pipeline;
    private readonly NoiseSource _noise;
    private readonly double _gain;
    private readonly double _noiseShare;
    private readonly double _cutOff;
    private readonly double _startTotal;
    private readonly ushort[] _map = new ushort[8];
    private double _smoothed;
    private double _totalCubicMetres;

    /// <summary>A meter on the line.</summary>
    public BusMeter(ParameterSet site, Pipeline pipeline, Rs485Line line, NoiseSource noise)
    {
        (_pipeline, _noise) = (pipeline, noise);
        (_gain, _noiseShare, _startTotal) = (site[Gain], site[Noise], site[StartTotal]);
        _cutOff = site[CutOff] * Units.CubicMetresPerSecond(site[Pump.RatedFlow]);
        Put(5, (uint)site[Serial]);
        _map[7] = (ushort)site[Pipeline.PipeDiameter];
        line.Attach(new ModbusSlave((int)site[Address], this));
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Address, Serial, StartTotal, Gain, Noise, CutOff];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("bus-meter-electrode", "an electrode of the RS485 meter breaks: it reports its own fault and measures nothing", null, (site, _) => site.BusMeter.ElectrodeBroken = true),
    ];

    /// <summary>Flow that the meter shows.</summary>
    public int LitresPerHour { get; private set; }

    /// <summary>Total that the meter shows; wraps at 2³² litres.</summary>
    public uint TotalLitres { get; private set; }

    private bool ElectrodeBroken { get; set; }

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        double seen = ElectrodeBroken ? 0 : _pipeline.MeteredFlow * _gain;
        _smoothed += (seen - _smoothed) * Math.Min(1, seconds / SmoothSeconds);
        bool counts = Math.Abs(_smoothed) >= _cutOff;
        double shown = counts ? _smoothed * (1 + (_noiseShare * _noise.NextNormal())) : 0;
        _totalCubicMetres += counts ? _smoothed * seconds : 0;
        LitresPerHour = (int)Math.Round(Units.LitresPerHour(shown));
        TotalLitres = (uint)(ulong)(_startTotal + (_totalCubicMetres * 1000));
        Put(0, (uint)LitresPerHour);
        Put(2, TotalLitres);
        _map[4] = Status(seen);
    }

    /// <inheritdoc/>
    public override void Heal() => ElectrodeBroken = false;

    /// <inheritdoc/>
    public bool TryRead(int register, out ushort value)
    {
        bool exists = register >= 0 && register < _map.Length;
        value = exists ? _map[register] : (ushort)0;
        return exists;
    }

    private ushort Status(double flow) => (ushort)(
        (ElectrodeBroken ? SelfFault : 0) | (_pipeline.PressureBar < EmptyPipeBar ? EmptyPipe : 0) | (flow < 0 ? Reverse : 0));

    /// <summary>Two registers, most significant word first.</summary>
    private void Put(int register, uint value)
    {
        _map[register] = (ushort)(value >> 16);
        _map[register + 1] = (ushort)value;
    }
}
