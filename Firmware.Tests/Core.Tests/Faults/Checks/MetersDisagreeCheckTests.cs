using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>205: 5 % over the last compared volume, either way.</summary>
[TestClass]
public class MetersDisagreeCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(50, Pass)]
    [DataRow(51, Fail)]
    [DataRow(-50, Pass)]
    [DataRow(-51, Fail)]
    [DataRow(0, Pass)]
    [DataRow(2147483647, Fail)]
    [DataRow(-2147483648, Fail)]
    public void Difference_IsJudgedEitherWay(int permille, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.MeterDifference, permille);
        Assert.AreEqual(expected, bench.Judge(205));
    }

    [TestMethod]
    public void NoVolumeComparedYet_IsNotTested()
    {
        Assert.AreEqual(NotTested, new SiteBench().Judge(205));
    }

    [TestMethod]
    [DataRow(1, NotTested)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    [DataRow(6, 4)]
    public void NoPulseMeter_IsNeitherPassNorFail(int reason, int expected)
    {
        var bench = new SiteBench();
        bench.Miss(Signal.PulseTotal, (NoDataReason)reason);
        bench.Update(bench.NowMs + 1000);
        Assert.AreEqual(expected, bench.Judge(205));
    }

    [TestMethod]
    [DataRow(1, NotTested)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    [DataRow(6, 4)]
    public void NoBusMeter_IsNeitherPassNorFail(int reason, int expected)
    {
        var bench = new SiteBench();
        bench.Miss(Signal.BusTotal, (NoDataReason)reason);
        bench.Update(bench.NowMs + 1000);
        Assert.AreEqual(expected, bench.Judge(205));
    }
}
