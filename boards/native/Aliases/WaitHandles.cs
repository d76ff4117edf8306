using System;
using System.Threading;

namespace Board.Native;

/// <summary>Something to wait for, in unit time. Only what the device has: <c>WaitOne(ms, false)</c>, no <c>WaitOne(ms)</c>.</summary>
public abstract class WaitHandle
{
    /// <summary>What <see cref="WaitAny(WaitHandle[], int, bool)"/> returns when time is up.</summary>
    public const int WaitTimeout = 258;

    private readonly bool _resetsItself;
    private int _signalled;

    private protected WaitHandle(bool initialState, bool resetsItself)
    {
        _signalled = initialState ? 1 : 0;
        _resetsItself = resetsItself;
    }

    public static bool WaitAll(WaitHandle[] waitHandles) => WaitAll(waitHandles, Timeout.Infinite, false);

    public static bool WaitAll(WaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext)
    {
        long due = Deadline.After(millisecondsTimeout);
        foreach (WaitHandle handle in waitHandles)
        {
            if (!handle.WaitUntil(due))
            {
                return false;
            }
        }

        return true;
    }

    public static int WaitAny(WaitHandle[] waitHandles) => WaitAny(waitHandles, Timeout.Infinite, false);

    public static int WaitAny(WaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext)
    {
        long due = Deadline.After(millisecondsTimeout);
        while (true)
        {
            int seen = UnitTime.Changes;
            int taken = Array.FindIndex(waitHandles, handle => handle.TryTake());
            if (taken >= 0 || UnitTime.Microseconds >= due)
            {
                StallGate.Pass();
                return taken >= 0 ? taken : WaitTimeout;
            }

            UnitTime.WaitForChange(seen, due);
        }
    }

    public virtual bool WaitOne() => WaitUntil(long.MaxValue);

    public virtual bool WaitOne(int millisecondsTimeout, bool exitContext) => WaitUntil(Deadline.After(millisecondsTimeout));

    private protected bool SetState(bool signalled)
    {
        StallGate.Pass();
        Volatile.Write(ref _signalled, signalled ? 1 : 0);
        UnitTime.NotifyChange();
        return true;
    }

    private bool WaitUntil(long due)
    {
        while (true)
        {
            int seen = UnitTime.Changes;
            bool taken = TryTake();
            if (taken || UnitTime.Microseconds >= due)
            {
                StallGate.Pass();
                return taken;
            }

            UnitTime.WaitForChange(seen, due);
        }
    }

    private bool TryTake() =>
        _resetsItself ? Interlocked.Exchange(ref _signalled, 0) == 1 : Volatile.Read(ref _signalled) == 1;
}

/// <summary>Lets one waiter through for each <see cref="Set"/>.</summary>
public sealed class AutoResetEvent : WaitHandle
{
    public AutoResetEvent(bool initialState)
        : base(initialState, resetsItself: true)
    {
    }

    public bool Set() => SetState(true);

    public bool Reset() => SetState(false);
}

/// <summary>Lets every waiter through until <see cref="Reset"/>.</summary>
public sealed class ManualResetEvent : WaitHandle
{
    public ManualResetEvent(bool initialState)
        : base(initialState, resetsItself: false)
    {
    }

    public bool Set() => SetState(true);

    public bool Reset() => SetState(false);
}
