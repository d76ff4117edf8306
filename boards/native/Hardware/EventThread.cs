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
    private static System.Threading.Thread s_thread;
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

    /// <summary>Forgets what is queued and leaves a handler that still runs behind: the run of the firmware ended.</summary>
    internal static void Restart()
    {
        lock (s_sync)
        {
            s_queue.Clear();
            s_thread = null;
            s_busy = false;
            Monitor.PulseAll(s_sync);
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
        if (s_thread == null)
        {
            s_thread = new System.Threading.Thread(Run) { IsBackground = true, Name = "events" };
            s_thread.Start();
        }
    }

    private static void Run()
    {
        Hardware.AdoptThread();
        while (Take(out Action handler))
        {
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

    private static bool Take(out Action handler)
    {
        lock (s_sync)
        {
            handler = null;
            while (IsCurrent && !s_queue.TryDequeue(out handler))
            {
                Monitor.Wait(s_sync);
            }

            s_busy = handler != null || s_busy;
            return handler != null;
        }
    }

    private static void Done()
    {
        lock (s_sync)
        {
            s_busy = s_busy && !IsCurrent;
            Monitor.PulseAll(s_sync);
        }
    }

    private static bool IsCurrent => s_thread == System.Threading.Thread.CurrentThread;
}
