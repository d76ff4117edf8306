using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Inspection.Planning;

namespace Inspection.Tests;

/// <summary>Inspections as a whole unit carries them: what is due is told, kept and found again.</summary>
[TestClass]
public class UnitTests
{
    private const int DayMs = 24 * 3600 * 1000;

    [TestMethod]
    public void NotCommissioned_Is801OnTheSixthDayAndNotAfterIt()
    {
        var bench = new UnitBench();
        bench.Run(1000);
        bench.Clock.UptimeMs += (6L * DayMs) - 60000;
        bench.Run(10000);
        Assert.IsFalse(bench.IsRaised(801));
        bench.Run(120000);
        Assert.IsTrue(bench.IsRaised(801));
        bench.Unit.Inspector.Schedule.Done(Plan.Bit(Plan.Commissioning), new Usage());
        bench.Run(12000);
        Assert.IsFalse(bench.IsRaised(801));
    }

    [TestMethod]
    public void Restart_FindsWhatWasCarriedOut()
    {
        var bench = new UnitBench();
        bench.Run(2000);
        bench.Unit.Inspector.Schedule.Done(Plan.Bit(Plan.Commissioning), new Usage());
        bench.Run(2000);
        var again = new UnitBench(bench.Storage, new Settings(), 1);
        again.Run(2000);
        Assert.AreEqual(bench.Unit.Inspector.Schedule.DoneAt(Plan.Commissioning), again.Unit.Inspector.Schedule.DoneAt(Plan.Commissioning));
    }
}
