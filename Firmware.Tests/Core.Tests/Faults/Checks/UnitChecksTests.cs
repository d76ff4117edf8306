using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>6xx, 7xx, 8xx and 9xx: one count each.</summary>
[TestClass]
public class UnitChecksTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(601, 37, 2, false, Pass)]
    [DataRow(601, 37, 1, false, Fail)]
    [DataRow(601, 37, 0, false, Fail)]
    [DataRow(602, 39, 1741, false, Fail)]
    [DataRow(602, 39, 0, true, Pass)]
    [DataRow(701, 41, 0, false, Pass)]
    [DataRow(701, 41, 1, false, NotTested)]
    [DataRow(701, 41, 2, true, NotTested)]
    [DataRow(701, 41, 3, false, Fail)]
    [DataRow(702, 40, 80, false, Pass)]
    [DataRow(702, 40, 81, false, Fail)]
    [DataRow(702, 40, 61, true, Fail)]
    [DataRow(702, 40, 60, true, Pass)]
    [DataRow(703, 43, 0, false, Pass)]
    [DataRow(703, 43, 1, false, Fail)]
    [DataRow(801, 55, 0, false, Pass)]
    [DataRow(801, 55, 1, false, Fail)]
    [DataRow(804, 56, 0, false, Pass)]
    [DataRow(804, 56, 1, false, Fail)]
    [DataRow(805, 65, 0, true, Pass)]
    [DataRow(805, 65, 1, false, Fail)]
    [DataRow(805, 65, 2, false, Fail)]
    [DataRow(805, 65, 3, false, Fail)]
    [DataRow(805, 65, 4, false, Fail)]
    public void Count_IsJudged(int code, int signal, int value, bool raised, int expected)
    {
        var bench = new SiteBench();
        bench.Set(signal, value);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(code, raised));
    }

    [TestMethod]
    [DataRow(1, 1, Fail)]
    [DataRow(0, 1, NotTested)]
    [DataRow(0, 0, NotTested)]
    [DataRow(0, 2, Pass)]
    public void Refused_ClearsWithAConnectionOnly(int refused, int reach, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.Refused, refused);
        bench.Set(Signal.Reach, reach);
        Assert.AreEqual(expected, bench.Judge(603));
    }

    [TestMethod]
    [DataRow(0, 3600, NotTested)]
    [DataRow(0, 3601, Fail)]
    [DataRow(1, 3601, Pass)]
    [DataRow(2, 3601, Pass)]
    [DataRow(1, 0, Pass)]
    public void Clock_IsMissedAnHourAfterTheStart(int quality, int uptimeSeconds, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.ClockQuality, quality);
        bench.Set(Signal.Uptime, uptimeSeconds);
        Assert.AreEqual(expected, bench.Judge(606));
    }

    [TestMethod]
    [DataRow(607, 45)]
    [DataRow(704, 42)]
    [DataRow(904, 47)]
    public void Event_CountsForThirtySeconds(int code, int signal)
    {
        var bench = new SiteBench();
        Assert.AreEqual(Pass, bench.Judge(code));
        bench.Set(signal, 3);
        bench.Update(1000);
        Assert.AreEqual(Fail, bench.Judge(code));
        bench.Update(30999);
        Assert.AreEqual(Fail, bench.Judge(code));
        bench.Update(31000);
        Assert.AreEqual(Pass, bench.Judge(code));
        bench.Set(signal, 4);
        bench.Update(40000);
        Assert.AreEqual(Fail, bench.Judge(code));
    }

    /// <summary>The first decisions of a unit: nothing of itself is known yet, and nothing has passed.</summary>
    [TestMethod]
    [DataRow(601)]
    [DataRow(602)]
    [DataRow(603)]
    [DataRow(604)]
    [DataRow(605)]
    [DataRow(606)]
    [DataRow(607)]
    [DataRow(701)]
    [DataRow(702)]
    [DataRow(703)]
    [DataRow(704)]
    [DataRow(705)]
    [DataRow(801)]
    [DataRow(802)]
    [DataRow(803)]
    [DataRow(804)]
    [DataRow(805)]
    [DataRow(901)]
    [DataRow(902)]
    [DataRow(903)]
    [DataRow(904)]
    [DataRow(905)]
    [DataRow(906)]
    public void NothingKnownYet_IsNeitherPassNorFail(int code)
    {
        var bench = new SiteBench();
        for (int signal = 37; signal < 66; signal++)
        {
            bench.Miss(signal, NoDataReason.NotYet);
        }

        bench.Update(1000);
        Assert.AreEqual(NotTested, bench.Judge(code));
    }

    /// <summary>Each reading of the unit alone: what needs it passes nothing without it.</summary>
    [TestMethod]
    [DataRow(601, 37)]
    [DataRow(602, 37)]
    [DataRow(602, 39)]
    [DataRow(606, 44)]
    [DataRow(607, 45)]
    [DataRow(701, 41)]
    [DataRow(702, 40)]
    [DataRow(703, 43)]
    [DataRow(704, 42)]
    [DataRow(901, 58)]
    [DataRow(902, 59)]
    [DataRow(904, 47)]
    [DataRow(906, 60)]
    public void OneReadingMissing_PassesNothing(int code, int signal)
    {
        var bench = new SiteBench();
        Assert.AreEqual(Pass, bench.Judge(code));
        bench.Miss(signal, NoDataReason.NotYet);
        Assert.AreEqual(NotTested, bench.Judge(code));
    }

    /// <summary>602 without a broker: the wait that is over, and the one that is not, say nothing.</summary>
    [TestMethod]
    [DataRow(2, 1741, Fail)]
    [DataRow(2, 1740, NotTested)]
    [DataRow(2, 1, NotTested)]
    [DataRow(2, 0, Pass)]
    [DataRow(1, 1741, NotTested)]
    [DataRow(1, 0, NotTested)]
    public void CentreSilent_IsJudgedWithABrokerOnly(int reach, int seconds, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.Reach, reach);
        bench.Set(Signal.Unstored, seconds);
        Assert.AreEqual(expected, bench.Judge(602));
    }
}
