using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>101 against the power meter; the relay alone stands in <see cref="SingleReadingCheckTests"/>.</summary>
[TestClass]
public class MainsLostCheckTests
{
    private const int Pass = 1;
    private const int Fail = 2;

    /// <summary>78 % of 230 V are 179.4 V, behind one fuse at least; 13 V is what a charger holds the bus at.</summary>
    [TestMethod]
    [DataRow(179400, 13000, Pass)]
    [DataRow(179399, 13000, Fail)]
    [DataRow(179400, 12999, Fail)]
    public void PowerMeterShowsTheGridAndTheBusIsCharged_TheRelayFails(int millivolts, int supply, int expected)
    {
        var bench = new SiteBench(supply);
        bench.Set(Signal.MainsPresent, 0);
        bench.Set(Signal.Voltage3, millivolts);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(101));
        bench.Miss(Signal.Voltage1, NoDataReason.NotFitted);
        Assert.AreEqual(Fail, bench.Judge(101));
    }
}
