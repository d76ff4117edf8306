using Firmware.Core.Contracts;
using Firmware.Core.Service;

namespace Core.Tests.Service;

/// <summary>Starts, dry stops, waits. One decision a second; the dry-run rule is 10 s.</summary>
[TestClass]
public class PumpControlTests
{
    private static PumpControl s_pump;
    private static long s_nowMs;

    [TestMethod]
    public void Request_StartsAndItsEndStops()
    {
        Begin();
        Decide(1, false, CheckOutcome.NotTested);
        Assert.IsFalse(s_pump.Run);
        Decide(1, true, CheckOutcome.NotTested);
        Assert.IsTrue(s_pump.Run);
        Assert.AreEqual(1, s_pump.Starts);
        Decide(1, false, CheckOutcome.Pass);
        Assert.IsFalse(s_pump.Run);
        Assert.AreEqual(1, s_pump.Starts);
    }

    [TestMethod]
    public void Interlock_ForbidsTheStartButStopsNothing()
    {
        Begin();
        s_pump.Step(1000, true, false, CheckOutcome.NotTested, 10000);
        Assert.IsFalse(s_pump.Run);
        s_pump.Step(2000, true, true, CheckOutcome.NotTested, 10000);
        Assert.IsTrue(s_pump.Run);
        s_pump.Step(3000, true, false, CheckOutcome.Pass, 10000);
        Assert.IsTrue(s_pump.Run);
    }

    /// <summary>Something else explains that no water came (mains lost): the ten seconds begin again after it, as they do for the fault.</summary>
    [TestMethod]
    public void DryForgotten_CountsAnew()
    {
        Begin();
        Decide(16, true, CheckOutcome.NotTested);
        Decide(9, true, CheckOutcome.Fail);
        s_pump.ForgetDry();
        Decide(5, true, CheckOutcome.NotTested);
        Decide(10, true, CheckOutcome.Fail);
        Assert.IsTrue(s_pump.Run);
        Decide(1, true, CheckOutcome.Fail);
        Assert.IsFalse(s_pump.Run);
    }

    [TestMethod]
    public void Dry_StopsTenSecondsAfterTheFirstFail()
    {
        Begin();
        Decide(16, true, CheckOutcome.NotTested);
        Decide(10, true, CheckOutcome.Fail);
        Assert.IsTrue(s_pump.Run);
        Decide(1, true, CheckOutcome.Fail);
        Assert.IsFalse(s_pump.Run);
        Assert.AreEqual(1, s_pump.DryStops);
        Assert.IsFalse(s_pump.StaysOff);
    }

    [TestMethod]
    public void WaterInBetween_StartsTheDryTimeAgain()
    {
        Begin();
        Decide(16, true, CheckOutcome.NotTested);
        Decide(10, true, CheckOutcome.Fail);
        Decide(1, true, CheckOutcome.Pass);
        Decide(10, true, CheckOutcome.Fail);
        Assert.IsTrue(s_pump.Run);
        Decide(1, true, CheckOutcome.Fail);
        Assert.IsFalse(s_pump.Run);
    }

    [TestMethod]
    public void CannotTell_NeitherStopsNorStartsTheTimeAgain()
    {
        Begin();
        Decide(16, true, CheckOutcome.NotTested);
        Decide(6, true, CheckOutcome.Fail);
        Decide(600, true, CheckOutcome.NotTested);
        Assert.IsTrue(s_pump.Run);
        Decide(5, true, CheckOutcome.Fail);
        Assert.IsFalse(s_pump.Run);
    }

    [TestMethod]
    [DataRow(0, 300000)]
    [DataRow(26000, 300000)]
    [DataRow(60000, 300000)]
    [DataRow(120000, 150000)]
    [DataRow(600000, 30000)]
    [DataRow(3600000, 30000)]
    public void Wait_IsShorterAfterALongerRun(int runMs, int waitMs)
    {
        Assert.AreEqual(waitMs, PumpControl.WaitAfter(runMs));
    }

    [TestMethod]
    public void ShortDryRun_IsTriedAgainAfterFiveMinutes()
    {
        Begin();
        RunDry();
        Assert.AreEqual(300000L, s_pump.WaitMs(s_nowMs));
        Decide(299, true, CheckOutcome.NotTested);
        Assert.IsFalse(s_pump.Run);
        Assert.AreEqual(1000L, s_pump.WaitMs(s_nowMs));
        Decide(1, true, CheckOutcome.NotTested);
        Assert.IsTrue(s_pump.Run);
        Assert.AreEqual(0L, s_pump.WaitMs(s_nowMs));
        Assert.AreEqual(2, s_pump.Starts);
    }

    [TestMethod]
    public void LongRunThatEndsDry_IsTriedAgainAfterThirtySeconds()
    {
        Begin();
        Decide(600, true, CheckOutcome.Pass);
        Decide(11, true, CheckOutcome.Fail);
        Assert.IsFalse(s_pump.Run);
        Assert.AreEqual(30000L, s_pump.WaitMs(s_nowMs));
    }

    [TestMethod]
    public void ThirdDryStop_StaysOff()
    {
        DryThreeTimes();
    }

    [TestMethod]
    public void NewRequest_BeginsAnew()
    {
        DryThreeTimes();
        Decide(4, false, CheckOutcome.NotTested);
        Assert.IsTrue(s_pump.StaysOff, "a loose wire may be open as long");
        Decide(1, false, CheckOutcome.NotTested);
        Assert.IsFalse(s_pump.StaysOff);
        Assert.AreEqual(0, s_pump.DryStops);
        Decide(1, true, CheckOutcome.NotTested);
        Assert.IsTrue(s_pump.Run);
    }

    [TestMethod]
    public void TwoMinutesOfWater_ForgiveTheDryStops()
    {
        Begin();
        RunDry();
        Decide(300, true, CheckOutcome.NotTested);
        Decide(120, true, CheckOutcome.Pass);
        Assert.AreEqual(1, s_pump.DryStops);
        Decide(1, true, CheckOutcome.Pass);
        Assert.AreEqual(0, s_pump.DryStops);
    }

    [TestMethod]
    public void WaterThatFails_IsNoGoodRun()
    {
        Begin();
        RunDry();
        Decide(300, true, CheckOutcome.NotTested);
        Decide(100, true, CheckOutcome.Pass);
        Decide(1, true, CheckOutcome.Fail);
        Decide(100, true, CheckOutcome.Pass);
        Assert.AreEqual(1, s_pump.DryStops);
    }

    private static void DryThreeTimes()
    {
        Begin();
        RunDry();
        Decide(300, true, CheckOutcome.NotTested);
        RunDry();
        Assert.IsFalse(s_pump.StaysOff);
        Decide(300, true, CheckOutcome.NotTested);
        RunDry();
        Assert.IsTrue(s_pump.StaysOff);
        Assert.AreEqual(3, s_pump.DryStops);
        Assert.AreEqual(0L, s_pump.WaitMs(s_nowMs));
        Decide(86400, true, CheckOutcome.NotTested);
        Assert.IsFalse(s_pump.Run);
        Assert.AreEqual(3, s_pump.Starts);
    }

    /// <summary>After a restart: none leaves the pump to its request, one or two have to wait for five minutes, three keep it off.</summary>
    [TestMethod]
    [DataRow(0, 1000, true, false)]
    [DataRow(1, 299999, false, false)]
    [DataRow(1, 300000, true, false)]
    [DataRow(2, 300000, true, false)]
    [DataRow(3, 300000, false, true)]
    public void DryStopsFromBeforeTheRestart_Count(int dryStops, int nowMs, bool runs, bool staysOff)
    {
        Begin();
        s_pump.Restore(dryStops);
        s_pump.Step(500, true, true, CheckOutcome.NotTested, 10000);
        s_pump.Step(nowMs, true, true, CheckOutcome.NotTested, 10000);
        Assert.AreEqual(runs, s_pump.Run);
        Assert.AreEqual(staysOff, s_pump.StaysOff);
    }

    private static void Begin()
    {
        s_pump = new PumpControl();
        s_nowMs = 0;
    }

    private static void RunDry()
    {
        Decide(16, true, CheckOutcome.NotTested);
        Decide(11, true, CheckOutcome.Fail);
        Assert.IsFalse(s_pump.Run);
    }

    private static void Decide(int seconds, bool requested, CheckOutcome dry)
    {
        for (; seconds > 0; seconds--)
        {
            s_nowMs += 1000;
            s_pump.Step(s_nowMs, requested, true, dry, 10000);
        }
    }
}
