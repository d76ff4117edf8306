using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>Chatter by 104 (level 2: 10 s to raise, 60 s to clear) and 103 (level 1: 5 and 30 s), floods by rows raised through the gate alone.</summary>
[TestClass]
public class SquelchTests
{
    private const int High = 15500;
    private const int Low = 10000;
    private const int Good = 13600;

    [TestMethod]
    public void ThirdAlarmInHalfAnHour_TheRowIsHeldAndOpensByItself()
    {
        var bench = new SiteBench();
        bench.Step(1000);
        for (int i = 0; i < 3; i++)
        {
            Blink(bench);
        }

        // Three raises and two clears; the third clear is held.
        Assert.AreEqual(5, bench.Queue.Count);
        Assert.IsTrue(bench.Monitors.Gate.Squelch.IsChattering(bench.Row(104)));
        for (int i = 0; i < 4; i++)
        {
            Blink(bench);
        }

        Assert.AreEqual(5, bench.Queue.Count);
        bench.Take(104, FaultEvent.Raised);
        int waited = 0;
        while (bench.Queue.Count == 0 && waited < 4000)
        {
            bench.Step(1000);
            waited++;
        }

        // 7 × 72 s have passed; the third whole ten minutes after the start open it.
        Assert.AreEqual(1800 - (7 * 72), waited);
        Assert.AreEqual(3, (int)bench.Queue.Event);
        Assert.AreEqual(7, bench.Queue.Occurrence);
        Assert.AreEqual(8, bench.Queue.Suppressed);
        Assert.IsFalse(bench.Monitors.Gate.Squelch.IsChattering(bench.Row(104)));
    }

    [TestMethod]
    public void AlarmsTenMinutesApart_AreNoChatter()
    {
        var bench = new SiteBench();
        for (int i = 0; i < 7; i++)
        {
            Blink(bench);
            bench.Run(600);
        }

        Assert.AreEqual(7, bench.Take(104, FaultEvent.Raised));
    }

    [TestMethod]
    public void LevelOne_IsNeverHeldForChatter_RepeatsWithinAMinuteAreOne()
    {
        var bench = new SiteBench();
        bench.Step(1000);
        int raised = 0;
        for (int i = 0; i < 10; i++)
        {
            bench.Set(Signal.Supply, Low);
            bench.Run(6);
            bench.Set(Signal.Supply, Good);
            bench.Run(31 + 60);
            raised += bench.Take(103, FaultEvent.Raised);
        }

        Assert.AreEqual(10, raised);
        bench.Set(Signal.Supply, Low);
        bench.Run(6);
        bench.Set(Signal.Supply, Good);
        bench.Run(31);
        Assert.AreEqual(2, bench.Queue.Count);
        bench.Take(103, FaultEvent.Raised);
        bench.Set(Signal.Supply, Low);
        bench.Run(59);
        Assert.AreEqual(0, bench.Queue.Count);
        bench.Step(1000);
        Assert.AreEqual(1, bench.Queue.Count);
        Assert.AreEqual(1, (int)bench.Queue.Event);
        Assert.AreEqual(12, bench.Queue.Occurrence);
        Assert.AreEqual(0, bench.Queue.Suppressed);
    }

    [TestMethod]
    public void EleventhAlarmInTenMinutes_IsHeld_LevelOneIsNot()
    {
        var squelch = new Squelch(64);
        for (int row = 0; row < 10; row++)
        {
            Assert.IsFalse(squelch.IsFlood(row * 1000));
            Assert.IsFalse(squelch.Holds(row, FaultEvent.Raised, 3, row * 1000));
            squelch.Told(row, FaultEvent.Raised, 3, row * 1000);
        }

        Assert.IsTrue(squelch.IsFlood(10000));
        Assert.IsTrue(squelch.Holds(11, FaultEvent.Raised, 2, 10000));
        Assert.IsFalse(squelch.Holds(11, FaultEvent.Raised, 1, 10000));
        Assert.IsFalse(squelch.Holds(5, FaultEvent.Cleared, 3, 10000));
        Assert.IsTrue(squelch.IsFlood(599999));
        Assert.IsFalse(squelch.IsFlood(600000));
        Assert.IsFalse(squelch.Holds(11, FaultEvent.Raised, 2, 600000));
    }

    [TestMethod]
    public void Flood_EndsAndWhatIsStillRaisedIsTold()
    {
        var bench = new SiteBench();
        bench.Step(1000);
        for (int i = 0; i < 10; i++)
        {
            bench.Monitors.Gate.Squelch.Told(bench.Row(704), FaultEvent.Raised, 4, bench.NowMs);
        }

        bench.Set(Signal.Supply, High);
        bench.Run(11);
        Assert.IsTrue(bench.IsRaised(104));
        Assert.AreEqual(0, bench.Queue.Count);
        bench.Run(600 - 12);
        Assert.AreEqual(0, bench.Queue.Count);
        bench.Run(2);
        Assert.AreEqual(1, bench.Take(104, FaultEvent.Raised));
    }

    [TestMethod]
    public void TwentyClearsInADay_ProposeTwiceTheDelay()
    {
        var bench = new SiteBench();
        int row = bench.Row(104);
        for (int i = 0; i < 19; i++)
        {
            Blink(bench);
        }

        Assert.AreEqual(0, bench.Lifecycle.ProposedRaiseSeconds(row));
        Assert.AreEqual(19, bench.Monitors.Gate.Squelch.ClearsToday(row));
        Blink(bench);
        Assert.AreEqual(20, bench.Lifecycle.ProposedRaiseSeconds(row));
        Assert.AreEqual(1, bench.Lifecycle.Notes.Count);
        Assert.AreEqual(16, (int)bench.Lifecycle.Notes.What);
        Assert.AreEqual(20, bench.Lifecycle.Notes.Detail);
        bench.Step(86400000);
        Assert.AreEqual(0, bench.Monitors.Gate.Squelch.ClearsToday(row));
        Assert.AreEqual(20, bench.Lifecycle.ProposedRaiseSeconds(row));
        bench.Lifecycle.ClearMemory(3);
        Assert.AreEqual(0, bench.Lifecycle.ProposedRaiseSeconds(row));
    }

    [TestMethod]
    public void ClearsOverTwoDays_ProposeNothing()
    {
        var bench = new SiteBench();
        for (int i = 0; i < 19; i++)
        {
            Blink(bench);
        }

        bench.Step(86400000);
        Blink(bench);
        Assert.AreEqual(1, bench.Monitors.Gate.Squelch.ClearsToday(bench.Row(104)));
        Assert.AreEqual(0, bench.Lifecycle.ProposedRaiseSeconds(bench.Row(104)));
    }

    private static void Blink(SiteBench bench)
    {
        bench.Set(Signal.Supply, High);
        bench.Run(11);
        bench.Set(Signal.Supply, Good);
        bench.Run(60);
        Assert.IsTrue(bench.IsRaised(104));
        bench.Step(1000);
        Assert.IsFalse(bench.IsRaised(104));
    }
}
