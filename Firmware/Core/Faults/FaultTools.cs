namespace Firmware.Core.Faults;

/// <summary>What a technician measures or works with, as bits of one byte.</summary>
public static class Tool
{
    /// <summary>Multimeter (万用表): V, Ω.</summary>
    public const byte Multimeter = 1;

    /// <summary>Clamp meter (钳形表): A of a phase.</summary>
    public const byte ClampMeter = 2;

    /// <summary>Insulation tester, 500 V (兆欧表).</summary>
    public const byte InsulationTester = 4;

    /// <summary>Pressure gauge (压力表).</summary>
    public const byte PressureGauge = 8;

    /// <summary>Sounding line (测绳): depth of the water in the well.</summary>
    public const byte SoundingLine = 16;

    /// <summary>Ladder (梯).</summary>
    public const byte Ladder = 32;

    /// <summary>How many there are.</summary>
    public const int Count = 6;
}

/// <summary>The tools that a fault's remedy needs, beside those of every visit; looked up, not held, as <see cref="FaultNames"/>. A test holds them against the remedies.</summary>
public static class FaultTools
{
    /// <summary>Bits of <see cref="Tool"/> for a code; 0 where nothing is measured.</summary>
    public static byte Of(int code)
    {
        return code switch
        {
            205 or 210 or 703 or 802 or 903 => 0,
            209 or 301 or 308 or 310 or 311 or 402 or 404 or 801 => Tool.Multimeter | Tool.ClampMeter,
            303 or 304 => Tool.Multimeter | Tool.PressureGauge,
            306 => Tool.Multimeter | Tool.ClampMeter | Tool.InsulationTester,
            406 => Tool.Multimeter | Tool.InsulationTester,
            409 => Tool.Multimeter | Tool.SoundingLine,
            604 => Tool.Multimeter | Tool.Ladder,
            _ => Tool.Multimeter,
        };
    }
}
