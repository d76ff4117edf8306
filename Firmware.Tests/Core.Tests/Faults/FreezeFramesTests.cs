using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>First, latest and worst evidence, and what gives way when the pool is full.</summary>
[TestClass]
public class FreezeFramesTests
{
    [TestMethod]
    public void FirstLatestAndWorst_AreKept()
    {
        var bench = new SiteBench();
        int row = bench.Row(201);
        bench.RunWet();
        bench.Set(Signal.Pressure, 301);
        bench.Run(40);
        Assert.AreEqual(301, Pressure(bench, row, FrameKind.First));
        bench.Set(Signal.Pressure, 302);
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Run(5);
        Assert.AreEqual(302, Pressure(bench, row, FrameKind.Worst));
        Assert.AreEqual(301, Pressure(bench, row, FrameKind.Latest));
        bench.Set(Signal.BusFlow, 11111);
        bench.PulsesPerStep = 1;
        bench.Run(40);
        Assert.IsFalse(bench.IsRaised(201));
        bench.PulsesPerStep = 0;
        bench.Set(Signal.Pressure, 303);
        bench.Run(60);
        Assert.IsTrue(bench.IsRaised(201));
        Assert.AreEqual(301, Pressure(bench, row, FrameKind.First));
        Assert.AreEqual(303, Pressure(bench, row, FrameKind.Latest));
        Assert.AreEqual(302, Pressure(bench, row, FrameKind.Worst));
        Assert.AreEqual(303, bench.Monitors.Frames.Value(bench.Monitors.Frames.Find(row), 2));
    }

    [TestMethod]
    public void Forgotten_FramesAreFree()
    {
        var bench = new SiteBench();
        bench.Set(Signal.Supply, 15500);
        bench.Run(11);
        bench.Set(Signal.Supply, 13600);
        bench.Run(61);
        Assert.IsTrue(bench.Monitors.Frames.Find(bench.Row(104)) >= 0);
        bench.Lifecycle.ClearMemory(1);
        Assert.AreEqual(-1, bench.Monitors.Frames.Find(bench.Row(104)));
    }

    [TestMethod]
    public void FullPool_ClearedAndUnimportantAndOldGivesWay()
    {
        var bench = new SiteBench();
        FreezeFrames frames = bench.Monitors.Frames;
        int[] codes = { 101, 102, 103, 104, 105, 106, 201, 202, 203, 204, 205, 206, 207, 208, 210, 301 };
        for (int i = 0; i < codes.Length; i++)
        {
            bench.Monitors.RestoreRaised(bench.Row(codes[i]), (byte)(codes[i] == 106 || codes[i] == 208 ? 4 : 2));
            frames.Take(bench.Monitors, bench.Catalogue, bench.Row(codes[i]), bench.View.Readings, 0, true);
        }

        Assert.AreEqual(0, frames.Displaced);
        bench.Monitors.RestoreRaised(bench.Row(205), 0);
        bench.Monitors.RestoreRaised(bench.Row(302), 1);
        bench.Monitors.RestoreRaised(bench.Row(305), 1);
        bench.Monitors.RestoreRaised(bench.Row(307), 4);
        frames.Take(bench.Monitors, bench.Catalogue, bench.Row(302), bench.View.Readings, 0, true);
        Assert.AreEqual(-1, frames.Find(bench.Row(205)));
        frames.Take(bench.Monitors, bench.Catalogue, bench.Row(305), bench.View.Readings, 0, true);
        Assert.AreEqual(-1, frames.Find(bench.Row(106)));
        Assert.IsTrue(frames.Find(bench.Row(208)) >= 0);
        Assert.AreEqual(2, frames.Displaced);
    }

    private static int Pressure(SiteBench bench, int row, byte kind)
    {
        return bench.Monitors.Frames.Value(bench.Monitors.Frames.Find(row, kind), 2);
    }
}
