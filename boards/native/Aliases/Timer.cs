using System;
using System.Threading;

namespace Board.Native;

/// <summary>A timer in unit time; its callback runs on the event thread. An exception in it does not stop it.</summary>
public sealed class Timer : IDisposable
{
    private readonly TimerCallback _callback;
    private readonly object _state;
    private TimedCall _next;
    private int _period;

    public Timer(TimerCallback callback, object state, int dueTime, int period)
    {
        _callback = callback ?? throw new ArgumentNullException(nameof(callback));
        _state = state;
        Change(dueTime, period);
    }

    public Timer(TimerCallback callback, object state, TimeSpan dueTime, TimeSpan period)
        : this(callback, state, (int)dueTime.TotalMilliseconds, (int)period.TotalMilliseconds)
    {
    }

    public bool Change(int dueTime, int period)
    {
        StallGate.Pass();
        _next?.Cancel();
        _period = period;
        _next = dueTime == Timeout.Infinite ? null : UnitTime.Schedule(Deadline.After(dueTime), Tick);
        return true;
    }

    public bool Change(TimeSpan dueTime, TimeSpan period) => Change((int)dueTime.TotalMilliseconds, (int)period.TotalMilliseconds);

    public void Dispose() => _next?.Cancel();

    private void Tick()
    {
        EventThread.Post(() => _callback(_state));
        if (_period > 0)
        {
            _next = UnitTime.Schedule(Deadline.After(_period), Tick);
        }
    }
}
