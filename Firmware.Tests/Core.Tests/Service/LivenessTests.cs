using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Service;

namespace Core.Tests.Service;

/// <summary>The limit of a worker, and that it stays down in the end.</summary>
[TestClass]
public class LivenessTests
{
    [TestMethod]
    public void HungAfterItsLimit_AndWatchedAnewFromThen()
    {
        var live = new Liveness(60000);
        Assert.IsFalse(live.MustRestart(30000, 0));
        Assert.IsFalse(live.MustRestart(60000, 0));
        Assert.IsTrue(live.MustRestart(60001, 0));
        Assert.AreEqual(1, live.Restarts);
        Assert.IsFalse(live.MustRestart(61000, 60001));
        Assert.IsFalse(live.MustRestart(120001, 60001));
    }

    [TestMethod]
    public void FourthTimeInADay_StaysDownUntilTheFirstIsADayOld()
    {
        var live = new Liveness(60000);
        Assert.IsTrue(live.MustRestart(100000, 0));
        Assert.IsTrue(live.MustRestart(200000, 0));
        Assert.IsTrue(live.MustRestart(300000, 0));
        Assert.IsFalse(live.IsDown);
        Assert.IsFalse(live.MustRestart(400000, 0));
        Assert.IsTrue(live.IsDown);
        Assert.IsFalse(live.MustRestart(86499999, 0));
        Assert.IsTrue(live.MustRestart(86500000, 0));
        Assert.IsFalse(live.IsDown);
        Assert.AreEqual(4, live.Restarts);
        Assert.IsFalse(live.MustRestart(86599999, 0));
        Assert.IsTrue(live.IsDown);
        Assert.IsFalse(live.MustRestart(86599999, 86599000));
        Assert.IsFalse(live.IsDown);
    }

    [TestMethod]
    public void WorkersOfTheBoard_AreIn904_AndOneThatStaysDownKeepsItRaised()
    {
        var unit = new UnitBench();
        unit.Run(10000);
        unit.Unit.BoardWorkerRestarts = 1;
        unit.Run(3000);
        Assert.IsTrue(unit.IsRaised(904));
        Assert.AreEqual(1, unit.Unit.Site.View.Readings.ValueOf(Signal.WorkerRestarts));
        unit.Link.Restarts = 2;
        unit.Run(2000);
        Assert.AreEqual(3, unit.Unit.Site.View.Readings.ValueOf(Signal.WorkerRestarts));
        unit.Unit.WorkersDown = 1;
        unit.Run(3 * 3600000);
        Assert.IsTrue(unit.IsRaised(904));
        unit.Unit.WorkersDown = 0;
        unit.Run(3700000);
        Assert.IsFalse(unit.IsRaised(904));
    }
}
