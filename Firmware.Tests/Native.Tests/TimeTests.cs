using System;
using System.Collections.Generic;
using System.Threading;
using Board.Native;
using nanoFramework.Hardware.Esp32;
using DateTime = Board.Native.DateTime;
using Environment = Board.Native.Environment;
using Thread = Board.Native.Thread;
using Unit = Board.Native.Hardware;

namespace Native.Tests;

/// <summary>Unit time, threads, clocks and what waits for them.</summary>
[TestClass]
public class TimeTests : UnitTest
{
    [TestMethod]
    public void SleepTakesUnitTime()
    {
        long took = RunFor(() => Thread.Sleep(3000), 100);
        Assert.IsInRange(3000, 3100, took);
    }

    [TestMethod]
    public void RealTimeRunsAtTheGivenSpeed()
    {
        UnitTime.UseRealTime(100);
        long start = UnitTime.Microseconds;
        System.Threading.Thread.Sleep(50);
        long passed = UnitTime.Microseconds - start;
        Assert.IsGreaterThanOrEqualTo(5_000_000, passed);
        UnitTime.UseManualTime();
        Assert.IsGreaterThanOrEqualTo(start + passed, UnitTime.Microseconds);
    }

    [TestMethod]
    public void TimedCallsHappenInOrderAtTheirMoment()
    {
        var seen = new List<string>();
        long now = UnitTime.Microseconds;
        UnitTime.Schedule(now + 30, () => seen.Add("c" + (UnitTime.Microseconds - now)));
        UnitTime.Schedule(now + 10, () => seen.Add("a" + (UnitTime.Microseconds - now)));
        UnitTime.Schedule(now + 20, () => seen.Add("never")).Cancel();
        UnitTime.Schedule(now + 20, () => seen.Add("b" + (UnitTime.Microseconds - now)));
        UnitTime.Advance(100);
        CollectionAssert.AreEqual(new[] { "a10", "b20", "c30" }, seen);
    }

    [TestMethod]
    public void TickCountIsMillisecondsSinceBoot()
    {
        Assert.AreEqual(0, Environment.TickCount64);
        UnitTime.Advance(1_999_000);
        Assert.AreEqual(1999, Environment.TickCount64);
        Assert.AreEqual(1_999_000UL, HighResTimer.GetCurrent());
        Unit.Restart();
        Assert.AreEqual(0, Environment.TickCount64);
    }

    [TestMethod]
    public void ANegativeSleepCrashes()
    {
        int before = Unit.Crashes.Count;
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Thread.Sleep(-2));
        Assert.AreEqual(before + 1, Unit.Crashes.Count);
    }

    [TestMethod]
    public void AThreadThatThrowsEndsSilently()
    {
        int before = Unit.DeadThreads.Count;
        var thread = new Thread(() => throw new InvalidOperationException("unnoticed"));
        thread.Start();
        Until(() => !thread.IsAlive, "the end of the thread");
        Assert.AreEqual(before + 1, Unit.DeadThreads.Count);
        Assert.AreEqual("unnoticed", Unit.DeadThreads[before].Exception.Message);
    }

    [TestMethod]
    public void WhenMainReturnsNothingRestarts()
    {
        int before = Unit.DeadThreads.Count;
        Unit.Start(() => { });
        Until(() => Unit.DeadThreads.Count > before, "the record that Main returned");
        Assert.AreEqual("Main", Unit.DeadThreads[before].What);
    }

    [TestMethod]
    public void AThreadOfAnEndedRunRunsNoFurther()
    {
        int rounds = 0;
        using var asleep = new ManualResetEventSlim();
        new Thread(() =>
        {
            asleep.Set();
            Thread.Sleep(10);
            Interlocked.Increment(ref rounds);
        }).Start();
        Assert.IsTrue(asleep.Wait(5000));
        Unit.CutPower();
        UnitTime.Advance(1_000_000);
        System.Threading.Thread.Sleep(50);
        Assert.AreEqual(0, Volatile.Read(ref rounds));
    }

    [TestMethod]
    public void ARunThatEndsWhileItStallsDoesNotStallTheNext()
    {
        using var stalls = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        new Thread(() => StallGate.During(() =>
        {
            stalls.Set();
            release.Wait();
        })).Start();
        Assert.IsTrue(stalls.Wait(5000));
        Unit.CutPower();
        bool returned = false;
        new Thread(() => returned = Environment.TickCount64 >= 0).Start();
        Until(() => returned, "a call of the next run");
        release.Set();
    }

    [TestMethod]
    public void ARunThatEndsTakesItsTimersAndItsHandlersWithIt()
    {
        int late = 0;
        using var inHandler = new ManualResetEventSlim();
        using var timer = new Board.Native.Timer(_ => late++, null, 100, 100);
        var highRes = new HighResTimer();
        highRes.OnHighResTimerExpired += (_, _) => late++;
        highRes.StartOnePeriodic(100_000);
        using var blocking = new Board.Native.Timer(
            _ =>
            {
                inHandler.Set();
                Thread.Sleep(Timeout.Infinite);
            },
            null,
            10,
            Timeout.Infinite);
        UnitTime.Advance(10_000);
        Assert.IsTrue(inHandler.Wait(5000));
        Unit.Restart();
        UnitTime.Advance(1_000_000);
        Assert.IsTrue(Unit.WaitForEvents());
        Assert.AreEqual(0, late);
        bool ran = false;
        using var next = new Board.Native.Timer(_ => ran = true, null, 0, Timeout.Infinite);
        UnitTime.Advance(1_000);
        Assert.IsTrue(Unit.WaitForEvents());
        Assert.IsTrue(ran);
    }

    [TestMethod]
    public void EventsAreWaitedForInUnitTime()
    {
        var signal = new Board.Native.AutoResetEvent(false);
        Assert.IsInRange(500, 520, RunFor(() => Assert.IsFalse(signal.WaitOne(500, false))));
        signal.Set();
        Assert.IsTrue(signal.WaitOne(500, false));
        Assert.IsInRange(500, 520, RunFor(() => Assert.IsFalse(signal.WaitOne(500, false))));
        var open = new Board.Native.ManualResetEvent(true);
        Assert.IsTrue(open.WaitOne() && open.WaitOne());
        Assert.AreEqual(1, Board.Native.WaitHandle.WaitAny([signal, open], 100, false));
    }

    [TestMethod]
    public void ATimerTicksInUnitTime()
    {
        int ticks = 0;
        using var timer = new Board.Native.Timer(_ => ticks++, null, 100, 50);
        UnitTime.Advance(99_000);
        Unit.WaitForEvents();
        Assert.AreEqual(0, ticks);
        UnitTime.Advance(101_000);
        Unit.WaitForEvents();
        Assert.AreEqual(3, ticks);
    }

    [TestMethod]
    public void ACancellationSourceExpiresInUnitTime()
    {
        using var source = new Board.Native.CancellationTokenSource(60_000);
        UnitTime.Advance(59_999_000);
        Assert.IsFalse(source.Token.IsCancellationRequested);
        UnitTime.Advance(1_000);
        Assert.IsTrue(source.Token.IsCancellationRequested);
    }

    [TestMethod]
    public void TheClockSays1970UntilItIsSet()
    {
        UnitTime.Advance(5_000_000);
        Assert.AreEqual(5, DateTime.UtcNow.ToUnixTimeSeconds());
        Assert.AreEqual(1970, DateTime.UtcNow.Year);
        nanoFramework.Runtime.Native.Rtc.SetSystemTime(DateTime.FromUnixTimeSeconds(1_790_000_000));
        UnitTime.Advance(2_000_000);
        Assert.AreEqual(1_790_000_002, DateTime.UtcNow.ToUnixTimeSeconds());
    }

    [TestMethod]
    public void ARestartKeepsTheClockAPowerCutLosesIt()
    {
        nanoFramework.Runtime.Native.Rtc.SetSystemTime(DateTime.FromUnixTimeSeconds(1_790_000_000));
        Unit.Restart();
        Assert.AreEqual(1_790_000_000, DateTime.UtcNow.ToUnixTimeSeconds());
        Unit.CutPower();
        Assert.AreEqual(0, DateTime.UtcNow.ToUnixTimeSeconds());
    }

    [TestMethod]
    public void TheDevicesDateTimeStartsIn1601()
    {
        Assert.AreEqual(1601, default(DateTime).Year);
        Assert.AreEqual(504911232000000000, DateTime.MinValue.Ticks);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new DateTime(0));
    }

    [TestMethod]
    public void RebootingAsksWhoeverHoldsTheUnitAndNeverReturns()
    {
        bool asked = false;
        bool returned = false;
        void OnReboot() => asked = true;
        Unit.RebootRequested += OnReboot;
        new Thread(() =>
        {
            nanoFramework.Runtime.Native.Power.RebootDevice();
            returned = true;
        }).Start();
        Until(() => asked, "the request");
        System.Threading.Thread.Sleep(20);
        Unit.RebootRequested -= OnReboot;
        Assert.IsFalse(returned);
    }
}
