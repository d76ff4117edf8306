using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Metering;

namespace Contract.Tests;

/// <summary>
/// 402, 403, 209 and 407 after a window that was bad, when the instrument falls silent in the run: what was measured before raises nothing. The site was taught 11,111 mL/s at 310 kPa and
/// 9,000 W.
/// </summary>
[TestClass]
public class StaleMeansTests
{
    private const int NotTested = 0;
    private const int Fail = 2;
    private const int Stale = 3;
    private const int Error = 4;
    private const int Hour = 3600;

    /// <summary>Code, what falls silent, why, and the outcome. The RS485 meter is the only one that is fitted; 402 and 403 need no pressure, 407 no power.</summary>
    [TestMethod]
    [DataRow(402, Signal.BusFlow, 4, Stale)]
    [DataRow(402, Signal.BusFlow, 6, Error)]
    [DataRow(402, Signal.BusStatus, 0, Error)] // answers, and reports its own fault
    [DataRow(402, Signal.Pressure, 4, Fail)]
    [DataRow(403, Signal.BusFlow, 4, Stale)]
    [DataRow(403, Signal.BusFlow, 6, Error)]
    [DataRow(403, Signal.BusStatus, 0, Error)]
    [DataRow(403, Signal.Power, 4, Fail)]
    [DataRow(209, Signal.BusFlow, 4, Stale)]
    [DataRow(209, Signal.Power, 4, Stale)]
    [DataRow(209, Signal.Power, 6, Error)]
    [DataRow(209, Signal.Pressure, 4, Fail)]
    [DataRow(407, Signal.BusFlow, 4, Stale)]
    [DataRow(407, Signal.Pressure, 4, Stale)]
    [DataRow(407, Signal.Pressure, 5, Error)]
    [DataRow(407, Signal.Power, 4, Fail)]
    public void InstrumentSilentAfterABadWindow_IsNoEvidence(int code, int signal, int reason, int outcome)
    {
        SiteBench bench = WithBusAlone();
        RunBadly(bench, code);
        Silence(bench, signal, reason);
        bench.Step(1000);
        Assert.AreEqual(outcome, bench.Judge(code));
        bench.Run(Hour);
        Assert.AreEqual(outcome, bench.Judge(code));
        Assert.AreEqual(outcome == Fail, bench.IsRaised(code));
    }

    /// <summary>Both meters are fitted; the pulses stand, and the RS485 meter falls silent after its window.</summary>
    [TestMethod]
    [DataRow(402)]
    [DataRow(403)]
    [DataRow(209)]
    [DataRow(407)]
    public void AllMetersSilent_IsStaleForTheWholeRun(int code)
    {
        SiteBench bench = Taught();
        RunBadly(bench, code);
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Step(1000);
        Assert.AreEqual(Stale, bench.Judge(code));
        bench.Run(Hour);
        Assert.AreEqual(Stale, bench.Judge(code));
        Assert.IsFalse(bench.IsRaised(code));
        Assert.IsTrue(bench.IsRaised(202));
    }

    /// <summary>The pulse meter is the only one: three seconds without a pulse of 10 L at 40 m³/h, and its mean is no evidence; the pressure says that water flows.</summary>
    [TestMethod]
    [DataRow(402)]
    [DataRow(403)]
    public void PulseMeterAloneFallsSilent_IsStale(int code)
    {
        SiteBench bench = Taught();
        bench.Miss(Signal.BusFlow, NoDataReason.NotFitted);
        bench.PulsesPerStep = 1;
        bench.RunWet();
        bench.Miss(Signal.BusFlow, NoDataReason.NotFitted);
        bench.View.Settings.PulseMillilitres = code == 402 ? 7000 : 14000;
        bench.Set(Signal.PulseFlow, code == 402 ? 7000 : 14000);
        bench.PulseStepMillilitres = code == 402 ? 7000 : 14000;
        bench.Run(184);
        Assert.AreEqual(Fail, bench.Judge(code));
        bench.PulsesPerStep = 0;
        bench.Set(Signal.PulseFlow, 0);
        bench.Step(1000);
        Assert.AreEqual(Stale, bench.Judge(code));
        bench.Run(Hour);
        Assert.AreEqual(Stale, bench.Judge(code));
        Assert.IsFalse(bench.IsRaised(code));
    }

    /// <summary>An RS485 meter that is back makes a window of its own, a minute, before anything is judged again.</summary>
    [TestMethod]
    public void MeterThatIsBack_IsJudgedAfterAWindow()
    {
        SiteBench bench = WithBusAlone();
        RunBadly(bench, 403);
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Run(10);
        bench.Set(Signal.BusFlow, 14000);
        bench.Run(60);
        Assert.AreEqual(NotTested, bench.Judge(403));
        bench.Run(2);
        Assert.AreEqual(Fail, bench.Judge(403));
    }

    /// <summary>At rest nothing is measured: a meter that is silent then is 202's, and the trend of 407 goes on being judged.</summary>
    [TestMethod]
    [DataRow(402, NotTested)]
    [DataRow(403, NotTested)]
    [DataRow(209, NotTested)]
    [DataRow(407, Fail)]
    public void MeterSilentAtRest_IsNoRun(int code, int outcome)
    {
        SiteBench bench = WithBusAlone();
        bench.Teach(code == 407 ? 8 : 0, 9000, 310, 7300);
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Run(10);
        Assert.AreEqual(outcome, bench.Judge(code));
    }

    /// <summary>Taught once, and now without any meter of flow: there is nothing to judge, though pressure and power are there.</summary>
    [TestMethod]
    [DataRow(402)]
    [DataRow(403)]
    [DataRow(209)]
    [DataRow(407)]
    public void WithoutAMeter_IsNotFitted(int code)
    {
        SiteBench bench = WithBusAlone();
        bench.Miss(Signal.BusFlow, NoDataReason.NotFitted);
        bench.Run(10);
        Assert.AreEqual((int)CheckOutcome.NotFitted, bench.Judge(code));
    }

    private static SiteBench Taught()
    {
        var bench = new SiteBench();
        bench.Run(60);
        bench.Teach(LearnedBands.LearningRuns, 11111, 310, 9000);
        return bench;
    }

    private static SiteBench WithBusAlone()
    {
        SiteBench bench = Taught();
        bench.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
        bench.Miss(Signal.PulseTotal, NoDataReason.NotFitted);
        return bench;
    }

    /// <summary>A run until its first window is bad for a code, and a few seconds more: none of the rows is raised yet.</summary>
    private static void RunBadly(SiteBench bench, int code)
    {
        int flow = code == 402 ? 8000 : code == 403 ? 14000 : code == 407 ? 9000 : 11111;
        bench.RunWet();
        bench.Set(Signal.BusFlow, flow);
        bench.Set(Signal.Power, code == 209 ? 10600 : 9000 * flow / 11111);
        bench.Run((RunMeans.SettleMs / 1000) + 64);
        if (code == 407)
        {
            // The trend of the runs before.
            bench.Teach(8, 9000, 310, 7300);
        }

        Assert.AreEqual(Fail, bench.Judge(code));
        Assert.IsFalse(bench.IsRaised(code));
    }

    private static void Silence(SiteBench bench, int signal, int reason)
    {
        if (signal == Signal.BusStatus)
        {
            bench.Set(Signal.BusStatus, 1);
        }
        else
        {
            bench.Miss(signal, (NoDataReason)reason);
        }
    }
}
