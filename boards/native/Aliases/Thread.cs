using System;
using System.Threading;

namespace Board.Native;

/// <summary>
/// A managed thread of the device: sleeps in unit time, stands still during stalls, ends with the unit's power, and when its body
/// throws it just ends — recorded in <see cref="Hardware.DeadThreads"/>, told to nobody. Priorities are kept and have no effect.
/// </summary>
public sealed class Thread
{
    [ThreadStatic]
    private static Thread t_current;

    private readonly System.Threading.Thread _thread;
    private readonly ThreadStart _body;
    private readonly string _name;

    /// <exception cref="ArgumentNullException">Nothing to run.</exception>
    public Thread(ThreadStart start)
        : this(start, start?.Method.DeclaringType?.Name + "." + start?.Method.Name)
    {
    }

    internal Thread(ThreadStart start, string name)
    {
        _body = start ?? throw new ArgumentNullException(nameof(start));
        _name = name;
        _thread = new System.Threading.Thread(Run) { IsBackground = true, Name = name };
    }

    private Thread(System.Threading.Thread existing) => _thread = existing;

    public static Thread CurrentThread => t_current ??= new Thread(System.Threading.Thread.CurrentThread);

    public ThreadPriority Priority { get; set; } = ThreadPriority.Normal;

    public int ManagedThreadId => _thread.ManagedThreadId;

    public bool IsAlive => _thread.IsAlive;

    public ThreadState ThreadState => _thread.ThreadState & ~ThreadState.Background;

    /// <summary>Sleeps in unit time; −1 for ever.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Any other negative time: on the device the interpreter crashes sooner or later
    /// (Home#1095), so it is recorded in <see cref="Hardware.Crashes"/>.</exception>
    public static void Sleep(int millisecondsTimeout)
    {
        if (millisecondsTimeout < Timeout.Infinite)
        {
            throw Crash(millisecondsTimeout);
        }

        UnitTime.WaitUntil(Deadline.After(millisecondsTimeout));
        StallGate.Pass();
    }

    public static void Sleep(TimeSpan timeout) => Sleep((int)(timeout.Ticks / TimeSpan.TicksPerMillisecond));

    public static void SpinWait(int iterations)
    {
        System.Threading.Thread.SpinWait(iterations);
        StallGate.Pass();
    }

    public void Start() => _thread.Start();

    public void Join() => Join(Timeout.Infinite);

    public bool Join(TimeSpan timeout) => Join((int)(timeout.Ticks / TimeSpan.TicksPerMillisecond));

    public bool Join(int millisecondsTimeout)
    {
        long due = Deadline.After(millisecondsTimeout);
        while (_thread.IsAlive && UnitTime.Microseconds < due)
        {
            UnitTime.WaitForChange(UnitTime.Changes, Math.Min(due, UnitTime.Microseconds + 1000));
        }

        StallGate.Pass();
        return !_thread.IsAlive;
    }

    private static ArgumentOutOfRangeException Crash(int milliseconds)
    {
        var e = new ArgumentOutOfRangeException(nameof(milliseconds), milliseconds, "negative sleep");
        Hardware.RecordCrash("Thread.Sleep(" + milliseconds + ")", e);
        return e;
    }

    private void Run()
    {
        t_current = this;
        Hardware.AdoptThread();
        try
        {
            _body();
        }
        catch (Exception e)
        {
            Hardware.RecordDeath(_name, e);
        }

        UnitTime.NotifyChange();
    }
}

/// <summary>Time-outs of the device API as moments of unit time.</summary>
internal static class Deadline
{
    /// <summary>The moment so many milliseconds from now; −1 gives never.</summary>
    internal static long After(int milliseconds) =>
        milliseconds == Timeout.Infinite ? long.MaxValue : UnitTime.Microseconds + (milliseconds * 1000L);
}
