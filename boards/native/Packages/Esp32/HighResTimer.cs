using System;
using Board.Native;

namespace nanoFramework.Hardware.Esp32;

/// <summary>Handler of <see cref="HighResTimer.OnHighResTimerExpired"/>; runs on the event thread, so milliseconds late.</summary>
public delegate void HighResTimerExpiredEventHandler(HighResTimer sender, object e);

/// <summary>Microsecond clock and timers.</summary>
public class HighResTimer : IDisposable
{
    private TimedCall _next;

    public event HighResTimerExpiredEventHandler OnHighResTimerExpired;

    /// <summary>Microseconds since boot.</summary>
    public static ulong GetCurrent()
    {
        StallGate.Pass();
        Board.Native.Hardware.CountTimerRead();
        return (ulong)Board.Native.Hardware.MicrosecondsSinceBoot;
    }

    public void Stop()
    {
        StallGate.Pass();
        _next?.Cancel();
    }

    public void StartOneShot(ulong timeout_us)
    {
        Stop();
        _next = UnitTime.Schedule(UnitTime.Microseconds + (long)timeout_us, Expire);
    }

    public void StartOnePeriodic(ulong period_us)
    {
        Stop();
        Repeat((long)period_us);
    }

    public void Dispose() => Dispose(true);

    protected virtual void Dispose(bool disposing) => _next?.Cancel();

    private void Repeat(long period) => _next = UnitTime.Schedule(UnitTime.Microseconds + period, () =>
    {
        Expire();
        Repeat(period);
    });

    private void Expire() => EventThread.Post(() => OnHighResTimerExpired?.Invoke(this, null));
}
