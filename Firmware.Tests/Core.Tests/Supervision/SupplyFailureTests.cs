using Core.Tests.Support;
using Firmware.Core.Service;

namespace Core.Tests.Supervision;

/// <summary>A supply that fails is asked for one write of 46 bytes and no more, and the next start still knows why the run ended. 10,000 mV are below what the unit needs.</summary>
[TestClass]
public class SupplyFailureTests
{
    private const int LifeSlot = 6;
    private const int PartingSlot = 8;
    private static UnitBench s_unit;

    /// <summary>The state of the run is not written while the supply fails, however long; once it is back it is.</summary>
    [TestMethod]
    public void FailingSupply_IsAskedForOneWrite()
    {
        s_unit = new UnitBench();
        s_unit.Run(130000);
        s_unit.Storage.Watch(LifeSlot);
        s_unit.Storage.Watch(PartingSlot);
        s_unit.Io.Supply = 10000;
        s_unit.Run(8000);
        Assert.AreEqual(1, s_unit.Storage.WritesTo(PartingSlot));
        s_unit.Run(100000);
        Assert.AreEqual(1, s_unit.Storage.WritesTo(PartingSlot));
        Assert.AreEqual(0, s_unit.Storage.WritesTo(LifeSlot));
        s_unit.Io.Supply = 13600;
        s_unit.Run(20000);
        Assert.AreEqual(1, s_unit.Storage.WritesTo(LifeSlot));
    }

    /// <summary>The chip's clock is kept over a brown-out, as over a crash: the parting record says which it was.</summary>
    [TestMethod]
    public void RunThatEndsWhileTheSupplyFails_IsNoCrash()
    {
        s_unit = new UnitBench();
        s_unit.Run(130000);
        s_unit.Io.Supply = 10000;
        s_unit.Run(8000);
        Assert.AreEqual((int)ResetCause.PowerLoss, CauseOfNext());
    }

    [TestMethod]
    public void RunThatEndsLongAfterTheSupplyCameBack_IsACrash()
    {
        s_unit = new UnitBench();
        s_unit.Run(130000);
        s_unit.Io.Supply = 10000;
        s_unit.Run(8000);
        s_unit.Io.Supply = 13600;
        s_unit.Run(20000);
        Assert.AreEqual((int)ResetCause.Crash, CauseOfNext());
    }

    /// <summary>The record of a run before the last one says nothing of the last one.</summary>
    [TestMethod]
    public void PartingRecordOfAnEarlierRun_SaysNothing()
    {
        s_unit = new UnitBench();
        s_unit.Run(130000);
        s_unit.Io.Supply = 10000;
        s_unit.Run(8000);
        Assert.AreEqual((int)ResetCause.PowerLoss, CauseOfNext());
        s_unit.Run(130000);
        Assert.AreEqual((int)ResetCause.Crash, CauseOfNext());
    }

    private static int CauseOfNext()
    {
        s_unit = new UnitBench(s_unit.Storage, s_unit.Settings, 1);
        s_unit.Scan();
        return (int)s_unit.Unit.Life.Boots.Cause;
    }
}
