using System;
using System.Threading;

namespace Board.Native;

/// <summary>
/// Managed threads of the device all stand still while native code resolves a name, shakes hands for TLS or erases flash inside a
/// Close. Here every emulated call passes this gate, and while it is closed none returns.
/// </summary>
internal static class StallGate
{
    private static readonly object s_sync = new();
    private static int s_closedBy;
    private static int s_depth;

    /// <summary>Every emulated call goes through here; costs two reads while nothing stalls.</summary>
    internal static void Pass()
    {
        Hardware.StopIfPoweredOff();
        if (Volatile.Read(ref s_closedBy) != 0)
        {
            Enter(andClose: false);
        }
    }

    /// <summary>As <see cref="Pass"/>, but the calling thread alone stays here while something hangs; whoever ends that calls <see cref="UnitTime.NotifyChange"/>.</summary>
    internal static void PassUnless(Func<bool> hangs)
    {
        while (true)
        {
            int seen = UnitTime.Changes;
            Pass();
            if (!hangs())
            {
                return;
            }

            UnitTime.WaitForChange(seen, long.MaxValue);
        }
    }

    /// <summary>Stops every other thread of the unit for this long, in unit time. Manual time moves by it.</summary>
    internal static void Stall(long microseconds)
    {
        if (microseconds > 0)
        {
            During(() => Elapse(microseconds));
        }
    }

    /// <summary>Stops every other thread of the unit while <paramref name="work"/> runs.</summary>
    internal static void During(Action work)
    {
        Hardware.StopIfPoweredOff();
        Enter(andClose: true);
        try
        {
            work();
        }
        finally
        {
            Leave();
        }
    }

    private static void Elapse(long microseconds)
    {
        if (UnitTime.IsManual)
        {
            UnitTime.Advance(microseconds);
        }
        else
        {
            UnitTime.WaitUntil(UnitTime.Microseconds + microseconds);
        }
    }

    private static void Enter(bool andClose)
    {
        int me = System.Environment.CurrentManagedThreadId;
        lock (s_sync)
        {
            while (s_closedBy != 0 && s_closedBy != me)
            {
                Monitor.Wait(s_sync);
            }

            if (andClose && Hardware.BelongsToThisRun)
            {
                s_depth++;
                Volatile.Write(ref s_closedBy, me);
            }
        }

        Hardware.StopIfPoweredOff();
    }

    /// <summary>The run ended: whoever stalled belongs to it.</summary>
    internal static void Reset()
    {
        lock (s_sync)
        {
            Open();
        }
    }

    private static void Leave()
    {
        lock (s_sync)
        {
            if (s_closedBy == System.Environment.CurrentManagedThreadId && --s_depth == 0)
            {
                Open();
            }
        }
    }

    private static void Open()
    {
        s_depth = 0;
        Volatile.Write(ref s_closedBy, 0);
        Monitor.PulseAll(s_sync);
    }
}
