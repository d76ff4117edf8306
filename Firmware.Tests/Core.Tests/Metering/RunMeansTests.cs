using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>Means over windows of a minute: 5,000 W at 10,000 mL/s (36 m³/h) are 138.889 Wh/m³; 10,000² mL²/s² at 400 kPa are 250,000.</summary>
[TestClass]
public class RunMeansTests
{
    private readonly Readings _readings = new Readings();
    private readonly Settings _settings = new Settings();
    private RunMeans _run;
    private long _nowMs;
    private long _pulses;

    [TestMethod]
    public void Window_GivesMeansOfAllThree()
    {
        Begin(10000, 400, 5000);
        Seconds(60);
        Assert.IsFalse(_run.HasNow(RunMeans.Flow));
        Seconds(1);
        Assert.IsTrue(_run.HasNow(RunMeans.Flow));
        Assert.AreEqual(10000, _run.Now(RunMeans.Flow));
        Assert.AreEqual(250000, _run.Now(RunMeans.Passing));
        Assert.AreEqual(138889, _run.Now(RunMeans.Energy));
    }

    [TestMethod]
    public void Flow_IsTheMeanOfTheWindow()
    {
        Begin(10000, 400, 5000);
        Seconds(31);
        _readings.Set(Signal.BusFlow, 8000);
        Seconds(30);
        Assert.AreEqual(9000, _run.Now(RunMeans.Flow));
    }

    [TestMethod]
    [DataRow(5, true)]
    [DataRow(4, false)]
    public void Run_IsWorthALessonAfterFiveWindows(int windows, bool expected)
    {
        Begin(10000, 400, 5000);
        Seconds((60 * windows) + 1);
        Stop();
        Assert.IsTrue(_run.Ended);
        Assert.IsTrue(_run.IsClean);
        Assert.AreEqual(expected, _run.HasRun(RunMeans.Flow));
        Assert.AreEqual(10000, _run.OfRun(RunMeans.Flow));
        Assert.IsFalse(_run.HasNow(RunMeans.Flow));
        Stop();
        Assert.IsFalse(_run.Ended);
    }

    [TestMethod]
    public void SpoiltRun_StaysSpoiltUntilTheNextOne()
    {
        Begin(10000, 400, 5000);
        Seconds(1);
        _run.Spoil();
        Seconds(400);
        Stop();
        Assert.IsFalse(_run.IsClean);
        Seconds(1);
        Assert.IsTrue(_run.IsClean);
        Assert.IsFalse(_run.HasRun(RunMeans.Flow));
    }

    /// <summary>Forty pulses of 10 L at 11,111 mL/s come in 36 s, so that the window is a minute; of 100 L in six.</summary>
    [TestMethod]
    [DataRow(10000, 60, false)]
    [DataRow(10000, 61, true)]
    [DataRow(100000, 360, false)]
    [DataRow(100000, 362, true)]
    public void PulsesAlone_AreGivenFortyOfThem(int pulseMillilitres, int seconds, bool expected)
    {
        _settings.PulseMillilitres = pulseMillilitres;
        Begin(0, 400, 5000);
        _readings.Miss(Signal.BusFlow, NoDataReason.NotFitted);
        _readings.Set(Signal.PulseFlow, 9000);
        Seconds(seconds);
        Assert.AreEqual(expected, _run.HasNow(RunMeans.Flow));
        Assert.AreEqual(expected ? 9000 : 0, _run.Now(RunMeans.Flow));
    }

    [TestMethod]
    public void BusMeterGivesUpWithinTheWindow_TheWindowIsDropped()
    {
        Begin(10000, 400, 5000);
        Seconds(50);
        _readings.Set(Signal.PulseFlow, 9000);
        _readings.Miss(Signal.BusFlow, NoDataReason.Timeout);
        Seconds(61);
        Assert.IsFalse(_run.HasNow(RunMeans.Flow));
        Seconds(1);
        Assert.AreEqual(9000, _run.Now(RunMeans.Flow));
    }

    [TestMethod]
    [DataRow(Signal.Pressure, RunMeans.Passing)]
    [DataRow(Signal.Power, RunMeans.Energy)]
    public void WitnessMissingForASecond_ThatMeanIsMissing(int signal, int quantity)
    {
        Begin(10000, 400, 5000);
        Seconds(30);
        _readings.Miss(signal, NoDataReason.Timeout);
        Seconds(1);
        _readings.Set(signal, 400);
        Seconds(30);
        Assert.IsTrue(_run.HasNow(RunMeans.Flow));
        Assert.IsFalse(_run.HasNow(quantity));
    }

    private void Begin(int flow, int pressure, int power)
    {
        _run = new RunMeans(_settings);
        _readings.Set(Signal.BusFlow, flow);
        _readings.Set(Signal.Pressure, pressure);
        _readings.Set(Signal.Power, power);
    }

    private void Seconds(int seconds)
    {
        for (; seconds > 0; seconds--)
        {
            _nowMs += 1000;
            _pulses += 9000;
            _run.Step(_nowMs, true, true, _pulses, _readings);
        }
    }

    private void Stop()
    {
        _nowMs += 1000;
        _run.Step(_nowMs, false, false, _pulses, _readings);
    }
}
