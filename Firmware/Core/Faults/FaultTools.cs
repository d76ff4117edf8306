namespace Firmware.Core.Faults;

/// <summary>What a technician measures or works with, as bits.</summary>
public static class Tool
{
    /// <summary>Multimeter (万用表): V, Ω.</summary>
    public const int Multimeter = 1;

    /// <summary>Clamp meter (钳形表): A of a phase.</summary>
    public const int ClampMeter = 2;

    /// <summary>Insulation tester, 500 V (兆欧表).</summary>
    public const int InsulationTester = 4;

    /// <summary>Pressure gauge (压力表).</summary>
    public const int PressureGauge = 8;

    /// <summary>Sounding line (测绳): depth of the water in the well.</summary>
    public const int SoundingLine = 16;

    /// <summary>Ladder (梯).</summary>
    public const int Ladder = 32;

    /// <summary>Voltage tester (验电器): proves a conductor dead before a hand goes to it.</summary>
    public const int VoltageTester = 64;

    /// <summary>Reference vessel, or a portable meter (标准容器或便携式流量计): L that have passed.</summary>
    public const int ReferenceVessel = 128;

    /// <summary>Earth resistance tester (接地电阻表): Ω of the earth rod.</summary>
    public const int EarthTester = 256;

    /// <summary>Infrared thermometer (红外测温枪): °C of what must not be touched.</summary>
    public const int InfraredThermometer = 512;

    /// <summary>Contact thermometer (温度计): °C of the air in the box.</summary>
    public const int Thermometer = 1024;

    /// <summary>Insulating gloves (绝缘手套).</summary>
    public const int Gloves = 2048;

    /// <summary>How many there are.</summary>
    public const int Count = 12;
}

/// <summary>The tools that a fault's remedy needs, beside those of every visit; looked up, not held, as <see cref="FaultNames"/>. A test holds them against the remedies.</summary>
public static class FaultTools
{
    private const int Proven = Tool.Multimeter | Tool.VoltageTester;
    private const int Clamped = Proven | Tool.ClampMeter;

    /// <summary>Bits of <see cref="Tool"/> for a code; 0 where nothing is measured.</summary>
    public static int Of(int code)
    {
        return code switch
        {
            602 or 603 or 605 or 702 or 703 or 802 or 805 or 903 => 0,
            101 or 102 or 103 or 104 or 106 or 202 or 203 or 204 or 206 or 207 or 208 or 305 or 307 or 309 => Proven,
            401 or 403 or 405 or 407 or 501 or 502 or 504 or 610 or 902 or 906 => Proven,
            205 => Tool.VoltageTester | Tool.ReferenceVessel,
            209 => Clamped | Tool.ReferenceVessel,
            210 => Tool.VoltageTester,
            301 or 302 or 308 or 310 or 311 => Clamped,
            303 or 304 => Tool.Multimeter | Tool.PressureGauge,
            306 => Clamped | Tool.InsulationTester,
            402 or 404 => Clamped | Tool.SoundingLine,
            406 => Proven | Tool.InsulationTester,
            409 => Proven | Tool.SoundingLine,
            604 => Tool.Ladder,
            801 => Clamped | Tool.InsulationTester | Tool.EarthTester,
            803 => Proven | Tool.EarthTester | Tool.Gloves,
            907 => Proven | Tool.InfraredThermometer | Tool.Thermometer,
            _ => Tool.Multimeter,
        };
    }
}
