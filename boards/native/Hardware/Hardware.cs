using System;
using System.Collections.Generic;
using System.Threading;

namespace Board.Native;

/// <summary>
/// The electrical side of the emulated unit: what a site (or a test) does to its terminals and sees on them. One process is one
/// unit. Pins are GPIO numbers; which of them is what, the board knows.
/// </summary>
public static class Hardware
{
    private static readonly object s_sync = new();
    private static readonly List<DeadThread> s_deadThreads = new();
    private static readonly List<DeadThread> s_crashes = new();
    private static int s_boot = 1;
    private static long s_timerReads;

    [ThreadStatic]
    private static int t_boot;

    /// <summary>The firmware asked for a restart: raised on its thread, which then never runs again. See <see cref="Restart"/>.</summary>
    public static event Action RebootRequested;

    /// <summary>A pin driven by the unit began to be driven or changed: GPIO number, level. Raised on the firmware's thread.</summary>
    public static event Action<int, bool> OutputChanged;

    /// <summary>The target that is emulated. Set it before the firmware starts.</summary>
    public static BoardProfile Profile { get; set; } = BoardProfile.Esp32Rev3;

    /// <summary>The folder that is the drive <c>I:</c>; must exist.</summary>
    public static string StorageRoot { get; set; }

    /// <summary>What happens under the drive <c>I:</c>.</summary>
    public static StorageConditions Storage { get; } = new();

    /// <summary>The world outside the radio.</summary>
    public static NetworkConditions Network { get; } = new();

    /// <summary>Address of the radio, 6 bytes: the chip's identity.</summary>
    public static byte[] MacAddress { get; set; } = [0x02, 0, 0, 0, 0, 1];

    /// <summary>Network name and password in the device's configuration block, as the flashing tool or a first connect left them.</summary>
    public static (string Ssid, string Password) StoredCredentials { get; set; } = ("field", "field-key");

    /// <summary>Times that credentials were written to flash.</summary>
    public static int CredentialWrites { get; internal set; }

    /// <summary>Unit time (µs) at which the current run of the firmware was powered on or restarted.</summary>
    public static long BootedAt { get; private set; }

    /// <summary>Threads and handlers that ended with an exception, oldest first. The device tells nobody.</summary>
    public static IReadOnlyList<DeadThread> DeadThreads => Copy(s_deadThreads);

    /// <summary>Calls that would have crashed the interpreter (a negative sleep), oldest first.</summary>
    public static IReadOnlyList<DeadThread> Crashes => Copy(s_crashes);

    /// <summary>Drives a terminal from outside: a contact closing, a meter's output, a switch.</summary>
    public static void SetInput(int gpio, bool high) => Pin.At(gpio).SetExternal(high ? Drive.High : Drive.Low);

    /// <summary>Lets a terminal go: the unit's pull or driver decides; a floating input reads low.</summary>
    public static void Release(int gpio) => Pin.At(gpio).SetExternal(Drive.None);

    /// <summary>Level at the terminal, whoever drives it.</summary>
    public static bool ReadLevel(int gpio) => Pin.At(gpio).Level;

    /// <summary>How often the microsecond timer was read: who moves time beside a poll waits until it has looked.</summary>
    public static long TimerReads => System.Threading.Interlocked.Read(ref s_timerReads);

    internal static void CountTimerRead() => System.Threading.Interlocked.Increment(ref s_timerReads);

    /// <summary>True while the unit itself drives the terminal. Before a pin is opened it does not.</summary>
    public static bool IsDriven(int gpio) => Pin.At(gpio).IsDriven;

    /// <summary>Voltage at an ADC pin.</summary>
    /// <param name="gpio">GPIO number.</param>
    /// <param name="volts">0–3.3 V; more is cut off as the protection diode would.</param>
    public static void SetVolts(int gpio, double volts) => Pin.At(gpio).Millivolts = (int)Math.Round(Math.Clamp(volts, 0, 3.3) * 1000);

    /// <summary>One full low-going pulse (high, low, high) at a terminal, long enough to be seen by counters and interrupts.</summary>
    public static void Pulse(int gpio)
    {
        Pin pin = Pin.At(gpio);
        pin.SetExternal(Drive.High);
        pin.SetExternal(Drive.Low);
        pin.SetExternal(Drive.High);
    }

    /// <summary>The far end of a serial port.</summary>
    /// <param name="port">"COM1" … as the firmware names it.</param>
    public static UartLine Uart(string port) => UartLine.Of(port);

    /// <summary>The two wires of an I²C bus: hang parts on them.</summary>
    /// <param name="data">GPIO number of SDA.</param>
    /// <param name="clock">GPIO number of SCL.</param>
    public static I2cWires I2c(int data, int clock) => I2cWires.Of(data, clock);

    /// <summary>
    /// Starts the firmware's entry point on a thread of the unit. If it returns or throws, that is recorded in
    /// <see cref="DeadThreads"/> and nothing restarts: so does the device.
    /// </summary>
    public static void Start(ThreadStart main)
    {
        void RunMain()
        {
            main();
            RecordDeath("Main", new InvalidOperationException("Main returned"));
        }

        new Thread(RunMain, "Main").Start();
    }

    /// <summary>
    /// Power goes away: what was not closed never existed, outputs float, the clock is lost, connections vanish without a word and no
    /// thread of the unit runs on. Then power comes back: call <see cref="Start"/> to run the firmware again.
    /// </summary>
    public static void CutPower()
    {
        EndRun();
        SystemClock.Reset();
        I2cWires.PowerUpAll();
    }

    /// <summary>As <see cref="CutPower"/>, but a software restart: the clock is kept.</summary>
    public static void Restart() => EndRun();

    /// <summary>Waits, in real time, until the handlers of all interrupts so far have run; for tests.</summary>
    /// <returns>False when they still had not after <paramref name="realMilliseconds"/>.</returns>
    public static bool WaitForEvents(int realMilliseconds = 2000) => EventThread.WaitIdle(realMilliseconds);

    internal static long MicrosecondsSinceBoot => UnitTime.Microseconds - BootedAt;

    /// <summary>Number of the current run; things of an older run are gone.</summary>
    internal static int Boot => Volatile.Read(ref s_boot);

    internal static void RaiseOutputChanged(int gpio, bool high) => OutputChanged?.Invoke(gpio, high);

    internal static void RecordDeath(string what, Exception e) => Record(s_deadThreads, what, e);

    internal static void RecordCrash(string what, Exception e) => Record(s_crashes, what, e);

    /// <summary>Marks the calling thread as one that ends with this run of the firmware.</summary>
    internal static void AdoptThread() => t_boot = Boot;

    /// <summary>True unless the calling thread is one of a run that has ended.</summary>
    internal static bool BelongsToThisRun => t_boot == 0 || t_boot == Volatile.Read(ref s_boot);

    /// <summary>A thread of a run that has ended never returns from here.</summary>
    internal static void StopIfPoweredOff()
    {
        if (!BelongsToThisRun)
        {
            System.Threading.Thread.Sleep(Timeout.Infinite);
        }
    }

    internal static void RequestReboot()
    {
        RebootRequested?.Invoke();
        if (t_boot != 0)
        {
            System.Threading.Thread.Sleep(Timeout.Infinite);
        }
    }

    private static void EndRun()
    {
        Interlocked.Increment(ref s_boot);
        EventThread.Restart();
        StallGate.Reset();
        Pin.ResetAll();
        UartLine.ResetAll();
        WifiStation.Reset();
        nanoFramework.Hardware.Esp32.Configuration.Reset();
        System.Device.Gpio.GpioPulseCounter.ResetAll();
        nanoFramework.Networking.Sntp.Reset();
        nanoFramework.Networking.WifiNetworkHelper.Reset();
        BootedAt = UnitTime.Microseconds;
        UnitTime.NotifyChange();
    }

    private static void Record(List<DeadThread> list, string what, Exception e)
    {
        lock (s_sync)
        {
            list.Add(new DeadThread(what, e, UnitTime.Microseconds));
        }
    }

    private static DeadThread[] Copy(List<DeadThread> list)
    {
        lock (s_sync)
        {
            return list.ToArray();
        }
    }
}
