using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>307: more than twelve starts in an hour.</summary>
[TestClass]
public class StartsTooOftenCheckTests
{
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(12, Pass)]
    [DataRow(13, Fail)]
    [DataRow(200, Fail)]
    public void Starts_AreJudged(int starts, int expected)
    {
        var bench = new SiteBench();
        for (int i = 1; i <= starts; i++)
        {
            bench.Set(Signal.PumpContact, 1);
            bench.Update(2000 * i);
            bench.Set(Signal.PumpContact, 0);
            bench.Update((2000 * i) + 1000);
        }

        Assert.AreEqual(expected, bench.Judge(307));
    }

    [TestMethod]
    public void LimitOfTheSite_IsUsed()
    {
        var bench = new SiteBench();
        bench.View.Settings.MaxStartsPerHour = 1;
        bench.Set(Signal.StartsPerHour, 2);
        Assert.AreEqual(Fail, bench.Judge(307));
    }
}
