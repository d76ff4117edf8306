using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Records;

namespace Core.Tests.Faults;

/// <summary>The last minute before an alarm, and its two copies.</summary>
[TestClass]
public class SignalRingTests
{
    private static readonly byte[] s_buffer = new byte[1056];

    [TestMethod]
    public void SampledEachSecond_TheLastSixtyOldestFirst()
    {
        var ring = new SignalRing();
        var readings = new Readings();
        for (int i = 0; i < 70; i++)
        {
            readings.Set(Signal.Supply, 10000 + i);
            ring.Step(i * 1000L, readings);
            ring.Step((i * 1000L) + 500, readings);
        }

        Assert.AreEqual(60, ring.Count);
        Assert.AreEqual(10010, (int)ring.Sample(0, 0));
        Assert.AreEqual(10069, (int)ring.Sample(59, 0));
        Assert.AreEqual(-32767, (int)ring.Sample(59, 1));
    }

    [TestMethod]
    [DataRow(40000, 32000)]
    [DataRow(-40000, -32000)]
    [DataRow(-5, -5)]
    public void Values_AreHeldWithinSixteenBits(int value, int expected)
    {
        var ring = new SignalRing();
        var readings = new Readings();
        readings.Set(Signal.BusFlow, value);
        ring.Step(0, readings);
        Assert.AreEqual(expected, (int)ring.Sample(0, 3));
        readings.Miss(Signal.BusFlow, NoDataReason.Timeout);
        ring.Step(1000, readings);
        Assert.AreEqual(-32764, (int)ring.Sample(1, 3));
    }

    [TestMethod]
    public void LevelTwo_FreezesAndTheAlarmCarriesTheNumber()
    {
        var bench = new SiteBench();
        bench.Run(10);
        bench.Set(Signal.Supply, 15500);
        bench.Run(11);
        SignalRing ring = bench.Monitors.Ring;
        Assert.IsTrue(ring.IsFrozen);
        Assert.AreEqual(1, ring.Frame);
        Assert.AreEqual(1, bench.Queue.Frame);
        Assert.AreEqual(bench.Row(104), ring.Row);
        Assert.AreEqual(11000L, ring.OnsetMs);
        Assert.AreEqual(21000L, ring.ConfirmedMs);
        Assert.AreEqual(13600, (int)ring.Sample(9, 0));
        Assert.AreEqual(15500, (int)ring.Sample(10, 0));
        Assert.AreEqual(21, ring.Count);
        bench.Run(20);
        Assert.AreEqual(21, ring.Count);
    }

    [TestMethod]
    public void RiseToLevelOne_FreezesItsOwnMinute()
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Run(40);
        Assert.IsTrue(bench.IsRaised(201));
        int first = bench.Monitors.Ring.Frame;
        Assert.AreNotEqual(0, first);
        bench.Monitors.Ring.Thaw();
        bench.Run(300);
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Run(5);
        Assert.AreEqual(1, (int)bench.Monitors.LevelOf(bench.Row(201)));
        Assert.IsTrue(bench.Monitors.Ring.IsFrozen);
        Assert.AreEqual(first + 1, bench.Monitors.Ring.Frame);
        while (bench.Queue.Count > 0 && (bench.Queue.Event != FaultEvent.Level || bench.Queue.Row != bench.Row(201)))
        {
            bench.Queue.DropFirst();
        }

        Assert.AreEqual(first + 1, bench.Queue.Frame);
    }

    /// <summary>Work on the unit holds the alarm back, and not its evidence.</summary>
    [TestMethod]
    public void LevelTwoHeldBack_FreezesAllTheSame()
    {
        var bench = new SiteBench();
        bench.Run(30);
        bench.Lifecycle.BeginMaintenance(7, 60);
        bench.Set(Signal.Supply, 15500);
        bench.Run(12);
        Assert.IsTrue(bench.IsRaised(104));
        Assert.AreEqual(0, bench.Queue.Count);
        Assert.IsTrue(bench.Monitors.Ring.IsFrozen);
        Assert.AreEqual(1, bench.Monitors.Ring.Frame);
    }

    [TestMethod]
    public void LevelThree_FreezesNothing()
    {
        var bench = new SiteBench();
        bench.Miss(Signal.Pressure, NoDataReason.OutOfRange);
        bench.Run(20);
        Assert.IsTrue(bench.IsRaised(408));
        Assert.AreEqual(0, bench.Monitors.Ring.Frame);
        Assert.AreEqual(0, bench.Queue.Frame);
    }

    [TestMethod]
    public void FaultsWithinAMinute_ShareACopy_LaterOnesDoNot()
    {
        var ring = new SignalRing();
        Assert.AreEqual(1, ring.Freeze(5, 1, 0, 1000));
        ring.Thaw();
        Assert.AreEqual(1, ring.Freeze(6, 1, 0, 60999));
        Assert.IsFalse(ring.IsFrozen);
        Assert.AreEqual(5, ring.Row);
        Assert.AreEqual(2, ring.Freeze(6, 1, 0, 61000));
    }

    [TestMethod]
    public void NotStoredForHalfAMinute_GoesOn()
    {
        var ring = new SignalRing();
        var readings = new Readings();
        ring.Freeze(5, 1, 0, 1000);
        ring.Step(30999, readings);
        Assert.AreEqual(0, ring.Count);
        ring.Step(31000, readings);
        Assert.AreEqual(1, ring.Count);
    }

    [TestMethod]
    public void WholeUnit_KeepsTwoCopiesAndTheNumbersGoOnOverARestart()
    {
        var unit = new UnitBench();
        unit.Run(10000);
        for (int i = 0; i < 3; i++)
        {
            unit.Io.Supply = 15500;
            unit.Run(15000);
            unit.Io.Supply = 13600;
            unit.Run(65000);
        }

        Assert.AreEqual(3, FrameIn(unit, 40));
        Assert.AreEqual(2, FrameIn(unit, 41));
        var next = new UnitBench(unit.Storage, new Settings(), 1);
        next.Io.Supply = 10000;
        next.Run(20000);
        Assert.AreEqual(4, FrameIn(next, 41));
        Assert.AreEqual(3, FrameIn(next, 40));
    }

    [TestMethod]
    public void FullCopy_FitsAKilobyte()
    {
        var unit = new UnitBench();
        unit.Run(70000);
        unit.Io.Supply = 15500;
        unit.Run(20000);
        int count = unit.Storage.Read(40, s_buffer);
        Assert.IsTrue(count > 960 && count <= 1056);
        Assert.AreEqual(104, Bytes.Get16(s_buffer, Record.BodyAt + 4));
        Assert.AreEqual(60, (int)s_buffer[Record.BodyAt + 24]);
        Assert.AreEqual(13600, Bytes.Get16(s_buffer, EvidenceCopy.SamplesAt));
        Assert.AreEqual(15500, Bytes.Get16(s_buffer, EvidenceCopy.SamplesAt + (59 * 16)));
    }

    private static int FrameIn(UnitBench unit, int slot)
    {
        unit.Storage.Read(slot, s_buffer);
        return Bytes.Get32(s_buffer, Record.BodyAt);
    }
}
