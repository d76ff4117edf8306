using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace Board.Native;

/// <summary>
/// The unit's monotonic time. Every emulated wait (sleep, serial time-out, Wi-Fi connect, SNTP delay, MQTT retry …) is measured in
/// it, so a test can hold it still and a demonstration can run it fast.
/// </summary>
public static class UnitTime
{
    private static readonly object s_sync = new();
    private static readonly PriorityQueue<TimedCall, (long Due, long Order)> s_calls = new();
    private static bool s_manual;
    private static double s_speed = 1;
    private static long s_base;
    private static long s_baseTicks = Stopwatch.GetTimestamp();
    private static int s_changes;
    private static long s_order;
    private static bool s_callerRuns;

    /// <summary>Microseconds since the process began, in unit time. Never goes back, not even at a power cut.</summary>
    public static long Microseconds => s_manual ? Volatile.Read(ref s_base) : RealNow();

    /// <summary>True while time stands still between calls of <see cref="Advance"/>.</summary>
    public static bool IsManual => s_manual;

    /// <summary>How many unit seconds pass in one real second; 0 while time is manual.</summary>
    public static double Speed => s_manual ? 0 : s_speed;

    /// <summary>Lets time run with the computer's clock.</summary>
    /// <param name="speed">Unit seconds in one real second, more than 0.</param>
    public static void UseRealTime(double speed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        lock (s_sync)
        {
            s_base = Microseconds;
            s_baseTicks = Stopwatch.GetTimestamp();
            s_speed = speed;
            s_manual = false;
            StartCaller();
            WakeAll();
        }
    }

    /// <summary>Stops time; from now on only <see cref="Advance"/> (and a stall, by its own length) moves it.</summary>
    public static void UseManualTime()
    {
        lock (s_sync)
        {
            s_base = Microseconds;
            s_manual = true;
            WakeAll();
        }
    }

    /// <summary>
    /// Moves manual time. What falls due on the way (bytes, debounce timers, SNTP) happens at its own moment, in order, on this
    /// thread; sleepers wake at the end. So a thread that sleeps 10 ms in a loop wants steps of 10 ms.
    /// </summary>
    /// <param name="microseconds">Not negative.</param>
    /// <exception cref="InvalidOperationException">Time runs by itself: call <see cref="UseManualTime"/> first.</exception>
    public static void Advance(long microseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(microseconds);
        if (!s_manual)
        {
            throw new InvalidOperationException("Advance needs UseManualTime");
        }

        long target = s_base + microseconds;
        while (TakeDue(target, out TimedCall call))
        {
            SetManual(Math.Max(s_base, call.Due));
            call.Run();
        }

        SetManual(Math.Max(s_base, target));
    }

    /// <summary>Counts everything a waiter may wait for; read it before testing the condition, hand it to <see cref="WaitForChange"/>.</summary>
    internal static int Changes => Volatile.Read(ref s_changes);

    /// <summary>Says that something a waiter may wait for has happened.</summary>
    internal static void NotifyChange()
    {
        lock (s_sync)
        {
            WakeAll();
        }
    }

    /// <summary>Returns when <paramref name="due"/> is reached or something changed since <paramref name="seen"/>; may return early.</summary>
    internal static void WaitForChange(int seen, long due)
    {
        lock (s_sync)
        {
            if (s_changes != seen)
            {
                return;
            }

            int milliseconds = RealMillisecondsUntil(due);
            if (milliseconds != 0)
            {
                Monitor.Wait(s_sync, milliseconds);
            }
        }
    }

    /// <summary>Returns when unit time has reached <paramref name="due"/> (microseconds).</summary>
    internal static void WaitUntil(long due)
    {
        while (true)
        {
            int seen = Changes;
            if (Microseconds >= due)
            {
                return;
            }

            WaitForChange(seen, due);
        }
    }

    /// <summary>Calls <paramref name="action"/> when unit time reaches <paramref name="due"/>; it must be short and throw nothing.</summary>
    internal static TimedCall Schedule(long due, Action action)
    {
        var call = new TimedCall(due, action);
        lock (s_sync)
        {
            s_calls.Enqueue(call, (due, s_order++));
            StartCaller();
            WakeAll();
        }

        return call;
    }

    private static long RealNow() =>
        s_base + (long)((Stopwatch.GetTimestamp() - s_baseTicks) * (1_000_000.0 / Stopwatch.Frequency) * s_speed);

    private static int RealMillisecondsUntil(long due)
    {
        if (s_manual || due == long.MaxValue)
        {
            return Timeout.Infinite;
        }

        double milliseconds = Math.Ceiling((due - Microseconds) / s_speed / 1000);
        return (int)Math.Clamp(milliseconds, 0, 60_000);
    }

    private static void SetManual(long now)
    {
        lock (s_sync)
        {
            Volatile.Write(ref s_base, now);
            WakeAll();
        }
    }

    private static void WakeAll()
    {
        s_changes++;
        Monitor.PulseAll(s_sync);
    }

    private static bool TakeDue(long now, out TimedCall call)
    {
        lock (s_sync)
        {
            while (s_calls.TryPeek(out call, out _) && call.Due <= now)
            {
                s_calls.Dequeue();
                if (!call.IsCancelled)
                {
                    return true;
                }
            }

            call = null;
            return false;
        }
    }

    /// <summary>The thread that runs timed calls while time is real; manual time runs them in Advance.</summary>
    private static void StartCaller()
    {
        if (s_callerRuns || s_manual)
        {
            return;
        }

        s_callerRuns = true;
        new System.Threading.Thread(CallWhenDue) { IsBackground = true, Name = "unit time" }.Start();
    }

    private static void CallWhenDue()
    {
        while (true)
        {
            int seen = Changes;
            if (!s_manual && TakeDue(Microseconds, out TimedCall call))
            {
                call.Run();
                continue;
            }

            WaitForChange(seen, NextDue());
        }
    }

    private static long NextDue()
    {
        lock (s_sync)
        {
            return s_calls.TryPeek(out TimedCall call, out _) ? call.Due : long.MaxValue;
        }
    }
}

/// <summary>One call that unit time owes; can be cancelled until it runs, and ends with the run of the firmware that wanted it.</summary>
internal sealed class TimedCall(long due, Action action)
{
    private readonly int _boot = Hardware.Boot;
    private volatile bool _cancelled;

    internal long Due { get; } = due;

    internal bool IsCancelled => _cancelled || _boot != Hardware.Boot;

    internal void Cancel() => _cancelled = true;

    internal void Run()
    {
        if (!IsCancelled)
        {
            action();
        }
    }
}
