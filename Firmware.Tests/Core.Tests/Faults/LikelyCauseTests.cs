using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>Where <c>why</c> begins: 60 kPa tell a shut valve from a dry well, 150 kPa a blocked strainer from a fallen one.</summary>
[TestClass]
public class LikelyCauseTests
{
    [TestMethod]
    [DataRow(305, true, 310, 0)]
    [DataRow(305, true, 60, 0)]
    [DataRow(305, true, 59, 1)]
    [DataRow(305, false, 0, 0)]
    [DataRow(402, true, 150, 0)]
    [DataRow(402, true, 149, 2)]
    [DataRow(402, false, 0, 0)]
    [DataRow(404, true, 10, 0)]
    public void Pressure_PutsTheCauseThatItSpeaksForFirst(int code, bool hasPressure, int kilopascal, int expected)
    {
        Assert.AreEqual(expected, LikelyCause.First(code, hasPressure, kilopascal, new Settings()));
    }

    [TestMethod]
    [DataRow(310, 0)]
    [DataRow(10, 1)]
    public void FrozenEvidence_Decides(int kilopascal, int expected)
    {
        var bench = SiteFaults.Healthy(305);
        SiteFaults.Begin(bench, 305);
        bench.Set(Signal.Pressure, kilopascal);
        bench.Run(20);
        int row = bench.Row(305);
        int frame = bench.Monitors.Frames.Find(row);
        bench.Set(Signal.Pressure, 200);
        Assert.AreEqual(expected, LikelyCause.First(bench.Catalogue, row, bench.Monitors.Frames, frame, bench.View.Settings));
        Assert.AreEqual(0, LikelyCause.First(bench.Catalogue, row, bench.Monitors.Frames, -1, bench.View.Settings));
    }
}
