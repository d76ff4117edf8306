using System;
using Board.Native;

namespace nanoFramework.Runtime.Native;

/// <summary>The managed heap. .NET's own collector is not touched: the figure is the profile's.</summary>
public static class GC
{
    /// <summary>Returns free managed bytes, as the profile says.</summary>
    /// <param name="compactHeap">True crashed the interpreter where it was tried; do not.</param>
    public static uint Run(bool compactHeap)
    {
        StallGate.Pass();
        return Board.Native.Hardware.Profile.FreeHeapBytes;
    }

    public static void EnableGCMessages(bool enable) => StallGate.Pass();
}

/// <summary>How to restart.</summary>
public enum RebootOption
{
    NormalReboot = 0,
    EnterNanoBooter = 1,
    ClrOnly = 2,
    EnterProprietaryBooter = 8,
}

/// <summary>Called before a restart.</summary>
public delegate void RebootEventHandler();

/// <summary>Restarts the unit.</summary>
public class Power
{
    public static event RebootEventHandler OnRebootEvent;

    /// <summary>Never returns to the firmware; whoever holds the unit sees <see cref="Board.Native.Hardware.RebootRequested"/>.</summary>
    public static void RebootDevice(RebootOption rebootOption = RebootOption.NormalReboot)
    {
        StallGate.Pass();
        OnRebootEvent?.Invoke();
        Board.Native.Hardware.RequestReboot();
    }

    public static void RebootDevice(int exeConstraintTimeout, RebootOption rebootOption = RebootOption.NormalReboot) =>
        RebootDevice(rebootOption);
}

/// <summary>The real-time clock.</summary>
public static class Rtc
{
    public static bool SetSystemTime(Board.Native.DateTime time)
    {
        StallGate.Pass();
        SystemClock.Step(time.Net);
        return true;
    }
}

/// <summary>What runs.</summary>
public static class SystemInfo
{
    public static Version Version => new(1, 17, 0, 0);

    public static string OEMString => "native board";

    public static byte OEM => 0;

    public static byte Model => 0;

    public static ushort SKU => 0;

    public static string TargetName => Board.Native.Hardware.Profile.TargetName;

    public static string Platform => "ESP32";

    public static FloatingPoint FloatingPointSupport => FloatingPoint.SinglePrecisionHardware;

    /// <summary>How the chip does fractions.</summary>
    public enum FloatingPoint
    {
        None = 0,
        SinglePrecisionSoftware = 1,
        SinglePrecisionHardware = 2,
        DoublePrecisionSoftware = 3,
        DoublePrecisionHardware = 4,
    }
}
