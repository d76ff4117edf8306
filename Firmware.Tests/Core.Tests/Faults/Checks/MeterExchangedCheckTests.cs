using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>210: another serial number than the first one seen.</summary>
[TestClass]
public class MeterExchangedCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(4711, false, Pass)]
    [DataRow(4712, false, Fail)]
    [DataRow(0, false, Fail)]
    [DataRow(-1, false, Fail)]
    [DataRow(4711, true, Pass)]
    public void Value_IsJudged(int value, bool raised, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.BusSerial, value);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(210, raised));
    }

    [TestMethod]
    [DataRow(1, NotTested)]
    [DataRow(2, NotTested)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    [DataRow(6, 4)]
    public void NoReading_IsNeitherPassNorFail(int reason, int expected)
    {
        var bench = new SiteBench();
        bench.Miss(Signal.BusSerial, (NoDataReason)reason);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(210));
        Assert.AreEqual(expected, bench.Judge(210, true));
    }
}
