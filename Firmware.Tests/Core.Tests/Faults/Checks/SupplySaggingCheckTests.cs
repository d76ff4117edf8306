using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>102: under load 11.4 V, and 1 V below what it was at rest.</summary>
[TestClass]
public class SupplySaggingCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(12400, 11399, Fail)]
    [DataRow(12400, 11400, Pass)]
    [DataRow(12398, 11399, Pass)]
    [DataRow(13600, 0, Fail)]
    [DataRow(11000, 11399, Pass)]
    public void Load_IsJudgedAgainstRestAndLimit(int rest, int load, int expected)
    {
        Assert.AreEqual(expected, Loaded(rest, load, 2000).Judge(102));
    }

    [TestMethod]
    [DataRow(1999, NotTested)]
    [DataRow(2000, Fail)]
    [DataRow(599000, Fail)]
    [DataRow(599001, NotTested)]
    public void LongRun_IsNotComparedWithAnOldRest(int ranMs, int expected)
    {
        Assert.AreEqual(expected, Loaded(13600, 11000, ranMs).Judge(102));
    }

    [TestMethod]
    public void SupplyIsGoodAfterALongRun_Passes()
    {
        Assert.AreEqual(Pass, Loaded(13600, 13000, 7200000).Judge(102));
    }

    [TestMethod]
    public void PumpOff_IsNotJudged()
    {
        var bench = new SiteBench();
        bench.Update(5000);
        bench.Set(Signal.Supply, 11000);
        bench.Update(6000);
        Assert.AreEqual(NotTested, bench.Judge(102));
    }

    [TestMethod]
    public void StartedWithThePumpRunning_HasNoRestAndIsNotJudged()
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Update(1);
        bench.Set(Signal.Supply, 11000);
        bench.Update(60000);
        Assert.AreEqual(NotTested, bench.Judge(102));
    }

    [TestMethod]
    [DataRow(1, NotTested)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    [DataRow(6, 4)]
    public void NoSupplyReading_IsNeitherPassNorFail(int reason, int expected)
    {
        var bench = Loaded(13600, 11000, 2000);
        bench.Miss(Signal.Supply, (NoDataReason)reason);
        bench.Update(bench.NowMs + 1000);
        Assert.AreEqual(expected, bench.Judge(102));
    }

    /// <summary>Rest at 1 s, pump on at 2 s.</summary>
    private static SiteBench Loaded(int rest, int load, int ranMs)
    {
        var bench = new SiteBench();
        bench.Set(Signal.Supply, rest);
        bench.Update(1000);
        bench.RunWet();
        bench.Set(Signal.Supply, load);
        bench.Update(2000);
        bench.Update(2000 + ranMs);
        return bench;
    }
}
