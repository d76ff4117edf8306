using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>
/// Where <c>why</c> begins: 60 kPa tell a shut valve from a dry well, 150 kPa a blocked strainer from a fallen one, and where nobody tells the pressure 3,300 W of 11 kW
/// the shut valve from the well. −1 is a reading that is missing.
/// </summary>
[TestClass]
public class LikelyCauseTests
{
    [TestMethod]
    [DataRow(305, 310, 0, 0)]
    [DataRow(305, 60, 2000, 0)]
    [DataRow(305, 59, 9000, 1)]
    [DataRow(305, -1, 3299, 1)]
    [DataRow(305, -1, 3300, 0)]
    [DataRow(305, -1, -1, 0)]
    [DataRow(402, 150, 0, 0)]
    [DataRow(402, 149, 9000, 2)]
    [DataRow(402, -1, 2000, 0)]
    [DataRow(408, 10, 0, 0)]
    public void FrozenEvidence_PutsTheCauseThatItSpeaksForFirst(int code, int kilopascal, int watts, int expected)
    {
        var bench = new SiteBench();
        Show(bench, Signal.Pressure, kilopascal);
        Show(bench, Signal.Power, watts);
        FreezeFrames frames = bench.Monitors.Frames;
        frames.Take(bench.Monitors, bench.Catalogue, bench.Row(code), bench.View.Readings, 0, true);
        bench.Set(Signal.Pressure, 200);
        bench.Set(Signal.Power, 8000);
        Assert.AreEqual(expected, LikelyCause.First(bench.Catalogue, bench.Row(code), frames, frames.Find(bench.Row(code)), bench.View.Settings));
    }

    [TestMethod]
    public void NoFrame_BeginsAsTheTextDoes()
    {
        var bench = new SiteBench();
        Assert.AreEqual(0, LikelyCause.First(bench.Catalogue, bench.Row(305), bench.Monitors.Frames, -1, bench.View.Settings));
    }

    private static void Show(SiteBench bench, int signal, int value)
    {
        if (value < 0)
        {
            bench.Miss(signal, NoDataReason.Timeout);
        }
        else
        {
            bench.Set(signal, value);
        }
    }
}
