using Firmware.Core.Contracts;
using Firmware.Core.Service;

namespace Core.Tests.Service;

/// <summary>The moments at which one millisecond, or a request taken back, decides.</summary>
[TestClass]
public class PumpControlEdgeTests
{
    /// <summary>The first failing decision starts the ten seconds, however long before it the last one was.</summary>
    [TestMethod]
    public void Dry_StopsTenSecondsAfterTheFirstFailToTheMillisecond()
    {
        var pump = new PumpControl();
        Decide(pump, 1000, true, CheckOutcome.NotTested);
        Decide(pump, 20000, true, CheckOutcome.Fail);
        Decide(pump, 29999, true, CheckOutcome.Fail);
        Assert.IsTrue(pump.Run);
        Decide(pump, 30000, true, CheckOutcome.Fail);
        Assert.IsFalse(pump.Run);
    }

    [TestMethod]
    public void RequestTakenBack_EndsTheWait()
    {
        PumpControl pump = StoppedDryAt30000();
        Assert.AreEqual(299000L, pump.WaitMs(31000));
        Decide(pump, 35000, false, CheckOutcome.NotTested);
        Assert.AreEqual(0L, pump.WaitMs(35000));
    }

    [TestMethod]
    public void RequestMadeAnew_StartsAtOnce()
    {
        PumpControl pump = StoppedDryAt30000();
        Decide(pump, 35000, false, CheckOutcome.NotTested);
        Decide(pump, 36000, true, CheckOutcome.NotTested);
        Assert.IsTrue(pump.Run);
    }

    /// <summary>An interlock can hold the pump back for longer than the well needs.</summary>
    [TestMethod]
    public void WaitThatIsOver_IsZero()
    {
        PumpControl pump = StoppedDryAt30000();
        pump.Step(400000, true, false, CheckOutcome.NotTested, 10000);
        Assert.IsFalse(pump.Run);
        Assert.AreEqual(0L, pump.WaitMs(400000));
    }

    private static PumpControl StoppedDryAt30000()
    {
        var pump = new PumpControl();
        Decide(pump, 1000, true, CheckOutcome.NotTested);
        Decide(pump, 20000, true, CheckOutcome.Fail);
        Decide(pump, 30000, true, CheckOutcome.Fail);
        Assert.IsFalse(pump.Run);
        return pump;
    }

    private static void Decide(PumpControl pump, long nowMs, bool requested, CheckOutcome dry)
    {
        pump.Step(nowMs, requested, true, dry, 10000);
    }
}
