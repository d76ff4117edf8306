using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>309: contact closed, not asked for, not held since our "off".</summary>
[TestClass]
public class HandRunCheckTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    [TestMethod]
    [DataRow(1, 0, Fail)]
    [DataRow(0, 0, Pass)]
    [DataRow(1, 1, NotTested)]
    [DataRow(0, 1, NotTested)]
    public void Contact_IsJudgedAgainstTheCommand(int contact, int command, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.PumpContact, contact);
        bench.Set(Signal.Power, 2200 * contact);
        bench.Set(Signal.PumpCommand, command);
        bench.Update(10000);
        Assert.AreEqual(expected, bench.Judge(309));
    }

    [TestMethod]
    public void HeldSinceOurOff_IsNoHandRun()
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Update(1000);
        bench.Set(Signal.PumpCommand, 0);
        bench.Update(10000);
        bench.Update(60000);
        Assert.AreEqual(Pass, bench.Judge(309));
    }

    [TestMethod]
    [DataRow(1, NotTested)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    [DataRow(6, 4)]
    public void NoContact_IsNeitherPassNorFail(int reason, int expected)
    {
        var bench = new SiteBench();
        bench.Miss(Signal.PumpContact, (NoDataReason)reason);
        bench.Miss(Signal.Power, NoDataReason.NotFitted);
        bench.Update(bench.NowMs + 1000);
        Assert.AreEqual(expected, bench.Judge(309));
    }
}
