using System;
using System.Collections.Generic;
using System.Threading;

namespace Board.Native;

/// <summary>
/// The one thread on which the firmware's interrupt, serial, timer and network handlers run, after each other. Its queue is bounded:
/// in a burst events are lost, as on the device.
/// </summary>
internal static class EventThread
{
    /// <summary>Bound of the queue; ours, the device's depends on its free memory.</summary>
    internal const int Depth = 64;

    private static readonly object s_sync = new();
    private static readonly Queue<Action> s_queue = new();
    private static bool s_running;
    private static bool s_busy;

    /// <summary>Queues a handler; forgets it when the queue is full.</summary>
    internal static void Post(Action handler)
    {
        lock (s_sync)
        {
            if (s_queue.Count >= Depth)
            {
                return;
            }

            s_queue.Enqueue(handler);
            Start();
            Monitor.PulseAll(s_sync);
        }
    }

    /// <summary>Forgets what is queued: the unit lost power.</summary>
    internal static void Clear()
    {
        lock (s_sync)
        {
            s_queue.Clear();
        }
    }

    /// <summary>Waits, in real time, until every queued handler has returned.</summary>
    internal static bool WaitIdle(int realMilliseconds)
    {
        long end = System.Environment.TickCount64 + realMilliseconds;
        lock (s_sync)
        {
            while (s_queue.Count > 0 || s_busy)
            {
                long left = end - System.Environment.TickCount64;
                if (left <= 0)
                {
                    return false;
                }

                Monitor.Wait(s_sync, (int)left);
            }

            return true;
        }
    }

    private static void Start()
    {
        if (!s_running)
        {
            s_running = true;
            new System.Threading.Thread(Run) { IsBackground = true, Name = "events" }.Start();
        }
    }

    private static void Run()
    {
        while (true)
        {
            Action handler = Take();
            try
            {
                StallGate.Pass();
                handler();
            }
            catch (Exception e)
            {
                Hardware.RecordDeath("event handler", e);
            }

            Done();
        }
    }

    private static Action Take()
    {
        lock (s_sync)
        {
            while (s_queue.Count == 0)
            {
                Monitor.Wait(s_sync);
            }

            s_busy = true;
            return s_queue.Dequeue();
        }
    }

    private static void Done()
    {
        lock (s_sync)
        {
            s_busy = false;
            Monitor.PulseAll(s_sync);
        }
    }
}
