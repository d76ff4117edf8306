using System;
using Board.Native;

namespace nanoFramework.Hardware.Esp32;

/// <summary>Sleep modes. Deep sleep ends the run: RAM is lost, waking is a boot.</summary>
public class Sleep
{
    private static long s_wakeAfter = -1;
    private static WakeupCause s_cause;

    /// <summary>UARTs that can wake.</summary>
    public enum WakeUpPort
    {
        COM1 = 0,
        COM2 = 1,
    }

    /// <summary>Why the chip came out of sleep.</summary>
    public enum WakeupCause
    {
        Undefined = 0,
        Ext0 = 2,
        Ext1 = 3,
        Timer = 4,
        TouchPad = 5,
        Ulp = 6,
        Gpio = 7,
        Uart = 8,
        Wifi = 9,
        CoCpu = 10,
        CoCpuTrapTrig = 11,
        Bt = 12,
    }

    /// <summary>Pins that can wake.</summary>
    [Flags]
    public enum WakeupGpioPin : ulong
    {
        None = 0,
        Pin0 = 1,
        Pin1 = 2,
        Pin2 = 4,
        Pin3 = 8,
        Pin4 = 16,
        Pin5 = 32,
        Pin6 = 64,
        Pin7 = 128,
        Pin8 = 256,
        Pin9 = 512,
        Pin10 = 1024,
        Pin11 = 2048,
        Pin12 = 4096,
        Pin13 = 8192,
        Pin14 = 16384,
        Pin15 = 32768,
        Pin16 = 65536,
        Pin17 = 131072,
        Pin18 = 262144,
        Pin19 = 524288,
        Pin20 = 1048576,
        Pin21 = 2097152,
        Pin25 = 33554432,
        Pin26 = 67108864,
        Pin27 = 134217728,
        Pin32 = 4294967296,
        Pin33 = 8589934592,
        Pin34 = 17179869184,
        Pin35 = 34359738368,
        Pin36 = 68719476736,
        Pin37 = 137438953472,
        Pin38 = 274877906944,
        Pin39 = 549755813888,
    }

    /// <summary>Level that wakes.</summary>
    public enum WakeupMode
    {
        AllLow = 0,
        AnyHigh = 1,
    }

    public static EspNativeError EnableWakeupByTimer(TimeSpan time)
    {
        StallGate.Pass();
        s_wakeAfter = time.Ticks / TimeSpan.TicksPerMicrosecond;
        return EspNativeError.OK;
    }

    /// <summary>Sleeps until the timer; without one it returns an error at once.</summary>
    public static EspNativeError StartLightSleep()
    {
        StallGate.Pass();
        if (s_wakeAfter < 0)
        {
            return EspNativeError.INVALID_STATE;
        }

        StallGate.Stall(s_wakeAfter);
        s_cause = WakeupCause.Timer;
        return EspNativeError.OK;
    }

    /// <summary>Never returns; the unit boots again when the timer ends.</summary>
    public static void StartDeepSleep()
    {
        StallGate.Pass();
        s_cause = WakeupCause.Timer;
        UnitTime.WaitUntil(s_wakeAfter < 0 ? long.MaxValue : UnitTime.Microseconds + s_wakeAfter);
        Board.Native.Hardware.RequestReboot();
    }

    /// <summary>Why the chip woke; <see cref="WakeupCause.Undefined"/> after power-on and every other reset.</summary>
    public static WakeupCause GetWakeupCause()
    {
        StallGate.Pass();
        return s_cause;
    }
}
