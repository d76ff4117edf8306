using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>Means over windows of a minute: 5,000 W at 10,000 mL/s (36 m³/h) are 138.889 Wh/m³; 10,000² mL²/s² at 400 kPa are 250,000.</summary>
[TestClass]
public class RunMeansTests
{
    private static Readings s_readings;
    private static Settings s_settings;
    private static RunMeans s_run;
    private static long s_nowMs;
    private static long s_pulses;

    [TestMethod]
    public void Window_GivesMeansOfAllThree()
    {
        Fresh();
        Begin(10000, 400, 5000);
        Seconds(60);
        Assert.IsFalse(s_run.HasNow(RunMeans.Flow));
        Seconds(1);
        Assert.IsTrue(s_run.HasNow(RunMeans.Flow));
        Assert.AreEqual(10000, s_run.Now(RunMeans.Flow));
        Assert.AreEqual(250000, s_run.Now(RunMeans.Passing));
        Assert.AreEqual(138889, s_run.Now(RunMeans.Energy));
    }

    /// <summary>Below 10 kPa a pressure is the transducer's zero: what passes at it says nothing of the line.</summary>
    [TestMethod]
    [DataRow(10, true)]
    [DataRow(9, false)]
    public void PressureAtTheTransducersZero_MakesNoMean(int pressure, bool expected)
    {
        Fresh();
        Begin(10000, pressure, 5000);
        Seconds(61);
        Assert.AreEqual(expected, s_run.HasNow(RunMeans.Passing));
        Assert.IsTrue(s_run.HasNow(RunMeans.Energy));
    }

    [TestMethod]
    public void Flow_IsTheMeanOfTheWindow()
    {
        Fresh();
        Begin(10000, 400, 5000);
        Seconds(31);
        s_readings.Set(Signal.BusFlow, 8000);
        Seconds(30);
        Assert.AreEqual(9000, s_run.Now(RunMeans.Flow));
    }

    [TestMethod]
    [DataRow(5, true)]
    [DataRow(4, false)]
    public void Run_IsWorthALessonAfterFiveWindows(int windows, bool expected)
    {
        Fresh();
        Begin(10000, 400, 5000);
        Seconds((60 * windows) + 1);
        Stop();
        Assert.IsTrue(s_run.Ended);
        Assert.IsTrue(s_run.IsClean);
        Assert.AreEqual(expected, s_run.HasRun(RunMeans.Flow));
        Assert.AreEqual(10000, s_run.OfRun(RunMeans.Flow));
        Assert.IsFalse(s_run.HasNow(RunMeans.Flow));
        Stop();
        Assert.IsFalse(s_run.Ended);
    }

    [TestMethod]
    public void SpoiltRun_StaysSpoiltUntilTheNextOne()
    {
        Fresh();
        Begin(10000, 400, 5000);
        Seconds(1);
        s_run.Spoil();
        Seconds(400);
        Stop();
        Assert.IsFalse(s_run.IsClean);
        Seconds(1);
        Assert.IsTrue(s_run.IsClean);
        Assert.IsFalse(s_run.HasRun(RunMeans.Flow));
    }

    /// <summary>Forty pulses of 10 L at 11,111 mL/s come in 36 s, so that the window is a minute; of 100 L in six.</summary>
    [TestMethod]
    [DataRow(10000, 60, false)]
    [DataRow(10000, 61, true)]
    [DataRow(100000, 360, false)]
    [DataRow(100000, 362, true)]
    public void PulsesAlone_AreGivenFortyOfThem(int pulseMillilitres, int seconds, bool expected)
    {
        Fresh();
        s_settings.PulseMillilitres = pulseMillilitres;
        Begin(0, 400, 5000);
        s_readings.Miss(Signal.BusFlow, NoDataReason.NotFitted);
        s_readings.Set(Signal.PulseFlow, 9000);
        Seconds(seconds);
        Assert.AreEqual(expected, s_run.HasNow(RunMeans.Flow));
        Assert.AreEqual(expected ? 9000 : 0, s_run.Now(RunMeans.Flow));
    }

    [TestMethod]
    public void BusMeterGivesUpWithinTheWindow_TheWindowIsDropped()
    {
        Fresh();
        Begin(10000, 400, 5000);
        Seconds(50);
        s_readings.Set(Signal.PulseFlow, 9000);
        s_readings.Miss(Signal.BusFlow, NoDataReason.Timeout);
        Seconds(61);
        Assert.IsFalse(s_run.HasNow(RunMeans.Flow));
        Seconds(1);
        Assert.AreEqual(9000, s_run.Now(RunMeans.Flow));
    }

    [TestMethod]
    [DataRow(Signal.Pressure, RunMeans.Passing)]
    [DataRow(Signal.Power, RunMeans.Energy)]
    public void WitnessMissingForASecond_ThatMeanIsMissing(int signal, int quantity)
    {
        Fresh();
        Begin(10000, 400, 5000);
        Seconds(30);
        s_readings.Miss(signal, NoDataReason.Timeout);
        Seconds(1);
        s_readings.Set(signal, 400);
        Seconds(30);
        Assert.IsTrue(s_run.HasNow(RunMeans.Flow));
        Assert.IsFalse(s_run.HasNow(quantity));
    }

    private static void Begin(int flow, int pressure, int power)
    {
        s_run = new RunMeans(s_settings);
        s_readings.Set(Signal.BusFlow, flow);
        s_readings.Set(Signal.Pressure, pressure);
        s_readings.Set(Signal.Power, power);
    }

    private static void Seconds(int seconds)
    {
        for (; seconds > 0; seconds--)
        {
            s_nowMs += 1000;
            s_pulses += 9000;
            s_run.Step(s_nowMs, true, true, s_pulses, s_readings);
        }
    }

    private static void Stop()
    {
        s_nowMs += 1000;
        s_run.Step(s_nowMs, false, false, s_pulses, s_readings);
    }

    /// <summary>Each test begins anew; the launcher on the device makes no object of a test class.</summary>
    private static void Fresh()
    {
        s_readings = new Readings();
        s_settings = new Settings();
        s_run = null;
        s_nowMs = 0;
        s_pulses = 0;
    }
}
